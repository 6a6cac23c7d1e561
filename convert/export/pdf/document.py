"""The document around the pages: order of work, outline, links, fonts, tags."""

import io
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from reportlab.lib.utils import ImageReader

from ...compose import Page, Placed, Words, compose
from ...model import Image, Issue
from ...report import Finding
from ...style import Edition
from ..nameplate import entry, issue_line
from ..pictures import load_pictures
from .booklet import sheet_size, sides
from .canvas import Canvas, Packer, packed
from .draw import draw_page
from .furniture import Furniture
from .metadata import describe
from .shaper import PdfShaper
from .tags import Tags


def open_pictures(issue: Issue, edition: Edition) -> tuple[dict[str, ImageReader], list[Finding]]:
    """The pictures of an issue, opened, and findings for those that are not there."""
    if not any(isinstance(block, Image) for article in issue.articles for block in article.blocks):
        return {}, []
    loaded, findings = load_pictures(issue, edition)
    return {path: ImageReader(io.BytesIO(picture.data)) for path, picture in loaded.items()}, findings


class _Drawn(NamedTuple):
    """A page's description, packed where it is complete, and what can be added only when all pages are made up."""

    code: str
    packed: SimpleQueue[bytes] | None
    entries: list[Placed]
    pictures: list[Placed]
    starts: list[tuple[int, float, float]]


class Document:
    """One edition as a PDF."""

    def __init__(self, issue: Issue, edition: Edition, shaper: PdfShaper) -> None:
        self.issue, self.edition, self.shaper = issue, edition, shaper
        self.titles = {n: entry(article, issue) for n, article in enumerate(issue.articles)}
        self.pictures, self.findings = open_pictures(issue, edition)
        sizes = {path: picture.getSize() for path, picture in self.pictures.items()}
        self.composition = compose(issue, edition, shaper, Words(issue_line(issue), self.titles), sizes)
        self.furniture = Furniture(issue, edition, self.composition, shaper, self.titles)
        self.tags = Tags(wanted=not edition.booklet)

    def save(self, path: Path) -> list[Finding]:
        """Compose, draw and write the document. What could not be shown is returned."""
        with Packer() as packer:
            self._write(path, packer)
        return self.findings

    def _write(self, path: Path, packer: Packer) -> None:
        drawn: list[_Drawn | None] = []
        numbers: dict[int, int] = {}
        running = ""
        for page in self.composition.pages:
            drawn.append(self._draw(page, running, packer))
            for article, _u, _v in page.starts:
                numbers[article] = page.number
                running = self.titles[article]
        packer.done()
        pdf = Canvas(str(path), self._sheet_size(), invariant=1, lang=self.issue.language, pdfVersion=(1, 7))
        for n, side in enumerate(self._sides(len(drawn))):
            pages = [(at, x, one) for at, x in side if (one := drawn[at])]
            pdf.finish_page(self._finished(pdf, pages, numbers), n + 1)
            for at, _x in side:
                drawn[at] = None
        for article in sorted(numbers):
            pdf.addOutlineEntry(self.titles[article], f"article-{article}", 0)
        pdf.embed(self.shaper.faces)
        self.tags.write(pdf._doc)
        describe(pdf, self.issue, self.titles)
        pdf.save()

    def _draw(self, page: Page, running: str, packer: Packer) -> _Drawn:
        self.tags.begin_page()
        code = "\n".join([*draw_page(page, self.composition.sheet, self.tags), *self.furniture.on(page, running)])
        entries = [placed for placed in page.placed if placed.slug.entry is not None]
        pictures = [placed for placed in page.placed if placed.slug.picture]
        if entries or pictures or self.edition.booklet:
            return _Drawn(code, None, entries, pictures, page.starts)
        return _Drawn("", packer.pack(f"q\n{code}\nQ"), [], [], page.starts)

    def _sheet_size(self) -> tuple[float, float]:
        width, height = self.composition.sheet.width, self.composition.sheet.height
        return sheet_size(self.edition.paper_name, width, height) if self.edition.booklet else (width, height)

    def _sides(self, count: int) -> list[list[tuple[int, float]]]:
        """What lies on each page of the document: pages, and how far from its left edge each begins."""
        if not self.edition.booklet:
            return [[(n, 0.0)] for n in range(count)]
        middle = self._sheet_size()[0] / 2
        places = (middle - self.composition.sheet.width, middle)
        pairs = sides(count, self.edition.vertical)
        return [[(n, x) for n, x in zip(pair, places, strict=True) if n is not None] for pair in pairs]

    def _finished(self, pdf: Canvas, side: list[tuple[int, float, _Drawn]], numbers: dict[int, int]) -> bytes:
        """The packed description of a page of the document, with what could not be known when its pages were drawn."""
        sheet = self.composition.sheet
        code: list[str] = []
        for page, x, drawn in side:
            for article, u, v in drawn.starts:
                _x, y = sheet.place(u, v)
                pdf.bookmarkHorizontalAbsolute(f"article-{article}", min(sheet.height, y + 6), left=int(x))
            if drawn.packed:
                return drawn.packed.get()
            code.append(f"q 1 0 0 1 {x:.2f} 0 cm" if x else "q")
            if self.edition.booklet:  # so that a reader can put them in order
                code.append(f"/Page<</Number {page + 1}>>BDC")
            code.append(drawn.code)
            for placed in drawn.entries:
                target = placed.slug.entry
                if target is not None and target in numbers:
                    code += self.furniture.entry(placed, numbers[target], self.tags, page)
                    self._link(pdf, target, placed, x)
            for placed in drawn.pictures:
                code += [self.tags.open(placed.slug.element, page), *self._picture(pdf, placed), "EMC"]
            code.append("EMC Q" if self.edition.booklet else "Q")
        return packed("\n".join(code))

    def _picture(self, pdf: Canvas, placed: Placed) -> list[str]:
        sheet, slug = self.composition.sheet, placed.slug
        x1, y1 = sheet.place(placed.u, placed.v)
        x2, y2 = sheet.place(placed.u + slug.extent[0], placed.v + slug.extent[1])
        pdf._code = []
        pdf.drawImage(self.pictures[slug.picture], min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), mask="auto")
        code, pdf._code = pdf._code, []
        return code

    def _link(self, pdf: Canvas, article: int, placed: Placed, left: float) -> None:
        sheet, u = self.composition.sheet, placed.u - placed.slug.x
        x1, y1 = sheet.place(u, placed.v)
        x2, y2 = sheet.place(u + sheet.measure, placed.v + placed.slug.size)
        box = (left + min(x1, x2), min(y1, y2), left + max(x1, x2), max(y1, y2))
        pdf.linkRect(self.titles[article], f"article-{article}", box, relative=0, thickness=0)
