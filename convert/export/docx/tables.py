"""Tables, as wide as the column they stand in."""

from collections.abc import Callable, Sequence
from typing import Final

from .markup import el
from .names import TABLE

_MOST_CELLS: Final = 63  # in a row, for Word
_LEAST, _MOST = 2, 20  # characters that a column has room for in one line, as far as widths are shared out


def table(rows: Sequence[Sequence[str]], measure: int, vertical: bool, cell: Callable[[str], str]) -> list[str]:
    """A table of `measure` twips whose cells' texts `cell` makes paragraphs of; [] for one that Word cannot hold.

    Short rows are filled up, and the first is repeated on every page. Vertical text is said of each cell: by the
    standard it would be inherited (ISO/IEC 29500-1, 17.4.72), but LibreOffice shows empty cells then.
    """
    count = max(map(len, rows), default=0)
    if not 0 < count <= _MOST_CELLS:
        return []
    widths = _widths(rows, count, measure)
    direction = el("textDirection", val="tbRl") if vertical else ""
    look = el("tblPr", el("tblStyle", val=TABLE), el("tblW", w=sum(widths), type="dxa"), el("tblLook", val="0000"))
    out = [look, el("tblGrid", *(el("gridCol", w=width) for width in widths))]
    for n, row in enumerate(rows):
        texts = (*row, *[""] * (count - len(row)))
        properties = (el("tcPr", el("tcW", w=width, type="dxa"), direction) for width in widths)
        cells = (el("tc", look, cell(text)) for look, text in zip(properties, texts, strict=True))
        head = el("tblHeader") if n == 0 and len(rows) > 1 else ""
        out.append(el("tr", el("trPr", el("cantSplit"), head), *cells))
    return [el("tbl", *out)]


def _widths(rows: Sequence[Sequence[str]], count: int, measure: int) -> list[int]:
    """The widths of the columns in twips: the longer their cells, the wider."""
    longest = [max((len(row[n]) for row in rows if n < len(row)), default=0) for n in range(count)]
    shares = [min(max(length, _LEAST), _MOST) for length in longest]
    return [measure * share // sum(shares) for share in shares]
