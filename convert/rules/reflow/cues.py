"""What blanks, indents and short lines mean, learnt from the line ends whose words leave little doubt."""

from collections.abc import Sequence
from math import log
from typing import Final, NamedTuple

from ...lines import Lines, Tail
from .measure import INDENT

SHORT: Final = 8  # cells: a wrapped line is rarely shorter by more
BLOCK: Final = 48  # lines from which meanings are learnt, with as many on either side
_WRAPPED: Final = 1.0  # where lines are wrapped, most ends are no paragraph's
_OPEN: Final = 1.5  # line ends after a comma to a paragraph's short last line, as a rule
_LONG: Final = 0.7  # the most that long paragraphs add
# Where a stop stands at a full line's end, how much it says that paragraphs are longer than such ones as leave it
# even: the share of line ends after a comma, as it was counted there.
_SLOPE, _TYPICAL = 0.8, -1.0
_SHORTEST, _LONGEST = -1.5, 0.4
_GENERAL: Final = 2.0  # line ends that the general case weighs as much as


class Cue(NamedTuple):
    """Log odds for a join where a sign stands at a line end, and where it does not."""

    present: float
    absent: float


SILENT: Final = Cue(0.0, 0.0)


class Cues(NamedTuple):
    """What signs mean in a stretch of lines: a blank line, an indent, a short line before, a narrow one after.

    A narrow line is as much too short as if its indent had been left out. `within` is the log odds
    for a join of any line end, by how many lines the paragraphs have; `stopped` those that are added at a
    full line that ends a sentence, where little else speaks.
    """

    blank: Cue
    indent: Cue
    short: Cue
    narrow: Cue
    within: float
    stopped: float


class Learner:
    """Learns what the signs mean in each `BLOCK` of lines, where it is asked for."""

    def __init__(self, lines: Lines, tails: Sequence[Tail], slack: Sequence[int | None]) -> None:
        self._page = lines, tails, slack
        self._blocks = -(-len(lines) // BLOCK)
        self._tallies: dict[int, list[int]] = {}
        self._cues: dict[int, Cues] = {}

    def cues(self, i: int) -> Cues:
        """What the signs at the end of line `i` mean."""
        n = i // BLOCK
        found = self._cues.get(n)
        if found is None:
            near = [self._tally(k) for k in range(max(0, n - 1), min(n + 2, self._blocks))]
            wrapped = self._page[2][n * BLOCK] is not None
            found = self._cues[n] = _weigh([sum(column) for column in zip(*near, strict=True)], wrapped)
        return found

    def _tally(self, n: int) -> list[int]:
        if n not in self._tallies:
            self._tallies[n] = _tally(*self._page, n * BLOCK)
        return self._tallies[n]


def _tally(lines: Lines, tails: Sequence[Tail], slack: Sequence[int | None], start: int) -> list[int]:
    """Of the joins by their words, and of the breaks: number, blanks, indents, short lines;
    next lines that are full, narrow, and that may be headings."""
    joins, breaks = [0] * 7, [0] * 7
    stop, cut = min(start + BLOCK, len(lines) - 1), Tail.CUT
    blanks, indents = lines.blanks, lines.indents
    for i, kind in enumerate(tails[start:stop], start):
        if kind is cut:
            continue
        left = slack[i]
        short = left is not None and left >= 0
        if kind is Tail.OPEN:
            if left is not None and left > SHORT:
                continue  # verse, a salutation
            side = joins
        elif short or left is None:
            side = breaks
        else:
            continue
        room = slack[i + 1]
        side[0] += 1
        side[1] += blanks[i + 1] > 0
        side[2] += len(indents[i + 1]) > 1  # one blank is what a line end left of a space
        side[3] += short
        if room is not None and room <= INDENT and tails[i + 1] is not Tail.ENDED:
            side[4] += 1
            side[5] += room >= 0
        elif room is not None and tails[i + 1] is Tail.CUT and not indents[i + 1]:
            side[6] += 1
    return joins + breaks


def _weigh(counts: Sequence[int], wrapped: bool) -> Cues:
    joins, breaks = counts[:7], counts[7:]
    share = log((joins[0] + _GENERAL * _OPEN) / (breaks[0] + _GENERAL) / _OPEN)
    return Cues(
        _cue(joins[1], joins[0], 0.1 if wrapped else 0.7, breaks[1], breaks[0], 0.6),
        _cue(joins[2], joins[0], 0.02, breaks[2], breaks[0] - breaks[6], 0.5),
        _cue(joins[3], joins[0], 0.03, 0, 0, 0.93),
        _cue(joins[5], joins[4], 0.05, breaks[5], breaks[4], 0.1) if 2 * breaks[5] > breaks[4] else SILENT,
        _WRAPPED + max(0.0, min(share, _LONG)),
        max(_SHORTEST, min(_SLOPE * (share - _TYPICAL), _LONGEST)),
    )


def _cue(in_joins: int, joins: int, general_join: float, in_breaks: int, breaks: int, general_break: float) -> Cue:
    of_joins = (in_joins + _GENERAL * general_join) / (joins + _GENERAL)
    of_breaks = (in_breaks + _GENERAL * general_break) / (breaks + _GENERAL)
    return Cue(log(of_joins / of_breaks), log((1 - of_joins) / (1 - of_breaks)))
