"""Glyphs made of other glyphs: letters turned for vertical lines, two figures in one square, stacked accents.

PDF cannot turn single glyphs within a line, and text whose lines are pieced together from several directions is copied
out of order. So such glyphs are added to the embedded subset, as TrueType composites of those it has.
"""

import struct
from collections.abc import Sequence
from typing import Final, NamedTuple

_WORDS_XY: Final = 0x0003
_MORE: Final = 0x0020
_TWO_BY_TWO: Final = 0x0080
_UNSCALED_OFFSET: Final = 0x1000


class Part(NamedTuple):
    """A glyph in a composite: turned by 90° clockwise if `turned`, scaled, then moved. Offsets are in font units."""

    number: int
    dx: int = 0
    dy: int = 0
    turned: bool = False
    scale: float = 1.0


class _Box(NamedTuple):
    left: int
    bottom: int
    right: int
    top: int


def with_composites(data: bytes, recipes: Sequence[Sequence[Part]]) -> bytes:
    """A TrueType font with a glyph more for each recipe, numbered on from its own last one."""
    tables = _tables(data)
    count = struct.unpack(">H", tables["maxp"][4:6])[0]
    long = struct.unpack(">h", tables["head"][50:52])[0]
    offsets = struct.unpack(f">{count + 1}{'I' if long else 'H'}", tables["loca"][: (count + 1) * (4 if long else 2)])
    places = [at if long else 2 * at for at in offsets]
    glyphs = bytearray(tables["glyf"][: places[-1]])
    bearings = bytearray()
    for parts in recipes:
        made, left = _composite(parts, glyphs, places)
        glyphs += made + bytes(-len(made) % 4)
        places.append(len(glyphs))
        bearings += struct.pack(">h", left)
    total = count + len(recipes)
    head, maxp = bytearray(tables["head"]), bytearray(tables["maxp"])
    head[50:52] = struct.pack(">h", 1)
    maxp[4:6] = struct.pack(">H", total)
    maxp[28:30] = struct.pack(">H", max(2, struct.unpack(">H", maxp[28:30])[0]))  # components in a glyph
    maxp[30:32] = struct.pack(">H", struct.unpack(">H", maxp[30:32])[0] + 1)  # depth of composites
    tables |= {
        "glyf": bytes(glyphs),
        "loca": struct.pack(f">{total + 1}I", *places),
        "hmtx": tables["hmtx"] + bytes(bearings),
        "head": bytes(head),
        "maxp": bytes(maxp),
    }
    return sfnt(tables)


def glyph_count(data: bytes) -> int:
    """The number of glyphs in a TrueType font."""
    count: int = struct.unpack(">H", _tables(data)["maxp"][4:6])[0]
    return count


def _composite(parts: Sequence[Part], glyphs: bytearray, places: list[int]) -> tuple[bytes, int]:
    """The description of a composite glyph, and its left side bearing. Parts without ink are left out."""
    boxes = []
    drawn = []
    for part in parts:
        at, end = places[part.number], places[part.number + 1]
        if end - at >= 10:
            drawn.append(part)
            boxes.append(_moved(_Box(*struct.unpack(">4h", glyphs[at + 2 : at + 10])), part))
    if not drawn:
        return b"", 0
    box = _Box(
        min(b.left for b in boxes), min(b.bottom for b in boxes), max(b.right for b in boxes), max(b.top for b in boxes)
    )
    out = struct.pack(">h4h", -1, *box)
    for n, part in enumerate(drawn):
        more = _MORE if n + 1 < len(drawn) else 0
        out += struct.pack(">HH", _WORDS_XY | _TWO_BY_TWO | _UNSCALED_OFFSET | more, part.number)
        scale = round(part.scale * 16384)
        matrix = (0, -scale, scale, 0) if part.turned else (scale, 0, 0, scale)
        out += struct.pack(">hh4h", part.dx, part.dy, *matrix)
    return out, box.left


def _moved(box: _Box, part: Part) -> _Box:
    """Where a part's ink comes to stand."""
    left, bottom, right, top = (round(value * part.scale) for value in box)
    if part.turned:
        left, bottom, right, top = bottom, -right, top, -left
    return _Box(left + part.dx, bottom + part.dy, right + part.dx, top + part.dy)


def _tables(data: bytes) -> dict[str, bytes]:
    count = struct.unpack(">H", data[4:6])[0]
    out = {}
    for n in range(count):
        tag, _sum, at, length = struct.unpack(">4sIII", data[12 + 16 * n : 28 + 16 * n])
        out[tag.decode("latin-1")] = data[at : at + length]
    return out


def sfnt(tables: dict[str, bytes]) -> bytes:
    """The tables as a font file."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = struct.pack(">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    body = bytearray()
    at = 12 + 16 * count
    for tag in sorted(tables):
        table = tables[tag] + bytes(-len(tables[tag]) % 4)
        check = sum(struct.unpack(f">{len(table) // 4}I", table)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag.encode("latin-1"), check, at, len(tables[tag]))
        body += table
        at += len(table)
    return directory + bytes(body)
