"""The text of our own PDF files, as a viewer copies it: codes in page descriptions, through the fonts' ToUnicode.

It reads what kanben writes, a plain table of objects and two-byte codes, and is no reader of other PDFs.
"""

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_TOKEN: Final = re.compile(
    rb"\((?P<text>(?:[^\\()]|\\.)*)\)|<(?P<hex>[0-9A-Fa-f\s]*)>|/(?P<name>[^\s/<>\[\]()]+)|(?P<operator>[A-Za-z'\"*]+)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPED: Final[Mapping[bytes, bytes]] = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
_CHARACTER: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_HALF: Final = re.compile(rb"(?=/Page<</Number )")  # a page of a booklet, on a sheet with another
_HALF_NUMBER: Final = re.compile(rb"/Page<</Number (\d+)>>BDC")
Codes = Mapping[bytes, str]


def pdf_pieces(path: Path) -> Iterator[str]:
    """The pieces of text in the order in which they are drawn; what is marked as an artifact is left out.

    The halves of a booklet's sheets are put in the order of their pages.
    """
    halves: dict[int, list[str]] = {}
    file = _File(path.read_bytes())
    fonts: dict[bytes, Codes] = {}
    for page in file.pages(file.reference(file.object(file.root), b"Pages")):
        resources = file.value(page, b"Font")
        for name, number in re.findall(rb"/([^\s/<>]+)\s+(\d+) 0 R", resources):
            if name not in fonts:
                fonts[name] = file.codes(int(number))
        for content in re.findall(rb"(\d+) 0 R", file.value(page, b"Contents")):
            for code in _HALF.split(file.stream(int(content))):
                half = _HALF_NUMBER.match(code)
                if half:
                    halves[int(half[1])] = list(_shown(code, fonts))
                else:
                    yield from _shown(code, fonts)
    for number in sorted(halves):
        yield from halves[number]


def _shown(code: bytes, fonts: Mapping[bytes, Codes]) -> Iterator[str]:
    """What a page description shows: one piece from one placing of text to the next."""
    codes: Codes = {}
    piece, name = "", b""
    marks: list[bytes] = []
    for token in _TOKEN.finditer(code):
        kind = token.lastgroup
        if kind == "name":
            name = name if token["name"] == b"MCID" else token["name"]
        elif kind in ("text", "hex"):
            data = _unescape(token["text"]) if kind == "text" else bytes.fromhex(token["hex"].decode())
            if b"Artifact" not in marks:
                piece += "".join(codes.get(data[at : at + 2], "\ufffd") for at in range(0, len(data), 2))
        elif token["operator"] in (b"BDC", b"BMC"):
            marks.append(name)
        elif token["operator"] == b"EMC":
            marks.pop()
        elif token["operator"] == b"Tf":
            codes = fonts.get(name, {})
        elif token["operator"] in (b"Tm", b"Td", b"TD", b"T*", b"ET") and piece:
            yield piece
            piece = ""


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
        ends = (self.data.find(end, start) for end in (b"stream", b"endobj"))
        return self.data[start : min(end for end in ends if end > 0)]

    def value(self, text: bytes, key: bytes) -> bytes:
        """An entry that is an array, a dictionary or a reference to one, as text."""
        found = re.search(rb"/" + key + rb"\s*(?:(\d+) 0 R|(\[.*?\]|<<.*?>>))", text, re.DOTALL)
        if found is None:
            return b""
        if found[1] and key != b"Contents":
            return self.object(int(found[1])).partition(b"obj")[2]
        return found[0]

    def reference(self, text: bytes, key: bytes) -> int:
        found = re.search(rb"/" + key + rb"\s+(\d+) 0 R", text)
        return int(found[1]) if found else 0

    def pages(self, number: int) -> Iterator[bytes]:
        """The pages below a node of the page tree, in order."""
        node = self.object(number)
        kids = re.search(rb"/Kids\s*\[(.*?)\]", node, re.DOTALL)
        if kids is None:
            yield node
            return
        for kid in re.findall(rb"(\d+) 0 R", kids[1]):
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
