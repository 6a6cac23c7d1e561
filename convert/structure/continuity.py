"""Whether two stretches of text are about the same thing, told by the character trigrams they share."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import chain, pairwise, repeat
from operator import contains
from typing import Final

from ..chars import HAN_CLASS
from ..patterns import regex

REACH: Final = 800  # characters of a segment that are looked at
CHUNK: Final = 32  # segments; those of three chunks count as the issue around
AHEAD: Final = 4  # segments behind the one asked for, which may belong to it: what they hold counts neither way
FEW: Final = 40  # trigrams that every share is thinned by: one word in little text weighs little
_MANY: Final = 64  # trigrams: where more are asked for in a chunk, it is quicker to count all there are
_NO_WORDS: Final = (  # particles and numbers
    "的了是着也都就还又很这那把被让们在和与及等〇零一二三四五六七八九十百千万亿两年月日個這為與還讓們萬億兩說说"
)


def _without(ranges: str, left_out: str) -> str:
    """The inside of a character class, made of ranges, without some of their characters."""
    out = ""
    for first, last in re.findall("(.)-(.)", ranges):
        within = sorted(ord(ch) for ch in set(left_out) if first <= ch <= last)
        cuts = pairwise([ord(first) - 1, *within, ord(last) + 1])
        out += "".join(f"{chr(a + 1)}-{chr(b - 1)}" for a, b in cuts if b - a > 1)
    return out


# Trigrams cross no mark, no number and no particle: what is left are words. They overlap, by looking ahead.
_TRIGRAM: Final = regex(f"(?=([{_without(HAN_CLASS + 'A-Za-z', _NO_WORDS)}]{{3}}))")


def trigrams(text: str) -> set[str]:
    """The trigrams of a text's words; none crosses a mark, a number or a particle."""
    return set(_TRIGRAM.findall(text[:REACH]))


class Continuity:
    """The vocabulary that segments of a text share, against that of the segments around them.

    The article so far is begun by `begin` and goes on with every segment behind; `shared` asks whether the next one
    does. Segments are asked for in ascending order; none is looked into that nobody asks for.
    """

    def __init__(self, segments: Sequence[str]) -> None:
        self._segments = [segment[:REACH] for segment in segments]
        self._article: set[str] = set()
        self._again: dict[str, int] = {}  # in how many more of its segments than one it has a trigram
        self._known = 0  # up to this segment
        self._made: dict[int, set[str]] = {}
        self._chunks: dict[int, Counter[str]] = {}  # while many are asked for
        self._chunk = -1
        self._near: Sequence[str] = ()
        self._asked = 0  # trigrams in this chunk

    def begin(self, at: int) -> None:
        """An article begins with this segment."""
        self._article, self._again, self._known = set(), {}, at

    def shared(self, at: int, few: int = FEW) -> tuple[float, int]:
        """How much of a segment's vocabulary the article so far has used, and nobody else nearby.

        A share from 0 to 1, of the smaller side's trigrams, and their number. A single word counts for a third,
        and `few` trigrams are added to the side's own.
        """
        if at // CHUNK != self._chunk:
            self._look_around(at)
        for place in range(self._known, at):
            self._take(place)
        self._known = at
        here = self._trigrams(at)
        common = here & self._article
        ahead = self._segments[at + 1 : at + 1 + AHEAD]
        own = sum(
            spread <= self._again.get(gram, 0) + 2 + _holding(gram, ahead) for gram, spread in self._spread(common)
        )
        size = min(len(here), len(self._article))
        return own * own / (own + 2) / (size + few), size

    def _take(self, at: int) -> None:
        """Count what a segment of the article tells."""
        grams = self._trigrams(at)
        for gram in self._article & grams:
            self._again[gram] = self._again.get(gram, 0) + 1
        self._article |= grams

    def _trigrams(self, at: int) -> set[str]:
        if at not in self._made:
            self._made[at] = trigrams(self._segments[at])
        return self._made[at]

    def _look_around(self, at: int) -> None:
        """Take the segments of the chunk around this one, and of the chunks next to it; leave what lies behind."""
        if self._asked <= _MANY:
            self._chunks = {}
        self._chunk, self._asked = at // CHUNK, 0
        first = max(0, self._chunk - 1) * CHUNK
        self._near = self._segments[first : (self._chunk + 2) * CHUNK]
        self._made = {place: made for place, made in self._made.items() if place >= first}

    def _spread(self, grams: Set[str]) -> Iterator[tuple[str, int]]:
        """In how many of the segments around each trigram stands."""
        self._asked += len(grams)
        if self._asked <= _MANY and not self._chunks:
            yield from ((gram, _holding(gram, self._near)) for gram in grams)
            return
        around = range(max(0, self._chunk - 1), self._chunk + 2)
        self._chunks = {chunk: self._chunks.get(chunk) or self._counted(chunk) for chunk in around}
        counts = self._chunks.values()
        yield from ((gram, sum(count.get(gram, 0) for count in counts)) for gram in grams)

    def _counted(self, chunk: int) -> Counter[str]:
        """In how many segments of a chunk each trigram stands."""
        places = range(chunk * CHUNK, min(len(self._segments), (chunk + 1) * CHUNK))
        return Counter(chain.from_iterable(map(self._trigrams, places)))


def _holding(gram: str, segments: Sequence[str]) -> int:
    """How many segments hold a trigram."""
    return sum(map(contains, segments, repeat(gram)))
