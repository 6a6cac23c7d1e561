"""Planning a newspaper's rows: which articles stand side by side, each a block of one column or more.

A printed page is made of rectangles. Articles of middling weight get a headline over two columns or three and share
their rows with shorter ones, whose columns come out as high; where nothing fits together so, articles simply
follow each other from column to column.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Final, NamedTuple

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

    @cached_property
    def lost(self) -> float:
        """What it costs that it stands under a headline of one column."""
        return max(0.0, self.rows - _LONG) if self.headed else 0.0

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


class _Part(NamedTuple):
    """Some stories in some columns: stacked in one, or one over several. `low` to `high` rows suit them."""

    columns: int
    stories: Sequence[Story]
    end: int
    low: float
    high: float
    cost: float


_Choice = tuple[float, int, list[_Part]]  # what it costs, the story after it, and the parts of a row of modules


def next_row(stories: Sequence[Story], columns: int, room: float, most: float) -> tuple[int, list[Module]]:
    """How many stories stand in the next row, and their modules, none where they follow each other through the columns.

    There are `room` rows left on the page, of `most` that a page has.
    """
    count = len(stories)
    parts_from = [list(_parts(stories, start, columns, most)) for start in range(count)]
    best: list[_Choice] = [(0.0, count, [])] * (count + 1)
    for i in range(count - 1, -1, -1):
        choices = [*_choices(stories, i, columns), *_rows(parts_from, i, columns, most if i else room)]
        best[i] = min(((cost + best[end][0], end, parts) for cost, end, parts in choices), key=itemgetter(0))
    _cost, end, parts = best[0]
    rows = max((part.low for part in parts), default=0.0)
    return end, [_module(part, rows) for part in parts]


def _choices(stories: Sequence[Story], start: int, columns: int) -> Iterator[_Choice]:
    """What may come next but a row of several modules.

    It costs the rows of a column that it takes besides the text: heads, gaps, what is left white; and what is unseemly.
    """
    cost = float(columns)  # the row that parts it from what is above
    for end in range(start + 1, len(stories) + 1):
        cost += stories[end - 1].head(1)[1] + 1 + _FOLLOWING + stories[end - 1].lost
        yield cost + (_ALONE if end == start + 1 else 0.0), end, []
    story = stories[start]
    if story.whole:
        low = story.height(columns)
        part = _Part(columns, [story], start + 1, low, low, 0.0)
        yield (1 + story.head(columns)[1]) * columns, start + 1, [part]


def _parts(stories: Sequence[Story], start: int, columns: int, most: float) -> Iterator[_Part]:
    """The parts of rows that the stories from `start` on can make."""
    height = cost = 0.0
    headed = 0
    for end in range(start + 1, min(start + _STACKED, len(stories)) + 1):
        story = stories[end - 1]
        height += story.height(1) + (end > start + 1)
        if height > most:
            break
        headed += story.headed
        cost += story.lost - story.rows
        yield _Part(1, stories[start:end], end, height, height + _STRETCH * headed, cost)
    story = stories[start]
    for wide in range(2, columns):
        if not story.headed or story.share(wide) < _LEAST:
            break
        height = story.height(wide)
        yield _Part(wide, [story], start + 1, height, height + _STRETCH + wide - 1, -story.rows)


def _rows(parts_from: Sequence[Sequence[_Part]], start: int, columns: int, room: float) -> Iterator[_Choice]:
    """The rows of modules that fill all columns with the stories from `start` on, in their order, alike in height."""

    def fill(at: int, left: int, low: float, high: float) -> Iterator[list[_Part]]:
        if not left:
            yield []
        for part in parts_from[at] if left and at < len(parts_from) else ():
            lowest, highest = max(low, part.low), min(high, part.high)
            if part.columns <= left and lowest <= highest:
                for rest in fill(part.end, left - part.columns, lowest, highest):
                    yield [part, *rest]

    for parts in fill(start, columns, 0.0, room):
        rows = max(part.low for part in parts)
        yield (rows + 1) * columns + sum(part.cost for part in parts), parts[-1].end, parts


def _module(part: _Part, rows: float) -> Module:
    """A part of a row as a module; what it is lower than the row goes to the heads of its articles."""
    free = rows - part.low
    if part.columns > 1:
        story = part.stories[0]
        titles, height = story.head(part.columns)
        return Module(part.columns, titles, height + free, story.body, rows - height - free)
    body: list[Slug] = []
    headed = sum(story.headed for story in part.stories)
    for story in part.stories:
        titles = story.head(1)[0]
        if story.headed:  # the last of them get one row more where there are not enough for all
            extra = free // headed
            free, headed = free - extra, headed - 1
            titles = spaced(titles, extra * 0.6, extra * 0.4)
        body += set_apart((*titles, *story.body)) if body else (*titles, *story.body)
    return Module(1, [], 0.0, body, rows)
