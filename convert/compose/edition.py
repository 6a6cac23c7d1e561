"""The Issue as an edition: what comes in which order, over how many columns, and what kanben itself adds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from math import ceil
from typing import Final, NamedTuple

from ..model import Article, Issue
from ..style import REGIONS, Edition, region_of
from .blocks import Body, Pictures, head
from .cluster import Setting, Shaper
from .galley import Compositor, Element, Slug, contents_entries
from .modules import Story, next_row, set_apart
from .pages import Band, Maker, Page
from .sheet import Sheet, sheet_of

_MAJOR: Final = 200  # characters a column, from which an article's head runs over all columns
_ALONE: Final = 150  # characters from which it does so where the article shares its rows with no other
_CHAPTER: Final = 240  # characters from which an article of a book begins a page
_AHEAD: Final = 10  # articles that are looked at together when rows are planned
_MODULE_FACTOR: Final = 1.0  # a headline over some of the columns
_LEAD_FACTOR: Final = 1.35  # the first headline, over all columns
_MAJOR_FACTOR: Final = 1.12
_TIER_LEAD_FACTOR: Final = 1.25  # the same in vertical pages, within a tier
_TIER_FACTOR: Final = 0.95
_LONGEST_FITTED: Final = 100_000  # characters of an issue that may be set twice
_SHORT_PAGE: Final = 0.2  # of a page's rows: what a last page should hold at least
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
    for more_rows, in_modules in _other_ways(pages, composition.sheet):
        closer = _composed(issue, edition, shaper, words, pictures, more_rows, in_modules)
        fewer = list(closer.pages)
        if len(fewer) < len(pages):
            return replace(closer, pages=iter(fewer))
    return replace(composition, pages=iter(pages))


def _other_ways(pages: list[Page], sheet: Sheet) -> Iterator[tuple[int, bool]]:
    """What might save the last page, where it is not well filled: how many rows more on each page, with modules or not.

    Articles that follow each other from column to column take less room than modules.
    """
    used = sum(placed.slug.height + placed.slug.space for placed in pages[-1].placed) / sheet.columns
    if len(pages) < 2 or used > sheet.rows * _SHORT_PAGE:
        return
    closer = range(ceil(used / (len(pages) - 1)), int(sheet.rows * _CLOSEST) + 1)
    yield from ((rows, True) for rows in closer)
    yield from ((rows, False) for rows in range(int(sheet.rows * _CLOSEST) + 1))


def _composed(
    issue: Issue,
    edition: Edition,
    shaper: Shaper,
    words: Words,
    pictures: Pictures,
    more_rows: int = 0,
    in_modules: bool = True,
) -> Composition:
    region = region_of(issue.language)
    sheet = sheet_of(edition, more_rows)
    setting = Setting(
        glyphs=region.glyphs,
        adjust=region in (REGIONS["hans"], REGIONS["hk"]),
        vertical=edition.vertical,
    )
    compositor = Compositor(shaper, setting, sheet)
    maker = Maker(sheet)
    bands = _Bands(issue, edition, compositor, words, pictures, maker if in_modules else None)
    return Composition(compositor, maker.pages(bands.all()))


class _Bands:
    """The bands of an edition, in order: nameplate, contents, articles."""

    def __init__(
        self,
        issue: Issue,
        edition: Edition,
        compositor: Compositor,
        words: Words,
        pictures: Pictures,
        maker: Maker | None,
    ) -> None:
        self.issue, self.edition, self.compositor = issue, edition, compositor
        self.words, self.pictures = words, pictures
        self.sheet, self.maker = compositor.sheet, maker
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
        """A newspaper gives long articles the whole width; the others that follow each other share the columns."""
        group: list[int] = []
        for n, article in enumerate(self.issue.articles):
            if self.edition.layout == "book":
                yield self._major(n, 1.0, new_page=n == 0 or _weight(article) >= _CHAPTER)
            elif self.newspaper and (_weight(article) >= _MAJOR * self.sheet.columns or (n == 0 and article.headline)):
                yield from self._group(group)
                group = []
                factor = _LEAD_FACTOR if n == 0 else _MAJOR_FACTOR
                yield self._major(n, factor) if article.headline else self._minor(self._flow([n]))
            else:
                group.append(n)
        yield from self._group(group)

    def _group(self, numbers: list[int]) -> Iterator[Band]:
        """Articles of less weight: a newspaper's rows of modules, else one after the other."""
        if not self.newspaper or self.sheet.columns == 1 or self.maker is None:
            if numbers:
                yield self._minor(self._flow(numbers))
            return
        waiting: list[Story] = []
        while numbers or waiting:
            fresh, numbers = numbers[: _AHEAD - len(waiting)], numbers[_AHEAD - len(waiting) :]
            waiting += map(self._story, fresh)
            count, modules = next_row(waiting, self.sheet.columns, self.maker.room, self.sheet.rows)
            if not modules:
                yield self._minor(chain.from_iterable(map(Story.following, waiting[:count])))
            elif modules[0].columns == self.sheet.columns:
                yield Band(modules[0].head, modules[0].head_rows, modules[0].body)
            else:
                yield Band([], 0.0, (), modules=modules)
            del waiting[:count]

    def _story(self, n: int) -> Story:
        article, compositor, sheet = self.issue.articles[n], self.compositor, self.sheet

        def titles(columns: int) -> tuple[list[Slug], float]:
            along = columns * sheet.measure + (columns - 1) * sheet.gap
            return head(compositor, article, n, along, _MINOR_FACTOR if columns == 1 else _MODULE_FACTOR)

        body = list(Body(compositor, article, n, self.pictures).slugs())
        return Story(bool(article.headline), _weight(article) >= _ALONE, body, titles)

    def _major(self, n: int, factor: float, new_page: bool = False) -> Band:
        article, compositor, sheet = self.issue.articles[n], self.compositor, self.sheet
        titles, rows = head(compositor, article, n, sheet.along, factor if sheet.columns > 1 else 1.0)
        return Band(titles, rows, Body(compositor, article, n, self.pictures).slugs(), new_page=new_page)

    def _minor(self, flow: Iterable[Slug]) -> Band:
        """Articles one after the other in the columns, their heads one column wide."""
        return Band([], 0.0, flow, balance=not self.edition.vertical)

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
            slugs = chain(titles, Body(compositor, article, n, self.pictures).slugs())
            yield from set_apart(slugs) if self.edition.layout == "newspaper" else set_apart(slugs, 0.0)


def _weight(article: Article) -> int:
    return sum(len(block.text) for block in article.blocks[len(article.leading_bylines) :])
