"""The page of an edition in Word's terms: paper, type area, columns, grid; all lengths in twips (1/20 pt)."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Final

from ...compose.sheet import Sheet, sheet_of
from ...style import COLUMN_SCALE, LEAD_SCALE, STYLES, WIDE_SCALE, Edition, Role
from .markup import el
from .names import COLUMN_HEADLINE, HEADLINE, LEAD_HEADLINE

_SLACK: Final = 2  # so that rounding never costs the last line of a page


def twips(points: float) -> int:
    return round(points * 20)


@dataclass(frozen=True)
class Page:
    """The same type area as in the PDF: whole characters wide and whole lines high (CLREQ 版心)."""

    edition: Edition

    @cached_property
    def sheet(self) -> Sheet:
        return sheet_of(self.edition)

    @property
    def columns(self) -> int:
        return self.sheet.columns

    @property
    def pitch(self) -> int:
        """From line to line of the body grid."""
        return twips(self.sheet.row)

    def size(self, role: Role) -> float:
        """Points of the type of a role, in halves, as Word counts."""
        return round(self.edition.body_size * STYLES[role].size * 2) / 2

    @cached_property
    def headline_sizes(self) -> dict[str, float]:
        """Points of a newspaper's first headline, of others over all columns, and of those within a column.

        Of the last a whole number of signs fill the column's line.
        """
        usual, measure = self.edition.body_size * STYLES["headline"].size, self.sheet.measure
        sizes = {LEAD_HEADLINE: usual, HEADLINE: usual, COLUMN_HEADLINE: usual}
        if self.in_columns:
            sizes[COLUMN_HEADLINE] = measure / ceil(measure / (usual * COLUMN_SCALE))
        if self.banded:
            sizes |= {LEAD_HEADLINE: usual * LEAD_SCALE, HEADLINE: usual * WIDE_SCALE}
        return {style: int(size * 2) / 2 for style, size in sizes.items()}

    @property
    def in_columns(self) -> bool:
        """Whether articles stand in the columns, or tiers, of a newspaper."""
        return self.edition.layout == "newspaper" and self.columns > 1

    @property
    def banded(self) -> bool:
        """Whether the titles of long articles run over all columns of text."""
        return self.in_columns and not self.edition.vertical

    @property
    def line_length(self) -> int:
        """Characters in a line of one column."""
        return round(self.sheet.measure / self.sheet.size)

    @property
    def _area(self) -> tuple[int, int]:
        """Width and height of the type area; unlike the PDF's it ends with a whole row, as Word's grid counts."""
        along, across = twips(self.sheet.along), self.sheet.rows * self.pitch + _SLACK
        return (across, along) if self.edition.vertical else (along, across)

    @property
    def width(self) -> int:
        return self._area[0]

    def picture_room(self) -> tuple[int, int]:
        """Greatest width and height of a picture: a line's length, and half the type area across the lines."""
        line, across = twips(self.sheet.measure), self._area[0 if self.edition.vertical else 1] // 2
        return (across, line) if self.edition.vertical else (line, across)

    def section(self, columns: int, references: str, *, first: bool) -> str:
        """A w:sectPr; `references` are those of head and foot, which later ones inherit."""
        width, height = twips(self.sheet.width), twips(self.sheet.height)
        area_width, area_height = self._area
        left, top = (width - area_width) // 2, twips(self.sheet.top)
        bottom = height - area_height - top
        margins = {"top": top, "right": width - area_width - left, "bottom": bottom, "left": left}
        furniture = {"header": max(0, top - 2 * self.pitch), "footer": max(0, bottom - 2 * self.pitch), "gutter": 0}
        newspaper = self.edition.layout == "newspaper"
        rule = {"sep": 1} if newspaper else {}
        return el(
            "sectPr",
            references,
            el("type", val="nextPage" if first else "continuous"),
            el("pgSz", w=width, h=height),
            el("pgMar", **margins, **furniture),
            el("cols", num=columns, **rule, space=twips(self.sheet.gap)) if columns > 1 else el("cols", space=0),
            el("titlePg") if first else "",
            el("textDirection", val="tbRl") if self.edition.vertical else "",
            el("docGrid", type="lines", linePitch=self.pitch),
        )
