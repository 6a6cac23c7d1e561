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


def raised(
    text: str,
    findings: list[Finding],
    path: str,
    context: tuple[str, str],
    *,
    below: bool = False,
    called: bool = False,
    line: int = 1,
) -> str:
    """A superscript (`below`: a subscript) as it stands among plain characters: 10², H₂O.

    The mark of a note is 〔1〕 where a link (`called`) is all that tells it, else as printed. What Unicode has no
    such characters for keeps its own, and a finding tells of it, with the `line` of the file
    and the `context` on both sides.
    """
    plain = text.strip()
    if not plain or _AS_PRINTED.fullmatch(plain):
        return text
    if called and not below and len(plain) <= _MARK:
        return f"〔{plain}〕"
    table = _BELOW if below else _ABOVE
    if all(ord(ch) in table for ch in plain):
        return text.translate(table)
    kind = "subscript" if below else "superscript"
    message = f"a {kind} for which plain text has no characters stands on the line"
    left, right = context
    place = (left[-CONTEXT:], right[:CONTEXT])
    findings.append(Finding(RULE, message, "read", path=path, line=line, before=plain, context=place))
    return text
