"""Whether two characters belong together: what the text itself says of them, and what the language does."""

from bisect import bisect_left
from functools import cache
from itertools import accumulate
from math import log
from typing import Final

from ... import chars
from ...lines import Lines
from ..variants import HANT_AS_HANS, HANT_ONLY
from . import language

BLOCK: Final = 12_000  # characters that bear witness for one another
MOST: Final = 6.0
_SMOOTHING: Final = 3.0
_ALONE: Final = 2.0  # the most for a pair that is not seen again with a neighbour
# Log odds for a join by how much likelier the pair is than a new beginning, as sentences cut in
# two and paragraphs that lost their full stop differ in it (tests/benchmarks/continuity.py counts them).
_MEANING: Final = ((-1.5, -3.0), (-0.5, -0.7), (0.5, 0.4), (2.5, 2.2))
_MOST_OF_TEXT: Final = 4.8
# What the language adds. One line end in three within sentences falls upon a pair that it has everywhere,
# one end of a heading in a hundred does; and so of the characters that seldom end a clause or begin a sentence.
_STRONG, _WEAK = 4.5, 2.8
_NEVER_LAST, _SELDOM_LAST = 2.0, 0.8
_SELDOM_FIRST, _OFTEN_FIRST = 1.2, -1.0
_SIMPLIFIED: Final = str.maketrans(HANT_ONLY, HANT_AS_HANS)
# What anything may follow, so that a pair which was not seen says little.
_FREE: Final = frozenset("，、；的是和与與在为為被把对對从從向将將及或0123456789")
_FREE_LEAST: Final = -0.7
# A heading repeats the words of its article, so that chance pairs are the rule after it.
_HEADING: Final = 9  # characters
_HEADING_MOST: Final = 2.2
# Who speaks stands behind many a closing quotation mark, and begins many a paragraph.
_CLOSED_MOST: Final = 1.0


def language_odds(left: str, right: str) -> float:
    """Log odds for a join from what the language has side by side, and at the ends of its clauses.

    `left` is the last two characters before the line end, `right` the first after it.
    """
    left, right = left.translate(_SIMPLIFIED), right.translate(_SIMPLIFIED)
    odds = _pair_odds(left[-1], right)
    if _pair_odds(left[0], left[-1]) < _STRONG:  # 自由, 方向 end a clause well
        odds += _NEVER_LAST * (left[-1] in language.NEVER_LAST) + _SELDOM_LAST * (left[-1] in language.SELDOM_LAST)
    return odds + _SELDOM_FIRST * (right in language.SELDOM_FIRST) + _OFTEN_FIRST * (right in language.OFTEN_FIRST)


def _pair_odds(a: str, b: str) -> float:
    if b in _followers(language.STRONG).get(a, ""):
        return _STRONG
    return _WEAK if b in _followers(language.WEAK).get(a, "") else 0.0


@cache
def _followers(table: str) -> dict[str, str]:
    return {group[0]: group[1:] for group in table.split(" ")}


class Continuity:
    """Log odds for a join from the characters on both sides, learnt from the text around, and only where asked for.

    It compares how likely the second character is after the first, and how likely as the first of
    a line. A word that the break cut in two (长|春) mostly stands whole somewhere near.
    """

    def __init__(self, lines: Lines) -> None:
        self._bodies = lines.bodies
        self._starts: list[int] = []
        self._blocks: dict[int, str] = {}
        self._single: dict[tuple[int, str], int] = {}

    def known(self, i: int) -> float:
        """Log odds for the end of line `i` from the language alone: quickly told, where the text has to be searched."""
        return language_odds(self._bodies[i][-2:], self._bodies[i + 1][0])

    def odds(self, i: int) -> float:
        """Log odds for the end of line `i`."""
        ratio = self.ratio(i)
        odds = next((odds for limit, odds in _MEANING if ratio < limit), _MOST_OF_TEXT)
        body = self._bodies[i]
        if body[-1] in _FREE:
            odds = max(odds, _FREE_LEAST)
        known = self.known(i)
        odds = min(MOST, odds + known) if odds >= 0 or known >= 0 else min(odds, known)  # the same is said twice
        if body[-1] in chars.CLOSING:
            return min(odds, _CLOSED_MOST)
        return min(odds, _HEADING_MOST) if len(body) < _HEADING else odds

    def ratio(self, i: int) -> float:
        """How much likelier, in logarithms, the next line's first character is after this one than after a newline."""
        left, right = self._bodies[i], self._bodies[i + 1]
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
            self._starts = [0, *accumulate(len(body) + 1 for body in self._bodies)]
        return self._starts[i] // BLOCK

    def _block(self, n: int) -> str:
        """The lines that begin in a block, each after a newline."""
        if n not in self._blocks:
            first, last = (bisect_left(self._starts, k * BLOCK) for k in (n, n + 1))
            self._blocks[n] = "".join("\n" + body for body in self._bodies[first:last])
        return self._blocks[n]
