"""Lines that are Traditional already: only what is Simplified in them is converted."""

import re
from collections.abc import Iterator
from functools import cache

from .opencc import converter

_HAN = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]


# Glyphs that are one character everywhere, which each region writes in its own way.
_REGIONAL = "裏爲羣麪着衆峯綫説啓僞喫"


@cache
def _classes() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Characters that are Traditional only, that are Simplified only, and what may change in a Traditional line."""
    to_hans = _by_character("t2s")
    to_hant = _by_character("s2t")
    traditional = [ch for ch in _HAN if to_hans[ch] != ch and not _in_charset(ch, "gb2312")]
    simplified = [ch for ch in _HAN if to_hant[ch] != ch and not _in_charset(ch, "big5")]
    changing = frozenset([*simplified, *_REGIONAL])
    return re.compile(f"[{''.join(traditional)}]"), re.compile(f"[{''.join(simplified)}]"), changing


def _by_character(config: str) -> dict[str, str]:
    return dict(zip(_HAN, converter(config).convert("\n".join(_HAN)).split("\n"), strict=True))


def _in_charset(ch: str, charset: str) -> bool:
    try:
        ch.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def native_lines(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines that are Traditional: Traditional-only characters outnumber Simplified-only ones."""
    traditional, simplified, _ = _classes()
    at = 0
    while match := traditional.search(text, at):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", start)
        end = at = len(text) if end < 0 else end
        if len(traditional.findall(text, start, end)) > len(simplified.findall(text, start, end)):
            yield start, end


def kept(text: str, out: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What of a Traditional line must stay as it is though OpenCC changed it."""
    changing = _classes()[2]
    for at in range(start, end):
        if out[at] != text[at] and text[at] not in changing:
            yield at, at + 1, text[at]
