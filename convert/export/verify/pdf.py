"""The text of our own PDF files, as a viewer copies it: codes in page descriptions, through the fonts' ToUnicode.

It reads what kanben writes, a plain table of objects and two-byte codes, and is no reader of other PDFs.
"""

import re
import zlib
from base64 import a85decode
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_TOKEN: Final = re.compile(
    rb"\((?P<text>(?:[^\\()]|\\.)*+)\)?|<(?P<hex>[0-9A-Fa-f\s]*)>|/MCID (?P<mark>\d+)|/(?P<name>[^\s/<>\[\]()]+)"
    rb"|(?P<operator>[A-Za-z'\"*]+)",
    re.DOTALL,
)
_REFERENCE: Final = re.compile(rb"(?<!\d)(\d+) 0 R")
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPED: Final[Mapping[bytes, bytes]] = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
_CHARACTER: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_HALF: Final = re.compile(rb"(?=/Page<</Number )")  # a page of a booklet, on a sheet with another
_HALF_NUMBER: Final = re.compile(rb"/Page<</Number (\d+)>>BDC")
_KID: Final = re.compile(rb"/Pg (?P<page>\d+) 0 R/MCID (?P<there>\d+)>>|(?P<element>\d+) 0 R|(?P<here>\d+)")
_ENDS: Final = frozenset((b"Tm", b"Td", b"TD", b"T*", b"ET", b"BDC", b"BMC", b"EMC"))  # of a piece
Codes = Mapping[bytes, str]
Mark = tuple[int, int]  # the number of a page's object, and of a marked piece on that page


def pdf_pieces(path: Path) -> Iterator[str]:
    """The pieces of text in the order of the tags, as a screen reader has them; what no tag holds comes last.

    What is marked as an artifact is left out. The sheets of a booklet, which have no tags, are read as they are
    drawn, their halves in the order of their pages.
    """
    file = _File(path.read_bytes())
    if tree := file.reference(file.object(file.root), b"StructTreeRoot"):
        yield from _tagged(file, tree)
        return
    halves: dict[int, list[str]] = {}
    for _, code, fonts in _pages(file):
        for half in _HALF.split(code)[1:]:
            found = _HALF_NUMBER.match(half)
            assert found is not None
            halves[int(found[1])] = [piece for _, piece in _shown(half, fonts)]
    for number in sorted(halves):
        yield from halves[number]


def _tagged(file: "_File", tree: int) -> Iterator[str]:
    """The pieces of a tagged document."""
    pieces: defaultdict[Mark | None, list[str]] = defaultdict(list)
    for page, code, fonts in _pages(file):
        for mark, piece in _shown(code, fonts):
            pieces[None if mark is None else (page, mark)].append(piece)
    for place in _marks(file, file.reference(file.object(tree), b"K")):
        yield from pieces.pop(place, [])
    for rest in pieces.values():
        yield from rest


def _marks(file: "_File", number: int) -> Iterator[Mark]:
    """The marked pieces below a structure element, in order."""
    element = file.object(number)
    page = file.reference(element, b"Pg")
    for kid in _KID.finditer(element, element.index(b"/K[")):
        if kid["element"]:
            yield from _marks(file, int(kid["element"]))
        else:
            yield (int(kid["page"]), int(kid["there"])) if kid["page"] else (page, int(kid["here"]))


def _pages(file: "_File") -> Iterator[tuple[int, bytes, Mapping[bytes, Codes]]]:
    """Number, description and fonts of each page."""
    fonts: dict[bytes, Codes] = {}
    for number in file.pages(file.reference(file.object(file.root), b"Pages")):
        page = file.object(number)
        for name, font in re.findall(rb"/([^\s/<>]+)\s+(\d+) 0 R", file.value(page, b"Font")):
            if name not in fonts:
                fonts[name] = file.codes(int(font))
        for content in _REFERENCE.findall(file.value(page, b"Contents")):
            yield number, file.stream(int(content)), fonts


def _shown(code: bytes, fonts: Mapping[bytes, Codes]) -> Iterator[tuple[int | None, str]]:
    """What a page description shows: one piece from one placing of text to the next, with the mark it stands under."""
    codes: Codes = {}
    piece, name = "", b""
    mark: int | None = None
    opened: list[tuple[bytes, int | None]] = []
    for token in _TOKEN.finditer(code):
        kind = token.lastgroup
        if kind == "name":
            name = token["name"]
        elif kind == "mark":
            mark = int(token["mark"])
        elif kind in ("text", "hex"):
            data = _unescape(token["text"]) if kind == "text" else bytes.fromhex(token["hex"].decode())
            if all(tag != b"Artifact" for tag, _ in opened):
                piece += "".join(codes.get(data[at : at + 2], "\ufffd") for at in range(0, len(data), 2))
            continue
        elif token["operator"] == b"Tf":
            codes = fonts.get(name, {})
        elif token["operator"] in _ENDS and piece:
            yield next((number for _, number in reversed(opened) if number is not None), None), piece
            piece = ""
        if token["operator"] in (b"BDC", b"BMC"):
            opened.append((name, mark))
            mark = None
        elif token["operator"] == b"EMC":
            opened.pop()


def _unescape(text: bytes) -> bytes:
    def one(found: re.Match[bytes]) -> bytes:
        what = found[1]
        return bytes([int(what, 8) & 255]) if what.isdigit() else _ESCAPED.get(what, what)

    return _ESCAPE.sub(one, text) if b"\\" in text else text


class _File:
    """The objects of a PDF file by number."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        table = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
        self.places: dict[int, int] = {}
        head = re.compile(rb"xref\s+(\d+) (\d+)\s+").match(data, table)
        assert head is not None
        for n in range(int(head[2])):
            row = data[head.end() + 20 * n : head.end() + 20 * n + 18]
            if row.endswith(b"n"):
                self.places[int(head[1]) + n] = int(row[:10])
        self.root = self.reference(data[table:], b"Root")

    def object(self, number: int) -> bytes:
        """An object's text, without its stream."""
        start = self.places[number]
        end = self.data.find(b"endobj", start)
        stream = self.data.find(b"stream", start, end)
        return self.data[start : end if stream < 0 else stream]

    def value(self, text: bytes, key: bytes) -> bytes:
        """An entry that is an array, a dictionary or a reference to one, as text."""
        found = re.search(rb"/" + key + rb"\s*(?:(\d+) 0 R|(\[[^\[\]]*\]|<<[^<>]*>>))", text)
        if found is None:
            return b""
        if found[1] and key != b"Contents":
            return self.object(int(found[1])).partition(b"obj")[2]
        return found[0]

    def reference(self, text: bytes, key: bytes) -> int:
        found = re.search(rb"/" + key + rb"\s+(\d+) 0 R", text)
        return int(found[1]) if found else 0

    def pages(self, number: int) -> Iterator[int]:
        """The pages below a node of the page tree, in order, by the numbers of their objects."""
        kids = re.search(rb"/Kids\s*\[([^\[\]]*)\]", self.object(number))
        if kids is None:
            yield number
            return
        for kid in _REFERENCE.findall(kids[1]):
            yield from self.pages(int(kid))

    def stream(self, number: int) -> bytes:
        head = self.object(number)
        start = self.places[number] + len(head) + len(b"stream")
        start += 2 if self.data[start : start + 2] == b"\r\n" else 1
        length = re.search(rb"/Length\s+(\d+)", head)
        assert length is not None
        data = self.data[start : start + int(length[1])]
        if b"ASCII85Decode" in head:
            data = a85decode(b"<~" + data.strip(), adobe=True)
        return zlib.decompress(data) if b"FlateDecode" in head else data

    def codes(self, number: int) -> Codes:
        """What the codes of a font stand for."""
        table = self.reference(self.object(number), b"ToUnicode")
        if not table:
            return {}
        pairs = _CHARACTER.findall(self.stream(table))
        return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
