"""WordprocessingML as text: elements, and runs whose marks stand in the face that Chinese readers expect.

A book has a hundred thousand elements. Written as text they cost a tenth of what element objects cost; all text and
all attribute values pass through `escape`, so that nothing of a source becomes markup.
"""

import re
from typing import Final

from ... import chars

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

_WESTERN: Final = "0-9A-Za-z\u00c0-\u024f\u0370-\u04ff"
# A stretch of Western text: words with their apostrophes, and the marks that spaces tie to them.
_WESTERN_TEXT: Final = re.compile(
    rf"[{_WESTERN}]+(?:[’–][{_WESTERN}]+|[!-/:-@\[-`{{-~]*[”’]?(?: [–—])? [“‘]?[!-/:-@\[-`{{-~]*[{_WESTERN}]+)*"
)
# What Word sets in the Latin face unless a hint says otherwise.
_AMBIGUOUS: Final = re.compile("[“”‘’—…·‧•\u00a7\u00b0-\u00d7\u00f7\u2010-\u2027\u2030-\u2044\u2100-\u27bf]")
_HAN: Final = re.compile(f"[{chars.HAN_CLASS}]")
_QUOTES: Final = re.compile("([“”‘’]+)")
_ESCAPES: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}
_BREAKS: Final = re.compile("([\t\n\r\u2028]+)")
_CONTROL: Final = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "", "\u2028": "<w:br/>"}
EAST_ASIAN: Final = '<w:rFonts w:hint="eastAsia"/>'


def escape(text: str) -> str:
    """The text as it stands between tags and in attribute values."""
    return text.translate(_ESCAPES)


def el(name: str, /, *inside: str, **attributes: str | int) -> str:
    """An element of the w: namespace around markup, its attributes in the same namespace.

    >>> el("rPr", el("sz", val=21))
    '<w:rPr><w:sz w:val="21"/></w:rPr>'
    """
    values = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<w:{name}{values}>{''.join(inside)}</w:{name}>" if inside else f"<w:{name}{values}/>"


def part(root: str, *inside: str) -> bytes:
    """A whole XML part."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{''.join(inside)}</w:{root}>".encode()


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph; `properties` are what follows the style in w:pPr, in the standard's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field_code(code: str) -> str:
    """The beginning of a field, up to its result; a `w:fldChar` of type "end" closes it."""
    instruction = f'<w:instrText xml:space="preserve"> {escape(code)} </w:instrText>'
    return (
        el("r", el("fldChar", fldCharType="begin"))
        + el("r", instruction)
        + el("r", el("fldChar", fldCharType="separate"))
    )


def run(text: str, properties: str = "") -> str:
    """One run of text, tabs and line breaks as elements; `properties` is the inside of w:rPr."""
    head = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    text = escape(text)
    if not _BREAKS.search(text):
        return f'{head}<w:t xml:space="preserve">{text}</w:t></w:r>'
    inside = [
        "".join(map(_CONTROL.__getitem__, piece)) if n % 2 else f'<w:t xml:space="preserve">{piece}</w:t>'
        for n, piece in enumerate(_BREAKS.split(text))
        if piece
    ]
    return f"{head}{''.join(inside)}</w:r>"


def runs(text: str, style: str = "") -> str:
    """Text as runs: quotes, dashes and ellipses of Chinese text carry the hint that puts them in its face.

    Those within Western text do not: don’t keeps its apostrophe. `style` is a character style.
    """
    mark = f'<w:rStyle w:val="{style}"/>' if style else ""
    if not text or not _AMBIGUOUS.search(text):
        return run(text, mark) if text else ""
    if not _HAN.search(text):
        return run(text, mark)
    out, at = [], 0
    for match in _WESTERN_TEXT.finditer(text):
        if match[0].isascii():
            continue
        if match.start() > at:
            out.append(run(text[at : match.start()], mark + EAST_ASIAN))
        out.append(run(match[0], mark))
        at = match.end()
    if at < len(text):
        out.append(run(text[at:], mark + EAST_ASIAN))
    return "".join(out)


def kai_runs(text: str, marks: str) -> str:
    """Runs of a text set in Kai, whose curly quotes take the character style `marks`: few Kai faces have them wide."""
    return "".join(runs(piece, marks if n % 2 else "") for n, piece in enumerate(_QUOTES.split(text)))
