"""The lines of a text, each with what the page around it tells."""

from collections.abc import Sequence
from typing import Final

from ...lines import Line, Tail, tails
from ...patterns import regex
from . import measure
from .cues import BLOCK, Learner

_LATIN: Final = regex("[A-Za-z0-9](?:[^A-Za-z0-9]*[A-Za-z0-9]){2}")
_MARK: Final = regex("[，。：；！？（）]")  # what half-width marks became
_ENOUGH: Final = 3  # lines that must speak for Latin letters in squares


class Page:
    """The lines that are not blank.

    `tails[i]` is how line `i` ends, `slack[i]` the cells left empty at its end that the next line's
    first unbreakable piece would have fitted in: negative where the line is full, None where lines
    are not wrapped. `cues(i)` is what the signs at its end mean. With `narrow_marks`, the page may have been wrapped
    when its marks were half as wide.
    """

    def __init__(self, lines: Sequence[Line], narrow_marks: bool = False) -> None:
        self.lines = lines
        bodies = [line.body for line in lines]
        self.tails = tails(bodies)
        needs = measure.needs(bodies)
        self._measure([line.width for line in lines], [*needs, 2])
        if narrow_marks:
            self._measure_narrow(needs)
        fitting = self._fitting_squares()
        if len(fitting) >= _ENOUGH:
            self._measure([_squares(line) for line in lines], [2] * (len(lines) + 1))
        for i in fitting:
            self.slack[i] = -1
        self._squares = {i // BLOCK + k for i in fitting for k in (-1, 0, 1)} if len(fitting) >= _ENOUGH else set()
        self.cues = Learner(lines, self.tails, self.slack).cues

    def in_squares(self, i: int) -> bool:
        """Whether the page around line `i` set each Western letter in a square of its own, and cut words anywhere."""
        return i // BLOCK in self._squares

    def _measure_narrow(self, needs: list[int]) -> None:
        """Measure once more with marks that take half a square, and keep that of each line which is the clearer."""
        wide = self.measures, self.slack
        widths = [line.width - len(_MARK.findall(line.body)) for line in self.lines]
        firsts = [piece - len(_MARK.findall(line.body[:piece])) for piece, line in zip(needs, self.lines, strict=True)]
        self._measure(widths, [*(max(2, piece) for piece in firsts), 2])
        for i, (found, slack) in enumerate(zip(*wide, strict=True)):
            if found.weight >= self.measures[i].weight:
                self.measures[i], self.slack[i] = found, slack

    def _measure(self, widths: list[int], needs: list[int]) -> None:
        self.measures = measure.measures(self.lines, widths, self.tails, needs)
        self.slack: list[int | None] = [
            None if found.weight < measure.WRAPPED else found.cells - cells - piece
            for found, cells, piece in zip(self.measures, widths, needs[1:], strict=True)
        ]

    def _fitting_squares(self) -> list[int]:
        """The lines that are full if each Latin letter was set in a square of its own, and words were cut anywhere.

        None where more lines are full without that.
        """
        fitting: list[int] = []
        half, cut = 0, Tail.CUT
        for i, (line, slack, end) in enumerate(zip(self.lines, self.slack, self.tails, strict=True)):
            if slack is None or end is not cut or line.width == 2 * (len(line.indent) + len(line.body)):
                continue  # the last has nothing that takes half a square
            if _LATIN.search(line.body):
                half += slack < 0
                if slack >= 0 and -4 <= self.measures[i].cells - _squares(line) < 3:
                    fitting.append(i)
        return fitting if len(fitting) > 2 * half else []


def _squares(line: Line) -> int:
    """Width of a line, in cells, with each letter in a square; OCR drops the blank of some squares."""
    return 2 * (len(line.indent) + len(line.body)) - line.body.count(" ")
