"""The one-to-many characters and the words that decide them, as forms.txt holds them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from ..style import Script

LONGEST: Final = 6  # characters of the longest word read


@dataclass(slots=True)
class Entry:
    """One character: the form it takes in no listed word (None: as OpenCC has it), and its words.

    `words` gives for each word its form and its weight; `lengths` the lengths that occur, longest first; `pairs` the
    character with a neighbour, as words have them, so that most places are passed over quickly; `forms` all forms that
    are listed. Where no word stands about it, the character could as well be another if it is `open`; if
    `firm`, OpenCC's own opinion raises no doubt.
    """

    default: str | None
    open: bool
    firm: bool
    words: dict[str, tuple[str, int]] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    pairs: frozenset[str] = frozenset()
    forms: tuple[str, ...] = ()


@cache
def entries(script: Script) -> dict[str, Entry]:
    """All entries of forms.txt for a script, by character. ValueError where the file is not well formed."""
    out: dict[str, Entry] = {}
    for (char, *defaults), *lines in _blocks():
        if len(char) != 1 or char in out or not defaults:
            raise ValueError(f"forms.txt: {char} is no character with a form, or has a block already")
        default = defaults[0]
        forms = (_form(form.rstrip("?!"), script) for form in defaults)
        known = next((form for form in forms if form), "=")
        entry = out[char] = Entry(None if known == "=" else known, default.endswith("?"), default.endswith("!"))
        for form, *words in lines:
            here = _form(form, script)
            for word in words if here else ():
                plain = word.rstrip("!")
                if char not in plain or not 2 <= len(plain) <= LONGEST:
                    raise ValueError(f"forms.txt: {word} is no word with {char}")
                entry.words[plain] = here, len(word)
                if "着" in plain:  # what was Traditional once keeps its 著
                    entry.words[plain.replace("着", "著")] = here, len(word)
        entry.lengths = tuple(sorted({len(word) for word in entry.words}, reverse=True))
        entry.pairs = frozenset(pair for word in entry.words for a, b in pairwise(word) if char in (pair := a + b))
        listed = (entry.default, *(form for form, _ in entry.words.values()))
        entry.forms = tuple(form for form in dict.fromkeys(listed) if form)
    return {char: entry for char, entry in out.items() if entry.forms or script != "hans"}


def _blocks() -> Iterator[list[list[str]]]:
    """The lines of each block, cut at blanks; comments left out."""
    text = files(__package__).joinpath("forms.txt").read_text("utf-8")
    for block in text.split("\n\n"):
        lines = [line.split() for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield lines


def _form(form: str, script: Script) -> str:
    """The form itself, or nothing where it names other scripts (義/tw); without a name it is for all Traditional."""
    form, _, scripts = form.partition("/")
    return form if script in (scripts.split(",") if scripts else ("hant", "tw", "hk")) else ""
