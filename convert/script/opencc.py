"""OpenCC, one character for one."""

from functools import cache
from typing import Any, Final

from ..patterns import regex

_SURROGATES: Final = regex("([\ud800-\udfff]+)")
_PIECES: Final = regex(r"(\n|[，。！？；：])")


@cache
def converter(config: str) -> Any:
    """The converter of a configuration of OpenCC's own, made once."""
    from opencc import OpenCC

    return OpenCC(config)


def convert_evenly(text: str, config: str) -> str:
    """A text as OpenCC converts it, always as long as it was, so that offsets hold.

    Where a phrase changes its length the clause around it is converted character by character. A lone surrogate is no
    character of any script, and OpenCC takes none: it stays.
    """
    try:
        out: str = converter(config).convert(text)
    except UnicodeEncodeError:
        pieces = _SURROGATES.split(text)
        return "".join(p if i % 2 else convert_evenly(p, config) for i, p in enumerate(pieces))
    if len(out) == len(text):
        return out
    clauses = _PIECES.split(text)
    if len(clauses) > 1:
        return "".join(convert_evenly(clause, config) for clause in clauses)
    each = [converter(config).convert(ch) for ch in text]
    return "".join(new if len(new) == 1 else old for old, new in zip(text, each, strict=True))
