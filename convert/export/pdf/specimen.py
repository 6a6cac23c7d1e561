"""The type specimen: one sheet with every face, size, mark and rule of composition, in the three regions."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ... import __version__
from ...compose import Compositor, Setting, break_lines, prepare, sheet_of
from ...fonts import family, font_file
from ...model import Issue
from ...style import MM, PAPERS, REGIONS, STYLES, Edition, Face, Role
from ..files import stamp
from .canvas import Canvas, packed
from .draw import Pen, artifact, rule_between
from .face import Face as FontFace
from .samples import MARKS, SAMPLES, Sample
from .shaper import PdfShaper

_MARGIN: Final = 16 * MM
_GUIDE: Final = "0.78 0.16 0.12 RG"  # vermilion; only rules have a colour
_ROLES: Final[Sequence[tuple[Role, str]]] = (
    ("title", "报名"), ("headline", "主题"), ("kicker", "引题"), ("deck", "副题"), ("crosshead", "小标题"),
    ("body", "正文"), ("byline", "署名"), ("caption", "图片说明"), ("note", "注释"),
)  # fmt: skip


class _Board:
    """A sheet on which lines are put at any place; `y` counts down from the top edge."""

    def __init__(self) -> None:
        short, long = PAPERS["a3"]
        self.width, self.height = short * MM, long * MM
        self.faces: list[FontFace] = []
        self.shapers = {
            name: PdfShaper(region.glyphs, region.language, faces=self.faces) for name, region in REGIONS.items()
        }
        self.code: list[str] = []
        self._sheet = sheet_of(Edition())
        self._compositors: dict[tuple[str, bool], Compositor] = {}

    def compositor(self, region: str, vertical: bool) -> Compositor:
        """The compositor of a region and direction."""
        key = region, vertical
        if key not in self._compositors:
            setting = Setting(REGIONS[region].glyphs, adjust=region != "tw", vertical=vertical)
            self._compositors[key] = Compositor(self.shapers[region], setting, self._sheet)
        return self._compositors[key]

    def text(
        self,
        region: str,
        text: str,
        face: Face,
        size: float,
        place: tuple[float, float],
        measure: float,
        *,
        vertical: bool = False,
        indent: float = 0.0,
        leading: float = 1.6,
        justify: bool = True,
    ) -> float:
        """Set a text from a place on, to the right and down, or down and to the left; the extent across its lines."""
        compositor = self.compositor(region, vertical)
        prepared = prepare(text, compositor.case(face), compositor.setting)
        lines = break_lines(prepared, measure / size * 1000, indent * 1000, justify=justify)
        pen = Pen()
        pen.begin()
        for n, line in enumerate(lines):
            across = n * size * leading
            x, y = (place[0] - across, place[1]) if vertical else (place[0], place[1] + across)
            pen.line(line, size, x, self.height - y, vertical)
        pen.end()
        self.code += pen.code
        return len(lines) * size * leading

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float, guide: bool = False) -> None:
        """A printed line, black, or in the colour of guides."""
        line = rule_between((x1, self.height - y1), (x2, self.height - y2), weight)
        self.code += artifact([_GUIDE, line, "0 G"] if guide else [line])

    def square(self, x: float, y: float, size: float) -> None:
        """The square of a character, as a guide."""
        for ends in ((x, y, x + size, y), (x, y + size, x + size, y + size), (x, y, x, y + size)):
            self.rule(*ends, 0.25, guide=True)
        self.rule(x + size, y, x + size, y + size, 0.25, guide=True)


def write_specimen(path: Path) -> None:
    """Write the type specimen as a PDF of one A3 page."""
    board = _Board()
    y = _heading(board)
    y = _faces(board, y + 14)
    y = _sizes(board, y + 16)
    width = (board.width - 2 * _MARGIN - 2 * 22) / 3
    for n, (region, sample) in enumerate(SAMPLES.items()):
        _region(board, region, sample, _MARGIN + n * (width + 22), y + 20, width)
    pdf = Canvas(str(path), (board.width, board.height), invariant=1, lang="zh", pdfVersion=(1, 7))
    pdf.dated(stamp(Issue()))
    pdf.setTitle("刊本：字体与排版样张")
    pdf.setCreator(f"kanben {__version__}")
    pdf.finish_page(packed("\n".join(board.code)), 1)
    pdf.embed(board.faces)
    pdf.save()


def _heading(board: _Board) -> float:
    right = board.width - _MARGIN
    board.text("hans", "刊本　字体与排版样张", "hei", 34, (_MARGIN, _MARGIN), right - _MARGIN, justify=False)
    note = f"kanben {__version__}：五种字体，三个地区，横排与竖排"
    board.text("hans", note, "kai", 11, (right - 264, _MARGIN + 22), 264, justify=False)
    y = _MARGIN + 48
    board.rule(_MARGIN, y, right, y, 2)
    board.rule(_MARGIN, y + 3.2, right, y + 3.2, 0.4)
    return y + 3.2


def _faces(board: _Board, y: float) -> float:
    """A line of each face, with its first character in a square."""
    names: Sequence[tuple[Face, str, str]] = (
        ("song", "hans", "宋体"),
        ("song", "tw", "宋體"),
        ("hei", "hans", "黑体"),
        ("hei", "tw", "黑體"),
        ("kai", "hans", "楷体"),
    )
    for face, region, name in names:
        glyphs = REGIONS[region].glyphs
        sample = "天地玄黄　宇宙洪荒　" if glyphs == "sc" else "天地玄黃　宇宙洪荒　"
        board.text(region, "永", face, 42, (_MARGIN, y), 42)
        board.square(_MARGIN, y, 42)
        label = f"{name}　{family(font_file(face, glyphs))}"
        board.text(region, label, "song", 8.5, (_MARGIN + 56, y + 1), 220, justify=False)
        line = sample + ("骨直将门遥关　" if glyphs == "sc" else "骨直將門遙關　") + "Aa Bb Gg 0123456789"
        board.text(region, line, face, 23, (_MARGIN + 56, y + 15), board.width, justify=False)
        y += 50
    return y


def _sizes(board: _Board, y: float) -> float:
    """Every role in its face and size, in a newspaper's measures."""
    x = _MARGIN
    body = Edition().body_size
    board.rule(x, y, board.width - _MARGIN, y, 0.4)
    y += 10
    for role, name in _ROLES:
        style = STYLES[role]
        size = body * style.size
        text = "春到山乡" if role == "title" else "春到山乡　溪水解冻"
        width = len(text) * size
        if x + width + 80 > board.width - _MARGIN:
            x, y = _MARGIN, y + 46
        label = f"{name} {size:g}"
        board.text("hans", label, "song", 7, (x, y + 36), 90, justify=False)
        board.text("hans", text, style.face, size, (x, y + 32 - size), width + size, justify=False)
        x += max(width, 44) + 24
    return y + 48


def _region(board: _Board, region: str, sample: Sample, x: float, y: float, width: float) -> None:
    """A region's column: its marks in their squares, prose, rules of composition, and the same prose vertical."""
    board.rule(x, y - 8, x + width, y - 8, 0.8)
    board.text(region, sample.name, "hei", 13, (x, y), width, justify=False)
    y = _marks(board, region, x, y + 26, width)
    y += board.text(region, sample.prose, "song", 10.5, (x, y + 8), _whole(width, 10.5), indent=2) + 16
    for name, text in sample.rules:
        board.text(region, name, "hei", 7.5, (x, y + 1), 60, justify=False)
        measure = 9 * 10.5
        guide = board.text(region, text, "song", 10.5, (x + 62, y), measure, leading=1.45)
        board.rule(x + 62, y - 1, x + 62, y + guide - 3, 0.25, guide=True)
        board.rule(x + 62 + measure, y - 1, x + 62 + measure, y + guide - 3, 0.25, guide=True)
        y += guide + 5
    deep = _whole(board.height - _MARGIN - y - 6, 14)
    board.rule(x, y + 2, x + width, y + 2, 0.25, guide=True)
    board.text(region, sample.prose, "song", 14, (x + width, y + 8), deep, vertical=True, indent=2, leading=1.75)


def _marks(board: _Board, region: str, x: float, y: float, width: float) -> float:
    """Each mark in its square as it stands in horizontal lines, and under it as in vertical ones."""
    size = 15.0
    per_row = int(width / (size + 3))
    marks = MARKS[region]
    for start in range(0, len(marks), per_row):
        for n, mark in enumerate(marks[start : start + per_row]):
            left = x + n * (size + 3)
            for vertical, top in ((False, y), (True, y + size + 3)):
                board.square(left, top, size)
                _one_mark(board, region, mark, size, (left, top), vertical)
        y += 2 * (size + 3) + 5
    return y


def _one_mark(board: _Board, region: str, mark: str, size: float, place: tuple[float, float], vertical: bool) -> None:
    compositor = board.compositor(region, vertical)
    prepared = prepare(mark, compositor.case("song"), compositor.setting)
    line = break_lines(prepared, 1000)[0]
    pad = prepared.clusters[0].pad
    upright = [run._replace(x=pad) for run in line.runs]  # neither trimmed nor squeezed: alone in its square
    pen = Pen()
    pen.begin()
    x = place[0] + size if vertical else place[0]
    pen.line(line._replace(runs=upright), size, x, board.height - place[1], vertical)
    pen.end()
    board.code += pen.code


def _whole(extent: float, size: float) -> float:
    """An extent in whole ems."""
    return int(extent / size) * size
