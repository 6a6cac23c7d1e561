"""Where articles begin: candidate groups of head lines, weighed by the evidence around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from .. import chars
from . import signs
from .continuity import Continuity
from .labels import Labelled

FIRM: Final = 4.0
_HEADS: Final = frozenset({"head", "label"})
_HEAD_GROUP: Final = frozenset({"head", "label", "byline"})
_CLOSERS: Final = frozenset({"credit", "end_matter", "byline", "jump_to"})
_PICTURE: Final = frozenset({"caption", "credit"})


@dataclass(slots=True)
class Candidate:
    """A place where an article may begin: the head lines `first` to `body` - 1 (none for a bare dateline)."""

    first: int
    body: int
    score: float = 0.0
    why: list[str] = field(default_factory=list)

    def add(self, weight: float, reason: str) -> None:
        """Weigh one piece of evidence, in log-odds: above 0 for a start."""
        self.score += weight
        self.why.append(f"{weight:+.1f} {reason}")


def find_starts(lines: Sequence[Labelled]) -> list[Candidate]:
    """The candidates that begin an article, in order. The first line of a text always begins one."""
    candidates = _candidates(lines)
    for candidate in candidates:
        _weigh_signs(lines, candidate)
    return _settle(lines, candidates)


def _candidates(lines: Sequence[Labelled]) -> list[Candidate]:
    out, at = [], 0
    while at < len(lines):
        kind = lines[at].kind
        if kind in _HEADS or kind == "numbered":
            end = at + 1
            while end < len(lines) and lines[end].kind in _HEAD_GROUP:
                end += 1
            out.append(Candidate(at, end))
            at = end
        elif (
            kind == "jump_from"
            or (kind in _PICTURE and not (at and lines[at - 1].kind in _PICTURE))
            or (kind == "prose" and signs.dateline_of(lines[at].body) and not (out and out[-1].body == at))
        ):
            out.append(Candidate(at, at))
            at += 1
        else:
            at += 1
    if not out or out[0].first:
        out.insert(0, Candidate(0, 0))
    return out


def _weigh_signs(lines: Sequence[Labelled], c: Candidate) -> None:
    """The evidence of the lines themselves and of their neighbours."""
    group = lines[c.first : c.body]
    heads = [item for item in group if item.kind == "head"]
    body = lines[c.body] if c.body < len(lines) else None
    before = lines[c.first - 1] if c.first else None
    if body and body.kind == "prose" and signs.dateline_of(body.body):
        c.add(6.0 if heads else 3.0, "a dateline follows")
    if heads and any(item.kind == "byline" for item in group):
        c.add(4.0, "a byline follows")
    if any(item.kind == "label" for item in group):
        c.add(4.0, "a label")
    if before is None:
        c.add(9.0, "the text begins")
    elif before.kind in _CLOSERS:
        c.add(2.0, "what stands before closes an article")
    elif before.kind == "prose" and not before.closed:
        c.add(-6.0, "the sentence before is not closed")
    elif before.kind == "prose" and before.body[-1] in "：:":
        c.add(-3.0, "a colon stands before")
    if heads:
        _weigh_heads(heads, c)


def _weigh_heads(heads: Sequence[Labelled], c: Candidate) -> None:
    first, last = heads[0].body, heads[-1].body
    if len(heads) > 1:
        c.add(2.5, "several head lines")
    if signs.NUMBERED.match(first):
        c.add(-5.0, "numbered")
    if signs.DECK_START.match(first) and len(heads) == 1:
        c.add(-3.0, "begins with a dash or bracket")
    if len(heads) > 1 and (signs.KICKER_END.search(first) or signs.DECK_START.match(last)):
        c.add(2.0, "a kicker or deck by its marks")
    if signs.column_tail(last):
        c.add(3.0, "a column's name in brackets")
    if signs.STANDING.match(first):
        c.add(-4.0, "a standing heading")
    if len(heads) == 1:
        if last[-1] in "：:":
            c.add(-3.0, "ends with a colon")
        if last[0] in "“「" and last[-1] in "”」":
            c.add(-2.0, "a quotation")
        if last[-1] in "？?":
            c.add(-1.0, "a question")
        wide = chars.width(last)
        c.add(-1.0 if wide < 14 else 0.5, "short" if wide < 14 else "as long as a headline")


def _settle(lines: Sequence[Labelled], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Firm starts first, then the weak ones by the vocabulary they share with the article before."""
    bounds = [c.first for c in candidates] + [len(lines)]
    segments = ["\n".join(item.body for item in lines[a:b]) for a, b in pairwise(bounds)]
    continuity = Continuity(segments)
    starts = [candidates[0]]
    first = 0
    for at, c in enumerate(candidates[1:], 1):
        if c.score < FIRM:
            share = continuity.shared(first, at)
            c.add(round(2.5 - 60.0 * min(share, 0.15), 1), f"shares {share:.1%} of its words with the article before")
        if c.score > 0 and (lines[c.first].kind not in _PICTURE or c.body == c.first):
            starts.append(c)
            first = at
    return starts
