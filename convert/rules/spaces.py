"""Single spaces beside Chinese marks and between Chinese and Western text; those that mean something stay."""

import re
from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from .rule import Context, Found, Rule

_PAUSES: Final = chars.PAUSES + chars.STOPS
_BLANK: Final = "[" + chars.BLANKS.replace("\t", "") + "]"
# Behind something visible. The search is quick where a class of one character comes first.
_GAP: Final = regex(f"{_BLANK}(?<=[^\n{chars.BLANKS}]{_BLANK}){_BLANK}*(?=[^\n\t])")
_INNER_LEFT: Final = frozenset(_PAUSES + chars.OPENING)
_INNER_RIGHT: Final = frozenset(_PAUSES + chars.CLOSING)
_OUTER_LEFT: Final = frozenset(chars.CLOSING + chars.DASH)
_OUTER_RIGHT: Final = frozenset(chars.OPENING + chars.DASH)
_INDENT: Final = "\u3000\u3000"
_WIDEST: Final = 2  # blanks beside a mark; wider ones belong to a table
_SIGNATURE: Final = regex(f"[^\n{_PAUSES}]{{1,8}}{_BLANK}[^\n{_PAUSES}]{{1,8}}$", re.M)  # 。　讀者 王大同

_CREDIT: Final = regex(f"[{chars.HAN_CLASS}]{{2,4}}{_BLANK}?[摄攝]$", re.M)  # 愈拉愈緊。 馮啟邦攝


def _gaps(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Runs of blanks within lines: start, end, the characters before and after."""
    for match in _GAP.finditer(text):
        start, end = match.span()
        yield start, end, text[start - 1], text[end]


def _beside_mark(text: str, context: Context) -> Iterator[Found]:
    for start, end, left, right in _gaps(text):
        if end - start > _WIDEST:
            continue
        if left in chars.STOPS and _CREDIT.match(text, end):
            continue
        if text[start:end] == chars.IDEOGRAPHIC_SPACE and left in chars.STOPS and _SIGNATURE.match(text, end):
            continue
        # two ideographic spaces after a mark were the indent of a paragraph
        if right in _INNER_RIGHT or (left in _INNER_LEFT and text[start:end] != _INDENT):
            yield start, end, ""


SPACE_BESIDE_MARK: Final = Rule(
    "space-beside-mark",
    "A space beside a pause or stop, or within brackets and quotes",
    _beside_mark,
    (("会议要求 ， 要坚持", "会议要求，要坚持"), ("《 决定 》", "《决定》"), ("一、 总则", "一、总则")),
    (
        "“滑雪摇篮 冰雪地标”",
        "会议结束。　　第二天",
        "（一）　总则",
        "项目：     金额",
        "敬請更正。\u3000讀者 王大同",
        "繩結愈拉愈緊。 馮啟邦攝",
    ),
    "CY/T 154-2017; CLREQ (marks bring their own white)",
    reach=100,
)

_PROSE: Final = regex("[，。；]")
_PROSE_REACH: Final = 100


def _outside(text: str, context: Context) -> Iterator[Found]:
    for start, end, left, right in _gaps(text):
        if end - start > 1 or not (left in _OUTER_LEFT or right in _OUTER_RIGHT):
            continue
        if left == "》" and text[start] == chars.IDEOGRAPHIC_SPACE:
            continue  # a title and its author are fields
        before = text[max(0, start - _PROSE_REACH) : start].rpartition("\n")[2]
        if left == chars.DASH and not before.strip(chars.DASH):
            continue  # a signature or a list's dash
        if _PROSE.search(before) or _PROSE.search(text[end : end + _PROSE_REACH].partition("\n")[0]):
            yield start, end, ""


SPACE_OUTSIDE_BRACKET: Final = Rule(
    "space-outside-bracket",
    "A space before or after brackets, quotes or a dash in prose",
    _outside,
    (("市和区 （县） 人民政府应当加强领导，提高意识。", "市和区（县）人民政府应当加强领导，提高意识。"),),
    ("坚持“四个着力” 推动吉林振兴", "—— 张三，诗人", "《决定》 全文发布", "《高街紀事》\u3000方若愚著，石榴出版"),
    "CY/T 154-2017; CLREQ (marks bring their own white)",
    reach=200,
)

_WESTERN: Final = "0-9A-Za-z"
_EXOTIC: Final = regex("[\u00a0\u2002-\u200a\u202f\u205f]")
_EDGE: Final = regex(
    rf"(?<=[{chars.HAN_CLASS}]){_BLANK}?(?=[{_WESTERN}])|(?<=[{_WESTERN}%]){_BLANK}?(?=[{chars.HAN_CLASS}])"
)
_THIN: Final = "\u2009"


def _western(text: str, context: Context) -> Iterator[Found]:
    if context.settings.spacing == "thin":
        yield from ((m.start(), m.end(), _THIN) for m in _EDGE.finditer(text) if m[0] != _THIN)
    elif context.settings.spacing == "none":
        for start, end, left, right in _gaps(text):
            if _is_edge(left, right):
                yield start, end, ""
    else:
        for match in _EXOTIC.finditer(text):
            start, end = match.span()
            if _is_edge(text[start - 1 : start], text[end : end + 1]):
                yield start, end, " "


def _is_edge(left: str, right: str) -> bool:
    """Whether Chinese meets Western text."""
    if not left or not right:
        return False
    western = right if chars.is_han(left) else left if chars.is_han(right) else ""
    return western.isascii() and (western.isalnum() or western == "%")


WESTERN_SPACING: Final = Rule(
    "western-spacing",
    "A space between Chinese and Western text other than the one the settings ask for",
    _western,
    (("共\u00a020\u2009家企业", "共 20 家企业"),),
    ("共 20 家企业", "共20家企业"),
    "CY/T 154-2017",
    reach=100,
)

BEFORE_REFLOW: Final = (SPACE_BESIDE_MARK,)
AFTER_REFLOW: Final = (SPACE_OUTSIDE_BRACKET, WESTERN_SPACING)
