"""The names by which Word looks for the faces, and the table of fonts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...style import Face, Region
from .markup import el, part


@dataclass(frozen=True, slots=True)
class Family:
    """A family for Han characters with the one for Latin beside it.

    `others` are the names under which Windows, macOS and Linux know its like; `panose` and `generic`
    let a program that has none of them choose.
    """

    name: str
    others: tuple[str, ...]
    latin: str
    panose: str
    generic: str


_SONG, _HEI, _KAI = "02010600030101010101", "02010609060101010101", "02010609060101010101"
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
    ("zh-TW", "kai"): Family(
        "DFKai-SB", ("標楷體", "Kaiti TC", "LXGW WenKai"), "Times New Roman", "03000509000000000000", "script"
    ),
    ("zh-HK", "song"): Family(
        "MingLiU_HKSCS", ("細明體_HKSCS", "Songti TC", "Noto Serif CJK HK"), "Times New Roman", _SONG, "roman"
    ),
}
_CHARSETS: Final = {"zh-CN": "86", "zh-TW": "88", "zh-HK": "88"}  # GB 2312 and Big5, in Windows' numbers
FACES: Final[tuple[Face, ...]] = ("song", "hei", "kai")


def family(face: Face, region: Region) -> Family:
    """The family of a face for the readers of a region; Hong Kong shares Taiwan's where it has none of its own."""
    key = (region.word_language, face)
    return _FAMILIES[key if key in _FAMILIES else ("zh-TW", face)]


def fonts(face: Face, region: Region) -> str:
    """The w:rFonts of a face: East Asian and Latin families, no theme."""
    chosen = family(face, region)
    return el("rFonts", ascii=chosen.latin, hAnsi=chosen.latin, eastAsia=chosen.name, cs=chosen.latin)


def font_table(region: Region) -> bytes:
    """word/fontTable.xml: every family with its other names and what a substitute should be like."""
    entries: dict[str, str] = {}
    for face in FACES:
        chosen = family(face, region)
        entries[chosen.name] = el(
            "font",
            el("altName", val=",".join(chosen.others)),
            el("panose1", val=chosen.panose),
            el("charset", val=_CHARSETS[region.word_language]),
            el("family", val=chosen.generic),
            el("pitch", val="variable"),
            name=chosen.name,
        )
        generic = el("family", val="swiss" if chosen.latin == "Arial" else "roman")
        entries[chosen.latin] = el(
            "font", el("charset", val="00"), generic, el("pitch", val="variable"), name=chosen.latin
        )
    return part("fonts", *entries.values())
