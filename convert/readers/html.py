"""HTML: its headings, paragraphs, lists, tables and pictures. Pages that kanben wrote name every role.

A reading above its character (ruby) follows it in brackets: 涨（zhǎng）.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Final

from .. import chars
from ..errors import InputError
from ..model import Issue, Table
from ..report import Finding
from . import ocr
from .breaks import unbroken
from .builder import ROLES, Outline, language_tag
from .encoding import decode
from .grid import Cell, grid
from .html_inline import Inline, Mark, Piece, joined, strings, stripped
from .html_lists import BLOCK, count_of, has_blocks, is_list, items, number_items
from .html_notes import place_notes
from .html_pruned import prune
from .left_out import told
from .tree import html_tree, refuse_entities

_LIMIT: Final = 64 << 20  # bytes
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_BY_TAG: Final = {"figcaption": "caption", "caption": "caption", "address": "byline"}
_NAMED: Final = ROLES | {"title", "headline", "issue_line", "footnote"}
_BY_LINES: Final = ("verse", "list", "note", "footnote")  # roles in which a <br> is no new paragraph
_ALL: Final = 65534  # rows that a cell may span
_ON_ONE_LINE: Final = ("title", "headline", "kicker", "h1", "h2", "h3", "h4", "h5", "h6")
_NOT_XML: Final = re.compile(f"[{chars.NOT_XML_CLASS}]")


def read(data: bytes, path: str, encoding: str | None = None, findings: list[Finding] | None = None) -> Issue | str:
    """Read a page as an Issue, or as a text where it has no headings. InputError for one without text."""
    if len(data) > _LIMIT:
        raise InputError(f"{path}: more than {_LIMIT >> 20} MB of HTML", "Divide it, or save it as text.")
    source = _decoded(data, path, encoding)
    refuse_entities(source, path)
    source = re.sub(r"^\s*<\?xml[^>]*>", "", source).replace("\f", " ")  # U+000C is white space in HTML
    source = _NOT_XML.sub("", source)
    root = html_tree(source, path)
    if _is_hocr(root):
        return ocr.read(data, path, encoding)  # hOCR by the name of a page
    findings = [] if findings is None else findings
    prune(root, path, findings)
    place_notes(root)
    outline = _Walk(path, findings).page(root)
    if outline.has_headings:
        return outline.issue(Issue(language=language_tag(root.get("lang") or "")))
    text = outline.text()
    if not text.strip():
        raise InputError(f"{path}: there is no text in this page")
    findings += (told("lost-picture", picture.alt or picture.path, path) for picture in outline.pictures)
    return text


def _is_hocr(root: Any) -> bool:
    """Whether a page is OCR with places as a whole: no words stand beside its pages."""
    named = ("ocr_page" in (one.get("class") or "").split() for one in root.iter("div"))
    return any(named) and not ocr.has_words_beside_pages(root)


def _decoded(data: bytes, path: str, encoding: str | None) -> str:
    """The page in the encoding asked for, else in the one it names, else, where that is a lie, in the one detected."""
    declared = None if encoding else _declared(data)
    if declared:
        with suppress(InputError):
            return decode(data, path, declared)[0]
    return decode(data, path, encoding)[0]


def _declared(data: bytes) -> str | None:
    """The encoding that the page names, if Python knows it and no byte order mark is there to decide."""
    found = _CHARSET.search(data[:4096])
    if not found or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None


class _Walk:
    """One walk over the elements of a page, in their order."""

    def __init__(self, path: str, findings: list[Finding]) -> None:
        self.within = Inline(path, findings)
        self.outline = Outline()

    def page(self, root: Any) -> Outline:
        self.block(root)
        return self.outline

    def block(self, element: Any) -> None:
        """A block element: a table, a list, a container of blocks, or one text."""
        tag = element.tag
        if tag == "table" and not _lays_out(element):
            for caption in _captions(element):
                self.leaf("caption", self.within.pieces(caption))
            self.outline.put(Table(grid([[self.cell(cell) for cell in row] for row in _rows(element)])))
        elif _is_typed(element):
            self.typed(_typed(element))
        elif is_list(element):
            if text := "\n".join(items(element, self.within)):
                self.outline.add("list", text)
        elif has_blocks(element):
            if tag == "ol":
                number_items(element)
            if element.get("class") == "article":  # by kanben: one without a headline begins here too
                self.outline.add("article", "")
            self.container(element)
        else:
            role = _role(element) or _BY_TAG.get(tag) or (tag if re.fullmatch("h[1-6]", tag) else "paragraph")
            quoted = tag == "blockquote" or _is_quoted(element)
            self.leaf(role, self.within.pieces(element), quoted=quoted)

    def container(self, element: Any) -> None:
        """Blocks, and what stands between them."""
        loose: list[Piece] = strings(element.text)
        for child in element:
            if BLOCK.fullmatch(child.tag) or has_blocks(child):
                self.leaf("paragraph", loose)
                loose = []
                self.block(child)
            else:
                loose += [*self.within.element(child)]
            loose += strings(child.tail)
        self.leaf("paragraph", loose)

    def leaf(self, role: str, parts: Iterable[Piece], *, quoted: bool = False) -> None:
        """The text and the pictures of one block."""
        texts: list[str] = []
        for part in parts:
            if isinstance(part, str):
                texts.append(part)
            elif isinstance(part, Mark):
                self.outline.add(part.role, part.text)
            else:
                self.text(role, texts, quoted)
                texts = []
                self.outline.put(part)
        self.text(role, texts, quoted)

    def text(self, role: str, texts: list[str], quoted: bool) -> None:
        """One text; what its line breaks mean depends on its role."""
        if role == "paragraph":
            role, lines = unbroken(joined(texts), quoted=quoted)
            for line in lines:  # the paragraphs of a quotation are stanzas
                self.outline.add_verse(line) if role == "verse" and quoted else self.outline.add(role, line)
            return
        text = stripped(joined(texts)).strip("\n")
        lines = text.split("\n") if role == "verse" and text else [line for line in text.split("\n") if line]
        if role in _ON_ONE_LINE:
            lines = [" ".join(lines)] if lines else []
        for text in ["\n".join(lines)] if role in _BY_LINES and lines else lines:
            self.outline.add(role, text)

    def typed(self, text: str) -> None:
        """Text with its line ends: verse, or lines that a program or a typist has set."""
        role, verse = unbroken(text, quoted=True)
        if role == "verse":
            self.outline.add_verse(verse[0])
        else:
            self.outline.add("typed", text)

    def cell(self, element: Any) -> Cell:
        """A cell; one that spans no rows by number spans all that follow."""
        rows = count_of(element.get("rowspan")) or _ALL
        return Cell(self.within.plain(element), rows, count_of(element.get("colspan")))


def _role(element: Any) -> str | None:
    """The role that a page by kanben names in an element's class."""
    return next((name for name in element.get("class", "").split() if name in _NAMED), None)


def _is_quoted(element: Any) -> bool:
    return next(element.iterancestors("blockquote"), None) is not None


def _rows(table: Any) -> Iterator[list[Any]]:
    """The cells of each row."""
    return ([*row.iterchildren("td", "th")] for row in table.iter("tr"))


def _captions(table: Any) -> Iterator[Any]:
    return (one for one in table.iter("caption") if next(one.iterancestors("caption"), None) is None)


def _lays_out(table: Any) -> bool:
    """Whether a table holds a page's blocks, as old pages do, or more than its cells and caption."""
    if any(
        inner.tag in ("table", "img", "h1", "h2", "h3", "h4") or (inner.tag == "p" and len(inner.text_content()) > 100)
        for inner in table.iterdescendants()
    ):
        return True
    shown = (*(cell for row in _rows(table) for cell in row), *_captions(table))
    return sum(map(_visible, shown)) < _visible(table)


def _visible(element: Any) -> int:
    """The number of characters in an element, white space aside."""
    return len("".join(element.text_content().split()))


def _is_typed(element: Any) -> bool:
    """Whether an element holds plain text with its line ends, as a typist or a program set them."""
    return element.tag == "pre" and not any(
        inner.tag == "img" or BLOCK.fullmatch(inner.tag) for inner in element.iterdescendants()
    )


def _typed(element: Any) -> str:
    for line_end in element.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    return str(element.text_content()).strip("\n")
