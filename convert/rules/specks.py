"""Specks of the scan that were read as characters."""

from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

_SPECKS: Final = frozenset("|_`'^~.,")
_LAST: Final = regex(rf"[|_`'^~.,][{chars.BLANKS}]*(?:\n|\Z)")  # the search is quick where a class comes first
_MARK: Final = regex("[|_¦][|_¦]*")
_NEAR: Final = 60  # characters to each side that show whether the line is prose
# What a bar parts from a name: 文|张三
_LABEL: Final = regex(
    "(?:[文图圖译譯校]|作者|记者|記者|编辑|編輯|责编|責編|摄影|攝影|来源|來源|供图|供圖|策划|策劃|设计|設計|绘图|繪圖)$"
)
_FULL: Final = frozenset(chars.PAUSES + chars.STOPS + chars.OPENING + chars.CLOSING)


def _speck(text: str, context: Context) -> Iterator[Found]:
    found = list(_lines(text))
    if "|" in text or "_" in text or "¦" in text:
        found += [match.span() for match in _MARK.finditer(text) if _is_speck(text, *match.span())]
    last = 0
    for start, end in sorted(found):
        if start >= last:
            yield Edit(start, end, "", Confidence.LIKELY)
            last = end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold one or two specks, blanks aside, and nothing else."""
    for match in _LAST.finditer(text):
        first = match.start()
        start = text.rfind("\n", 0, first) + 1
        if first > start and text[first - 1] in _SPECKS:
            first -= 1
        if not text[start:first].strip(chars.BLANKS):
            yield start, match.end()


def _is_speck(text: str, start: int, end: int) -> bool:
    """Whether a single bar stands between the ideographs of a sentence, or alone at the edge of a line of prose."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = text[end : end + _NEAR].partition("\n")[0]
    if end - start > 1 or text[start] in before + after or not any(mark in before + after for mark in "，。；"):
        return False
    left, right = before.rstrip()[-1:], after.lstrip()[:1]
    if not left or not right:
        return bool(left or right) and all(ch in _FULL or chars.is_han(ch) for ch in left + right)
    return not _LABEL.search(before.rstrip()) and all(
        ch in _FULL or chars.is_han(ch) for ch in (before[-1:], after[:1])
    )


SPECK: Final = Rule(
    "speck",
    "A speck of the scan that was read as a bar, dot or line",
    _speck,
    (
        ("全会听取和讨论了工作报告，审议通|过了决定。", "全会听取和讨论了工作报告，审议通过了决定。"),
        ("| 全会听取和讨论了工作报告，", " 全会听取和讨论了工作报告，"),
        ("第一行\n.\n第二行\n", "第一行\n第二行\n"),
    ),
    ("文 | 张三，图 | 李四", "姓名|职务|备注", "填空：____。", "本文作者|张三，李四"),
    reach=100,
)

BEFORE_REFLOW: Final = (SPECK,)
