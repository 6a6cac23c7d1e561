"""Line ends within a paragraph of a page or a Word file: what a line break there meant."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from .. import chars

_INDENT: Final = ("\u3000", "\u00a0")
_VERSE_LINE: Final = 40  # cells that a line of verse takes at most
_FEWEST: Final = 3  # lines of verse where nothing but their shortness tells it
_FIELD: Final = re.compile(r"[：:]\s*\S|[0-9]{3}|^[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、]")  # or an item, a figure
_SENTENCE: Final = re.compile(r"[。！？][^”’」』）]")  # ends within a line, as those of prose do


def unbroken(text: str, *, quoted: bool = False, loose: bool = False) -> tuple[str, list[str]]:
    r"""The role of a paragraph with line breaks, and its texts.

    "verse" for short lines: three and more, or two in a quotation (`quoted`); its text is one, and empty lines part
    stanzas. Else "paragraph": lines are joined, since a paragraph is one, and parted only where an empty line stands
    between or the next is indented, as pages do that know no other paragraphs; short lines of fields and figures
    (地址：…) are parted too. Text that stands `loose`, in no paragraph of its own, is also parted behind a sentence.

    >>> unbroken("老街改造工程今天启动，\n预计明年五月完工。")
    ('paragraph', ['老街改造工程今天启动，预计明年五月完工。'])
    """
    lines = text.split("\n")
    whole = [line.strip(chars.BLANKS) for line in lines]
    filled = [line for line in whole if line]
    short = all(chars.width(line) <= _VERSE_LINE for line in filled)
    indents = {line.startswith(_INDENT) for line in lines if line.strip(chars.BLANKS)}
    fields = any(map(_FIELD.search, filled))
    flows = fields or any(map(_SENTENCE.search, filled))
    if short and not flows and len(indents) == 1 and len(filled) >= (2 if quoted else _FEWEST):
        stanzas = ["\n".join(run) for blank, run in groupby(whole, key=lambda line: not line) if not blank]
        return "verse", ["\n\n".join(stanzas)]
    if short and fields and len(filled) >= _FEWEST:
        return "paragraph", filled
    return "paragraph", _paragraphs(lines, loose)


def _paragraphs(lines: Sequence[str], loose: bool) -> list[str]:
    out: list[str] = []
    after_blank = True
    for line in lines:
        text = line.strip(chars.BLANKS)
        if text and (after_blank or line.startswith(_INDENT) or (loose and out[-1][-1] in chars.TERMINAL)):
            out.append(text)
        elif text:
            out[-1] += _between(out[-1][-1], text[0]) + text
        after_blank = not text
    return out


def _between(left: str, right: str) -> str:
    """What a line end stands for: nothing next to a Chinese character, else a space."""
    return " " if chars.cells(left) == chars.cells(right) == 1 else ""
