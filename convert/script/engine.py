"""OpenCC, with the words that win over it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from ..style import Script

_CONFIG: Final[Mapping[Script, str]] = {"hans": "t2s", "hant": "s2tw", "tw": "s2tw", "hk": "s2hk"}
# Stands for a word of the user's own while OpenCC converts the text around it: a noncharacter, which no text may hold.
_PLACE: Final = "\ufdd0"


@cache
def _opencc(config: str) -> Any:
    from opencc import OpenCC

    return OpenCC(config)


def convert(text: str, script: Script, terms: Mapping[str, str], keep: Sequence[str]) -> str:
    """A text in another script, quotation marks aside. `terms` and `keep` win; of two at one place the longer."""
    if script == "keep" or not text:
        return text
    converter = _opencc(_CONFIG[script])
    words = {
        **{word: word for word in keep if word},
        **{word: to for word, to in terms.items() if word},
        _PLACE: _PLACE,
    }
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    own: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        own.append(words[match[0]])
        return _PLACE

    text = re.sub(pattern, set_aside, text)
    # A lone surrogate is no character of any script, and OpenCC takes none.
    pieces = re.split("([\ud800-\udfff]+)", text)
    out = "".join(piece if i % 2 else converter.convert(piece) for i, piece in enumerate(pieces))
    return re.sub(_PLACE, lambda _: own.pop(0), out) if own else out
