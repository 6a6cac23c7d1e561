"""The items of a paper's imprint (报头, 版权): what dates and numbers an issue, and who makes, prints and sells it.

They stand in a row or a column below the nameplate, and again below the last article, parted by blanks.
"""

from typing import Final

from ..chars import HAN_CLASS
from ..patterns import regex
from .bylines import credits_beside_day
from .dates import printed_date
from .signs import COUNT, any_of, plain

LONGEST: Final = 160  # characters of a line

_BLANK: Final = regex(r"[\s\u3000|｜]+")
_NUMBER = r"[0-9０-９〇零一二三四五六七八九十百千]{1,8}"
# What dates and numbers an issue.
_DATING: Final = regex(
    rf"(?:公元)?[0-9〇○零一二三四五六七八九]{{4}}年{COUNT}月(?:{COUNT}日)?.{{0,8}}|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]"
    rf"|(?:农历|農曆|夏历|夏曆|阴历|陰曆|旧历|舊曆).{{4,16}}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.{{2,8}}"
    rf"|(?:[0-9]{{4}}年)?(?:[总總]?第{_NUMBER}[期号號卷](?:第{_NUMBER}[期号號])?|[总總]第?{_NUMBER}期)(?:[（(].{{2,14}}[）)])?"
    rf"|(?:今日|本期|本报今日|共){COUNT}大?[版页頁張张]|创刊号|創刊號|试刊号?"
)
# What names its registration and its makers, without a colon.
_NAMING: Final = regex(
    rf"(?:国内统一(?:连续出版物|刊)号|國內統一(?:連續出版物|刊)號|刊号|刊號|邮发代号|郵發代號|代号|CN|ISSN)\s*[:：]?\s*[0-9A-Z()（）/／—–\-－]{{4,}}"
    rf"|[{HAN_CLASS}]{{2,20}}(?:主管|主办|主辦|承办|承辦|出版|编印|編印|发行|發行)"
    r"|(?:每份)?(?:零售|定价|定價|售价|售價)\S{0,4}[0-9.０-９一二三四五六七八九十]+\s*[元角分]\S{0,4}"
)
_FIELD = any_of(
    """社址 地址 本报地址 本報地址 报社地址 邮政编码 邮编 郵政編碼 郵編 邮发代号 郵發代號 国内统一刊号
    国内统一连续出版物号 刊号 刊號 主管 主管单位 主办 主办单位 主辦 出版 出版单位 编印 印刷 印刷单位 承印 承印单位
    印刷者 发行 发行单位 發行 發行所 发行人 發行人 社长 社長 总编辑 總編輯 总编 主编 主編 副总编辑 副總編輯 电话
    電話 总机 總機 编辑部 編輯部 编辑部电话 广告部 广告部电话 广告热线 廣告專線 发行部 发行部电话 发行热线 订阅热线
    新闻热线 新聞熱線 热线 熱線 值班电话 传真 傳真 网址 網址 电子邮箱 电子信箱 邮箱 信箱 广告经营许可证 广告许可证
    零售 定价 定價 售价 每份 每月定价"""
)
_LABELLED: Final = regex(rf"(?P<field>{_FIELD})(?:\s*[：:].{{2,60}}|号\s*[：:]?.{{2,40}})")
_NEXT: Final = regex(rf"(?<=\S)[\s\u3000|｜]+(?={_FIELD}\s*[：:]|(?:每份)?(?:零售|定价|定價|售价|售價))")
_PUBLISHERS: Final = regex(
    any_of("社址 邮政编码 郵政編碼 邮编 邮发代号 刊号 发行人 發行人 承印 印刷 零售 广告经营许可证")
)
_LATIN: Final = regex(r"[A-Za-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'’ .·-]{4,40}")
_STOPS: Final = regex("[。！？；]")
_DAY_APART: Final = regex(r"(?<=月)[\s\u3000]+([0-9]{1,2})(?=[\s\u3000])")  # 2025年9月　3　星期三
# 国内统一连续出版物号 CN 22-0099 is one item.
_CODE: Final = regex(
    r"(?<=CN|SN)[\s\u3000]+(?=[0-9])|(?<=物号|物號|刊号|刊號)[\s\u3000]+(?=CN|ISSN|[0-9])|(?<=代号|代號)[\s\u3000]+(?=[0-9])"
)


def is_dating(body: str) -> bool:
    """Whether a line does nothing but date and number an issue: 星期一, 第4567期　今日16版."""
    if len(body) > LONGEST or _STOPS.search(body):
        return False
    parts = _BLANK.split(_DAY_APART.sub(r"\1日", body.strip()))
    return all(map(_dates, parts)) and not credits_beside_day(plain(body))


def is_imprint(body: str) -> bool:
    """Whether a line holds nothing but items of an imprint, of whatever kind: 第21873号　国内统一刊号：CN22-0001."""
    if len(body) > LONGEST or _STOPS.search(body):
        return False
    parts = _NEXT.split(_DAY_APART.sub(r"\1日", _CODE.sub("", body.strip())))
    items = all(_is_item(part) or all(map(_is_item, _BLANK.split(part))) for part in parts)
    return items and not credits_beside_day(plain(body))


def is_publishers_line(body: str) -> bool:
    """Whether a line tells how to reach or buy the paper, as below the last article: 社址：… 邮政编码：…

    A field of a single kind that notices have too (电话：…) does not tell.
    """
    if len(body) > LONGEST or not ("：" in body or ":" in body) or _STOPS.search(body):
        return False
    parts = _NEXT.split(body.strip())
    fields = [found for part in parts if (found := _LABELLED.fullmatch(part))]
    return (
        bool(fields)
        and all(_LABELLED.fullmatch(part) or _NAMING.fullmatch(part) for part in parts)
        and (len(parts) > 1 and any(map(_PUBLISHERS.match, parts)))
    )


def is_latin_name(body: str) -> bool:
    """Whether a line can be a paper's name in pinyin or English: JIANGNAN WANBAO."""
    return _LATIN.fullmatch(body) is not None


def _is_item(part: str) -> bool:
    return _dates(part) or bool(_NAMING.fullmatch(part) or _LABELLED.fullmatch(part))


def _dates(item: str) -> bool:
    return bool(_DATING.fullmatch(item)) or bool(printed_date(item) and len(item) <= 24)
