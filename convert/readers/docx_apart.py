"""What stands apart from the body of a Word file: its notes, and what no edition takes over from it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple

from ..report import Finding
from .left_out import told

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_PARTS: Final[Mapping[str, str]] = {_CHART: "a chart", _DIAGRAM: "a diagram", f"{_W}altChunk": "an embedded file"}


class Note(NamedTuple):
    """A footnote or endnote: its paragraphs, and the relations of the part that it stands in."""

    paragraphs: tuple[Any, ...]
    rels: Any


def notes_of(part: Any) -> dict[tuple[str, str], Note]:
    """Footnotes and endnotes by kind and id."""
    found: dict[tuple[str, str], Note] = {}
    for kind in ("footnote", "endnote"):
        for other in _related(part, f"{kind}s"):
            for note in _root(other).iter(f"{_W}{kind}"):
                found[kind, str(note.get(f"{_W}id"))] = Note(tuple(note.iter(f"{_W}p")), other.rels)
    return found


def told_apart(document: Any, path: str, lines: Mapping[Any, int], furniture: Collection[str]) -> Iterator[Finding]:
    """A finding for each head, foot (of the kinds in `furniture`) and comment, and for each part that is not read.

    `lines` number the paragraphs.
    """
    seen = set[str]()
    for kind in furniture:
        for part in _related(document.part, kind):
            for paragraph in _root(part).iter(f"{_W}p"):
                if (text := _text(paragraph).strip()) and text not in seen and not text.isdecimal():
                    seen.add(text)
                    yield told("page-furniture", text, path)
    comments = {c.get(f"{_W}id"): c for p in _related(document.part, "comments") for c in _root(p).iter(f"{_W}comment")}
    for reference in document.element.body.iter(f"{_W}commentReference"):
        comment = comments.pop(reference.get(f"{_W}id"), None)
        if comment is not None:
            yield told("comment", _text(comment), path, _line(reference, lines))
    for element in document.element.body.iter(*_PARTS):
        yield told("unread-part", _PARTS[element.tag], path, _line(element, lines))


def _line(element: Any, lines: Mapping[Any, int]) -> int:
    """The number of the paragraph that an element stands in, or behind."""
    around = next(element.iterancestors(f"{_W}p"), None)
    before = next(element.itersiblings(f"{_W}p", preceding=True), None) if around is None else around
    return lines.get(before, 1)


def _related(part: Any, kind: str) -> Iterator[Any]:
    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            yield relation.target_part


def _root(part: Any) -> Any:
    """The root element of a part, whether or not python-docx has read it."""
    from lxml import etree

    found = getattr(part, "element", None)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(part.blob, parser) if found is None else found


def _text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{_W}t"))
