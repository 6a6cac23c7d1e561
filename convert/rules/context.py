"""What holds for a whole text, found out once: the settings, its script, whose punctuation it keeps; words to keep."""

from collections.abc import Sequence

from ..config import CleanSettings
from ..region import written
from ..text import Span
from .rule import Context


def resolve(value: str, settings: CleanSettings) -> Context:
    """The context of a text under some settings; what they leave to "auto" is read from the text."""
    found = written(value)
    return Context(settings, found.region if settings.profile == "auto" else settings.profile, found.script)


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
