"""The lines of a text, each with what the page around it tells."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from ...lines import Lines, Tail, tails
from ...patterns import regex
from . import measure
from .cues import BLOCK, Learner

_LATIN: Final = regex("[A-Za-z0-9](?:[^A-Za-z0-9]*[A-Za-z0-9]){2}")
_MARK: Final = regex("[，。：；！？（）]")  # what half-width marks became
_ENOUGH: Final = 3  # lines that must speak for Latin letters in squares
_OVERLONG: Final = 20  # cells by which a line is longer than those around, from which on it was not wrapped with them
# Blocks on either side that tell on a line: one for what signs mean, two for whether letters stand in squares, one for
# the lines' measure.
_MARGIN: Final = 4


class Page:
    """The lines that are not blank.

    `tails[i]` is how line `i` ends, `slack[i]` the cells left empty at its end that the next line's
    first unbreakable piece would have fitted in: negative where the line is full, None where lines
    are not wrapped. `cues(i)` is what the signs at its end mean. Of a page that is looked at again,
    only the blocks `near` a change are asked for, and known. With `narrow_marks`, the page may have been wrapped
    when its marks were half as wide.
    """

    def __init__(self, lines: Lines, near: Collection[int] | None = None, narrow_marks: bool = False) -> None:
        self.lines = lines
        self.measures = [measure.UNCLEAR] * len(lines)
        self.tails = [Tail.CUT] * len(lines)
        self.slack: list[int | None] = [None] * len(lines)
        self._squares: set[int] = set()
        for first, last in [(0, len(lines))] if near is None else _stretches(near, len(lines), _MARGIN):
            self._look(first, last, narrow_marks)
        self.cues = Learner(lines, self.tails, self.slack).cues

    def in_squares(self, places: Iterable[int]) -> list[int]:
        """The lines around which the page set each Western letter in a square of its own, and cut words anywhere."""
        return [i for i in places if i // BLOCK in self._squares] if self._squares else []

    def _look(self, first: int, last: int, narrow_marks: bool) -> None:
        """Look at the lines of a stretch, which begins with a block."""
        lines = self.lines[first:last]
        needs = measure.needs(lines.bodies)
        self.tails[first:last] = tails(lines.bodies)
        self._measure(first, last, lines.widths, [*needs, 2])
        if narrow_marks:
            self._measure_narrow(first, last, needs)
        self._measure_squares(first, last)

    def _measure_narrow(self, first: int, last: int, needs: Sequence[int]) -> None:
        """Measure once more with marks that take half a square, and keep that of each line which is the clearer."""
        lines, wide = self.lines[first:last], (self.measures[first:last], self.slack[first:last])
        widths = [cells - len(_MARK.findall(body)) for cells, body in zip(lines.widths, lines.bodies, strict=True)]
        firsts = [piece - len(_MARK.findall(body[:piece])) for piece, body in zip(needs, lines.bodies, strict=True)]
        self._measure(first, last, widths, [*(max(2, piece) for piece in firsts), 2])
        for i, (found, slack) in enumerate(zip(*wide, strict=True), first):
            if found.weight >= self.measures[i].weight:
                self.measures[i], self.slack[i] = found, slack

    def _measure(self, first: int, last: int, widths: list[int], needs: list[int]) -> None:
        found = measure.measures(self.lines[first:last], widths, self.tails[first:last], needs)
        self.measures[first:last] = found
        self.slack[first:last] = [
            None if weight < measure.WRAPPED or cells > length + _OVERLONG else length - cells - piece
            for (length, weight), cells, piece in zip(found, widths, needs[1:], strict=True)
        ]

    def _measure_squares(self, first: int, last: int) -> None:
        """Measure once more, around lines that show it, with each letter in a square of its own."""
        fitting, half = self._mixed(first, last)
        full, wide = (Counter(i // BLOCK for i in some) for some in (fitting, half))
        around = {n: tuple(sum(some[n + k] for k in (-1, 0, 1)) for some in (full, wide)) for n in full}
        shown = {n: count for n, (count, others) in around.items() if count > 2 * others}
        squares = {n + k for n, count in shown.items() if count >= _ENOUGH for k in (-1, 0, 1)}
        if squares:
            self._squares |= squares
            measures, slack = self.measures[:], self.slack[:]
            for start, stop in _stretches(squares, last, 0):
                start, begin, end = max(first, start), max(first, start - BLOCK), min(last, stop + BLOCK)
                lines = self.lines[begin:end]
                self._measure(begin, end, list(map(_squares, lines.indents, lines.bodies)), [2] * (end - begin + 1))
                measures[start:stop], slack[start:stop] = self.measures[start:stop], self.slack[start:stop]
            self.measures, self.slack = measures, slack
        for i in fitting:
            if i // BLOCK in shown:
                self.slack[i] = -1

    def _mixed(self, first: int, last: int) -> tuple[list[int], list[int]]:
        """The lines that are full if each Latin letter was set in a square of its own, and words were cut anywhere;
        and those with Latin letters that are full without that."""
        lines, cut = self.lines[first:last], Tail.CUT
        columns = zip(
            self.slack[first:last], self.tails[first:last], lines.widths, lines.indents, lines.bodies, strict=True
        )
        mixed = [
            (i, slack)
            for i, (slack, kind, cells, indent, body) in enumerate(columns, first)
            if slack is not None
            and kind is cut
            and cells != 2 * (len(indent) + len(body))  # something takes half a square
            and _LATIN.search(body)
        ]
        fitting = [i for i, slack in mixed if slack >= 0 and -4 <= self.measures[i].cells - self._squares_of(i) < 3]
        return fitting, [i for i, slack in mixed if slack < 0]

    def _squares_of(self, i: int) -> int:
        return _squares(self.lines.indents[i], self.lines.bodies[i])


def _stretches(near: Collection[int], count: int, margin: int) -> Iterator[tuple[int, int]]:
    """The lines of some blocks, and of as many blocks on either side as the margin says, as stretches."""
    wanted = sorted({block + k for block in near for k in range(-margin, margin + 1)})
    first = 0
    for k, block in enumerate(wanted):
        if k + 1 == len(wanted) or wanted[k + 1] > block + 1:
            if block >= 0 and wanted[first] * BLOCK < count:
                yield max(0, wanted[first] * BLOCK), min(count, (block + 1) * BLOCK)
            first = k + 1


def _squares(indent: str, body: str) -> int:
    """Width of a line, in cells, with each letter in a square; OCR drops the blank of some squares."""
    return 2 * (len(indent) + len(body)) - body.count(" ")
