"""A paragraph prepared for breaking: its clusters, where each stands if nothing is broken, and where it may break."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter
from typing import Final

from . import kinds
from .case import Case
from .cluster import Cluster, Setting
from .piece import GAP_TURN, HAN_WESTERN, SPACE_TURN, More, Piece, settle

__all__ = ["HAN_WESTERN", "Prepared", "between", "prepare"]

_FONT: Final = attrgetter("font")
# What no font shows: white space other than spaces, control characters, lone surrogates.
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(slots=True)
class Prepared:
    """A paragraph ready for breaking.

    `x[i]` is where cluster i begins if the paragraph is one line, `lead` what lies between a cluster and the
    one before it apart from the glyphs' own advances, `gaps` those leads that are Han–Western spacing,
    `allowed[i]` whether a line may begin with cluster i; in an `emergency` one may begin at a few more places.
    A paragraph of one font is `plain`: its `codes` are one string, of `step` characters for each cluster.
    Before clusters in `rigid` nothing is ever stretched. At the places `soft_at` reduction may take something,
    `soft_most` at the most, in the turn of `soft_turn`. `lead_at` are the sorted keys of `lead`. All lengths
    are in 1/1000 em.
    """

    setting: Setting
    clusters: list[Cluster] = field(default_factory=list)
    kinds: str = ""
    lead: dict[int, float] = field(default_factory=dict)
    lead_at: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    x: list[float] = field(default_factory=list)
    allowed: bytearray = field(default_factory=bytearray)
    emergency: list[int] = field(default_factory=list)
    rigid: list[int] = field(default_factory=list)
    soft_at: list[int] = field(default_factory=list)
    soft_turn: list[int] = field(default_factory=list)
    soft_most: list[float] = field(default_factory=list)
    plain: bool = True
    codes: str = ""
    step: int = 1

    def gives_way(self, start: int, last: int, marks: bool) -> list[tuple[int, int, float]]:
        """What reduction may take between clusters `start` and `last`: the turn, the place, and how much there.

        Without `marks`, from spaces alone.
        """
        first, end = bisect_right(self.soft_at, start), bisect_right(self.soft_at, last)
        found = list(zip(self.soft_turn[first:end], self.soft_at[first:end], self.soft_most[first:end], strict=True))
        return found if marks else [place for place in found if place[0] in (SPACE_TURN, GAP_TURN)]

    def give(self, start: int, last: int, marks: bool) -> float:
        """How much that is together."""
        if not marks:
            return sum([most for _turn, _i, most in self.gives_way(start, last, False)])
        return sum(self.soft_most[bisect_right(self.soft_at, start) : bisect_right(self.soft_at, last)])


def between(places: list[int], start: int, last: int) -> list[int]:
    """Those of the sorted places that lie after cluster `start`, up to `last`."""
    return places[bisect_right(places, start) : bisect_right(places, last)]


def prepare(text: str, case: Case, setting: Setting, opening: tuple[str, Case] | None = None) -> Prepared:
    """Collect a paragraph's clusters and settle everything about them that no line's end can change.

    `opening` is how the text begins, if that is set in another face, with its type case.
    """
    if _UNPRINTABLE.search(text):
        text = _UNPRINTABLE.sub(
            lambda m: "\ufffd" if m[0] >= "\ud800" else " " if m[0] in "\n\t\v\f\r\u2028\u2029" else "", text
        )
    p = Prepared(setting)
    if opening and text.startswith(opening[0]):
        parts, whole = ["", text, ""], _of_two_faces(opening[0], opening[1], text[len(opening[0]) :], case, setting)
    else:
        parts, whole = kinds.BETWEEN_SQUARES.split(text), None
        if kinds.COMBINING.search("".join(parts[1::2])):
            parts = kinds.BETWEEN_SQUARES_COMBINING.split(text)
    _assemble(p, parts, len(text), case, whole)
    clusters = p.clusters
    p.lead_at = list(p.lead)
    _hold_note_marks(text, clusters, p.allowed)
    p.plain = (len(case.fonts) < 2 and not whole) or len(set(map(_FONT, clusters))) < 2
    p.codes = "".join([cluster.code for cluster in clusters])
    p.step = len(clusters[0].code) if clusters else 1
    return p


def _of_two_faces(opening: str, first: Case, rest: str, case: Case, setting: Setting) -> Piece:
    """A paragraph that begins in another face, as one piece."""
    clusters, glued = first.collect(opening)
    more, held = case.collect(rest)
    return settle([*clusters, *more], [*glued, *(len(clusters) + i for i in held)], setting, first=True, last=True)


def _assemble(p: Prepared, parts: list[str], most: int, case: Case, whole: Piece | None) -> None:
    """Put a paragraph of `most` clusters or less together: squares and, at every second place, what is between them."""
    clusters, known, measured, at = p.clusters, case.pieces, case.__getitem__, 0
    row, allowed, advances = bytearray(b"H") * most, bytearray(b"\1") * (most + 1), [1000.0] * most
    if not parts[0] and len(parts) > 1:
        parts[1] = "\n" + parts[1]
    if not parts[-1] and len(parts) > 1:
        parts[-2] += "\n"
    for squares, text in zip(parts[::2], parts[1::2], strict=False):
        clusters += map(measured, squares)
        if not case.even:
            advances[at : len(clusters)] = [cluster.advance for cluster in clusters[at:]]
        at = len(clusters)
        piece = whole or known.get(text) or case.piece(text)
        clusters += piece.clusters
        end = len(clusters)
        row[at:end] = piece.kinds
        allowed[at : end + 1] = piece.allowed
        for offset, advance in piece.advances:
            advances[at + offset] = advance
        for offset, turn, give in piece.soft:
            p.soft_at.append(at + offset)
            p.soft_turn.append(turn)
            p.soft_most.append(give)
        if piece.more:
            _add(p, piece.more, at, end, advances)
        at = end
    rest = parts[-1]
    if rest:
        clusters += map(measured, rest)
        if not case.even:
            advances[at : len(clusters)] = [cluster.advance for cluster in clusters[at:]]
    count = len(clusters)
    del advances[count:], allowed[count + 1 :], row[count:]
    allowed[0] = allowed[count] = 1
    p.allowed, p.kinds, p.x = allowed, row.decode(), [0.0, *accumulate(advances)]


def _add(p: Prepared, more: More, at: int, end: int, advances: list[float]) -> None:
    """Enter what a piece from cluster `at` to `end` has besides its clusters."""
    if more.before:
        p.lead[at] = more.before
        advances[at - 1] += more.before
    for offset, extra in more.leads:
        p.lead[at + offset] = extra
    p.gaps += [at + offset for offset in more.gaps]
    p.rigid += [at + offset for offset in more.rigid]
    p.emergency += [at + offset for offset in more.emergency]


def _hold_note_marks(text: str, clusters: list[Cluster], allowed: bytearray) -> None:
    if "〔" not in text and "[" not in text and "［" not in text:
        return
    offsets = [0, *accumulate(len(c.text) for c in clusters)]
    for match in kinds.NOTE_MARK.finditer(text):
        if match.start():
            for i in range(bisect_left(offsets, match.start()), bisect_left(offsets, match.end())):
                allowed[i] = 0
