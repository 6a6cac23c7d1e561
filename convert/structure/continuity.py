"""Whether two stretches of text are about the same thing, told by the character trigrams they share."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ..chars import HAN_CLASS
from ..patterns import regex

REACH: Final = 800  # characters of a segment that are looked at
CHUNK: Final = 32  # segments; those of three chunks count as the issue around
AHEAD: Final = 4  # segments behind the one asked for, which may belong to it: what they hold counts neither way
FEW: Final = 40  # trigrams that every share is thinned by: one word in little text weighs little
# Trigrams cross no mark, no number and no particle: what is left are words.
_NO_WORD: Final = regex(
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

    The article so far is begun by `begin` and grown by `take`; `shared` asks whether the next segment goes on with
    it. Segments are asked for in ascending order; only the trigrams of those around the last one are held.
    """

    def __init__(self, segments: Sequence[str]) -> None:
        self._segments = segments
        self._article: Counter[str] = Counter()
        self._around: Counter[str] = Counter()
        self._grams: dict[int, frozenset[str]] = {}
        self._chunk = -1

    def begin(self, at: int) -> None:
        """The article begins with this segment."""
        self._look_around(at)
        self._article = Counter(self._grams[at])

    def take(self, at: int) -> None:
        """The article goes on with this segment."""
        self._look_around(at)
        self._article.update(self._grams[at])

    def shared(self, at: int, few: int = FEW) -> tuple[float, int]:
        """How much of a segment's vocabulary the article so far has used, and nobody else nearby.

        A share from 0 to 1, of the smaller side's trigrams, and their number. A single word counts for a third,
        and `few` trigrams are added to the side's own.
        """
        self._look_around(at)
        here, article, around = self._grams[at], self._article, self._around
        ahead = [self._grams[k] for k in range(at + 1, at + 1 + AHEAD) if k in self._grams]
        own = sum(
            around[gram] <= article[gram] + 1 + sum(gram in after for after in ahead)
            for gram in here
            if gram in article
        )
        size = min(len(here), len(article))
        return own * own / (own + 2) / (size + few), size

    def _look_around(self, at: int) -> None:
        """Count the chunk of segments that holds this one, and the chunks next to it."""
        if at // CHUNK == self._chunk:
            return
        self._chunk = at // CHUNK
        places = range(max(0, self._chunk - 1) * CHUNK, min(len(self._segments), (self._chunk + 2) * CHUNK))
        self._grams = {k: self._grams.get(k) or trigrams(self._segments[k]) for k in places}
        self._around = Counter()
        for grams in self._grams.values():
            self._around.update(grams)
