"""Where articles begin: candidate places, weighed by the signs around them and by the words they share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ..lines import width
from . import signs
from .continuity import FEW, Continuity
from .heads import DECK_START
from .labels import Labelled

_FEW_IN_CAPTION: Final = 10
_MARKED: Final = 3.0
FIRM: Final = 5.0  # from here on, either way, the signs decide and the vocabulary is not asked
_ENOUGH: Final = 150  # trigrams: in less text it means little that no word comes again
DOUBT: Final = 1.0  # scores nearer to 0 are doubtful
_HEADS: Final = frozenset({"head", "label"})
_HEAD_GROUP: Final = frozenset({"head", "label", "byline"})
_CLOSERS: Final = frozenset({"credit", "byline"})
_TOLD: Final = frozenset({"head", "numbered", "prose", "item", "verse", "row", "caption", "note", "editors_note"})
_BODY: Final = frozenset({"prose", "item", "verse", "row", "editors_note"})


@dataclass(slots=True)
class Candidate:
    """A place where an article may begin: the head lines `first` to `body` - 1 (none for a picture)."""

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
    prose_indent = _prose_indent(lines)
    for candidate in candidates:
        if candidate.body == candidate.first:
            _weigh_picture(lines, candidate)
        else:
            _weigh_surroundings(lines, candidate)
            _weigh_heads(lines[candidate.first : candidate.body], candidate, prose_indent)
        _weigh_roles(lines, candidate)
    return _settle(lines, candidates)


def _candidates(lines: Sequence[Labelled]) -> list[Candidate]:
    out: list[Candidate] = []
    at = 0
    while at < len(lines):
        kind = lines[at].kind
        if kind in _HEADS or kind == "numbered":
            end = _group_end(lines, at)
            out.append(Candidate(at, end))
            at = end
            continue
        if kind == "jump_from" or (kind == "caption" and (not at or lines[at - 1].kind != "caption")):
            out.append(Candidate(at, at))
        at += 1
    if lines and (not out or out[0].first):
        out.insert(0, Candidate(0, 0))
    return out


def _group_end(lines: Sequence[Labelled], at: int) -> int:
    """The end of a group of head lines. A byline closes it, but for a label below it."""
    end = at + 1
    if lines[at].kind == "numbered":
        return end
    while end < len(lines) and lines[end].kind in _HEAD_GROUP:
        if lines[end - 1].kind == "byline" and lines[end].kind == "head":
            break
        end += 1
    return end


def _prose_indent(lines: Sequence[Labelled]) -> int | None:
    """The indent of paragraphs, where the page has one and its headlines do not share it."""
    prose = [item.indent for item in lines if item.kind == "prose"]
    heads = [item.indent for item in lines if item.kind == "head"]
    if not prose or not heads:
        return None
    usual = max(set(prose), key=prose.count)
    if usual < 2 or prose.count(usual) * 10 < 7 * len(prose) or all(indent == usual for indent in heads):
        return None
    return usual


def _weigh_roles(lines: Sequence[Labelled], c: Candidate) -> None:
    """What a person said outweighs all evidence."""
    roles = {item.role for item in lines[c.first : max(c.body, c.first + 1)]}
    if roles & {"headline", "kicker", "deck", "label"}:
        c.add(99.0, "a person said so")
    elif "crosshead" in roles:
        c.add(-99.0, "a person said so")


def _weigh_surroundings(lines: Sequence[Labelled], c: Candidate) -> None:
    """The evidence of the lines above and below a group of head lines."""
    group = lines[c.first : c.body]
    below = lines[c.body] if c.body < len(lines) else None
    above = lines[c.first - 1] if c.first else None
    if below is None:
        c.add(-2.0, "no text follows")
    elif below.dateline:
        c.add(6.0, "a dateline follows")
    elif below.kind == "editors_note":
        c.add(2.0, "an editor's note follows")
    elif below.kind == "row":
        c.add(1.5, "a table follows")
    elif below.kind == "verse" and any(item.kind == "byline" for item in group):
        c.add(2.0, "verse follows its author")
    if any(item.kind == "byline" for item in group[1:]):
        c.add(4.5, "a byline follows")
    if any(item.kind == "label" for item in group) and any(item.kind == "head" for item in group):
        c.add(4.5, "a label")
    if above is None:
        c.add(9.0, "the text begins")
    elif above.kind == "jump_to":
        c.add(6.0, "the article above goes on elsewhere")
    elif above.kind == "end_matter":
        c.add(4.0, "end matter stands above")
    elif above.kind in _CLOSERS:
        c.add(2.5, "what stands above closes an article")
    elif above.kind in _HEAD_GROUP or above.kind == "numbered":
        c.add(-2.0, "only headings stand above")
    elif above.kind == "prose" and not above.closed:
        c.add(-7.0, "the sentence above is not closed")
    elif above.kind == "prose" and above.body[-1] in "：:；;":
        c.add(-4.0, "the text above announces it")


def _weigh_heads(group: Sequence[Labelled], c: Candidate, prose_indent: int | None) -> None:
    """The evidence of the head lines themselves."""
    heads = [item for item in group if item.kind != "byline" and item.kind != "label"]
    if not heads:
        c.add(-3.0, "a label alone")
        return
    first, last = heads[0].body, heads[-1].body
    if prose_indent is not None:
        if heads[0].indent == prose_indent:
            c.add(-2.5, "indented as paragraphs are")
        else:
            c.add(2.0, "not indented as paragraphs are")
    if signs.NUMBERED.match(signs.plain(first)):
        c.add(-6.0, "numbered")
    if any(signs.column_tail(item.body) for item in heads):
        c.add(4.0, "a column's name in brackets")
    if signs.STANDING.match(signs.plain(first)):
        c.add(-5.0, "a standing heading")
    if any(signs.WHOLE_TITLE.search(signs.plain(item.body)) for item in heads):
        c.add(2.5, "the title of a document or a standing item")
    if len(heads) > 1:
        c.add(2.5, "several head lines")
        if first.endswith(("——", "：", ":")) or any(DECK_START.match(item.body) for item in heads[1:]):
            c.add(2.0, "a kicker or deck by its marks")
    else:
        _weigh_single(last, c)


def _weigh_single(head: str, c: Candidate) -> None:
    """One head line alone: headline or crosshead."""
    if head.startswith(("——", "—", "*", "＊", "（")):
        c.add(-4.0, "begins with a dash or bracket")
    if head[-1] in "：:":
        c.add(-3.5, "ends with a colon")
    if head[0] in "“「" and head[-1] in "”」" and head.count(head[0]) == 1:
        c.add(-2.0, "a quotation")
    elif head[-1] in "？?…":
        c.add(-1.0, "a question")
    if "，" in head:
        c.add(-0.7, "a comma")
    cells = width(head)
    if cells < 14:
        c.add(-1.0, "short")
    elif cells >= 24:
        c.add(0.7, "as long as a headline")


def _weigh_picture(lines: Sequence[Labelled], c: Candidate) -> None:
    """A caption with no headline: a picture of the article above, of the one it stands in, or on its own."""
    item = lines[c.first]
    if item.kind == "jump_from":
        c.add(9.0, "goes on from another page")
        return
    if item.kind != "caption":
        c.add(9.0, "the text begins")
        return
    end = c.first
    while end < len(lines) and lines[end].kind in ("caption", "credit"):
        end += 1
    if signs.plain(item.body[:2]) in ("上图", "下图", "左图", "右图", "题图") or item.body.startswith("图①"):
        c.add(-1.5, "points to the article beside it")
    above = lines[c.first - 1] if c.first else None
    if above and (above.kind in _HEAD_GROUP or (above.kind == "prose" and not above.closed)):
        c.add(-6.0, "stands inside an article")
    if end < len(lines) and lines[end].kind in ("prose", "item", "verse", "row", "numbered", "byline"):
        c.add(-6.0, "the article goes on below")
    if end < len(lines) and lines[end].kind == "end_matter":
        c.add(-2.0, "an article ends below")


def _firm_intervals(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate, how many weak single headings stand between the firm starts around it."""
    out, pending = [0] * len(candidates), list[int]()
    for at, c in enumerate([*candidates, None]):
        if c is None or c.score >= FIRM:
            for place in pending:
                out[place] = len(pending)
            pending = []
        elif c.score > -FIRM and c.body > c.first:
            pending.append(at)
    return out


def _settle(lines: Sequence[Labelled], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Decide on each candidate: the firm ones by their signs, the weak ones by the vocabulary too."""
    bounds = [c.first for c in candidates] + [len(lines)]
    continuity = Continuity([_words(lines[a:b]) for a, b in pairwise(bounds)])
    starts: list[Candidate] = []
    for c, alike in zip(candidates, _firm_intervals(candidates), strict=True):
        if alike == 1:
            c.add(1.0, "the only heading between firm starts: crossheads come in numbers")
        elif alike > 2:
            c.add(-0.5, "one of several headings between firm starts")
    for at, c in enumerate(candidates):
        if starts:
            if abs(c.score) < FIRM:
                _weigh_vocabulary(*continuity.shared(at, FEW if c.first < c.body else _FEW_IN_CAPTION), c)
            if abs(c.score) < FIRM and c.first < c.body:
                _weigh_length(lines[starts[-1].body : c.first], c)
            if c.score <= 0:
                continuity.take(at)
                continue
        starts.append(c)
        continuity.begin(at)
    return starts


def _words(lines: Sequence[Labelled]) -> str:
    """What lines tell: without datelines, bylines and all else that articles share as a matter of form."""
    told = (item for item in lines if item.kind in _TOLD)
    return "\n".join(item.body if not item.dateline else item.body[len(item.dateline[0]) + 2 :] for item in told)


def _weigh_vocabulary(share: float, size: int, c: Candidate) -> None:
    picture = c.first == c.body
    weight = (2.5 if picture else 1.6 * min(1.0, size / _ENOUGH)) - 200.0 * share
    floor = -4.0 if c.score < _MARKED else -2.0  # firm marks limit what the vocabulary can take back
    c.add(round(max(floor, weight), 1), f"takes up {share:.1%} of the words above")


def _weigh_length(body: Sequence[Labelled], c: Candidate) -> None:
    """An article that has hardly begun has not ended yet."""
    if not any(item.kind in _BODY or item.kind == "caption" for item in body):
        c.add(-2.5, "nothing but headings since the last start")
    elif sum(len(item.body) for item in body) < 60:
        c.add(-1.0, "little text since the last start")
