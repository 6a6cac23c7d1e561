"""The document around the pages: order of work, outline, links, fonts, tags."""

import zlib
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from ...compose import Page, Placed, compose
from ...model import Issue
from ...style import Edition
from .draw import draw_page
from .furniture import Furniture
from .metadata import describe
from .shaper import PdfShaper
from .tags import Tags


class _Canvas(canvas.Canvas):
    """A canvas that names no font of its own: each of ours is named by the text that uses it.

    What it uses of reportlab's insides is named here, and tested.
    """

    _doc: Any

    def _make_preamble(self) -> None:
        self._preamble = ""


class _Drawn(NamedTuple):
    """A page's description, and what can be added only when all pages are made up."""

    code: str
    entries: list[Placed]
    starts: list[tuple[int, float, float]]


class Document:
    """One edition as a PDF."""

    def __init__(self, issue: Issue, edition: Edition, shaper: PdfShaper) -> None:
        self.issue, self.edition, self.shaper = issue, edition, shaper
        self.composition = compose(issue, edition, shaper)
        self.furniture = Furniture(issue, edition, self.composition, shaper)
        self.tags = Tags()

    def save(self, path: Path) -> None:
        """Compose, draw and write the document."""
        drawn: list[_Drawn] = []
        numbers: dict[int, int] = {}
        running = ""
        for page in self.composition.pages:
            drawn.append(self._draw(page, running))
            for article, _u, _v in page.starts:
                numbers[article] = page.number
                running = self.composition.titles[article]
        sheet = self.composition.sheet
        pdf = _Canvas(
            str(path),
            (sheet.width, sheet.height),
            invariant=1,
            lang=self.issue.language,
            pdfVersion=(1, 7),
        )
        for n in range(len(drawn)):
            self._emit(pdf, n, drawn[n], numbers)
            drawn[n] = _Drawn("", [], [])
        for face in self.shaper.faces:
            pdf._doc.fontMapping[face.names[False]] = face.names[False]
            pdf._doc.delayedFonts.append(face)
        self.tags.write(pdf._doc)
        describe(pdf, self.issue, self.composition.titles, self.edition)
        pdf.save()

    def _draw(self, page: Page, running: str) -> _Drawn:
        self.tags.begin_page()
        code = draw_page(page, self.composition.sheet, self.tags)
        code += self.furniture.on(page, running)
        entries = [placed for placed in page.placed if placed.slug.entry is not None]
        return _Drawn("\n".join(code), entries, page.starts)

    def _emit(self, pdf: _Canvas, n: int, drawn: _Drawn, numbers: dict[int, int]) -> None:
        sheet, titles = self.composition.sheet, self.composition.titles
        for article, u, v in drawn.starts:
            _x, y = sheet.place(u, v)
            pdf.bookmarkHorizontalAbsolute(f"article-{article}", min(sheet.height, y + 6), left=0)
            pdf.addOutlineEntry(titles[article], f"article-{article}", 0)
        code = [drawn.code]
        for placed in drawn.entries:
            target = placed.slug.entry
            if target is not None and target in numbers:
                code += self.furniture.entry(placed, numbers[target], self.tags, n)
                self._link(pdf, target, placed)
        pdf.showPage()
        stream = pdfdoc.PDFStream(content=zlib.compress("\n".join(code).encode()), filters=[])
        stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")  # packed now: descriptions are long
        pdf._doc.idToObject[f"Page{n + 1}"].Contents = stream

    def _link(self, pdf: _Canvas, article: int, placed: Placed) -> None:
        sheet, u = self.composition.sheet, placed.u - placed.slug.x
        x1, y1 = sheet.place(u, placed.v)
        x2, y2 = sheet.place(u + sheet.measure, placed.v + placed.slug.size)
        box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        pdf.linkRect(self.composition.titles[article], f"article-{article}", box, relative=0, thickness=0)
