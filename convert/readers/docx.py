"""DOCX: its headings, paragraphs, tables, pictures and footnotes. Files that kanben wrote name every role."""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator
from functools import partial
from itertools import groupby
from typing import Any, Final
from urllib.parse import unquote

from .. import chars
from ..errors import InputError
from ..model import TEXT_KINDS, Image, Issue, Table
from ..report import Finding
from .addresses import lost
from .breaks import unbroken
from .builder import Outline, language_tag
from .docx_apart import Note, notes_of, told_apart
from .docx_file import is_fallback, numbered, opened
from .docx_links import links, target
from .docx_numbers import Numbers
from .docx_runs import hidden_styles, is_hidden, own, places_of, symbol, told_runs, vertical_place
from .docx_styles import role_of
from .formula import is_exact, on_one_line
from .grid import Cell, grid
from .left_out import told
from .raised import flattened, raised

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML: Final = "{urn:schemas-microsoft-com:vml}"
# What is struck out or moved away, the readings beside characters (they follow these in brackets), and what is
# anchored and read after its paragraph.
_APART: Final = frozenset(
    (*(f"{_W}{name}" for name in ("del", "moveFrom", "rt", "drawing", "pict", "object")), f"{_MC}AlternateContent")
)

_VIEWS: Final = {  # of an article's fields, and the styles of runs that show them
    "dateline": ("Dateline", "DatelineByline"),
    "run-in byline": ("BylineRun", "DatelineByline"),
}
_BY_LINES: Final = ("verse", "list")  # of which a paragraph is a line


def read(data: bytes, path: str, encoding: str | None = None, findings: list[Finding] | None = None) -> Issue | str:
    """Read a Word file as an Issue, or as a text where it has no headings. InputError for what is no such file."""
    with opened(data, path) as document:
        outline = _Walk(document, path, [] if findings is None else findings).outline
        languages = document.styles.element.xpath("w:docDefaults//w:lang/@w:eastAsia")
    if not outline.text().strip():
        raise InputError(f"{path}: there is no text in this file")
    if not outline.has_headings:
        if findings is not None:
            findings += (told("lost-picture", picture.alt or "a picture", path) for picture in outline.pictures)
        return outline.text()
    return outline.issue(Issue(language=language_tag(str(languages[0]) if languages else "")))


class _Walk:
    """One walk over the paragraphs and tables of a document, in their order.

    A finding's line is the number of its paragraph, from 1, those that are empty or stand in tables counted.
    """

    def __init__(self, document: Any, path: str, findings: list[Finding]) -> None:
        self.path, self.findings = path, findings
        self.part = document.part
        self.roles = {style.style_id: role_of(style) for style in document.styles}
        self.notes = notes_of(document.part)
        self.numbers = Numbers(document)
        self.hidden, self.places = hidden_styles(document.styles.element), places_of(document.styles.element)
        self.lines = numbered(document)
        self.line = 1  # of the paragraph that is being read
        self.carried = ""  # text that is one with the next paragraph
        self.calls = 0
        self.is_ours = any(style.name == "Folio" for style in document.styles)
        self.outline = Outline()
        self.blocks(document.element.body)
        self.text("paragraph", self.carried)
        self.findings += told_apart(document, path, self.lines, () if self.is_ours else ("header", "footer"))

    def blocks(self, parent: Any) -> None:
        for element in parent:
            if element.tag == f"{_W}p":
                self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                self.table(element)
            elif element.tag not in _APART:
                self.blocks(element)

    def paragraph(self, element: Any) -> None:
        """A paragraph; what is anchored in it, like pictures and text boxes, follows it."""
        self.line = self.lines.get(element, self.line)
        role = self.role(element)
        called: list[str] = []
        typed = self.carried + self.shown(element, called).strip("\n")
        self.carried = typed if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None else ""
        if role in TEXT_KINDS and any(map(_is_article, element.iter(f"{_W}bookmarkStart"))):
            self.outline.add("article", "")
        for view, styles in _VIEWS.items():
            for shown, runs in groupby(element.iter(f"{_W}r"), partial(_is_styled, styles)):
                if shown:
                    self.outline.add(view, "".join(node.text or "" for run in runs for node in run.iter(f"{_W}t")))
        if not self.carried:  # else a revision deletes the paragraph's end
            self.text(role, typed)
        for note in called:
            self.outline.add("footnote", note)
        self.pictures(element)
        for box in own(element, f"{_W}txbxContent"):
            if not is_fallback(box):
                self.blocks(box)

    def text(self, role: str, typed: str) -> None:
        """The text of a paragraph, with its line breaks."""
        text = typed.strip(chars.BLANKS + "\n")
        if role == "verse" or (text and role in _BY_LINES):
            self.outline.extend(role, text)
        elif text and (role == "furniture" or not (role or self.is_ours)):
            self.findings.append(told("page-furniture", text, self.path, self.line))
        elif text and role in ("paragraph", "quoted"):
            said, texts = unbroken(typed, quoted=role == "quoted")  # Word pastes the <br> of pages so
            for one in texts:
                self.outline.add(said, one)
        elif text and role:
            for line in [text.replace("\n", " ")] if role[0] in "hkt" else text.split("\n"):
                if line.strip(chars.BLANKS):
                    self.outline.add(role, line.strip(chars.BLANKS))

    def role(self, element: Any) -> str:
        """The role of a paragraph by its style; "" for what is no part of the text."""
        style = element.find(f"{_W}pPr/{_W}pStyle")
        role = self.roles.get(style.get(f"{_W}val")) if style is not None else None
        if role is not None:
            return role
        return "paragraph" if element.find(f"{_W}pPr/{_W}numPr") is None else "list"

    def shown(self, element: Any, called: list[str]) -> str:
        """The text of a paragraph behind its automatic number; notes that it calls are added to `called`."""
        text = "".join(self.strings(element, called))
        left_out = told_runs(element, self.hidden, self.path, self.line)
        self.findings += left_out
        self.addresses(element, self.part.rels)
        is_empty = not text.strip(chars.BLANKS + "\n")
        if is_empty and left_out:  # a paragraph that is deleted or hidden as a whole has no number either
            return ""
        number = self.numbers.number_of(element)
        if number is None:
            self.findings.append(told("list-number", text, self.path, self.line))
        return text if is_empty or not number else number + text.lstrip(chars.BLANKS)

    def addresses(self, paragraph: Any, rels: Any) -> None:
        for address, words in links(paragraph, rels):
            self.findings += lost("address", address, words, self.path, self.line)

    def strings(self, element: Any, called: list[str]) -> Iterator[str]:
        """The visible texts of a paragraph; notes that it calls are added to `called`."""
        for child in element:
            tag = child.tag
            if tag in (f"{_W}t", f"{_M}t"):
                yield child.text or ""
            elif tag in (f"{_W}tab", f"{_W}ptab"):
                yield "\t"
            elif tag in (f"{_W}br", f"{_W}cr"):
                yield "\n"
            elif tag == f"{_W}noBreakHyphen":
                yield "-"
            elif tag == f"{_W}sym":
                yield symbol(child, self.path, self.line, self.findings)
            elif tag == f"{_W}r" and is_hidden(child, self.hidden):
                continue
            elif tag == f"{_M}oMath":
                said = on_one_line(child, lambda one: "".join(self.strings([one], called)))
                if not is_exact(child, said):
                    self.findings.append(told("formula", said, self.path, self.line))
                yield said
            elif tag == f"{_W}r" and (place := vertical_place(child, self.places)):
                yield self.raised(child, "".join(self.strings(child, called)), place == "subscript")
            elif tag == f"{_W}ruby":
                yield from (text for base in child.iterchildren(f"{_W}rubyBase") for text in self.strings(base, called))
                reading = "".join(
                    text for rt in child.iterchildren(f"{_W}rt") for text in self.strings(rt, called)
                ).strip()
                yield f"（{reading}）" if reading else ""
            elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                yield self.call(child, called)
            elif tag not in _APART:
                yield from self.strings(child, called)

    def raised(self, run: Any, text: str, below: bool) -> str:
        linked = any(link.get(f"{_W}anchor") for link in run.iterancestors(f"{_W}hyperlink"))
        shown = raised(text, below=below, called=linked)
        if shown is None:
            beside = (_plain(run.getprevious()), _plain(run.getnext()))
            self.findings.append(flattened(text, beside, self.path, self.line))
        return text if shown is None else shown

    def call(self, reference: Any, called: list[str]) -> str:
        """The mark of a note: as printed where the text has it, else counted."""
        kind = reference.tag.removeprefix(_W).removesuffix("Reference")
        text = self.note(self.notes.get((kind, reference.get(f"{_W}id"))))
        if reference.get(f"{_W}customMarkFollows") in ("1", "true", "on"):
            called.append(text)
            return ""
        self.calls += 1
        called.append(f"〔{self.calls}〕{text}")
        return f"〔{self.calls}〕"

    def note(self, note: Note | None) -> str:
        """The text of a note on one line; findings in it have the place of its call."""
        texts = []
        for paragraph in note.paragraphs if note else ():
            texts.append("".join(self.strings(paragraph, [])).replace("\n", " ").strip(chars.BLANKS))
            self.findings += told_runs(paragraph, self.hidden, self.path, self.line)
            self.addresses(paragraph, note.rels if note else {})
        return " ".join(filter(None, texts))

    def pictures(self, paragraph: Any) -> None:
        for blip in own(paragraph, f"{_A}blip"):
            if is_fallback(blip):
                continue
            drawing = next(blip.iterancestors(f"{_W}drawing"), None)
            about = None if drawing is None else drawing.find(f".//{_WP}docPr")
            alt = "" if about is None else about.get("descr") or ""
            self.picture(blip.get(f"{_R}embed") or blip.get(f"{_R}link"), alt)
        for image in own(paragraph, f"{_VML}imagedata"):  # as Word drew before 2007
            if not is_fallback(image):
                self.picture(image.get(f"{_R}id"), image.getparent().get("alt") or "")

    def picture(self, relation: str | None, alt: str) -> None:
        part = self.part.related_parts.get(relation)
        if part is not None:
            self.outline.put(Image(f"data:{part.content_type};base64,{b64encode(part.blob).decode()}", alt))
        elif linked := target(self.part.rels, relation):  # a file beside this one
            self.outline.put(Image(unquote(linked.removeprefix("file://")), alt))

    def table(self, element: Any) -> None:
        """A table of figures; one whose cells hold headings lays out the page, and its cells are read in turn."""
        rows = list(_own(element, "tr", "tbl"))
        cells = [list(_own(row, "tc", "tr")) for row in rows]
        inside = [self.role(p) for p in element.iter(f"{_W}p")]
        if len(cells) == 1 or any(re.fullmatch("h[1-9]|headline", role) for role in inside):
            for cell in (cell for row in cells for cell in row):
                self.blocks(cell)
            return
        called: list[str] = []
        filled = [
            [*_left_out(row, "gridBefore"), *(self.cell(one, called) for one in own), *_left_out(row, "gridAfter")]
            for row, own in zip(rows, cells, strict=True)
        ]
        self.outline.put(Table(grid(filled)))
        for note in called:
            self.outline.add("footnote", note)
        for paragraph in element.iter(f"{_W}p"):
            self.pictures(paragraph)

    def cell(self, element: Any, called: list[str]) -> Cell:
        """A cell; of those that stand merged below each other the lower ones are there, and empty."""
        texts = []
        for paragraph in element.iter(f"{_W}p"):
            if not is_fallback(paragraph):
                self.line = self.lines.get(paragraph, self.line)
                texts.append(self.shown(paragraph, called))
        text = " ".join(text.strip(chars.BLANKS) for text in texts if text.strip(chars.BLANKS)).replace("\n", " ")
        return Cell(text, columns=_count(element.find(f"{_W}tcPr/{_W}gridSpan")))


def _own(element: Any, name: str, of: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, whatever stands between; not those of tables within it."""
    return (one for one in element.iter(f"{_W}{name}") if next(one.iterancestors(f"{_W}{of}")) is element)


def _left_out(row: Any, name: str) -> list[Cell]:
    """The places that a row leaves empty before its first cell, or after its last."""
    skipped = row.find(f"{_W}trPr/{_W}{name}")
    return [] if skipped is None else [Cell("", columns=_count(skipped))]


def _count(element: Any) -> int:
    """The number that an element tells; 1 where there is none."""
    value = "" if element is None else element.get(f"{_W}val", "")
    return int(value) if re.fullmatch("[0-9]{1,4}", value) else 1


def _plain(element: Any) -> str:
    """The text of an element, if there is one."""
    return "" if element is None else "".join(text.text or "" for text in element.iter(f"{_W}t"))


def _is_article(bookmark: Any) -> bool:
    """Whether contents lead here, in a file by kanben: to the first words of an article without a headline."""
    return re.fullmatch(r"_Toc\d{8}", bookmark.get(f"{_W}name", "")) is not None


def _is_styled(styles: Collection[str], run: Any) -> bool:
    """Whether a run is in one of some character styles."""
    style = run.find(f"{_W}rPr/{_W}rStyle")
    return style is not None and style.get(f"{_W}val") in styles
