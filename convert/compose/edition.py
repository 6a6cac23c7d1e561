"""The Issue as an edition: what comes in which order, over how many columns, and what kanben itself adds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from ..model import Article, Issue
from ..style import REGIONS, Edition, Region, region_of
from .cluster import Setting, Shaper
from .galley import Compositor, Element, Slug, contents_entries, leading_bylines
from .pages import Band, Page, make_up
from .sheet import Sheet, sheet_of

_MAJOR: Final = 600  # characters from which an article's head runs over all columns
_LEAD_FACTOR: Final = 1.35  # the first headline, over all columns
_MAJOR_FACTOR: Final = 1.12
_MINOR_FACTOR: Final = 0.78  # a headline within one column
_WEEKDAYS: Final = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Composition:
    """An edition being composed: `pages` sets them one after the other as they are asked for."""

    compositor: Compositor
    region: Region
    titles: dict[int, str]
    pages: Iterator[Page]

    @property
    def sheet(self) -> Sheet:
        return self.compositor.sheet


def compose(issue: Issue, edition: Edition, shaper: Shaper) -> Composition:
    """Set an Issue as pages."""
    region = region_of(issue.language)
    sheet = sheet_of(edition)
    setting = Setting(
        glyphs=region.glyphs,
        adjust=region in (REGIONS["hans"], REGIONS["hk"]),
        vertical=edition.vertical,
    )
    compositor = Compositor(shaper, setting, sheet)
    titles = {n: title_of(article, region) for n, article in enumerate(issue.articles)}
    bands = _Bands(issue, edition, compositor, region, titles)
    return Composition(compositor, region, titles, make_up(bands.all(), sheet))


def title_of(article: Article, region: Region) -> str:
    """How contents and outline name an article: its headline, else that it is a photo item, or how it begins."""
    if article.headline:
        return article.headline
    kinds = {block.kind for block in article.blocks}
    if kinds <= {"caption", "credit", "image"}:
        return region.photo
    first = next((block.text for block in article.blocks if block.text), region.photo)
    first = first.split("\n")[0]
    return first if len(first) <= 20 else first[:18] + "……"


def day(when: date, weekday: bool = True) -> str:
    """2023年11月29日 星期三: a date as newspapers print it; the same in every script."""
    text = f"{when.year}年{when.month}月{when.day}日"
    return f"{text} 星期{_WEEKDAYS[when.weekday()]}" if weekday else text


class _Bands:
    """The bands of an edition, in order: nameplate, contents, articles."""

    def __init__(
        self, issue: Issue, edition: Edition, compositor: Compositor, region: Region, titles: dict[int, str]
    ) -> None:
        self.issue, self.edition, self.compositor = issue, edition, compositor
        self.region, self.titles = region, titles
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
        parts = [part for part in (issue.number, issue.date and day(issue.date), issue.publisher) if part]
        if parts:
            slugs += compositor.heading("\u3000".join(parts), Element("issue_line"), along)
        return slugs, float(ceil(sum(s.height for s in slugs) + 0.6)) if slugs else 0.0

    def _contents(self) -> Band:
        compositor, sheet = self.compositor, self.sheet
        head = compositor.heading(self.region.contents, Element("contents_title"), sheet.along)
        entries = contents_entries(compositor, list(self.titles.items()), sheet.measure)
        return Band(head, float(ceil(sum(s.height for s in head))), entries, rule=False)

    def _articles(self) -> Iterator[Band]:
        minor: list[int] = []
        fresh = self.edition.layout == "book"
        for n, article in enumerate(self.issue.articles):
            major = self.newspaper and article.headline and (_weight(article) >= _MAJOR or n == 0)
            if self.newspaper and not major:
                minor.append(n)
                continue
            if self.newspaper or fresh:
                if minor:
                    yield self._minor(minor)
                    minor = []
                yield self._major(n, fresh)
            else:
                minor.append(n)
        if minor:
            yield self._minor(minor)

    def _major(self, n: int, new_page: bool) -> Band:
        article, compositor, sheet = self.issue.articles[n], self.compositor, self.sheet
        factor = (_LEAD_FACTOR if n == 0 else _MAJOR_FACTOR) if sheet.columns > 1 else 1.0
        head, rows = compositor.head(article, n, sheet.along, factor)
        return Band(head, rows, compositor.body(article, n, sheet.measure), new_page=new_page)

    def _minor(self, numbers: list[int]) -> Band:
        """Articles one after the other in the columns, their heads one column wide."""
        return Band([], 0.0, self._flow(numbers), balance=not self.edition.vertical)

    def _flow(self, numbers: list[int]) -> Iterator[Slug]:
        compositor, sheet = self.compositor, self.sheet
        factor = _MINOR_FACTOR if sheet.columns > 1 else 1.0
        for n in numbers:
            article = self.issue.articles[n]
            head, rows = compositor.head(article, n, sheet.measure, factor)
            extra = (rows - sum(slug.height for slug in head)) / max(1, len(head))
            slugs = (slug._replace(height=slug.height + extra) for slug in head)
            space = 1.0
            for slug in (*slugs, *compositor.body(article, n, sheet.measure)):
                yield slug._replace(space=space) if space else slug
                space = 0.0


def _weight(article: Article) -> int:
    return sum(len(block.text) for block in article.blocks[len(leading_bylines(article)) :])
