"""Columns: how the slugs of a galley fall into them, nothing parted that is kept together."""

from collections.abc import Iterable
from itertools import islice
from math import ceil
from typing import Final, Self

from .galley import Slug

EPS: Final = 1e-6


class Galley:
    """The slugs of a band that are not placed yet, set only as far as they are needed.

    A column of an empty page has `tallest` rows: what is kept together goes there if it is too high for a lower one.
    """

    def __init__(self, body: Iterable[Slug], tallest: float = 0.0) -> None:
        self._more = iter(body)
        self._tallest = tallest
        self.slugs: list[Slug] = []

    @classmethod
    def ready(cls, body: Iterable[Slug]) -> Self:
        """A galley all of which is set."""
        galley = cls(())
        galley.slugs = list(body)
        return galley

    def fill_up(self, rows: float) -> bool:
        """Set type for more than so many rows, whatever space may fall away; False where the text ends before."""
        while (missing := rows - sum([slug.height for slug in self.slugs])) >= 0:
            fresh = list(islice(self._more, max(1, ceil(missing))))
            if not fresh:
                return False
            self.slugs += fresh
        return True

    def rows(self, first: int | None = None) -> float:
        """The height of what is set, or of its first slugs."""
        if first is not None and len(self.slugs) < first:
            self.slugs += islice(self._more, first - len(self.slugs))
        return sum(slug.height + slug.space for slug in self.slugs[:first])

    def whole(self) -> float:
        """The height of all that is set, in whole rows."""
        return float(ceil(self.rows() - EPS))

    def together(self, start: int = 0) -> float:
        """The height of what is kept together with slug `start` and after it."""
        end, height = start, 0.0
        while self._has(end):
            slug = self.slugs[end]
            height += slug.height + (slug.space if end > start else 0.0)
            end += 1
            if not slug.keep:
                break
        return height

    def _has(self, n: int) -> bool:
        """Whether there is a slug of this number, set if it must be."""
        if n >= len(self.slugs):
            self.slugs += islice(self._more, n + 1 - len(self.slugs))
        return n < len(self.slugs)

    def column(self, start: int, rows: float) -> tuple[int, float]:
        """Where a column of so many rows that begins with slug `start` ends, and the rows it takes."""
        used, heights, end, count = 0.0, [], start, len(self.slugs)
        while end < count:
            slug = self.slugs[end]
            height = slug.height + (slug.space if end > start else 0.0)
            if used + height > rows + EPS:
                break
            used += height
            heights.append(height)
            end += 1
        cut = end
        while start < cut < count and self.slugs[cut - 1].keep:
            cut -= 1
        if cut > start or end == start == count:
            return cut, sum(heights[: cut - start])
        if rows + EPS < self._tallest and self.together(start) <= self._tallest + EPS:
            return start, 0.0
        if end == start and start < count and rows + EPS >= 1:
            return start + 1, min(rows, self.slugs[start].height)  # taller than any column
        return end, used

    def fits(self, columns: int, rows: float) -> bool:
        """Whether all that is set fits into so many columns of so many rows."""
        at = 0
        for _ in range(columns):
            at, _used = self.column(at, rows)
            if at < len(self.slugs) and self.slugs[at - 1].keep:
                return False  # too low for what is kept together
        return at == len(self.slugs)

    def balanced(self, columns: int, most: float) -> float:
        """The rows of columns that hold what is set in equal shares; `most` where that is more than there are."""
        rows = min(most, max(1.0, ceil(self.rows() / columns - EPS)))
        while rows < most and not self.fits(columns, rows):
            rows += 1
        return min(rows, most)
