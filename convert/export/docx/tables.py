"""Tables, as wide as the column they stand in."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from ...chars import width
from .markup import el
from .names import TABLE

_MOST_CELLS: Final = 63  # in a row, for Word
_WHOLE: Final = 10  # rows of a table that is never parted, as on the pages of the PDF
CELL_MARGIN: Final = 80  # twips, on each side
_SLACK: Final = 20  # twips, for faces whose figures are a little wider than half a square
_CAPITALS: Final = re.compile("[A-Z%&@mw]")  # about three quarters of a square


def table(
    rows: Sequence[Sequence[str]], measure: int, em: int, vertical: bool, cell: Callable[[str, bool], str]
) -> list[str]:
    """A table of `measure` twips in type of `em` twips; [] for one that Word cannot hold.

    `cell` makes a paragraph of a cell's text, held to the next row or not: a short table is not parted, and of a long
    one the first row is repeated on every page. Short rows are filled up. Vertical text is said of each cell: by the
    standard it would be inherited (ISO/IEC 29500-1, 17.4.72), but LibreOffice shows empty cells then.
    """
    count = max(map(len, rows), default=0)
    if not 0 < count <= _MOST_CELLS:
        return []
    widths = _widths(rows, count, measure, em)
    direction = el("textDirection", val="tbRl") if vertical else ""
    look = el("tblPr", el("tblStyle", val=TABLE), el("tblW", w=sum(widths), type="dxa"), el("tblLook", val="0000"))
    out = [look, el("tblGrid", *(el("gridCol", w=wide) for wide in widths))]
    for n, row in enumerate(rows):
        texts = (*row, *[""] * (count - len(row)))
        properties = (el("tcPr", el("tcW", w=wide, type="dxa"), direction) for wide in widths)
        held = n < len(rows) - 1 and (n == 0 or len(rows) <= _WHOLE)
        cells = (el("tc", look, cell(text, held)) for look, text in zip(properties, texts, strict=True))
        head = el("tblHeader") if n == 0 and len(rows) > 1 else ""
        out.append(el("tr", el("trPr", el("cantSplit"), head), *cells))
    return [el("tbl", *out)]


def _length(text: str) -> float:
    """About how many squares a text fills."""
    return width(text) / 2 + len(_CAPITALS.findall(text)) / 4


def _widths(rows: Sequence[Sequence[str]], count: int, measure: int, em: int) -> list[int]:
    """The widths of the columns in twips: narrow ones get what their longest cell needs, wide ones share the rest.

    Where all have what they need, what is left is shared out too.
    """
    longest = [max((_length(row[n]) for row in rows if n < len(row)), default=0) for n in range(count)]
    needed = [round(length * em) + 2 * CELL_MARGIN + _SLACK for length in longest]
    spare = max(0, measure - sum(needed)) // count
    widths, free = [0] * count, measure
    for left, n in zip(range(count, 0, -1), sorted(range(count), key=needed.__getitem__), strict=True):
        widths[n] = min(needed[n] + spare, free // left)
        free -= widths[n]
    return widths
