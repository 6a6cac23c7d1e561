"""The shaper of a PDF: HarfBuzz over the edition's faces, falling back character by character."""

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Final

import uharfbuzz

from ...chars import is_han
from ...compose import Shaped
from ...fonts import covers, fallbacks, font_file, open_face
from ...style import Face as FaceName
from ...style import Glyphs
from .face import Face, Glyph

# In vertical lines curly quotes are drawn as corner brackets, the text staying what it is: mainland text takes
# the double ones first (GB/T 15834-2011, 竖排), Traditional text the single ones.
_VERTICAL_QUOTES: Final[Mapping[Glyphs, Mapping[int, int]]] = {
    "sc": str.maketrans("“”‘’", "『』「」"),
    "tc": str.maketrans("“”‘’", "「」『』"),
}


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
            out += self._shape(run, path, vertical and not western, western)
        return out

    def _ideograph(self, ch: str, name: FaceName, vertical: bool) -> Shaped:
        """An ideograph alone: the one glyph that its font has for it, without the shaping engine."""
        path = self._path(ch, name)
        font, face = self._font(path), self.face(path)
        number = font.get_nominal_glyph(ord(ch)) or 0
        advance = round(font.get_glyph_h_advance(number) * face.scale)
        if not vertical:
            return Shaped(ch, face.code(Glyph(number, ch, advance, None)), face, advance, 0.0, 0.0)
        down = -round(font.get_glyph_v_advance(number) * face.scale)
        x, y = font.get_glyph_v_origin(number)
        glyph = Glyph(number, ch, advance, (-down, round(x * face.scale), round(y * face.scale)))
        return Shaped(ch, face.code(glyph), face, down, 0.0, 0.0)

    def _runs(self, text: str, face: FaceName) -> Iterator[tuple[Path, str]]:
        places = [self._path(ch, face) for ch in text]
        for i, ch in enumerate(text):
            if i and unicodedata.category(ch) in ("Mn", "Me", "Cf"):
                places[i] = places[i - 1]
        for path, group in groupby(zip(places, text, strict=True), key=lambda pair: pair[0]):
            yield path, "".join(ch for _path, ch in group)

    def _path(self, ch: str, face: FaceName) -> Path:
        chain = self._chains.get(face)
        if chain is None:
            first = font_file(face, self._glyphs, self._own)
            chain = self._chains[face] = (first, *fallbacks(face, self._glyphs, self._own))
        for path in chain:
            if ord(ch) in covers(path):
                return path
        if unicodedata.category(ch) not in ("Mn", "Me", "Cf", "Cc", "Zs"):
            self.missing[ch] = None
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

    def _shape(self, text: str, path: Path, upright: bool, western: bool) -> Iterator[Shaped]:
        font = self._font(path)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text.translate(_VERTICAL_QUOTES[self._glyphs]) if upright else text)
        buffer.direction = "ttb" if upright else "ltr"
        buffer.script = "Latn" if western else "Hani"
        # Dashes and quotes take their Chinese forms only in the language that the font is made for.
        shapes = {"SC": "zh-Hans", "TC": "zh-Hant"}.get(path.stem.partition("_")[0][-2:], self._language)
        buffer.language = "en" if western else shapes
        uharfbuzz.shape(font, buffer)
        face = self.face(path)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for start, group in groupby(zip(infos, positions, strict=True), key=lambda pair: pair[0].cluster):
            yield self._cluster(face, font, text[start : ends[start]], list(group), upright)

    def _cluster(
        self,
        face: Face,
        font: uharfbuzz.Font,
        text: str,
        glyphs: list[tuple[uharfbuzz.GlyphInfo, uharfbuzz.GlyphPosition]],
        upright: bool,
    ) -> Shaped:
        # What a variation selector or a joiner leaves behind has no width and no ink.
        visible = [g for g in glyphs if g[1].x_advance or g[1].y_advance or _has_ink(font, g[0])] or glyphs[:1]
        code, total = "", 0
        for n, (info, position) in enumerate(visible):
            advance = round(abs(position.y_advance if upright else position.x_advance) * face.scale)
            if not upright and n + 1 < len(visible):
                advance += round(visible[n + 1][1].x_offset * face.scale)
            if not upright and n:
                advance -= round(position.x_offset * face.scale)
            total += advance
            origin = (-advance, round(-position.x_offset * face.scale), round(-position.y_offset * face.scale))
            glyph = Glyph(info.codepoint, text if n == 0 else "", advance, origin if upright else None)
            if upright:
                glyph = glyph._replace(advance=round(font.get_glyph_h_advance(info.codepoint) * face.scale))
            code += face.code(glyph)
        before, after = self._blanks(face, font, visible, total, upright)
        return Shaped(text, code, face, total, before, after)

    def _blanks(
        self,
        face: Face,
        font: uharfbuzz.Font,
        glyphs: list[tuple[uharfbuzz.GlyphInfo, uharfbuzz.GlyphPosition]],
        total: int,
        upright: bool,
    ) -> tuple[float, float]:
        extents = font.get_glyph_extents(glyphs[0][0].codepoint)
        if not extents or not extents.width:
            return float(total), 0.0
        if upright:
            top = -glyphs[0][1].y_offset - extents.y_bearing
            bottom = -glyphs[0][1].y_offset - (extents.y_bearing + extents.height)
            return top * face.scale, total - bottom * face.scale
        left = extents.x_bearing
        return left * face.scale, total - (left + extents.width) * face.scale


def _has_ink(font: uharfbuzz.Font, info: uharfbuzz.GlyphInfo) -> bool:
    extents = font.get_glyph_extents(info.codepoint)
    return bool(extents and extents.width)
