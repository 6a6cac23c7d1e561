"""Whether two stretches of text are about the same thing, told by the character trigrams they share."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
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

_TRIGRAM: Final = regex(r"(?=([^\n]{3}))")  # overlapping, by looking ahead


def trigrams(text: str) -> set[str]:
    """The trigrams of a text's words; none crosses a mark, a number or a particle."""
    return set(_TRIGRAM.findall(_NO_WORD.sub("\n", text[:REACH])))


class Continuity:
    """The vocabulary that segments of a text share, against that of the segments around them.

    The article so far is begun by `begin` and grown by `take`; `shared` asks whether the next segment goes on with
    it. Segments are asked for in ascending order; only the trigrams of those around the last one are held.
    """

    def __init__(self, segments: Sequence[str]) -> None:
        self._segments = segments
        self._article: Counter[str] = Counter()
        self._chunks: dict[int, Counter[str]] = {}
        self._grams: dict[int, set[str]] = {}
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
        here, article, around = self._grams[at], self._article, list(self._chunks.values())
        ahead = [self._grams[k] for k in range(at + 1, at + 1 + AHEAD) if k in self._grams]
        own = sum(
            sum(chunk.get(gram, 0) for chunk in around) <= article[gram] + 1 + sum(gram in after for after in ahead)
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
        near = range(max(0, self._chunk - 1), self._chunk + 2)
        places = range(near.start * CHUNK, min(len(self._segments), near.stop * CHUNK))
        self._grams = {k: grams if (grams := self._grams.get(k)) else trigrams(self._segments[k]) for k in places}
        self._chunks = {chunk: self._chunks.get(chunk) or self._counted(chunk) for chunk in near}

    def _counted(self, chunk: int) -> Counter[str]:
        """In how many segments of a chunk each trigram stands."""
        segments = range(chunk * CHUNK, min(len(self._segments), (chunk + 1) * CHUNK))
        return Counter(chain.from_iterable(self._grams[at] for at in segments))
