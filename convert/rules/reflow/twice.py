"""Text that was wrapped, and then blindly again by counting characters: a short rest after each line that was cut."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ...lines import Line

FOLDED: Final = 48  # lines that are looked at together
SHORTEST: Final = 8  # characters


def cut_blindly(lines: Sequence[Line]) -> set[int]:
    """The lines that the second wrapping cut: all of one length, a short rest after each."""
    if len(lines) < 2:
        return set()
    # from one line's start to the next's: a blank at a line's end was counted too
    lengths = [
        after.start - line.start - 1 if not after.blanks_before else len(line.indent) + len(line.body)
        for line, after in pairwise(lines)
    ]
    lengths.append(len(lines[-1].indent) + len(lines[-1].body))
    out: set[int] = set()
    for end in range(FOLDED, len(lines) + FOLDED, FOLDED):
        stop = min(end, len(lines) - 1)
        start = max(0, stop - FOLDED)
        longest = max(lengths[start:stop], default=0)
        if longest < SHORTEST:
            continue
        full = [i for i in range(start, stop) if lengths[i] == longest and len(lines[i + 1].indent) < 2]
        rests = sum(lengths[i + 1] <= longest // 4 for i in full)
        if rests >= 4 and 2 * rests > len(full):
            # a full line before another full one was short enough for both wrappings
            out.update(i for i in full if not lines[i + 1].blanks_before and lengths[i + 1] < longest)
    return out


def blank_between(a: Line, b: Line) -> str:
    """The blank that the cut between two lines fell on: it stands at the end of the one or the start of the other."""
    return " " if b.indent or b.start > a.end + 1 else ""


def cut_once(lines: Sequence[Line], blind: set[int]) -> tuple[list[Line], list[int]]:
    """The lines as the first wrapping left them, and for each the number of the last line in it."""
    if not blind:
        return list(lines), list(range(len(lines)))
    out: list[Line] = []
    lasts: list[int] = []
    for i, line in enumerate(lines):
        if i - 1 in blind:
            start, indent, body, width, blanks = out[-1]
            between = blank_between(lines[i - 1], line)
            width += line.width - len(line.indent) + len(between)
            out[-1] = Line(start, indent, body + between + line.body, width, blanks)
            lasts[-1] = i
        else:
            out.append(line)
            lasts.append(i)
    return out, lasts
