"""What a page shows around each line: how long its lines are, and what its blanks and indents mean.

Nothing is assumed for a whole file, which may have been pasted together from several pages. Lines
are looked at in windows; each group of lines goes by the one window, of those that hold it, whose
layout is the clearest. What a blank line or an indent means there is learnt from the line ends
that leave no doubt.
"""

from collections.abc import Sequence
from math import log
from typing import Final, NamedTuple

from ... import chars
from ...lines import Line

WINDOW: Final = 24  # lines whose widths are looked at together
STEP: Final = 4
CUES: Final = 64  # lines from which the meaning of blanks and indents is learnt
NEAR: Final = 3  # cells: widths no further apart are one line length, squeezed and hanging marks allowed for
SHORTEST: Final = 16  # cells: nobody sets prose in narrower columns

_SMOOTHING: Final = 2.0  # line ends that the general case weighs as much as


class Measure(NamedTuple):
    """The line length of a stretch of lines, in cells, and how surely lines are wrapped at it (0 to 1)."""

    cells: int
    wrapped: float


class Cue(NamedTuple):
    """Log odds for a join where a sign stands at a line end, and where it does not."""

    present: float
    absent: float


class Cues(NamedTuple):
    """What blank lines and indents mean in a stretch of lines."""

    blank: Cue
    indent: Cue


def measures(lines: Sequence[Line]) -> list[Measure]:
    """The measure that holds for each line."""
    widths = [line.width for line in lines]
    cut = [line.body[-1] not in _MARKS for line in lines]
    groups = range(0, len(lines), STEP)
    best = [Measure(0, 0.0)] * len(groups)
    reach = WINDOW // STEP
    for g, start in enumerate(groups):
        if g and start + WINDOW > len(lines) and len(lines) >= WINDOW:
            break
        measure = _measure(widths[start : start + WINDOW], cut[start : start + WINDOW])
        for k in range(g, min(g + reach, len(best))):
            if measure.wrapped > best[k].wrapped or not best[k].cells:
                best[k] = measure
    if len(lines) >= WINDOW:
        last = _measure(widths[-WINDOW:], cut[-WINDOW:])
        for k in range(max(0, len(best) - reach), len(best)):
            if last.wrapped > best[k].wrapped:
                best[k] = last
    return [best[i // STEP] for i in range(len(lines))]


_MARKS: Final = frozenset(chars.PAUSES + chars.STOPS + chars.CLOSING + "…—,.;:?!)]\"'")


def _measure(widths: Sequence[int], cut: Sequence[bool]) -> Measure:
    """The longest line length that several lines share; wrapped if few lines are longer, and most are cut short."""
    count = len(widths)
    order = sorted(range(count), key=widths.__getitem__, reverse=True)
    need = max(2, count // 8)
    for n in range(count - need + 1):
        top = widths[order[n]]
        if top - widths[order[n + need - 1]] <= NEAR:
            break
    else:
        return Measure(widths[order[0]] if count else 0, 0.0)
    if top < SHORTEST:
        return Measure(top, 0.0)
    full = [i for i in range(count) if top - NEAR <= widths[i] <= top]
    common: dict[int, int] = {}
    for i in full:
        common[widths[i]] = common.get(widths[i], 0) + 1
    cells = max(common, key=lambda w: (common[w], w))
    share = len(full) / count
    cuts = sum(cut[i] for i in full) / len(full)
    wrapped = min(1.0, share * 2) * min(1.0, cuts * 1.6) * max(0.0, 1 - 4 * n / count)
    return Measure(cells, wrapped)


def cues(lines: Sequence[Line], all_measures: Sequence[Measure]) -> list[Cues]:
    """What blanks and indents mean at the end of each line, a group of `CUES` lines at a time."""
    tallies = [_tally(lines, all_measures, start) for start in range(0, len(lines), CUES)]
    out = []
    for n in range(len(tallies)):
        near = tallies[max(0, n - 1) : n + 2]
        out.append(_weigh([sum(t[k] for t in near) for k in range(6)]))
    return [out[i // CUES] for i in range(len(lines))]


def _tally(lines: Sequence[Line], all_measures: Sequence[Measure], start: int) -> list[int]:
    """Of sure joins, and then of sure breaks: their number, those with a blank, those with an indent."""
    counts = [0] * 6
    for i in range(start, min(start + CUES, len(lines) - 1)):
        line, after, measure = lines[i], lines[i + 1], all_measures[i]
        if measure.wrapped < 0.3:
            continue
        ended = line.body[-1] in _MARKS and line.ends_sentence
        full = line.width >= measure.cells - NEAR
        if full == ended:
            continue
        side = 3 if ended else 0
        counts[side] += 1
        counts[side + 1] += after.blanks_before > 0
        counts[side + 2] += bool(after.indent) and len(after.indent) > len(line.indent) - (1 if ended else 0)
    return counts


def _weigh(counts: Sequence[int]) -> Cues:
    joins, breaks = counts[0], counts[3]
    return Cues(
        _cue(counts[1], joins, 0.03, counts[4], breaks, 0.5),
        _cue(counts[2], joins, 0.02, counts[5], breaks, 0.5),
    )


def _cue(in_joins: int, joins: int, general_join: float, in_breaks: int, breaks: int, general_break: float) -> Cue:
    of_joins = (in_joins + _SMOOTHING * general_join) / (joins + _SMOOTHING)
    of_breaks = (in_breaks + _SMOOTHING * general_break) / (breaks + _SMOOTHING)
    return Cue(log(of_joins / of_breaks), log((1 - of_joins) / (1 - of_breaks)))
