"""Whether two stretches of text are about the same thing, told by the character trigrams they share."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ..chars import HAN_CLASS

REACH: Final = 800  # characters of a segment that are looked at
WINDOW: Final = 40  # segments on each side that count as the rest of the issue
FEW: Final = 40  # trigrams that every share is thinned by: one word in little text weighs little
# Trigrams cross no mark, no number and no particle: what is left are words.
_NO_WORD: Final = re.compile(
    f"[^{HAN_CLASS}A-Za-z]+|[的了是着也都就还又很这那把被让们在和与及等〇零一二三四五六七八九十百千万亿两年月日個這為與還讓們萬億兩說说]+"
)


def trigrams(text: str) -> frozenset[str]:
    """The trigrams of a text's words; none crosses a mark, a number or a particle."""
    grams: set[str] = set()
    for part in _NO_WORD.split(text[:REACH]):
        grams.update(map("".join, zip(part, part[1:], part[2:], strict=False)))
    return frozenset(grams)


class Continuity:
    """The vocabulary that segments of a text share, against that of the segments around them.

    The article so far is grown by `take` and begun anew by `begin`; `shared` asks whether the next segment goes
    on with it. Segments are asked for in ascending order, so that each is counted in and out of the window once.
    """

    def __init__(self, segments: Sequence[str]) -> None:
        self._grams = [trigrams(segment) for segment in segments]
        self._around: Counter[str] = Counter()
        self._article: Counter[str] = Counter()
        self._low = self._high = 0

    def begin(self, at: int) -> None:
        """The article begins with this segment."""
        self._article = Counter(self._grams[at])

    def take(self, at: int) -> None:
        """The article goes on with this segment."""
        self._article.update(self._grams[at])

    def shared(self, at: int, few: int = FEW) -> tuple[float, int]:
        """How much of a segment's vocabulary the article so far has used, and nobody else nearby.

        A share from 0 to 1, of the smaller side's trigrams, and their number. A single word counts for a third,
        and `few` trigrams are added to the side's own.
        """
        self._slide(at)
        here, article, around = self._grams[at], self._article, self._around
        own = sum(1 for gram in here if gram in article and around[gram] <= article[gram] + 1)
        size = min(len(here), len(article))
        return own * own / (own + 2) / (size + few), size

    def _slide(self, at: int) -> None:
        high, low = min(len(self._grams), at + WINDOW), max(0, at - WINDOW)
        while self._high < high:
            self._around.update(self._grams[self._high])
            self._high += 1
        while self._low < low:
            self._around.subtract(self._grams[self._low])
            self._low += 1
