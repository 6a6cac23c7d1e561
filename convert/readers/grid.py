"""The cells of tables in their columns, whatever spans several of them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_MOST = 1000  # columns within which cells span others; as many as HTML lets one cell span


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
    free: list[int] = []  # by column, the row from which no cell above covers it
    filled: list[tuple[dict[int, str], int]] = []  # of each row, its texts by column, and where it ends
    for n, row in enumerate(rows):
        texts: dict[int, str] = {}
        column = 0
        for cell in row:
            while column < len(free) and free[column] > n:
                column += 1
            texts[column] = cell.text
            after = max(column + 1, min(column + cell.columns, _MOST))
            if column < _MOST:
                free += [0] * (after - len(free))
                free[column:after] = [n + cell.rows] * (after - column)
            column = after
        while free and free[-1] <= n:
            free.pop()
        filled.append((texts, max(column, len(free))))
    begun = sorted({column for texts, _ in filled for column in texts})
    return tuple(tuple(texts.get(column, "") for column in begun[: bisect_left(begun, end)]) for texts, end in filled)
