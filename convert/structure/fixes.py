"""A person's corrections ([[fix]] of the configuration), addressed by a text with its neighbours.

`apply_fixes` carries out join, break and replace on the cleaned text, before it is parsed; `mark_roles` carries out
role and image on the labelled lines. White space does not count in finding the place, and neighbours may have changed
a little: they are shortened from outside until the place is found. A fix that fits nowhere, or in several places, does
nothing and is reported.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, get_args

from ..chars import BLANKS
from ..config import Fix
from ..patterns import regex
from ..report import Finding
from ..text import Confidence, Edits, Span, Text, apply
from .labels import Kind, Labelled

RULE: Final = "fix"
_BREAKS: Final = regex(rf"(?<![{BLANKS}])[{BLANKS}]*\n[\n{BLANKS}]*")
_ON_TEXT: Final = ("join", "break", "replace")
# Roles by their names in the Issue, as kinds of lines. Title fields keep their name beside.
_TITLES: Final[dict[str, Kind]] = {
    "kicker": "head", "headline": "head", "deck": "head", "crosshead": "numbered", "paragraph": "prose",
    "list": "item", "table": "row", "furniture": "folio",
}  # fmt: skip
_SAME: Final[dict[str, Kind]] = {kind: kind for kind in get_args(Kind)}
_KINDS: Final = _SAME | _TITLES


def apply_fixes(text: Text, fixes: Sequence[Fix]) -> tuple[Text, list[Finding]]:
    """A cleaned text with the fixes that join, break and replace carried out, and a finding for each that does not fit.

    join takes out the line breaks in the text and at its borders with given neighbours; break begins a paragraph
    with the text; replace puts the fix's value in its place.
    """
    findings, edits = [], set[tuple[int, int, str]]()
    for fix in fixes:
        if fix.action not in _ON_TEXT:
            continue
        place = find_place(text.value, fix)
        wanted = set(_edits(text.value, fix, place)) - edits if place else set()
        if place is None or any(_overlap(one, other) for one in wanted for other in edits):
            findings.append(_unfit(text, fix))
        else:
            edits |= wanted
    return apply(text, Edits(RULE, sorted(edits), text.value)), findings


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Whether two edits would change the same characters: the later fix then does not fit."""
    return one[0] < other[1] and other[0] < one[1]


def mark_roles(text: Text, lines: Sequence[Labelled], fixes: Sequence[Fix]) -> list[Finding]:
    """Give lines the roles and pictures that fixes name; a finding for each fix that does not fit.

    A picture stands above the line that holds the text; in its place if the text is the whole line, a placeholder.
    """
    starts = [item.line.start for item in lines]
    findings = []
    for fix in fixes:
        if fix.action in _ON_TEXT:
            continue
        place = find_place(text.value, fix)
        at = bisect_right(starts, place.start) - 1 if place else -1
        if at < 0 or (fix.action == "role" and fix.value not in _KINDS):
            findings.append(_unfit(text, fix))
        elif fix.action == "image":
            lines[at].image = fix.value
            if _closed_up(fix.text) == _closed_up(lines[at].body):
                lines[at].is_replaced = True
                lines[at].become("caption", "a person put a picture in its place")
        else:
            lines[at].role = fix.value
            lines[at].become(_KINDS[fix.value], "a person said so")
    return findings


def find_place(value: str, fix: Fix) -> Span | None:
    """Where a fix's text stands; None where it stands nowhere, or its neighbours do not tell which place is meant."""
    for before, after in _neighbours(fix.before, fix.after):
        pattern = f"{_loose(before)}(?P<text>{_loose(fix.text)}){_loose(after)}"
        found = re.finditer(pattern, value)
        first, second = next(found, None), next(found, None)
        if first and not second:
            return Span(*first.span("text"))
        if second:
            return None
    return None


def _neighbours(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Both neighbours whole, then shortened from outside, down to the text alone."""
    while True:
        yield before, after
        if not before and not after:
            return
        before, after = before[(len(before) + 1) // 2 :], after[: len(after) // 2]


def _loose(part: str) -> str:
    """A pattern for a text in which white space may stand anywhere, also at its ends."""
    letters = [re.escape(ch) for ch in part if not ch.isspace()]
    return r"\s*".join(letters) + (r"\s*" if letters else "")


def _closed_up(text: str) -> str:
    return "".join(text.split())


def _edits(value: str, fix: Fix, place: Span) -> Iterator[tuple[int, int, str]]:
    start, end = place.start, start_of_blank(value, place.end)
    if fix.action == "replace":
        yield start, end, fix.value
    elif fix.action == "break":
        yield start_of_blank(value, start), start, "\n\n" if start else ""
    else:
        low = start_of_blank(value, start) if fix.before or not fix.after else start
        high = place.end if fix.after or not fix.before else end
        for found in _BREAKS.finditer(value, low, high):
            yield found.start(), found.end(), ""


def start_of_blank(value: str, end: int) -> int:
    """Where the white space before `end` begins."""
    while end and value[end - 1].isspace():
        end -= 1
    return end


def _unfit(text: Text, fix: Fix) -> Finding:
    return Finding(
        RULE,
        f"the fix {fix.action} for {fix.text!r} fits no place, or more than one, or one that another fix changes",
        stage="parse",
        confidence=Confidence.DOUBTFUL,
        path=text.source.path,
        before=fix.text,
        context=(fix.before, fix.after),
    )
