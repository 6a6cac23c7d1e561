"""Making up pages: galleys into columns, columns into pages, on one grid."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from ..errors import GuardError
from .columns import EPS, Galley
from .galley import Slug
from .sheet import Sheet

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


class Module(NamedTuple):
    """A block of a newspaper's page, some columns wide: a head over them all, and a body that fills `rows` in each."""

    columns: int
    head: list[Slug]
    head_rows: float
    body: list[Slug]
    rows: float


class Band(NamedTuple):
    """What runs across the type area together: a head over all columns, then a body in them.

    `head_rows` is the head's height in whole rows, `new_page` begins a page, `rule` parts it from the band above,
    `balance` makes its last columns equal. A band of `modules` side by side has nothing else.
    """

    head: list[Slug]
    head_rows: float
    body: Iterable[Slug]
    new_page: bool = False
    rule: bool = True
    balance: bool = True
    modules: Sequence[Module] = ()


class Maker:
    """Makes up pages, band after band."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.page = Page(1)
        self.row = 0.0  # rows of the current page that are taken
        self._seen: set[int] = set()

    def pages(self, bands: Iterable[Band]) -> Iterator[Page]:
        """The pages of an edition, each given out when it is full; a band is asked for when those before it stand."""
        for band in bands:
            yield from self._modules(band) if band.modules else self._run(band)
        if self.page.placed or self.page.number == 1:
            yield self.page

    @property
    def room(self) -> float:
        """The rows that are left on the page for another band."""
        return self.sheet.rows - self.row - (1 if self.row else 0)

    def _modules(self, band: Band) -> Iterator[Page]:
        """Set modules side by side; they are as high as was planned, and fit."""
        rows = max(module.head_rows + module.rows for module in band.modules)
        if self.row and rows > self.room:
            yield self._turn()
        if self.row:
            self._part(band)
        top, first, sheet = self.row, 0, self.sheet
        bottom = (top + rows) * sheet.row - (sheet.row - sheet.size)
        for module in band.modules:
            u = first * (sheet.measure + sheet.gap)
            if first:
                self.page.rules.append(Rule(u - sheet.gap / 2, top * sheet.row, u - sheet.gap / 2, bottom, 0.25))
            self.row = top
            self._head(module.head, module.head_rows, u)
            galley = Galley.ready(module.body)
            self._columns(galley, module.rows, module.rows, first, module.columns)
            if galley.slugs:
                raise GuardError(f"{len(galley.slugs)} lines of a module have no place on the page")
            first += module.columns
        self.row = top + rows
        if self.row >= sheet.rows:
            yield self._turn()

    def _run(self, band: Band) -> Iterator[Page]:
        sheet = self.sheet
        head, head_rows = band.head, band.head_rows
        galley = Galley(band.body, sheet.rows - head_rows)
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

    def _close(self, galley: Galley, balance: bool) -> Iterator[Page]:
        """Set what is left of a band; it fits on this page, or its breaks push a little on to the next."""
        left = self.sheet.rows - self.row
        rows = galley.balanced(self.sheet.columns, left) if balance else left
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

    def _head(self, head: list[Slug], rows: float, u: float = 0.0) -> None:
        if not head:
            return
        used = sum(slug.height for slug in head)
        at = self.row + (rows - used) / 2
        for slug in head:
            self._place(slug, u, at)
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

    def _columns(self, galley: Galley, rows: float, room: float, first: int = 0, count: int = 0) -> float:
        """Fill columns to a height, all or `count` from the `first` on; the rows that the longest took."""
        sheet, longest = self.sheet, 0.0
        at = filled = 0
        for n in range(first, first + (count or sheet.columns)):
            end, used = galley.column(at, rows)
            row, u = self.row, n * (sheet.measure + sheet.gap)
            for k in range(at, end):
                slug = galley.slugs[k]
                if k > at and slug.space:
                    row += slug.space
                    self._part_stories(slug, u, row)
                self._place(slug, u, row)
                row += slug.height
            longest, at = max(longest, used), end
            filled += used > 0
        del galley.slugs[:at]
        bottom = (self.row + min(room, ceil(longest - EPS))) * sheet.row - (sheet.row - sheet.size)
        for n in range(first + 1, first + filled if at else 0):
            u = n * (sheet.measure + sheet.gap) - sheet.gap / 2
            self.page.rules.append(Rule(u, self.row * sheet.row, u, bottom, 0.25))
        return float(ceil(longest - EPS))

    def _part_stories(self, slug: Slug, u: float, row: float) -> None:
        """The printed line in the middle of the rows that are free before an article."""
        sheet = self.sheet
        if slug.parted:
            v = (row - slug.space / 2) * sheet.row - (sheet.row - sheet.size) / 2
            self.page.rules.append(Rule(u, v, u + sheet.measure, v, slug.parted))
