"""OCR with places: hOCR and ALTO XML, as Tesseract, ABBYY and the archives of newspapers write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from .. import chars
from ..errors import InputError
from ..report import Finding
from .encoding import decode
from .layout import Box, Page, lines_of_page
from .tree import html_tree, refuse_entities

_LIMIT: Final = 256 << 20  # bytes
_HEAD: Final = 10_000  # bytes, in which entities would be defined
_BOX: Final = re.compile(r"\bbbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)")
_LINES: Final = frozenset(["ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat"])


def read(data: bytes, path: str, encoding: str | None = None, _findings: list[Finding] | None = None) -> str:
    """Read hOCR or ALTO as a text. InputError for XML that is neither, is broken, or holds no text."""
    if len(data) > _LIMIT:
        raise InputError(f"{path}: more than {_LIMIT >> 20} MB of XML")
    refuse_entities(data[:_HEAD].decode("latin-1"), path)
    root = _parse(data, path, encoding)
    name = _local(root.tag)
    if name == "alto":
        pages = _alto(root)
    elif name == "html":
        pages = _hocr(root)
    else:
        raise InputError(f"{path}: XML of the kind <{name}>", "kanben reads hOCR and ALTO.")
    text = "\n\f\n".join("\n".join(lines_of_page(page)) for page in pages)
    if not text.strip(chars.BLANKS + "\n\f"):
        raise InputError(f"{path}: there is no text in this file")
    return text + "\n"


def _parse(data: bytes, path: str, encoding: str | None) -> Any:
    """The root element, read without entities, external files or network; hOCR that is not well-formed as HTML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if b"ocr_page" not in data:
            hint = "Save it again with the program that made it, or as plain text."
            raise InputError(f"{path}: not well-formed XML: {error}", hint) from None
        return _as_page(data, path, encoding)
    named = next(root.iter(etree.Entity), None) is not None  # &nbsp; and the like, which HTML knows and XML does not
    return _as_page(data, path, encoding) if named and b"ocr_page" in data else root


def _as_page(data: bytes, path: str, encoding: str | None) -> Any:
    source, _ = decode(data, path, encoding)
    return html_tree(re.sub(r"^\s*<\?xml[^>]*>", "", source), path)


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2].lower()


def _alto(root: Any) -> list[Page]:
    order = {ref.get("REF"): n for n, ref in enumerate(root.iterfind(".//{*}ReadingOrder//{*}ElementRef"))}
    pages = []
    for page in root.iter("{*}Page"):
        blocks: Page = []
        # Blocks that the reading order does not name keep their place after those that it does.
        for block in sorted(page.iter("{*}TextBlock"), key=lambda block: _rank(block, order)):
            lines = [(_alto_box(line), list(_alto_words(line))) for line in block.iter("{*}TextLine")]
            blocks.append([line for line in lines if line[1]])
        pages.append([block for block in blocks if block])
    return pages


def _rank(block: Any, order: Mapping[str | None, int]) -> int:
    """The place of a block, or of the composed block around it, in the reading order."""
    named = (one.get("ID") for one in (block, *block.iterancestors()))
    return next((order[name] for name in named if name in order), len(order))


def _alto_words(line: Any) -> Iterator[tuple[str, Box]]:
    for word in line:
        if _local(word.tag) in ("string", "hyp") and (text := word.get("CONTENT", "").strip()):
            yield text, _alto_box(word)


def _alto_box(element: Any) -> Box:
    left, top, width, height = (_number(element.get(name)) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    return left, top, left + width, top + height


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0


def _hocr(root: Any) -> list[Page]:
    pages = []
    for page in _of_class(root, {"ocr_page"}):
        lines = [line for line in _of_class(page, _LINES) if line is _innermost(line)]
        blocks = (
            [(_hocr_box(line), words) for line in block if (words := list(_hocr_words(line)))]
            for _, block in groupby(lines, _area)
        )
        pages.append([block for block in blocks if block])
    return pages


def _innermost(line: Any) -> Any:
    """The line itself, unless it holds lines, as a caption of several may."""
    return next((inner for inner in _of_class(line, _LINES) if inner is not line), line)


def _area(line: Any) -> Any:
    """The block that a line stands in."""
    above = [(set((one.get("class") or "").split()), one) for one in line.iterancestors()]
    for name in ("ocr_carea", "ocr_par", "ocr_page"):
        for names, one in above:
            if name in names:
                return one
    return None


def _of_class(element: Any, names: Iterable[str]) -> Iterator[Any]:
    wanted = set(names)
    return (inner for inner in element.iter() if wanted & set((inner.get("class") or "").split()))


def _hocr_words(line: Any) -> Iterator[tuple[str, Box]]:
    """The words of a line; of a program that knows only lines, the line."""
    words = list(_of_class(line, {"ocrx_word"}))
    for word in words or [line]:
        if text := re.sub(r"\s+", " " if not words else "", "".join(word.itertext())).strip():
            yield text, _hocr_box(word)


def _hocr_box(element: Any) -> Box:
    found = _BOX.search(element.get("title") or "")
    if found is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = map(float, found.groups())
    return left, top, right, bottom
