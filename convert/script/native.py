"""Lines that are Traditional already: only what is Simplified in them is converted, and the region's glyphs put in."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from ..style import Script
from .choose import choices
from .glyphs import TRADITIONAL
from .opencc import converter

_HAN: Final = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]


_AROUND: Final = 200  # characters on each side that tell of a line which does not tell itself


@cache
def _classes() -> tuple[str, str]:
    """Characters that are Traditional only, and that are Simplified only."""
    to_hans = _by_character("t2s")
    to_hant = _by_character("s2t")
    traditional = [ch for ch in _HAN if to_hans[ch] != ch and not _in_charset(ch, "gb2312")]
    simplified = [ch for ch in _HAN if to_hant[ch] != ch and not _in_charset(ch, "big5")]
    return "".join(traditional), "".join(simplified)


@cache
def _patterns(seconding: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Characters that are Traditional only, those and the seconding ones, and those that are Simplified only."""
    traditional, simplified = _classes()
    return re.compile(f"[{traditional}]"), re.compile(f"[{traditional}{seconding}]"), re.compile(f"[{simplified}]")


def _by_character(config: str) -> dict[str, str]:
    return dict(zip(_HAN, converter(config).convert("\n".join(_HAN)).split("\n"), strict=True))


def _in_charset(ch: str, charset: str) -> bool:
    try:
        ch.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def native_lines(text: str, seconding: str = "") -> Iterator[tuple[int, int]]:
    """The spans of the lines that are Traditional: Traditional-only characters outnumber Simplified-only ones.

    `seconding` are characters that Simplified has too, but seldom: they count with others, and a line that has
    nothing else to tell goes with the text around it.
    """
    traditional, counted, simplified = _patterns(seconding)
    at = 0
    while match := counted.search(text, at):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", start)
        end = at = len(text) if end < 0 else end
        left, right = start, end
        if not traditional.search(text, start, end):
            left, right = max(0, start - _AROUND), end + _AROUND
            if not traditional.search(text, left, right):
                continue
        if len(counted.findall(text, left, right)) > len(simplified.findall(text, left, right)):
            yield start, end


def kept(text: str, out: str, start: int, end: int, script: Script) -> Iterator[tuple[int, int, str]]:
    """What a Traditional line has, in the region's glyphs, where OpenCC made it something else."""
    simplified, line = _classes()[1], text[start:end]
    wanted = line.translate(TRADITIONAL[script])
    if script == "hk" and "著" in line:  # Hong Kong has its 着 where the mainland has it
        chars = list(wanted)
        for choice in choices(line, "hans"):
            if line[choice.at] == "著" and choice.form:
                chars[choice.at] = choice.form
        wanted = "".join(chars)
    for at, (have, want) in enumerate(zip(line, wanted, strict=True), start):
        if want != out[at] and (want != have or have not in simplified):
            yield at, at + 1, want
