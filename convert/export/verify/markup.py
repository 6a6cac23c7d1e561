"""The text of editions that are XML, mostly zipped: every paragraph, heading, item and cell is a piece."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join
from typing import Any, Final

from lxml import etree

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPF: Final = {"o": "http://www.idpf.org/2007/opf", "c": "urn:oasis:names:tc:opendocument:xmlns:container"}
_PIECES: Final = frozenset(("p", "h1", "h2", "h3", "li", "td"))


def epub_pieces(path: Path) -> Iterator[str]:
    """The pieces of a book in the order of its spine."""
    with zipfile.ZipFile(path) as archive:
        root = _parse(archive.read("META-INF/container.xml")).find(".//c:rootfile", _OPF).get("full-path")
        package = _parse(archive.read(root))
        files = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", _OPF)}
        for reference in package.iterfind(".//o:itemref", _OPF):
            yield from _page_pieces(archive.read(join(dirname(root), files[reference.get("idref")])))


def html_pieces(path: Path) -> Iterator[str]:
    """The pieces of a page, which is well-formed XML as well."""
    return _page_pieces(path.read_bytes())


def _page_pieces(data: bytes) -> Iterator[str]:
    for element in _parse(data).iter("{*}*"):
        name = etree.QName(element).localname
        if name in _PIECES and not element.xpath("ancestor::*[@hidden]"):
            for line_end in element.iter("{*}br"):
                line_end.text = "\n"
            yield "".join(element.itertext())


def docx_pieces(path: Path) -> Iterator[str]:
    """The paragraphs of a document, then those of its footnotes."""
    with zipfile.ZipFile(path) as archive:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in archive.namelist():
                for paragraph in _parse(archive.read(name)).iter(f"{_WORD}p"):
                    yield "".join(_runs(paragraph))


def _runs(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{_WORD}t", f"{_WORD}br", f"{_WORD}tab"):
        if node.tag == f"{_WORD}t":
            yield node.text or ""
        elif node.getparent().tag == f"{_WORD}r":  # not a tab stop, nor a break between columns
            yield "\t" if node.tag == f"{_WORD}tab" else "\n"


def _parse(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
