"""The lines above an article's body: which is kicker, headline, deck, label."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .. import chars
from . import signs
from .labels import Labelled
from .title_signs import signs_of
from .titles import LEAD, by_marks, main_by, main_line, names_column, weighed
from .two_lines import are_one

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
    if len(titles) > 1 and not heads.label:
        heads.label, titles = _column_apart(titles)
    if not titles:
        return heads
    main = _said(titles)
    if main is None:
        main = _weighed_main(titles, body)
    heads.kicker = " ".join(item.body for item in titles[:main]) or None
    end = main + 2 if _goes_over_two_lines(titles, main) else main + 1
    heads.headline = " ".join(item.body for item in titles[main:end])
    heads.deck = tuple(item.body for item in titles[end:])
    if not heads.label:
        _part_label(heads)
    return heads


def _column_apart(titles: list[Labelled]) -> tuple[str | None, list[Labelled]]:
    """The name of a column at the end or start of several title lines, and the other lines."""
    first, last = titles[0], titles[-1]
    if not last.role and signs.is_column(last.body):
        return last.body, titles[:-1]
    words = first.words
    if not first.role and (names_column(words) or (len(words) <= _BRIEFS and signs.BRIEFS.search(words))):
        sure = signs.is_column(words) or signs.BRIEFS.search(words)
        if sure or by_marks([item.body for item in titles]) != 0:
            return first.body, titles[1:]
    series = len(titles) > 2 and not first.role and {"series", "name"} <= signs_of(words)
    if series and main_line([item.body for item in titles[1:]]):  # a kicker stands below the name of the series
        return first.body, titles[1:]
    return None, titles


def _part_label(heads: Heads) -> None:
    """Part the label that stands in one line with the headline, before it or in brackets behind it."""
    if not heads.headline:
        return
    found = signs.LABEL_BEFORE.match(signs.plain(heads.headline))
    tail = signs.column_tail(heads.headline)
    if found:
        end = found.end(found.lastgroup or 0)
        heads.label, heads.headline = heads.headline[:end], heads.headline[found.end() :]
    elif tail:
        heads.label, heads.headline = tail, heads.headline[: -len(tail)].rstrip(chars.BLANKS)


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
    return are_one(words[main], words[main + 1], words[main - 1] if main else None)


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
