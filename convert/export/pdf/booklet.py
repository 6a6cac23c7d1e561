"""Imposing pages for a booklet: two on a sheet, to be printed on both sides, folded and stapled."""

from typing import Final

from ...style import MM, PAPERS

_SHEETS: Final = {"a5": "a4", "a4": "a3"}  # pages of half a standard sheet; others lie on one of twice their width


def sides(count: int, from_right: bool) -> list[tuple[int | None, int | None]]:
    """The pages (from 0) on the left and right of each side of paper; None where a side stays empty.

    A book of vertical lines opens `from_right`.

    >>> sides(4, False)
    [(3, 0), (1, 2)]
    """
    total = (count + 3) // 4 * 4
    out: list[tuple[int | None, int | None]] = []
    for n in range(total // 2):
        first, last = n, total - 1 - n
        pair = (last, first) if n % 2 == 0 else (first, last)
        left, right = pair[::-1] if from_right else pair
        out.append((left if left < count else None, right if right < count else None))
    return out


def sheet_size(paper: str, width: float, height: float) -> tuple[float, float]:
    """Width and height of the paper that two pages lie on, in points."""
    if paper in _SHEETS:
        short, long = PAPERS[_SHEETS[paper]]
        return long * MM, short * MM
    return 2 * width, height
