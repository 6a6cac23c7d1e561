"""What kanben adds to pages: folios, running heads, the rules under the nameplate, leaders in the contents."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ...compose import Composition, Compositor, Line, Page, Placed, Run, Setting
from ...model import Issue
from ...style import STYLES, Edition
from ..nameplate import issue_line
from .draw import Pen, artifact, rule_between
from .face import Face
from .shaper import PdfShaper
from .tags import Tags


class Furniture:
    """Page furniture of one edition; it stands horizontal on vertical pages too."""

    def __init__(
        self, issue: Issue, edition: Edition, composition: Composition, shaper: PdfShaper, titles: Mapping[int, str]
    ) -> None:
        self._issue, self._composition, self._titles = issue, composition, titles
        self._layout = edition.layout
        self._sheet = composition.sheet
        setting = composition.compositor.setting
        self._compositor = Compositor(shaper, Setting(setting.glyphs, setting.adjust), self._sheet)
        self._date = issue_line(replace(issue, number=None, publisher=None))
        self._cut = cache(self._cut_short)  # the same words on page after page

    def on(self, page: Page, running: str) -> list[str]:
        """The furniture of a page, `running` being the article that runs on to it; the first has its nameplate."""
        if page.number == 1:
            foot = [] if self._layout == "newspaper" else self._written([(str(page.number), 0.5, False)])
            return artifact([*self._double_rule(page), *foot])
        sheet = self._sheet
        title, number = self._issue.title or "", str(page.number)
        begun = next((article for article, _u, v in page.starts if v < sheet.row), None)
        if self._layout == "newspaper":
            parts = [(title, 0.0, True), (self._date, 0.5, True), (number, 1.0, True)]
        elif begun is not None and self._layout == "book":
            return artifact(self._written([(number, 0.5, False)]))  # no running head where a chapter begins
        else:
            running = running if begun is None else self._titles[begun]
            odd = page.number % 2 == 1
            outer = float(odd != sheet.vertical)  # vertical pages are bound on the right
            parts = [(running if odd else title or running, outer, True), (number, 0.5, False)]
        y = sheet.height - sheet.top + 0.5 * sheet.row
        rule = rule_between((sheet.left, y), (sheet.left + sheet.area[0], y), 0.4)
        return artifact([*self._written(parts), rule])

    def _written(self, parts: list[tuple[str, float, bool]]) -> list[str]:
        """Texts in the head or foot, each with its place from left (0) to right (1); too long ones are cut short."""
        sheet, pen = self._sheet, Pen()
        width, height = sheet.area
        pen.begin()
        for text, at, head in parts:
            if not text:
                continue
            line, size = self._cut(text, width * 0.62)
            top = sheet.height - sheet.top
            y = top + 0.75 * sheet.row + size if head else top - height - 1.2 * sheet.row
            pen.line(line, size, sheet.left + (width - line.width * size / 1000) * at, y, vertical=False)
        pen.end()
        return pen.code

    def _cut_short(self, text: str, measure: float) -> tuple[Line, float]:
        """A text as one line and the size of its type; what is too long ends in an ellipsis."""
        if text.isdecimal():  # another on every page
            return self._figures(text), self._sheet.size * STYLES["folio"].size
        lines, size = self._compositor.lines(text, "folio", measure, indent=0)
        if len(lines) > 1:
            fits = self._compositor.lines(text, "folio", measure - 2 * size, indent=0)[0][0].end
            lines, size = self._compositor.lines(text[:fits].rstrip() + "……", "folio", measure * 2, indent=0)
        return lines[0], size

    def _figures(self, number: str) -> Line:
        """A number as a line, put together from its figures."""
        figures = [self._compositor.case(STYLES["folio"].face)[figure] for figure in number]
        run = Run(0.0, figures[0].font, 0.0, ["".join(figure.code for figure in figures)])
        return Line([run], sum(figure.advance for figure in figures), 0, len(figures))

    def _double_rule(self, page: Page) -> list[str]:
        """文武线: the thick and the thin rule under the nameplate."""
        plate = [p for p in page.placed if p.slug.element.role in ("title", "issue_line")]
        if not plate:
            return []
        sheet = self._sheet
        v = max(p.v + p.slug.size for p in plate) + 0.35 * sheet.row
        return [
            rule_between(sheet.place(0, at), sheet.place(sheet.along, at), weight)
            for at, weight in ((v, 1.5), (v + 2.6, 0.4))
        ]

    def entry(self, placed: Placed, number: int, tags: Tags, page: int) -> list[str]:
        """The page number that a line of the contents ends in, flush right, and a leader of dots up to it."""
        compositor, sheet = self._composition.compositor, self._sheet
        slug, u, v = placed
        assert slug.line is not None
        start = u - slug.x
        figures, size = compositor.lines(str(number), "contents", sheet.measure, indent=0)
        width = figures[0].width * size / 1000
        dots = int((sheet.measure - width - slug.line.width * size / 1000 - 0.8 * size) / (size / 2))
        pen = Pen()
        pen.begin()
        if dots > 1:
            dot = compositor.case("song")["·"]
            assert isinstance(dot.font, Face)
            half = dot.font.widened(dot.code, round(500 - dot.advance)) or dot.code
            run = Run(0.0, dot.font, 0.0, [half * dots])
            # The dots of all lines stand under each other: they are counted from the right.
            at = start + sheet.measure - (int(width / (size / 2)) + 1.4 + dots) * size / 2
            pen.code.append("/Artifact BMC")
            x, y = sheet.place(at, v)
            pen.line(Line([run], 500.0 * dots, 0, 0), size, x, y, sheet.vertical)
            pen.code.append("EMC")
        pen.code.append(tags.open(slug.element, page))
        x, y = sheet.place(start + sheet.measure - width, v)
        pen.line(figures[0], size, x, y, sheet.vertical)
        pen.code.append("EMC")
        pen.end()
        return pen.code
