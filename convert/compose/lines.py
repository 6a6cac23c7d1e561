"""Breaking a prepared paragraph into lines, adjusting them, and giving their glyphs places."""

from bisect import bisect_right
from math import inf
from typing import Final, NamedTuple

from . import kinds
from .adjust import EPS, Run, expand, reduce, runs
from .paragraph import HAN_WESTERN, Prepared, between

_TAIL: Final = 5  # clusters: a shorter rest may be a last line of one character
_MARKS: Final = frozenset("OCPSIDEKTuU_ZB")  # what does not count as a character of a last line (CLREQ 孤字)
_LOOSE: Final = 150.0  # 1/1000 em between characters, from which a line's neighbours are asked for help
_BACK: Final = 3  # lines
_EARLIER: Final = 6  # clusters
_GAP_LIMIT: Final = HAN_WESTERN  # a line with wider gaps is worse than a word broken at an emergency place
_HANGING: Final = frozenset("，、。")


class Line(NamedTuple):
    """One composed line: its runs, its width in 1/1000 em, and the clusters it holds (half-open)."""

    runs: list[Run]
    width: float
    start: int
    end: int


def break_lines(
    prepared: Prepared, measure: float, indent: float = 0.0, *, hang: float = 0.0, justify: bool = True
) -> list[Line]:
    """The lines of a paragraph, `measure` wide, the first indented, the others by `hang`. All in 1/1000 em.

    Lines are filled greedily: reduction before expansion (CLREQ 行内调整), no line begins or ends with what
    may not, and the last line holds two characters at the least. Where that leaves a loose line, the lines before it
    give it some of theirs. Over-full is only what cannot be parted at all.
    """
    breaker = _Breaker(prepared)
    out: list[Line] = []
    start, count = 0, len(prepared.clusters)
    while start < count:
        left = hang if out else indent
        room = measure - left
        reach, solid = breaker.reach(start, room)
        if solid:
            glyphs = runs(prepared, start, reach, left + breaker.origin(start), 0.0, None)
            out.append(Line(glyphs, measure, start, reach))
            start = reach
            continue
        end = breaker.end_of_line(start, reach, room)
        line = _line(breaker, start, end, room, left, justify)
        out.append(line)
        if len(out) > 1 and line.runs[0].spacing > _LOOSE:
            _tighten(breaker, out, measure, indent, hang)
        start = end
    return out


def _tighten(breaker: "_Breaker", out: list[Line], measure: float, indent: float, hang: float) -> None:
    """Break the last few lines again, of which the very last is loose, so that all are as little loose as can be."""
    first = max(0, len(out) - 1 - _BACK)
    window = out[first:]
    allowed = breaker.p.allowed
    best: dict[int, tuple[float, tuple[int, ...]]] = {window[0].start: (0.0, ())}  # end so far -> cost, ends
    for n, line in enumerate(window):
        room = measure - (hang if first + n else indent)
        last = n == len(window) - 1
        earlier = range(line.end if last else max(1, line.end - _EARLIER), line.end)
        ends = [*(end for end in earlier if allowed[end]), line.end]
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in ends:
            ways = [
                (so_far + breaker.looseness(start, end, room), (*before, end))
                for start, (so_far, before) in best.items()
                if start < end
            ]
            if ways:
                reached[end] = min(ways)
        best = reached
    cost, found = best[window[-1].end]
    if cost == inf:
        return
    for n, (start, end) in enumerate(zip([window[0].start, *found], found, strict=False), first):
        left = hang if n else indent
        out[n] = _line(breaker, start, end, measure - left, left, justify=True)


def one_line(prepared: Prepared, start: int, end: int, measure: float) -> Line:
    """The clusters from `start` to `end` as a line, squeezed to `measure` if it must be, never stretched."""
    return _line(_Breaker(prepared), start, end, measure, 0.0, justify=False)


class _Breaker:
    """Measures and chooses line ends in one paragraph."""

    __slots__ = ("clusters", "count", "kinds", "p", "trims", "x")

    def __init__(self, prepared: Prepared) -> None:
        self.p, self.x, self.kinds, self.clusters = prepared, prepared.x, prepared.kinds, prepared.clusters
        self.count = len(prepared.clusters)
        self.trims = prepared.setting.adjust

    def origin(self, start: int) -> float:
        """Where the first cluster's box stands: an opening bracket loses its front half at a line's start."""
        if self.kinds[start] != kinds.OPENING or not self.trims:
            return 0.0
        return -self.clusters[start].front

    def last(self, start: int, end: int) -> int:
        """The last cluster of a line that is not a space; `start` - 1 where there is none."""
        last = end - 1
        while last >= start and self.kinds[last] in "_ZB":
            last -= 1
        return last

    def width(self, start: int, end: int) -> float:
        """The natural width of a line, trimmed at both ends (CLREQ 行首行尾标点挤压)."""
        last = end - 1
        kind = self.kinds[last]
        if kind in "_ZB":
            last = self.last(start, end)
            if last < start:
                return 0.0
            kind = self.kinds[last]
        cluster = self.clusters[last]
        right = self.x[last] + cluster.advance
        if kind in "CPSI":
            right -= cluster.advance if self._hangs(last) else cluster.back if self.trims else 0.0
        return right - self.x[start] + self.origin(start)

    def _hangs(self, last: int) -> bool:
        setting = self.p.setting
        if not setting.hanging or (setting.glyphs == "tc" and not setting.vertical):
            return False
        return self.clusters[last].text in _HANGING and self.kinds[last - 1 : last] not in tuple("OCPSI")

    def reach(self, start: int, measure: float) -> tuple[int, bool]:
        """The cluster up to which the line is full if nothing is adjusted, and whether that makes a whole line.

        So it does in most lines, which are whole ems wide.
        """
        wanted = self.x[start] - self.origin(start) + measure
        end = bisect_right(self.x, wanted + EPS, start) - 1
        if not start < end < self.count - _TAIL or self.kinds[end - 1] != kinds.HAN or not self.p.allowed[end]:
            return end, False
        return end, self.x[end] - self.p.lead.get(end, 0.0) >= wanted - EPS

    def end_of_line(self, start: int, reach: int, measure: float) -> int:
        """The cluster before which the line that begins at `start` ends."""
        p, count, allowed = self.p, self.count, self.p.allowed
        end = min(reach, count)
        while end > start and not allowed[end]:
            end -= 1
        after = allowed.find(1, end + 1)
        while after > 0 and self.width(start, after) <= measure + EPS:
            end, after = after, allowed.find(1, after + 1)
        if end == count:
            return end
        if end == start:
            return self._emergency(start, max(start + 1, min(reach, count)), measure)
        slack = measure - self.width(start, end)
        if slack > EPS and after > 0 and self._gives_way(start, after, measure):
            end = after
        elif slack > _GAP_LIMIT * (end - start - 1):
            loose = end
            end = max(between(p.emergency, end, reach), default=end)
            if end == loose and after > 0 and self._gives_way(start, after, measure, marks=True):
                end = after
        return end if count - end > _TAIL else self._without_orphan(start, end, measure)

    def looseness(self, start: int, end: int, measure: float) -> float:
        """How bad a full line is: grows steeply with its gaps; infinite where it does not fit."""
        slack = measure - self.width(start, end)
        if slack < -EPS:
            return 0.0 if self._gives_way(start, end, measure) else inf
        last = self.last(start, end)
        gaps = max(1, last - start - len(between(self.p.rigid, start, last)))
        slack -= HAN_WESTERN / 3 * len(between(self.p.gaps, start, last))
        return (max(0.0, slack) / gaps / _GAP_LIMIT) ** 3

    def _gives_way(self, start: int, end: int, measure: float, marks: bool = False) -> bool:
        need = self.width(start, end) - measure
        if need > 500 * (end - start):
            return False
        return need <= self.p.give(start, self.last(start, end), marks or self.trims) + EPS

    def _emergency(self, start: int, reach: int, measure: float) -> int:
        """Nothing may break where the line is full: part a word at a sensible place, or marks, or anything."""
        places = between(self.p.emergency, start, reach)
        if places:
            return max(places)
        while reach > start + 1 and self.width(start, reach) > measure + EPS:
            reach -= 1
        return reach

    def _without_orphan(self, start: int, end: int, measure: float) -> int:
        """End the line elsewhere if what is left is a single character with its marks (CLREQ 孤字)."""
        row, count = self.p.kinds, self.count
        if end == count or self._characters(end) > 1:
            return end
        if self._gives_way(start, count, measure):
            return count
        earlier = end - 1
        while earlier > start and not (self.p.allowed[earlier] and self._characters(earlier) > 1):
            earlier -= 1
        tight = earlier > start and end - earlier <= 4 and row[earlier] not in kinds.WESTERN
        return earlier if tight else end

    def _characters(self, start: int) -> int:
        """The characters of a last line that count, a word's letters each."""
        rest = zip(self.kinds[start:], self.clusters[start:], strict=True)
        return sum(len(one.text) if kind in kinds.WESTERN else 1 for kind, one in rest if kind not in _MARKS)


def _line(breaker: _Breaker, start: int, end: int, measure: float, left: float, justify: bool) -> Line:
    width = breaker.width(start, end)
    slack = measure - width
    spacing, changes = 0.0, None
    if slack < -EPS:
        changes = reduce(breaker.p, start, breaker.last(start, end), -slack)
    elif slack > EPS and justify and end < breaker.count:
        spacing, changes = expand(breaker.p, start, breaker.last(start, end), slack)
    x = left + breaker.origin(start)
    done = width if slack > 0 and changes is None else measure
    return Line(runs(breaker.p, start, end, x, spacing, changes), left + done, start, end)
