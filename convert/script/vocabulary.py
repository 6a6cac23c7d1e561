"""Regional vocabulary: words that are not the same word everywhere, as terms.txt holds them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from ..style import Script

_COLUMN: Final[Mapping[Script, int]] = {"hans": 0, "tw": 1, "hk": 2}


@cache
def vocabulary(script: Script) -> Mapping[str, str]:
    """Words of the other regions with the word of this one. Simplified and Traditional spellings are both keys."""
    if script not in _COLUMN:
        return {}
    out: dict[str, str] = {}
    column = _COLUMN[script]
    for line in files(__package__).joinpath("terms.txt").read_text("utf-8").splitlines():
        words = line.split()
        if words and not line.startswith("#"):
            out |= {word: words[column] for word in words if word != words[column]}
    return out
