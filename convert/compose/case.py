"""The type case of a face: every character, word and mark, measured once for all the places where it occurs."""

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from ..style import Face
from . import kinds
from .cluster import Cluster, Setting, Shaped, Shaper
from .piece import Piece, settle

_SPECIAL: Final = re.compile(f"{kinds.COMBINED.pattern}|{kinds.WORD_OR_PAIR.pattern}")
_KEPT: Final = 24  # characters: longer pieces hardly come twice
_MOST: Final = 8192  # pieces
_HALF: Final = 500.0
_QUARTER: Final = 250.0
_QUOTES: Final = frozenset("“”‘’")
# Half an em of a Chinese mark is blank, less a little that some faces use of it.
_NEARLY: Final = 60.0


class Case(dict[str, Cluster]):
    """The type case of one face: clusters of single characters and of Western words, measured when first used.

    `even` while every ideograph is 1 em wide; `fonts` are all that its clusters are of; `pieces` are known already.
    """

    def __init__(self, shaper: Shaper, face: Face, setting: Setting) -> None:
        super().__init__()
        self._shaper, self._face, self._setting = shaper, face, setting
        self._words: dict[str, tuple[Cluster, ...]] = {}
        self.pieces: dict[str, Piece] = {}
        self.even = True
        self.fonts: set[Hashable] = set()

    def __missing__(self, ch: str) -> Cluster:
        # Kai's own curly quotes are narrow: those of Song stand in for them.
        face = "song" if self._face == "kai" and ch in _QUOTES else self._face
        kind = kinds.kind_of(ch)
        western = kind in kinds.WESTERN
        shaped = self._shaper.shape(ch, face, vertical=self._setting.vertical, western=western)
        self[ch] = cluster = self._merged(shaped, kind)
        if cluster.advance != 1000 and not kinds.BETWEEN_SQUARES.match(ch):
            self.even = False
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
            yield self._merged((self._shaper.square(text, self._face),), kinds.HAN)
            return
        for one in self._shaper.shape(text, self._face, vertical=vertical, western=True):
            yield self._merged((one,), kinds.kind_of_word(one.text))

    def whole(self, text: str) -> tuple[Cluster, ...]:
        """The clusters of a doubled mark, or of a character with what combines with it."""
        found = self._words.get(text)
        if found is None:
            shaped = self._shaper.shape(text, self._face, vertical=self._setting.vertical, western=False)
            if text in kinds.PAIRS:
                found = tuple(self._merged((one,), kinds.kind_of(text)) for one in shaped)
            else:
                found = (self._merged(shaped, kinds.kind_of(text)),)
            self._words[text] = found
        return found

    def collect(self, text: str) -> tuple[list[Cluster], list[int]]:
        """The clusters of a text, and the indices before which nothing may break."""
        clusters: list[Cluster] = []
        glued: list[int] = []
        end = 0
        special = _SPECIAL if kinds.COMBINING.search(text) else kinds.WORD_OR_PAIR
        for match in special.finditer(text):
            start, piece = match.start(), match[0]
            clusters += map(self.__getitem__, text[end:start])
            end = match.end()
            if piece in kinds.PAIRS or kinds.COMBINED.fullmatch(piece):
                found = self.whole(piece)
                glued += range(len(clusters) + 1, len(clusters) + len(found))
            else:
                found = self.run(piece)
            clusters += found
        clusters += map(self.__getitem__, text[end:])
        return clusters, glued

    def piece(self, text: str) -> Piece:
        """What stands between ideographs; a newline says that it is the first or last in its text."""
        bare = text.strip("\n")
        piece = settle(*self.collect(bare), self._setting, text[0] == "\n", text[-1] == "\n")
        if len(text) <= _KEPT:
            if len(self.pieces) >= _MOST:
                self.pieces.clear()
            self.pieces[text] = piece
        return piece

    def _merged(self, shaped: Sequence[Shaped], kind: str) -> Cluster:
        first = shaped[0]
        self.fonts.add(first.font)
        text, code = "".join(s.text for s in shaped), "".join(s.code for s in shaped)
        return Cluster(text, code, first.font, sum(s.advance for s in shaped), kind)
