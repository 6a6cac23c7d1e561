"""Tags: what each piece of a page is, so that a screen reader reads articles and paragraphs, not columns.

Elements of composition become structure elements in reading order; what kanben adds to a page is an artifact.
"""

from collections.abc import Callable
from typing import Any, Final

from reportlab.pdfbase import pdfdoc

from ...compose import Element
from ...style import Role

_TYPES: Final[dict[Role, str]] = {
    "title": "H1",
    "contents_title": "H2",
    "headline": "H2",
    "crosshead": "H3",
    "caption": "Caption",
    "credit": "Caption",
    "contents": "TOCI",
    "table": "TR",
}


class _Raw(pdfdoc.PDFObject):
    """An object whose bytes are known before the document is put together."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.data = b""

    def format(self, _document: Any) -> bytes:
        return self.data


class _Node:
    """A structure element: its object, number, type, parent and kids."""

    def __init__(self, doc: Any, kind: str, parent: "_Node | None") -> None:
        self.raw = _Raw()
        doc.Reference(self.raw, f"tag-{doc.objectcounter}")
        self.number: int = doc.objectcounter
        self.kind, self.parent = kind, parent
        self.kids: list[str] = []
        self.page = ""
        if parent:
            parent.kids.append(f"{self.number} 0 R")

    def finish(self) -> None:
        """Write the object, its kids being complete."""
        parent = f"/P {self.parent.number} 0 R" if self.parent else ""
        page = f"/Pg {self.page}" if self.page else ""
        self.raw.data = f"<</S/{self.kind}{parent}{page}/K[{' '.join(self.kids)}]>>".encode()


class Tags:
    """Marks the pieces of pages while they are drawn, and writes the structure tree when they all are."""

    def __init__(self) -> None:
        self._elements: dict[Element, None] = {}
        self._counts: list[int] = []

    def begin_page(self) -> None:
        """What is opened from now on stands on the next page."""
        self._counts.append(0)

    def open(self, element: Element, page: int | None = None) -> str:
        """The operator that opens a piece of an element on a page (from 0; the newest by default)."""
        page = len(self._counts) - 1 if page is None else page
        number = self._counts[page]
        self._counts[page] += 1
        self._elements.setdefault(element)
        element.marks.append((page, number))
        return f"/{_TYPES.get(element.role, 'P')}<</MCID {number}>>BDC"

    def write(self, doc: Any) -> None:
        """Write the structure tree into the document, whose pages are all there."""
        pages = [f"{doc.idToObjectNumberAndVersion[f'Page{n + 1}'][0]} 0 R" for n in range(len(self._counts))]
        nodes: list[_Node] = []
        owners: list[list[str]] = [[""] * count for count in self._counts]

        def node(kind: str, parent: _Node | None) -> _Node:
            nodes.append(_Node(doc, kind, parent))
            return nodes[-1]

        root = node("Document", None)
        groups: dict[object, _Node] = {}
        for element in self._elements:
            kind = _TYPES.get(element.role, "P")
            made = node(kind, self._group(element, root, groups, node))
            made.page = pages[element.marks[0][0]]
            for page, number in element.marks:
                here = pages[page] == made.page
                made.kids.append(str(number) if here else f"<</Type/MCR/Pg {pages[page]}/MCID {number}>>")
                owners[page][number] = f"{made.number} 0 R"
        tree, parents = _Raw(), _Raw()
        doc.Reference(tree, "tags")
        root_number = doc.objectcounter
        doc.Reference(parents, "tag-parents")
        rows = " ".join(f"{n}[{' '.join(row)}]" for n, row in enumerate(owners))
        parents.data = f"<</Nums[{rows}]>>".encode()
        tree.data = (
            f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {doc.objectcounter} 0 R"
            f"/ParentTreeNextKey {len(owners)}>>"
        ).encode()
        for each in nodes:
            each.finish()
        root.raw.data = root.raw.data.replace(b"/S/Document", f"/S/Document/P {root_number} 0 R".encode())
        doc.Catalog.StructTreeRoot = tree
        doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        for n in range(len(owners)):
            page = doc.idToObject[f"Page{n + 1}"]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = n, pdfdoc.PDFName("S")

    def _group(
        self,
        element: Element,
        root: _Node,
        groups: dict[object, _Node],
        node: Callable[[str, _Node | None], _Node],
    ) -> _Node:
        """The element's parent: its article, the contents, a table in its article, or the document."""
        if element.role == "contents":
            key: object = "TOC"
        elif element.article is None:
            return root
        else:
            key = element.article
        if key not in groups:
            groups[key] = node("TOC" if key == "TOC" else "Art", root)
        return groups[key]
