"""Articles as paragraphs in the styles of their roles."""

from dataclasses import dataclass, field
from typing import Final, assert_never

from ...model import (
    Article,
    Block,
    Brief,
    Byline,
    Caption,
    Credit,
    Crosshead,
    EditorsNote,
    EndMatter,
    Image,
    ListBlock,
    Note,
    Paragraph,
    Table,
    Verse,
)
from ...style import STYLES, Role
from .markup import el, kai_runs, paragraph, runs
from .styles import BYLINE_RUN, DATELINE, NAMES, SONG_MARKS, TABLE

_RUN_IN: Final = 80  # characters at a paragraph's beginning in which a run-in byline stands


@dataclass(slots=True)
class Typeset:
    """One article in markup: what heads it and what follows, with the number of characters of the latter."""

    head: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    signs: int = 0

    def mark(self, number: int) -> None:
        """Put the bookmark that the contents lead to into the first paragraph."""
        place = self.head or self.text
        ends = el("bookmarkStart", id=number, name=anchor(number)) + el("bookmarkEnd", id=number)
        place[0] = place[0].replace("</w:pPr>", f"</w:pPr>{ends}", 1)


def anchor(number: int) -> str:
    """Name of an article's bookmark; Word's own tables of contents use names like it."""
    return f"_Toc{number:08d}"


def styled(role: Role, text: str) -> str:
    """A paragraph in the style of a role."""
    inside = kai_runs(text, SONG_MARKS) if STYLES[role].face == "kai" else runs(text)
    return paragraph(NAMES[role].id, inside)


def typeset(article: Article) -> Typeset:
    """The paragraphs of an article. Bylines that follow its titles at once belong to its head."""
    out = Typeset()
    titles: tuple[tuple[Role, str | None], ...] = (
        ("label", article.label),
        ("kicker", article.kicker),
        ("headline", article.headline),
        *(("deck", text) for text in article.deck),
    )
    out.head = [styled(role, text) for role, text in titles if text]
    blocks = list(article.blocks)
    while out.head and blocks and isinstance(blocks[0], Byline):
        out.head.append(styled("byline", blocks.pop(0).text))
    first = next((block for block in blocks if isinstance(block, Paragraph)), None)
    for block in blocks:
        out.text.extend([_opening(article, block.text)] if block is first else _block(block))
        out.signs += len(block.text)
    return out


def _opening(article: Article, text: str) -> str:
    """The first paragraph; its run-in dateline and byline take their own character styles."""
    out, at = "", 0
    if article.dateline and text.startswith(article.dateline):
        at = len(article.dateline)
        out = runs(article.dateline, DATELINE)
    for name in article.bylines:
        start = text.find(name, at, at + _RUN_IN)
        if start >= 0:
            out += runs(text[at:start]) + runs(name, BYLINE_RUN)
            at = start + len(name)
    return paragraph("Body", out + runs(text[at:]))


def _block(block: Block) -> list[str]:
    match block:
        case Paragraph(text):
            return [paragraph("Body", runs(text))]
        case Byline(text):
            return [styled("byline", text)]
        case Crosshead(text):
            return [styled("crosshead", text)]
        case Caption(text):
            return [styled("caption", text)]
        case Credit(text):
            return [styled("credit", text)]
        case Verse(text):
            return [styled("verse", line) for line in text.split("\n")]
        case ListBlock(text):
            return [styled("list", item) for item in text.split("\n")]
        case Brief(text):
            return [styled("brief", text)]
        case Table(rows):
            return [_table(rows)] if any(rows) else []
        case EditorsNote(text):
            return [styled("editors_note", text)]
        case EndMatter(text):
            return [styled("end_matter", text)]
        case Image():
            return []
        case Note(text):
            return [styled("note", text)]
        case _:
            assert_never(block)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table as wide as the column; short rows are filled up, and no row is parted over pages."""
    width = max(map(len, rows))
    properties = el(
        "tblPr",
        el("tblStyle", val=TABLE),
        el("tblW", w=5000, type="pct"),
        el("tblLook", val="0000"),
    )
    out = []
    for row in rows:
        cells = [el("tc", el("tcPr", el("tcW", w=0, type="auto")), styled("table", cell)) for cell in row]
        cells += [el("tc", el("tcPr", el("tcW", w=0, type="auto")), styled("table", ""))] * (width - len(row))
        out.append(el("tr", el("trPr", el("cantSplit")), *cells))
    return el("tbl", properties, el("tblGrid", *[el("gridCol")] * width), *out)
