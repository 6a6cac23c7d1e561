"""Where an article's paragraphs show its dateline (电头), and the bylines that are run in with it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from ..chars import NO_LINE_END
from ..model import Article, Byline

_FAR: Final = 80  # characters after the dateline in which a run-in byline stands


class Stretch(NamedTuple):
    """A stretch of a paragraph, and what of its article it shows: the dateline, a byline, both or neither."""

    text: str
    dateline: bool = False
    byline: bool = False


class RunIn:
    """Finds dateline and bylines of one article, whose paragraphs are asked for in reading order, each once.

    They stand in the first paragraph that begins with the dateline, of an article without one in its first.
    Bylines that have a line of their own are not looked for.
    """

    def __init__(self, article: Article) -> None:
        lines = [block.text for block in article.blocks if isinstance(block, Byline)]
        self._dateline = article.dateline or ""
        self._names = [name for name in article.bylines if name and not any(name in line for line in lines)]
        self._found = not self._dateline and not self._names

    def stretches(self, text: str) -> Iterator[Stretch]:
        """The text of a paragraph in stretches.

        >>> article = Article(dateline="本报讯", bylines=("记者何苇",))
        >>> [part.text for part in RunIn(article).stretches("本报讯（记者何苇）江堤上。")]
        ['本报讯', '（', '记者何苇', '）江堤上。']
        """
        start = -1 if self._found else text.find(self._dateline, 0, len(self._dateline) + 1)
        if start < 0 or (start and text[0] not in NO_LINE_END):  # brackets open before 〔記者王大明／台北報導〕
            yield Stretch(text)
            return
        self._found = True
        end = start + len(self._dateline)
        names = [*self._places(text, start, end), *self._places(text, end, end + _FAR)]
        cuts = sorted({0, start, end, len(text), *(at for name in names for at in name)})
        for a, b in pairwise(cuts):
            yield Stretch(text[a:b], start <= a < end, any(first <= a < last for first, last in names))

    def _places(self, text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
        """Where bylines stand between two places, one after the other; each is found once."""
        for name in [*self._names]:
            start = text.find(name, at, end)
            if start >= 0:
                at = start + len(name)
                self._names.remove(name)
                yield start, at
