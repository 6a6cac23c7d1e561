"""Where articles begin: the firm candidates by their signs, the weak ones by the words they share."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .candidates import Candidate, candidates_in
from .continuity import FEW, Continuity
from .evidence import weigh_signs
from .labels import Labelled

_FEW_IN_CAPTION: Final = 10
_MARKED: Final = 3.0
FIRM: Final = 5.0  # from here on, either way, the signs decide and the vocabulary is not asked
_MANY: Final = 6  # bare headings in a row, of which a chapter has more than a page has articles
_LOOKED_AT: Final = 24  # lines of the article above
_HARDLY: Final = 60  # characters
_ONE_WORD: Final = 0.005  # a share that one word in common may make
_ENOUGH: Final = 150  # trigrams: in less text it means little that no word comes again
DOUBT: Final = 1.0  # scores nearer to 0 are doubtful
_TOLD: Final = frozenset({"head", "numbered", "prose", "item", "verse", "row", "caption", "note", "editors_note"})
_BODY: Final = frozenset({"prose", "item", "verse", "row", "editors_note"})


def find_starts(lines: Sequence[Labelled]) -> list[Candidate]:
    """All candidates, in order, each decided: `begins`."""
    candidates = candidates_in(lines)
    weigh_signs(lines, candidates)
    _settle(lines, candidates)
    return candidates


def _firm_intervals(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate, how many weak single headings stand between the firm starts around it."""
    out, pending = [0] * len(candidates), list[int]()
    for at, c in enumerate([*candidates, None]):
        if c is None or c.score >= FIRM:
            for place in pending:
                out[place] = len(pending)
            pending = []
        elif c.score > -FIRM and c.headed:
            pending.append(at)
    return out


def _settle(lines: Sequence[Labelled], candidates: Sequence[Candidate]) -> None:
    """Decide on each candidate in order; what the article above is and tells counts for the weak ones."""
    bounds = [c.first for c in candidates] + [len(lines)]
    continuity = Continuity([_words(lines[a:b]) for a, b in pairwise(bounds)])
    last: Candidate | None = None
    crossheads = 0
    for at, (c, alike) in enumerate(zip(candidates, _firm_intervals(candidates), strict=True)):
        if alike == 1:
            c.add(1.0, "a heading alone, and crossheads come in numbers")
        elif alike > 2:
            c.add(-0.5 if alike <= _MANY else -1.2, f"one of {alike} like headings in a row")
        if last and abs(c.score) < FIRM:
            _weigh_vocabulary(*continuity.shared(at, FEW if c.headed else _FEW_IN_CAPTION), c)
            if abs(c.score) < FIRM and c.headed:
                _weigh_article(lines[last.first : min(c.first, last.first + _LOOKED_AT)], last.body - last.first, c)
                if crossheads:
                    c.add(-0.6, "the article above has crossheads")
        c.begins = last is None or c.score > 0
        if c.begins:
            last = c
            crossheads = 0
            continuity.begin(at)
        else:
            crossheads += c.headed


def _words(lines: Sequence[Labelled]) -> str:
    """What lines tell: without datelines, bylines and all else that articles share as a matter of form."""
    return "\n".join(_told(item) for item in lines if item.kind in _TOLD)


def _told(item: Labelled) -> str:
    if item.dateline:
        return item.body[len(item.dateline[0]) + 2 :]
    return item.body.rpartition("。")[0] or item.body if item.kind == "caption" else item.body  # without its credit


def _weigh_vocabulary(share: float, size: int, c: Candidate) -> None:
    if c.headed:  # hardly a crosshead's text shares no word at all with the text above it
        weight = (0.8 + 1.4 * min(1.0, size / _ENOUGH)) * max(0.0, 1.0 - share / _ONE_WORD) - 220.0 * share
    else:
        weight = 2.5 - 260.0 * share
    floor = -4.0 if c.score < _MARKED else -2.0  # firm marks limit what the vocabulary can take back
    weight = round(max(floor, weight), 1)
    c.add(weight, f"{'few' if weight > 0 else 'some'} of its words stand in the article above")


def _weigh_article(article: Sequence[Labelled], heads: int, c: Candidate) -> None:
    """What the article above is: one that has hardly begun has not ended yet; news seldom has crossheads."""
    body = article[heads:]
    if not any(item.kind in _BODY or item.kind == "caption" for item in body):
        c.add(-2.5, "nothing but headings since the last start")
    elif sum(len(item.body) for item in body) < _HARDLY:
        c.add(-1.0, "little text since the last start")
    if any(item.dateline for item in body[:2]):
        c.add(1.0, "news stands above")
    elif any(item.kind == "byline" for item in article[:heads]):
        c.add(-1.5 if c.body == c.first + 1 else -0.4, "a signed article stands above")
