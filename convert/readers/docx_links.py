"""The addresses behind the words of a Word file: of hyperlinks, of HYPERLINK fields, and of pictures."""

import re
from collections.abc import Iterator
from typing import Any, Final

from .docx_runs import own

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FIELD: Final = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)
# Switches, some with a text of their own (a bookmark, a tip, a frame), and what is none: the address.
_ARGUMENT: Final = re.compile(r'\\[lot]\s*(?:"[^"]*"|[^\s"\\]\S*)|\\\S?|"([^"]*)"|([^\s"\\]\S*)|"', re.IGNORECASE)


def links(paragraph: Any, rels: Any) -> Iterator[tuple[str, str]]:
    """Address and words of each link in a paragraph that leads out of the file; `rels` are those of its part."""
    for link in own(paragraph, f"{_W}hyperlink"):
        if address := target(rels, link.get(f"{_R}id")):
            yield address, _words(link)
    for field in own(paragraph, f"{_W}fldSimple"):
        if address := _address(field.get(f"{_W}instr", "")):
            yield address, _words(field)
    for about in own(paragraph, f"{_A}hlinkClick"):
        if address := target(rels, about.get(f"{_R}id")):
            yield address, about.getparent().get("descr") or ""
    yield from _fields(paragraph)


def target(rels: Any, id: str | None) -> str:
    """What an external relation leads to; "" for one that stays within the file."""
    relation = rels.get(id) if id else None
    return str(relation.target_ref) if relation is not None and relation.is_external else ""


def _fields(paragraph: Any) -> Iterator[tuple[str, str]]:
    """The links of fields that runs make: begin, the instruction, separate, the words, end; one may hold others."""
    opened: list[tuple[list[str], list[str]]] = []  # instruction and words
    for node in own(paragraph, f"{_W}fldChar", f"{_W}instrText", f"{_W}t"):
        kind = node.get(f"{_W}fldCharType")
        if kind == "begin":
            opened.append(([], []))
        elif kind == "end" and opened:
            said, words = opened.pop()
            if address := _address("".join(said)):
                yield address, "".join(words)
        elif opened and node.tag == f"{_W}instrText":
            opened[-1][0].append(node.text or "")
        elif opened and node.tag == f"{_W}t":
            for _, words in opened:
                words.append(node.text or "")


def _address(instruction: str) -> str:
    """The address that a HYPERLINK field leads to, wherever its switches stand; "" for one within the file."""
    field = _FIELD.match(instruction)
    found = _ARGUMENT.finditer(instruction, field.end()) if field else ()
    return next((said for one in found if (said := one[1] or one[2])), "")


def _words(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{_W}t"))
