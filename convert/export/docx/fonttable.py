"""word/fontTable.xml, and the fonts that an edition carries: subset, and obfuscated as the standard asks."""

import uuid
from collections.abc import Iterator
from typing import Final

from docx.opc.constants import CONTENT_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from ... import fonts
from ...model import Article, Issue
from ...report import Finding
from ...style import STYLES, Edition, Face, Role, region_of
from ..files import identifier
from ..nameplate import entry, issue_line, running_head
from .faces import FACES, Faces
from .markup import el, part

_FONT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_OBFUSCATED: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_ROLES: Final[dict[str, Role]] = {"paragraph": "body"}  # blocks whose role is not called as their kind
_HIDDEN: Final = 32  # bytes at the beginning of a font that its key hides (ISO/IEC 29500-1, 17.8.1)


def font_table(package: Package, issue: Issue, edition: Edition, chosen: Faces) -> tuple[Part, list[Finding]]:
    """The part, related to those of the fonts; findings name the characters that a font of the edition lacks."""
    table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, package=package)
    entries: list[str] = []
    findings: list[Finding] = []
    for face, text in _signs(issue).items():
        embedded = ""
        if edition.embed_fonts:
            file = fonts.font_file(face, chosen.region.glyphs, edition.fonts)
            findings += _lacking(chosen.families[face].name, set(map(ord, text)) - fonts.covers(file))
            key = uuid.uuid5(identifier(issue), face)
            name = PackURI(f"/word/fonts/{face}.odttf")
            rel = table.relate_to(Part(name, _OBFUSCATED, _obfuscated(fonts.subset(file, text), key), package), _FONT)
            kind = "embedBold" if chosen.families[face].bold else "embedRegular"
            embedded = f'<w:{kind} r:id="{rel}" w:fontKey="{{{str(key).upper()}}}" w:subsetted="1"/>'
        entries.append(chosen.entry(face, embedded))
    own = {family.name for family in chosen.families.values()}
    for latin in sorted({family.latin for family in chosen.families.values()} - own):
        generic = el("family", val="swiss" if latin == "Arial" else "roman")
        entries.append(el("font", el("charset", val="00"), generic, el("pitch", val="variable"), name=latin))
    table._blob = part("fonts", *dict.fromkeys(entries))
    return table, findings


def _obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """The font with its first 32 bytes hidden under the key, which is read backwards."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:_HIDDEN], mask, strict=True)) + font[_HIDDEN:]


def _signs(issue: Issue) -> dict[Face, str]:
    """The text that each face has to set; Song all of it, since it sets contents, heads and the quotes in Kai."""
    out: dict[Face, set[str]] = {face: set("0123456789") for face in FACES}
    region = region_of(issue.language)
    out["hei"].update(issue.title or "", region.contents)
    out["song"].update(issue_line(issue), running_head(issue), region.photo)
    for article in issue.articles:
        out["song"].update(entry(article, issue))
        for role, text in _texts(article):
            out[STYLES[role].face].update(text)
    out["song"].update(out["hei"], out["kai"])
    return {face: "".join(sorted(signs)) for face, signs in out.items()}


def _texts(article: Article) -> Iterator[tuple[Role, str]]:
    yield "label", article.label or ""
    yield "kicker", article.kicker or ""
    yield "headline", (article.headline or "") + (article.dateline or "")
    yield "deck", "".join(article.deck)
    yield "byline", "".join(article.bylines)
    for block in article.blocks:
        if block.kind in STYLES or block.kind in _ROLES:
            yield _ROLES.get(block.kind, block.kind), block.text  # type: ignore[arg-type]


def _lacking(font: str, missing: set[int]) -> list[Finding]:
    return [
        Finding(
            "character-not-in-font",
            f"{font} has no glyph for {chr(code)} (U+{code:04X}): a font of the reader's machine will show it",
            stage="write",
            before=chr(code),
        )
        for code in sorted(missing - set(map(ord, "\n\t\r\u3000 \u00a0")))
    ]
