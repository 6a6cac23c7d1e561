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
from ...lines import Line, Tail, lines_of, tail, width

WINDOW: Final = 24  # lines whose widths are looked at together
STEP: Final = 4
CUES: Final = 48  # lines from which the meaning of blanks and indents is learnt, with as many on either side
SHORTEST: Final = 16  # cells: nobody sets prose in narrower columns
LONGEST_PIECE: Final = 24  # cells that may stay empty before a Latin word
WRAPPED: Final = 2.0  # weight from which lines count as wrapped
INDENT: Final = 4  # cells of a first line's indent, which OCR often leaves out

_GENERAL: Final = 2.0  # line ends that the general case weighs as much as
_HANGING: Final = chars.PAUSES + chars.STOPS + chars.CLOSING + "%"


class Measure(NamedTuple):
    """The line length of a stretch of lines, in cells, and the weight of the evidence that they are wrapped at it."""

    cells: int
    weight: float


class Cue(NamedTuple):
    """Log odds for a join where a sign stands at a line end, and where it does not."""

    present: float
    absent: float


_SILENT: Final = Cue(0.0, 0.0)


class Cues(NamedTuple):
    """What signs mean in a stretch of lines: a blank line, an indent, a short line before, a narrow one after."""

    blank: Cue
    indent: Cue
    short: Cue
    narrow: Cue


class Page:
    """The lines of a text that are not blank, each with what its neighbourhood tells.

    `tails[i]` is how line `i` ends, `needs[i]` the cells that its first unbreakable piece takes,
    `slack[i]` the cells that were left when it was cut although the next line's first piece would
    have fitted in: negative where the line is full, None where lines are not wrapped. `cues[i]`
    holds for the end of line `i`. `blind` are the lines that were cut a second time, by counting
    characters: the line after such a one is its rest, and counts as wide as the two together.
    """

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.tails = [tail(line.body) for line in self.lines]
        self.needs = [need(line.body) for line in self.lines]
        self.needs.append(2)
        self.blind = _blind(self.lines)
        widths = [line.width for line in self.lines]
        for i in self.blind:
            widths[i + 1] += widths[i]
        self.measures = _measures(self, widths)
        self.slack = [
            None if measure.weight < WRAPPED else measure.cells - cells - piece
            for cells, measure, piece in zip(widths, self.measures, self.needs[1:], strict=True)
        ]
        self.cues = _cues(self)


def need(body: str) -> int:
    """Cells that a line's first unbreakable piece takes: it may not part from its marks, nor a Latin word be cut."""
    first = body[0]
    if first >= "\u3400" and first not in chars.NO_LINE_END and (len(body) < 2 or body[1] not in chars.NO_LINE_START):
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


def _blind(lines: Sequence[Line]) -> set[int]:
    """The lines of twice wrapped text that the second wrapping cut: all of one length, a short rest after each."""
    lengths = [len(line.indent) + len(line.body) for line in lines]
    out: set[int] = set()
    for start in range(0, len(lines), CUES):
        stop = min(start + CUES, len(lines) - 1)
        longest = max(lengths[start:stop], default=0)
        if 2 * longest < SHORTEST:
            continue
        full = [i for i in range(start, stop) if lengths[i] == longest]
        rests = [i for i in full if lengths[i + 1] <= longest // 4 and not lines[i + 1].indent]
        if len(rests) >= 4 and 2 * len(rests) > len(full):
            out.update(i for i in full if not lines[i + 1].indent and not lines[i + 1].blanks_before)
    return out


class _Votes:
    """How many lines of a sliding window can have been cut at each length, what followed not fitting in."""

    def __init__(self, page: Page, widths: Sequence[int]) -> None:
        self.cut = 0
        self._counts: dict[int, int] = {}
        self._ranges: list[tuple[range, ...]] = []
        before = Tail.ENDED
        for i, line in enumerate(page.lines):
            ranges: tuple[range, ...] = ()
            if page.tails[i] is Tail.CUT and widths[i] >= SHORTEST and i not in page.blind:
                low, high = widths[i], widths[i] + page.needs[i + 1]
                ranges = (range(low, high),)
                if not line.indent and (before is Tail.ENDED or line.blanks_before):
                    ranges = (ranges[0], range(max(high, low + INDENT), high + INDENT))
            self._ranges.append(ranges)
            before = page.tails[i]

    def add(self, i: int) -> None:
        """Let a line vote."""
        counts = self._counts
        for cells in self._ranges[i]:
            for n in cells:
                counts[n] = counts.get(n, 0) + 1
        self.cut += bool(self._ranges[i])

    def remove(self, i: int) -> None:
        """Take a line's votes back."""
        counts = self._counts
        for cells in self._ranges[i]:
            for n in cells:
                counts[n] -= 1
                if not counts[n]:
                    del counts[n]
        self.cut -= bool(self._ranges[i])

    def winner(self) -> tuple[int, int]:
        """The length with the most votes, and their number."""
        most = max(self._counts.values(), default=0)
        return min((n for n, votes in self._counts.items() if votes == most), default=0), most


def _measures(page: Page, widths: Sequence[int]) -> list[Measure]:
    """The measure that holds for each line."""
    count = len(widths)
    votes = _Votes(page, widths)
    cores = [
        w if t is Tail.CUT else w - _hanging(line) for w, line, t in zip(widths, page.lines, page.tails, strict=True)
    ]
    unclear = Measure(0, -99.0)
    best = [unclear] * (-(-count // STEP))
    for i in range(count):
        votes.add(i)
        if i >= WINDOW:
            votes.remove(i - WINDOW)
        if (i + 1) % STEP and i + 1 < count:
            continue
        cells, most = votes.winner()
        weight = most - 1 - 0.5 * (votes.cut - most)
        if weight >= WRAPPED:
            start = max(0, i + 1 - WINDOW)
            weight -= sum((core > cells + 2) + (core > cells + 8) for core in cores[start : i + 1])
            measure = Measure(cells, weight)
            for g in range(-(-start // STEP), i // STEP + 1):
                if weight > best[g].weight:
                    best[g] = measure
    return [best[i // STEP] for i in range(count)]


def _hanging(line: Line) -> int:
    """Width of the marks at a line's end, which may hang out of the type area."""
    return 2 * (len(line.body) - len(line.body.rstrip(_HANGING)))


def _cues(page: Page) -> list[Cues]:
    """What signs mean at the end of each line, `CUES` lines at a time."""
    stop = len(page.lines) - 1
    tallies = [_tally(page, start, min(start + CUES, stop)) for start in range(0, len(page.lines), CUES)]
    blocks = []
    for n in range(len(tallies)):
        near = [sum(column) for column in zip(*tallies[max(0, n - 1) : n + 2], strict=True)]
        blocks.append(_weigh(near, page.slack[n * CUES] is not None))
    return [blocks[i // CUES] for i in range(len(page.lines))]


def _tally(page: Page, start: int, stop: int) -> list[int]:
    """Of the joins by their words, and of the breaks: number, blanks, indents, short lines; next lines full, narrow."""
    joins, breaks = [0] * 6, [0] * 6
    for i in range(start, stop):
        kind = page.tails[i]
        if kind is Tail.CUT or i in page.blind:
            continue
        slack = page.slack[i]
        short = slack is not None and slack >= 0
        if kind is Tail.OPEN:
            side = joins
        elif short or slack is None:
            side = breaks
        else:
            continue
        after = page.lines[i + 1]
        side[0] += 1
        side[1] += after.blanks_before > 0
        side[2] += len(after.indent) > 0
        side[3] += short
        room = page.slack[i + 1]
        if room is not None and room <= INDENT and page.tails[i + 1] is not Tail.ENDED:
            side[4] += 1
            side[5] += room >= 0
    return joins + breaks


def _weigh(counts: Sequence[int], wrapped: bool) -> Cues:
    joins, breaks = counts[:6], counts[6:]
    return Cues(
        _cue(joins[1], joins[0], 0.1 if wrapped else 0.7, breaks[1], breaks[0], 0.6),
        _cue(joins[2], joins[0], 0.02, breaks[2], breaks[0], 0.5),
        _cue(joins[3], joins[0], 0.03, 0, 0, 0.93),
        _cue(joins[5], joins[4], 0.05, breaks[5], breaks[4], 0.1) if 2 * breaks[5] > breaks[4] else _SILENT,
    )


def _cue(in_joins: int, joins: int, general_join: float, in_breaks: int, breaks: int, general_break: float) -> Cue:
    of_joins = (in_joins + _GENERAL * general_join) / (joins + _GENERAL)
    of_breaks = (in_breaks + _GENERAL * general_break) / (breaks + _GENERAL)
    return Cue(log(of_joins / of_breaks), log((1 - of_joins) / (1 - of_breaks)))
