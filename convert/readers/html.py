"""HTML: its headings, paragraphs, lists, tables and pictures. Pages that kanben wrote name every role.

A reading above its character (ruby) follows it in brackets: 涨（zhǎng）.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import repeat
from typing import Any, Final

from .. import chars
from ..errors import InputError
from ..model import Issue, Table
from ..report import Finding
from . import ocr
from .breaks import unbroken
from .builder import ROLES, Outline, language_tag
from .docx_numbers import letters, roman
from .encoding import decode
from .grid import Cell, grid
from .html_inline import Inline, Mark, Piece, joined, one_line, strings, stripped
from .html_notes import place_notes
from .html_pruned import prune
from .tree import html_tree, refuse_entities

_LIMIT: Final = 64 << 20  # bytes
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_BLOCK: Final = re.compile(
    "html|body|main|article|section|div|header|footer|aside|figure|figcaption|address|blockquote|p|pre|h[1-6]|ul|ol|li"
    "|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|hr|center|details|summary|form|fieldset"
)
_LISTS: Final = ("ul", "ol")
_BY_TAG: Final = {"figcaption": "caption", "caption": "caption", "address": "byline"}
_NAMED: Final = ROLES | {"title", "headline", "issue_line", "footnote"}
_BY_LINES: Final = ("verse", "list", "note", "footnote")  # roles in which a <br> is no new paragraph
_SHAPES: Final[Mapping[str, Callable[[int], str]]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}  # by the type of a list
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
    if any("ocr_page" in (one.get("class") or "").split() for one in root.iter("div")):
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
    return text


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
            for caption in element.iter("caption"):
                self.leaf("caption", self.within.pieces(caption))
            self.outline.put(Table(grid([[self.cell(cell) for cell in row] for row in _rows(element)])))
        elif _is_typed(element):
            self.typed(_typed(element))
        elif _is_list(element):
            if text := "\n".join(self.items(element)):
                self.outline.add("list", text)
        elif _has_blocks(element):
            if tag == "ol":
                _number_items(element)
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
            if _BLOCK.fullmatch(child.tag) or _has_blocks(child):
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
        rows = _number(element.get("rowspan")) or _ALL
        return Cell(self.within.plain(element), rows, _number(element.get("colspan")))

    def items(self, element: Any, *, within: bool = False) -> Iterator[str]:
        """The items of a list, each with its mark, those of a list in an item behind it; by kanben: as printed."""
        if loose := (element.text or "").strip():
            yield loose
        marks = _marks(element, within)
        for item in element:
            if item.tag != "li":
                yield from self.items(item, within=True)
            else:
                yield from self.item(item, "" if element.get("class") == "list" else next(marks))
            if loose := (item.tail or "").strip():
                yield loose

    def item(self, element: Any, mark: str) -> Iterator[str]:
        """One item: its text, and the lists in it with what follows them."""
        loose = strings(element.text)
        for child in element:
            if child.tag in _LISTS:
                if text := one_line(loose):
                    yield mark + text
                    mark = ""
                yield from self.items(child, within=True)
                loose = []
            else:
                loose += [*self.within.element(child)]
            loose += strings(child.tail)
        if text := one_line(loose):
            yield mark + text


def _role(element: Any) -> str | None:
    """The role that a page by kanben names in an element's class."""
    return next((name for name in element.get("class", "").split() if name in _NAMED), None)


def _is_quoted(element: Any) -> bool:
    return next(element.iterancestors("blockquote"), None) is not None


def _number(value: str | None, usual: int = 1) -> int:
    """The number that an attribute tells; `usual` where it tells none."""
    return int(value) if value and re.fullmatch("[0-9]{1,5}", value) else usual


def _marks(element: Any, within: bool) -> Iterator[str]:
    """The marks of the items of a list, one after the other; `within` another list numbers stand in brackets."""
    if element.tag != "ol":
        yield from repeat("– " if within else "• ")
    items = [*element.iterchildren("li")]
    step = -1 if element.get("reversed") is not None else 1
    number = _number(element.get("start"), len(items) if step < 0 else 1)
    shape = _SHAPES.get(element.get("type") or "", str)
    for item in items:
        number = _number(item.get("value"), number)
        said = shape(number) if number > 0 else str(number)
        yield f"({said}) " if within and shape is str else f"{said}. "
        number += step


def _number_items(element: Any) -> None:
    """Write the numbers of a list before the texts of its items that hold more than a list can; not before headings."""
    for item, mark in zip(element.iterchildren("li"), _marks(element, within=False), strict=False):
        first = item if (item.text or "").strip() else next(item.iter("p", "h1", "h2", "h3", "h4", "h5", "h6"), None)
        if first is not None and first.tag in ("li", "p"):
            first.text = mark + (first.text or "").lstrip()


def _is_list(element: Any) -> bool:
    """Whether an element is a list of items that hold texts and such lists."""
    return element.tag in _LISTS and all(_is_list(one) or (one.tag == "li" and _is_item(one)) for one in element)


def _is_item(element: Any) -> bool:
    """Whether an item holds texts and lists alone, or one paragraph and lists; a picture stands in no list."""
    only = [child for child in element if child.tag not in _LISTS]
    if len(only) == 1 and only[0].tag == "p" and not (element.text or "").strip():
        only = list(only[0])
    if any(_BLOCK.fullmatch(child.tag) or _has_blocks(child) for child in only) or element.find(".//img") is not None:
        return False
    return all(_is_list(child) for child in element if child.tag in _LISTS)


def _has_blocks(element: Any) -> bool:
    return any(_BLOCK.fullmatch(inner.tag) for inner in element.iterdescendants())


def _rows(table: Any) -> Iterator[list[Any]]:
    """The cells of each row."""
    return ([*row.iterchildren("td", "th")] for row in table.iter("tr"))


def _lays_out(table: Any) -> bool:
    """Whether a table holds a page's blocks, as old pages do, or more than its cells and caption."""
    if any(
        inner.tag in ("table", "img", "h1", "h2", "h3", "h4") or (inner.tag == "p" and len(inner.text_content()) > 100)
        for inner in table.iterdescendants()
    ):
        return True
    shown = (*(cell for row in _rows(table) for cell in row), *table.iter("caption"))
    return sum(map(_visible, shown)) < _visible(table)


def _visible(element: Any) -> int:
    """The number of characters in an element, white space aside."""
    return len("".join(element.text_content().split()))


def _is_typed(element: Any) -> bool:
    """Whether an element holds plain text with its line ends, as a typist or a program set them."""
    return element.tag == "pre" and not any(
        inner.tag == "img" or _BLOCK.fullmatch(inner.tag) for inner in element.iterdescendants()
    )


def _typed(element: Any) -> str:
    for line_end in element.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    return str(element.text_content()).strip("\n")
