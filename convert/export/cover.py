"""A typographic cover: the paper's title, the day, and what the issue brings, drawn with our fonts.

Horizontal covers look like the head of a front page; vertical ones bear a title slip (题签), as
thread-bound books do.
"""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from ..chars import NO_LINE_END, NO_LINE_START
from ..fonts import fallbacks, font_file, has
from ..model import Article, Issue
from ..style import Edition, Face, region_of
from .drawing import Drawing, Ink
from .nameplate import issue_line

WIDTH, HEIGHT = 1400, 1960  # pixels; shops ask for 1400 at the least
_MARGIN: Final = 120
_TEXT: Final = WIDTH - 2 * _MARGIN
_PAPER: Final = (248, 244, 234)
_INKS: Final = ((36, 32, 29), (148, 24, 24))
_BLACK: Final[Ink] = 0
_RED: Final[Ink] = 1
_NEWS: Final = 5  # headlines at the most
_PITCH: Final = 1.12  # from one character of a column to the next, in em


def draw_cover(issue: Issue, edition: Edition) -> bytes | None:
    """The cover as PNG; None for an issue without title and headlines: then there is nothing to show."""
    headlines = tuple(article.headline for article in issue.articles if article.headline)[:_NEWS]
    if not issue.title and not headlines:
        return None
    shown = replace(issue, articles=tuple(map(Article, headlines)), furniture=())
    return _drawn(shown, edition.vertical, tuple(edition.fonts.items()))


@lru_cache(maxsize=8)
def _drawn(issue: Issue, vertical: bool, fonts: tuple[tuple[str, str], ...]) -> bytes:
    """The cover of an issue of which only what a cover shows is left: EPUB and HTML have the same one."""
    headlines = [article.headline for article in issue.articles if article.headline]
    sheet = _Sheet(issue, dict(fonts))
    if vertical and issue.title:
        sheet.slip(issue.title)
        if issue.date:
            day, size = _han_day(issue.date), 46
            sheet.column(_BLACK, day, "song", size, WIDTH - 196, HEIGHT - 150 - size * _PITCH * len(day))
    else:
        y = sheet.nameplate(issue.title) if issue.title else _MARGIN
        sheet.news(headlines, issue_line(issue), y)
    return sheet.drawing.png()


def _han_day(day: datetime.date) -> str:
    """A date in Han numerals, as vertical lines have it: 二〇二三年十一月二十九日 (GB/T 15835-2011)."""
    digits = "〇一二三四五六七八九"

    def count(number: int) -> str:
        tens, ones = divmod(number, 10)
        return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")

    return f"{''.join(digits[int(d)] for d in str(day.year))}年{count(day.month)}月{count(day.day)}日"


class _Sheet:
    """The drawing of one cover."""

    def __init__(self, issue: Issue, own: Mapping[str, str]) -> None:
        self.glyphs, self.own = region_of(issue.language).glyphs, own
        self.drawing = Drawing(WIDTH, HEIGHT, _PAPER, _INKS)
        self.faces: dict[Face, tuple[Path, ...]] = {}
        self.files: dict[tuple[str, Face], Path] = {}
        self.advances: dict[tuple[str, Face], float] = {}  # in em

    def nameplate(self, title: str) -> int:
        """The title across the sheet, in one line or two. Returns where it ends."""
        size = max(90, min(340, _TEXT // -(-len(title) // (1 if len(title) <= 7 else 2))))
        y = 150
        for line in self.wrap(title, "kai", size, _TEXT)[:4]:
            y += round(size * 1.15)
            self.centre(_RED, line, "kai", size, y - size // 5)
        self.drawing.box(_RED, _MARGIN, y + 70, WIDTH - _MARGIN, y + 80)
        self.drawing.box(_RED, _MARGIN, y + 88, WIDTH - _MARGIN, y + 91)
        return y + 91

    def slip(self, title: str) -> None:
        """The title from top to bottom in a framed slip at the upper left."""
        size = min(190, round((HEIGHT - 560) / (_PITCH * len(title))))
        right, bottom = 270 + size, 280 + round(size * _PITCH * len(title))
        for inset, weight in ((0, 10), (22, 3)):
            left, top, far, foot = 150 + inset, 150 + inset, right - inset, bottom - inset
            self.drawing.box(_RED, left, top, far, top + weight)
            self.drawing.box(_RED, left, foot - weight, far, foot)
            self.drawing.box(_RED, left, top, left + weight, foot)
            self.drawing.box(_RED, far - weight, top, far, foot)
        self.column(_RED, title, "kai", size, 210, 215)

    def column(self, ink: Ink, text: str, face: Face, size: int, x: float, y: float) -> None:
        """Characters from top to bottom, each in its square."""
        for n, ch in enumerate(text):
            baseline = y + size * _PITCH * n + size * 0.88
            left = x + (size - self.width(ch, face, size)) / 2
            self.drawing.character(ink, self.file(ch, face), ch, size, left, baseline, upright=True)

    def news(self, headlines: list[str], line: str, y: int) -> None:
        """The issue line and as many headlines as there is room for, the first one large."""
        if line:
            y += 80
            size = min(44, round(44 * _TEXT / max(self.width(line, "song", 44), _TEXT)))
            self.centre(_BLACK, line, "song", size, y)
        for n, headline in enumerate(headlines):
            size, gap = (92, 190) if n == 0 else (54, 130)
            lines = self.wrap(headline, "hei" if n == 0 else "song", size, _TEXT)
            if len(lines) > 3 or y + gap + len(lines) * size * 1.4 > HEIGHT - _MARGIN:
                continue
            y += gap
            for part in lines:
                y += round(size * 0.7)
                self.centre(_BLACK, part, "hei" if n == 0 else "song", size, y)
                y += round(size * 0.7)
            y -= round(size * 0.7)

    def wrap(self, text: str, face: Face, size: int, width: float) -> list[str]:
        """Lines of about one length, broken at the text's own spaces or where marks allow (CLREQ 行首行尾禁则)."""
        if len(parts := text.split()) > 1 and all(self.width(part, face, size) <= width for part in parts):
            lines = [parts[0]]
            for part in parts[1:]:
                joined = f"{lines[-1]} {part}"
                lines[-1:] = [joined] if self.width(joined, face, size) <= width else [lines[-1], part]
            return lines
        count = -(-self.width(text, face, size) // width) or 1
        lines, room = [""], max(self.width(text, face, size) / count, size)
        for ch in text:
            full = self.width(lines[-1] + ch, face, size) > room + size / 2
            if full and ch not in NO_LINE_START and lines[-1][-1:] not in NO_LINE_END:
                lines.append("")
            lines[-1] += ch
        return lines

    def centre(self, ink: Ink, text: str, face: Face, size: int, baseline: float) -> None:
        x = (WIDTH - self.width(text, face, size)) / 2
        for ch in text:
            self.drawing.character(ink, self.file(ch, face), ch, size, x, baseline, upright=False)
            x += self.width(ch, face, size)

    def width(self, text: str, face: Face, size: int) -> float:
        for ch in text:
            if (ch, face) not in self.advances:
                self.advances[ch, face] = self.drawing.advance(self.file(ch, face), ch)
        return sum(self.advances[ch, face] for ch in text) * size

    def file(self, ch: str, face: Face) -> Path:
        """The first font file that has the character; what none has is left to the first of all."""
        if face not in self.faces:
            self.faces[face] = (font_file(face, self.glyphs, self.own), *fallbacks(face, self.glyphs, self.own))
        if (ch, face) not in self.files:
            paths = self.faces[face]
            self.files[ch, face] = next((path for path in paths if has(path, ch)), paths[0])
        return self.files[ch, face]
