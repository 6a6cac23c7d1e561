"""Marks that stand twice, and dots beside another mark: a sentence has room for one (GB/T 15834-2011)."""

from collections.abc import Iterator
from typing import Final

from .. import chars
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

_PAUSES: Final = ("，，", "、、")
_QUOTES: Final = frozenset("“”‘’「」『』")
_MARKS: Final = frozenset(chars.PAUSES + chars.STOPS)


def _doubled(text: str, context: Context) -> Iterator[Found]:
    found: list[Edit] = []
    for twice in _PAUSES:
        found += (Edit(at + 1, at + 2, "", Confidence.LIKELY) for at in _places(text, twice) if _is_alone(text, at, 2))
    for at in _places(text, "。。"):
        if _is_alone(text, at, 2):
            found.append(Edit(at, at + 2, "……", Confidence.DOUBTFUL))
    found += (edit for at in _places(text, ".") for edit in _dot(text, at))
    yield from sorted(found)


def _places(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + len(sought))


def _is_alone(text: str, at: int, size: int) -> bool:
    """Whether no more of the same stands around: longer rows are meant for something else."""
    before, after = text[at - 1 : at], text[at + size : at + size + 1]
    return before != text[at] != after and not (before in _QUOTES and after in _QUOTES)  # “，，” is spoken of


def _dot(text: str, at: int) -> Iterator[Edit]:
    """A dot beside a mark is a speck, or half of what was read; two dots may be an ellipsis."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if after == "." and chars.is_han(before or ".") and text[at + 2 : at + 3] != ".":
        yield Edit(at, at + 2, "……", Confidence.DOUBTFUL)
    elif (after in _MARKS and chars.is_han(before or ".")) or (before in _MARKS and not _goes_on(after)):
        yield Edit(at, at + 1, "", Confidence.LIKELY, "a dot beside another mark")


def _goes_on(ch: str) -> bool:
    return ch == "." or (ch.isascii() and ch.isalnum())


DOUBLED_MARK: Final = Rule(
    "doubled-mark",
    "Two pauses or stops side by side",
    _doubled,
    (
        ("会议强调，，要坚持", "会议强调，要坚持"),
        ("甲、、乙", "甲、乙"),
        ("这件事.，还是算了", "这件事，还是算了"),
        ("算了吧。.”", "算了吧。”"),
    ),
    (
        "好！！",
        "他想了想……走了",
        "例如Inc.，等等",
        "真的。",
        "他说：。。。。。",
        "“，，”写错了",
        "增长3.5%，.5",
        "、、、、",
    ),
    "GB/T 15834-2011, 5.1",
    reports=("他走了。。然后", "他走了..然后"),
    reach=20,
)

AFTER_REFLOW: Final = (DOUBLED_MARK,)
