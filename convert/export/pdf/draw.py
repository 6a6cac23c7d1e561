"""Drawing: composed pages as PDF page descriptions."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from ...compose import Line, Page, Placed, Run, Sheet
from .face import Face
from .tags import Tags

_BASELINE: Final = 0.88  # of an em below the top of a character's square
_WIDE: Final = 80  # 1/1000 em; wider gaps are built into the glyphs, or viewers take them for spaces
_STEP: Final = 50
_CODE: Final = 2  # characters
_APART: Final = 4  # characters at the head of a vertical line
_KEPT: Final = 20_000  # numbers


class Pen:
    """Writes page description operators, changing state only where it must."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self._font: tuple[str, float] = ("", 0.0)
        self._spacing = ""

    def begin(self) -> None:
        self.code.append("BT")
        self._font, self._spacing = ("", 0.0), ""

    def end(self) -> None:
        if self._spacing not in ("", "0"):
            self.code.append("0 Tc")
        self.code.append("ET")

    def line(self, line: Line, size: float, x: float, y: float, vertical: bool) -> None:
        """Draw a line whose first square's corner, at the line's start, stands at a point of the page."""
        # In vertical lines the pen moves down: what widens there is negative (ISO 32000-1, 9.3.2 and 9.4.4).
        sign = -1 if vertical else 1
        for run in line.runs:
            face = run.font
            assert isinstance(face, Face)
            face.used.add(vertical)
            if not -_WIDE <= run.spacing <= _WIDE:
                run = _widely_set(face, run)
            self._select((face.names[vertical], size), run.spacing and sign * run.spacing * size / 1000)
            along = run.x * size / 1000
            if vertical:
                place = f"1 0 0 1 {_n(x - size / 2)} {_n(y - along)} Tm"
            else:
                place = f"1 0 0 1 {_n(x + along)} {_n(y - _BASELINE * size)} Tm"
            self.code.append(place)
            pieces = run.pieces
            for some in _parted(pieces) if vertical else (pieces,):
                shown = f"({some[0]}) Tj" if len(some) == 1 else _shown(face, some, run.spacing, sign)
                self.code.append(shown)

    def _select(self, font: tuple[str, float], spacing: float) -> None:
        if font != self._font:
            self.code.append(f"{font[0]} {_n(font[1])} Tf")
            self._font = font
        wanted = _SPACINGS[spacing] if spacing else "0"
        if wanted != (self._spacing or "0"):
            self.code.append(f"{wanted} Tc")
        self._spacing = wanted


def _parted(pieces: list[str | float]) -> Iterator[list[str | float]]:
    """The pieces of a run, the first few characters apart.

    PDFium puts pieces of text that begin at one height in the order from left to right, as is right in horizontal lines
    only. A piece between them that begins elsewhere, at no line's indent, keeps it from that.
    """
    count = sum([len(piece) for piece in pieces if isinstance(piece, str)]) // _CODE
    apart = _CODE * (_APART if count > _APART + 1 else 1)
    for n, piece in enumerate(pieces):
        if isinstance(piece, str):
            if len(piece) >= apart and count > 1:
                yield [*pieces[:n], piece[:apart]]
                pieces = [piece[apart:], *pieces[n + 1 :]]
                break
            apart -= len(piece)
    yield pieces


def _shown(face: Face, pieces: list[str | float], spacing: float, sign: int) -> str:
    """The operator that shows text with extra space between its pieces, and `spacing` after every character."""
    out: list[str] = []
    text, owed = "", 0.0
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
            continue
        extra = piece + owed
        if text and not -_WIDE <= extra + spacing <= _WIDE:
            built_in = round((extra + spacing) / _STEP) * _STEP
            wider = face.widened(text[-2:], built_in)
            if wider:
                text = text[:-2] + wider
                extra -= built_in
        number = round(extra)
        owed = extra - number
        if number:
            out.append(f"({text}){-sign * number}")
            text = ""
    return f"[{''.join(out)}({text})] TJ" if out else f"({text}) Tj"


def _widely_set(face: Face, run: Run) -> Run:
    """The same run with most of its spacing built into its glyphs."""
    built_in = round(run.spacing / _STEP) * _STEP
    pieces: list[str | float] = []
    for piece in run.pieces:
        if isinstance(piece, str):
            codes = [face.widened(piece[i : i + 2], built_in) for i in range(0, len(piece), 2)]
            if not all(codes):
                return run
            piece = "".join(filter(None, codes))
        pieces.append(piece)
    return run._replace(pieces=pieces, spacing=run.spacing - built_in)


def draw_page(page: Page, sheet: Sheet, tags: Tags) -> list[str]:
    """The page description of a page's text and rules, each stretch of an element tagged as such."""
    pen = Pen()
    pen.begin()
    element = None
    tables = any(placed.slug.element.part == "cell" for placed in page.placed)
    for slug, u, v in _cell_by_cell(page.placed) if tables else page.placed:
        if slug.line is None:  # a picture: the document places it
            continue
        if slug.element is not element:
            if element is not None:
                pen.code.append("EMC")
            element = slug.element
            pen.code.append(tags.open(element))
        x, y = sheet.place(u, v)
        pen.line(slug.line, slug.size, x, y, sheet.vertical)
    if element is not None:
        pen.code.append("EMC")
    pen.end()
    rules = [rule_between(sheet.place(r.u1, r.v1), sheet.place(r.u2, r.v2), r.weight) for r in page.rules]
    return [*pen.code, *artifact(rules)]


def _cell_by_cell(placed: list[Placed]) -> Iterator[Placed]:
    """The lines of a table's row in the order in which they are read: a cell's lines one after the other."""
    for row, group in groupby(placed, key=lambda p: p.slug.element.parent if p.slug.element.part == "cell" else None):
        lines = list(group)
        if row is not None:
            order = {element: n for n, element in enumerate(dict.fromkeys(p.slug.element for p in lines))}
            lines.sort(key=lambda p: order[p.slug.element])
        yield from lines


def rule_between(start: tuple[float, float], end: tuple[float, float], weight: float) -> str:
    """A printed line, in pure black."""
    return f"{_n(weight)} w {_n(start[0])} {_n(start[1])} m {_n(end[0])} {_n(end[1])} l S"


def artifact(code: list[str]) -> list[str]:
    """Operators that draw what is no part of the text."""
    return ["/Artifact BMC", *code, "EMC"] if code else []


class _Numbers(dict[float, str]):
    """Numbers as PDF writes them, without needless digits; the same ones come on every page."""

    def __init__(self, digits: int) -> None:
        super().__init__()
        self._digits = digits

    def __missing__(self, value: float) -> str:
        text = f"{value:.{self._digits}f}".rstrip("0").rstrip(".")
        if len(self) > _KEPT:
            self.clear()
        self[value] = text = "0" if text in ("-0", "") else text
        return text


_PLACES, _SPACINGS = _Numbers(2), _Numbers(4)
_n = _PLACES.__getitem__
