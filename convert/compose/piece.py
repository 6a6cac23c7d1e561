"""What stands between ideographs, marks and words and spaces, with everything about it that no line's end can change.

Ideographs are all alike: a square, and a line may break before and after it. So what a piece does is the same wherever
it occurs between two of them, and is settled once.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from . import kinds
from .cluster import Cluster, Setting

_EM: Final = 1000.0
HAN_WESTERN: Final = 250.0  # CLREQ 中西文混排: a quarter em
_DASH_ONE: Final = 200.0  # between a dash and 一, or the dash would seem to go on
_HAN_SPACE: Final = 500.0  # a space that stands between two Han characters on purpose
_LONG_WORD: Final = 12  # characters; a word longer than this may break after / . ? & = - _

_WORD: Final = re.compile(f"[{kinds.WESTERN}]{{2,}}")
_MARK: Final = re.compile(f"[{kinds.ADJUSTABLE_MARKS}]")
_PADDED: Final = re.compile(f"[{kinds.INTERPUNCT}{kinds.SYMBOL}]")
_HAN_SPACED: Final = re.compile("(?<=H)_(?=H)")
_ADJACENT: Final = re.compile(f"[{kinds.ADJUSTABLE_MARKS}]{{2,}}")
_BOUNDARY: Final = re.compile("(?<=[HT])(?=[LNRU])|(?<=[LNU])(?=[HT])")
_SPACED: Final = re.compile("(?<=(.))_(?=(.))")
_AFTER_DASH: Final = re.compile("(?<=D)H")
_NO_START: Final = {level: re.compile(f"[{kinds.no_line_start(level)}]") for level in kinds.LEVELS}
_NO_END: Final = {level: re.compile(f"[{kinds.no_line_end(level)}]") for level in kinds.LEVELS}
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
SPACE_TURN: Final = 0
GAP_TURN: Final = 4


class Piece(NamedTuple):
    """Clusters, and what is true of the places before them: offset 0 is before the first, the last after them all.

    `allowed` has a flag for each place, whether a line may begin there; `advances` are those that are not 1 em, leads
    included; `soft` are the places that give way: offset, turn, and how much. `more` is what most pieces lack.
    Lengths are in 1/1000 em.
    """

    clusters: Sequence[Cluster]
    kinds: bytes
    allowed: bytes
    advances: list[tuple[int, float]]
    soft: list[tuple[int, int, float]]
    more: "More | None"


class More(NamedTuple):
    """The leads of a piece, and its places where lines do otherwise than between ideographs.

    `before` is the lead at offset 0.
    """

    before: float
    leads: list[tuple[int, float]]
    gaps: list[int]
    emergency: list[int]
    rigid: list[int]


def settle(clusters: Sequence[Cluster], glued: Sequence[int], setting: Setting, first: bool, last: bool) -> Piece:
    """The piece of these clusters, `first` or `last` of a text or else beside an ideograph; none break at `glued`."""
    row = "".join([cluster.kind for cluster in clusters])
    # The ideographs around the piece are drawn in for what depends on neighbours; `shift` counts the one before it.
    shift = 0 if first else 1
    around = row if first else kinds.HAN + row
    around = around if last else around + kinds.HAN
    lead, gaps = _leads(clusters, row, around, shift, setting)
    if last:
        lead.pop(len(clusters), None)
    allowed, emergency = _allowed(clusters, row, setting.level)
    for i in glued:
        allowed[i] = 0
    advances = [cluster.advance for cluster in clusters]
    for i, extra in lead.items():
        if i:
            advances[i - 1] += extra
    rigid = _rigid(around, shift)
    before = 0.0 if first else lead.get(0, 0.0)
    more = None
    if lead or gaps or rigid or emergency:
        leads = sorted((i, extra) for i, extra in lead.items() if i)
        more = More(before, leads, gaps, emergency, rigid)
    return Piece(
        clusters,
        row.encode(),
        bytes(allowed),
        [(i, advance) for i, advance in enumerate(advances) if advance != _EM],
        sorted((i, *what) for i, what in _soft(clusters, row, around, shift, lead, gaps).items()),
        more,
    )


def _leads(
    clusters: Sequence[Cluster], row: str, around: str, shift: int, setting: Setting
) -> tuple[dict[int, float], list[int]]:
    """The leads, and those of them that are Han–Western spacing."""
    lead: dict[int, float] = {}
    for match in _PADDED.finditer(row):
        i = match.start()
        lead[i] = lead.get(i, 0) + clusters[i].pad
        lead[i + 1] = lead.get(i + 1, 0) + clusters[i].pad
    if setting.adjust:
        for match in _ADJACENT.finditer(row):
            for i in range(match.start() + 1, match.end()):
                cut = _adjacent(clusters[i - 1], clusters[i])
                if cut:
                    lead[i] = lead.get(i, 0) - cut
    gaps = [match.start() - shift for match in _BOUNDARY.finditer(around)]
    for i in gaps:
        lead[i] = lead.get(i, 0) + HAN_WESTERN
    if kinds.SPACE in row:
        gaps += _spaces(clusters, around, shift, lead)
    for match in _AFTER_DASH.finditer(row):
        if clusters[match.start()].text == "一":
            lead[match.start()] = lead.get(match.start(), 0) + _DASH_ONE
    return lead, sorted(gaps)


def _adjacent(left: Cluster, right: Cluster) -> float:
    """What two marks together lose: half an em, so that 2 em become 1.5 (CLREQ 连续标点符号的调整)."""
    return min(500.0, left.back + right.front) if left.advance > 900 and right.advance > 900 else 0.0


def _spaces(clusters: Sequence[Cluster], around: str, shift: int, lead: dict[int, float]) -> Iterator[int]:
    """Give the spaces that are written in the text their width; yields those that are Han–Western spacing."""
    for match in _SPACED.finditer(around):
        i, left, right = match.start() - shift, match[1], match[2]
        western = (left in kinds.WESTERN) + (right in kinds.WESTERN)
        if western == 2:
            continue
        wanted = HAN_WESTERN if western else _HAN_SPACE
        lead[i + 1] = lead.get(i + 1, 0) + wanted - clusters[i].advance
        if western:
            yield i + 1


def _rigid(around: str, shift: int) -> list[int]:
    """The places where nothing is ever stretched."""
    return [
        i - shift
        for match in _STIFF.finditer(around)
        for i in range(max(1, match.start()), match.end() + 1)
        if around[i - 1 : i + 1] in _RIGID
    ]


def _allowed(clusters: Sequence[Cluster], row: str, level: kinds.ProhibitionLevel) -> tuple[bytearray, list[int]]:
    """A flag for each place, whether a line may begin there, and places where it may in an emergency."""
    allowed = bytearray(b"\1") * (len(row) + 1)
    for match in _NO_START[level].finditer(row):
        allowed[match.start()] = 0
    for match in _NO_END[level].finditer(row):
        allowed[match.end()] = 0
    emergency: list[int] = []
    for match in _WORD.finditer(row):
        start, end = match.span()
        allowed[start + 1 : end] = bytes(end - start - 1)
        word, at = "".join([cluster.text for cluster in clusters[start:end]]), 0
        for i in range(start + 1, end):
            at += len(clusters[i - 1].text)
            before, after = word[at - 1], word[at]
            if before == "-" and at > 1 and word[at - 2].isalpha() and after.isalpha():
                allowed[i] = 1
            elif len(word) > _LONG_WORD and before in "/.?&=-_:" and after not in "/.?&=-_:":
                emergency.append(i)
    return allowed, emergency


def _soft(
    clusters: Sequence[Cluster], row: str, around: str, shift: int, lead: dict[int, float], gaps: list[int]
) -> dict[int, tuple[int, float]]:
    """What reduction may take: the place, its turn, and how much there."""
    soft: dict[int, tuple[int, float]] = {}
    for match in _MARK.finditer(row):
        i = match.start()
        mark, turn = clusters[i], _TURNS[match[0]]
        if mark.front:
            soft[i] = (turn, mark.front + (soft[i][1] if i in soft else 0.0))
        if mark.back:
            soft[i + 1] = (turn, mark.back)
    for i, (turn, most) in soft.items():
        if lead.get(i, 0.0) < 0:  # adjacent marks have given their share
            soft[i] = (turn, max(0.0, most + lead[i]))
    for i in gaps:
        soft[i] = (GAP_TURN, HAN_WESTERN / 2)
    for match in _HAN_SPACED.finditer(around):
        soft[match.end() - shift] = (SPACE_TURN, _HAN_SPACE - HAN_WESTERN)
    return soft
