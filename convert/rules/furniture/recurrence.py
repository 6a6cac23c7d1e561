"""Lines that recur as page furniture does: once a page, counting up, in the midst of sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import Final

from ... import chars
from ...lines import Tail, tail
from ...patterns import regex
from .pieces import BLANK, DATE, FOLIO, LONGEST, Pieces, is_nameplate

MOST: Final = 6  # lines of furniture between two pages
_FULL: Final = 0.5  # of the lines around, what a line has that a page's end cut
_AROUND: Final = 12
_BLOCK_ENDS: Final = frozenset("）)】")
_GAP: Final = regex(rf"[^\x00-\x7f][{chars.BLANKS}]+[^\x00-\x7f]")
_PAUSE: Final = regex("[，。、；：]")
_PAPER: Final = regex("星期|[报報刊]|第.{1,4}[版期]")
_PADDED: Final = regex(r"0\d")  # 01 counts chapters, rarely pages
ENOUGH: Final = 4.0  # weight of evidence from which a line is furniture

_NO_START: Final = frozenset(chars.PAUSES + chars.STOPS + chars.CLOSING)
_NO_END: Final = frozenset(chars.PAUSES + chars.STOPS)
_UNCLEAR_END: Final = frozenset(chars.OPENING + chars.CLOSING + "…!?:;,.()[]{}\"'")
_NUMBER: Final = regex(r"\d+|(?<=第)[〇零一二三四五六七八九十百]+(?=[版页頁])")
_DAY: Final = regex(r"(\d{1,2}月)?\d{1,2}日")
_VARIES: Final = regex(f"[{chars.BLANKS}0-9０-９第]")  # what can differ between lines that recur


def key(body: str) -> str:
    """What recurs of a line: its words without blanks, each number as #; 01 alone is no folio beside 9 and 10."""
    words = BLANK.sub("", body)
    return "0#" if _PADDED.fullmatch(words) else _NUMBER.sub("#", words)


def recurring(pieces: Pieces) -> set[int]:
    """The lines that recur as furniture does."""
    repeated = _repeated(pieces.bodies)
    candidates = {i for places in repeated for i in places}
    ends = {0, len(pieces) - 1}  # of pages, as far as they are known
    ends.update(i for i in candidates if i in pieces.feeds or i + 1 in pieces.feeds)
    for places in repeated:
        if counting(pieces, places):
            ends.update(j for i in places for j in (i - 1, i + 1) if j in candidates)
    found: set[int] = set()
    for _ in range(3):  # a head is known by its foot, a section by its head
        more = [p for p in repeated if p[0] not in found and _weight(pieces, p, candidates, ends) >= ENOUGH]
        if not more:
            break
        for places in more:
            found.update(places)
            ends.update(j for i in places for j in (i - 1, i + 1))
    return found


def _repeated(bodies: Sequence[str]) -> list[list[int]]:
    """Places of the lines that recur and may be furniture, none of them in a longer run of lines that recur."""
    counts = Counter(bodies)
    kinds = {body: key(body) for body in filter(_VARIES.search, counts) if eligible(body)}  # else the body itself
    totals = Counter(kinds.values())
    again = {body for body, count in counts.items() if count > 1 or body in totals}  # those that may stand there twice
    again.update(body for body, kind in kinds.items() if totals[kind] > 1 or kind in counts)
    groups: dict[str, list[int]] = defaultdict(list)
    for i, body in enumerate(bodies):
        if body in again:
            groups[kinds.get(body, body)].append(i)
    repeated = [places for places in groups.values() if len(places) > 1]
    lonely = _lonely(chain.from_iterable(repeated))
    return [
        places
        for places in repeated
        if 2 * len(lonely.intersection(places)) > len(places) and eligible(bodies[places[0]])
    ]


def eligible(body: str) -> bool:
    """Whether a line is short enough for furniture, and neither begins nor ends as a sentence's part."""
    last = body[-1]
    if last in _NO_END or _is_long(body) or body[0] in _NO_START or (len(body) == 1 and not last.isdigit()):
        return False
    return last not in _UNCLEAR_END or tail(body) is Tail.CUT


def _is_long(body: str) -> bool:
    return len(body) > LONGEST and len(BLANK.sub("", body)) > LONGEST


def _lonely(recurring: Iterable[int]) -> set[int]:
    """Those lines that stand in no longer a run than a page's foot and the next one's head; the rest is given twice."""
    out: set[int] = set()
    run: list[int] = []
    for i in sorted(recurring):
        if run and i != run[-1] + 1:
            out.update(run if len(run) <= MOST else ())
            run = []
        run.append(i)
    out.update(run if len(run) <= MOST else ())
    return out


def counting(pieces: Pieces, places: Sequence[int]) -> bool:
    """Whether one number counts up from each place to the next, nearly always."""
    counting = sum(_step(_numbers(pieces.bodies[a]), _numbers(pieces.bodies[b])) for a, b in pairwise(places))
    return counting >= 0.8 * (len(places) - 1)


def _weight(pieces: Pieces, places: Sequence[int], candidates: set[int], ends: set[int]) -> float:
    """The weight of the evidence that a line that recurs at these places is furniture."""
    count, first = len(places), pieces.bodies[places[0]]
    beside = sum(i in ends for i in places) / count
    inside = sum(interrupts(pieces, i, candidates) for i in places) / count
    even, typical = _regularity(places)
    weight = min(1.0, (count - 2) / 2) + 3.5 * beside + even
    if is_nameplate(first):
        weight += 6.0
    elif _numbers(first):
        weight += 2.5 if counting(pieces, places) else -2.0
    elif _PAPER.search(first) and DATE.search(first):
        weight += 4.0  # a paper's name with the day is no turn of phrase
    elif beside < 0.6 and (count < 3 or even < 2 or typical < 12):
        return 0.0  # words alone, at no page's end: a turn of phrase
    if typical < 5:
        weight -= 4.0
    weight += 5.0 * inside
    if inside < 0.34 and beside < 0.6:  # OCR may have lost the stops before a few crossheads
        weight -= 3.0
    if _PADDED.fullmatch(BLANK.sub("", first)):
        weight -= 2.0
    if FOLIO.fullmatch(BLANK.sub("", first)) or (DATE.search(first) and len(DATE.sub("", first).strip()) > 1):
        weight += 2.0
    return weight


def _regularity(places: Sequence[int]) -> tuple[float, float]:
    """The weight of how evenly the places lie, and the lines that typically lie between two."""
    from statistics import median  # slow to load, and few texts have furniture

    gaps = [b - a for a, b in pairwise(places)]
    typical = median(gaps)
    if len(gaps) < 2:
        return 0.0, typical
    uneven = median(abs(gap - typical) for gap in gaps) / typical
    return (2.0 if uneven < 0.06 else 1.0 if uneven < 0.2 else -1.0), typical


def _numbers(body: str) -> list[int]:
    """The numbers of a line that may count pages: not those of a day."""
    return [int(n) for n in _NUMBER.findall(_DAY.sub("", DATE.sub("", body))) if n.isascii() and len(n) < 9]


def _step(before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether one number goes up by little from one occurrence to the next, and the others stay."""
    changed = [b - a for a, b in zip(before, after, strict=False) if a != b]
    return len(before) == len(after) and len(changed) == 1 and 0 < changed[0] <= 4


def interrupts(pieces: Pieces, i: int, candidates: set[int]) -> bool:
    """Whether the line stands in the midst of a sentence."""
    before = i - 1
    while before >= 0 and before in candidates:
        before -= 1
    after = i + 1
    while after < len(pieces) and after in candidates:
        after += 1
    if before < 0 or after == len(pieces):
        return False
    body = pieces.bodies[before]
    if body[-1] in _BLOCK_ENDS or tail(body) is Tail.ENDED:
        return False
    if _GAP.search(body) and not _PAUSE.search(body):
        return False  # a credit
    return len(body) >= _FULL * _length(pieces.bodies, before)


def _length(bodies: Sequence[str], i: int) -> int:
    """How long the longer lines around one are: what is much shorter is a heading, and nothing goes on behind it."""
    lengths = sorted(map(len, bodies[max(0, i - _AROUND) : i + _AROUND]))
    return lengths[len(lengths) * 3 // 4]
