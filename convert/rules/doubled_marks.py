"""Marks that stand twice, and dots beside another mark: a sentence has room for one."""

from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

_PAUSES: Final = ("，，", "、、")
_QUOTES: Final = frozenset("“”‘’「」『』")
# The search is quick where two characters come first.
_ROWS: Final = {twice: regex(f"{twice}{twice[0]}*") for twice in (*_PAUSES, "。。")}
_DOTS: Final = regex(r"\.\.*")
_MARKS: Final = frozenset(chars.PAUSES + chars.STOPS)


def _doubled(text: str, context: Context) -> Iterator[Found]:
    found: list[Edit] = []
    for twice in _PAUSES:
        found += (Edit(at + 1, at + 2, "", Confidence.LIKELY) for at in _pairs(text, twice))
    found += (Edit(at, at + 2, "……", Confidence.DOUBTFUL) for at in _pairs(text, "。。"))
    for match in _DOTS.finditer(text) if "." in text else ():
        found += _dots(text, *match.span())
    yield from sorted(found)


def _pairs(text: str, twice: str) -> Iterator[int]:
    """Where a mark stands twice, and no more often: longer rows are meant for something else."""
    if twice in text:
        for match in _ROWS[twice].finditer(text):
            start, end = match.span()
            spoken_of = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES  # “，，”写错了
            if end - start == len(twice) and not spoken_of:
                yield start


def _dots(text: str, start: int, end: int) -> Iterator[Edit]:
    """A dot beside a mark is a speck, or half of what was read; two dots may be an ellipsis."""
    before, after = text[start - 1 : start], text[end : end + 1]
    behind_han = before != "" and chars.is_han(before)
    if end - start == 2 and behind_han:
        yield Edit(start, end, "……", Confidence.DOUBTFUL)
    elif end - start == 1 and ((after in _MARKS and behind_han) or (before in _MARKS and not _goes_on(after))):
        yield Edit(start, end, "", Confidence.LIKELY, "a dot beside another mark")


def _goes_on(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()


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
    reports=("他走了。。然后", "他走了..然后"),
    reach=20,
)

AFTER_REFLOW: Final = (DOUBLED_MARK,)
