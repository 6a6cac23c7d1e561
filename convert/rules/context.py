"""What holds for a whole text, found out once: the settings, its script, whose punctuation it keeps; words to keep."""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from .. import chars
from ..config import CleanSettings
from ..patterns import regex
from ..region import written
from ..text import Span
from .rule import Context

_NARROW: Final = regex(f"[,;:.](?<=[{chars.HAN_CLASS}].)[\n{chars.HAN_CLASS}]")
_SEVERAL: Final = 3


def resolve(value: str, settings: CleanSettings, jobs: int = 1) -> Context:
    """The context of a text under some settings; what they leave to "auto" is read from the text."""
    found = written(value)
    profile = found.region if settings.profile == "auto" else settings.profile
    return Context(settings, profile, found.script, has_narrow_marks(value), jobs)


def has_narrow_marks(value: str) -> bool:
    """Whether half-width marks stand between ideographs, more than by accident."""
    narrow = _NARROW.finditer(value) if "," in value else ()
    return sum(1 for _ in islice(narrow, _SEVERAL)) == _SEVERAL


def spans_of(value: str, words: Sequence[str]) -> list[Span]:
    """Where the words stand, in order, overlapping ones as one span."""
    found = []
    for word in words:
        at = value.find(word) if word else -1
        while at >= 0:
            found.append((at, at + len(word)))
            at = value.find(word, at + len(word))
    out: list[Span] = []
    for start, end in sorted(found):
        if out and start < out[-1].end:
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Span(start, end))
    return out
