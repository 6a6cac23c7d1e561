"""Planning a newspaper's rows: which articles stand side by side, each a block of one column or more.

A printed page is made of rectangles. Articles of middling weight get a headline over two columns or three and share
their rows with shorter ones, whose columns come out as high; where nothing fits together so, articles simply
follow each other from column to column.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Final

from .columns import Galley
from .galley import Slug, spaced
from .pages import Module

_LINE: Final = 0.3  # points: the line between articles in a column
_LEAST: Final = 3.0  # rows of text under a head that runs over several columns
_STACKED: Final = 4  # articles in one column of a row
_STRETCH: Final = 2  # rows that an article's head may take more than it needs, so that all columns end together
_LONG: Final = 24.0  # rows of text, from which an article looks lost under a headline of one column
_FOLLOWING: Final = 8.0  # what it costs that an article follows another from column to column, in rows of a column
_ALONE: Final = 6.0  # that one fills all columns under a headline of one
_Part = tuple[int, int, int]  # columns, first story, and the one after the last
_Choice = tuple[float, int, list[_Part]]  # what it costs, the story after it, and the parts of a row of modules


def set_apart(slugs: Iterable[Slug], line: float = _LINE) -> Iterator[Slug]:
    """The slugs of an article, a row free before the first, and a printed line of a weight in it."""
    space = 1.0
    for slug in slugs:
        yield slug._replace(space=max(space, slug.space), parted=line) if space else slug
        space = 0.0


class Story:
    """An article set in type. `titles` sets its head over some columns; a `long` one may run across all of them."""

    def __init__(
        self, headed: bool, long: bool, body: list[Slug], titles: Callable[[int], tuple[list[Slug], float]]
    ) -> None:
        self.headed, self.body = headed, body
        self.whole = headed and long
        self._titles = titles
        self._heads: dict[int, tuple[list[Slug], float]] = {}
        self._shares: dict[int, float] = {}

    def following(self) -> Iterator[Slug]:
        """The article as it follows another in the columns."""
        return set_apart((*self.head(1)[0], *self.body))

    @cached_property
    def rows(self) -> float:
        """The rows of its text in one column."""
        return Galley.ready(self.body).whole()

    def head(self, columns: int) -> tuple[list[Slug], float]:
        """Its titles over some columns, and their rows."""
        if columns not in self._heads:
            self._heads[columns] = self._titles(columns)
        return self._heads[columns]

    def share(self, columns: int) -> float:
        """The rows of each column when its text fills several."""
        if columns not in self._shares:
            self._shares[columns] = Galley.ready(self.body).balanced(columns, self.rows)
        return self._shares[columns]

    def height(self, columns: int) -> float:
        """The rows that it takes over some columns."""
        return self.head(columns)[1] + (self.rows if columns == 1 else self.share(columns))


def next_row(stories: Sequence[Story], columns: int, room: float, most: float) -> tuple[int, list[Module]]:
    """How many stories stand in the next row, and their modules, none where they follow each other through the columns.

    There are `room` rows left on the page, of `most` that a page has.
    """
    count = len(stories)
    best: list[_Choice] = [(0.0, count, [])] * (count + 1)
    for i in range(count - 1, -1, -1):
        ways = _choices(stories, i, columns, most if i else room)
        best[i] = min(((cost + best[end][0], end, parts) for cost, end, parts in ways), key=itemgetter(0))
    _cost, end, parts = best[0]
    if not parts:
        return end, []
    rows = max(_height(stories, part) for part in parts)
    return end, [_module(stories, part, rows) for part in parts]


def _choices(
    stories: Sequence[Story], start: int, columns: int, room: float
) -> Iterator[tuple[float, int, list[_Part]]]:
    """What may come next, and the rows of a column that it takes besides the text: heads, gaps, what is left white."""
    cost = float(columns)  # the row that parts it from what is above
    for end in range(start + 1, len(stories) + 1):
        cost += stories[end - 1].head(1)[1] + 1 + _FOLLOWING + _lost(stories[end - 1 : end])
        yield cost + (_ALONE if end == start + 1 else 0.0), end, []
    if stories[start].whole:
        yield (1 + stories[start].head(columns)[1]) * columns, start + 1, [(columns, start, start + 1)]
    for parts in _rows(stories, start, columns, columns):
        heights = [_height(stories, part) for part in parts]
        rows = max(heights)
        if rows > room:
            continue
        cost = (rows + 1) * columns
        for (wide, first, end), height in zip(parts, heights, strict=True):
            if rows - height > (_STRETCH + wide - 1) * sum(one.headed for one in stories[first:end]):
                break
            cost -= sum(one.rows for one in stories[first:end])
            cost += _lost(stories[first:end]) if wide == 1 else 0.0
        else:
            yield cost, parts[-1][2], parts


def _lost(stories: Sequence[Story]) -> float:
    """What it costs that long articles stand under headlines of one column."""
    return sum(max(0.0, story.rows - _LONG) for story in stories if story.headed)


def _rows(stories: Sequence[Story], start: int, left: int, columns: int) -> Iterator[list[_Part]]:
    """All ways to fill the columns that are left with the stories from `start` on, in their order."""
    if not left:
        yield []
        return
    for wide in range(1, min(left, columns - 1) + 1):
        for end in range(start + 1, start + 1 + (_STACKED if wide == 1 else 1)):
            if end > len(stories):
                break
            if wide > 1 and not (stories[start].headed and stories[start].share(wide) >= _LEAST):
                continue
            for rest in _rows(stories, end, left - wide, columns):
                yield [(wide, start, end), *rest]


def _height(stories: Sequence[Story], part: _Part) -> float:
    wide, first, end = part
    return sum(story.height(wide) for story in stories[first:end]) + (end - first - 1)


def _module(stories: Sequence[Story], part: _Part, rows: float) -> Module:
    """A part of a row as a module; what it is lower than the row goes to the heads of its articles."""
    wide, first, end = part
    free = rows - _height(stories, part)
    if wide > 1:
        titles, height = stories[first].head(wide)
        return Module(wide, titles, height + free, stories[first].body, rows - height - free)
    body: list[Slug] = []
    headed = sum(story.headed for story in stories[first:end])
    for story in stories[first:end]:
        titles = story.head(1)[0]
        if story.headed:  # the last of them get one row more where there are not enough for all
            extra = free // headed
            free, headed = free - extra, headed - 1
            titles = spaced(titles, extra * 0.6, extra * 0.4)
        body += set_apart((*titles, *story.body)) if body else (*titles, *story.body)
    return Module(1, [], 0.0, body, rows)
