"""An article set in type: its titles, and every kind of block in the way it is printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Final, assert_never

from .. import model
from ..style import Role
from .galley import Compositor, Element, Slug, spaced
from .tables import set_table

_HAIR: Final = 0.4  # points
_LEAST_AIR: Final = 0.6  # rows free above and below an article's titles together
_ABOVE: Final = 0.4  # the share of them that lies above
_DEEPEST: Final = {False: 0.5, True: 0.35}  # of the type area, across its lines: a picture is no deeper
_CONTEXT: Final = 4000  # characters of an article that tell which of them form words
_ITEM_MARK: Final = re.compile(
    r"(?:[•●○■□◆◇▪※★☆]|[-–—]{1,2}|[0-9０-９]{1,3}[.．、)）]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*"
)
_OF_PICTURES: Final = model.Caption | model.Credit | model.Image
Pictures = Mapping[str, tuple[float, float]]  # path -> width and height, in any unit


def head(
    compositor: Compositor, article: model.Article, number: int, measure: float, factor: float
) -> tuple[list[Slug], float]:
    """An article's titles, in reading order, and the rows that they fill: whole ones (CLREQ 标题占行)."""
    slugs: list[Slug] = []
    parts: list[tuple[Role, str | None]] = [
        ("label", article.label),
        ("kicker", article.kicker),
        ("headline", article.headline),
        *(("deck", text) for text in article.deck),
    ]
    context = "\n".join(block.text for block in article.blocks)[:_CONTEXT]
    for role, text in parts:
        if text:
            scale = factor if role == "headline" else max(1.0, factor * 0.85)
            slugs += compositor.heading(text, Element(role, number), measure, scale, context)
    for block in article.leading_bylines:
        slugs += compositor.heading(block.text, Element("byline", number), measure)
    total = sum(slug.height for slug in slugs)
    if not slugs:
        return [], 0.0
    rows = float(ceil(total + _LEAST_AIR))
    return spaced(slugs, (rows - total) * _ABOVE, (rows - total) * (1 - _ABOVE)), rows


def _set_apart(before: model.Block | None, block: model.Block) -> bool:
    """Whether a row lies free between two blocks: beside tables and notes, and between text and captions or verse."""
    if type(before) is type(block) is model.Paragraph:  # as nearly everywhere
        return False
    if before is None or isinstance(before, model.Crosshead) or isinstance(block, model.Crosshead | model.EndMatter):
        return False
    if isinstance(block, model.EditorsNote) and isinstance(before, model.EditorsNote):
        return False
    if isinstance(block, model.Table) or isinstance(before, model.Table | model.EditorsNote):
        return True
    return any(isinstance(before, kind) != isinstance(block, kind) for kind in (_OF_PICTURES, model.Verse))


def _between_rules(slugs: list[Slug], above: bool, below: bool) -> None:
    """An editor's note stands between two rules, several together between one pair."""
    if above:
        slugs[0] = slugs[0]._replace(space=1.0, rules=(_HAIR, 0.0))
    if below:
        slugs[-1] = slugs[-1]._replace(rules=(slugs[-1].rules[0], _HAIR))


class Body:
    """Sets the blocks of one article in columns of a measure, in points."""

    def __init__(self, compositor: Compositor, article: model.Article, number: int, pictures: Pictures) -> None:
        self._compositor, self._number, self._pictures = compositor, number, pictures
        self._measure = compositor.sheet.measure
        self._dateline = article.dateline or ""  # 电头: set in Hei where a paragraph begins with it
        self._blocks = article.blocks[len(article.leading_bylines) :]

    def slugs(self) -> Iterator[Slug]:
        """The slugs of all blocks: captions and credits kept with their picture, a row free where blocks part."""
        for n, block in enumerate(self._blocks):
            slugs = self._block(block)
            if not slugs:
                continue
            before = self._blocks[n - 1] if n else None
            after = self._blocks[n + 1] if n + 1 < len(self._blocks) else None
            if _set_apart(before, block):
                slugs[0] = slugs[0]._replace(space=1.0)
            if isinstance(block, model.EditorsNote):
                _between_rules(
                    slugs, not isinstance(before, model.EditorsNote), not isinstance(after, model.EditorsNote)
                )
            if isinstance(block, model.Note) and not isinstance(before, model.Note):
                slugs[0] = slugs[0]._replace(space=1.0, rules=(_HAIR, 0.0))
            if isinstance(block, model.Caption | model.Image) and isinstance(after, model.Credit | model.Caption):
                slugs[-1] = slugs[-1]._replace(keep=True)
            yield from slugs

    def _block(self, block: model.Block) -> list[Slug]:
        match block:
            case model.Paragraph() | model.Brief():
                element = Element("body", self._number)
                return self._compositor.paragraph(block.text, element, self._measure, opening=self._dateline)
            case model.Crosshead():
                return self._crosshead(block.text)
            case model.Byline():
                return self._text("byline", block.text)
            case model.Caption():
                return self._text("caption", block.text)
            case model.Credit():
                return self._text("credit", block.text)
            case model.EndMatter():
                return self._text("end_matter", block.text)
            case model.Note():
                return self._text("note", block.text, indent=0, hang=1.5)
            case model.Verse():
                return self._verse(block.text.split("\n"))
            case model.ListBlock():
                return [slug for item in block.text.split("\n") for slug in self._item(item)]
            case model.EditorsNote():
                return self._text("editors_note", block.text)
            case model.Table():
                return set_table(self._compositor, block.rows, self._number, self._measure)
            case model.Image():
                return self._picture(block)
            case _:
                assert_never(block)

    def _text(self, role: Role, text: str, indent: float | None = None, hang: float = 0) -> list[Slug]:
        return self._compositor.paragraph(text, Element(role, self._number), self._measure, indent, hang)

    def _crosshead(self, text: str) -> list[Slug]:
        slugs = self._compositor.heading(text, Element("crosshead", self._number), self._measure)
        free = ceil(sum(s.height for s in slugs) + 0.6) - sum(s.height for s in slugs)
        return spaced(slugs, free * 0.6, free * 0.4)

    def _verse(self, lines: Sequence[str]) -> list[Slug]:
        """Verse keeps its lines; the block stands in the middle of the column, its lines flush with each other."""
        element = Element("verse", self._number)
        out: list[Slug] = []
        gap = 0.0
        for text in lines:
            if not text.strip():
                gap = 1.0
                continue
            slugs = self._compositor.paragraph(text, element, self._measure, 0, 1)
            slugs[0] = slugs[0]._replace(space=gap)
            out += slugs
            gap = 0.0
        widest = max((slug.line.width * slug.size / 1000 for slug in out if slug.line), default=0.0)
        return [slug._replace(x=max(0.0, (self._measure - widest) / 2)) for slug in out]

    def _item(self, text: str) -> list[Slug]:
        """A list's item hangs by its mark (CLREQ 凸排)."""
        if not text.strip():
            return []
        mark = _ITEM_MARK.match(text)
        lines, _size = self._compositor.lines(mark[0], "list", self._measure * 4) if mark else ([], 0.0)
        hang = lines[0].width / 1000 if lines else 1.0
        return self._text("list", text, indent=0, hang=min(hang, 3.0))

    def _picture(self, block: model.Image) -> list[Slug]:
        """The place of a picture, as wide as the column where it is not too tall, and whole rows high."""
        if block.path not in self._pictures:
            return []
        sheet = self._compositor.sheet
        width, height = self._pictures[block.path]
        along, across = (height, width) if sheet.vertical else (width, height)
        scale = min(self._measure / along, sheet.across * _DEEPEST[sheet.vertical] / across)
        extent = (along * scale, across * scale)
        rows = ceil((extent[1] + 0.4 * sheet.size) / sheet.row)
        element = Element("caption", self._number, part="figure", alt=block.alt)
        x = (self._measure - extent[0]) / 2
        return [Slug(None, extent[1], x, float(rows), False, element, picture=block.path, extent=extent)]
