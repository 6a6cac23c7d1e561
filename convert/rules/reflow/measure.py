"""How long the lines of a page are, judged for each line by its neighbourhood.

Nothing is assumed for a whole file, which may have been pasted together from several pages: lines
are looked at in windows, and each line goes by the one window, of those that hold it, whose layout
is the clearest. A line that was cut within a sentence says what lengths it can have been cut at:
it fitted, and what stands at the next line's start did not.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ... import chars
from ...lines import Line, Tail, width

WINDOW: Final = 24  # lines whose widths are looked at together
STEP: Final = 6
SHORTEST: Final = 16  # cells: nobody sets prose in narrower columns
LONGEST_PIECE: Final = 24  # cells that may stay empty before a Latin word
WRAPPED: Final = 2.0  # weight from which lines count as wrapped
INDENT: Final = 4  # cells of a first line's indent, which OCR often leaves out

_NOT_SECOND: Final = chars.NO_LINE_START
_CUT: Final = Tail.CUT
_HANGING: Final = chars.PAUSES + chars.STOPS + chars.CLOSING + "%"


class Measure(NamedTuple):
    """The line length of a stretch of lines, in cells, and the weight of the evidence that they are wrapped at it."""

    cells: int
    weight: float


# From the first of these cells up to the second, and, if the third, also as much wider as an indent that was lost.
Lengths = tuple[int, int, bool]
UNCLEAR: Final = Measure(0, -99.0)


def need(body: str) -> int:
    """Cells that a line's first unbreakable piece takes: it may not part from its marks, nor a Latin word be cut."""
    first = body[0]
    if first >= "\u3400" and first not in chars.NO_LINE_END and body[1:2] not in _NOT_SECOND:
        return 2
    end, length = 0, min(len(body), LONGEST_PIECE)
    while end < length - 1 and body[end] in chars.NO_LINE_END:
        end += 1
    if "!" <= body[end] <= "~":
        while end < length and "!" <= body[end] <= "~":
            end += 1
    else:
        end += 1
    while end < length and body[end] in chars.NO_LINE_START:
        end += 1
    return width(body[:end])


class _Votes:
    """How many lines of a sliding window can have been cut at each length; None is a line that was not cut."""

    def __init__(self) -> None:
        self.voters = 0
        self._lines: dict[Lengths, int] = {}

    def add(self, lengths: Lengths | None) -> None:
        """Count a line that can have been cut at these lengths."""
        if lengths:
            self._lines[lengths] = self._lines.get(lengths, 0) + 1
            self.voters += 1

    def remove(self, lengths: Lengths | None) -> None:
        """Count it no longer."""
        if lengths:
            self._lines[lengths] -= 1
            if not self._lines[lengths]:
                del self._lines[lengths]
            self.voters -= 1

    def winner(self) -> tuple[int, int]:
        """The length with the most votes, the shortest of several, and their number."""
        votes: dict[int, int] = {}
        for (low, high, again), count in self._lines.items():
            for n in range(low, high):
                votes[n] = votes.get(n, 0) + count
            if again:
                for n in range(max(high, low + INDENT), high + INDENT):
                    votes[n] = votes.get(n, 0) + count
        most = max(votes.values(), default=0)
        return min([n for n, count in votes.items() if count == most], default=0), most


def _lengths(
    lines: Sequence[Line], widths: Sequence[int], tails: Sequence[Tail], needs: Sequence[int]
) -> list[Lengths | None]:
    """The lengths at which each line can have been cut; None for one that ends a sentence."""
    out: list[Lengths | None] = []
    before, last = Tail.ENDED, len(lines) - 1
    for i, line in enumerate(lines):
        kind, low = tails[i], widths[i]
        if kind is not _CUT or low < SHORTEST:
            out.append(None)
        else:
            again = False
            if not line.indent:
                apart = line.blanks_before and i < last and not lines[i + 1].blanks_before
                again = before is Tail.ENDED or bool(apart)
            out.append((low, low + needs[i + 1], again))
        before = kind
    return out


def measures(
    lines: Sequence[Line], widths: Sequence[int], tails: Sequence[Tail], needs: Sequence[int]
) -> list[Measure]:
    """The measure that holds for each line."""
    count, votes = len(lines), _Votes()
    lengths = _lengths(lines, widths, tails, needs)
    best = [UNCLEAR] * (-(-count // STEP))
    for stop in range(STEP, count + STEP, STEP):
        for i in range(stop - STEP, min(stop, count)):
            votes.add(lengths[i])
            if i >= WINDOW:
                votes.remove(lengths[i - WINDOW])
        if votes.voters <= WRAPPED:
            continue
        cells, most = votes.winner()
        weight = most - 1 - 0.5 * (votes.voters - most)
        if weight < WRAPPED:
            continue
        start = max(0, min(stop, count) - WINDOW)
        longest = max(widths[start:stop])
        for k in range(start, min(stop, count)) if longest > cells + 2 else ():
            if widths[k] > cells + 2:
                over = widths[k] - (_hanging(lines[k]) if tails[k] is not _CUT else 0) - cells
                weight -= (over > 2) + (over > 8)
        measure = Measure(cells, weight)
        for g in range(-(-start // STEP), stop // STEP):
            if weight > best[g].weight:
                best[g] = measure
    return _with_neighbours(best, lengths)


def _with_neighbours(best: Sequence[Measure], lengths: Sequence[Lengths | None]) -> list[Measure]:
    """The measure of each line: its stretch's, or where it was not cut at that one but at the next stretch's, that."""
    out: list[Measure] = []
    for g, own in enumerate(best):
        lines = lengths[g * STEP : (g + 1) * STEP]
        others = [best[k] for k in (g - 1, g + 1) if 0 <= k < len(best) and best[k].cells != own.cells]
        others = [other for other in others if other.weight >= WRAPPED]
        out += (_fitting(own, others, cut) if cut else own for cut in lines) if others else [own] * len(lines)
    return out


def _fitting(own: Measure, others: Sequence[Measure], cut: Lengths) -> Measure:
    low, high, again = cut
    lost = INDENT if again else 0
    if low <= own.cells < high + lost:
        return own
    return next((other for other in others if low <= other.cells < high + lost), own)


def _hanging(line: Line) -> int:
    """Width of the marks at a line's end, which may hang out of the type area."""
    return 2 * (len(line.body) - len(line.body.rstrip(_HANGING)))
