"""The lines above an article's body: which is kicker, headline, deck, label."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .. import chars
from . import signs
from .labels import Labelled

_DECK_LONGER: Final = 1.5  # times as wide as the line above it


@dataclass(slots=True)
class Heads:
    """The title fields of an article, as lines."""

    headline: str | None = None
    kicker: str | None = None
    label: str | None = None
    deck: tuple[str, ...] = ()


def read_heads(lines: Sequence[Labelled]) -> Heads:
    """The title fields of a group of head and label lines, in the order printed."""
    labels = [item.body for item in lines if item.kind == "label"]
    titles = [item.body for item in lines if item.kind != "label"]
    heads = Heads(label=" ".join(labels) or None)
    if not titles:
        return heads
    main = _main_line(titles)
    heads.kicker = " ".join(titles[:main]) or None
    heads.headline = titles[main]
    heads.deck = tuple(titles[main + 1 :])
    tail = signs.column_tail(heads.headline)
    if tail and not heads.label:
        heads.label = tail
        heads.headline = heads.headline[: -len(tail)].rstrip()
    return heads


def _main_line(titles: Sequence[str]) -> int:
    """Which of the title lines is the headline."""
    if len(titles) == 1:
        return 0
    if signs.KICKER_END.search(titles[0]):
        return 1
    if signs.DECK_START.match(titles[1]):
        return 0
    if len(titles) >= 3:
        return 1
    return 0 if chars.width(titles[1]) >= _DECK_LONGER * chars.width(titles[0]) else 1
