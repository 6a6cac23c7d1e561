"""The cells of tables in their columns, whatever spans several of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_MOST = 100  # columns that a cell is taken to span at most


class Cell(NamedTuple):
    """A cell's text, and how many rows and columns it covers from its place on."""

    text: str
    rows: int = 1
    columns: int = 1


def grid(rows: Iterable[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """The texts of a table by row and column: a cell that covers several places fills the first, the others are empty.

    A cell takes the first free place of its row, as in HTML's table model. Columns in which none begins are left out.

    >>> grid([[Cell("排水", rows=2), Cell("三个月")], [Cell("四个月")]])
    (('排水', '三个月'), ('', '四个月'))
    """
    covered: dict[int, int] = {}  # columns, and the rows below that a cell above still covers there
    out, last = [], 0
    for row in rows:
        texts: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            while covered.get(len(texts)):
                texts.append("")
            last = max(last, len(texts))
            columns = min(max(cell.columns, 1), _MOST)
            below |= dict.fromkeys(range(len(texts), len(texts) + columns), cell.rows - 1)
            texts += [cell.text, *[""] * (columns - 1)]
        width = max((column + 1 for column, left in covered.items() if left), default=0)
        texts += [""] * (width - len(texts))
        covered = {column: left - 1 for column, left in covered.items() if left > 1} | {
            column: left for column, left in below.items() if left > 0
        }
        out.append(texts)
    return tuple(tuple(texts[: last + 1]) for texts in out)
