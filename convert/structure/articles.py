"""From lines to an Article: title fields, dateline, bylines and blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..model import Article, Brief, Byline, Caption, EditorsNote, Image
from ..patterns import regex
from .bodies import block_kind, read_blocks
from .bylines import authors_of
from .candidates import Candidate
from .heads import read_heads
from .labels import Labelled
from .names import are_authors
from .signs import closed_up
from .starts import DOUBT
from .trace import TracedArticle, TracedLine

_SIGNATURE: Final = 20  # characters
_SIGNED: Final = regex("[。！？…][（(](?P<names>[^（()）]{2,14})[）)]$")  # behind a quotation stands its source
_NO_TITLE: Final = frozenset({"byline", "editors_note", "caption"})


@dataclass(slots=True, eq=False)
class Draft:
    """An article while it is lines: its head, its body, and the weighing that made it begin here."""

    start: Candidate
    head: list[Labelled]
    body: list[Labelled]
    page: str | None = None
    section: str | None = None

    @property
    def line(self) -> int:
        """Its first line in the raw file, from 1."""
        return (self.head or self.body)[0].place[0]


def drafts_of(lines: Sequence[Labelled], candidates: Sequence[Candidate]) -> list[Draft]:
    """The lines of a text cut into articles."""
    starts = [c for c in candidates if c.begins]
    bounds = [start.first for start in starts] + [len(lines)]
    drafts = [
        Draft(start, list(lines[start.first : start.body]), list(lines[start.body : end]))
        for start, end in zip(starts, bounds[1:], strict=True)
    ]
    for draft in drafts:
        _sign_commentary(draft.head)
    return drafts


def _sign_commentary(head: Sequence[Labelled]) -> None:
    """Below a label the paper's commentator is its author: 评论员文章, 本报评论员. Alone he labels the article."""
    labels = [item for item in head if item.kind == "label"]
    for item in labels[1:]:
        if not item.role and closed_up(item.words).endswith("评论员"):
            item.become("byline", "a commentator below a label")


def read_article(draft: Draft) -> Article:
    """The article that a draft's lines make."""
    heads = read_heads([item for item in draft.head if item.kind not in _NO_TITLE and not item.is_replaced], draft.body)
    blocks = (
        *(Image(item.image, item.body if item.is_replaced else "") for item in draft.head if item.image),
        *(EditorsNote(item.body) for item in draft.head if item.kind == "editors_note"),
        *(Byline(item.body) for item in draft.head if item.kind == "byline"),
        *(Caption(item.body) for item in draft.head if item.kind == "caption"),
        *read_blocks(draft.body, heads.headline),
    )
    dateline, bylines = _credits(draft)
    if Brief in map(type, blocks):
        dateline, bylines = None, ()
    return Article(
        headline=heads.headline,
        kicker=heads.kicker,
        label=heads.label,
        deck=heads.deck,
        dateline=dateline,
        bylines=bylines,
        section=draft.section,
        page=draft.page,
        blocks=blocks,
    )


def trace_article(draft: Draft, article: Article) -> TracedArticle:
    """Where the article's lines stood, what they became and why."""
    kinds = [_title_kind(item, article) for item in draft.head] + [block_kind(item) for item in draft.body]
    lines = (
        TracedLine(item.place[0], kind, item.body, tuple(item.why))
        for item, kind in zip((*draft.head, *draft.body), kinds, strict=True)
    )
    return TracedArticle(tuple(lines), draft.start.why, abs(draft.start.score) < DOUBT)


def _title_kind(item: Labelled, article: Article) -> str:
    if item.kind == "label" or item.kind in _NO_TITLE:
        return item.kind
    if item.body in article.deck:
        return "deck"
    return "kicker" if article.kicker and item.body in article.kicker else "headline"


def _credits(draft: Draft) -> tuple[str | None, tuple[str, ...]]:
    """The dateline of the first paragraph, and all bylines in the order printed; else who signs the last paragraph."""
    first = next((item for item in draft.body if item.kind == "prose"), None)
    dateline, run_in = first.dateline if first and first.dateline else (None, ())
    out: list[str] = []
    for item in (*draft.head, *draft.body):
        if item.kind == "byline":
            out += authors_of(item.body)
        elif item is first:
            out += run_in
    prose = [item for item in draft.body if item.kind == "prose"]
    signed = _SIGNED.search(prose[-1].body[-_SIGNATURE:]) if prose and not out else None
    if signed and are_authors(signed["names"]):
        out.append(signed["names"])
    return dateline, tuple(out)
