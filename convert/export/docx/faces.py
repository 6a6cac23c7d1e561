"""The names by which Word looks for the faces of an edition."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ... import fonts
from ...style import Edition, Face, Region
from .markup import el

FACES: Final[tuple[Face, ...]] = ("song", "hei", "kai")
_CHARSETS: Final = {"zh-CN": "86", "zh-TW": "88", "zh-HK": "88"}  # GB 2312 and Big5, in Windows' numbers


@dataclass(frozen=True, slots=True)
class Family:
    """A family for Han characters with the one for Latin beside it.

    `others` are the names under which Windows, macOS and Linux know its like; `panose` and `generic`
    let a program that has none of them choose. `bold` where the file of that name is a bold one.
    """

    name: str
    others: tuple[str, ...]
    latin: str
    panose: str
    generic: str
    bold: bool = False


_SONG, _HEI, _KAI = "02010600030101010101", "02010609060101010101", "03000509000000000000"
_FAMILIES: Final[Mapping[tuple[str, Face], Family]] = {
    ("zh-CN", "song"): Family("SimSun", ("宋体", "Songti SC", "Noto Serif CJK SC"), "Times New Roman", _SONG, "roman"),
    ("zh-CN", "hei"): Family("SimHei", ("黑体", "Heiti SC", "Noto Sans CJK SC"), "Arial", _HEI, "swiss"),
    ("zh-CN", "kai"): Family("KaiTi", ("楷体", "Kaiti SC", "LXGW WenKai"), "Times New Roman", _KAI, "script"),
    ("zh-TW", "song"): Family(
        "PMingLiU", ("新細明體", "Songti TC", "Noto Serif CJK TC"), "Times New Roman", "02020500000000000000", "roman"
    ),
    ("zh-TW", "hei"): Family(
        "Microsoft JhengHei", ("微軟正黑體", "Heiti TC", "Noto Sans CJK TC"), "Arial", "020B0604030504040204", "swiss"
    ),
    ("zh-TW", "kai"): Family("DFKai-SB", ("標楷體", "Kaiti TC", "LXGW WenKai"), "Times New Roman", _KAI, "script"),
    ("zh-HK", "song"): Family(
        "MingLiU_HKSCS", ("細明體_HKSCS", "Songti TC", "Noto Serif CJK HK"), "Times New Roman", _SONG, "roman"
    ),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of an edition for the readers of a region.

    The reader's own families are named, unless the edition brings its fonts or the user chose some.
    """

    region: Region
    families: Mapping[Face, Family]

    def rpr(self, face: Face) -> str:
        """What stands in w:rPr for a face: East Asian and Latin families, no theme; bold where the file is."""
        chosen = self.families[face]
        names = el("rFonts", ascii=chosen.latin, hAnsi=chosen.latin, eastAsia=chosen.name, cs=chosen.latin)
        return names + (el("b") + el("bCs") if chosen.bold else "")

    def entry(self, face: Face, embedded: str = "") -> str:
        """A face's w:font in the table of fonts; `embedded` is the element that leads to its file."""
        chosen = self.families[face]
        return el(
            "font",
            el("altName", val=",".join(chosen.others)) if chosen.others else "",
            el("panose1", val=chosen.panose),
            el("charset", val=_CHARSETS[self.region.word_language]),
            el("family", val=chosen.generic),
            el("pitch", val="variable"),
            embedded,
            name=chosen.name,
        )


def faces(region: Region, edition: Edition) -> Faces:
    """The faces of an edition. MissingError where a font of the user's is not there."""
    return Faces(region, {face: _family(face, region, edition) for face in FACES})


def _family(face: Face, region: Region, edition: Edition) -> Family:
    """Hong Kong shares Taiwan's families where it has none of its own."""
    usual = _FAMILIES.get((region.word_language, face)) or _FAMILIES["zh-TW", face]
    own = face in edition.fonts or (face == "song" and "body" in edition.fonts)
    if not (own or edition.embed_fonts):
        return usual
    file = fonts.font_file(face, region.glyphs, edition.fonts)
    name = fonts.family(file)
    others = (usual.name, *usual.others)
    return Family(name, others, name, usual.panose, usual.generic, fonts.is_bold(file))
