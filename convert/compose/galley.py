"""Type set in one column: the Issue's blocks as slugs, each a line with its height on the grid."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final, Literal, NamedTuple

from ..style import STYLES, Align, Face, Role
from . import headline
from .case import Case
from .cluster import Setting, Shaper
from .lines import Line, break_lines
from .paragraph import prepare
from .sheet import Sheet

_LEAST: Final = 5  # characters in a line of a heading
# Vertical pages are all Song, which is lighter: what stands out does so by size.
_VERTICAL_SIZES: Final[Mapping[Role, float]] = {"title": 1.15, "headline": 1.2, "crosshead": 1.2, "label": 1.15}
_CONTENTS_KICKER: Final = 0.7  # of a deck's size
_NEARER: Final = 0.12  # rows that a kicker in the contents stands nearer to its headline
_SMALLEST_TITLE: Final = 0.5  # of its size: a long title is made smaller before it is broken
_NARROW: Final = 14.5  # em: in a column no wider, one em of indent does (CLREQ 段首缩排)


@dataclass(eq=False, slots=True)
class Element:
    """A piece of the text as the reader knows it (a headline, a paragraph), whatever lines and pages it falls into.

    `part` tells rows and cells of a table, and the halves of an entry of the contents, from other elements, `alt`
    stands for a picture; `parent` is the element that holds this one.
    """

    role: Role
    article: int | None = None
    part: Literal["", "table", "row", "cell", "figure", "kicker", "entry"] = ""
    alt: str = ""
    parent: "Element | None" = None
    marks: list[tuple[int, int]] = field(default_factory=list)


class Slug(NamedTuple):
    """One line ready to be placed. `size` and `x` are in points, `height` in rows of the grid.

    `keep` holds it to the slug after it; `space` are rows left free before it, but not at a column's top;
    `entry` is the article whose page number this line of the contents ends in; `rules` are the weights of printed
    lines above and below it; the line stands `shift` rows below the middle of its height. A slug without `line` is
    the place of a picture, `extent` points along and across.
    """

    line: Line | None
    size: float
    x: float
    height: float
    keep: bool
    element: Element
    entry: int | None = None
    space: float = 0.0
    rules: tuple[float, float] = (0.0, 0.0)
    parted: float = 0.0
    picture: str = ""
    extent: tuple[float, float] = (0.0, 0.0)
    shift: float = 0.0


class Compositor:
    """Sets texts in the roles of `STYLES`, in the measures of one sheet."""

    def __init__(self, shaper: Shaper, setting: Setting, sheet: Sheet) -> None:
        self.shaper, self.setting, self.sheet = shaper, setting, sheet
        self._cases: dict[Face, Case] = {}

    def case(self, face: Face) -> Case:
        """The type case of a face; vertical pages are set in Song throughout."""
        if self.setting.vertical:
            face = "song"
        if face not in self._cases:
            self._cases[face] = Case(self.shaper, face, self.setting)
        return self._cases[face]

    def lines(
        self,
        text: str,
        role: Role,
        measure: float,
        *,
        factor: float = 1.0,
        indent: float | None = None,
        hang: float = 0,
        opening: str = "",
    ) -> tuple[list[Line], float]:
        """A text broken into lines of `measure` points, its `opening` in Hei, and the size of its type in points."""
        style = STYLES[role]
        size = self.sheet.size * style.size * factor
        em = measure / size
        if indent is None:
            indent = min(style.indent, 1.0) if em <= _NARROW else style.indent
        begun = (opening, self.case("hei")) if opening else None
        prepared = prepare(text, self.case(style.face), self.setting, begun)
        justify = style.align == "justify"
        return break_lines(prepared, em * 1000, indent * 1000, hang=hang * 1000, justify=justify), size

    def paragraph(
        self,
        text: str,
        element: Element,
        measure: float,
        indent: float | None = None,
        hang: float = 0,
        opening: str = "",
    ) -> list[Slug]:
        """A paragraph, a row of the grid a line, with no widow or orphan (CLREQ 孤行)."""
        lines, size = self.lines(text, element.role, measure, indent=indent, hang=hang, opening=opening)
        align, height = STYLES[element.role].align, self._rows(size)
        flush = align in ("justify", "left")
        slugs = [
            Slug(line, size, 0.0 if flush else offset(line, size, measure, align), height, False, element)
            for line in lines
        ]
        for n in {0, max(0, len(lines) - 2)} if len(lines) > 1 else ():
            slugs[n] = slugs[n]._replace(keep=True)
        return slugs

    def _rows(self, size: float) -> float:
        return 1.0 if size <= self.sheet.size * 1.12 else ceil(size * 1.25 / self.sheet.row * 2) / 2

    def heading(
        self, text: str, element: Element, measure: float, factor: float = 1.0, context: str = ""
    ) -> list[Slug]:
        """A line of a headline's block, broken at sense, each line with the height it needs."""
        style = STYLES[element.role]
        if self.setting.vertical:
            factor *= _VERTICAL_SIZES.get(element.role, 1.0)
        size = min(self.sheet.size * style.size * factor, measure / _LEAST)
        case = self.case(style.face)
        if element.role == "title":
            wide = prepare(text, case, self.setting).x[-1] * size / 1000
            size *= max(_SMALLEST_TITLE, min(1.0, measure / max(wide, 1.0)))
            lines = headline.nameplate(text, case, self.setting, measure / size * 1000)
        else:
            lines, size = headline.fitted(text, case, self.setting, measure, size, context)
        height = size * 1.3 / self.sheet.row
        return [Slug(line, size, offset(line, size, measure, style.align), height, True, element) for line in lines]


def offset(line: Line, size: float, measure: float, align: Align) -> float:
    free = measure - line.width * size / 1000
    return free / 2 if align == "center" else free if align == "right" else 0.0


def spaced(slugs: Sequence[Slug], above: float, below: float) -> list[Slug]:
    """The slugs of a heading with rows left free above the first and below the last."""
    out = list(slugs)
    out[0] = out[0]._replace(height=out[0].height + above, shift=out[0].shift + above / 2)
    out[-1] = out[-1]._replace(height=out[-1].height + below, shift=out[-1].shift - below / 2)
    return out


def contents_entries(
    compositor: Compositor, entries: Sequence[tuple[int, str | None, str]], measure: float
) -> Iterator[Slug]:
    """The lines of the contents: a headline each, with room left at its end for a leader and a page number.

    An article's kicker stands above its headline, smaller.
    """
    room = measure - 3 * compositor.sheet.size
    for number, kicker, title in entries:
        element = Element("contents", number)
        above = element
        if kicker:
            above = Element("contents", number, "kicker", parent=element)
            element = Element("contents", number, "entry", parent=element)
        small, kicker_size = compositor.lines(kicker, "deck", room, factor=_CONTENTS_KICKER) if kicker else ([], 0.0)
        for line in small:
            yield Slug(line, kicker_size, 0.0, 1.0, True, above, shift=_NEARER)
        lines, size = compositor.lines(title, "contents", room, hang=1)
        for n, line in enumerate(lines):
            last = n == len(lines) - 1
            yield Slug(line, size, 0.0, 1.0, not last, element, number if last else None)
