"""Lines with their places on a page, laid out as the text that the cleaner knows how to read.

What the boxes show becomes what a careful typist would type: a line a line, U+3000 before an indented
one, a blank line where the lines stand further apart. Vertical lines are taken for what they are. The
blocks keep the order that the OCR program gave them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from .. import chars

_GAP: Final = 0.9  # em between two Chinese characters, above which a space was printed
_INDENT: Final = (1.2, 3.2)  # em: an indent of two, as measured
_APART: Final = 1.65  # of the usual distance of lines, above which a blank line was meant

Box = tuple[float, float, float, float]  # left, top, right, bottom


class PlacedWord(NamedTuple):
    """A word and its place; `apart` where the file says that a space stands before it."""

    text: str
    box: Box
    apart: bool = False


Page = list[list[tuple[Box, list[PlacedWord]]]]  # blocks of lines of words


@dataclass(frozen=True, slots=True)
class Word:
    """Characters in a row; `start` and `end` along the line."""

    text: str
    start: float
    end: float
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line: its place along the line's direction; across it `top`, growing as reading goes on, and size."""

    start: float
    end: float
    top: float
    size: float
    words: tuple[Word, ...]

    @property
    def cells(self) -> int:
        return sum(chars.width(word.text) for word in self.words)


def lines_of_page(page: Page) -> Iterator[str]:
    """The lines of a page, blocks parted by blank lines."""
    blocks = [[_row(line, vertical) for line in block] for block in page for vertical in [_is_vertical(block)]]
    rows = [row for block in blocks for row in block]
    if not rows:
        return
    em, pitch = _em(rows), _pitch(blocks)
    # What may be a speck of dirt must not part two lines of a paragraph: it goes to the end of the page.
    blocks.sort(key=lambda block: len(block) == 1 and block[0].cells <= 2 and block[0].size < em / 2)
    for n, block in enumerate(_in_one(blocks, pitch)):
        if n:
            yield ""
        yield from _block(block, em, pitch)


def _pitch(blocks: Sequence[Sequence[Row]]) -> float:
    """The usual distance of a page's lines, 0 where no block has two."""
    steps = [after.top - row.top for block in blocks for row, after in pairwise(block) if after.top > row.top]
    return median(steps) if steps else 0.0


def _in_one(blocks: Sequence[Sequence[Row]], pitch: float) -> list[list[Row]]:
    """Blocks, those made one that an OCR program parted although their lines follow one another in one column."""
    out: list[list[Row]] = []
    for block in blocks:
        if out and 0 < block[0].top - out[-1][-1].top <= _APART * pitch and _overlap(out[-1], block) > 0.5:
            out[-1] += block
        else:
            out.append(list(block))
    return out


def _overlap(one: Sequence[Row], other: Sequence[Row]) -> float:
    """How much of the narrower of two blocks lies over or under the other, as a share."""
    starts = [min(row.start for row in block) for block in (one, other)]
    ends = [max(row.end for row in block) for block in (one, other)]
    narrow = min(end - start for start, end in zip(starts, ends, strict=True))
    return (min(ends) - max(starts)) / narrow if narrow > 0 else 0.0


def _is_vertical(block: Sequence[tuple[Box, list[PlacedWord]]]) -> bool:
    """Whether the longer lines of a block are higher than they are wide."""
    long = [_around(line) for line in block if sum(len(word.text) for word in line[1]) > 2]
    return sum(box[3] - box[1] > 2 * (box[2] - box[0]) for box in long) * 2 > len(long)


def _around(line: tuple[Box, list[PlacedWord]]) -> Box:
    """The box of a line; of one that the file gives none, that around its words."""
    left, top, right, bottom = line[0]
    if right > left and bottom > top:
        return line[0]
    lefts, tops, rights, bottoms = zip(*(word.box for word in line[1]), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _row(line: tuple[Box, list[PlacedWord]], vertical: bool) -> Row:
    left, top, right, bottom = _around(line)
    if vertical:  # from top to bottom, and lines from right to left
        words = tuple(Word(text, box[1], box[3], apart) for text, box, apart in line[1])
        return Row(top, bottom, -right, right - left, words)
    return Row(left, right, top, bottom - top, tuple(Word(text, box[0], box[2], apart) for text, box, apart in line[1]))


def _em(rows: Sequence[Row]) -> float:
    """The width of a Chinese character on this page, from its longer lines."""
    sizes = [2 * (row.end - row.start) / row.cells for row in rows if row.cells >= 16]
    sizes = sizes or [2 * (row.end - row.start) / row.cells for row in rows if row.cells]
    return median(sizes) if sizes and median(sizes) > 0 else 1.0


def _block(rows: Sequence[Row], em: float, pitch: float) -> Iterator[str]:
    left = _margin(rows, em)
    before: Row | None = None
    for row in rows:
        if before and pitch and row.top - before.top > _APART * pitch:
            yield ""
        yield _indent((row.start - left) / em) + _text(row, em)
        before = row


def _margin(rows: Sequence[Row], em: float) -> float:
    """Where most lines of a block begin: the leftmost place that at least a fifth of them share."""
    starts = sorted(row.start for row in rows)
    for start in starts:
        if sum(start <= other <= start + em / 2 for other in starts) * 5 >= len(starts):
            return start
    return starts[0]


def _indent(ems: float) -> str:
    """The indent as ideographic spaces: two for a paragraph's, more for a centred line."""
    if ems < _INDENT[0]:
        return ""
    return chars.IDEOGRAPHIC_SPACE * (2 if ems < _INDENT[1] else round(ems))


def _text(row: Row, em: float) -> str:
    """The words of a line; a space stands between Western words, and where one was printed between Chinese ones."""
    out = ""
    last: Word | None = None
    for word in row.words:
        if last:
            western = last.text[-1].isascii() and word.text[0].isascii()
            marks = last.text[-1] in chars.FULLWIDTH_MARKS or word.text[0] in chars.FULLWIDTH_MARKS
            if (western and (word.apart or word.start > last.end)) or (not marks and word.start - last.end > _GAP * em):
                out += " "
        out += word.text
        last = word
    return out
