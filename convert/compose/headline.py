"""Breaking headlines: at their own spaces and at sense, into lines of like length."""

from typing import Final

from . import kinds
from .cluster import Case, Setting
from .lines import Line, break_lines, one_line
from .paragraph import Prepared, prepare

_SHORT: Final = 6  # characters of a title that is spaced out
_LONGEST: Final = 120  # characters: what is longer is no headline
_CLAUSE_END: Final = "PSCDE"
# Short words that lean on what follows or precedes: a line does not end after, or begin with, them.
_LEAN_FORWARD: Final = frozenset("的不第每各与和及在对把被将向为从由以是于並与與對將為從於")
_LEAN_BACK: Final = frozenset("的了着过们个年月日时人元名次届者性化着著過們個時屆等地得")


def balanced(text: str, case: Case, setting: Setting, measure: float, context: str = "") -> list[Line]:
    """The lines of a headline, `measure` 1/1000 em wide at the most, none justified.

    It breaks at its own spaces and after clauses before it breaks elsewhere, never within a Western word, and
    within brackets or before a single last character only where there is no other way; lines come out of like
    length. What stands together in the article's text (`context`) again and again is taken for a word.
    A heading of two characters is spaced out.
    """
    prepared = prepare(text, case, setting)
    whole = break_lines(prepared, measure, justify=False)
    if len(prepared.clusters) == 2 and prepared.kinds == "HH":
        return [spaced_out(prepared, whole[0], 1000.0)] if measure >= 3000 else whole
    if len(whole) < 2 or len(prepared.clusters) > _LONGEST:
        return whole
    ends = _ends(prepared, measure, len(whole), context) or [line.end for line in whole]
    return [one_line(prepared, start, end, measure) for start, end in zip([0, *ends], ends, strict=False)]


def _ends(prepared: Prepared, measure: float, least: int, context: str) -> list[int]:
    """The cheapest line ends, by dynamic programming over the places where a line may end."""
    count = len(prepared.clusters)
    places = [0, *(i for i in range(1, count) if prepared.allowed[i]), count]
    depth = _depths(prepared.kinds)
    x = prepared.x
    target = (x[count] - x[0]) / least
    best: dict[int, tuple[float, int]] = {0: (0.0, 0)}
    for b in places[1:]:
        place = _place_cost(prepared, b, depth, context)
        for a in places:
            if a >= b or a not in best:
                continue
            width = x[b] - x[a]
            if width > measure + prepared.lead.get(b, 0) + _overhang(prepared, b):
                continue
            cost = best[a][0] + 40 + ((width - target) / target * 10) ** 2 + place
            if sum(kind not in "OCPSIDEZ_" for kind in prepared.kinds[a:b]) < 2:
                cost += 400
            if b not in best or cost < best[b][0]:
                best[b] = (cost, a)
    ends = []
    at = count
    while at and at in best:
        ends.append(at)
        at = best[at][1]
    return ends[::-1]


def _overhang(prepared: Prepared, end: int) -> float:
    last = prepared.clusters[end - 1]
    return last.advance if last.kind in "_Z" else last.back if prepared.setting.adjust else 0.0


def _place_cost(prepared: Prepared, end: int, depth: list[int], context: str) -> float:
    """What it costs to end a line before cluster `end`."""
    if end == len(prepared.clusters):
        return 0.0
    before, after = prepared.clusters[end - 1], prepared.clusters[end]
    if before.kind in (kinds.SPACE, kinds.WIDE_SPACE):
        return 0.0
    cost = 60.0 * depth[end]
    if before.kind in _CLAUSE_END or after.kind == kinds.OPENING:
        return cost + 5
    if before.text in _LEAN_FORWARD or after.text in _LEAN_BACK:
        cost += 25
    return cost + 25 + 60 * _cohesion(before.text, after.text, context)


def _cohesion(left: str, right: str, context: str) -> float:
    """How much two characters belong together: how often the rarer of them stands beside the other."""
    together = context.count(left + right)
    if together < 2:
        return 0.0
    return together / min(context.count(left), context.count(right))


def nameplate(text: str, case: Case, setting: Setting, measure: float) -> list[Line]:
    """The lines of a paper's title; a short one is spaced out."""
    prepared = prepare(text, case, setting)
    if set(prepared.kinds) == {kinds.HAN} and len(text) <= _SHORT and (len(text) + 2) * 1000 <= measure:
        return [spaced_out(prepared, break_lines(prepared, measure, justify=False)[0], 250.0)]
    return balanced(text, case, setting, measure)


def spaced_out(prepared: Prepared, line: Line, gap: float) -> Line:
    """A line of one run with a gap between all its characters."""
    codes = [cluster.code for cluster in prepared.clusters]
    if not prepared.plain:
        return line
    pieces = [piece for code in codes for piece in (code, gap)][:-1]
    return line._replace(runs=[line.runs[0]._replace(pieces=pieces)], width=line.width + gap * (len(codes) - 1))


def _depths(row: str) -> list[int]:
    """How many brackets are open before each cluster."""
    depth, out = 0, []
    for kind in row:
        out.append(depth)
        depth += (kind == kinds.OPENING) - (kind == kinds.CLOSING)
    return [*out, depth]
