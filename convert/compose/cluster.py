"""Clusters: the smallest pieces of a line, as the shaper measured them."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ..style import Face, Glyphs
from . import kinds


class Shaped(NamedTuple):
    """One cluster as the shaper returns it. Lengths are in 1/1000 em, along the line.

    `code` is the shaper's own name for the glyphs: along a run of one font the codes, which are of one length, are
    simply joined.
    `before` and `after` are the blanks between the edges of the advance and the ink.
    """

    text: str
    code: str
    font: Hashable
    advance: float
    before: float
    after: float


class Shaper(Protocol):
    """What compose/ needs to know of fonts."""

    def shape(self, text: str, face: Face, *, vertical: bool, western: bool) -> Sequence[Shaped]:
        """The clusters of a short text; `western` text stands in its own direction, turned where lines are vertical."""
        ...

    def square(self, text: str, face: Face) -> Shaped:
        """A short number as one cluster that stands upright in one square of a vertical line."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are set, by region and wish.

    `glyphs` tells where the marks stand in their squares (mainland: in a corner; Taiwan and Hong Kong: in the
    centre), `adjust` whether their widths are adjusted: two matters, as CLREQ has it. Where they are not, marks give
    way only in lines that would else be very loose.
    """

    glyphs: Glyphs = "sc"
    adjust: bool = True
    level: kinds.ProhibitionLevel = "basic"
    hanging: bool = False
    vertical: bool = False


@dataclass(slots=True, eq=False)
class Cluster:
    """A piece of a line that is never parted. Lengths are in 1/1000 em.

    `advance` is how far its glyphs move the pen, `pad` what is added on each side to fill its box (less than 0
    where a box is narrower than its glyph); `front` and `back` are what adjustment may take from it.
    """

    text: str
    code: str
    font: Hashable
    advance: float
    kind: str
    pad: float = 0
    front: float = 0
    back: float = 0


_HALF = 500.0
_QUARTER = 250.0
_QUOTES = frozenset("“”‘’")
# Half an em of a Chinese mark is blank, less a little that some faces use of it.
_NEARLY = 60.0


class Case(dict[str, Cluster]):
    """The type case of one face: clusters of single characters and of Western words, measured when first used."""

    def __init__(self, shaper: Shaper, face: Face, setting: Setting) -> None:
        super().__init__()
        self._shaper, self._face, self._setting = shaper, face, setting
        self._words: dict[str, tuple[Cluster, ...]] = {}

    def __missing__(self, ch: str) -> Cluster:
        # Kai's own curly quotes are narrow: those of Song stand in for them.
        face = "song" if self._face == "kai" and ch in _QUOTES else self._face
        kind = kinds.kind_of(ch)
        western = kind in kinds.WESTERN
        shaped = self._shaper.shape(ch, face, vertical=self._setting.vertical, western=western)
        self[ch] = cluster = _merged(shaped, kind)
        if ch == kinds.RATIO:
            cluster.pad = (_HALF - cluster.advance) / 2
        if not western:
            self._measure(cluster, shaped[0].before, shaped[-1].after)
        return cluster

    def _measure(self, cluster: Cluster, before: float, after: float) -> None:
        """Find the box of a mark and what may be taken from it (CLREQ 标点符号的宽度调整)."""
        kind, full = cluster.kind, cluster.advance
        if kind == kinds.INTERPUNCT:
            box = _HALF if self._setting.glyphs == "sc" else 1000.0
            cluster.pad = (box - full) / 2
            if box > _HALF:
                cluster.front = cluster.back = _QUARTER
        elif kind in kinds.ADJUSTABLE_MARKS and full > 900 and self._adjustable(cluster.text):
            if kind == kinds.OPENING:
                cluster.front = _HALF if before > _HALF - _NEARLY else max(0.0, before - _NEARLY)
            elif after > _HALF - _NEARLY:
                cluster.back = _HALF
            elif kind == kinds.CLOSING:
                cluster.back = max(0.0, after - _NEARLY)
            else:
                cluster.front = cluster.back = min(_QUARTER, max(0.0, min(before, after) - _NEARLY))

    def _adjustable(self, ch: str) -> bool:
        # ：；？！ are not squeezed in vertical lines, nor ！？ where marks are centred.
        return not (ch in "：；？！" and (self._setting.vertical or (self._setting.glyphs == "tc" and ch in "？！")))

    def run(self, text: str) -> tuple[Cluster, ...]:
        """The clusters of a Western word or number; one for a short number upright in a vertical line (纵中横)."""
        found = self._words.get(text)
        if found is None:
            self._words[text] = found = tuple(self._western(text))
        return found

    def _western(self, text: str) -> Iterator[Cluster]:
        vertical = self._setting.vertical
        if vertical and (len(text) == 1 or (len(text) == 2 and text.isdecimal())) and text.isalnum():
            yield _merged((self._shaper.square(text, self._face),), kinds.HAN)
            return
        for one in self._shaper.shape(text, self._face, vertical=vertical, western=True):
            yield _merged((one,), kinds.kind_of(one.text))

    def whole(self, text: str) -> tuple[Cluster, ...]:
        """The clusters of a doubled mark, or of a character with what combines with it."""
        found = self._words.get(text)
        if found is None:
            shaped = self._shaper.shape(text, self._face, vertical=self._setting.vertical, western=False)
            if text in kinds.PAIRS:
                found = tuple(_merged((one,), kinds.kind_of(text)) for one in shaped)
            else:
                found = (_merged(shaped, kinds.kind_of(text)),)
            self._words[text] = found
        return found


def _merged(shaped: Sequence[Shaped], kind: str) -> Cluster:
    first = shaped[0]
    text, code = "".join(s.text for s in shaped), "".join(s.code for s in shaped)
    return Cluster(text, code, first.font, sum(s.advance for s in shaped), kind)
