"""Breaking headlines: at their own spaces and at sense, into lines of like length."""

import re
from functools import cached_property
from itertools import accumulate
from math import inf
from typing import Final

from . import kinds
from .case import Case
from .cluster import Setting
from .lines import Line, break_lines, one_line
from .paragraph import Prepared, prepare
from .words import COMMON_WORDS

_SHORT: Final = 6  # characters of a title that is spaced out
_LONGEST: Final = 120  # characters: what is longer is no headline
_CLAUSE_END: Final = "PSCDE"
_FEW: Final = 12  # clusters, of which fewer than two may be characters
_LINE: Final = 40.0  # the cost of a line, which the others are weighed against
_STEP: Final = 8.0  # at most, of a line that is longer than the one above it
_WORD: Final = 120.0  # of parting a number word or a common word
_SMALLER: Final = (0.96, 0.92, 0.88, 0.84)
_SMALLER_COST: Final = 300.0  # of type of no size at all
_NUMBER_WORD: Final = re.compile(
    r"第?[0-9０-９〇零一二两兩三四五六七八九十百千万萬亿億.．]+(?:余|餘|多|几|幾)?"
    r"(?:公里|公斤|公顷|公頃|平方米|[年月日号號届屆次期版个個名位项項条條件场場人元亩畝吨噸米里家所座台臺岁歲度倍成球胜勝分局连連万萬亿億周週天时時分秒点點部首集级級等大中])?"
)
# Short words that lean on what follows or precedes: a line does not end after, or begin with, them.
_LEAN_FORWARD: Final = frozenset("不第每各与和及在对把被将向为从由以是于並与與對將為從於")
_PAUSES: Final = frozenset("的之")  # good places to end a line after
_LEAN_BACK: Final = frozenset("到率的了着过们个年月日时人元名次届者性化着著過們個時屆等地得")


def balanced(text: str, case: Case, setting: Setting, measure: float, context: str = "") -> list[Line]:
    """The lines of a headline, `measure` 1/1000 em wide at the most, none justified."""
    return _broken(_Places(prepare(text, case, setting), context), measure)[0]


def fitted(
    text: str, case: Case, setting: Setting, measure: float, size: float, context: str = ""
) -> tuple[list[Line], float]:
    """The lines of a headline, and the size of its type, `measure` and `size` in points.

    It breaks at its own spaces and after clauses before it breaks elsewhere, never within a Western word, and
    within brackets, numbers and words or before a single last character only where there is no other way; lines
    come out of like length, the longer above. What stands together in the article's text (`context`) again and again
    is taken for a word. A heading of two characters is spaced out. Where a little less size saves a line or a
    bad break, it is set a little smaller.
    """
    prepared = prepare(text, case, setting)
    places = _Places(prepared, context)
    lines, cost = _broken(places, measure / size * 1000)
    chosen = size
    if len(lines) > 1 and len(prepared.clusters) <= _LONGEST:
        for step in _SMALLER:
            fewer, less = _broken(places, measure / (size * step) * 1000)
            less += (1 - step) * _SMALLER_COST
            if less < cost:
                lines, cost, chosen = fewer, less, size * step
    return lines, chosen


class _Places:
    """Where the lines of a heading may end, and what each place costs, whatever the measure."""

    def __init__(self, prepared: Prepared, context: str) -> None:
        self.prepared, self._context = prepared, context

    @cached_property
    def ends(self) -> list[tuple[int, float, float]]:
        """Each place: the cluster before which it lies, its cost, and what may hang over the measure there."""
        p, count = self.prepared, len(self.prepared.clusters)
        depth, within = _depths(p.kinds), _within_words(p)
        return [
            (
                end,
                _place_cost(p, end, depth, self._context) + (_WORD if end in within else 0.0),
                p.lead.get(end, 0) + _overhang(p, end),
            )
            for end in (*(i for i in range(1, count) if p.allowed[i]), count)
        ]


def _broken(places: _Places, measure: float) -> tuple[list[Line], float]:
    """The best lines of one measure, and what they cost."""
    prepared = places.prepared
    whole = break_lines(prepared, measure, justify=False)
    if len(prepared.clusters) == 2 and prepared.kinds == "HH":
        return [spaced_out(prepared, whole[0], 1000.0)] if measure >= 3000 else whole, _LINE
    if len(whole) < 2 or len(prepared.clusters) > _LONGEST:
        return whole, _LINE
    ends, cost = _ends(prepared, places.ends, measure, len(whole))
    ends = ends or [line.end for line in whole]
    return [one_line(prepared, start, end, measure) for start, end in zip([0, *ends], ends, strict=False)], cost


def _ends(
    prepared: Prepared, places: list[tuple[int, float, float]], measure: float, least: int
) -> tuple[list[int], float]:
    """The cheapest line ends, by dynamic programming over pairs of places where a line may begin and end."""
    count, x = len(prepared.clusters), prepared.x
    target = (x[count] - x[0]) / least
    # end -> start -> cost, and the start of the line above
    best: dict[int, dict[int, tuple[float, int]]] = {0: {-1: (0.0, -1)}}
    starts = [0]
    for b, place, over in places:
        for a in reversed(starts):
            width = x[b] - x[a]
            if width > measure + over:
                break
            if a not in best:
                continue
            short = sum(kind not in "OCPSIDEZ_" for kind in prepared.kinds[a:b]) < 2 if b - a < _FEW else False
            cost = _LINE + ((width - target) / target * 10) ** 2 + place + 400 * short
            cheapest = min(
                [(above + cost + _step_cost(x, before, a, width), before) for before, (above, _) in best[a].items()]
            )
            best.setdefault(b, {})[a] = cheapest
        if b in best:  # what is dearer than any step can make good leads nowhere
            limit = min(best[b].values())[0] + _STEP
            best[b] = {a: found for a, found in best[b].items() if found[0] <= limit}
        starts.append(b)
    if count not in best:
        return [], inf
    start, (cost, before) = min(best[count].items(), key=lambda item: item[1])
    ends, end = [count], count
    while start > 0:
        ends.append(start)
        end, start = start, before
        before = best[end][start][1]
    return ends[::-1], cost


def _step_cost(x: list[float], before: int, start: int, width: float) -> float:
    """What it costs that a line is longer than the one above it."""
    return min(_STEP, max(0.0, width - (x[start] - x[before])) / 500) if before >= 0 else 0.0


def _within_words(prepared: Prepared) -> frozenset[int]:
    """The clusters before which a line would part a number from its unit, a quoted phrase, or a common word."""
    text = "".join(cluster.text for cluster in prepared.clusters)
    at = {offset: n for n, offset in enumerate(accumulate((len(c.text) for c in prepared.clusters), initial=0))}
    inside = {i for match in _NUMBER_WORD.finditer(text) for i in range(match.start() + 1, match.end())}
    inside |= {i + 1 for i in range(len(text) - 1) if text[i : i + 2] in COMMON_WORDS}
    return frozenset(at[i] for i in inside if i in at)


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
    cost = 150.0 * depth[end]
    if before.kind in _CLAUSE_END or after.kind == kinds.OPENING:
        return cost + 5
    if before.text in _LEAN_FORWARD or after.text in _LEAN_BACK:
        cost += 25
    if before.text in _PAUSES:
        cost -= 20
    return cost + 45 + 60 * _cohesion(before.text, after.text, context)


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
