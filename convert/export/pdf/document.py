"""The document around the pages: fonts, page furniture, contents, outline, information."""

from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from ... import __version__
from ...compose import Compositor, Page, Setting, compose
from ...compose.edition import day
from ...model import Issue
from ...style import Edition, Role
from ..files import stamp
from .draw import Pen, draw_page
from .shaper import PdfShaper


class _Canvas(canvas.Canvas):
    """A canvas that names no font of its own: each of ours is named by the text that uses it.

    What it uses of reportlab's insides is named here, and tested.
    """

    _code: list[str]
    _doc: Any

    def _make_preamble(self) -> None:
        self._preamble = ""


class Document:
    """One edition as a PDF."""

    def __init__(self, issue: Issue, edition: Edition, shaper: PdfShaper) -> None:
        self.issue, self.edition, self.shaper = issue, edition, shaper
        self.composition = compose(issue, edition, shaper)
        self.sheet = self.composition.sheet
        flat = Setting(self.composition.compositor.setting.glyphs, self.composition.compositor.setting.adjust)
        self.furniture = Compositor(shaper, flat, self.sheet)  # horizontal on every page
        self.numbers: dict[int, int] = {}

    def save(self, path: Path) -> None:
        """Compose, draw and write the document."""
        pages: list[tuple[list[str], Page | None]] = []
        starts: list[list[tuple[int, float, float]]] = []
        running = ""
        for page in self.composition.pages:
            for article, _u, _v in page.starts:
                self.numbers.setdefault(article, page.number)
            code = draw_page(page, self.sheet)
            code += self._furniture(page, running)
            if page.starts:
                running = self.composition.titles[page.starts[-1][0]]
            waiting = any(placed.slug.entry is not None for placed in page.placed)
            pages.append((code, page if waiting else None))
            starts.append(page.starts)
        self._write(path, pages, starts)

    def _write(
        self,
        path: Path,
        pages: list[tuple[list[str], Page | None]],
        starts: list[list[tuple[int, float, float]]],
    ) -> None:
        sheet = self.sheet
        pdf = _Canvas(str(path), (sheet.width, sheet.height), pageCompression=0, invariant=1, lang=self.issue.language)
        pdf._doc.defaultStreamFilters = [pdfdoc.PDFZCompress]  # page compression proper would add ASCII85
        self._information(pdf)
        for (code, page), begun in zip(pages, starts, strict=True):
            for article, u, v in begun:
                _x, y = sheet.place(u, v)
                pdf.bookmarkHorizontalAbsolute(f"article-{article}", min(sheet.height, y + 6), left=0)
                pdf.addOutlineEntry(self.composition.titles[article], f"article-{article}", 0)
            if page is not None:
                code = code + self._entries(page, pdf)
            pdf._code = code
            pdf.showPage()
        if self.composition.titles:
            pdf.showOutline()
        for face in self.shaper.faces:
            pdf._doc.fontMapping[face.names[False]] = face.names[False]
            pdf._doc.delayedFonts.append(face)
        pdf.save()

    def _information(self, pdf: Any) -> None:
        issue = self.issue
        title = " ".join(part for part in (issue.title, issue.date and day(issue.date, weekday=False)) if part)
        pdf.setTitle(title or next(iter(self.composition.titles.values()), ""))
        pdf.setAuthor(issue.publisher or issue.title or "")
        pdf.setSubject(issue.number or "")
        pdf.setCreator(f"kanben {__version__}")
        when = stamp(issue)
        clock = pdf._doc._timeStamp
        clock.t, clock.lt = when.timestamp(), when.timetuple()
        clock.YMDhms = tuple(when.timetuple()[:6])

    def _entries(self, page: Page, pdf: Any) -> list[str]:
        """The page numbers of the contents, with their leaders, and a link over each line."""
        pen, sheet = Pen(), self.sheet
        pen.begin()
        for slug, u, v in page.placed:
            if slug.entry is None or slug.entry not in self.numbers:
                continue
            compositor, measure = self.composition.compositor, sheet.measure
            start = slug.line.width * slug.size / 1000
            number, size = compositor.lines(str(self.numbers[slug.entry]), "contents", measure)
            width = number[0].width * size / 1000
            dots = int((measure - width - start - 0.8 * size) / (size / 2))
            leader, _size = compositor.lines("·" * max(0, dots), "contents", measure * 2)
            at = u - slug.x + measure - width
            for line, where in ((leader, at - size / 2 * (dots + 0.4)), (number, at)):
                for one in line:
                    x, y = sheet.place(where, v)
                    pen.line(one, size, x, y, sheet.vertical)
            self._link(pdf, slug.entry, u - slug.x, v, size)
        pen.end()
        return pen.code

    def _link(self, pdf: Any, article: int, u: float, v: float, size: float) -> None:
        x1, y1 = self.sheet.place(u, v)
        x2, y2 = self.sheet.place(u + self.sheet.measure, v + size)
        box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        pdf.linkRect(self.composition.titles[article], f"article-{article}", box, relative=0, thickness=0)

    def _furniture(self, page: Page, running: str) -> list[str]:
        """Folio and running head. A newspaper's first page has its nameplate instead."""
        newspaper = self.edition.layout == "newspaper"
        if newspaper and page.number == 1:
            return self._double_rule(page)
        sheet, issue = self.sheet, self.issue
        pen = Pen()
        pen.begin()
        width, height = sheet.area
        left, size = sheet.left, sheet.size * 0.85
        above = sheet.height - sheet.top + 0.75 * sheet.row + size
        date = day(issue.date) if issue.date else ""
        if newspaper:
            self._text(pen, issue.title or "", "folio", left, above, width, 0)
            self._text(pen, date, "folio", left, above, width, 0.5)
            self._text(pen, str(page.number), "folio", left, above, width, 1)
        else:
            foot = sheet.height - sheet.top - height - 1.2 * sheet.row
            self._text(pen, str(page.number), "folio", left, foot, width, 0.5)
            if page.number > 1:
                head = running if page.number % 2 else (issue.title or running)
                self._text(pen, head, "folio", left, above, width, float(page.number % 2))
        pen.end()
        line = sheet.height - sheet.top + 0.5 * sheet.row
        ruled = newspaper or page.number > 1
        return [*pen.code, f"0.4 w {left:.2f} {line:.2f} m {left + width:.2f} {line:.2f} l S"] if ruled else pen.code

    def _text(self, pen: Pen, text: str, role: Role, x: float, y: float, width: float, at: float) -> None:
        """One line of furniture, left, centred or right in a width; cut short where it is too long."""
        if not text:
            return
        lines, size = self.furniture.lines(text, role, width * 0.62, indent=0)
        line = lines[0]
        pen.line(line, size, x + (width - line.width * size / 1000) * at, y, vertical=False)

    def _double_rule(self, page: Page) -> list[str]:
        """文武线: the thick and the thin rule under the nameplate."""
        plate = [p for p in page.placed if p.slug.element.role in ("title", "issue_line")]
        if not plate:
            return []
        sheet = self.sheet
        v = max(p.v + p.slug.size for p in plate) + 0.35 * sheet.row
        (x1, y1), (x2, y2) = sheet.place(0, v), sheet.place(sheet.along, v)
        (x3, y3), (x4, y4) = sheet.place(0, v + 2.6), sheet.place(sheet.along, v + 2.6)
        return [
            f"1.5 w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S",
            f"0.4 w {x3:.2f} {y3:.2f} m {x4:.2f} {y4:.2f} l S",
        ]
