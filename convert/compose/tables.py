"""Tables: cells side by side in columns as wide as they need, between rules."""

from collections.abc import Sequence
from typing import Final

from ..style import STYLES
from .galley import Compositor, Element, Slug, offset

_HAIR: Final = 0.4  # points
_WHOLE: Final = 10  # rows of a table that is never parted
_GAPS: Final = (1.0, 0.6)  # em between columns: where the table has room, and where it has not


def set_table(compositor: Compositor, rows: Sequence[Sequence[str]], article: int, measure: float) -> list[Slug]:
    """A table with rules above and below and under its first row; cells that are too long are broken."""
    count = max(map(len, rows), default=0)
    if not count:
        return []
    size = compositor.sheet.size * STYLES["table"].size
    needed = _needed(compositor, rows, count, size)
    gap = next((g for g in _GAPS if sum(needed) + (count - 1) * g * size <= measure), _GAPS[-1]) * size
    widths = _widths(needed, measure - (count - 1) * gap)
    table = Element("table", article, part="table")
    out: list[Slug] = []
    whole = len(rows) <= _WHOLE
    for n, row in enumerate(rows):
        slugs = _row(compositor, row, widths, gap, size, Element("table", article, part="row", parent=table))
        if not slugs:
            continue
        if not n:
            slugs[0] = slugs[0]._replace(rules=(2 * _HAIR, 0.0))
        below = 2 * _HAIR if n == len(rows) - 1 else _HAIR if not n else 0.0
        keep = not n or (whole and n < len(rows) - 1)
        slugs[-1] = slugs[-1]._replace(rules=(slugs[-1].rules[0], below), keep=keep)
        out += slugs
    return out


def _needed(compositor: Compositor, rows: Sequence[Sequence[str]], count: int, size: float) -> list[float]:
    """Points that the longest cell of each column takes in one line."""
    most = [0.0] * count
    for row in rows:
        for n, cell in enumerate(row):
            lines, _size = compositor.lines(cell, "table", len(cell) * 2 * size + size, indent=0)
            most[n] = max(most[n], max((line.width for line in lines), default=0.0) * size / 1000)
    return most


def _widths(needed: list[float], free: float) -> list[float]:
    """Points for each column: narrow ones get what they need, wide ones share what is left."""
    count = len(needed)
    if sum(needed) <= free:
        return [width + (free - sum(needed)) / count for width in needed]
    given = [0.0] * count
    for left, n in zip(range(count, 0, -1), sorted(range(count), key=needed.__getitem__), strict=True):
        given[n] = min(needed[n], free / left)
        free -= given[n]
    return given


def _row(
    compositor: Compositor, row: Sequence[str], widths: list[float], gap: float, size: float, element: Element
) -> list[Slug]:
    """A table's row: the cells' lines side by side, those of one height in slugs that are kept together."""
    cells = [
        (
            n,
            compositor.lines(cell, "table", widths[n], indent=0)[0],
            Element("table", element.article, "cell", parent=element),
        )
        for n, cell in enumerate(row)
    ]
    out: list[Slug] = []
    for k in range(max((len(lines) for _n, lines, _e in cells), default=0)):
        for n, lines, cell in cells:
            if k < len(lines):
                x = sum(widths[:n]) + n * gap + offset(lines[k], size, widths[n], "left")
                out.append(Slug(lines[k], size, x, 0.0, True, cell))
        out[-1] = out[-1]._replace(height=1.0)
    return out
