"""Whether two stretches of text are about the same thing, told by the character trigrams they share."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, repeat
from operator import contains
from typing import Final

from ..chars import HAN_CLASS
from ..patterns import regex

REACH: Final = 800  # characters of a segment that are looked at
CHUNK: Final = 32  # segments; those of three chunks count as the issue around
AHEAD: Final = 4  # segments behind the one asked for, which may belong to it: what they hold counts neither way
FEW: Final = 40  # trigrams that every share is thinned by: one word in little text weighs little
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
    does. Segments are asked for in ascending order; none is looked into before it is asked for.
    """

    def __init__(self, segments: Sequence[str]) -> None:
        self._segments = [segment[:REACH] for segment in segments]
        self._article: set[str] = set()
        self._again: Counter[str] = Counter()  # in how many more of its segments than one it has a trigram
        self._known = 0  # up to this segment
        self._here: tuple[int, set[str]] = (-1, set())  # the last segment asked for
        self._chunk = -1
        self._near: Sequence[str] = ()
        self._spread: dict[str, int] = {}

    def begin(self, at: int) -> None:
        """An article begins with this segment."""
        self._article, self._again, self._known = set(), Counter(), at

    def shared(self, at: int, few: int = FEW) -> tuple[float, int]:
        """How much of a segment's vocabulary the article so far has used, and nobody else nearby.

        A share from 0 to 1, of the smaller side's trigrams, and their number. A single word counts for a third,
        and `few` trigrams are added to the side's own.
        """
        for place in range(self._known, at):
            self._take(place)
        self._known = at
        here = trigrams(self._segments[at])
        self._here = at, here
        ahead = self._segments[at + 1 : at + 1 + AHEAD]
        own = sum(
            self._around(at, gram) <= self._again[gram] + 2 + _holding(gram, ahead) for gram in here & self._article
        )
        size = min(len(here), len(self._article))
        return own * own / (own + 2) / (size + few), size

    def _take(self, at: int) -> None:
        """Count what a segment of the article tells."""
        asked, grams = self._here
        if asked != at:
            grams = trigrams(self._segments[at])
        self._again.update(self._article & grams)
        self._article |= grams

    def _around(self, at: int, gram: str) -> int:
        """In how many segments of the chunk around this one, and of the chunks next to it, a trigram stands."""
        chunk = at // CHUNK
        if chunk != self._chunk:
            self._chunk, self._spread = chunk, {}
            self._near = self._segments[max(0, chunk - 1) * CHUNK : (chunk + 2) * CHUNK]
        if gram not in self._spread:
            self._spread[gram] = _holding(gram, self._near)
        return self._spread[gram]


def _holding(gram: str, segments: Sequence[str]) -> int:
    """How many segments hold a trigram."""
    return sum(map(contains, segments, repeat(gram)))
