"""How long the lines of a page are, judged for each line by its neighbourhood.

Nothing is assumed for a whole file, which may have been pasted together from several pages: lines
are looked at in windows, and each line goes by the one window, of those that hold it, whose layout
is the clearest. A line that was cut within a sentence says what lengths it can have been cut at:
it fitted, and what stands at the next line's start did not.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from ... import chars
from ...lines import Lines, Tail, width
from ...patterns import regex

WINDOW: Final = 24  # lines whose widths are looked at together
STEP: Final = 6
SHORTEST: Final = 16  # cells: nobody sets prose in narrower columns
LONGEST_PIECE: Final = 24  # cells that may stay empty before a Latin word
LONGEST: Final = 100_000  # cells of a line that may have been wrapped: nobody sets wider columns
WRAPPED: Final = 2.0  # weight from which lines count as wrapped
_FEWEST: Final = 2  # lines that must have been cut within words
_THIN: Final = 1.0  # weight from which lines that wait for more are asked, too
_PROSE: Final = 20  # cells: lines of verse are shorter
INDENT: Final = 4  # cells of a first line's indent, which OCR often leaves out

_CUT: Final = Tail.CUT
_ENDED: Final = Tail.ENDED
_HANGING: Final = chars.PAUSES + chars.STOPS + chars.CLOSING + "%"
# Opening marks, a Latin word or one character, and the marks behind it.
_PIECE: Final = regex(
    f"[{re.escape(''.join(sorted(chars.NO_LINE_END)))}]*(?:[!-~]+|.)[{re.escape(''.join(sorted(chars.NO_LINE_START)))}]*",
    re.S,
)


class Measure(NamedTuple):
    """The line length of a stretch of lines, in cells, and the weight of the evidence that they are wrapped at it."""

    cells: int
    weight: float


# From the first of these cells up to the second, and, if the third, also as much wider as an indent that was lost.
Lengths = tuple[int, int, bool]
UNCLEAR: Final = Measure(0, -99.0)


def needs(bodies: Iterable[str]) -> list[int]:
    """`need` of each, by the million."""
    never = chars.NO_LINE_START
    return [2 if "\u4e00" <= body[0] <= "\u9fff" and body[1:2] not in never else need(body) for body in bodies]


def need(body: str) -> int:
    """Cells that a line's first unbreakable piece takes: it may not part from its marks, nor a Latin word be cut."""
    first = body[0]
    if first >= "\u3400" and first not in chars.NO_LINE_END and body[1:2] not in chars.NO_LINE_START:
        return 2
    piece = _PIECE.match(body, 0, LONGEST_PIECE)
    return width(piece[0]) if piece else 2


class _Votes(dict[Lengths, str]):
    """What a line votes for: the lengths it can have been cut at, each as the character with that number."""

    def __missing__(self, cut: Lengths) -> str:
        low, high, again = cut
        lost = range(max(high, low + INDENT), high + INDENT) if again else ()
        self[cut] = "".join(map(chr, (*range(low, high), *lost)))
        return self[cut]


def _lengths(lines: Lines, widths: Sequence[int], tails: Sequence[Tail], needs: Sequence[int]) -> list[Lengths | None]:
    """The lengths at which each line can have been cut; None for one that ends a sentence."""
    before, following = chain((_ENDED,), tails), chain(lines.blanks[1:], (1,))
    return [
        (low, low + piece, not indent and (ended is _ENDED or (blanks > 0 and not more)))
        if kind is _CUT and SHORTEST <= low < LONGEST
        else None
        for kind, low, piece, indent, ended, blanks, more in zip(
            tails, widths, needs[1:], lines.indents, before, lines.blanks, following, strict=False
        )
    ]


def measures(lines: Lines, widths: Sequence[int], tails: Sequence[Tail], needs: Sequence[int]) -> list[Measure]:
    """The measure that holds for each line."""
    count = len(lines)
    lengths, known = _lengths(lines, widths, tails, needs), _Votes()
    votes = [known[cut] if cut else "" for cut in lengths]
    groups = [votes[i : i + STEP] for i in range(0, count, STEP)]
    joined, voting = list(map("".join, groups)), [len(group) - group.count("") for group in groups]
    found: list[Measure] = []  # of the window that ends with each group
    for n in range(1, len(groups) + 1):
        stop = min(n * STEP, count)
        start = max(0, stop - WINDOW)
        if stop == n * STEP:
            window, voters = "".join(joined[start // STEP : n]), sum(voting[start // STEP : n])
        else:  # the last lines make no whole group
            window, voters = "".join(votes[start:]), count - start - votes[start:].count("")
        best = UNCLEAR
        if voters >= _FEWEST:
            length = max(sorted(set(window)), key=window.count)  # of several the shortest
            best = _weighed(range(start, stop), ord(length), window.count(length), voters, lines, widths, tails, needs)
        found.append(best)
    weight, windows = itemgetter(1), WINDOW // STEP
    return _with_neighbours([max(found[n : n + windows], key=weight) for n in range(len(groups))], lengths)


def _weighed(
    near: range,
    cells: int,
    most: int,
    voters: int,
    lines: Lines,
    widths: Sequence[int],
    tails: Sequence[Tail],
    needs: Sequence[int],
) -> Measure:
    """The measure of a window for which most of its voters voted, with its weight; UNCLEAR where that is too small."""
    weight = most - 1 - 0.5 * (voters - most)
    if _THIN <= weight < WRAPPED:
        weight += _waiting(near, cells, widths, tails, needs)
    if weight < WRAPPED:
        return UNCLEAR
    if max(widths[near.start : near.stop]) > cells + 2:
        for k in near:
            if widths[k] > cells + 2:
                over = widths[k] - (_hanging(lines.bodies[k]) if tails[k] is not _CUT else 0) - cells
                weight -= (over > 2) + (over > 8)
    return Measure(cells, weight)


def _waiting(near: range, cells: int, widths: Sequence[int], tails: Sequence[Tail], needs: Sequence[int]) -> float:
    """What lines that end with a comma add to the weight of a measure: nobody can tell where these were cut, but those
    that fill it, and no others, hint at it."""
    if cells < _PROSE:
        return 0.0
    waiting = [i for i in near if tails[i] is Tail.OPEN]
    full = sum(widths[i] <= cells + 2 and widths[i] + needs[i + 1] > cells for i in waiting)
    return full - 0.5 * (len(waiting) - full)


def _with_neighbours(best: Sequence[Measure], lengths: Sequence[Lengths | None]) -> list[Measure]:
    """The measure of each line: its stretch's, or where it was not cut at that one but at the next stretch's, that."""
    out: list[Measure] = []
    cells = [0, *(measure.cells for measure in best), 0]
    for g, own in enumerate(best):
        lines = lengths[g * STEP : (g + 1) * STEP]
        if cells[g] == own.cells == cells[g + 2]:
            out += [own] * len(lines)
            continue
        others = [best[k] for k in (g - 1, g + 1) if 0 <= k < len(best) and best[k].cells != own.cells]
        others = [other for other in others if other.weight >= WRAPPED]
        out += (_fitting(own, others, cut) if cut else own for cut in lines) if others else [own] * len(lines)
    return out


def _fitting(own: Measure, others: Sequence[Measure], cut: Lengths) -> Measure:
    low, high, again = cut
    lost = INDENT if again else 0
    if low <= own.cells < high + lost:
        return own
    return next((other for other in others if low <= other.cells < high + lost), own)


def _hanging(body: str) -> int:
    """Width of the marks at a line's end, which may hang out of the type area."""
    return 2 * (len(body) - len(body.rstrip(_HANGING)))
