"""Lines that are no prose: datelines, credits, and names and numbers set apart."""

from typing import Final

from ... import chars
from ...patterns import regex

FIELDS: Final = 8.0  # prose has one wide space at the most, behind a number or within a title
_GAP: Final = regex("[^ 　](?:　|  )")
# What dates or registers an issue: 2023年12月4日 星期一, 国内统一刊号CN 22-0099
_IMPRINT: Final = regex(
    "(?:公元)?[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 ?(?:星期|[周週])[一二三四五六日天](?: |$)"
    "|(?:国内统一|國內統一|[统統]一刊|[邮郵][发發]代)[^。，；！？]*$"
)
_IMPRINT_FIRST: Final = frozenset("公0123456789国國统統邮郵")
_CREDIT_REACH: Final = 24
_CREDITED: Final = regex("(?:[记記]者|[　 ])[^。，！？]{1,16}[摄攝]$")
_BYLINE: Final = regex(
    "(?:本[报報刊])?(?:特[约約派])?(?:[记記]者|通[讯訊][员員]|[实實][习習]生)[ 　/／][^，。；！？：]{2,40}"
    "|[记記]者[^，。；！？：0-9 　]{2,8}[/／╱|｜][^，。；！？：]{1,12}(?:[报報][道導]|特稿|[专專][访訪]|[摄攝]影)"
    "|本[报報刊][讯訊][ 　](?:[记記]者|通[讯訊][员員])(?:[ 　][^，。；！？：0-9 　]{2,4}){1,2}"
)
_BYLINE_FIRST: Final = frozenset("本特记記通实實")
_LABEL: Final = 12  # characters to a label's colon
_FIELD: Final = regex(f"(?:[|｜] ?)?[{chars.HAN_CLASS}]{{2,8}} ?：")  # 时间：, 跌幅最大蓝筹：
# Who made it, and no sentence: 作者：, |译者：
_MAKER: Final = regex(
    "(?:[|｜] ?)?(?:作者|[译譯]者|撰?文|[图圖]|[摄攝]影"
    "|(?:[责責]任)?[编編][辑輯]|[责責值主][编編]|(?:[责責]任)?校[对對]"
    "|版式(?:[设設][计計])?|美[编編]|美[术術][编編][辑輯]|[设設][计計]|策[划劃]|整理|口述|[采採][访訪]|[来來]源|供[图圖])"
    " ?[：:|｜][^。！？；]*$"
)
_MAKER_FIRST: Final = frozenset("|｜作译譯撰文图圖摄攝编編整口采採来來值主责責校版美设設策供")
_CREDITS: Final = 8.0
DATELINE_CUT: Final = 12.0  # nor does a dateline end before its 电 or 讯, or before the bracket with its reporter
AGENCY: Final = "据本新中據"
_DATELINE: Final = regex(
    "(?:据|據)?(?:本报|本報|新华社|新華社|中新社)[^，。！？；：（(]{0,24}[讯電电訊](?=[ \u3000（(])"
)
# A report whose first words stand behind its dateline, or behind whose it is: 本报讯（记者董浩天）历, 【體育組】世界
_REPORT: Final = regex(
    "(?:(?:据|據)?(?:本报|本報|新华社|新華社|中新社|中央社)[^，。！？；：（(]{0,24}[讯电電訊]"
    "(?:[ \u3000]?[（(][^）)]{1,30}[）)]|[ \u3000])"
    "|[【（(][^】）)]{0,24}(?:[讯電电訊组組]|报道|報道|報導|记者[^】]{2,9}|記者[^】]{2,9})[】）)])[^（(]"
)
_REPORT_FIRST: Final = frozenset("据本新中據【（(")
_ORDER: Final = "一二三四五六七八九十 123456789 １２３４５６７８９"
_ADDRESS: Final = regex("(?:://|www\\.|@)[!-~]*$")
_ADDRESS_REACH: Final = 80
_JUMP: Final = regex("[（(](?:下[转轉]|[转轉]|[紧緊]接)第?[^（(）)]{1,10}[版页頁][^（(）)]{0,8}[）)]$")


def field_odds(a: str, b: str) -> float:
    """What white space within the lines says: a masthead, a folio or a credit is a line of its own."""
    first = a[0]
    credited = a[-1] in "摄攝" and _CREDITED.search(a[-_CREDIT_REACH:])
    credited = credited or (first in _BYLINE_FIRST and _BYLINE.fullmatch(a))
    labelled = "：" in a[2:_LABEL] and _FIELD.match(a) and _FIELD.match(b)
    alone = credited or labelled or _counts_on(a, b)
    odds = -FIELDS * (is_fields(a) + is_fields(b)) - (FIELDS if alone else 0.0)
    return odds - _CREDITS if first in _MAKER_FIRST and not b[0].islower() and _MAKER.match(a) else odds


def _counts_on(a: str, b: str) -> bool:
    """Whether two lines begin with a number and the next one: 一、 and 二、 （三） and （四）"""
    marks = "、．"
    if a[0] == b[0] and a[0] in "（(":
        a, b, marks = a[1:], b[1:], "）)"
    return len(b) > 1 and b[1] in marks and a[1:2] == b[1] and a[0] + b[0] in _ORDER


def is_fields(body: str) -> bool:
    """Whether a line is no prose, but names and numbers set apart: 2019年4月8日　星期一　第1版"""
    if body[0] in _IMPRINT_FIRST and _IMPRINT.match(body):
        return True
    if chars.IDEOGRAPHIC_SPACE not in body and "  " not in body:
        return False
    return len(_GAP.findall(body)) > 1 and not any(stop in body for stop in chars.STOPS)


def dateline_odds(a: str, b: str) -> float:
    """What it says that a dateline seems cut: 据新华社日内瓦6月1|8日电（记者…."""
    if a[0] not in AGENCY or len(a) > 30:
        return 0.0
    found = _DATELINE.match(a + b[:16])
    if not found or found.end() < len(a) or (found.end() == len(a) and not b.startswith(("（记者", "（記者", "(记者"))):
        return 0.0
    return DATELINE_CUT


def opens_report(body: str) -> bool:
    """Whether a line begins with a whole dateline: 本报北京10月3日电（记者…."""
    return _DATELINE.match(body) is not None


def is_report(body: str) -> bool:
    """Whether a line begins as a report does, and goes on behind its dateline."""
    return body[0] in _REPORT_FIRST and _REPORT.match(body) is not None


def is_jump(body: str) -> bool:
    """Whether a line ends in the note where the article goes on."""
    return _JUMP.search(body[-_CREDIT_REACH:]) is not None


def in_address(body: str) -> bool:
    """Whether a line ends within an address of the web or of mail."""
    return _ADDRESS.search(body[-_ADDRESS_REACH:]) is not None
