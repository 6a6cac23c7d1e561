"""Articles as paragraphs in the styles of their roles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, assert_never

from ... import model
from ...model import Article, Block
from ...style import CHAPTER, STYLES, WIDE_HEAD, WIDE_HEAD_ALONE, Role
from ..notes import Notes
from ..run_in import RunIn
from .drawings import Drawings
from .footnotes import Footnotes, mark_run
from .markup import el, paragraph
from .names import (
    BYLINE_RUN,
    CLOSING_BYLINE,
    COLUMN_HEADLINE,
    CREDITED_CAPTION,
    DATELINE,
    DATELINE_BYLINE,
    HEADLINE,
    LEAD_HEADLINE,
    NAMES,
    OPENING,
)
from .page import Page, twips
from .runs import Runs
from .tables import table
from .titling import Titling

# The character style of what shows the dateline, a byline, both or neither.
_RUN_IN: Final = {
    (False, False): "",
    (True, False): DATELINE,
    (False, True): BYLINE_RUN,
    (True, True): DATELINE_BYLINE,
}
_STYLE: Final = re.compile(r'^<w:p><w:pPr><w:pStyle w:val="(?P<id>\w+)"')


@dataclass(slots=True)
class Typeset:
    """One article in markup: what heads it and what follows; `wide` if the head runs over all columns."""

    wide: bool
    head: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def open(self, number: int) -> bool:
        """Put the bookmark that the contents lead to into the first paragraph. False for an article without any."""
        place = self.head or self.text
        ends = el("bookmarkStart", id=number, name=anchor(number)) + el("bookmarkEnd", id=number)
        if place:
            place[0] = place[0].replace("</w:pPr>", f"</w:pPr>{ends}", 1)
        return bool(place)


def anchor(number: int) -> str:
    """Name of an article's bookmark; Word's own tables of contents use names like it."""
    return f"_Toc{number:08d}"


def wide_heads(articles: Sequence[Article], page: Page) -> frozenset[int]:
    """The articles, by number from 1, whose titles run over all columns: the first, long ones, and one between such."""
    if not page.banded:
        return frozenset()
    signs = [article.length if article.headline else 0 for article in articles]
    long = [n >= WIDE_HEAD * page.columns or (i == 0 and bool(articles[0].headline)) for i, n in enumerate(signs)]
    around = [True, *long, True]
    return frozenset(
        i + 1 for i, n in enumerate(signs) if long[i] or (n >= WIDE_HEAD_ALONE and around[i] and around[i + 2])
    )


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets the articles of one document, whose notes and pictures are counted through."""

    page: Page
    wide: frozenset[int]
    runs: Runs
    titling: Titling
    footnotes: Footnotes
    drawings: Drawings
    openings: set[str] = field(default_factory=set)  # the styles of paragraphs that begin an article

    def typeset(self, number: int, article: Article) -> Typeset:
        """The paragraphs of an article; articles are numbered from 1."""
        return _Article(self, number, article).typeset()


class _Article:
    """The work on one article: it knows which notes have been called so far."""

    def __init__(self, typesetter: Typesetter, number: int, article: Article) -> None:
        self.article, self.page, self.runs = article, typesetter.page, typesetter.runs
        self.openings = typesetter.openings
        self.footnotes, self.drawings = typesetter.footnotes, typesetter.drawings
        self.titling = typesetter.titling
        self.notes, self.run_in = Notes(article), RunIn(article)
        self.note_texts = [block.text for block in article.blocks if isinstance(block, model.Note)]
        self.note_number = 0
        self.number = number
        self.wide = number in typesetter.wide
        self.headline = COLUMN_HEADLINE if self.page.in_columns else HEADLINE
        self.measure = self.page.sheet.measure
        if self.wide:
            self.headline = LEAD_HEADLINE if number == 1 else HEADLINE
            self.measure = self.page.sheet.along

    def typeset(self) -> Typeset:
        """Bylines that follow the titles at once belong to the head."""
        article, bylines = self.article, self.article.leading_bylines
        blocks = article.blocks[len(bylines) :]
        titles: list[tuple[Role, str | None]] = [("label", article.label), ("kicker", article.kicker)]
        titles += [("headline", article.headline), *(("deck", text) for text in article.deck)]
        titles += [("byline", byline.text) for byline in bylines]
        out = Typeset(self.wide, self.head([(role, text) for role, text in titles if text]))
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
            out.text.extend(self.block(block, before, after))
        first = out.head or out.text
        runs_on = self.page.edition.layout == "book" and self.number > 1 and article.length < CHAPTER
        if first and not self.wide and not runs_on:  # a rule stands above a wide head
            first[0] = _STYLE.sub(self.opening, first[0], count=1)
        return out

    def opening(self, style: re.Match[str]) -> str:
        """The beginning of an article's first paragraph, in the style that parts it from the article before."""
        self.openings.add(style["id"])
        return style[0].replace(style["id"], OPENING + style["id"])

    def head(self, titles: list[tuple[Role, str]]) -> list[str]:
        """The titles; those of several lines are indented where they break best."""
        out = []
        for role, text in titles:
            style, size = NAMES[role].id, self.page.size(role)
            if role == "headline":
                style, size = self.headline, self.page.headline_sizes[self.headline]
            out.append(paragraph(style, self.inline(role, text), self.titling.indents(text, self.measure, size)))
        return out

    def body(self, block: model.Paragraph | model.Brief) -> str:
        """A paragraph; dateline and bylines that are run in take their own character styles."""
        role: Role = "body" if isinstance(block, model.Paragraph) else block.kind
        stretches = self.run_in.stretches(block.text)
        runs = (self.inline(role, text, _RUN_IN[dateline, byline]) for text, dateline, byline in stretches)
        return paragraph(NAMES[role].id, "".join(runs))

    def block(self, block: Block, before: Block | None, after: Block | None) -> list[str]:
        """The paragraphs of a block between two others."""
        match block:
            case model.Byline() if before and not isinstance(before, model.Crosshead):
                return [self.styled(block.kind, block.text, CLOSING_BYLINE)]
            case model.Caption() if isinstance(after, model.Credit):
                return [self.styled(block.kind, block.text, CREDITED_CAPTION)]
            case model.Paragraph() | model.Brief():
                return [self.body(block)]
            case model.Byline() | model.Crosshead() | model.Caption() | model.Credit():
                return [self.styled(block.kind, block.text)]
            case model.EditorsNote() | model.EndMatter():
                return [self.styled(block.kind, block.text)]
            case model.Verse() | model.ListBlock():
                return [self.styled(block.kind, line) for line in block.text.split("\n")]
            case model.Table(rows):
                return self.table(rows)
            case model.Image():
                return self.drawings.place(block)
            case model.Note(text):
                return self.note(text)
            case _:
                assert_never(block)

    def styled(self, role: Role, text: str, style: str = "") -> str:
        return paragraph(style or NAMES[role].id, self.inline(role, text))

    def inline(self, role: Role, text: str, style: str = "") -> str:
        """Text as runs, the marks of its notes as calls of footnotes."""
        out = ""
        for piece, note, first in self.notes.pieces(text):
            if note is None:
                out += self.runs(piece, STYLES[role].face, style)
            elif first:
                out += self.footnotes.call(piece, self.note_texts[note])
            else:
                out += mark_run(piece)
        return out

    def note(self, text: str) -> list[str]:
        """A note that no mark calls stays a paragraph."""
        number = self.note_number
        self.note_number += 1
        return [] if number in self.notes.called else [self.runs.styled("note", text)]

    def table(self, rows: tuple[tuple[str, ...], ...]) -> list[str]:
        """A table; the text of one that is too wide for Word keeps its tabs."""
        sheet = self.page.sheet
        em = twips(sheet.size * STYLES["table"].size)
        made = table(rows, twips(sheet.measure), em, self.page.edition.vertical, self.cell)
        return made or [self.styled("table", "\t".join(row)) for row in rows if row]

    def cell(self, text: str, held: bool) -> str:
        return paragraph(NAMES["table"].id, self.inline("table", text), el("keepNext") if held else "")
