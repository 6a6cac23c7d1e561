"""OCR with places: hOCR and ALTO XML, as Tesseract, ABBYY and the archives of newspapers write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any, Final

from .. import chars
from ..errors import InputError
from ..report import Finding
from .encoding import decode, refuse_binary
from .layout import Box, Page, PlacedWord, lines_of_page
from .raised import raised
from .tree import html_tree, refuse_entities

_LIMIT: Final = 256 << 20  # bytes
_HEAD: Final = 10_000  # bytes, in which entities would be defined
_BOX: Final = re.compile(r"\bbbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)")
_LINES: Final = frozenset(["ocr_line", "ocrx_line"])
_BLOCKS: Final = frozenset(["div", "p", "table", "tbody", "tr", "td", "ul", "ol", "li", "blockquote", "body", "html"])
_SCRIPTS: Final = frozenset(["superscript", "subscript"])
_HYPHENS: Final = ("\xad", "¬")  # as OCR programs write that of a word cut at a line's end


def read(data: bytes, path: str, encoding: str | None = None, _findings: list[Finding] | None = None) -> str:
    """Read hOCR or ALTO as a text. InputError for XML that is neither, is broken, or holds no text."""
    if len(data) > _LIMIT:
        raise InputError(f"{path}: more than {_LIMIT >> 20} MB of XML")
    refuse_binary(data, path)
    if not data.strip():
        raise InputError(f"{path}: the file is {'blank' if data else 'empty'}", "Give a file that holds text.")
    refuse_entities(data[:_HEAD].replace(b"\0", b"").decode("latin-1"), path)
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
            raise InputError(f"{path}:{error.lineno or 1}: not well-formed XML: {error.msg}", hint) from None
        return _as_page(data, path, encoding)
    subset: Any = root.getroottree().docinfo.internalDTD
    if subset is not None and subset.entities():
        refuse_entities("<!ENTITY", path)
    named = next(root.iter(etree.Entity), None) is not None  # &nbsp; and the like, which HTML knows and XML does not
    return _as_page(data, path, encoding) if named and b"ocr_page" in data else root


def _as_page(data: bytes, path: str, encoding: str | None) -> Any:
    source, _ = decode(data, path, encoding)
    return html_tree(re.sub(r"^\s*<\?xml[^>]*>", "", source), path)


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2].lower()


def _alto(root: Any) -> list[Page]:
    _join_halves(root)
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


def _join_halves(root: Any) -> None:
    """Make one of the halves of words that line ends cut, where the file tells the whole of them."""
    for one, other in pairwise(root.iter("{*}String")):
        whole = one.get("SUBS_CONTENT", "")
        kinds = (one.get("SUBS_TYPE"), other.get("SUBS_TYPE"))
        if kinds == ("HypPart1", "HypPart2") and whole and whole == other.get("SUBS_CONTENT"):
            one.set("CONTENT", whole)
            other.set("CONTENT", "")
            for hyphen in one.itersiblings("{*}HYP"):
                hyphen.set("CONTENT", "")


def _alto_words(line: Any) -> Iterator[PlacedWord]:
    apart = False
    for word in line:
        name, text = _local(word.tag), word.get("CONTENT", "").strip()
        if name == "hyp":
            text = "-" if text in _HYPHENS else text
        for style in _SCRIPTS.intersection(word.get("STYLE", "").split()):
            text = raised(text, below=style == "subscript") or text
        if name in ("string", "hyp") and text:
            yield PlacedWord(text, _alto_box(word), apart)
            apart = False
        apart = apart or (name == "sp" and _number(word.get("WIDTH", "1")) > 0)


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
    whole = has_words_beside_pages(root)  # also where there are no pages
    for page in [root] if whole else _of_class(root, {"ocr_page"}):
        lines = ((line, text) for line, text in _hocr_lines(page) if text)
        pages.append(
            [
                [(_hocr_box(line), list(_hocr_words(line, text))) for line, text in block]
                for _, block in groupby(lines, lambda line: _area(line[0]))
            ]
        )
    return pages


def has_words_beside_pages(root: Any) -> bool:
    """Whether words of an hOCR file stand outside of its pages."""
    rest = [root]
    while rest:
        element = rest.pop()
        if _is_unread(element) or "ocr_page" in (element.get("class") or "").split():
            continue
        rest += element
        if any((text or "").strip() for text in (element.text, *(child.tail for child in element))):
            return True
    return False


def _is_unread(element: Any) -> bool:
    return not isinstance(element.tag, str) or _local(element.tag) in ("head", "script", "style")


def _hocr_lines(element: Any) -> Iterator[tuple[Any, str]]:
    """The lines in an element, in order, each with its text; text that stands in no line is taken for one."""
    if _is_unread(element):
        return
    inside = [inner for inner in element.iterdescendants() if isinstance(inner.tag, str)]
    if not any(_is_line(inner) or _local(inner.tag) in _BLOCKS for inner in inside):
        yield element, _text_of(element)
        return
    yield element, _closed(element.text)
    for child in element:
        yield from _hocr_lines(child)
        yield element, _closed(child.tail)


def _is_line(element: Any) -> bool:
    return not _LINES.isdisjoint((element.get("class") or "").split())


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


def _hocr_words(line: Any, text: str) -> Iterator[PlacedWord]:
    """The words of a line; of a program that knows only lines, its `text`."""
    words = [*_of_class(line, {"ocrx_word"})] if text == _text_of(line) else []
    placed = [(re.sub(r"\s+", "", "".join(word.itertext())), word) for word in words]
    if "".join(said for said, _ in placed) != "".join(text.split()):  # some of it stands in no word
        placed = [(text, line)]
    for said, word in placed:
        if said:
            yield PlacedWord(said, _hocr_box(word))


def _text_of(element: Any) -> str:
    return _closed("".join(element.itertext()))


def _closed(text: str | None) -> str:
    return " ".join((text or "").split())


def _hocr_box(element: Any) -> Box:
    found = _BOX.search(element.get("title") or "")
    if found is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = map(float, found.groups())
    return left, top, right, bottom
