"""What holds for a whole text, found out once: its script, and whose punctuation it keeps."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from ..config import CleanSettings
from ..text import Span
from .rule import Context, TextScript

# The commonest characters that are written in one script alone, pairs in the same order.
_SIMPLIFIED: Final = "们这个来说时国会对发为学还没过动开经么实现问与关点业进长门头见间书话给让从电"
_TRADITIONAL: Final = "們這個來說時國會對發為學還沒過動開經麼實現問與關點業進長門頭見間書話給讓從電"
# Forms that Hong Kong writes and Taiwan does not, with Taiwan's.
_HONGKONG: Final = "裏着綫説為台嘅咗啲喺"
_TAIWAN: Final = "裡著線說爲臺"
_SAMPLE: Final = 20_000  # characters looked at in each of five places
_PREVAILS: Final = 0.85


def resolve(value: str, settings: CleanSettings) -> Context:
    """The context of a text under some settings; what they leave to "auto" is read from the text."""
    counts = Counter(_sample(value))
    script = _script(counts)
    profile = settings.profile if settings.profile != "auto" else _profile(counts, script)
    return Context(settings, profile, script)


def _sample(value: str) -> str:
    step = len(value) // 5
    if step <= _SAMPLE:
        return value
    return "".join(value[k * step : k * step + _SAMPLE] for k in range(5))


def _total(counts: Mapping[str, int], characters: str) -> int:
    return sum(counts[ch] for ch in set(characters) if ch in counts)


def _script(counts: Mapping[str, int]) -> TextScript:
    hans, hant = _total(counts, _SIMPLIFIED), _total(counts, _TRADITIONAL)
    if hans >= _PREVAILS * (hans + hant):
        return "hans"
    return "hant" if hant >= _PREVAILS * (hans + hant) else "mixed"


def _profile(counts: Mapping[str, int], script: TextScript) -> Literal["mainland", "taiwan", "hongkong"]:
    corner, curly = _total(counts, "「」『』"), _total(counts, "“”")
    if script == "hans" or (script == "mixed" and curly > corner):
        return "mainland"
    return "hongkong" if _total(counts, _HONGKONG) > _total(counts, _TAIWAN) else "taiwan"


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
