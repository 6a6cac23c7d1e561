"""What a page shows around each line: how long its lines are, and what its blanks and indents mean.

Nothing is assumed for a whole file, which may have been pasted together from several pages. Lines
are looked at in windows, and each line goes by the one window, of those that hold it, whose layout
is the clearest. What a blank line, an indent or a short line means there is learnt from the line
ends whose words leave little doubt.
"""

from collections.abc import Sequence
from math import log
from typing import Final, NamedTuple

from ... import chars
from ...lines import Line, Tail, width

WINDOW: Final = 24  # lines whose widths are looked at together
STEP: Final = 4
CUES: Final = 48  # lines from which the meaning of blanks and indents is learnt, with as many on either side
SHORTEST: Final = 16  # cells: nobody sets prose in narrower columns
LONGEST_PIECE: Final = 24  # cells that may stay empty before a Latin word
WRAPPED: Final = 2.0  # weight from which lines count as wrapped

_GENERAL: Final = 2.0  # line ends that the general case weighs as much as


class Measure(NamedTuple):
    """The line length of a stretch of lines, in cells, and the weight of the evidence that they are wrapped at it."""

    cells: int
    weight: float

    @property
    def wrapped(self) -> bool:
        return self.weight >= WRAPPED


class Cue(NamedTuple):
    """Log odds for a join where a sign stands at a line end, and where it does not."""

    present: float
    absent: float


class Cues(NamedTuple):
    """What blank lines, indents and short lines mean in a stretch of lines."""

    blank: Cue
    indent: Cue
    short: Cue


def need(body: str) -> int:
    """Cells that a line's first unbreakable piece takes: it may not part from its marks, nor a Latin word be cut."""
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


def _core(line: Line) -> int:
    """Width of a line without the marks at its end, which may hang out of the type area."""
    body = line.body
    bare = body.rstrip(_HANGING)
    return line.width - 2 * (len(body) - len(bare))


_HANGING: Final = chars.PAUSES + chars.STOPS + chars.CLOSING + "%"


def measures(lines: Sequence[Line], tails: Sequence[Tail], needs: Sequence[int]) -> list[Measure]:
    """The measure that holds for each line."""
    count = len(lines)
    groups = -(-count // STEP)
    best = [Measure(0, -99.0)] * groups
    starts = list(range(0, max(1, count - WINDOW + 1), STEP))
    if starts[-1] + WINDOW < count:
        starts.append(count - WINDOW)
    widths = [line.width for line in lines]
    cores = [_core(line) if t is not Tail.CUT else line.width for line, t in zip(lines, tails, strict=True)]
    for start in starts:
        measure = _measure(widths, cores, tails, needs, start, min(start + WINDOW, count))
        for g in range(start // STEP, min((start + WINDOW - 1) // STEP + 1, groups)):
            if measure.weight > best[g].weight:
                best[g] = measure
    return [best[i // STEP] for i in range(count)]


def _measure(
    widths: Sequence[int], cores: Sequence[int], tails: Sequence[Tail], needs: Sequence[int], start: int, stop: int
) -> Measure:
    """The length at which most of the lines cut within a sentence can have been cut, what followed not fitting in."""
    votes: dict[int, int] = {}
    cut = 0
    for i in range(start, stop):
        if tails[i] is Tail.CUT and widths[i] >= SHORTEST:
            cut += 1
            low = widths[i]
            for cells in range(low, low + needs[i + 1]):
                votes[cells] = votes.get(cells, 0) + 1
    if not votes:
        return Measure(0, -99.0)
    most = max(votes.values())
    cells = min(c for c in votes if votes[c] == most)
    longer = sum(1 for i in range(start, stop) if cores[i] > cells + 1)
    return Measure(cells, most - 1 - 2.0 * longer - 0.5 * (cut - most))


def cues(
    lines: Sequence[Line], tails: Sequence[Tail], needs: Sequence[int], all_measures: Sequence[Measure]
) -> list[Cues]:
    """What blanks, indents and short lines mean at the end of each line, `CUES` lines at a time."""
    tallies = [
        _tally(lines, tails, needs, all_measures, start, min(start + CUES, len(lines) - 1))
        for start in range(0, len(lines), CUES)
    ]
    out = []
    for n in range(len(tallies)):
        near = [sum(column) for column in zip(*tallies[max(0, n - 1) : n + 2], strict=True)]
        out.append(_weigh(near, all_measures[n * CUES].wrapped))
    return [out[i // CUES] for i in range(len(lines))]


def _tally(
    lines: Sequence[Line],
    tails: Sequence[Tail],
    needs: Sequence[int],
    all_measures: Sequence[Measure],
    start: int,
    stop: int,
) -> list[int]:
    """Of the joins by their words, and of the breaks: number, those with a blank, an indent, a short line."""
    joins, breaks = [0] * 4, [0] * 4
    for i in range(start, stop):
        after, measure = lines[i + 1], all_measures[i]
        short = measure.wrapped and measure.cells - lines[i].width - needs[i + 1] >= 0
        if tails[i] is Tail.OPEN:
            side = joins
        elif tails[i] is Tail.ENDED and (short or not measure.wrapped):
            side = breaks
        else:
            continue
        side[0] += 1
        side[1] += after.blanks_before > 0
        side[2] += len(after.indent) > 0
        side[3] += short
    return joins + breaks


def _weigh(counts: Sequence[int], wrapped: bool) -> Cues:
    joins, breaks = counts[0], counts[4]
    return Cues(
        _cue(counts[1], joins, 0.1 if wrapped else 0.7, counts[5], breaks, 0.6),
        _cue(counts[2], joins, 0.02, counts[6], breaks, 0.5),
        _cue(counts[3], joins, 0.03, 0, 0, 0.93),
    )


def _cue(in_joins: int, joins: int, general_join: float, in_breaks: int, breaks: int, general_break: float) -> Cue:
    of_joins = (in_joins + _GENERAL * general_join) / (joins + _GENERAL)
    of_breaks = (in_breaks + _GENERAL * general_break) / (breaks + _GENERAL)
    return Cue(log(of_joins / of_breaks), log((1 - of_joins) / (1 - of_breaks)))
