"""A sheet to draw on: glyphs and boxes in two inks on coloured paper, as PNG, by HarfBuzz's own rasteriser."""

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from ..fonts import open_font

if TYPE_CHECKING:
    import uharfbuzz

Colour = tuple[int, int, int]
Ink = Literal[0, 1]
_STEPS: Final = 128  # shades of each ink in the palette
_PLACES: Final = tuple(  # in the palette, by ink and coverage
    bytes(value // 2 and ink * _STEPS + value // 2 for value in range(256)) for ink in (0, 1)
)


class Drawing:
    """A sheet of `width` by `height` pixels; places count from its upper left corner. The inks must not overlap."""

    def __init__(self, width: int, height: int, paper: Colour, inks: tuple[Colour, Colour]) -> None:
        import uharfbuzz

        self.width, self.height, self.paper, self.inks = width, height, paper, inks
        self._layers = (uharfbuzz.RasterDraw(), uharfbuzz.RasterDraw())
        self._boxes: tuple[list[tuple[int, int, int, int]], ...] = ([], [])

    def advance(self, path: Path, ch: str) -> float:
        """Width of a character in em."""
        font = open_font(path)
        width: float = font.get_glyph_h_advance(font.get_nominal_glyph(ord(ch)) or 0) / font.face.upem
        return width

    def character(self, ink: Ink, path: Path, ch: str, size: float, x: float, baseline: float, upright: bool) -> None:
        """Draw a character from a font file at a size in pixels; `upright` is the form for vertical lines."""
        font = open_font(path)
        glyph = _vertical_form(font, ch) if upright else font.get_nominal_glyph(ord(ch)) or 0
        scale = size / font.face.upem
        self._layers[ink].transform = (scale, 0, 0, -scale, x, baseline)  # rows come from the bottom: draw head down
        self._layers[ink].draw_glyph(font, glyph)

    def box(self, ink: Ink, left: int, top: int, right: int, bottom: int) -> None:
        """Fill a rectangle; right and bottom lie outside it."""
        self._boxes[ink].append((left, top, right, bottom))

    def _rows(self) -> bytearray:
        """Places in the palette, a byte a pixel, row by row from the top; before each row PNG's mark of no filter."""
        stride = self.width + 1
        rows = bytearray(stride * self.height)
        for ink, layer in enumerate(self._layers):
            image = layer.render()  # no larger than what was drawn
            shades, area = image.buffer.translate(_PLACES[ink]), image.extents
            left, right = max(area.x_origin, 0), min(area.x_origin + area.width, self.width)
            for y in range(max(area.y_origin, 0), min(area.y_origin + area.height, self.height)):
                at = (y - area.y_origin) * area.stride - area.x_origin
                shown, place = shades[at + left : at + right], y * stride + 1
                rows[place + left : place + right] = _either(shown, rows[place + left : place + right])
        for ink, boxes in enumerate(self._boxes):
            for left, top, right, bottom in boxes:
                for at in range(top * stride + 1, bottom * stride, stride):
                    rows[at + left : at + right] = _PLACES[ink][-1:] * (right - left)
        return rows

    def png(self) -> bytes:
        """The sheet as PNG: a byte a pixel, colours by palette."""

        def chunk(kind: bytes, data: bytes) -> bytes:
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        palette = bytes(
            round(paper + (colour - paper) * step / (_STEPS - 1))
            for ink in self.inks
            for step in range(_STEPS)
            for paper, colour in zip(self.paper, ink, strict=True)
        )
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        packer = zlib.compressobj(1, strategy=zlib.Z_RLE)  # for type, smaller and quicker than the usual one
        data = packer.compress(self._rows()) + packer.flush()
        body = chunk(b"IHDR", header) + chunk(b"PLTE", palette) + chunk(b"IDAT", data)
        return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def _either(new: bytes, old: bytearray) -> bytes:
    """What is drawn in one of two stretches of pixels, in neither of which the other has anything."""
    if old.count(0) == len(old):
        return new
    return (int.from_bytes(new, "big") | int.from_bytes(old, "big")).to_bytes(len(new), "big")


def _vertical_form(font: "uharfbuzz.Font", ch: str) -> int:
    """The glyph of a character in vertical lines: brackets turned, stops in their corner."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(ch)
    buffer.guess_segment_properties()
    buffer.direction = "ttb"
    uharfbuzz.shape(font, buffer)
    return int(buffer.glyph_infos[0].codepoint)
