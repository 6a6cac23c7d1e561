"""Places where an article may begin: head lines, pictures, news below a jump line, continuations from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from . import signs
from .labels import Labelled

HEADS: Final = frozenset({"head", "label"})
HEAD_GROUP: Final = frozenset({"head", "label", "byline"})
_BELOW_JUMP: Final = frozenset({"credit", "byline", "end_matter"})


@dataclass(slots=True)
class Candidate:
    """A place where an article may begin: the head lines `first` to `body` - 1 (none for a picture or bare news).

    `begins` says how it was decided, `evidence` what was weighed.
    """

    first: int
    body: int
    score: float = 0.0
    evidence: list[tuple[float, str]] = field(default_factory=list)
    begins: bool = False

    def add(self, weight: float, reason: str) -> None:
        """Weigh one piece of evidence, in log-odds: above 0 for a start."""
        self.score += weight
        self.evidence.append((weight, reason))

    @property
    def why(self) -> tuple[str, ...]:
        """The evidence with its weights, for people to read."""
        return tuple(f"{weight:+.1f} {reason}" for weight, reason in self.evidence)

    def reasons(self, sign: str) -> str:
        """The evidence for a start ("+") or against it ("-"), its weights left out."""
        return "; ".join(reason for weight, reason in self.evidence if (weight < 0) == (sign == "-"))

    @property
    def headed(self) -> bool:
        """Whether head lines stand here."""
        return self.body > self.first


def candidates_in(lines: Sequence[Labelled]) -> list[Candidate]:
    """The candidates of a text, in order. The first line of a text always is one."""
    out: list[Candidate] = []
    at = 0
    while at < len(lines):
        kind = lines[at].kind
        noted = _note_end(lines, at)
        if noted > at:
            at, first = noted, at
            end = _group_end(lines, at)
            out.append(Candidate(first, end))
            at = end
            continue
        if kind in HEADS or kind == "numbered":
            end = _group_end(lines, at)
            out.append(Candidate(at, end))
            # A headline printed again above the second half of an article leads into it.
            at = end + 1 if end < len(lines) and lines[end].kind == "jump_from" else end
            continue
        if (
            kind == "jump_from"
            or (lines[at].dateline and _stands_below_jump(lines, at))
            or (kind == "caption" and (not at or lines[at - 1].kind != "caption"))
        ):
            out.append(Candidate(at, at))
        at += 1
    if lines and (not out or out[0].first):
        out.insert(0, Candidate(0, 0))
    return out


def _stands_below_jump(lines: Sequence[Labelled], at: int) -> bool:
    """Whether a line stands below an article that goes on elsewhere."""
    above = at - 1
    while above > 0 and lines[above].kind in _BELOW_JUMP:
        above -= 1
    return above > 0 and lines[above].kind == "jump_to"


def _note_end(lines: Sequence[Labelled], at: int) -> int:
    """The end of an editor's note that stands above the headline of its article; `at` where none does."""
    if lines[at].kind != "editors_note" or signs.AFTERWORD.match(lines[at].body):
        return at
    if at and (lines[at - 1].kind in ("editors_note", "numbered", *HEAD_GROUP) or not lines[at - 1].closed):
        return at
    end = at
    while end < len(lines) and lines[end].kind == "editors_note":
        end += 1
    return end if end < len(lines) and lines[end].kind in HEADS and lines[end - 1].closed else at


def _group_end(lines: Sequence[Labelled], at: int) -> int:
    """The end of a group of head lines. A byline closes it, but for a label below it; a picture may stand in it."""
    end = at + 1
    if lines[at].kind == "numbered":
        return end
    while end < len(lines) and (lines[end].kind in HEAD_GROUP or _picture_inside(lines, end)):
        if lines[end - 1].kind == "byline" and lines[end].kind == "head":
            break
        end += 1
    return end


def _picture_inside(lines: Sequence[Labelled], at: int) -> bool:
    """Whether a line stands for a picture between two head lines."""
    inside = lines[at].kind == "caption" and signs.is_placeholder(lines[at].body)
    return inside and lines[at - 1].kind in HEADS and at + 1 < len(lines) and lines[at + 1].kind in HEADS
