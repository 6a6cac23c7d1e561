"""The faces: where their files are, what they cover, and subsets of them.

Font files are mapped into memory, never read whole, and opened once in a process.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .errors import MissingError
from .style import Face, Glyphs

if TYPE_CHECKING:
    import uharfbuzz

_PACKAGE: Final = Path(__file__).parent
_FILES: Final[Mapping[tuple[Face, Glyphs], str]] = {
    ("song", "sc"): "NotoSerifSC_400Regular.ttf",
    ("song", "tc"): "NotoSerifTC_400Regular.ttf",
    ("hei", "sc"): "NotoSansSC_700Bold.ttf",
    ("hei", "tc"): "NotoSansTC_700Bold.ttf",
    ("kai", "sc"): "LXGWWenKai-Regular.ttf",
    ("kai", "tc"): "LXGWWenKai-Regular.ttf",
}


def folder() -> Path:
    """Where the bundled files are: inside the package of a wheel, beside it in a checkout."""
    packed = _PACKAGE / "_fonts"
    return packed if packed.is_dir() else _PACKAGE.parent / "fonts"


def font_file(face: Face, glyphs: Glyphs, fonts: Mapping[str, str] = {}) -> Path:
    """The file of a face in the glyph shapes of a region.

    `fonts` names the user's own files by face; "body" means the same as "song" and is used before it.
    MissingError where a file is not there or is no font.
    """
    own = (fonts.get("body") if face == "song" else None) or fonts.get(face)
    path = Path(own) if own else folder() / _FILES[face, glyphs]
    if not path.is_file():
        raise MissingError(
            f"{path}: no such font file", "Name a .ttf or .otf file in [fonts]." if own else "Reinstall kanben."
        )
    return path


def fallbacks(face: Face, glyphs: Glyphs, fonts: Mapping[str, str] = {}) -> tuple[Path, ...]:
    """The files to look in, in this order, for a character that `font_file` lacks.

    First the bundled file of the same style and region, then the other region's, then Kai and Song, which
    hold the most characters.
    """
    other: Glyphs = "tc" if glyphs == "sc" else "sc"
    order: list[tuple[Face, Glyphs]] = [
        (face, glyphs),
        (face, other),
        ("kai", glyphs),
        ("song", glyphs),
        ("song", other),
    ]
    paths = dict.fromkeys(folder() / _FILES[key] for key in order)
    paths.pop(font_file(face, glyphs, fonts), None)
    return tuple(paths)


@cache
def open_face(path: Path) -> "uharfbuzz.Face":
    """The opened font file. MissingError where it is no font."""
    import uharfbuzz

    try:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    except uharfbuzz.HarfBuzzError as error:
        raise MissingError(f"{path}: cannot be read: {error}") from None
    if not face.glyph_count:
        raise MissingError(f"{path}: not a font", "Use a .ttf or .otf file.")
    return face


@cache
def open_font(path: Path) -> "uharfbuzz.Font":
    """The face of a font file at its own size, to measure and draw with."""
    import uharfbuzz

    return uharfbuzz.Font(open_face(path))


def has(path: Path, ch: str) -> bool:
    """Whether a font file has a glyph for a character: for few characters far quicker than `covers`."""
    return open_font(path).get_nominal_glyph(ord(ch)) is not None


@cache
def covers(path: Path) -> frozenset[int]:
    """The code points that a font file has glyphs for."""
    return frozenset(open_face(path).unicodes)


def family(path: Path) -> str:
    """The family name a font file gives itself, as programs list it: "Noto Serif SC"."""
    face = open_face(path)
    return face.get_name(16) or face.get_name(1) or path.stem


def is_bold(path: Path) -> bool:
    """Whether a font file is the bold one of its family."""
    return "Bold" in (open_face(path).get_name(2) or "")


def subset(path: Path, text: str) -> bytes:
    """A TrueType or OpenType file with only the glyphs that `text` needs, vertical and alternative forms included.

    Characters that the font lacks are left out. The same text gives the same bytes.
    """
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update({ord(ch) for ch in set(text) if has(path, ch)})
    data = uharfbuzz.subset(open_face(path), wanted).blob.data
    return bytes(data)
