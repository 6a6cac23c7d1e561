"""The shaper of a PDF: HarfBuzz over the edition's faces, falling back character by character."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import Final, Literal

import uharfbuzz

from ...chars import is_han
from ...compose import Shaped
from ...fonts import covers, fallbacks, font_file, open_face
from ...style import Face as FaceName
from ...style import Glyphs
from .composite import Part
from .face import Face, Glyph

# In vertical lines curly quotes are drawn as corner brackets, the text staying what it is: mainland text takes
# double ones for double ones (GB/T 15834-2011, 5.2.3), Traditional text the single ones first.
_VERTICAL_QUOTES: Final[Mapping[Glyphs, Mapping[int, int]]] = {
    "sc": str.maketrans("“”‘’", "『』「」"),
    "tc": str.maketrans("“”‘’", "「」『』"),
}


_COMBINING: Final = ("Mn", "Me", "Cf")
_Glyphs = list[tuple[uharfbuzz.GlyphInfo, uharfbuzz.GlyphPosition]]
_Manner = Literal["along", "down", "turned"]
_MIDDLE: Final = 370  # 1/1000 em: half the height of Western text, which lies centred on a vertical line
# Where glyphs made for vertical lines have their origin: the same for all, or viewers part the text between them.
_ORIGIN: Final = (500, 880)
# Widths do nothing in vertical lines, but PDFium takes text that begins within half of one for the same line.
_ACROSS: Final = 500
_LONGEST: Final = 8  # letters in one glyph of a vertical line: mupdf copies no more
_WORD: Final = 24
_WIDEST: Final = 1020  # 1/1000 em: what may stand in one square


class PdfShaper:
    """Measures text in the fonts of one document, and remembers which characters no font has.

    Shapers of several languages in one document share their `faces`.
    """

    def __init__(
        self, glyphs: Glyphs, language: str, fonts: Mapping[str, str] = {}, faces: list[Face] | None = None
    ) -> None:
        self._glyphs, self._language, self._own = glyphs, language, fonts
        self.faces: list[Face] = [] if faces is None else faces
        self.missing: dict[str, None] = {}
        self._by_path: dict[Path, Face] = {}
        self._fonts: dict[Path, uharfbuzz.Font] = {}
        self._chains: dict[FaceName, tuple[Path, ...]] = {}

    def shape(self, text: str, face: FaceName, *, vertical: bool, western: bool) -> list[Shaped]:
        """The clusters of a short text; where no font has a character, the first font's box for it."""
        if len(text) == 1 and is_han(text):
            return [self._ideograph(text, face, vertical)]
        out: list[Shaped] = []
        for path, run in self._runs(text, face):
            out += self._shape(
                run, path, western, "turned" if western and vertical else "down" if vertical else "along"
            )
        return out

    def _ideograph(self, ch: str, name: FaceName, vertical: bool) -> Shaped:
        """An ideograph alone: the one glyph that its font has for it, without the shaping engine."""
        path = self._path(ch, name)
        font, face = self._font(path), self.face(path)
        number = font.get_nominal_glyph(ord(ch)) or 0
        advance = round(font.get_glyph_h_advance(number) * face.scale)
        if not vertical:
            return Shaped(ch, face.code(Glyph((Part(number),), ch, advance, None)), face, advance, 0.0, 0.0)
        down = -round(font.get_glyph_v_advance(number) * face.scale)
        x, y = font.get_glyph_v_origin(number)
        glyph = Glyph((Part(number),), ch, _ACROSS, (-down, round(x * face.scale), round(y * face.scale)))
        return Shaped(ch, face.code(glyph), face, down, 0.0, 0.0)

    def _runs(self, text: str, face: FaceName) -> Iterator[tuple[Path, str]]:
        """The text in runs of one font; what combines with a character goes where the whole can be shown."""
        pieces: list[str] = []
        for ch in text:
            if pieces and unicodedata.category(ch) in _COMBINING:
                pieces[-1] += ch
            else:
                pieces.append(ch)
        places = [self._path(piece, face) for piece in pieces]
        for path, group in groupby(zip(places, pieces, strict=True), key=lambda pair: pair[0]):
            yield path, "".join(piece for _path, piece in group)

    def _path(self, piece: str, face: FaceName) -> Path:
        """The first font that has all of a character and what combines with it, else the character alone."""
        chain = self._chains.get(face)
        if chain is None:
            first = font_file(face, self._glyphs, self._own)
            chain = self._chains[face] = (first, *fallbacks(face, self._glyphs, self._own))
        if len(piece) > 1:
            wanted = {ord(ch) for ch in unicodedata.normalize("NFC", piece) if not _ignorable(ch)}
            for path in chain:
                if wanted <= covers(path):
                    return path
            self.missing |= {chr(code): None for code in wanted if not any(code in covers(path) for path in chain)}
        for path in chain:
            if ord(piece[0]) in covers(path):
                return path
        if not _ignorable(piece[0]):
            self.missing[piece[0]] = None
        return chain[0]

    def face(self, path: Path) -> Face:
        """The document's font of a file, a second one where the first has run out of codes."""
        face = self._by_path.get(path)
        if face is None or face.full:
            face = self._by_path[path] = Face(path, len(self.faces) + 1)
            self.faces.append(face)
        return face

    def _font(self, path: Path) -> uharfbuzz.Font:
        font = self._fonts.get(path)
        if font is None:
            font = self._fonts[path] = uharfbuzz.Font(open_face(path))
        return font

    def _clusters(self, text: str, path: Path, western: bool, down: bool) -> Iterator[tuple[str, _Glyphs]]:
        """HarfBuzz's glyphs and their places, cluster by cluster."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text.translate(_VERTICAL_QUOTES[self._glyphs]) if down else text)
        buffer.direction = "ttb" if down else "ltr"
        buffer.script = "Latn" if western else "Hani"
        # Dashes and quotes take their Chinese forms only in the language that the font is made for.
        shapes = {"SC": "zh-Hans", "TC": "zh-Hant"}.get(path.stem.partition("_")[0][-2:], self._language)
        buffer.language = "en" if western else shapes
        font = self._font(path)
        uharfbuzz.shape(font, buffer)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for start, group in groupby(zip(infos, positions, strict=True), key=lambda pair: pair[0].cluster):
            glyphs = list(group)
            # What a variation selector or a joiner leaves behind has no width and no ink.
            visible = [g for g in glyphs if g[1].x_advance or g[1].y_advance or _has_ink(font, g[0])]
            yield text[start : ends[start]], visible or glyphs[:1]

    def _shape(self, text: str, path: Path, western: bool, manner: _Manner) -> Iterator[Shaped]:
        face, font = self.face(path), self._font(path)
        clusters = self._clusters(text, path, western, manner == "down")
        if manner == "down":
            yield from (self._down(face, font, piece, glyphs) for piece, glyphs in clusters)
        elif manner == "turned":
            yield from (self._turned(face, word) for word in _words(clusters))
        else:
            yield from (self._upright(face, font, piece, glyphs) for piece, glyphs in clusters)

    def _upright(self, face: Face, font: uharfbuzz.Font, text: str, glyphs: _Glyphs) -> Shaped:
        """A cluster of a horizontal line."""
        parts, advance = _along(glyphs)
        length = round(advance * face.scale)
        extents = font.get_glyph_extents(glyphs[0][0].codepoint)
        left = extents.x_bearing if extents and extents.width else advance
        right = advance - left - (extents.width if extents and extents.width else 0)
        code = face.code(Glyph(parts, text, length, None))
        return Shaped(text, code, face, length, left * face.scale, right * face.scale)

    def _turned(self, face: Face, word: list[tuple[str, _Glyphs]]) -> Shaped:
        """A word of Western letters turned for a vertical line: one glyph, or viewers part narrow letters."""
        text = "".join(piece for piece, _glyphs in word)
        parts, advance = _along([glyph for _piece, glyphs in word for glyph in glyphs])
        x, y = round((_ORIGIN[0] - _MIDDLE) / face.scale), round(_ORIGIN[1] / face.scale)
        parts = tuple(Part(p.number, x + p.dy, y - p.dx, True) for p in parts)
        length = round(advance * face.scale)
        return Shaped(text, face.code(Glyph(parts, text, _ACROSS, (-length, *_ORIGIN))), face, length, 0.0, 0.0)

    def _down(self, face: Face, font: uharfbuzz.Font, text: str, glyphs: _Glyphs) -> Shaped:
        """A cluster upright in a vertical line, its origin in the middle of its top."""
        parts: list[Part] = []
        first, pen = glyphs[0][1], 0
        for info, position in glyphs:
            parts.append(
                Part(info.codepoint, position.x_offset - first.x_offset, pen + position.y_offset - first.y_offset)
            )
            pen += position.y_advance
        advance = round(-pen * face.scale)
        origin = (-advance, round(-first.x_offset * face.scale), round(-first.y_offset * face.scale))
        code = face.code(Glyph(tuple(parts), text, _ACROSS, origin))
        extents = font.get_glyph_extents(parts[0].number)
        if not extents or not extents.width:
            return Shaped(text, code, face, advance, float(advance), 0.0)
        top = (-first.y_offset - extents.y_bearing) * face.scale
        bottom = (-first.y_offset - extents.y_bearing - extents.height) * face.scale
        return Shaped(text, code, face, advance, top, advance - bottom)

    def square(self, text: str, face: FaceName) -> Shaped:
        """A short number upright in one square of a vertical line (纵中横), made narrow if it is wider than that."""
        path = self._path(text[0], face)
        own = self.face(path)
        clusters = list(self._clusters(text, path, True, False))
        parts, advance = _along([glyph for _text, glyphs in clusters for glyph in glyphs])
        width = advance * own.scale
        scale = min(1.0, _WIDEST / width)
        x = (_ORIGIN[0] - width * scale / 2) / own.scale
        y = (_ORIGIN[1] - 500 - _MIDDLE * scale) / own.scale
        parts = tuple(Part(p.number, round(x + p.dx * scale), round(y + p.dy * scale), False, scale) for p in parts)
        return Shaped(text, own.code(Glyph(parts, text, _ACROSS, (-1000, *_ORIGIN))), own, 1000, 0.0, 0.0)


def _words(clusters: Iterable[tuple[str, _Glyphs]]) -> Iterator[list[tuple[str, _Glyphs]]]:
    """Western words and numbers in pieces of like length, none so long that it could not be copied.

    What is longer than any word can be parted between all its letters.
    """
    rest = list(clusters)
    while rest:
        end = 1
        while end < len(rest) and _belongs(rest[end - 1][0], rest[end][0], end + 1 == len(rest)):
            end += 1
        word, rest = rest[:end], rest[end:]
        size = ceil(end / ceil(end / _LONGEST)) if end <= _WORD else 1
        yield from (word[n : n + size] for n in range(0, end, size))


def _belongs(before: str, after: str, last: bool) -> bool:
    """Whether a letter, figure or mark goes on with what stands before it, as in GPT-4, $1,000 and 66.7%.

    A mark at the very end does not, nor what follows a mark within letters, where a line may break.
    """
    left, right = before[-1], after[0]
    if right.isalnum():
        return before[0].isalnum() or (left in ".,:-+$£€¥#" and right.isdecimal())
    if last:
        return right == "%" and before.isdecimal()
    return right in ".,:;/?&=-_%@'’~" and (before[0].isalnum() or left in ".:/?&=")


def _along(glyphs: _Glyphs) -> tuple[tuple[Part, ...], int]:
    """Glyphs set from left to right as parts of one, and their advance in font units."""
    parts: list[Part] = []
    pen = 0
    for info, position in glyphs:
        parts.append(Part(info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    if len(parts) == 1 and not (parts[0].dx or parts[0].dy):
        parts = [Part(parts[0].number)]
    return tuple(parts), pen


def _ignorable(ch: str) -> bool:
    """Whether a character shows nothing of its own: controls, formats, spaces, variation selectors."""
    return (
        unicodedata.category(ch) in ("Cf", "Cc", "Zs")
        or "\ufe00" <= ch <= "\ufe0f"
        or "\U000e0100" <= ch <= "\U000e01ef"
    )


def _has_ink(font: uharfbuzz.Font, info: uharfbuzz.GlyphInfo) -> bool:
    extents = font.get_glyph_extents(info.codepoint)
    return bool(extents and extents.width)
