"""The line ends of a text, of a long one in shares: each is a task of its own, and finds what the whole would."""

from collections.abc import Collection
from functools import partial
from typing import Final

from ...lines import Lines
from ...parallel import in_parallel
from ..rule import Context
from .cues import BLOCK
from .decide import joins
from .page import Page

_SHARE: Final = 400  # blocks of lines that are worth a process

# The lines that go on in the next with their log odds, those that may, and of the first those in pages of squares.
Weighed = tuple[dict[int, float], set[int], list[int]]


def weigh(lines: Lines, near: set[int] | None, context: Context) -> Weighed:
    """What is found at the ends of all lines, or of those of some blocks."""
    shares = _shares(len(lines), context.jobs) if near is None else []
    if len(shares) < 2:
        return _joins(lines, near, context)
    found, balanced, squares = dict[int, float](), set[int](), list[int]()
    for some in in_parallel([partial(_share, lines, share, context) for share in shares], context.jobs):
        found.update(some[0])
        balanced |= some[1]
        squares += some[2]
    return found, balanced, squares


def _joins(lines: Lines, near: Collection[int] | None, context: Context) -> Weighed:
    page = Page(lines, near, context.narrow_marks)
    found, balanced = joins(page, near)
    return found, balanced, page.in_squares(found)


def _shares(count: int, jobs: int) -> list[range]:
    """The blocks of so many lines in even shares, one for each process."""
    blocks = -(-count // BLOCK)
    size = -(-blocks // max(1, min(jobs, blocks // _SHARE))) or 1
    return [range(first, min(first + size, blocks)) for first in range(0, blocks, size)]


def _share(lines: Lines, share: range, context: Context) -> Weighed:
    """What `_joins` says of a share of the blocks, those beside it looked at for what they tell."""
    beside = range(max(0, share.start - 1), min(share.stop + 1, -(-len(lines) // BLOCK)))
    found, balanced, squares = _joins(lines, beside, context)
    inside = range(share.start * BLOCK, share.stop * BLOCK)
    return (
        {i: total for i, total in found.items() if i in inside},
        {i for i in balanced if i in inside},
        [i for i in squares if i in inside],
    )
