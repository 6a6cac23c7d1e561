"""Superscripts and subscripts as plain text: in Unicode's own characters where it has them."""

import re
from typing import Final

from ..report import CONTEXT, Finding

RULE: Final = "flat-script"  # a superscript or subscript that stands on the line now

_ABOVE: Final = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_BELOW: Final = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
# A note's mark as printed, in brackets or a circle; and signs that are raised of themselves.
_AS_PRINTED: Final = re.compile(r"[\[［〔(（【]\s*[\w*]{1,4}\s*[\]］〕)）】]|[①-⓿*＊†‡※®©™℠⁰¹²³⁴-₎]+")
_MARK: Final = 4  # characters that the mark of a note has at most


def raised(text: str, *, below: bool = False, called: bool = False) -> str | None:
    """A superscript (`below`: a subscript) as it stands among plain characters: 10², H₂O; None where there are none.

    The mark of a note is 〔1〕 where a link (`called`) is all that tells it, else as printed.

    >>> raised("2"), raised("2", below=True), raised("1", called=True), raised("th")
    ('²', '₂', '〔1〕', None)
    """
    plain = text.strip()
    if not plain or _AS_PRINTED.fullmatch(plain):
        return text
    if called and not below and len(plain) <= _MARK:
        return f"〔{plain}〕"
    table = _BELOW if below else _ABOVE
    return text.translate(table) if all(ord(ch) in table for ch in plain) else None


def flattened(text: str, context: tuple[str, str], path: str, line: int = 1) -> Finding:
    """The finding for what stands on the line now; `context` is the text on both sides."""
    left, right = context
    beside = (left[-CONTEXT:], right[:CONTEXT])
    message = "a raised or lowered text for which there are no such characters stands on the line"
    return Finding(RULE, message, "read", path=path, line=line, before=text.strip(), context=beside)
