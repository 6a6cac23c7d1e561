"""A sheet to draw on: glyphs and boxes in two inks on coloured paper, as PNG, by HarfBuzz's own rasteriser."""

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from ..fonts import open_face

if TYPE_CHECKING:
    import uharfbuzz

Colour = tuple[int, int, int]
Ink = Literal[0, 1]
_STEPS: Final = 128  # shades of each ink in the palette


class Drawing:
    """A sheet of `width` by `height` pixels; places count from its upper left corner. The inks must not overlap."""

    def __init__(self, width: int, height: int, paper: Colour, inks: tuple[Colour, Colour]) -> None:
        import uharfbuzz

        self.width, self.height, self.paper, self.inks = width, height, paper, inks
        self._layers = (uharfbuzz.RasterDraw(), uharfbuzz.RasterDraw())
        self._boxes: tuple[list[tuple[int, int, int, int]], ...] = ([], [])
        self._fonts: dict[Path, uharfbuzz.Font] = {}
        for layer in self._layers:
            layer.extents = uharfbuzz.RasterExtents(x_origin=0, y_origin=0, width=width, height=height, stride=0)

    def advance(self, path: Path, ch: str) -> float:
        """Width of a character in em."""
        font = self._font(path)
        width: float = font.get_glyph_h_advance(font.get_nominal_glyph(ord(ch)) or 0) / font.face.upem
        return width

    def character(self, ink: Ink, path: Path, ch: str, size: float, x: float, baseline: float, upright: bool) -> None:
        """Draw a character from a font file at a size in pixels; `upright` is the form for vertical lines."""
        font = self._font(path)
        glyph = _vertical_form(font, ch) if upright else font.get_nominal_glyph(ord(ch)) or 0
        scale = size / font.face.upem
        self._layers[ink].transform = (scale, 0, 0, -scale, x, baseline)  # rows come from the bottom: draw head down
        self._layers[ink].draw_glyph(font, glyph)

    def box(self, ink: Ink, left: int, top: int, right: int, bottom: int) -> None:
        """Fill a rectangle; right and bottom lie outside it."""
        self._boxes[ink].append((left, top, right, bottom))

    def _font(self, path: Path) -> "uharfbuzz.Font":
        import uharfbuzz

        if path not in self._fonts:
            self._fonts[path] = uharfbuzz.Font(open_face(path))
        return self._fonts[path]

    def _pixels(self, ink: Ink) -> bytes:
        """The coverage of an ink as places in the palette, row by row from the top."""
        rows, width = bytearray(self._layers[ink].render().buffer), self.width
        for left, top, right, bottom in self._boxes[ink]:
            for at in range(top * width, bottom * width, width):
                rows[at + left : at + right] = b"\xff" * (right - left)
        return bytes(rows.translate(bytes(value // 2 and ink * _STEPS + value // 2 for value in range(256))))

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
        both = int.from_bytes(self._pixels(0), "big") | int.from_bytes(self._pixels(1), "big")
        pixels = both.to_bytes(self.width * self.height, "big")
        rows = b"".join(b"\0" + pixels[at : at + self.width] for at in range(0, len(pixels), self.width))
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        body = chunk(b"IHDR", header) + chunk(b"PLTE", palette) + chunk(b"IDAT", zlib.compress(rows, 2))
        return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def _vertical_form(font: "uharfbuzz.Font", ch: str) -> int:
    """The glyph of a character in vertical lines: brackets turned, stops in their corner."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(ch)
    buffer.guess_segment_properties()
    buffer.direction = "ttb"
    uharfbuzz.shape(font, buffer)
    return int(buffer.glyph_infos[0].codepoint)
