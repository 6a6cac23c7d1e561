"""WordprocessingML as text.

A book has a hundred thousand elements. Written as text they cost a tenth of what element objects cost; all text and
all attribute values pass through `escape`, so that nothing of a source becomes markup.
"""

import re
from typing import Final

from ..files import escape

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

_BREAKS: Final = re.compile("([\t\n]+)")
_CONTROL: Final = {"\t": "<w:tab/>", "\n": "<w:br/>"}


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
