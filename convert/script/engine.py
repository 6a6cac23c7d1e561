"""A text in another script: OpenCC, the decisions that stand on it, and the words that win over both."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from ..style import Script
from .choose import choices
from .contexts import contexts_of
from .glyphs import pressed
from .lexicon import entries
from .native import kept, native_lines
from .opencc import convert_evenly, converter
from .vocabulary import vocabulary

_CONFIG: Final[Mapping[Script, str]] = {"hans": "t2s", "hant": "s2tw", "tw": "s2tw", "hk": "s2hk"}
_PRESS_FORMS: Final = {"洩": "洩"}  # the list has 泄 alone


class Doubt(NamedTuple):
    """A weak decision: the place in the text as it was given, the form taken, the other forms, and the reason."""

    at: int
    form: str
    others: tuple[str, ...]
    reason: str


class Converter:
    """A script with the words that win: `terms` with their form, `keep` as they are; of two at one place the longer.

    `regional` adds the region's own vocabulary (軟件, 軟體), which is a choice of words, not of script.
    """

    def __init__(
        self, script: Script, terms: Mapping[str, str] | None = None, keep: Sequence[str] = (), regional: bool = False
    ) -> None:
        self.script = script
        self.doubts: list[Doubt] = []  # of the last text converted
        own = {**(vocabulary(script) if regional else {}), **dict.fromkeys(keep), **(terms or {})}
        self._own = {word: word if to is None else to for word, to in own.items() if word}
        longest_first = sorted(self._own, key=len, reverse=True)
        self.even = all(len(word) == len(to) for word, to in self._own.items())  # whether offsets hold
        self._pattern = re.compile("|".join(map(re.escape, longest_first))) if self._own else None

    def convert(self, text: str) -> str:
        """The text in the script, quotation marks aside; what was not sure is then in `doubts`."""
        self.doubts = []
        if self.script == "keep" or not text:
            return text
        out = pressed(convert_evenly(text, _CONFIG[self.script]), self.script)
        changes = list(self._forms(text, out))
        return _spliced(out, self._with_own(text, changes))

    def _with_own(self, text: str, changes: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """The changes with the user's words, in order; what falls within such a word is dropped."""
        if self._pattern is None:
            return changes
        own = [(m.start(), m.end(), self._own[m[0]]) for m in self._pattern.finditer(text)]
        if not own:
            return changes
        inside = {at for start, end, _ in own for at in range(start, end)}
        self.doubts = [doubt for doubt in self.doubts if doubt.at not in inside]
        return sorted([change for change in changes if change[0] not in inside] + own)

    def _forms(self, text: str, out: str) -> Iterator[tuple[int, int, str]]:
        """Where OpenCC's form is not the one to be taken.

        To Traditional the lines are looked at that are not Traditional yet, to Simplified those that are.
        """
        glyphs, alone, table = _glyphs(self.script), _alone(self.script), entries(self.script)
        to_hans = self.script == "hans"
        native = native_lines(text, "著" if to_hans else "")  # in every second line outside the mainland
        nowhere = (len(text), len(text))
        start, end = next(native, nowhere)
        for at, form, doubt, by_default in choices(text, self.script):
            while at >= end:
                yield from () if to_hans else kept(text, out, start, end, self.script)
                start, end = next(native, nowhere)
            if (at >= start) != to_hans:
                continue
            taken = glyphs[form] if form else out[at]
            if taken != out[at]:
                yield at, at + 1, taken
                if by_default and not table[text[at]].firm:
                    doubt = doubt or "OpenCC decides otherwise"
            elif form is None and taken != alone[text[at]]:
                doubt = ""  # a phrase that OpenCC knows
            if doubt:
                others = dict.fromkeys([*(glyphs[other] for other in table[text[at]].forms), out[at]])
                self.doubts.append(Doubt(at, taken, tuple(o for o in others if o != taken), doubt))
        for line in () if to_hans else ((start, end), *native):
            yield from kept(text, out, *line, self.script)


def _spliced(out: str, changes: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    last = 0
    for start, end, new in changes:
        pieces += out[last:start], new
        last = end
    return "".join(pieces) + out[last:]


@cache
def _alone(script: Script) -> dict[str, str]:
    """The characters of the word list as OpenCC has them where no phrase decides."""
    chars = list(entries(script))
    alone: str = converter(_CONFIG[script]).convert("\n".join(chars))
    return dict(zip(chars, pressed(alone, script).split("\n"), strict=True))


@cache
def _glyphs(script: Script) -> dict[str, str]:
    """The forms of the word list and the rules, as a region writes them."""
    forms = {form for entry in entries(script).values() for form in entry.forms}
    forms |= {context.form for contexts in contexts_of(script).values() for context in contexts if context.form}
    given = sorted(forms)
    if script != "hk":
        return dict(zip(given, given, strict=True))
    apart = "\n".join(given)  # or neighbours would make a word
    standard = converter("t2hk").convert(converter("tw2t").convert(apart))
    return {**dict(zip(given, pressed(standard, script).split("\n"), strict=True)), **_PRESS_FORMS}
