"""word/fontTable.xml, and the fonts that an edition carries: subset, and obfuscated as the standard asks."""

import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from ... import fonts
from ...model import Issue
from ...report import Finding
from ...style import Edition, Face, region_of
from ..embedding import by_file, face_texts, has_shape, missing_glyph
from ..files import identifier
from ..nameplate import entry, issue_line, running_head
from .faces import FACES, Faces
from .markup import el, part

_FONT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_OBFUSCATED: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_HIDDEN: Final = 32  # bytes at the beginning of a font that its key hides (ISO/IEC 29500-1, 17.8.1)


@dataclass(slots=True)
class Carried:
    """The fonts that an edition carries, each with the characters it has to show.

    `rare` gives the family for each character that its own face lacks; findings name those that no font has.
    """

    files: dict[Path, set[str]] = field(default_factory=dict)
    rare: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def carried(issue: Issue, edition: Edition) -> Carried:
    """What an edition carries: nothing, unless it was asked for."""
    out = Carried()
    if not edition.embed_fonts:
        return out
    glyphs = region_of(issue.language).glyphs
    missing: set[str] = set()
    for face, signs in _signs(issue).items():
        own = fonts.font_file(face, glyphs, edition.fonts)
        out.files.setdefault(own, set()).update(" \u3000")
        files, lacking = by_file(filter(has_shape, signs), face, glyphs, edition.fonts)
        for path, here in files.items():
            out.files.setdefault(path, set()).update(here)
            if path != own:
                out.rare.update(dict.fromkeys(here, fonts.family(path)))
        missing |= lacking
    out.findings = [missing_glyph(ch) for ch in sorted(missing)]
    return out


def font_table(package: Package, issue: Issue, chosen: Faces, taken: Carried) -> Part:
    """The part, related to those of the fonts."""
    table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, package=package)
    embedded: dict[str, str] = {}
    for n, (path, signs) in enumerate(taken.files.items(), 1):
        key = uuid.uuid5(identifier(issue), path.name)
        data = _obfuscated(fonts.subset(path, "".join(sorted(signs))), key)
        rel = table.relate_to(Part(PackURI(f"/word/fonts/font{n}.odttf"), _OBFUSCATED, data, package), _FONT)
        kind = "embedBold" if fonts.is_bold(path) else "embedRegular"
        element = f'<w:{kind} r:id="{rel}" w:fontKey="{{{str(key).upper()}}}" w:subsetted="1"/>'
        embedded[fonts.family(path)] = element
    entries: dict[str, str] = {}
    for face in FACES:
        name = chosen.families[face].name
        entries[name] = chosen.entry(face, embedded.get(name, ""))
    for name, element in embedded.items():
        entries.setdefault(name, el("font", element, name=name))
    for latin in (family.latin for family in chosen.families.values()):
        generic = el("family", val="swiss" if latin == "Arial" else "roman")
        entries.setdefault(latin, el("font", el("charset", val="00"), generic, el("pitch", val="variable"), name=latin))
    table._blob = part("fonts", *entries.values())
    return table


def _obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes hidden under the key, which is read backwards."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:_HIDDEN], mask, strict=True)) + font[_HIDDEN:]


def _signs(issue: Issue) -> dict[Face, set[str]]:
    """The characters that each face has to set; Song all of them, since it sets contents, heads and quotes in Kai."""
    out: dict[Face, set[str]] = {face: set("0123456789") for face in FACES}
    region = region_of(issue.language)
    out["hei"].update(issue.title or "", region.contents)
    out["song"].update(issue_line(issue), running_head(issue))
    for article in issue.articles:
        out["song"].update(entry(article, issue))
        for face, text in face_texts(article):
            out[face].update(text)
    out["song"].update(out["hei"], out["kai"])
    return out
