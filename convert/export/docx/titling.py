"""Titles of several lines, broken at sense without a break in their text: by indents that leave no other place."""

from collections.abc import Sequence
from typing import Final

from ...compose.case import Case
from ...compose.cluster import Setting, Shaped
from ...compose.headline import balanced
from ...compose.kinds import SPACE, kind_of
from ...compose.lines import break_lines
from ...compose.paragraph import Prepared, prepare
from ...style import Face
from .markup import el

# In 1/1000 em.
_SLACKS: Final = (500.0, 200.0)  # what Word's font may be wider than reckoned, and less than one more character
_STEP: Final = 250.0
_LONGEST: Final = 80_000.0  # what is longer is no title to be set with care


class _Squares:
    """Type of which nothing is known but that Han characters are square, Western ones half and spaces a quarter."""

    def shape(self, text: str, face: Face, *, vertical: bool, western: bool) -> Sequence[Shaped]:
        return [Shaped(ch, ch, face, _width(ch, western), 0.0, 0.0) for ch in text]

    def square(self, text: str, face: Face) -> Shaped:
        return Shaped(text, text, face, 1000.0, 0.0, 0.0)


def _width(ch: str, western: bool) -> float:
    return 250.0 if kind_of(ch) == SPACE else 500.0 if western else 1000.0


class Titling:
    """Finds the indents of titles."""

    def __init__(self, *, vertical: bool) -> None:
        self._setting = Setting(adjust=False, vertical=vertical)
        self._case = Case(_Squares(), "hei", self._setting)

    def indents(self, text: str, measure: float, size: float) -> str:
        """The w:ind of a centred title of `size` points in lines of `measure` points; "" where it needs none.

        Its lines are those of the PDF, broken at sense and of like length, where Word would fill them so; else as
        many as it needs, of like length.
        """
        ems = measure / size * 1000
        if not ems < len(text) * 1000 <= _LONGEST:
            return ""
        room = self._room(text, ems)
        if room >= ems:
            return ""
        indent = round((ems - room) / 2 * size / 1000 * 20)
        return el("ind", left=indent, right=indent)

    def _room(self, text: str, ems: float) -> float:
        """The length of line in which greedy breaking gives the lines that are wanted."""
        prepared = prepare(text, self._case, self._setting)
        lines = balanced(text, self._case, self._setting, ems)
        if len(lines) < 2:
            return ems
        ends = [line.end for line in lines]
        longest = max(prepared.x[line.end] - prepared.x[line.start] for line in lines)
        for slack in _SLACKS:
            if self._ends(prepared, longest + slack) == ends:
                return longest + slack
        return self._least_room(prepared, ems)

    def _ends(self, prepared: Prepared, room: float) -> list[int]:
        return [line.end for line in break_lines(prepared, room, justify=False)]

    def _least_room(self, prepared: Prepared, ems: float) -> float:
        """The shortest lines that are no more than lines of `ems` would be."""
        least = len(self._ends(prepared, ems))
        room = (prepared.x[-1] - prepared.x[0]) / least
        while room < ems and len(self._ends(prepared, room)) > least:
            room += _STEP
        return room + _SLACKS[-1]
