"""A paragraph prepared for breaking: its clusters, where each stands if nothing is broken, and where it may break."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter
from typing import Final

from . import kinds
from .cluster import Case, Cluster, Setting

HAN_WESTERN: Final = 250.0  # CLREQ 中西文混排: a quarter em
_DASH_ONE: Final = 200.0
_HAN_SPACE: Final = 500.0  # a space that stands between two Han characters on purpose

_SPECIAL: Final = re.compile(f"{kinds.COMBINED.pattern}|{kinds.WORD_OR_PAIR.pattern}")
_FONT: Final = attrgetter("font")
# What no font shows: white space other than spaces, control characters, lone surrogates.
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_WORD: Final = re.compile(f"[{kinds.WESTERN}]{{2,}}")
_MARK: Final = re.compile(f"[{kinds.ADJUSTABLE_MARKS}]")
_HAN_SPACED: Final = re.compile("(?<=H)_(?=H)")
_ADJACENT: Final = re.compile(f"[{kinds.ADJUSTABLE_MARKS}]{{2,}}")
_BOUNDARY: Final = re.compile("(?<=[HT])(?=[LNRU])|(?<=[LNU])(?=[HT])")
_SPACED: Final = re.compile("(?<=(.))_(?=(.))")
# Between letters and digits, beside connectors and solidi, inside doubled marks, before a space: never stretched.
_STIFF: Final = re.compile(f"[{kinds.WESTERN}K_BZDE]+")
_EVERY: Final = kinds.WESTERN + "HOCPSIDEKTruZB_"
_RIGID: Final = frozenset(
    a + b
    for a in _EVERY
    for b in _EVERY
    if (a in kinds.WESTERN and b in kinds.WESTERN) or a in "KXB" or b in "KX_BZ" or a + b in ("DD", "EE")
)
# The order in which kinds give way (CLREQ 挤压处理的优先顺序); Han–Western spacing comes between PAUSE and STOP.
_TURNS: Final = {kinds.INTERPUNCT: 1, kinds.OPENING: 2, kinds.CLOSING: 2, kinds.PAUSE: 3, kinds.STOP: 5}
_SPACE_TURN: Final = 0
_GAP_TURN: Final = 4
_LONG_WORD: Final = 12  # clusters; a word longer than this may break after / . ? & = - _


@dataclass(slots=True)
class Prepared:
    """A paragraph ready for breaking.

    `x[i]` is where cluster i begins if the paragraph is one line, `lead` what lies between a cluster and the
    one before it apart from the glyphs' own advances, `gaps` those leads that are Han–Western spacing,
    `allowed[i]` whether a line may begin with cluster i; in an `emergency` one may begin at a few more places.
    A paragraph of one font is `plain`: its `codes` are one string, of `step` characters for each cluster.
    Before clusters in `rigid` nothing is ever stretched. `lead_at` are the sorted keys of `lead`. All lengths are in
    1/1000 em.
    """

    clusters: list[Cluster]
    kinds: str
    lead: dict[int, float]
    lead_at: list[int]
    gaps: list[int]
    x: list[float]
    allowed: bytearray
    emergency: list[int]
    rigid: list[int]
    setting: Setting
    plain: bool
    codes: str
    step: int

    def gives_way(self, start: int, last: int, marks: bool) -> dict[int, tuple[int, float]]:
        """What reduction may take between clusters `start` and `last`: the place, its turn, and how much there.

        Without `marks`, from spaces alone.
        """
        soft: dict[int, tuple[int, float]] = {}
        for match in _MARK.finditer(self.kinds, start, last + 1) if marks else ():
            i = match.start()
            mark, turn = self.clusters[i], _TURNS[match[0]]
            if mark.front and i > start:
                soft[i] = (turn, mark.front + (soft[i][1] if i in soft else 0.0))
            if mark.back and i < last:
                soft[i + 1] = (turn, mark.back)
        for i in soft:
            lead = self.lead.get(i, 0.0)
            if lead < 0:  # adjacent marks have given their share
                soft[i] = (soft[i][0], max(0.0, soft[i][1] + lead))
        for i in between(self.gaps, start, last):
            soft[i] = (_GAP_TURN, HAN_WESTERN / 2)
        if self.kinds.find(kinds.SPACE, start, last) >= 0:
            for match in _HAN_SPACED.finditer(self.kinds, start, last + 1):
                soft[match.start() + 1] = (_SPACE_TURN, _HAN_SPACE - HAN_WESTERN)
        return soft


def between(places: list[int], start: int, last: int) -> list[int]:
    """Those of the sorted places that lie after cluster `start`, up to `last`."""
    return places[bisect_right(places, start) : bisect_right(places, last)]


def collect(text: str, case: Case) -> tuple[list[Cluster], list[int]]:
    """The clusters of a text, and the indices before which nothing may break."""
    clusters: list[Cluster] = []
    glued: list[int] = []
    end = 0
    special = _SPECIAL if kinds.COMBINING.search(text) else kinds.WORD_OR_PAIR
    for match in special.finditer(text):
        start, piece = match.start(), match[0]
        clusters += map(case.__getitem__, text[end:start])
        end = match.end()
        if piece in kinds.PAIRS or kinds.COMBINED.fullmatch(piece):
            found = case.whole(piece)
            glued += range(len(clusters) + 1, len(clusters) + len(found))
        else:
            found = case.run(piece)
        clusters += found
    clusters += map(case.__getitem__, text[end:])
    return clusters, glued


def prepare(text: str, case: Case, setting: Setting, opening: tuple[str, Case] | None = None) -> Prepared:
    """Collect a paragraph's clusters and settle everything about them that no line's end can change.

    `opening` is how the text begins, if that is set in another face, with its type case.
    """
    if _UNPRINTABLE.search(text):
        text = _UNPRINTABLE.sub(
            lambda m: "\ufffd" if m[0] >= "\ud800" else " " if m[0] in "\n\t\v\f\r\u2028\u2029" else "", text
        )
    if opening and text.startswith(opening[0]):
        clusters, glued = collect(opening[0], opening[1])
        rest, more = collect(text[len(opening[0]) :], case)
        glued += [len(clusters) + i for i in more]
        clusters += rest
    else:
        clusters, glued = collect(text, case)
    row = "".join([c.kind for c in clusters])
    lead, gaps = _leads(clusters, row, setting)
    advances = [c.advance for c in clusters]
    for i, extra in lead.items():
        if i:
            advances[i - 1] += extra
    allowed, emergency = _allowed(clusters, row, setting.level)
    for i in glued:
        allowed[i] = 0
    _hold_note_marks(text, clusters, allowed)
    return Prepared(
        clusters,
        row,
        lead,
        sorted(lead),
        gaps,
        [0.0, *accumulate(advances)],
        allowed,
        emergency,
        _rigid(row),
        setting,
        len(set(map(_FONT, clusters))) < 2,
        "".join([c.code for c in clusters]),
        len(clusters[0].code) if clusters else 1,
    )


def _leads(clusters: list[Cluster], row: str, setting: Setting) -> tuple[dict[int, float], list[int]]:
    lead: dict[int, float] = {}
    for match in re.finditer(f"[{kinds.INTERPUNCT}{kinds.SYMBOL}]", row):
        i = match.start()
        lead[i] = lead.get(i, 0) + clusters[i].pad
        lead[i + 1] = lead.get(i + 1, 0) + clusters[i].pad
    if setting.adjust:
        for match in _ADJACENT.finditer(row):
            for i in range(match.start() + 1, match.end()):
                cut = _adjacent(clusters[i - 1], clusters[i])
                if cut:
                    lead[i] = lead.get(i, 0) - cut
    gaps = [match.start() for match in _BOUNDARY.finditer(row)]
    for i in gaps:
        lead[i] = lead.get(i, 0) + HAN_WESTERN
    if kinds.SPACE in row:
        gaps += _spaces(clusters, row, lead)
    if kinds.DASH in row:
        for match in re.finditer("DH", row):
            if clusters[match.end() - 1].text == "一":  # or the dash would seem to go on
                lead[match.end() - 1] = lead.get(match.end() - 1, 0) + _DASH_ONE
    lead.pop(len(clusters), None)
    return lead, sorted(gaps)


def _adjacent(left: Cluster, right: Cluster) -> float:
    """What two marks together lose: half an em, so that 2 em become 1.5 (CLREQ 连续标点符号的调整)."""
    return min(500.0, left.back + right.front) if left.advance > 900 and right.advance > 900 else 0.0


def _spaces(clusters: list[Cluster], row: str, lead: dict[int, float]) -> Iterator[int]:
    """Give the spaces that are written in the text their width; yields those that are Han–Western spacing."""
    for match in _SPACED.finditer(row):
        i, left, right = match.start(), match[1], match[2]
        western = (left in kinds.WESTERN) + (right in kinds.WESTERN)
        if western == 2:
            continue
        wanted = HAN_WESTERN if western else _HAN_SPACE
        lead[i + 1] = lead.get(i + 1, 0) + wanted - clusters[i].advance
        if western:
            yield i + 1


def _rigid(row: str) -> list[int]:
    """The places where nothing is ever stretched."""
    return [
        i
        for match in _STIFF.finditer(row)
        for i in range(max(1, match.start()), match.end() + 1)
        if row[i - 1 : i + 1] in _RIGID
    ]


def _allowed(clusters: list[Cluster], row: str, level: kinds.ProhibitionLevel) -> tuple[bytearray, list[int]]:
    count = len(row)
    starts, ends = kinds.no_line_start(level), kinds.no_line_end(level)
    allowed = bytearray(b"\1") * (count + 1)
    for match in re.finditer(f"[{starts}]", row):
        allowed[match.start()] = 0
    for match in re.finditer(f"[{ends}]", row):
        allowed[match.end()] = 0
    emergency: list[int] = []
    for match in _WORD.finditer(row):
        start, end = match.span()
        allowed[start + 1 : end] = bytes(end - start - 1)
        for i in range(start + 1, end):
            before = clusters[i - 1].text
            if before == "-" and row[i - 2 : i - 1] == kinds.LETTER and row[i] == kinds.LETTER and i - 1 > start:
                allowed[i] = 1
            elif end - start > _LONG_WORD and before in "/.?&=-_:" and clusters[i].text not in "/.?&=-_:":
                emergency.append(i)
    allowed[0] = allowed[count] = 1
    return allowed, emergency


def _hold_note_marks(text: str, clusters: list[Cluster], allowed: bytearray) -> None:
    if "〔" not in text and "[" not in text and "［" not in text:
        return
    offsets = [0, *accumulate(len(c.text) for c in clusters)]
    for match in kinds.NOTE_MARK.finditer(text):
        if match.start():
            for i in range(bisect_left(offsets, match.start()), bisect_left(offsets, match.end())):
                allowed[i] = 0
