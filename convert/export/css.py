"""Style sheets for Chinese text on screens, made of the same table of roles as the other editions.

Sheets are written with logical properties; `physical` turns them for readers that know none.
Sizes are relative; what a reader's program does not know it skips, and the text stays in order.
"""

import re
from collections.abc import Mapping
from typing import Final

from ..style import STYLES, Face, Glyphs, Region, RoleStyle

_LINE: Final = 1.8  # line height on a screen, in em of the body
_SCREEN: Final = 0.75  # a screen is narrower than a page: sizes above the body's are drawn in by this power

# Our own faces under the names of those who have them, then those of macOS, Windows and the makers of e-readers.
_FAMILIES: Final[Mapping[Glyphs, Mapping[Face, str]]] = {
    "sc": {
        "song": '"Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif',
        "hei": '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
        "kai": '"LXGW WenKai", "Kaiti SC", STKaiti, KaiTi, 楷体, serif',
    },
    "tc": {
        "song": '"Noto Serif TC", "Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", PMingLiU, MingLiU, serif',
        "hei": '"Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "PingFang HK", "Microsoft JhengHei", sans-serif',
        "kai": '"LXGW WenKai TC", "LXGW WenKai", "Kaiti TC", BiauKai, DFKai-SB, 標楷體, serif',
    },
}

# CLREQ: 行首行尾禁则 (line-break), 标点宽度调整 (text-spacing-trim), 中西混排间距 (text-autospace),
# 行内调整 (text-justify). Of two names for one thing the older comes first, for older readers.
_TEXT: Final = """\
body { line-height: %(line)s; text-align: justify; text-justify: inter-ideograph; text-justify: inter-character;
  -epub-line-break: strict; -webkit-line-break: strict; line-break: strict; word-wrap: break-word;
  overflow-wrap: break-word; text-spacing: trim-start; text-spacing-trim: trim-start; text-autospace: normal;
  hanging-punctuation: %(hanging)s }
h1, h2, h3, p, ul, ol, figure { margin: 0; padding: 0; font-weight: inherit }
h1, h2, h3 { line-height: 1.4 }
p { orphans: 2; widows: 2 }
.clause { display: inline-block; max-%(measure)s: 100%%; text-align: inherit; text-indent: 0 }
.call { font-size: 0.75em; vertical-align: super; line-height: 1; text-decoration: none }
.call, .held { white-space: nowrap }
.list { list-style: none }
.list li { padding-inline-start: 2em; text-indent: -2em }
figure { break-inside: avoid }
figure img { display: block; %(picture)s; margin: 0; margin-inline-end: auto; margin-inline-start: auto }
.table table { border-spacing: 0; border-block-start: 1px solid; border-inline-start: 1px solid; margin: 0;
  margin-inline-end: auto; margin-inline-start: auto }
.table td { border-block-end: 1px solid; border-inline-end: 1px solid; padding: 0.2em 0.5em }
.upright { text-combine-upright: all; -webkit-text-combine: horizontal; -epub-text-combine: horizontal }
nav ol { list-style: none }
nav a { text-decoration: none; color: inherit }
"""
# A picture fits its line and the screen: in vertical text nothing else ends it on the left.
_PICTURE: Final = ("max-width: 100%; max-height: 80vh", "max-height: 100%; max-width: 84vw")
_LOGICAL: Final = re.compile("-((?:block|inline)-(?:start|end))")
_SIDES: Final[Mapping[str, tuple[str, str]]] = {  # horizontal, vertical
    "block-start": ("top", "right"),
    "block-end": ("bottom", "left"),
    "inline-start": ("left", "top"),
    "inline-end": ("right", "bottom"),
}
# What one style of a role cannot say: a kicker stands close to its headline, lines of verse are indented alike, and a
# label's spacing is even on both sides.
_AFTER: Final = """\
figure, .table, .verse, .list { margin-block-end: 0.9em; margin-block-start: 0.9em }
.byline { margin-block-end: 0.6em }
.note { margin-block-start: 0.4em }
.label + .headline, .kicker + .headline { margin-block-start: 0.2em }
.verse { padding-inline-start: 2em; text-indent: 0 }
.dateline .byline_run { font: inherit }
.label { letter-spacing: 0.3em; text-indent: 0.3em }
"""


def text_css(region: Region, vertical: bool, own: Mapping[Face, str] | None = None) -> str:
    """The rules for text and roles. `own` lists the families that the edition carries, to be tried first."""
    hanging = "allow-end" if region.glyphs == "sc" else "none"  # never in horizontal Traditional (CLREQ)
    measure = "height" if vertical else "width"  # along the lines
    sheet = [_TEXT % {"line": _LINE, "hanging": hanging, "measure": measure, "picture": _PICTURE[vertical]}]
    for role, style in STYLES.items():
        sheet.append(f".{role} {{ {_declarations(style, region.glyphs, own or {})} }}\n")
    sheet.append(f".dateline {{ {_face('hei', region.glyphs, own or {})} }}\n")  # as in the other formats
    sheet.append(f".byline_run {{ {_face('kai', region.glyphs, own or {})} }}\n")
    sheet.append(_AFTER)
    return physical("".join(sheet), vertical)


def physical(sheet: str, vertical: bool) -> str:
    """The sheet with `-block-start` and the like as the sides that they are in this direction of text.

    >>> physical("p { margin-block-end: 1em }", vertical=True)
    'p { margin-left: 1em }'
    """
    return _LOGICAL.sub(lambda found: "-" + _SIDES[found[1]][vertical], sheet)


def body_family(region: Region, own: Mapping[Face, str] | None = None) -> str:
    """The families of the body text."""
    return _family("song", region.glyphs, own or {})


def _family(face: Face, glyphs: Glyphs, own: Mapping[Face, str]) -> str:
    return (f"{own[face]}, " if own.get(face) else "") + _FAMILIES[glyphs][face]


def _face(face: Face, glyphs: Glyphs, own: Mapping[Face, str]) -> str:
    """What sets text in a face other than the body's."""
    weight = "bold" if face == "hei" else "normal"
    return f"font-family: {_family(face, glyphs, own)}; font-weight: {weight}"


def _declarations(style: RoleStyle, glyphs: Glyphs, own: Mapping[Face, str]) -> str:
    size = style.size**_SCREEN if style.size > 1 else style.size
    out = [f"text-indent: {style.indent:g}em", f"text-align: {style.align}"]
    for side, lines in (("start", style.lines_before), ("end", style.lines_after)):
        if lines:
            out.append(f"margin-block-{side}: {_LINE * lines / size:.2f}em")
    if style.align == "center":
        out.append("text-wrap: balance")
    if style.face != "song":
        out.append(_face(style.face, glyphs, own))
    if style.size != 1:
        out.append(f"font-size: {size:.2f}em")
    if style.keep_with_next:
        out.append("break-after: avoid; page-break-after: avoid")
    return "; ".join(out)
