"""What the words on both sides of a line end say, as log odds for a join.

The figures are rounded: the logarithm of how much more often a sign stands at line ends within a
paragraph than at those between two. A full stop stands at one line end in twenty within, at nearly
every one between: log(0.05) = -3. A pause is thirty times as rare at a paragraph's end.
"""

from typing import Final

from ... import chars
from ...lines import Tail
from ...patterns import regex

# A line that opens like this begins a block of its own: numbering, statutes, datelines, headings in brackets, bullets.
OPENING_LINE: Final = regex(
    r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．]|\. |\.(?=[^\d\s]))"
    r"|第[一二三四五六七八九十百零〇\d]{1,5}[章节節条條编編篇部卷回讲講][\s　]"
    r"|[①-⑳⑴-⑿■◆●★▲□◇○☆△▶►•]|本报[^，。]{0,12}讯|本報[^，。]{0,12}[訊電]|(?:新华社|新華社|中新社|中新网)[^，。]{0,12}[电電]"
    r"|[（(](?:下[转轉]|上接|完[）)]|[记記]者|作者|据新华社|據新華社)|【|(?:记者|記者|摄影|攝影|责任编辑|責任編輯|编者按|編者按|图为|圖為)[^，。]{0,20}$"
)
# Words that want something after them, or before them, within one sentence.
_LEADS: Final = frozenset(
    "的和与與在是为為把被对對从從向将將以及或并並而但不也就都还還其该該这這那每各使让讓由于於至到自給给用有無无所最更很再又未已"
)
CUT: Final = 2.0  # log odds where a line ends within a sentence
ENDED_MOST: Final = -0.7  # and the most where a sentence ends, with the best of beginnings
_JUMP: Final = regex("[（(](?:下[转轉]|[转轉]|[紧緊]接)第?[^（(）)]{1,10}[版页頁][^（(）)]{0,8}[）)]$")
_JUMPED: Final = -8.0
WEAK_ENDS: Final = "）)】—摄攝"
_FOLLOWS: Final = frozenset("的了着著过過们們和与與及等地得之性化者而则則也都就吗嗎呢吧")
# With what a further sentence of a paragraph begins four times as often as the first one: whom or what it was about,
# or that it adds something; and the reverse: somebody else speaks, the meeting, the reporter.
_GOES_ON: Final = frozenset("他她它其也只即你要例譬况況至")
_NEW_TURN: Final = regex("[“「]|[问問答曰][：:]|(?:大|全|与|與)?[会會](?:[议議]|上)|[记記]者")
_BOUND: Final = regex("[们們吗嗎吧呢]|的(?![士确確的])")  # nothing begins with them at all
_BOUND_ODDS: Final = 3.0
_REACH: Final = 300  # characters: brackets and quotes are rarely longer
_OPENING: Final = "“「『《（("
_PAIR_MARK: Final = regex("[“”「」『』《》（）()]")
NEVER_FIRST: Final = frozenset(chars.PAUSES + chars.STOPS + chars.CLOSING + "%％")
_LABEL: Final = regex(rf"[{chars.HAN_CLASS}]{{1,4}} ?[：:]")  # 作者：, 问：
_DAY: Final = regex(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
# First characters after which there is something to look at.
TELLING: Final = (
    _FOLLOWS
    | NEVER_FIRST
    | frozenset("“「『‘（(【—第本新中记記摄攝责責编編图圖一二三四五六七八九十0123456789")
    | frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿■◆●★▲□◇○☆△▶►•")
)
FIELDS: Final = 8.0  # prose has one wide space at the most, behind a number or within a title
_GAP: Final = regex("[^ 　](?:　|  )")
_CREDIT_REACH: Final = 24
_CREDITED: Final = regex("(?:[记記]者|[　 ])[^。，！？]{1,16}[摄攝]$")
_BYLINE: Final = regex(
    "(?:本[报報刊])?(?:特[约約派])?(?:[记記]者|通[讯訊][员員]|[实實][习習]生)[ 　/／][^，。；！？：]{2,40}"
)
_FIELD: Final = regex(f"(?:[|｜] ?)?[{chars.HAN_CLASS}]{{2,8}} ?[：:]")  # 时间：, 跌幅最大蓝筹：
# Who made it, and no sentence: 作者：, |译者：
_MAKER: Final = regex(
    "(?:[|｜] ?)?(?:作者|[译譯]者|撰?文|[图圖]|[摄攝]影|[编編][辑輯]|整理|口述|[采採][访訪]|[来來]源)"
    " ?[：:|｜][^。！？；]*$"
)
_CREDITS: Final = 8.0
_SIGNED: Final = regex("[。！？…][”」』] ?—{1,2}[^。！？；—]{2,30}$")  # whose the words in quotes are
_SIGNED_REACH: Final = 40
_CAPITALS: Final = regex("[A-Z]{2,} [A-Z]{2,}$")
_CAPITALS_FIRST: Final = regex("[A-Z]{2,}(?: [A-Z]{2,}|$)")
PAIR_MOST: Final = 10.0
NUMBER_CUT: Final = 5.0  # nothing else begins with a digit after a digit and a point
DATELINE_CUT: Final = 12.0  # nor does a dateline end before its 电 or 讯, or before the bracket with its reporter
_AGENCY: Final = "据本新中據"
_DATELINE: Final = regex(
    "(?:据|據)?(?:本报|本報|新华社|新華社|中新社)[^，。！？；：（(]{0,24}[讯電电訊](?=[ \u3000（(])"
)
# A report whose first words stand behind its dateline, or behind whose it is: 本报讯（记者董浩天）历, 【體育組】世界
_REPORT: Final = regex(
    "(?:(?:据|據)?(?:本报|本報|新华社|新華社|中新社|中央社)[^，。！？；：（(]{0,24}[讯电電訊]"
    "(?:[（(][^）)]{1,30}[）)]|[ \u3000])"
    "|[【（(][^】）)]{0,24}(?:[讯電电訊组組]|报道|報道|報導|记者[^】]{2,9}|記者[^】]{2,9})[】）)])[^（(]"
)
_REPORT_FIRST: Final = frozenset("据本新中據【（(")
_REPORT_ODDS: Final = 5.0
# Words, and days, that open a sentence before a comma, and no heading.
_OPENER: Final = regex(
    "(?:(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|(?:如|而|当|當)今|[目日眼]前|近[日来來]|近年[来來]|[这這]年.?|[今去前昨当當][年天日晨晚]|[连連]日[来來]"
    "|[据據](?:悉|了解|介[绍紹]|[统統][计計]|[报報]道)|此外|另外|同[时時]|然而|但是?|不[过過]|因此|所以|其中|例如|比如|[随隨][后後]|[后後][来來]"
    "|最[后後]|[当當][时時]|有一[天次]|有人[说說]|[会會][议議][^，]{1,4}|全[会會][^，]{1,4}|[记記]者[^，。]{2,8}|[编編][辑輯]同志)[，：]"
)
_OPENER_ODDS: Final = 2.0
_DIGITS: Final = frozenset("0123456789")
_NUMERAL: Final = frozenset("0123456789.,")
_CUT_NUMBER: Final = regex(
    r"\d[.,]\|\d|月(?:\d\|\d?|\d\d\|)日|(?<!\d)(?:\d{4}\||[12](?:\|\d{3}|\d\|\d\d|\d\d\|\d))年(?![轻輕来來货貨味夜画畫])|\d\|[亿億万萬%％℃]"
)
# One character and a mark; those that are called out, or addressed, stand so.
_FIRST_STUB: Final = regex(
    f"[^啊唉哎哦噢喂嗨嗯哼呸嘿哈呵咦嗬欸诶看听聽瞧是对對好不行来來哟喲呀噫嗟兄弟爸妈媽爹娘我你他她答问問曰{chars.DASH}\\W]"
    f"[{chars.PAUSES}{chars.STOPS}]"
)
_BEGUN_STUB: Final = 3.0
_LAST_STUB: Final = regex(f"(?<=[，；：])[{chars.HAN_CLASS}]{{1,2}}$")
_LAST_STUB_ODDS: Final = 2.5
_VERSE: Final = 34  # characters: lines of verse are shorter
_PAUSE: Final = regex("[，、：]")
_WISHING: Final = regex(
    "(?:此致|[敬谨謹恭遥遙顺順]?祝|祝愿|祝願|[顺順即敬并並恭此][颂頌请請])$"
)  # 即颂, and 文安 on the next line
_WISH: Final = 12  # characters
_HEADING: Final = regex("第[一二三四五六七八九十百零〇\\d]{1,5}[章节節编編篇部卷回]|[一二三四五六七八九十]{1,3}[、．.]")


def pair_odds(a: str, b: str) -> float:
    """What brackets and quotes say: one that the line leaves open, and the more if the next closes it."""
    before = _PAIR_MARK.findall(a[-_REACH:])
    if not before or before[-1] not in _OPENING:
        return 0.0
    after = _PAIR_MARK.search(b[:_REACH])
    return PAIR_MOST if after and after[0] not in _OPENING else 2.0


def tail_odds(body: str, tail: Tail) -> float:
    """What the end of the line before says."""
    last = body[-1]
    if tail is Tail.ENDED:
        return -1.5 if last in "：:；;" else -3.0
    if tail is Tail.OPEN:
        return 3.0
    if last in WEAK_ENDS:
        return _JUMPED if _JUMP.search(body[-_CREDIT_REACH:]) else 0.0
    return CUT + 1.0 if last in _LEADS else CUT


def head_odds(body: str, before: Tail) -> float:
    """What the beginning of the line after says."""
    first = body[0]
    if before is Tail.ENDED:
        if first in _GOES_ON:
            return 1.0
        if _NEW_TURN.match(body):
            return -2.0
    if first not in TELLING:
        return -1.5 if _LABEL.match(body) else 0.0
    if first in _FOLLOWS:
        return _BOUND_ODDS if _BOUND.match(body) else 0.8
    if first in NEVER_FIRST:
        return 6.0
    if OPENING_LINE.match(body):
        return -4.0 if len(body) > 1 else 6.0  # a note's number by itself was parted from its sentence
    if first in "“「『‘—":
        return -1.0
    if not _DAY.match(body):
        return 0.0
    return -0.5 if before is Tail.ENDED else -1.0  # many a sentence begins with a day


def latin_odds(a: str, b: str) -> float:
    """What it says that Latin letters stand on both sides: nothing in Chinese begins with a small one."""
    left, right = a[-1], b[0]
    if left > "z" or right > "z" or not (left.isalpha() and right.isalpha()):
        return 0.0
    if right.islower():
        return 5.0
    return 4.0 if _CAPITALS.search(a) and _CAPITALS_FIRST.match(b) else 1.5


def stub_odds(a: str, b: str) -> float:
    """What a clause of hardly a word says on either side, where lines are not wrapped: no heading or paragraph has one.

    That is a first one before a mark (产值达到21亿|元，带动), or a last one behind it (读书会每月一次，到|去年底).
    """
    odds = _BEGUN_STUB if _FIRST_STUB.match(b) else 0.0
    last = _LAST_STUB.search(a)
    return odds + _LAST_STUB_ODDS if last and last.end() - last.start() < len(a) / 3 else odds


def number_odds(a: str, b: str) -> float:
    """What it says that a number seems cut in two: 128.|6亿元, 11月2|8日, 198|4年; or parted from what it counts."""
    if a[-1] not in _NUMERAL or len(a) < 5:
        return 0.0
    if _CUT_NUMBER.search(f"{a[-5:]}|{b[:4]}"):
        return NUMBER_CUT
    return 2.0 if a[-1] in _DIGITS and b[0] in _DIGITS else 0.0


def field_odds(a: str, b: str) -> float:
    """What white space within the lines says: a masthead, a folio or a credit is a line of its own."""
    credited = _CREDITED.search(a[-_CREDIT_REACH:]) or _BYLINE.fullmatch(a)
    labelled = _FIELD.match(a) and _FIELD.match(b)
    odds = -FIELDS * (is_fields(a) + is_fields(b)) - (FIELDS if credited or labelled else 0.0)
    return odds - _CREDITS if not b[0].islower() and _MAKER.match(a) else odds


def is_fields(body: str) -> bool:
    """Whether a line is no prose, but names and numbers set apart: 2019年4月8日　星期一　第1版"""
    if chars.IDEOGRAPHIC_SPACE not in body and "  " not in body:
        return False
    return len(_GAP.findall(body)) > 1 and not any(stop in body for stop in chars.STOPS)


def dateline_odds(a: str, b: str) -> float:
    """What it says that a dateline seems cut: 据新华社日内瓦6月1|8日电（记者…."""
    if a[0] not in _AGENCY or len(a) > 30:
        return 0.0
    found = _DATELINE.match(a + b[:16])
    if not found or found.end() < len(a) or (found.end() == len(a) and not b.startswith(("（记者", "（記者", "(记者"))):
        return 0.0
    return DATELINE_CUT


def shape_odds(a: str, b: str, ended: bool) -> float:
    """What the shapes of an unfinished line and the next say, where lines are not wrapped.

    Headings are short and hold no stop; what a page's end cut in two is rarely short on both sides.
    """
    begun = max(a.rfind(mark) for mark in "。！？；")
    if begun >= 0:  # prose, whose last sentence is not at its end
        odds = 3.0 + min(1.5, 0.5 * len(_PAUSE.findall(a, begun)))
    else:
        pauses = len(_PAUSE.findall(a))
        least = 2.0 if a[-1] in "，、" and len(b) >= _VERSE else -2.5  # no heading ends with a comma, but verse does
        odds = max(least, min(1.0 + 0.5 * pauses, 3.0, (len(a) - 34) / 8 + pauses))
    if a[0] in _REPORT_FIRST and _REPORT.match(a):
        odds = max(odds, _REPORT_ODDS)
    elif _OPENER.match(a):
        odds = max(odds, _OPENER_ODDS)
    elif a[0] in "—":
        odds -= 3.5 if "。" in a else 6.0
    elif _SIGNED.search(a[-_SIGNED_REACH:]):
        odds -= 6.0
    elif a[0] == "【" or _HEADING.match(a):
        odds -= 2.0
    if a[-1] in "）)—":
        odds -= 2.5
    short = len(a) + len(b)
    if short < 50:
        odds -= 3.0 * (1 - short / 50)
    if not ended and len(b) < 30:
        odds -= 3.0 + 2.0 * (a[-1] in "，、" and b[-1] in "，、")  # lines of verse
    if len(b) <= _WISH and _WISHING.search(a[-4:]):
        odds -= 6.0
    return odds
