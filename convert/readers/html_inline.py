"""What stands within a block of a page: texts, pictures, what is raised, lowered or beside its characters."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from .. import chars
from ..model import Image
from ..report import Finding
from .formula import is_exact, on_one_line
from .left_out import told
from .raised import flattened, raised

_MARKS: Final = {"dateline": "dateline", "byline_run": "run-in byline"}
_SOURCES: Final = ("data-src", "data-original", "src")  # of a picture; where a script loads it, src is a placeholder
_SOFT: Final = "\x1e"  # a line end of the source
_BLANK: Final = re.compile(f"[ {_SOFT}]+")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A run-in dateline or byline, which a page by kanben marks in its paragraph."""

    role: str
    text: str


Piece = str | Image | Mark


@dataclass(frozen=True)
class Inline:
    """Reads what stands within elements; what plain text cannot show is told in `findings`."""

    path: str
    findings: list[Finding]

    def pieces(self, element: Any) -> Iterator[Piece]:
        """What stands in an element, line ends of the source as `_SOFT`."""
        yield from strings(element.text)
        for child in element:
            yield from self.element(child)
            yield from strings(child.tail)

    def element(self, child: Any) -> Iterator[Piece]:
        """What an inline element shows."""
        if child.tag == "br":
            yield "\n"
        elif child.tag == "img":
            source = next(filter(None, map(child.get, _SOURCES)), "")
            if source and child.get("role") != "doc-cover":  # a cover is no part of an article
                yield Image(source if source.startswith("data:") else unquote(source), child.get("alt") or "")
        elif child.tag == "math":
            shown = on_one_line(child, lambda element: "".join(element.itertext()).strip())
            if not is_exact(child, shown):
                self.findings.append(told("formula", shown, self.path, child.sourceline or 1))
            yield shown
        elif child.tag in ("sup", "sub", "rt"):
            yield from self.aside(child)
        elif child.tag == "q":
            outer = next(child.iterancestors("q"), None) is None
            yield from ("“" if outer else "‘", *self.pieces(child), "”" if outer else "’")
        elif child.tag != "rp":
            inside = list(self.pieces(child))
            if role := _MARKS.get(child.get("class") or ""):
                yield Mark(role, stripped(joined(part for part in inside if isinstance(part, str))))
            yield from inside

    def aside(self, element: Any) -> Iterator[Piece]:
        """What is raised or lowered, and a reading above its character, in brackets."""
        inside = list(self.pieces(element))
        text = stripped(joined(part for part in inside if isinstance(part, str))).replace("\n", " ")
        if element.tag == "rt":
            yield f"（{text}）" if text else ""
        elif text:
            called = any(str(link.get("href", "")).startswith("#") for link in _links(element))
            shown = raised(text, below=element.tag == "sub", called=called)
            if shown is None:
                beside = (_before(element), element.tail or "")
                self.findings.append(flattened(text, beside, self.path, element.sourceline or 1))
            yield text if shown is None else shown
        yield from (part for part in inside if not isinstance(part, str))

    def plain(self, element: Any) -> str:
        """The text of a cell."""
        return one_line(self.pieces(element))


def strings(text: str | None) -> list[Piece]:
    """A text of the source, its white space as spaces, its line ends as `_SOFT`."""
    return [_SPACE.sub(lambda m: _SOFT if "\n" in m[0] else " ", text)] if text else []


def joined(texts: Iterable[str]) -> str:
    """Texts as one; a line end of the source is nothing next to a Chinese character, else a space."""
    text = _BLANK.sub(_between, "".join(texts))
    return "\n".join(line.strip(" \t") for line in text.split("\n"))


def _between(blank: re.Match[str]) -> str:
    """What stands for white space of the source: nothing for a line end, unless Western words stand on both sides."""
    if _SOFT not in blank[0]:
        return blank[0]
    left, right = blank.string[: blank.start()][-1:], blank.string[blank.end() : blank.end() + 1]
    beside = left + right
    return " " if len(beside) == 2 and beside.isascii() and not left.isspace() and not right.isspace() else ""


def one_line(pieces: Iterable[Piece]) -> str:
    """The texts of some pieces on one line."""
    text = joined(part for part in pieces if isinstance(part, str))
    return stripped(text).replace("\n", " ").strip(" ")


def stripped(text: str) -> str:
    """A text without white space at the ends of its lines."""
    return "\n".join(line.strip(chars.BLANKS) for line in text.split("\n"))


def _links(element: Any) -> Iterator[Any]:
    """The links within and around an element."""
    yield from element.iter("a")
    yield from element.iterancestors("a")


def _before(element: Any) -> str:
    """The text right before an element."""
    previous = element.getprevious()
    return (element.getparent().text if previous is None else previous.tail) or ""
