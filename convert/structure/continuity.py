"""Whether two stretches of text are about the same thing, told by the character trigrams they share."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
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
        self._article: Counter[str] = Counter()
        self._counted = 0  # up to this segment the article's trigrams are
        self._here: tuple[int, set[str]] = (-1, set())  # the last segment asked for
        self._spread: dict[str, int] = {}
        self._chunk = -1

    def begin(self, at: int) -> None:
        """An article begins with this segment."""
        self._article, self._counted = Counter(), at

    def shared(self, at: int, few: int = FEW) -> tuple[float, int]:
        """How much of a segment's vocabulary the article so far has used, and nobody else nearby.

        A share from 0 to 1, of the smaller side's trigrams, and their number. A single word counts for a third,
        and `few` trigrams are added to the side's own.
        """
        article = self._article_before(at)
        self._here = at, trigrams(self._segments[at])
        here = self._here[1]
        ahead = self._segments[at + 1 : at + 1 + AHEAD]
        own = sum(
            self._around(at, gram) <= article[gram] + 1 + sum(gram in after for after in ahead)
            for gram in here
            if gram in article
        )
        size = min(len(here), len(article))
        return own * own / (own + 2) / (size + few), size

    def _article_before(self, at: int) -> Counter[str]:
        """In how many of its segments before this one the article has each trigram."""
        for place in range(self._counted, at):
            known, grams = self._here
            self._article.update(grams if known == place else trigrams(self._segments[place]))
        self._counted = at
        return self._article

    def _around(self, at: int, gram: str) -> int:
        """In how many segments of the chunk around this one, and of the chunks next to it, a trigram stands."""
        if at // CHUNK != self._chunk:
            self._chunk = at // CHUNK
            self._spread = {}
        if gram not in self._spread:
            near = self._segments[max(0, self._chunk - 1) * CHUNK : (self._chunk + 2) * CHUNK]
            self._spread[gram] = sum(gram in segment for segment in near)
        return self._spread[gram]
