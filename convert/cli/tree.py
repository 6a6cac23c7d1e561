"""An Issue as a tree of its articles and their parts, with the lines of the raw file they come from."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..chars import cells
from ..model import Article, Issue
from ..structure import Trace, TracedArticle
from ..style import region_of

_WIDTH = 60  # of a text, in half-width cells


def tree(issue: Issue, trace: Trace | None = None, why: bool = False) -> Iterator[str]:
    """The lines of the tree. A ? stands before an article that may not begin there; `why` adds the evidence.

    Without a trace, as for a source with a structure of its own, there are no line numbers.
    """
    yield "  ".join(filter(None, (" " * 6 + (issue.title or "(no title)"), str(issue.date or ""), issue.number)))
    traces = trace.articles if trace else [TracedArticle(()) for _ in issue.articles]
    for n, (article, traced) in enumerate(zip(issue.articles, traces, strict=True)):
        last = n == len(issue.articles) - 1
        stem, branch = ("   ", "└─ ") if last else ("│  ", "├─ ")
        doubt = "? " if traced.doubtful else ""
        headline = article.headline or f"({region_of(issue.language).photo})"
        yield f"{_line(traced.lines[0].line if traced.lines else None)}{branch}{doubt}{_cut(headline)}"
        if why:
            yield from (f"{_line(None)}{stem}   · {reason}" for reason in traced.why)
        parts = list(_parts(article, traced))
        for k, (line, text) in enumerate(parts):
            yield f"{_line(line)}{stem}{'└─ ' if k == len(parts) - 1 else '├─ '}{text}"
        if why:
            yield from _evidence(traced, stem)


def _parts(article: Article, traced: TracedArticle) -> Iterator[tuple[int | None, str]]:
    """The parts of an article with their lines; blocks of one kind in a row are counted."""
    places = _Places(traced)
    for role, text in _heads(article):
        yield places.of(text), f"{role}: {_cut(text)}"
    for kind, run in groupby(article.blocks, key=lambda block: block.kind):
        texts = [block.text for block in run]
        count = f" × {len(texts)}" if len(texts) > 1 else ""
        yield places.of(texts[0]), f"{kind}{count}: {_cut(texts[0])}"


def _heads(article: Article) -> Iterable[tuple[str, str]]:
    for role, text in (("label", article.label), ("kicker", article.kicker)):
        if text:
            yield role, text
    yield from (("deck", text) for text in article.deck)
    if article.dateline:
        yield "dateline", article.dateline
    yield from (("byline", text) for text in article.bylines)


class _Places:
    """Where the parts of an article stand: the raw line of the traced line that a text begins with."""

    def __init__(self, traced: TracedArticle) -> None:
        self._lines = traced.lines

    def of(self, text: str) -> int | None:
        first = text.split("\n", 1)[0]
        for line in self._lines:
            if line.text and (first.startswith(line.text) or line.text.startswith(first)):
                return line.line
        return next((line.line for line in self._lines if first and first in line.text), None)


def _evidence(traced: TracedArticle, stem: str) -> Iterator[str]:
    for line in traced.lines:
        if line.why:
            yield f"{_line(line.line)}{stem}   · {line.kind}: {_cut(line.text, 24)}: {', '.join(line.why)}"


def _line(number: int | None) -> str:
    return f"{number or '':>4}  "


def _cut(text: str, limit: int = _WIDTH) -> str:
    """The text on one line, shortened to a width in half-width cells."""
    text = text.replace("\n", " / ").replace("\t", " ")
    used = 0
    for n, ch in enumerate(text):
        used += cells(ch)
        if used > limit:
            return text[:n] + "…"
    return text
