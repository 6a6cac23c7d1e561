"""A typographic cover: the paper's title, the day, and what the issue brings, drawn with our fonts.

Horizontal covers look like the head of a front page; vertical ones bear a title slip (题签), as
thread-bound books do.
"""

import datetime
import struct
import zlib
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..chars import NO_LINE_END, NO_LINE_START
from ..fonts import covers, fallbacks, font_file
from ..model import Issue
from ..style import Edition, Face, region_of
from .nameplate import issue_line

if TYPE_CHECKING:
    from PIL import ImageFont

WIDTH, HEIGHT = 1400, 1960  # pixels; shops ask for 1400 at the least
_MARGIN: Final = 120
_TEXT: Final = WIDTH - 2 * _MARGIN
_PAPER, _INK, _RED = (248, 244, 234), (36, 32, 29), (148, 24, 24)
_UNITS: Final = 64  # size at which advances are measured: one em
_FULL: Final = 127  # full strength of a colour; the palette holds 128 steps of each


def draw_cover(issue: Issue, edition: Edition) -> bytes | None:
    """The cover as PNG; None for an issue without title and headlines: then there is nothing to show."""
    headlines = [article.headline for article in issue.articles if article.headline]
    if not issue.title and not headlines:
        return None
    sheet = _Sheet(issue, edition)
    if edition.vertical and issue.title:
        sheet.slip(issue.title)
        sheet.print_in_ink()
        if issue.date:
            day = _han_day(issue.date)
            sheet.column(day, "song", 46, WIDTH - 196, HEIGHT - 150 - round(46 * 1.12) * len(day))
    else:
        y = sheet.nameplate(issue.title) if issue.title else _MARGIN
        sheet.print_in_ink()
        sheet.news(headlines, issue_line(issue), y)
    return sheet.png()


def _han_day(day: datetime.date) -> str:
    """A date in Han numerals, as vertical lines have it: 二〇二三年十一月二十九日 (GB/T 15835-2011)."""
    digits = "〇一二三四五六七八九"

    def count(number: int) -> str:
        tens, ones = divmod(number, 10)
        return ("" if not tens else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")

    return f"{''.join(digits[int(d)] for d in str(day.year))}年{count(day.month)}月{count(day.day)}日"


def _png(pixels: bytes, palette: bytes) -> bytes:
    """A PNG of one byte a pixel, colours by palette. Pillow's own writer loads five formats before its first byte."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + pixels[at : at + WIDTH] for at in range(0, len(pixels), WIDTH))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"PLTE", palette) + chunk(b"IDAT", zlib.compress(rows, 2))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


class _Sheet:
    """The drawing: first what is red, then, after `print_in_ink`, what is black."""

    def __init__(self, issue: Issue, edition: Edition) -> None:
        from PIL import Image, ImageDraw

        self.glyphs, self.own = region_of(issue.language).glyphs, edition.fonts
        self.image = Image.new("L", (WIDTH, HEIGHT))
        self.draw = ImageDraw.Draw(self.image)
        self.opened: dict[tuple[Path, int], ImageFont.FreeTypeFont] = {}
        self.faces: dict[Face, tuple[Path, ...]] = {}
        self.files: dict[tuple[str, Face], Path] = {}
        self.advances: dict[tuple[str, Face], float] = {}  # in em

    def print_in_ink(self) -> None:
        """Turn what was drawn so far into the palette's second colour."""
        from PIL import ImageDraw

        self.image = self.image.point([value and value + _FULL + 1 for value in range(_FULL + 1)] + [0] * 128)
        self.draw = ImageDraw.Draw(self.image)

    def png(self) -> bytes:
        palette = [
            round(paper + (colour - paper) * step / _FULL)
            for ink in (_INK, _RED)
            for step in range(_FULL + 1)
            for paper, colour in zip(_PAPER, ink, strict=True)
        ]
        return _png(self.image.tobytes(), bytes(palette))

    def nameplate(self, title: str) -> int:
        """The title across the sheet, in one line or two. Returns where it ends."""
        size = max(90, min(340, _TEXT // -(-len(title) // (1 if len(title) <= 7 else 2))))
        y = 150
        for line in self.wrap(title, "kai", size, _TEXT)[:4]:
            y += round(size * 1.15)
            self.centre(line, "kai", size, y - size // 5)
        self.draw.rectangle((_MARGIN, y + 70, WIDTH - _MARGIN, y + 79), fill=_FULL)
        self.draw.rectangle((_MARGIN, y + 88, WIDTH - _MARGIN, y + 90), fill=_FULL)
        return y + 90

    def slip(self, title: str) -> None:
        """The title from top to bottom in a framed slip at the upper left."""
        size = min(190, round((HEIGHT - 560) / (1.12 * len(title))))
        left, top, right, bottom = 150, 150, 150 + size + 120, 150 + round(size * 1.12) * len(title) + 130
        for inset, weight in ((0, 10), (22, 3)):
            frame = (left + inset, top + inset, right - inset, bottom - inset)
            self.draw.rectangle(frame, outline=_FULL, width=weight)
        self.column(title, "kai", size, left + 60, top + 65)

    def column(self, text: str, face: Face, size: int, x: float, y: float) -> None:
        """Characters from top to bottom, each in its square of a little more than an em."""
        for n, ch in enumerate(text):
            baseline = y + round(size * 1.12) * n + size - size // 8
            self.put(ch, face, size, x + (size - self.width(ch, face, size)) / 2, baseline)

    def news(self, headlines: list[str], line: str, y: int) -> None:
        """The issue line and as many headlines as there is room for, the first one large."""
        if line:
            y += 80
            size = min(44, round(44 * _TEXT / max(self.width(line, "song", 44), _TEXT)))
            self.centre(line, "song", size, y)
        for n, headline in enumerate(headlines[:5]):
            size, gap = (92, 190) if n == 0 else (54, 130)
            lines = self.wrap(headline, "hei" if n == 0 else "song", size, _TEXT)
            if len(lines) > 3 or y + gap + len(lines) * size * 1.4 > HEIGHT - _MARGIN:
                continue
            y += gap
            for part in lines:
                y += round(size * 0.7)
                self.centre(part, "hei" if n == 0 else "song", size, y)
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

    def centre(self, text: str, face: Face, size: int, baseline: float) -> None:
        self.put(text, face, size, (WIDTH - self.width(text, face, size)) / 2, baseline)

    def put(self, text: str, face: Face, size: int, x: float, baseline: float) -> None:
        """Draw the text in pieces that one font file can show; what none can is left to the first."""
        for path, run in groupby(text, lambda ch: self.file(ch, face)):
            part = "".join(run)
            self.draw.text((x, baseline), part, fill=_FULL, font=self.font(path, size), anchor="ls")
            x += self.width(part, face, size)

    def width(self, text: str, face: Face, size: int) -> float:
        for ch in text:
            if (ch, face) not in self.advances:
                self.advances[ch, face] = self.font(self.file(ch, face), _UNITS).getlength(ch) / _UNITS
        return sum(self.advances[ch, face] for ch in text) * size

    def file(self, ch: str, face: Face) -> Path:
        if face not in self.faces:
            self.faces[face] = (font_file(face, self.glyphs, self.own), *fallbacks(face, self.glyphs, self.own))
        if (ch, face) not in self.files:
            paths = self.faces[face]
            self.files[ch, face] = next((path for path in paths if ord(ch) in covers(path)), paths[0])
        return self.files[ch, face]

    def font(self, path: Path, size: int) -> "ImageFont.FreeTypeFont":
        from PIL import ImageFont

        if (path, size) not in self.opened:
            self.opened[path, size] = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
        return self.opened[path, size]
