"""Tags: what each piece of a page is, so that a screen reader reads articles and paragraphs, not columns.

Elements of composition become structure elements in reading order; what kanben adds to a page is an artifact.
"""

from typing import Any, Final

from reportlab.pdfbase import pdfdoc

from ...compose import Element
from ...style import Role
from .canvas import Raw, register

_TYPES: Final[dict[Role, str]] = {
    "title": "H1",
    "contents_title": "H2",
    "headline": "H2",
    "crosshead": "H3",
    "caption": "Caption",
    "credit": "Caption",
    "contents": "TOCI",
}


_PARTS: Final = {"table": "Table", "row": "TR", "cell": "TD", "figure": "Figure", "kicker": "P", "entry": "Reference"}


def _type(element: Element) -> str:
    """The structure type of an element."""
    return _PARTS[element.part] if element.part else _TYPES.get(element.role, "P")


def _string(text: str) -> str:
    """A text as a PDF string."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class _Group:
    """A structure element that holds others: the document, an article, the contents."""

    def __init__(self, doc: Any, kind: str, parent: int | None) -> None:
        self.raw, self.kind, self.parent = Raw(), kind, parent
        self.number = register(doc, self.raw)
        self.kids: list[int] = []

    def finish(self, tree: int) -> None:
        """Write the object, its kids being complete."""
        kids = " ".join(f"{kid} 0 R" for kid in self.kids)
        self.raw.data = f"<</S/{self.kind}/P {self.parent or tree} 0 R/K[{kids}]>>".encode()


class Tags:
    """Marks the pieces of pages while they are drawn, and writes the structure tree when they all are.

    A booklet has none: its sheets are for the printer, and their pages out of order.
    """

    def __init__(self, wanted: bool = True) -> None:
        self._wanted = wanted
        self._elements: dict[Element, None] = {}
        self._counts: list[int] = []

    def begin_page(self) -> None:
        """What is opened from now on stands on the next page."""
        self._counts.append(0)

    def open(self, element: Element, page: int | None = None) -> str:
        """The operator that opens a piece of an element on a page (from 0; the newest by default)."""
        if not self._wanted:
            return f"/{_type(element)} BMC"
        page = len(self._counts) - 1 if page is None else page
        number = self._counts[page]
        self._counts[page] += 1
        self._elements.setdefault(element)
        element.marks.append((page, number))
        return f"/{_type(element)}<</MCID {number}>>BDC"

    def write(self, doc: Any) -> None:
        """Write the structure tree into the document, whose pages are all there."""
        if not self._wanted:
            return
        pages = [doc.idToObjectNumberAndVersion[f"Page{n + 1}"][0] for n in range(len(self._counts))]
        owners: list[list[int]] = [[0] * count for count in self._counts]
        root = _Group(doc, "Document", None)
        groups: dict[object, _Group] = {}
        for element in self._elements:
            group = self._holder(doc, element, root, groups)
            raw = Raw()
            number = register(doc, raw)
            group.kids.append(number)
            first = element.marks[0][0]
            kids = [
                str(mark) if page == first else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>"
                for page, mark in element.marks
            ]
            alt = f"/Alt{_string(element.alt)}" if element.alt else ""
            raw.data = (
                f"<</S/{_type(element)}{alt}/P {group.number} 0 R/Pg {pages[first]} 0 R/K[{' '.join(kids)}]>>".encode()
            )
            for page, mark in element.marks:
                owners[page][mark] = number
        parents, tree = Raw(), Raw()
        rows = " ".join(f"{n}[{' '.join(f'{number} 0 R' for number in row)}]" for n, row in enumerate(owners))
        parents.data = f"<</Nums[{rows}]>>".encode()
        tree.data = (
            f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {register(doc, parents)} 0 R"
            f"/ParentTreeNextKey {len(owners)}>>"
        ).encode()
        tree_number = register(doc, tree)
        for each in (root, *groups.values()):
            each.finish(tree_number)
        doc.Catalog.StructTreeRoot = tree
        doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        for n in range(len(owners)):
            page_object = doc.idToObject[f"Page{n + 1}"]
            page_object.__NoDefault__ = [*page_object.__NoDefault__, "StructParents", "Tabs"]
            page_object.StructParents, page_object.Tabs = n, pdfdoc.PDFName("S")

    def _holder(self, doc: Any, element: Element, root: _Group, groups: dict[object, _Group]) -> _Group:
        """What holds an element: another element, its article, the contents, or the document."""
        if element.parent is not None:
            if element.parent not in groups:
                above = self._holder(doc, element.parent, root, groups)
                groups[element.parent] = _Group(doc, _type(element.parent), above.number)
                above.kids.append(groups[element.parent].number)
            return groups[element.parent]
        key = "TOC" if element.role == "contents" else element.article
        if key is None:
            return root
        if key not in groups:
            groups[key] = _Group(doc, "TOC" if key == "TOC" else "Art", root.number)
            root.kids.append(groups[key].number)
        return groups[key]
