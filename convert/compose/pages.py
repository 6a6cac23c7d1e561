"""Making up pages: galleys into columns, columns into pages, on one grid."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import ceil
from typing import NamedTuple

from .galley import Slug
from .sheet import Sheet

_EPS = 1e-6
_NO_RULES = (0.0, 0.0)


class Placed(NamedTuple):
    """A slug in its place: points along and across the type area, to the corner of its first character's square."""

    slug: Slug
    u: float
    v: float


class Rule(NamedTuple):
    """A printed line between two places of the type area, in points."""

    u1: float
    v1: float
    u2: float
    v2: float
    weight: float


@dataclass(slots=True)
class Page:
    """One made-up page; `starts` are the articles that begin on it, with the place where they do."""

    number: int
    placed: list[Placed] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    starts: list[tuple[int, float, float]] = field(default_factory=list)


class Band(NamedTuple):
    """What runs across the type area together: a head over all columns, then a body in them.

    `head_rows` is the head's height in whole rows, `new_page` begins a page, `rule` parts it from the band above,
    `balance` makes its last columns equal.
    """

    head: list[Slug]
    head_rows: float
    body: Iterable[Slug]
    new_page: bool = False
    rule: bool = True
    balance: bool = True


def make_up(bands: Iterable[Band], sheet: Sheet) -> Iterator[Page]:
    """The pages of an edition, each given out when it is full."""
    maker = _Maker(sheet)
    for band in bands:
        yield from maker.run(band)
    if maker.page.placed or maker.page.number == 1:
        yield maker.page


class _Maker:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.page = Page(1)
        self.row = 0.0  # rows of the current page that are taken
        self._seen: set[int] = set()

    def run(self, band: Band) -> Iterator[Page]:
        sheet = self.sheet
        head, head_rows = band.head, band.head_rows
        galley = _Galley(band.body)
        if head_rows + 3 > sheet.rows:  # a head that no page can hold goes with the text
            galley.slugs[:0] = [slug._replace(keep=False) for slug in head]
            head, head_rows = [], 0.0
        if self.row:
            least = head_rows + (max(min(3.0, galley.rows(3)), galley.together()) if sheet.rows > 3 else 1) + 1
            if band.new_page or self.row + least > sheet.rows:
                yield self._turn()
            else:
                self._part(band)
        self._head(head, head_rows)
        while galley.fill_up(sheet.columns * (sheet.rows - self.row)):
            self._columns(galley, sheet.rows - self.row, sheet.rows - self.row)
            yield self._turn()
        if galley.slugs:
            yield from self._close(galley, band.balance)

    def _close(self, galley: "_Galley", balance: bool) -> Iterator[Page]:
        """Set what is left of a band; it fits on this page, or its breaks push a little on to the next."""
        left = self.sheet.rows - self.row
        rows = min(left, max(1.0, ceil(galley.rows() / self.sheet.columns - _EPS))) if balance else left
        while rows < left and not self._fits(galley, rows):
            rows += 1
        used = self._columns(galley, rows, left)
        self.row += used
        if galley.slugs:
            yield self._turn()
            yield from self._close(galley, balance)
        elif self.row >= self.sheet.rows:
            yield self._turn()

    def _turn(self) -> Page:
        page, self.page, self.row = self.page, Page(self.page.number + 1), 0.0
        return page

    def _part(self, band: Band) -> None:
        if band.rule:
            v = (self.row + 0.5) * self.sheet.row - (self.sheet.row - self.sheet.size) / 2
            self.page.rules.append(Rule(0, v, self.sheet.along, v, 0.4))
        self.row += 1

    def _head(self, head: list[Slug], rows: float) -> None:
        if not head:
            return
        used = sum(slug.height for slug in head)
        at = self.row + (rows - used) / 2
        for slug in head:
            self._place(slug, 0.0, at)
            at += slug.height
        self.row += rows

    def _place(self, slug: Slug, u: float, at: float) -> None:
        sheet, row = self.sheet, self.sheet.row
        gap = row - sheet.size
        height = slug.height or 1.0  # nothing is high that stands beside the slug after it
        v = at * row + (height * row - gap - slug.size) / 2 + slug.shift * row
        self.page.placed.append(Placed(slug, u + slug.x, v))
        if slug.rules != _NO_RULES:
            above, below = at * sheet.row - gap / 2, (at + min(height, 1.0)) * sheet.row - gap / 2
            for weight, edge in ((slug.rules[0], above), (slug.rules[1], below)):
                if weight:
                    self.page.rules.append(Rule(u, edge, u + sheet.measure, edge, weight))
        article = slug.element.article
        if article is not None and article not in self._seen and slug.element.role != "contents":
            self._seen.add(article)
            self.page.starts.append((article, u, v))

    def _fits(self, galley: "_Galley", rows: float) -> bool:
        at = 0
        for _ in range(self.sheet.columns):
            at, _used = galley.column(at, rows)
            if at < len(galley.slugs) and galley.slugs[at - 1].keep:
                return False  # too low for what is kept together
        return at == len(galley.slugs)

    def _columns(self, galley: "_Galley", rows: float, room: float) -> float:
        """Fill the columns to a height; the rows that the longest took."""
        sheet, longest = self.sheet, 0.0
        at = filled = 0
        for n in range(sheet.columns):
            end, used = galley.column(at, rows)
            row = self.row
            for k in range(at, end):
                slug = galley.slugs[k]
                row += slug.space if k > at else 0.0
                self._place(slug, n * (sheet.measure + sheet.gap), row)
                row += slug.height
            longest, at = max(longest, used), end
            filled += used > 0
        del galley.slugs[:at]
        bottom = (self.row + min(room, ceil(longest - _EPS))) * sheet.row - (sheet.row - sheet.size)
        for n in range(1, filled if at else 0):
            u = n * (sheet.measure + sheet.gap) - sheet.gap / 2
            self.page.rules.append(Rule(u, self.row * sheet.row, u, bottom, 0.25))
        return float(ceil(longest - _EPS))


class _Galley:
    """The slugs of a band that are not placed yet, set only as far as they are needed."""

    def __init__(self, body: Iterable[Slug]) -> None:
        self._more = iter(body)
        self.slugs: list[Slug] = []

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

    def together(self) -> float:
        """The height of what is kept together at the beginning."""
        n = 1
        while self.rows(n) and n <= len(self.slugs) and self.slugs[n - 1].keep:
            n += 1
        return self.rows(n)

    def column(self, start: int, rows: float) -> tuple[int, float]:
        """Where a column of so many rows that begins with slug `start` ends, and the rows it takes."""
        used, heights, end, count = 0.0, [], start, len(self.slugs)
        while end < count:
            slug = self.slugs[end]
            height = slug.height + (slug.space if end > start else 0.0)
            if used + height > rows + _EPS:
                break
            used += height
            heights.append(height)
            end += 1
        cut = end
        while start < cut < count and self.slugs[cut - 1].keep:
            cut -= 1
        if cut > start or end == start == count:
            return cut, sum(heights[: cut - start])
        if end == start and start < count and rows + _EPS >= 1:
            return start + 1, min(rows, self.slugs[start].height)  # taller than any column
        return end, used
