"""A TrueType font of the outlines of another, such as an .otf file with PostScript outlines.

So every font goes into a PDF in one way, and composite glyphs can be made of its glyphs. Cubic curves become quadratic
ones that lie closer to them than any printer can show.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, hypot
from typing import Final

import uharfbuzz

from .composite import sfnt

_NEAR: Final = 0.0004  # em between a curve and what stands for it
_MOST: Final = 12  # quadratic curves for one cubic
_Point = tuple[float, float]
_Contour = list[tuple[int, int, bool]]  # whole font units, and whether the point lies on the curve

_SHORT: Final = (0x02, 0x04)  # flags of a coordinate in one byte, by axis
_SAME: Final = (0x10, 0x20)  # it is the last one again or, in one byte, lies in the positive direction


class _Tracer:
    """Collects the contours of a glyph as HarfBuzz draws it."""

    def __init__(self, near: float) -> None:
        self.contours: list[_Contour] = []
        self._near = near
        self._at: _Point = (0.0, 0.0)

    def move(self, x: float, y: float, _data: object = None) -> None:
        self.contours.append([])
        self.line(x, y)

    def line(self, x: float, y: float, _data: object = None) -> None:
        self._add(x, y, True)

    def quadratic(self, cx: float, cy: float, x: float, y: float, _data: object = None) -> None:
        self._add(cx, cy, False)
        self._add(x, y, True)

    def cubic(self, ax: float, ay: float, bx: float, by: float, x: float, y: float, _data: object = None) -> None:
        """A cubic curve as quadratic ones, each of which meets it at both ends in its direction."""
        start, a, b, end = self._at, (ax, ay), (bx, by), (x, y)
        third = [end[k] - 3 * b[k] + 3 * a[k] - start[k] for k in (0, 1)]
        # A quadratic curve departs from a cubic by √3/36 of its third difference, which halves thrice in each half.
        parts = min(_MOST, max(1, ceil((hypot(*third) * 3**0.5 / 36 / self._near) ** (1 / 3))))
        for n in range(parts):
            p0, p1, p2, p3 = _part(start, a, b, end, n / parts, (n + 1) / parts)
            middle = [(3 * (p1[k] + p2[k]) - p0[k] - p3[k]) / 4 for k in (0, 1)]
            self.quadratic(middle[0], middle[1], *p3)

    def close(self, _data: object = None) -> None:
        contour = self.contours[-1]
        if len(contour) > 1 and contour[0] == contour[-1]:
            contour.pop()

    def _add(self, x: float, y: float, on: bool) -> None:
        self._at = (x, y)
        self.contours[-1].append((round(x), round(y), on))


def _part(p0: _Point, p1: _Point, p2: _Point, p3: _Point, t: float, u: float) -> list[_Point]:
    """The control points of a cubic curve from `t` to `u`."""

    def blossom(a: float, b: float, c: float) -> _Point:
        points = [p0, p1, p2, p3]
        for s in (a, b, c):
            points = [((1 - s) * x1 + s * x2, (1 - s) * y1 + s * y2) for (x1, y1), (x2, y2) in pairwise(points)]
        return points[0]

    return [blossom(t, t, t), blossom(t, t, u), blossom(t, u, u), blossom(u, u, u)]


def truetype(face: uharfbuzz.Face, numbers: Sequence[int]) -> tuple[bytes, dict[int, int]]:
    """A TrueType font with .notdef and the glyphs of these numbers, and their numbers in it."""
    font = uharfbuzz.Font(face)
    new = {number: n for n, number in enumerate(dict.fromkeys([0, *numbers]))}
    glyphs, bearings, places = bytearray(), bytearray(), [0]
    boxes: list[tuple[int, int, int, int]] = []
    most = (0, 0)
    for number in new:
        contours = _contours(font, number, face.upem * _NEAR)
        box = _box(contours)
        glyphs += _description(contours, box)
        glyphs += bytes(-len(glyphs) % 4)
        places.append(len(glyphs))
        bearings += struct.pack(">Hh", max(0, font.get_glyph_h_advance(number)), box[0])
        boxes.append(box)
        most = (max(most[0], sum(map(len, contours))), max(most[1], len(contours)))
    return sfnt(_all_tables(font, face.upem, bytes(glyphs), bytes(bearings), places, boxes, most)), new


def _all_tables(
    font: uharfbuzz.Font,
    upem: int,
    glyphs: bytes,
    bearings: bytes,
    places: list[int],
    boxes: list[tuple[int, int, int, int]],
    most: tuple[int, int],
) -> dict[str, bytes]:
    count = len(boxes)
    box = [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]
    extents = font.get_font_extents("ltr")
    advances = [struct.unpack(">H", bearings[n : n + 2])[0] for n in range(0, len(bearings), 4)]
    head = struct.pack(
        ">IIIIHHQQ4hHHhhh", 0x00010000, 0x00010000, 0, 0x5F0F3CF5, 0x000B, upem, 0, 0, *box, 0, 8, 2, 1, 0
    )
    across = (extents.ascender, extents.descender, extents.line_gap, max(advances), box[0], 0, box[2])
    return {
        "head": head,
        "hhea": struct.pack(">I3hH11hH", 0x00010000, *across, 1, *[0] * 7, count),
        "maxp": struct.pack(">IHHHHHH8H", 0x00010000, count, *most, 0, 0, 2, *[0] * 7, 0),
        "hmtx": bearings,
        "loca": struct.pack(f">{len(places)}I", *places),
        "glyf": glyphs,
    }


def _contours(font: uharfbuzz.Font, number: int, near: float) -> list[_Contour]:
    tracer, pen = _Tracer(near), uharfbuzz.DrawFuncs()
    pen.set_move_to_func(tracer.move)
    pen.set_line_to_func(tracer.line)
    pen.set_quadratic_to_func(tracer.quadratic)
    pen.set_cubic_to_func(tracer.cubic)
    pen.set_close_path_func(tracer.close)
    font.draw_glyph(number, pen, None)
    return [contour for contour in tracer.contours if len(contour) > 2]


def _box(contours: list[_Contour]) -> tuple[int, int, int, int]:
    xs = [x for contour in contours for x, _y, _on in contour] or [0]
    ys = [y for contour in contours for _x, y, _on in contour] or [0]
    return min(xs), min(ys), max(xs), max(ys)


def _description(contours: list[_Contour], box: tuple[int, int, int, int]) -> bytes:
    """A simple glyph as the glyf table holds it."""
    if not contours:
        return b""
    ends, last = [], -1
    for contour in contours:
        last += len(contour)
        ends.append(last)
    flags, axes = bytearray(), (bytearray(), bytearray())
    before = (0, 0)
    for x, y, on in (point for contour in contours for point in contour):
        flag = int(on)
        for axis, step in enumerate((x - before[0], y - before[1])):
            if not step:
                flag |= _SAME[axis]
            elif abs(step) < 256:
                flag |= _SHORT[axis] | (_SAME[axis] if step > 0 else 0)
                axes[axis].append(abs(step))
            else:
                axes[axis].extend(struct.pack(">h", step))
        flags.append(flag)
        before = (x, y)
    head = struct.pack(f">h4h{len(ends)}HH", len(contours), *box, *ends, 0)
    return head + bytes(flags) + bytes(axes[0]) + bytes(axes[1])
