"""The Issue as an edition: what comes in which order, over how many columns, and what kanben itself adds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from math import ceil
from typing import Final, NamedTuple

from ..model import Article, Issue
from ..style import REGIONS, Edition, region_of
from .blocks import Body, Pictures, head
from .cluster import Setting, Shaper
from .galley import Compositor, Element, Slug, contents_entries
from .pages import Band, Page, make_up
from .sheet import Sheet, sheet_of

_MAJOR: Final = 600  # characters from which an article's head runs over all columns
_ALONE: Final = 150  # the same for one with long articles before and after it
_LEAD_FACTOR: Final = 1.35  # the first headline, over all columns
_MAJOR_FACTOR: Final = 1.12
_TIER_LEAD_FACTOR: Final = 1.25  # the same in vertical pages, within a tier
_TIER_FACTOR: Final = 0.95
_LONGEST_FITTED: Final = 100_000  # characters of an issue that may be set twice
_SHORT_PAGE: Final = 0.12  # of a page's rows: what a last page should hold at least
_CLOSEST: Final = 0.05  # of a page's rows that may be added to them
_MINOR_FACTOR: Final = 0.78  # a headline within one column


@dataclass(frozen=True, slots=True)
class Composition:
    """An edition being composed: `pages` sets them one after the other as they are asked for."""

    compositor: Compositor
    pages: Iterator[Page]

    @property
    def sheet(self) -> Sheet:
        return self.compositor.sheet


class Words(NamedTuple):
    """What an edition says besides its articles: its line under the title, and the articles' names in the contents."""

    issue_line: str
    titles: Mapping[int, str]


def compose(issue: Issue, edition: Edition, shaper: Shaper, words: Words, pictures: Pictures) -> Composition:
    """Set an Issue as pages; `pictures` are the sizes of those that can be shown.

    Where a newspaper's last page would hold next to nothing, its lines are set a little closer, if that saves the page.
    """
    composition = _composed(issue, edition, shaper, words, pictures)
    if edition.layout != "newspaper" or sum(map(_weight, issue.articles)) > _LONGEST_FITTED:
        return composition
    pages = list(composition.pages)
    for more_rows in _more_rows(pages, composition.sheet):
        closer = _composed(issue, edition, shaper, words, pictures, more_rows)
        fewer = list(closer.pages)
        if len(fewer) < len(pages):
            return replace(closer, pages=iter(fewer))
    return replace(composition, pages=iter(pages))


def _more_rows(pages: list[Page], sheet: Sheet) -> range:
    """How many rows more on each page might save the last one; none where it is well filled."""
    used = sum(placed.slug.height + placed.slug.space for placed in pages[-1].placed) / sheet.columns
    if len(pages) < 2 or used > sheet.rows * _SHORT_PAGE:
        return range(0)
    return range(ceil(used / (len(pages) - 1)), int(sheet.rows * _CLOSEST) + 1)


def _composed(
    issue: Issue, edition: Edition, shaper: Shaper, words: Words, pictures: Pictures, more_rows: int = 0
) -> Composition:
    region = region_of(issue.language)
    sheet = sheet_of(edition, more_rows)
    setting = Setting(
        glyphs=region.glyphs,
        adjust=region in (REGIONS["hans"], REGIONS["hk"]),
        vertical=edition.vertical,
    )
    compositor = Compositor(shaper, setting, sheet)
    return Composition(compositor, make_up(_Bands(issue, edition, compositor, words, pictures).all(), sheet))


class _Bands:
    """The bands of an edition, in order: nameplate, contents, articles."""

    def __init__(
        self, issue: Issue, edition: Edition, compositor: Compositor, words: Words, pictures: Pictures
    ) -> None:
        self.issue, self.edition, self.compositor = issue, edition, compositor
        self.words, self.pictures = words, pictures
        self.sheet = compositor.sheet
        self.newspaper = edition.layout == "newspaper" and not edition.vertical

    def all(self) -> Iterator[Band]:
        nameplate, rows = self._nameplate()
        yield Band(nameplate, rows, ())
        if len(self.issue.articles) > 1:
            yield self._contents()
        yield from self._articles()

    def _nameplate(self) -> tuple[list[Slug], float]:
        """报头: the title, and a line with number, publisher and date."""
        issue, compositor, along = self.issue, self.compositor, self.sheet.along
        slugs: list[Slug] = []
        if issue.title:
            slugs += compositor.heading(issue.title, Element("title"), along)
        if self.words.issue_line:
            slugs += compositor.heading(self.words.issue_line, Element("issue_line"), along)
        return slugs, float(ceil(sum(s.height for s in slugs) + 0.6)) if slugs else 0.0

    def _contents(self) -> Band:
        compositor, sheet = self.compositor, self.sheet
        head = compositor.heading(region_of(self.issue.language).contents, Element("contents_title"), sheet.along)
        articles = self.issue.articles
        named = [
            (n, articles[n].kicker if articles[n].headline else None, title) for n, title in self.words.titles.items()
        ]
        entries = contents_entries(compositor, named, sheet.measure)
        return Band(head, float(ceil(sum(s.height for s in head))), entries, rule=False)

    def _articles(self) -> Iterator[Band]:
        """A newspaper gives long articles the whole width; short ones that follow each other share the columns."""
        group: list[int] = []
        for n, article in enumerate(self.issue.articles):
            if self.edition.layout == "book":
                yield self._major(n, 1.0, new_page=True)
            elif self.newspaper and article.headline and (_weight(article) >= _MAJOR or n == 0):
                yield from self._group(group)
                group = []
                yield self._major(n, _LEAD_FACTOR if n == 0 else _MAJOR_FACTOR)
            else:
                group.append(n)
        yield from self._group(group)

    def _group(self, numbers: list[int]) -> Iterator[Band]:
        first = self.issue.articles[numbers[0]] if numbers else Article()
        if len(numbers) == 1 and self.newspaper and first.headline and _weight(first) >= _ALONE:
            yield self._major(numbers[0], 1.0)
        elif numbers:
            yield self._minor(numbers)

    def _major(self, n: int, factor: float, new_page: bool = False) -> Band:
        article, compositor, sheet = self.issue.articles[n], self.compositor, self.sheet
        titles, rows = head(compositor, article, n, sheet.along, factor if sheet.columns > 1 else 1.0)
        return Band(titles, rows, Body(compositor, article, n, self.pictures).slugs(), new_page=new_page)

    def _minor(self, numbers: list[int]) -> Band:
        """Articles one after the other in the columns, their heads one column wide."""
        return Band([], 0.0, self._flow(numbers), balance=not self.edition.vertical)

    def _factor(self, n: int) -> float:
        """The size of a headline within one column: in tiers, where none runs over several, by the article's weight."""
        if self.sheet.columns == 1:
            return 1.0
        if self.edition.vertical and self.edition.layout == "newspaper" and _weight(self.issue.articles[n]) >= _ALONE:
            return _TIER_LEAD_FACTOR if n == 0 else _TIER_FACTOR
        return _MINOR_FACTOR

    def _flow(self, numbers: list[int]) -> Iterator[Slug]:
        compositor, sheet = self.compositor, self.sheet
        for n in numbers:
            article = self.issue.articles[n]
            titles, _rows = head(compositor, article, n, sheet.measure, self._factor(n))
            space = 1.0
            for slug in chain(titles, Body(compositor, article, n, self.pictures).slugs()):
                yield slug._replace(space=max(space, slug.space)) if space else slug
                space = 0.0


def _weight(article: Article) -> int:
    return sum(len(block.text) for block in article.blocks[len(article.leading_bylines) :])
