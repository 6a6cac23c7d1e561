"""Whether two characters belong together: what the text itself says, by how often it has them side by side."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from math import log
from typing import Final

from ...lines import Line

BLOCK: Final = 12_000  # characters that bear witness for one another
MOST: Final = 4.8
_SMOOTHING: Final = 3.0
_ALONE: Final = 2.0  # the most for a pair that is not seen again with a neighbour
# Log odds for a join by how much likelier the pair is than a new beginning, as sentences cut in
# two and paragraphs that lost their full stop differ in it (tests/benchmarks/continuity.py counts them).
_MEANING: Final = ((-1.5, -3.0), (-0.5, -0.7), (0.5, 0.4), (2.5, 2.2))
# What anything may follow, so that a pair which was not seen says little.
_FREE: Final = frozenset("，、；的是和与與在为為被把对對从從向将將及或0123456789")
_FREE_LEAST: Final = -0.7
# A heading repeats the words of its article, so that chance pairs are the rule after it.
_HEADING: Final = 9  # characters
_HEADING_MOST: Final = 2.2


class Continuity:
    """Log odds for a join from the characters on both sides, learnt from the text around, and only where asked for.

    It compares how likely the second character is after the first, and how likely as the first of
    a line. A word that the break cut in two (长|春) mostly stands whole somewhere near.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._starts: list[int] = []
        self._blocks: dict[int, str] = {}
        self._single: dict[tuple[int, str], int] = {}

    def odds(self, i: int) -> float:
        """Log odds for the end of line `i`."""
        ratio = self.ratio(i)
        odds = next((odds for limit, odds in _MEANING if ratio < limit), MOST)
        body = self._lines[i].body
        if body[-1] in _FREE:
            return max(odds, _FREE_LEAST)
        return min(odds, _HEADING_MOST) if len(body) < _HEADING else odds

    def ratio(self, i: int) -> float:
        """How much likelier, in logarithms, the next line's first character is after this one than after a newline."""
        left, right = self._lines[i].body, self._lines[i + 1].body
        a, b, n = left[-1], right[0], self._number(i)
        near = self._block(n)
        share = _SMOOTHING * (self._count(n, b) + 1) / (len(near) + 1)
        pairs = near.count(a + b)
        after = (pairs + share) / (self._count(n, a) + _SMOOTHING)
        first = (max(0, self._count(n, "\n" + b) - 1) + share) / (self._count(n, "\n") + _SMOOTHING)
        ratio = log(after / first) if pairs else min(0.0, log(after / first))
        if ratio > _ALONE and left[-2:] + b not in near and a + right[:2] not in near:
            return _ALONE
        return ratio

    def _count(self, n: int, text: str) -> int:
        """How often a text that is asked for often stands in a block."""
        if (n, text) not in self._single:
            self._single[n, text] = self._block(n).count(text)
        return self._single[n, text]

    def _number(self, i: int) -> int:
        """The block that a line begins in."""
        if not self._starts:
            self._starts = [0, *accumulate(len(line.body) + 1 for line in self._lines)]
        return self._starts[i] // BLOCK

    def _block(self, n: int) -> str:
        """The lines that begin in a block, each after a newline."""
        if n not in self._blocks:
            first, last = (bisect_left(self._starts, k * BLOCK) for k in (n, n + 1))
            self._blocks[n] = "".join("\n" + line.body for line in self._lines[first:last])
        return self._blocks[n]
