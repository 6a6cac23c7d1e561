"""One font in a PDF: a Type0 font of which only the glyphs that were used are embedded.

reportlab has no font class that shows shaped glyphs, sets vertical lines and copies as the text that was set; this is
one. Its character codes stand for a glyph *and* the text it was set for *and* an advance, so that each can be copied
as what it was, and space beside a glyph can be part of it. Two bytes of 7 bits make a code, none of which needs
escaping in a PDF string.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfdoc

from ...errors import MissingError
from ...fonts import open_face
from .composite import Part, glyph_count, with_composites
from .outlines import truetype

_BYTES: Final = [b for b in (*range(0x21, 0x7F), *range(1, 0x21)) if chr(b) not in "()\\\r\n"]
_DROPPED: Final = (
    "GSUB", "GPOS", "GDEF", "BASE", "STAT", "JSTF", "MATH", "vhea", "vmtx", "VORG", "cmap", "name", "post", "OS/2",
    "DSIG", "kern", "gasp", "meta", "LTSH", "hdmx", "VDMX", "PCLT",
)  # fmt: skip
_EM: Final = 1000  # PDF's glyph space


class Glyph(NamedTuple):
    """What a code stands for: a glyph of the font or several; lengths are in 1/1000 em.

    `vertical` is the advance and origin in vertical lines.
    """

    parts: tuple[Part, ...]
    text: str
    advance: int
    vertical: tuple[int, int, int] | None


class Face:
    """A font file in one document, under a resource name in horizontal lines and one in vertical lines."""

    def __init__(self, path: Path, number: int) -> None:
        self.path = path
        self.font = open_face(path)
        if not {"glyf", "CFF ", "CFF2"} & set(self.font.table_tags):
            raise MissingError(f"{path}: no outlines that print", "Name a .ttf or .otf file that is no bitmap font.")
        self.scale = _EM / self.font.upem
        self.names = {False: f"/K{number}", True: f"/K{number}v"}
        self.used: set[bool] = set()
        self.glyphs: dict[str, Glyph] = {}
        self._codes: dict[Glyph, str] = {}
        self._free: Iterator[tuple[int, int]] = product(_BYTES, _BYTES)

    @property
    def full(self) -> bool:
        """Whether there are no codes left; the file then needs a second Face."""
        return len(self._codes) >= len(_BYTES) ** 2 - 1000

    def code(self, glyph: Glyph) -> str:
        """The two-character code of a glyph."""
        known = self._codes.get(glyph)
        if known is None:
            known = self._codes[glyph] = "".join(map(chr, next(self._free)))
            self.glyphs[known] = glyph
        return known

    def widened(self, code: str, extra: int) -> str | None:
        """The code of the same glyph with more (or less) space after it; None where codes have become scarce."""
        if self.full:
            return None
        glyph = self.glyphs[code]
        vertical = glyph.vertical and (glyph.vertical[0] - extra, *glyph.vertical[1:])
        return self.code(Glyph(glyph.parts, glyph.text, glyph.advance + extra * (vertical is None), vertical))

    def addObjects(self, doc: Any) -> None:  # the name reportlab calls when the document is saved
        """Write the font's objects into the document."""
        if not self.used:
            return
        base = f"KANBEN+{self._ps_name()}"
        order = sorted(self.glyphs.items())
        descendant = doc.Reference(self._descendant(doc, base, order), f"{base}-cid")
        unicodes = doc.Reference(_stream(_to_unicode(order).encode()), f"{base}-unicode")
        fonts = doc.idToObject["BasicFonts"].dict
        for vertical in sorted(self.used):
            mode = "V" if vertical else "H"
            font = _dictionary(
                Type="/Font",
                Subtype="/Type0",
                BaseFont=f"/{base}-Identity-{mode}",
                Encoding=f"/Identity-{mode}",
                DescendantFonts=pdfdoc.PDFArray([descendant]),
                ToUnicode=unicodes,
            )
            name = self.names[vertical].removeprefix("/")
            fonts[name] = doc.Reference(font, f"{base}-{mode}")

    def _ps_name(self) -> str:
        name = self.font.get_name(6) or self.path.stem
        kept = "".join(ch for ch in name if ch.isascii() and (ch.isalnum() or ch in "-_")) or "Font"
        return f"{kept}{self.names[False][2:]}"

    def _descendant(self, doc: Any, base: str, order: list[tuple[str, Glyph]]) -> Any:
        data, places = self._subset({glyph.parts for _code, glyph in order})
        last = _cid(order[-1][0])
        to_glyph = bytearray(2 * (last + 1))
        for code, glyph in order:
            at = 2 * _cid(code)
            to_glyph[at : at + 2] = places[glyph.parts].to_bytes(2, "big")
        usual = Counter(glyph.advance for _code, glyph in order).most_common(1)[0][0]
        widths = [(_cid(code), (glyph.advance,)) for code, glyph in order if glyph.advance != usual]
        uprights = [(_cid(code), glyph.vertical) for code, glyph in order if glyph.vertical]
        more = {"W2": _ranges(uprights)} if True in self.used else {}
        return _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=f"/{base}",
            CIDSystemInfo=_dictionary(
                Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
            ),
            FontDescriptor=doc.Reference(self._descriptor(doc, base, data), f"{base}-descriptor"),
            DW=usual,
            W=_ranges(widths),
            CIDToGIDMap=doc.Reference(_stream(bytes(to_glyph)), f"{base}-glyphs"),
            **more,
        )

    def _subset(self, wanted_parts: set[tuple[Part, ...]]) -> tuple[bytes, dict[tuple[Part, ...], int]]:
        """The font with what is wanted alone, glyphs that are made of others added, and the numbers of all."""
        numbers = {part.number for parts in wanted_parts for part in parts}
        data, new = self._outlines(numbers) if "glyf" in self.font.table_tags else truetype(self.font, sorted(numbers))
        made = sorted(parts for parts in wanted_parts if parts != (Part(parts[0].number),))
        places = {parts: new[parts[0].number] for parts in wanted_parts}
        if made:
            first = glyph_count(data)
            places |= {parts: first + n for n, parts in enumerate(made)}
            data = with_composites(data, [[part._replace(number=new[part.number]) for part in parts] for parts in made])
        return data, places

    def _outlines(self, numbers: set[int]) -> tuple[bytes, dict[int, int]]:
        """The font with these glyphs alone, and their numbers in it."""
        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(numbers)
        wanted.flags = (
            uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
            | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode()) for tag in _DROPPED)
        if self.font.has_var_data:
            wanted.pin_all_axes_to_default(self.font)
        plan = uharfbuzz.SubsetPlan(self.font, wanted)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)

    def _descriptor(self, doc: Any, base: str, data: bytes) -> Any:
        file = _stream(data)
        file.dictionary["Length1"] = len(data)
        metrics = uharfbuzz.Font(self.font).get_font_extents("ltr")
        ascent, descent = round(metrics.ascender * self.scale), round(metrics.descender * self.scale)
        return _dictionary(
            Type="/FontDescriptor",
            FontName=f"/{base}",
            Flags=4,
            FontBBox=pdfdoc.PDFArray([-_EM, descent, 3 * _EM, ascent]),
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=round(0.73 * _EM),
            StemV=80,
            FontFile2=doc.Reference(file, f"{base}-file"),
        )


def _cid(code: str) -> int:
    return ord(code[0]) << 8 | ord(code[1])


def _ranges(values: list[tuple[int, Any]]) -> bytes:
    """The W or W2 array: runs of consecutive CIDs with their values."""
    out: list[str] = []
    last = -2
    for cid, row in values:
        if cid != last + 1:
            out.append(f"{']' if out else ''}\n{cid}[")
        out.append(" ".join(map(str, row)) + " ")
        last = cid
    return f"[{''.join(out)}{']' if out else ''}]".encode()


def _to_unicode(order: list[tuple[str, Glyph]]) -> str:
    """The CMap from codes to text, with which the text is copied and searched."""
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    )
    parts = [head]
    rows = [f"<{_cid(code):04X}> <{_utf16(glyph.text)}>" for code, glyph in order if glyph.text]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        parts.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    parts.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return "".join(parts)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()


def _stream(data: bytes) -> Any:
    return pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])


def _dictionary(**entries: Any) -> Any:
    return pdfdoc.PDFDictionary(
        {
            key: pdfdoc.PDFName(value[1:]) if isinstance(value, str) and value.startswith("/") else value
            for key, value in entries.items()
        }
    )
