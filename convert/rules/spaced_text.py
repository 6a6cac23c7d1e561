"""Spaced text: lines whose ideographs or letters an OCR engine set apart."""

from array import array
from collections.abc import Iterator, Sequence
from typing import Final

from .. import chars
from ..patterns import regex
from .rule import Context, Found, Rule

_WIDE: Final = f"[{chars.HAN_CLASS}{chars.PAUSES}{chars.STOPS}{chars.OPENING}{chars.CLOSING}—…·]"

_APART: Final = regex(rf" (?<={_WIDE} )(?={_WIDE})")
_CLOSE: Final = regex(rf"{_WIDE}(?={_WIDE})")
_RUN: Final = regex(r" (?<=[^ \n] ) *(?=[^ \n])")
_WORDS: Final = regex(r"[!-~](?<![!-~]{2})[!-~]*(?: {1,3}[!-~]+)+")
_SHARE: Final = 0.6  # of neighbours that stand apart, from which on a line is spaced
_ANY_APART: Final = regex(r" (?<=\S )(?=\S)")
_ANY_CLOSE: Final = regex(r"\S(?=\S)")
_WEAK_SHARE: Final = 0.3  # the same for any characters of a line beside spaced ones
_THOUSANDS: Final = regex("[0-9] ?[0-9] ?[0-9](?! ?[0-9])")
_MANY: Final = 8
_PAUSE: Final = regex("[，。：、；]")
_ROW: Final = 40  # ideographs, below which a line may be the row of a table
_ENOUGH: Final = 4  # neighbours that stand apart, for a line to be judged by itself
_BLANK_REACH: Final = 40  # characters within which the next line is looked for
_VISIBLE: Final = regex(r"\S")
_VISIBLE_BEFORE: Final = regex(r"\S(?=\s*$)")
_CROWDED: Final = 40  # characters within which so many stand, if any line is spaced
_LETTER_SPACED: Final = 1.8  # mean length of Western words below which their letters stand apart
# A row of a calendar or of choices is set apart on purpose.
_ORDINALS: Final = frozenset("〇零一二三四五六七八九十日年月时時甲乙丙丁戊己庚辛壬癸東东南西北中")


def _spaced_lines(text: str, places: Sequence[int]) -> list[tuple[int, int]]:
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
        if apart < max(_ENOUGH, _SHARE * (apart + close)):
            continue
        if len(line := text[start:end].replace(" ", "")) < _ROW and _ORDINALS.issuperset(line):
            continue
        spaced[start] = end
        if apart >= _MANY or _PAUSE.search(text, start, end):  # a heading set wide says nothing of its neighbours
            for step in (_line_before, _line_after):
                near, last = step(text, start, end)
                while near < last and near not in spaced and _is_weakly_apart(text, near, last):
                    spaced[near] = last
                    near, last = step(text, near, last)
    return sorted(spaced.items())


def _pairs(text: str, start: int, end: int) -> tuple[int, int]:
    """How many neighbouring ideographs or marks of a line stand apart, and how many close."""
    return len(_APART.findall(text, start, end)), len(_CLOSE.findall(text, start, end))


def _is_weakly_apart(text: str, start: int, end: int) -> bool:
    """Whether a line beside spaced text, short or Western as it may be, shares its spaces."""
    apart = len(_ANY_APART.findall(text, start, end))
    return apart >= _WEAK_SHARE * (apart + len(_ANY_CLOSE.findall(text, start, end)))


def _line_at(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _line_before(text: str, start: int, end: int) -> tuple[int, int]:
    """The last line before another that is not blank; an empty span where there is none."""
    at = _VISIBLE_BEFORE.search(text[max(0, start - _BLANK_REACH) : start])
    return _line_at(text, start - (min(start, _BLANK_REACH) - at.start())) if at else (start, start)


def _line_after(text: str, start: int, end: int) -> tuple[int, int]:
    at = _VISIBLE.search(text, end, end + _BLANK_REACH)
    return _line_at(text, at.start()) if at else (end, end)


def _spaced(text: str, context: Context) -> Iterator[Found]:
    places = array("I", (match.start() for match in _APART.finditer(text)))  # there may be a million
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
            if at < len(words) and words[at][0] < here and not _in_number(text, here, stop):
                continue
            meant = stop - here > 1 and _means_something(text[here - 1], text[stop])
            yield here, stop, " " if meant else ""


def _in_number(text: str, start: int, end: int) -> bool:
    """Whether the blanks of a spaced line stand within a number: 1 0, 2 .5, 7.2 %, 19, 200, 11: 7"""
    left, right = text[start - 1], text[end]
    if left.isdigit():
        return right.isdigit() or right == "%" or (right in ".,:" and text[end + 1 : end + 3].lstrip(" ")[:1].isdigit())
    if not right.isdigit() or left not in ".,:":
        return False
    return left != "," or _THOUSANDS.match(text, end) is not None


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
        ("去 年 售 价 1 ,9 80 元 ， 同 比 增 长 2 .5% ， 比 分 11: 7 。", "去年售价1,980元，同比增长2.5%，比分11:7。"),
        ("新 书 于 2 0 2 3 年 出 版 , 作 者 是 L i n u s  T.", "新书于2023年出版,作者是Linus T."),
    ),
    ("牢记嘱托 感恩奋进 全力推动吉林全面振兴", "张三 李四 王五 赵六 孙七 周八", "日 一 二 三 四 五 六", "第一条 为了"),
)
