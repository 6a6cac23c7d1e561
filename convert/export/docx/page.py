"""The page of an edition in Word's terms: paper, type area, columns, grid; all lengths in twips (1/20 pt)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ...style import Edition, Layout
from .markup import el

_LINE_GAP: Final[dict[Layout, float]] = {"newspaper": 0.5, "book": 0.7, "large-print": 0.6}  # em; CLREQ 行距
_MARGIN: Final[dict[Layout, float]] = {"newspaper": 0.07, "book": 0.12, "large-print": 0.1}  # of the paper's width
_COLUMN_GAP: Final = 2  # em
_FOLIO: Final = 567  # from the paper's edge to head and foot lines: 1 cm


@dataclass(frozen=True)
class Page:
    """The type area is whole characters wide and whole lines high (CLREQ 版心)."""

    edition: Edition

    @cached_property
    def em(self) -> int:
        return round(self.edition.body_size * 20)

    @cached_property
    def pitch(self) -> int:
        """From line to line of the body grid."""
        return round(self.em * (1 + _LINE_GAP[self.edition.layout]))

    @cached_property
    def paper(self) -> tuple[int, int]:
        width, height = self.edition.paper_size
        return round(width * 20), round(height * 20)

    @cached_property
    def _least_margin(self) -> int:
        return max(_FOLIO * 2, round(self.paper[0] * _MARGIN[self.edition.layout]))

    @cached_property
    def columns(self) -> int:
        """As many columns as were asked for, if each can hold eight characters."""
        room = self._room() // self.em
        return max(1, min(self.edition.column_count, (room + _COLUMN_GAP) // (8 + _COLUMN_GAP)))

    def _room(self) -> int:
        """Length of a line over the whole type area, before it is rounded."""
        return self.paper[1 if self.edition.vertical else 0] - 2 * self._least_margin

    @cached_property
    def line_length(self) -> int:
        """Characters in a line of one column."""
        return (self._room() // self.em - _COLUMN_GAP * (self.columns - 1)) // self.columns

    @cached_property
    def _type_area(self) -> tuple[int, int]:
        """Width and height."""
        line = (self.line_length * self.columns + _COLUMN_GAP * (self.columns - 1)) * self.em
        across = self.paper[0 if self.edition.vertical else 1] - 2 * self._least_margin
        lines = across // self.pitch * self.pitch
        return (lines, line) if self.edition.vertical else (line, lines)

    def picture_room(self, columns: int) -> tuple[int, int]:
        """Greatest width and height of a picture in a text of so many columns: half the type area across the lines."""
        width, height = self._type_area
        line = self.line_length * self.em if columns > 1 else height if self.edition.vertical else width
        return (width // 2, line) if self.edition.vertical else (line, height // 2)

    def section(self, columns: int, references: str = "", *, first: bool = False, starts: str = "continuous") -> str:
        """A w:sectPr; `references` are those of head and foot."""
        (width, height), (area_width, area_height) = self.paper, self._type_area
        side, top = (width - area_width) // 2, (height - area_height) // 2
        margins = {"top": top, "right": side, "bottom": height - area_height - top, "left": width - area_width - side}
        return el(
            "sectPr",
            references,
            el("type", val=starts),
            el("pgSz", w=width, h=height),
            el("pgMar", **margins, header=_FOLIO, footer=_FOLIO, gutter=0),
            el("cols", num=columns, space=_COLUMN_GAP * self.em) if columns > 1 else el("cols", space=0),
            el("titlePg") if first else "",
            el("textDirection", val="tbRl") if self.edition.vertical else "",
            el("docGrid", type="lines", linePitch=self.pitch),
        )
