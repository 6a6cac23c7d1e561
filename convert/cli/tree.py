"""An Issue as a tree of its articles and their parts, with the lines of the raw file they come from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from ..chars import cells, visible
from ..export.nameplate import entry
from ..model import Article, Issue
from ..readers.pages import Pages
from ..structure import Trace, TracedArticle

_WIDTH = 60  # of a text, in half-width cells


def tree(issue: Issue, trace: Trace | None = None, why: bool = False, pages: Pages | None = None) -> Iterator[str]:
    """The lines of the tree. A ? stands before an article that may not begin there; `why` adds the evidence.

    Without a trace, as for a source with a structure of its own, there are no line numbers. Of several `pages` each
    is named above its first article, and lines are those of its file.
    """
    yield "  ".join(filter(None, (" " * 6 + (issue.title or "(no title)"), str(issue.date or ""), issue.number)))
    traces = trace.articles if trace else [TracedArticle(()) for _ in issue.articles]
    page = None
    for n, (article, traced) in enumerate(zip(issue.articles, traces, strict=True)):
        last = n == len(issue.articles) - 1
        if pages and traced.lines:
            begins, traced = pages.place(traced.line)[0], _in_files(traced, pages)
            if begins != page:
                page = begins
                yield f"      {'│' if n else '┌'}  {visible(page)}"
        stem, branch = ("   ", "└─ ") if last else ("│  ", "├─ ")
        doubt = "? " if traced.doubtful else ""
        name = entry(article, issue)
        yield f"{_line(traced.lines[0].line if traced.lines else None)}{branch}{doubt}{_cut(name)}"
        if why:
            yield from (f"{_line(None)}{stem}   · {reason}" for reason in traced.why)
        parts = list(_parts(article, traced))
        for k, (line, text) in enumerate(parts):
            yield f"{_line(line)}{stem}{'└─ ' if k == len(parts) - 1 else '├─ '}{text}"
        if why:
            yield from _evidence(traced, stem)


def _in_files(traced: TracedArticle, pages: Pages) -> TracedArticle:
    """A traced article with the lines that its parts have in their own files."""
    return replace(traced, lines=tuple(line._replace(line=pages.place(line.line)[1]) for line in traced.lines))


def _parts(article: Article, traced: TracedArticle) -> Iterator[tuple[int | None, str]]:
    """The parts of an article with their lines; blocks of one kind in a row are counted."""
    places = _Places(traced)
    for role, text in _heads(article):
        yield places.of(role, text), f"{role}: {_cut(text)}"
    for kind, run in groupby(article.blocks, key=lambda block: block.kind):
        texts = [block.text for block in run]
        lines = [places.of(kind, text) for text in texts]
        count = f" × {len(texts)}" if len(texts) > 1 else ""
        yield lines[0], f"{kind}{count}: {_cut(texts[0])}"


def _heads(article: Article) -> Iterable[tuple[str, str]]:
    """What stands above the blocks; a byline that is a block of its own is shown there."""
    for role, text in (("label", article.label), ("kicker", article.kicker)):
        if text:
            yield role, text
    yield from (("deck", text) for text in article.deck)
    if article.dateline:
        yield "dateline", article.dateline
    own_lines = [block.text for block in article.blocks if block.kind == "byline"]
    yield from (("byline", text) for text in article.bylines if not any(text in line for line in own_lines))


class _Places:
    """Where the parts of an article stand: the raw line of the traced line that a text begins with.

    Parts are asked for in the order printed; a line answers for one part of its kind, so that like texts keep apart.
    """

    def __init__(self, traced: TracedArticle) -> None:
        self._lines = [(line.line, line.kind, _solid(line.text)) for line in traced.lines]

    def of(self, kind: str, text: str) -> int | None:
        first = _solid(text.split("\n", 1)[0])
        if not first:
            return None
        fits = [item for item in self._lines if item[2] and (first.startswith(item[2]) or item[2].startswith(first))]
        own = next((item for item in fits if item[1] == kind), None)
        if own:
            self._lines.remove(own)
            return own[0]
        beside = [item for item in self._lines if first in item[2]]
        return next((line for line, *_ in (*fits, *beside)), None)


def _solid(text: str) -> str:
    return "".join(text.split())


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
