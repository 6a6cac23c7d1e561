"""The page's measures: paper, type area, columns and the grid that body lines stand on."""

from dataclasses import dataclass
from typing import Final

from ..errors import UsageError
from ..style import MM, Edition, Layout

# Line height in em of the body; margins in millimetres: inner and outer edge, head (with its furniture), foot.
_LEADING: Final[dict[Layout, float]] = {"newspaper": 1.45, "book": 1.7, "large-print": 1.6}
_MARGINS: Final[dict[Layout, tuple[float, float, float]]] = {
    "newspaper": (13, 17, 12),
    "book": (17, 22, 20),
    "large-print": (19, 24, 20),
}
_LEAST: Final = 5  # characters in a line, and lines on a page
_COLUMN_GAP: Final = 2.0  # em (CLREQ 栏间距)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of every page of an edition, in points.

    `along` is the direction in which characters follow each other, `across` that in which lines do: in horizontal
    pages from left to right and downwards, in vertical ones downwards and from right to left. Columns (tiers, 栏,
    in vertical pages) follow each other along.
    """

    width: float
    height: float
    vertical: bool
    size: float
    row: float
    columns: int
    measure: float
    gap: float
    rows: int
    left: float
    top: float

    @property
    def along(self) -> float:
        """Extent of the type area along the lines."""
        return self.columns * self.measure + (self.columns - 1) * self.gap

    @property
    def across(self) -> float:
        """Extent of the type area across the lines: the last row has no line gap after it."""
        return self.rows * self.row - (self.row - self.size)

    @property
    def area(self) -> tuple[float, float]:
        """Width and height of the type area."""
        return (self.across, self.along) if self.vertical else (self.along, self.across)

    def place(self, u: float, v: float) -> tuple[float, float]:
        """The point on the page, from its lower left corner, of a place in the type area."""
        top = self.height - self.top
        return (self.left + self.across - v, top - u) if self.vertical else (self.left + u, top - v)


def sheet_of(edition: Edition, more_rows: int = 0) -> Sheet:
    """The measures of an edition. The type area is whole characters wide and whole lines high (CLREQ 版心).

    `more_rows` are added to each page, the line gap being less by as much.

    UsageError where the type is too large for the page.
    """
    width, height = edition.paper_size
    side, head, foot = (mm * MM for mm in _MARGINS[edition.layout])
    size, columns = edition.body_size, edition.column_count
    row, gap = size * _LEADING[edition.layout], size * _COLUMN_GAP
    free = (width - 2 * side, height - head - foot)
    along, across = free[::-1] if edition.vertical else free
    ems = int(((along - (columns - 1) * gap) / columns + 0.01) / size)
    while ems < _LEAST and columns > 1:  # columns that hold next to nothing
        columns -= 1
        ems = int(((along - (columns - 1) * gap) / columns + 0.01) / size)
    rows = int((across + row - size + 0.01) / row)
    if more_rows and rows > 1:
        rows += more_rows
        row = (across - size) / (rows - 1)
    if ems < _LEAST or rows < _LEAST:
        raise UsageError(
            f"type of {size:g} points is too large for a page of {edition.paper_name}",
            "Choose a smaller --font-size or a larger --paper.",
        )
    used_along, used_across = columns * ems * size + (columns - 1) * gap, rows * row - (row - size)
    used = (used_across, used_along) if edition.vertical else (used_along, used_across)
    left = (width - used[0]) / 2
    top = head + (free[1] - used[1]) / 2
    return Sheet(width, height, edition.vertical, size, row, columns, ems * size, gap, rows, left, top)
