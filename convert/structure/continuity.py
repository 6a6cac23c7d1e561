"""Whether two stretches of text are about the same thing, told by the character trigrams they share."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

REACH: Final = 1200  # characters of a segment that are looked at
WINDOW: Final = 60  # segments on each side that count as the rest of the issue
_NOT_HAN: Final = re.compile("[^\u3400-\u9fff\U00020000-\U0003ffffA-Za-z0-9]+")


def trigrams(text: str) -> frozenset[str]:
    """The trigrams of a text's letters; none crosses a mark or a space."""
    return frozenset(
        part[i : i + 3] for part in _NOT_HAN.split(text[:REACH]) if len(part) > 2 for i in range(len(part) - 2)
    )


class Continuity:
    """Shared vocabulary between the segments of a text, against the vocabulary around them."""

    def __init__(self, segments: Sequence[str]) -> None:
        self._grams = [trigrams(segment) for segment in segments]
        self._count: Counter[str] = Counter()
        self._low = self._high = 0

    def shared(self, first: int, at: int) -> float:
        """How much segment `at` takes up from the segments `first` to `at` - 1, as a share of its own trigrams.

        Only trigrams that nobody else nearby uses are counted. `at` must not fall from call to call.
        """
        self._slide(at)
        before: Counter[str] = Counter()
        for segment in self._grams[max(first, at - 12) : at]:
            before.update(segment)
        here = self._grams[at]
        own = sum(1 for gram in here if gram in before and self._count[gram] == before[gram] + 1)
        return own / (len(here) + 20) if here else 0.0

    def _slide(self, at: int) -> None:
        high, low = min(len(self._grams), at + WINDOW), max(0, at - WINDOW)
        while self._high < high:
            self._count.update(self._grams[self._high])
            self._high += 1
        while self._low < low:
            self._count.subtract(self._grams[self._low])
            self._low += 1
