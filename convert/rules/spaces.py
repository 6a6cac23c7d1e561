"""Spaces that OCR engines put between ideographs and around Chinese marks; those that mean something stay."""

import re
from collections.abc import Iterator
from typing import Final

from .. import chars
from .rule import Context, Found, Rule

_PAUSES: Final = chars.PAUSES + chars.STOPS
_WIDE: Final = f"[{chars.HAN_CLASS}{_PAUSES}{chars.OPENING}{chars.CLOSING}—…·]"

# Spaced text: a line most of whose ideographs stand apart.
_APART: Final = re.compile(rf" (?<={_WIDE} )(?={_WIDE})")
_CLOSE: Final = re.compile(rf"{_WIDE}(?={_WIDE})")
_RUN: Final = re.compile(r" (?<=[^ \n] ) *(?=[^ \n])")
_WORDS: Final = re.compile(r"[!-~]+(?: {1,3}[!-~]+)+")
_SHARE: Final = 0.6  # of neighbours that stand apart, from which on a line is spaced
_WORDS_SHARE: Final = 0.3  # the same where words, not ideographs, stand apart
_MANY: Final = 8
_ROW: Final = 40  # ideographs, below which a line may be the row of a table
_LONE: Final = re.compile(f" [{chars.HAN_CLASS}](?= )")
_ENOUGH: Final = 4  # neighbours that stand apart, for a line to be judged by itself
_BLANK_REACH: Final = 40  # characters within which the next line is looked for
_VISIBLE: Final = re.compile(r"\S")
_VISIBLE_BEFORE: Final = re.compile(r"\S(?=\s*$)")
_CROWDED: Final = 40  # characters within which so many stand, if any line is spaced
_LETTER_SPACED: Final = 1.8  # mean length of Western words below which their letters stand apart
# A row of a calendar or of choices is set apart on purpose.
_ORDINALS: Final = frozenset("〇零一二三四五六七八九十日年月时時甲乙丙丁戊己庚辛壬癸東东南西北中")


def _spaced_lines(text: str, places: list[int]) -> list[tuple[int, int]]:
    """Spans of the lines of spaced text, given where ideographs stand apart.

    A line too short or too Western to be judged follows its neighbours.
    """
    judged: dict[int, tuple[int, int, int]] = {}  # of each line: its end, the pairs that stand apart, and close
    end = -1
    for at in places:
        if at >= end:
            start, end = _line_at(text, at)
            judged[start] = (end, *_pairs(text, start, end))
    spaced: dict[int, int] = {}
    for start, (end, apart, close) in judged.items():
        if apart < _ENOUGH or not _is_apart(text, start, end, apart, close):
            continue
        if len(line := text[start:end].replace(" ", "")) < _ROW and _ORDINALS.issuperset(line):
            continue
        spaced[start] = end
        for near, last in (_line_before(text, start), _line_after(text, end)):
            if near < last and near not in spaced:
                _, apart, close = judged[near] if near in judged else (last, *_pairs(text, near, last))
                if _is_apart(text, near, last, apart, close):
                    spaced[near] = last
    return sorted(spaced.items())


def _pairs(text: str, start: int, end: int) -> tuple[int, int]:
    """How many neighbouring ideographs or marks of a line stand apart, and how many close."""
    return len(_APART.findall(text, start, end)), len(_CLOSE.findall(text, start, end))


def _is_apart(text: str, start: int, end: int, apart: int, close: int) -> bool:
    """Whether most of the ideographs of a line stand apart, or most of its words."""
    if apart >= _SHARE * (apart + close):
        return True
    # words set apart: many of them have one ideograph, names in a list have not
    if apart < max(_MANY, _WORDS_SHARE * (apart + close)):
        return False
    return len(_LONE.findall(text, start, end)) >= apart / 4


def _line_at(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _line_before(text: str, start: int) -> tuple[int, int]:
    """The last line before an offset that is not blank; the offset itself where there is none."""
    at = _VISIBLE_BEFORE.search(text[max(0, start - _BLANK_REACH) : start])
    return _line_at(text, start - (min(start, _BLANK_REACH) - at.start())) if at else (start, start)


def _line_after(text: str, end: int) -> tuple[int, int]:
    at = _VISIBLE.search(text, end, end + _BLANK_REACH)
    return _line_at(text, at.start()) if at else (end, end)


def _spaced(text: str, context: Context) -> Iterator[Found]:
    places = [match.start() for match in _APART.finditer(text)]
    if not any(b - a <= _CROWDED for a, b in zip(places, places[_ENOUGH - 1 :], strict=False)):
        return
    for start, end in _spaced_lines(text, places):
        words = [m.span() for m in _WORDS.finditer(text, start, end) if _has_words(m[0])]
        if not words and text.find("  ", start, end) < 0:
            yield from ((match.start(), match.end(), "") for match in _RUN.finditer(text, start, end))
            continue
        at = 0
        for match in _RUN.finditer(text, start, end):
            here, stop = match.span()
            while at < len(words) and words[at][1] <= here:
                at += 1
            if at < len(words) and words[at][0] < here and not text[here - 1 : stop + 1].replace(" ", "").isdigit():
                continue
            meant = stop - here > 1 and _means_something(text[here - 1], text[stop])
            yield here, stop, " " if meant else ""


def _has_words(western: str) -> bool:
    words = western.split()
    return sum(map(len, words)) >= _LETTER_SPACED * len(words)


def _means_something(left: str, right: str) -> bool:
    """Whether a space wider than the rest of a spaced line is one that the page had."""
    return (chars.is_han(left) and chars.is_han(right)) or (left.isascii() and right.isascii())


SPACED_TEXT: Final = Rule(
    "spaced-text",
    "Spaces between all the ideographs of a line",
    _spaced,
    (
        ("全 会 由 省 委 常 委 主 持 。 省 委 书 记 作 讲 话 。", "全会由省委常委主持。省委书记作讲话。"),
        (
            "全会 由 省委 常委 主持 ， 省委 书记 在 会上 作 了 重要 的 讲话",
            "全会由省委常委主持，省委书记在会上作了重要的讲话",
        ),
        ("新 书 于 2 0 2 3 年 出 版 , 作 者 是 L i n u s  T.", "新书于2023年出版,作者是Linus T."),
    ),
    ("牢记嘱托 感恩奋进 全力推动吉林全面振兴", "张三 李四 王五 赵六 孙七 周八", "日 一 二 三 四 五 六", "第一条 为了"),
)

_BLANK: Final = "[" + chars.BLANKS.replace("\t", "") + "]"
_BLANKS_RUN: Final = re.compile(f"{_BLANK}{_BLANK}*")  # the search is quick where a class of one character comes first
_INNER_LEFT: Final = frozenset(_PAUSES + chars.OPENING)
_INNER_RIGHT: Final = frozenset(_PAUSES + chars.CLOSING)
_OUTER_LEFT: Final = frozenset(chars.CLOSING + chars.DASH)
_OUTER_RIGHT: Final = frozenset(chars.OPENING + chars.DASH)
_INDENT: Final = "\u3000\u3000"
_WIDEST: Final = 2  # blanks beside a mark; wider ones belong to a table


def _gaps(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Runs of blanks within lines: start, end, the characters before and after."""
    for match in _BLANKS_RUN.finditer(text):
        start, end = match.span()
        left, right = text[start - 1 : start], text[end : end + 1]
        if left and right and left not in "\n\t" and right not in "\n\t":
            yield start, end, left, right


def _beside_mark(text: str, context: Context) -> Iterator[Found]:
    for start, end, left, right in _gaps(text):
        if end - start > _WIDEST:
            continue
        # two ideographic spaces after a mark were the indent of a paragraph
        if right in _INNER_RIGHT or (left in _INNER_LEFT and text[start:end] != _INDENT):
            yield start, end, ""


SPACE_BESIDE_MARK: Final = Rule(
    "space-beside-mark",
    "A space beside a pause or stop, or within brackets and quotes",
    _beside_mark,
    (("会议要求 ， 要坚持", "会议要求，要坚持"), ("《 决定 》", "《决定》"), ("一、 总则", "一、总则")),
    ("“滑雪摇篮 冰雪地标”", "会议结束。　　第二天", "（一）　总则", "项目：     金额"),
    "CY/T 154-2017; CLREQ 3.2.2",
)

_PROSE: Final = re.compile("[，。；]")
_PROSE_REACH: Final = 100


def _outside(text: str, context: Context) -> Iterator[Found]:
    for start, end, left, right in _gaps(text):
        if end - start > 1 or not (left in _OUTER_LEFT or right in _OUTER_RIGHT):
            continue
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
    ("坚持“四个着力” 推动吉林振兴", "—— 张三，诗人", "《决定》 全文发布"),
    "CY/T 154-2017; CLREQ 3.2.2",
)

_WESTERN: Final = "0-9A-Za-z"
_EXOTIC: Final = re.compile("[\u00a0\u2002-\u200a\u202f\u205f]")
_EDGE: Final = re.compile(
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
)

AT_FIRST: Final = (SPACED_TEXT,)
BEFORE_REFLOW: Final = (SPACE_BESIDE_MARK,)
AFTER_REFLOW: Final = (SPACE_OUTSIDE_BRACKET, WESTERN_SPACING)
