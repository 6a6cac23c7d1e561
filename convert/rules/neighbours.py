"""What stands around a mark: whether its neighbours are Chinese, and where marks are none of Chinese text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from .. import chars
from ..patterns import regex

# Quotes of either script, half-width marks and blanks say nothing of the language around them: what they are
# themselves is decided by it.
_NEUTRAL: Final = "\"'“”‘’「」『』—….,;:!?-" + chars.BLANKS
_SKIP_LEFT: Final = _NEUTRAL + "()[]>"
_SKIP_RIGHT: Final = _NEUTRAL + "([<"
_REACH: Final = 8

# Addresses: each pattern begins with what is rare in text, what stands before it is looked up from there.
_WEB: Final = regex("://[!-~]*[A-Za-z0-9/&=#%_~-]")
_SITE: Final = regex("www\\.[!-~]*[A-Za-z0-9/&=#%_~-]")
_SCHEME: Final = regex("[A-Za-z][A-Za-z0-9+.-]*$")
_MAIL: Final = regex("@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}")
_MAILBOX: Final = regex("[A-Za-z0-9._%+-]+$")
_ENTITY: Final = regex("&#?[0-9A-Za-z]{2,8};")
# A line of a bibliography (GB/T 7714) keeps its half-width marks.
_CITATION: Final = regex(r"\[(?:[MCNJDRSPAGZ]|DB|CP|EB)(?:/OL|/CD)?\]")
# A program's call; names that begin small and go on large are a maker's: iPhone("苹果").
_CALL: Final = regex(r"""\((?:"[^"\n]{0,80}"|'[^'\n]{0,80}')\)""")
_FUNCTION: Final = regex(r"(?<![A-Za-z])[a-z_][a-z0-9_.]*$")
_FULL_SQUARE: Final = chars.FULLWIDTH_MARKS | set("○～％℃")


def is_wide(ch: str) -> bool:
    """Whether a character belongs to Chinese text: ideographs, kana, full-width marks; not full-width letters."""
    return bool(ch) and (
        "\u2e80" <= ch < "\ua000"
        or "\uf900" <= ch <= "\ufaff"
        or "\U00020000" <= ch < "\U000e0000"
        or ch in _FULL_SQUARE
    )


def left_of(text: str, at: int) -> str:
    """The nearest character before an offset that tells the language; "" at a line's start."""
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if text[i] not in _SKIP_LEFT:
            return "" if text[i] == "\n" else text[i]
    return ""


def right_of(text: str, at: int) -> str:
    """The nearest character from an offset on that tells the language; "" at a line's end."""
    for ch in text[at : at + _REACH]:
        if ch not in _SKIP_RIGHT:
            return "" if ch == "\n" else ch
    return ""


def _addresses(text: str, tail: re.Pattern[str], head: re.Pattern[str], reach: int) -> Iterator[tuple[int, int]]:
    """Spans of what a pattern finds, with what stands before it within a reach."""
    for match in tail.finditer(text):
        start = match.start()
        before = head.search(text, max(0, start - reach), start)
        yield before.start() if before else start, match.end()


def _citations(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that carry a bibliography's mark."""
    end = -1
    for match in _CITATION.finditer(text):
        if match.start() > end:
            start = text.rfind("\n", max(end, 0), match.start()) + 1
            end = text.find("\n", match.end())
            end = end if end >= 0 else len(text)
            yield start, end


def _calls(text: str) -> Iterator[tuple[int, int]]:
    """Spans of what looks like a program's call with one quoted word: print("好")"""
    for match in _CALL.finditer(text):
        name = _FUNCTION.search(text, max(0, match.start() - 40), match.start())
        if name:
            yield name.start(), match.end()


class Kept:
    """The spans of a text whose marks stay as they are: addresses, citations, entities of HTML, calls of a program."""

    def __init__(self, text: str) -> None:
        spans: list[tuple[int, int]] = []
        if "://" in text:
            spans += _addresses(text, _WEB, _SCHEME, 12)
        if "www." in text:
            spans += _addresses(text, _SITE, _SCHEME, 12)
        if "@" in text:
            spans += _addresses(text, _MAIL, _MAILBOX, 64)
        if "]" in text:
            spans += _citations(text)
        if '("' in text or "('" in text:
            spans += _calls(text)
        if "&" in text:
            spans += (match.span() for match in _ENTITY.finditer(text))
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def __contains__(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]


ROW: Final = 8  # marks in a row, from which on they decorate the page


def between_western(text: str, start: int, end: int) -> bool:
    """Whether Western letters or digits stand right before and after a span: the quick way to pass by 3.5 and 1,000."""
    left, right = text[start - 1 : start], text[end : end + 1]
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()


def marks_of(rows: re.Pattern[str], text: str) -> Iterator[int]:
    """Offsets of the marks that a pattern finds, row by row; a long row decorates the page and is passed by."""
    for match in rows.finditer(text):
        if match.end() - match.start() <= ROW:
            yield from range(match.start(), match.end())
