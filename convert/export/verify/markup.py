"""The text of editions that are zipped XML: every paragraph, heading, item and cell is a piece."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join
from typing import Any, Final

from lxml import etree

_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPF: Final = {"o": "http://www.idpf.org/2007/opf", "c": "urn:oasis:names:tc:opendocument:xmlns:container"}
_PIECES: Final = tuple(_XHTML + name for name in ("p", "h1", "h2", "h3", "li", "td"))


def epub_pieces(path: Path) -> Iterator[str]:
    """The pieces of a book in the order of its spine."""
    with zipfile.ZipFile(path) as archive:
        root = _parse(archive, "META-INF/container.xml").find(".//c:rootfile", _OPF).get("full-path")
        package = _parse(archive, root)
        files = {item.get("id"): item.get("href") for item in package.iterfind(".//o:item", _OPF)}
        for reference in package.iterfind(".//o:itemref", _OPF):
            document = _parse(archive, join(dirname(root), files[reference.get("idref")]))
            for line_end in document.iter(f"{_XHTML}br"):
                line_end.text = "\n"
            for element in document.iter(*_PIECES):
                if not element.xpath("ancestor::*[@hidden]"):
                    yield "".join(element.itertext())


def docx_pieces(path: Path) -> Iterator[str]:
    """The paragraphs of a document, then those of its footnotes."""
    with zipfile.ZipFile(path) as archive:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in archive.namelist():
                for paragraph in _parse(archive, name).iter(f"{_WORD}p"):
                    yield "".join(_runs(paragraph))


def _runs(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{_WORD}t", f"{_WORD}br", f"{_WORD}tab"):
        if node.tag == f"{_WORD}t":
            yield node.text or ""
        elif node.getparent().tag == f"{_WORD}r":  # not a tab stop, nor a break between columns
            yield "\t" if node.tag == f"{_WORD}tab" else "\n"


def _parse(archive: zipfile.ZipFile, name: str) -> Any:
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
