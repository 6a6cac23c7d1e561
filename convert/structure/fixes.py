"""A person's corrections ([[fix]] of the configuration), addressed by a text with its neighbours.

`apply_fixes` carries out join, break and replace on the cleaned text, before it is parsed; `mark_roles` carries out
role and image on the labelled lines. White space does not count in finding the place, and neighbours may have changed
a little: they are shortened from outside until the place is found. Of several places a text without neighbours has
the one where it is a whole line. A fix that fits nowhere, or in several places, does
nothing and is reported.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, get_args

from ..chars import BLANKS
from ..config import Fix
from ..model import TEXT_KINDS
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
ROLES: Final = ("label", *_TITLES, *sorted(TEXT_KINDS - _TITLES.keys()))  # by their names in the Issue


class Change(NamedTuple):
    """Characters of a text, from `start` to `end`, and what comes in their place; `begins` starts a paragraph there."""

    start: int
    end: int
    value: str
    begins: bool = False


def apply_fixes(text: Text, fixes: Sequence[Fix]) -> tuple[Text, list[Finding]]:
    """A cleaned text with the fixes that join, break and replace carried out, and a finding for each that does not fit.

    join takes out the line breaks in the text and between it and the neighbours that are given; break begins a
    paragraph with the text; replace puts the fix's value in its place.
    """
    changes, unfit = changes_of(text.value, fixes)
    edits = ((one.start, one.end, "\n\n" if one.begins and one.start else one.value) for one in changes)
    return apply(text, Edits(RULE, edits, text.value)), [told(fix, why, text.source.path) for fix, why in unfit]


def changes_of(
    value: str, fixes: Sequence[Fix], refusal: Callable[[Change], str] = lambda _: ""
) -> tuple[list[Change], list[tuple[Fix, str]]]:
    """What join, break and replace change in a text, in order, and the fixes that do not fit, each with the reason.

    `refusal` may give a reason why a change cannot be.
    """
    changes, unfit = set[Change](), list[tuple[Fix, str]]()
    for fix in fixes:
        if fix.action not in _ON_TEXT:
            continue
        place = find_place(value, fix)
        if isinstance(place, str):
            unfit.append((fix, place))
            continue
        wanted = set(_changes(value, fix, place)) - changes
        why = _no_join(value, fix, place) if fix.action == "join" else ""
        why = why or next(filter(None, map(refusal, sorted(wanted))), "")
        if any(_overlap(one, other) for one in wanted for other in changes):
            why = "another fix changes the same place"
        if why:
            unfit.append((fix, why))
        else:
            changes |= wanted
    return sorted(changes), unfit


def _overlap(one: Change, other: Change) -> bool:
    """Whether two changes would change the same characters: the later fix then does not fit."""
    return one.start < other.end and other.start < one.end


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
        if fix.action == "role" and fix.value not in _KINDS:
            place = no_role(fix, ROLES)
        if isinstance(place, str):
            findings.append(told(fix, place, text.source.path))
            continue
        at = bisect_right(starts, place.start) - 1
        if fix.action == "image":
            lines[at].image = fix.value
            if _closed_up(fix.text) == _closed_up(lines[at].body):
                lines[at].is_replaced = True
                lines[at].become("caption", "a person put a picture in its place")
        else:
            lines[at].role = fix.value
            lines[at].become(_KINDS[fix.value], "a person said so")
    return findings


def find_place(value: str, fix: Fix) -> Span | str:
    """Where a fix's text stands; else why it fits nowhere: its text or its neighbours do not tell one place.

    A text without neighbours that is all of one line, or of several, is meant there, and not where others say it too.
    """
    for before, after in _neighbours(fix.before, fix.after):
        pattern = f"{_loose(before)}(?P<text>{_loose(fix.text)}){_loose(after)}"
        places = [Span(*found.span("text")) for found in re.finditer(pattern, value)]
        if not (fix.before or fix.after) and len(places) > 1:
            places = [place for place in places if _is_whole(value, place)] or places
        if len(places) == 1:
            return places[0]
        if places:
            return "it fits more than one place; give more of what stands before or after it"
    return "it fits no place"


def _is_whole(value: str, place: Span) -> bool:
    """Whether a place, with the white space behind it, begins with a line and ends with one."""
    left, right = start_of_blank(value, place.start), start_of_blank(value, place.end)
    begins, ends = not left or "\n" in value[left : place.start], place.end == len(value)
    return begins and (ends or "\n" in value[right : place.end])


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


def _changes(value: str, fix: Fix, place: Span) -> Iterator[Change]:
    start, end = place.start, start_of_blank(value, place.end)
    if fix.action == "replace":
        yield Change(start, end, fix.value)
    elif fix.action == "break":
        yield Change(start_of_blank(value, start), start, "", begins=True)
    else:
        low = start_of_blank(value, start) if fix.before else start
        high = place.end if fix.after else end
        for found in _BREAKS.finditer(value, low, high):
            yield Change(found.start(), found.end(), "")


def decided(text: Text, fixes: Sequence[Fix], findings: Sequence[Finding]) -> list[Finding]:
    """Findings on a cleaned text, certain where a join, break or replace that fits touches their place.

    A person has decided there, though it were by a replacement with the same words. The place reaches over the white
    space on both sides, and what was taken out there.
    """
    unfit = {id(fix) for fix, _ in changes_of(text.value, fixes)[1]}
    touched = []
    for fix in fixes:
        if fix.action in _ON_TEXT and id(fix) not in unfit and isinstance(place := find_place(text.value, fix), Span):
            low = start_of_blank(text.value, place.start)
            first = text.raw_offset(low - 1) + 1 if low else 0
            touched.append((text.raw_position(first), text.position(place.end)))

    def is_touched(finding: Finding) -> bool:
        start, end = _extent(finding)
        return any((start < high and low < end) or low <= start == end <= high for low, high in touched)

    return [replace(one, confidence=Confidence.CERTAIN) if is_touched(one) else one for one in findings]


def _extent(finding: Finding) -> tuple[tuple[int, int], tuple[int, int]]:
    """Lines and columns at which what was found begins and ends."""
    lines, start = finding.before.split("\n"), (finding.line, finding.column)
    column = len(lines[-1]) + (finding.column if len(lines) == 1 else 1)
    return start, (finding.line + len(lines) - 1, column)


def _no_join(value: str, fix: Fix, place: Span) -> str:
    """Why a join has nothing to join, or only what nobody named; "" where it can be."""
    before, after = fix.before.rstrip(), fix.after.lstrip()
    start, end = start_of_blank(value, place.start), place.end
    for side, near, met in (("before", before[-1:], value[:start][-1:]), ("after", after[:1], value[end : end + 1])):
        if near and near != met:  # the neighbour was dropped in finding the place
            return f"what is to stand {side} it does not"
    if not (before or after or "\n" in fix.text.strip() or "\n" in value[place.start : end].strip()):
        return "no line ends within it; name the neighbour, before or after, that it is to be joined to"
    return ""


def start_of_blank(value: str, end: int) -> int:
    """Where the white space before `end` begins."""
    while end and value[end - 1].isspace():
        end -= 1
    return end


def no_role(fix: Fix, roles: Iterable[str]) -> str:
    return f"there is no role {fix.value!r}; roles are {', '.join(roles)}"


def told(fix: Fix, why: str, path: str) -> Finding:
    """The finding for a fix that does not fit."""
    return Finding(
        RULE,
        f"the fix {fix.action} for {fix.text!r} is left undone: {why}",
        stage="parse",
        confidence=Confidence.DOUBTFUL,
        path=path,
        before=fix.text,
        context=(fix.before, fix.after),
    )
