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
from .piece import DASH_ONE, GAP_TURN, HAN_WESTERN, SPACE_TURN, Piece, settle

__all__ = ["HAN_WESTERN", "Prepared", "between", "prepare"]

_FONT: Final = attrgetter("font")
# What no font shows: white space other than spaces, control characters, lone surrogates.
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SQUARES: Final = kinds.HAN * 256


@dataclass(slots=True)
class Prepared:
    """A paragraph ready for breaking.

    `x[i]` is where cluster i begins if the paragraph is one line, `lead` what lies between a cluster and the
    one before it apart from the glyphs' own advances, `gaps` those leads that are Han–Western spacing,
    `allowed[i]` whether a line may begin with cluster i; in an `emergency` one may begin at a few more places.
    A paragraph of one font is `plain`: its `codes` are one string, of `step` characters for each cluster.
    Before clusters in `rigid` nothing is ever stretched. At the places `soft_at` reduction may take something: `soft`
    holds the turn of each and how much. `lead_at` are the sorted keys of `lead`. All lengths are in 1/1000 em.
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
    soft: list[tuple[int, float]] = field(default_factory=list)
    plain: bool = True
    codes: str = ""
    step: int = 1

    def gives_way(self, start: int, last: int, marks: bool) -> list[tuple[int, int, float]]:
        """What reduction may take between clusters `start` and `last`: the place, its turn, and how much there.

        Without `marks`, from spaces alone.
        """
        first, end = bisect_right(self.soft_at, start), bisect_right(self.soft_at, last)
        places = zip(self.soft_at[first:end], self.soft[first:end], strict=True)
        return [(i, turn, most) for i, (turn, most) in places if marks or turn in (SPACE_TURN, GAP_TURN)]


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
        whole = _of_two_faces(opening[0], opening[1], text[len(opening[0]) :], case, setting)
        _assemble(p, ["", text, ""], case, whole)
    else:
        special = kinds.BETWEEN_SQUARES_COMBINING if kinds.COMBINING.search(text) else kinds.BETWEEN_SQUARES
        _assemble(p, special.split(text), case)
    clusters = p.clusters
    p.lead_at = list(p.lead)
    p.allowed[0] = p.allowed[len(clusters)] = 1
    _hold_note_marks(text, clusters, p.allowed)
    p.plain = len(case.fonts) < 2 and not opening or len(set(map(_FONT, clusters))) < 2
    p.codes = "".join([cluster.code for cluster in clusters])
    p.step = len(clusters[0].code) if clusters else 1
    return p


def _of_two_faces(opening: str, first: Case, rest: str, case: Case, setting: Setting) -> Piece:
    """A paragraph that begins in another face, as one piece."""
    clusters, glued = first.collect(opening)
    more, held = case.collect(rest)
    return settle([*clusters, *more], [*glued, *(len(clusters) + i for i in held)], setting, first=True, last=True)


def _assemble(p: Prepared, parts: list[str], case: Case, whole: Piece | None = None) -> None:
    """Put a paragraph together from squares and, at every second place, what stands between them."""
    clusters, row = p.clusters, []
    advances: list[float] = []
    lead, allowed = p.lead, p.allowed
    allowed.append(1)
    at, last = 0, len(parts) - 1
    for n, text in enumerate(parts):
        if n % 2 == 0:
            clusters += map(case.__getitem__, text)
            count = len(text)
            row.append(_SQUARES[:count] if count <= 256 else kinds.HAN * count)
            advances += [1000.0] * count if case.even else [c.advance for c in clusters[at:]]
            allowed += b"\1" * count
            at += count
            continue
        piece = whole or case.piece(text, n == 1 and not parts[0], n == last - 1 and not parts[last])
        clusters += piece.clusters
        row.append(piece.kinds)
        advances += piece.advances
        if not piece.starts:
            allowed[-1] = 0
        allowed += piece.allowed
        if piece.before:
            lead[at] = piece.before
            advances[at - 1] += piece.before
        for offset, extra in piece.leads:
            lead[at + offset] = extra
        for offset, turn, most in piece.soft:
            p.soft_at.append(at + offset)
            p.soft.append((turn, most))
        if piece.gaps:
            p.gaps += [at + offset for offset in piece.gaps]
        if piece.rigid:
            p.rigid += [at + offset for offset in piece.rigid]
            p.emergency += [at + offset for offset in piece.emergency]
        at += len(piece.clusters)
        if piece.ends_in_dash and parts[n + 1].startswith("一"):
            lead[at] = lead.get(at, 0.0) + DASH_ONE
            advances[at - 1] += DASH_ONE
    p.kinds = "".join(row)
    p.x = [0.0, *accumulate(advances)]


def _hold_note_marks(text: str, clusters: list[Cluster], allowed: bytearray) -> None:
    if "〔" not in text and "[" not in text and "［" not in text:
        return
    offsets = [0, *accumulate(len(c.text) for c in clusters)]
    for match in kinds.NOTE_MARK.finditer(text):
        if match.start():
            for i in range(bisect_left(offsets, match.start()), bisect_left(offsets, match.end())):
                allowed[i] = 0
