"""From the lines of a cleaned text to an Issue: label lines, find where articles begin, read their parts.

`Trace` stands beside the Issue: for every article, the lines it was made of, each with its place in the raw
file, its kind and the evidence, and the weighing that made it begin where it does.
"""

from dataclasses import dataclass, field

from ..config import Config
from ..model import Article, Byline, Furniture, Issue
from ..report import Finding
from ..text import Text
from . import signs
from .bodies import read_blocks
from .coverage import check_coverage as check_coverage
from .heads import read_heads
from .labels import Labelled, label_lines
from .starts import find_starts


@dataclass(frozen=True, slots=True)
class TracedLine:
    """One line of the text: where it stands in the raw file (from 1), what it became, and why."""

    line: int
    kind: str
    text: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedArticle:
    """The lines of one article, and why it begins where it does; `doubtful` where the evidence was thin."""

    lines: tuple[TracedLine, ...]
    why: tuple[str, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """Where each part of the Issue came from; `articles` runs parallel to the Issue's."""

    articles: tuple[TracedArticle, ...] = ()


@dataclass(frozen=True)
class Parsed:
    """An Issue, where its parts came from, and what a person may want to look at."""

    issue: Issue
    trace: Trace = Trace()
    findings: list[Finding] = field(default_factory=list)


def parse(text: Text | str, *, furniture: tuple[Furniture, ...] = (), config: Config | None = None) -> Parsed:
    """Find the articles of a cleaned text and their parts. Never fails: what is not recognised is a paragraph."""
    if isinstance(text, str):
        text = Text.of(text)
    config = config or Config()
    lines = label_lines(text)
    starts = find_starts(lines) if lines else []
    bounds = [start.first for start in starts] + [len(lines)]
    articles, traced = [], []
    for start, end in zip(starts, bounds[1:], strict=True):
        articles.append(_article(lines[start.first : start.body], lines[start.body : end]))
        rows = tuple(_traced(text, item) for item in lines[start.first : end])
        traced.append(TracedArticle(rows, tuple(start.why), abs(start.score) < 1))
    issue = Issue(
        articles=tuple(articles),
        title=config.title,
        number=config.number,
        date=config.date,
        publisher=config.publisher,
        furniture=furniture,
    )
    return Parsed(issue, Trace(tuple(traced)))


def _traced(text: Text, item: Labelled) -> TracedLine:
    line, _ = text.position(item.line.start)
    return TracedLine(line, item.kind, item.body, tuple(item.why))


def _article(head: list[Labelled], body: list[Labelled]) -> Article:
    heads = read_heads([item for item in head if item.kind != "byline"])
    blocks = (*(Byline(item.body) for item in head if item.kind == "byline"), *read_blocks(body))
    dateline, bylines = None, [item.body for item in head if item.kind == "byline"]
    for item in body[:1]:
        found = signs.dateline_of(item.body)
        if found:
            dateline, run_in = found
            bylines += run_in
    return Article(
        headline=heads.headline,
        kicker=heads.kicker,
        label=heads.label,
        deck=heads.deck,
        dateline=dateline,
        bylines=tuple(bylines),
        blocks=blocks,
    )
