"""Clusters: the smallest pieces of a line, as the shaper measured them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ..style import Face, Glyphs
from . import kinds


class Shaped(NamedTuple):
    """One cluster as the shaper returns it. Lengths are in 1/1000 em, along the line.

    `code` is the shaper's own name for the glyphs: along a run of one font the codes, which are of one length, are
    simply joined.
    `before` and `after` are the blanks between the edges of the advance and the ink.
    """

    text: str
    code: str
    font: Hashable
    advance: float
    before: float
    after: float


class Shaper(Protocol):
    """What compose/ needs to know of fonts."""

    def shape(self, text: str, face: Face, *, vertical: bool, western: bool) -> Sequence[Shaped]:
        """The clusters of a short text; `western` text stands in its own direction, turned where lines are vertical."""
        ...

    def square(self, text: str, face: Face) -> Shaped:
        """A short number as one cluster that stands upright in one square of a vertical line."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are set, by region and wish.

    `glyphs` tells where the marks stand in their squares (mainland: in a corner; Taiwan and Hong Kong: in the
    centre), `adjust` whether their widths are adjusted: two matters, as CLREQ has it. Where they are not, marks give
    way only in lines that would else be very loose.
    """

    glyphs: Glyphs = "sc"
    adjust: bool = True
    level: kinds.ProhibitionLevel = "basic"
    hanging: bool = False
    vertical: bool = False


@dataclass(slots=True, eq=False)
class Cluster:
    """A piece of a line that is never parted. Lengths are in 1/1000 em.

    `advance` is how far its glyphs move the pen, `pad` what is added on each side to fill its box (less than 0
    where a box is narrower than its glyph); `front` and `back` are what adjustment may take from it.
    """

    text: str
    code: str
    font: Hashable
    advance: float
    kind: str
    pad: float = 0
    front: float = 0
    back: float = 0
