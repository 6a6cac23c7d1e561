"""Whether two characters belong together: what the text itself says, by how often it has them side by side."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final, NamedTuple

from ...lines import Line

BLOCK: Final = 50_000  # characters that bear witness for one another
_SMOOTHING: Final = 3.0
_MOST: Final = 4.0  # log odds of a pair that is seen again with a neighbour
_PAIR: Final = 2.0  # and of one that is not


class Witness(NamedTuple):
    """Characters, pairs and triples of them, counted over a stretch of text of some length."""

    single: Counter[str]
    double: Counter[str]
    triple: Counter[str]
    length: int


class Continuity:
    """Log odds for a join from the characters on both sides, learnt from the text around, and only where asked for.

    It compares how likely the second character is after the first, and how likely as the first of
    a line. A word that the break cut in two (长|春) mostly stands whole somewhere near.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._known: dict[int, Witness] = {}

    def odds(self, i: int) -> float:
        """Log odds for the end of line `i`, between -`_PAIR` and `_MOST`."""
        left, right = self._lines[i].body, self._lines[i + 1].body
        a, b = left[-1], right[0]
        seen = self._block(self._lines[i].start // BLOCK)
        share = _SMOOTHING * (seen.single[b] + 1) / (seen.length + 1)
        after = (seen.double[a + b] + share) / (seen.single[a] + _SMOOTHING)
        first = (max(0, seen.double["\n" + b] - 1) + share) / (seen.single["\n"] + _SMOOTHING)
        again = seen.triple[left[-2:] + b] or seen.triple[a + right[:2]]
        return max(-_PAIR, min(_MOST if again else _PAIR, log(after / first)))

    def _block(self, n: int) -> Witness:
        """What is seen in the lines that begin in a block."""
        if n not in self._known:
            first, last = (bisect_left(self._lines, k * BLOCK, key=lambda line: line.start) for k in (n, n + 1))
            text = "\n".join(line.body for line in self._lines[first:last])
            pairs = list(map(str.__add__, text, text[1:]))
            triples = Counter(map(str.__add__, pairs, text[2:]))
            self._known[n] = Witness(Counter(text), Counter(pairs), triples, len(text))
        return self._known[n]
