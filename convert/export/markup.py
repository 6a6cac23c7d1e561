"""One article as markup that is well-formed XHTML and valid HTML at once.

Every text passes `escape`; nothing of the source is ever taken for markup.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, assert_never

from .. import model
from ..chars import SHORT_NUMBER
from ..model import Article, Block, Issue, Table
from ..style import region_of
from .files import escape
from .nameplate import entry, issue_line
from .notes import Notes
from .run_in import RunIn

_UPRIGHT: Final = re.compile(SHORT_NUMBER)


@dataclass(frozen=True, slots=True)
class Setting:
    """How articles are marked up: `pictures` gives the address of each picture, `level` a headline's heading level."""

    epub: bool = False  # epub:type beside the roles of DPUB-ARIA
    vertical: bool = False
    level: int = 1
    pictures: Mapping[str, str] = field(default_factory=dict)

    def role(self, epub_type: str) -> str:
        """The attributes of an element with a meaning: its role, and in an EPUB its type."""
        return (f' epub:type="{epub_type}"' if self.epub else "") + f' role="doc-{epub_type}"'


def article_markup(article: Article, name: str, number: int, setting: Setting) -> str:
    """The article as one element, called `name` if it has no headline; its ids are unique where the numbers are."""
    return "\n".join(_Article(article, number, setting).lines(name))


def text_markup(text: str, vertical: bool) -> str:
    """The text itself as markup, its line ends kept; short numbers stand upright in vertical lines."""
    text = escape(text)
    if vertical:
        text = _UPRIGHT.sub(r'<span class="upright">\g<0></span>', text)
    return text.replace("\n", "<br/>")


def nameplate_markup(issue: Issue, vertical: bool) -> str:
    """The head of an edition: title and issue line, as far as they are known."""
    lines = [f'<h1 class="title">{escape(issue.title)}</h1>'] if issue.title else []
    if line := issue_line(issue):
        lines.append(f'<p class="issue_line">{text_markup(line, vertical)}</p>')
    return "\n".join(['<header class="nameplate">', *lines, "</header>"]) if lines else ""


def contents_title(issue: Issue) -> str:
    """The heading of the contents, which is the edition's first where there is no title."""
    level = 2 if issue.title else 1
    return f'<h{level} id="contents" class="contents_title">{region_of(issue.language).contents}</h{level}>'


def contents_markup(issue: Issue, addresses: Iterable[str], vertical: bool) -> str:
    """The list of contents, with kickers, each article at its address."""
    items = []
    for article, address in zip(issue.articles, addresses, strict=True):
        name = text_markup(entry(article, issue), vertical)
        if article.kicker and article.headline:
            name = f'<span class="over">{text_markup(article.kicker, vertical)}</span> <br/>{name}'
        items.append(f'<li><a href="{escape(address)}">{name}</a></li>')
    return "<ol>\n" + "\n".join(items) + "\n</ol>"


class _Article:
    """The work on one article: it knows which notes have been called so far."""

    def __init__(self, article: Article, number: int, setting: Setting) -> None:
        self.article, self.number, self.setting = article, number, setting
        self.notes, self.run_in = Notes(article), RunIn(article)
        self.note_number = 0

    def lines(self, name: str) -> Iterator[str]:
        article, element = self.article, "section" if self.setting.epub else "article"
        role = self.setting.role("chapter") if self.setting.epub else ""
        label = f'aria-labelledby="h{self.number}"'
        if not article.headline:
            label = f'aria-label="{escape(name)}"'
        yield f'<{element} id="a{self.number}" class="article"{role} {label}>'
        if any(article.titles()):
            yield "<header>"
            yield from self.titles()
            yield "</header>"
        yield from self.blocks(article.blocks[len(article.leading_bylines) :])
        yield f"</{element}>"

    def titles(self) -> Iterator[str]:
        article, level = self.article, self.setting.level
        if article.label:
            yield self.paragraph("label", article.label)
        if article.kicker:
            yield self.paragraph("kicker", article.kicker)
        if article.headline:
            # A line is broken between a headline's clauses before it is broken within one.
            clauses = (f'<span class="clause">{self.inline(part)}</span>' for part in article.headline.split(" "))
            text = " ".join(clauses) if " " in article.headline else self.inline(article.headline)
            yield f'<h{level} id="h{self.number}" class="headline">{text}</h{level}>'
        for deck in article.deck:
            if deck:
                yield self.paragraph("deck", deck, self.setting.role("subtitle"))
        for byline in article.leading_bylines:
            yield self.paragraph("byline", byline.text)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Blocks in their order; the captions and credits that follow a picture stand in its figure."""
        figure = False
        for block in blocks:
            if figure and not isinstance(block, model.Caption | model.Credit):
                yield "</figcaption></figure>"
                figure = False
            if isinstance(block, model.Image) and block.path in self.setting.pictures:
                source, alt = escape(self.setting.pictures[block.path]), escape(block.alt)
                yield f'<figure><img src="{source}" alt="{alt}"/><figcaption>'
                figure = True
            else:
                yield from self.block(block)
        if figure:
            yield "</figcaption></figure>"

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case model.Paragraph() | model.Brief():
                yield self.body(block)
            case model.Crosshead():
                level = self.setting.level + (1 if self.article.headline else 0)
                yield f'<h{level} class="crosshead">{self.inline(block.text)}</h{level}>'
            case model.EditorsNote():
                yield self.paragraph(block.kind, block.text, ' role="note"')
            case model.Byline() | model.Caption() | model.Credit() | model.Verse() | model.EndMatter():
                yield self.paragraph(block.kind, block.text)
            case model.ListBlock():
                items = "".join(f"<li>{self.inline(item)}</li>" for item in block.text.split("\n"))
                yield f'<ul class="list">{items}</ul>'
            case model.Table():
                yield from self.table(block)
            case model.Note():
                yield self.note(block.text)
            case model.Image():
                pass  # it could not be read, and load_pictures said so
            case _:
                assert_never(block)

    def body(self, block: model.Paragraph | model.Brief) -> str:
        """A paragraph; dateline and bylines that are run in are marked in it."""
        text = ""
        for dateline, stretches in groupby(self.run_in.stretches(block.text), key=lambda stretch: stretch.dateline):
            inside = "".join(
                f'<span class="byline_run">{self.inline(part)}</span>' if byline else self.inline(part)
                for part, _, byline in stretches
            )
            text += f'<span class="dateline">{inside}</span>' if dateline else inside
        role = "body" if isinstance(block, model.Paragraph) else block.kind
        return f'<p class="{role}">{text}</p>'

    def paragraph(self, role: str, text: str, more: str = "") -> str:
        return f'<p class="{role}"{more}>{self.inline(text)}</p>'

    def table(self, table: Table) -> Iterator[str]:
        width = max(map(len, table.rows), default=0)
        if not width:
            return
        yield '<div class="table" tabindex="0"><table>'
        for row in table.rows:
            cells = "".join(f"<td>{self.inline(cell)}</td>" for cell in row) + "<td></td>" * (width - len(row))
            yield f"<tr>{cells}</tr>"
        yield "</table></div>"

    def note(self, text: str) -> str:
        """A note that a mark calls, with the way back; one that none calls stays a paragraph, lest a reader hide it."""
        number = self.note_number
        self.note_number += 1
        if number not in self.notes.called:
            return f'<p class="note">{self.plain(text)}</p>'
        mark = self.notes.marks[number]
        before, _, after = text.partition(mark)
        back = f'<a href="#ref-{self.number}-{number}"{self.setting.role("backlink")}>{self.plain(mark)}</a>'
        body = f'<p class="note">{self.plain(before)}{back}{self.plain(after)}</p>'
        return f'<aside id="note-{self.number}-{number}"{self.setting.role("footnote")}>{body}</aside>'

    def inline(self, text: str) -> str:
        """Text with the marks of its notes as links; a mark stays with the character before it (CLREQ 符号分离禁则)."""
        out: list[str] = []
        before = ""
        for piece, note, first in self.notes.pieces(text):
            if note is None:
                before = piece
                continue
            held = before[-1:] if before and not before[-1].isascii() else ""
            out.append(self.plain(before.removesuffix(held)))
            link = self.call(piece, note, first)
            out.append(f'<span class="held">{escape(held)}{link}</span>' if held else link)
            before = ""
        return "".join([*out, self.plain(before)])

    def call(self, mark: str, note: int, first: bool) -> str:
        anchor = f' id="ref-{self.number}-{note}"' if first else ""
        role = self.setting.role("noteref")
        return f'<a href="#note-{self.number}-{note}"{anchor} class="call"{role}>{self.plain(mark)}</a>'

    def plain(self, text: str) -> str:
        return text_markup(text, self.setting.vertical)
