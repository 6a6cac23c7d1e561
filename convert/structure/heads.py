"""The lines above an article's body: which is kicker, headline, deck, label."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .. import chars
from . import signs
from .labels import Labelled
from .titles import LEAD, are_one_call, by_marks, main_by, main_line, names_column, weighed

_GROUNDS: Final = 4  # pieces of evidence that are told
_BRIEFS: Final = 6  # characters of the name of a column of briefs


@dataclass(slots=True)
class Heads:
    """The title fields of an article."""

    headline: str | None = None
    kicker: str | None = None
    label: str | None = None
    deck: tuple[str, ...] = ()


def read_heads(lines: Sequence[Labelled], body: Sequence[Labelled] = ()) -> Heads:
    """The title fields of a group of head and label lines, by their words and by what the text below tells again."""
    labels = [item.body for item in lines if item.kind == "label"]
    titles = [item for item in lines if item.kind != "label"]
    if labels and not titles:
        return Heads(headline=labels[-1], label=" ".join(labels[:-1]) or None)
    heads = Heads(label=" ".join(labels) or None)
    if not titles:
        return heads
    main = _said(titles)
    if main is None:
        main = _weighed_main(titles, body)
    first = titles[0].words
    column = names_column(first) or (len(first) <= _BRIEFS and signs.BRIEFS.search(first))
    if len(titles) > 1 and column and (main or signs.BRIEFS.search(first)) and not heads.label and not titles[0].role:
        heads.label = titles[0].body
        titles = titles[1:]
        main = main_line([item.body for item in titles], _lead(body))
    heads.kicker = " ".join(item.body for item in titles[:main]) or None
    end = main + 2 if _goes_over_two_lines(titles, main) else main + 1
    heads.headline = " ".join(item.body for item in titles[main:end])
    heads.deck = tuple(item.body for item in titles[end:])
    found = signs.LABEL_BEFORE.match(signs.plain(heads.headline))
    if found and not heads.label:
        heads.label, heads.headline = heads.headline[: found.end("label")], heads.headline[found.end() :]
    tail = signs.column_tail(heads.headline)
    if tail and not heads.label:
        heads.label = tail
        heads.headline = heads.headline[: -len(tail)].rstrip(chars.BLANKS)
    return heads


def _lead(body: Sequence[Labelled]) -> str:
    """The beginning of the text below title lines, signs made plain."""
    lead = ""
    for item in body:
        if item.kind == "prose":
            lead += item.words[: LEAD - len(lead)]
        if len(lead) >= LEAD:
            break
    return lead


def _weighed_main(titles: Sequence[Labelled], body: Sequence[Labelled]) -> int:
    """Which title line is the headline by marks or words; with the first stands what made it kicker or headline."""
    words = [item.body for item in titles]
    sure = by_marks(words)
    if sure is not None:
        return sure
    evidence = weighed(words, _lead(body))
    grounds = ", ".join(f"{weight:+.1f} {name}" for weight, name in evidence[:_GROUNDS])
    titles[0].why.append(f"weighed as a kicker ({grounds})")
    return main_by(evidence)


def _goes_over_two_lines(titles: Sequence[Labelled], main: int) -> bool:
    """Whether the headline is printed on two lines: two calls of like length, a couplet."""
    if main + 1 >= len(titles) or any(item.role for item in titles):
        return False
    words = [item.words for item in titles[: main + 2]]
    return are_one_call(words[main], words[main + 1], words[main - 1] if main else None)


def _said(titles: Sequence[Labelled]) -> int | None:
    """Which title line is the headline by what a person said of one of them."""
    for at, item in enumerate(titles):
        if item.role == "headline":
            return at
        if item.role == "kicker" and at + 1 < len(titles):
            return at + 1
        if item.role == "deck" and at:
            return at - 1
    return None
