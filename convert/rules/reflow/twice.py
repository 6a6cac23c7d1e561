"""Text that was wrapped, and then blindly again by counting characters: a short rest after each line that was cut."""

from itertools import compress, pairwise
from typing import Final

from ...lines import Line, Lines

FOLDED: Final = 48  # lines that are looked at together
SHORTEST: Final = 8  # characters


def cut_blindly(lines: Lines) -> set[int]:
    """The lines that the second wrapping cut: all of one length, a short rest after each."""
    if len(lines) < 2:
        return set()
    # from one line's start to the next's: a blank at a line's end was counted too
    starts, indents = lines.starts, lines.indents
    lengths = [after - start - 1 for start, after in pairwise(starts)]
    for i in compress(range(len(lengths)), lines.blanks[1:]):
        lengths[i] = len(indents[i]) + len(lines.bodies[i])
    lengths.append(len(indents[-1]) + len(lines.bodies[-1]))
    out: set[int] = set()
    for end in range(FOLDED, len(lines) + FOLDED, FOLDED):
        stop = min(end, len(lines) - 1)
        start = max(0, stop - FOLDED)
        longest = max(lengths[start:stop], default=0)
        if longest < SHORTEST:
            continue
        full = [i for i in range(start, stop) if lengths[i] == longest and len(indents[i + 1]) < 2]
        rests = sum(lengths[i + 1] <= longest // 4 for i in full)
        if rests >= 4 and 2 * rests > len(full):
            # a full line before another full one was short enough for both wrappings
            out.update(i for i in full if not lines.blanks[i + 1] and lengths[i + 1] < longest)
    return out


def blank_between(lines: Lines, i: int) -> str:
    """The blank that the cut after line `i` fell on: it stands at its end or at the next one's start."""
    end = lines.starts[i] + len(lines.indents[i]) + len(lines.bodies[i])
    return " " if lines.indents[i + 1] or lines.starts[i + 1] > end + 1 else ""


def cut_once(lines: Lines, blind: set[int]) -> tuple[Lines, list[int]]:
    """The lines as the first wrapping left them, and for each the number of the last line in it."""
    if not blind:
        return lines, list(range(len(lines)))
    out: list[Line] = []
    lasts: list[int] = []
    for i, line in enumerate(lines):
        if i - 1 in blind:
            start, indent, body, width, blanks = out[-1]
            between = blank_between(lines, i - 1)
            width += line.width - len(line.indent) + len(between)
            out[-1] = Line(start, indent, body + between + line.body, width, blanks)
            lasts[-1] = i
        else:
            out.append(line)
            lasts.append(i)
    return Lines.of(out), lasts
