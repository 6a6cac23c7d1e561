"""Page furniture: running heads, folios, column rules and form feeds, found by their repetition and place.

A line is furniture not for what it says but for how it recurs: once a page, with the page's number
counting up, in the midst of sentences. Crossheads that count (01, 02) and captions that recur
stand between paragraphs instead, wherever an article wants them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from .. import chars
from ..lines import Tail, tail
from ..model import Furniture, FurnitureKind
from ..text import Confidence, Edit, Edits
from .rule import Context, Found, Rule

LONGEST: Final = 48  # characters of a running head, blanks aside
MOST: Final = 6  # lines of furniture between two pages
ENOUGH: Final = 4.0  # weight of evidence from which a line is furniture

_NO_START: Final = frozenset(chars.PAUSES + chars.STOPS + chars.CLOSING)
_NO_END: Final = frozenset(chars.PAUSES + chars.STOPS)
_BLANK: Final = re.compile(f"[{chars.BLANKS}]+")
_NUMBER: Final = re.compile(r"\d+|(?<=第)[〇零一二三四五六七八九十百]+(?=[版页頁])")
_VARIES: Final = re.compile(rf"[{chars.BLANKS}\d第]")
_DRAWN: Final = "-—─━_=＝*＊~～"
_RULE: Final = re.compile(f"[{_DRAWN}]{{4,}}")
_DATE: Final = re.compile(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?")
# What only furniture looks like, however often it stands there: a number in dashes or dots, 第3页 共30页.
_FOLIO: Final = re.compile(
    r"[-—–─~·•.|]{1,3}\d{1,4}[-—–─~·•.|]{1,3}|第\d{1,4}[页頁]([,，/|]?共\d{1,4}[页頁])?|\d{1,4}/\d{1,4}[页頁]?"
    r"|[PpＰ]\.?\d{1,4}|Page\d{1,4}(of\d{1,4})?"
)
# And a name beside a page's number: a gap between the two, or the date and 第3版.
_NAMED: Final = re.compile(
    r"\d{1,4}(?:\s{2,}|\u3000)\S{2,12}|\S{2,12}(?:\s{2,}|\u3000+)\d{1,4}"
    r"|(?!.*[转轉接])(?:第[\d一二三四五六七八九十]{1,4}[版页頁]\s*\S{0,8}|\S{2,8}\s*第[\d一二三四五六七八九十]{1,4}[版页頁])"
)
_PAGE: Final = re.compile(r"第?\s*([A-Z]?\d{1,4}|[一二三四五六七八九十百]+)\s*[版页頁]|(?<![\d第])(\d{1,4})(?!\d)")


class Piece(NamedTuple):
    """A line, or the part of one before a form feed: its offset, its words, and what stands before it."""

    start: int
    body: str
    blank_before: bool
    feed_before: bool

    @property
    def end(self) -> int:
        return self.start + len(self.body)


def find(text: str, context: Context) -> Iterator[Found]:
    """The stretches of page furniture, each from the text before it to the text after."""
    pieces = _pieces(text)
    known = _recurring(pieces) | _rules(pieces)
    likely = _single(pieces, known)
    gone = known | likely
    stops = sorted(gone | {i for i, piece in enumerate(pieces) if piece.feed_before})
    last = -1  # the piece after the stretch before
    for i in stops:
        if i <= last:
            continue
        first = last = i
        while last in gone:
            last += 1
        while first - 1 in gone:
            first -= 1
        sure = Confidence.CERTAIN if likely.isdisjoint(range(first, last)) else Confidence.LIKELY
        yield _edit(text, pieces, first, last, sure)
    end = pieces[-1].end if pieces else 0
    if last < len(pieces) and "\f" in text[end:]:
        yield _edit(text, pieces, len(pieces), len(pieces), Confidence.CERTAIN)


def _edit(text: str, pieces: Sequence[Piece], first: int, last: int, sure: Confidence) -> Edit:
    """The edit that closes the gap between piece `first` - 1 and piece `last`: a blank line stays one."""
    start = pieces[first - 1].end if first else 0
    if last == len(pieces):
        return Edit(start, len(text), "\n" if start else "", sure)
    end = text.rfind("\n", start, pieces[last].start) + 1
    end = max(end, text.rfind("\f", start, pieces[last].start) + 1, start)
    blank = pieces[first].blank_before or pieces[last].blank_before
    return Edit(start, end, "" if not first else "\n\n" if blank else "\n", sure)


def _pieces(text: str) -> list[Piece]:
    feeds = {m.start() for m in re.finditer("\f", text)}
    out: list[Piece] = []
    start, blank, feed = 0, False, False
    for raw in (text.replace("\f", "\n") if feeds else text).split("\n"):
        body = raw.strip(chars.BLANKS)
        if body:
            out.append(Piece(start if body == raw else start + raw.index(body[0]), body, blank, feed))
            blank = feed = False
        elif start and start - 1 not in feeds and start + len(raw) not in feeds:
            blank = True
        start += len(raw) + 1
        if start - 1 in feeds:
            feed = True
    return out


def _key(body: str) -> str:
    """What recurs of a line: its words without blanks, each number as #."""
    if not _VARIES.search(body):
        return body
    return _NUMBER.sub("#", _BLANK.sub("", body))


def _recurring(pieces: Sequence[Piece]) -> set[int]:
    """The lines that recur as furniture does."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, piece in enumerate(pieces):
        groups[_key(piece.body) if _eligible(piece.body) else piece.body].append(i)
    lonely = _lonely(i for places in groups.values() if len(places) > 1 for i in places)
    repeated = [
        places
        for places in groups.values()
        if len(places) > 1 and _eligible(pieces[places[0]].body) and lonely.issuperset(places)
    ]
    candidates = {i for places in repeated for i in places}
    ends = {0, len(pieces) - 1}  # of pages, as far as they are known
    ends.update(i for i in candidates if pieces[i].feed_before or (i < len(pieces) - 1 and pieces[i + 1].feed_before))
    for places in repeated:
        if _counting(pieces, places):
            ends.update(j for i in places for j in (i - 1, i + 1) if j in candidates)
    found: set[int] = set()
    for _ in range(3):  # a head is known by its foot, a section by its head
        for places in [p for p in repeated if p[0] not in found and _weight(pieces, p, candidates, ends) >= ENOUGH]:
            found.update(places)
            ends.update(j for i in places for j in (i - 1, i + 1))
    return found


def _eligible(body: str) -> bool:
    """Whether a line is short enough for furniture, and neither begins nor ends as a sentence's part."""
    return len(body) <= LONGEST and body[-1] not in _NO_END and body[0] not in _NO_START and tail(body) is Tail.CUT


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


def _counting(pieces: Sequence[Piece], places: Sequence[int]) -> bool:
    """Whether one number counts up from each place to the next, nearly always."""
    counting = sum(_step(_numbers(pieces[a].body), _numbers(pieces[b].body)) for a, b in pairwise(places))
    return counting >= 0.8 * (len(places) - 1)


def _weight(pieces: Sequence[Piece], places: Sequence[int], candidates: set[int], ends: set[int]) -> float:
    """The weight of the evidence that a line that recurs at these places is furniture."""
    count, first = len(places), pieces[places[0]].body
    beside = sum(i in ends for i in places) / count
    inside = sum(_interrupts(pieces, i, candidates) for i in places) / count
    even, typical = _regularity(places)
    weight = min(1.0, (count - 2) / 2) + 3.5 * beside + even
    if _NUMBER.search(first):
        weight += 2.5 if _counting(pieces, places) else -2.0
    elif beside < 0.6 and (count < 3 or even < 2 or typical < 12):
        return 0.0  # words alone, at no page's end: a turn of phrase
    if typical < 5:
        weight -= 4.0
    if inside:
        weight += 5.0 * inside
    elif beside < 0.6:
        weight -= 3.0
    if _FOLIO.fullmatch(_BLANK.sub("", first)) or _DATE.search(first):
        weight += 2.0
    return weight


def _regularity(places: Sequence[int]) -> tuple[float, float]:
    """The weight of how evenly the places lie, and the lines that typically lie between two."""
    gaps = [b - a for a, b in pairwise(places)]
    typical = median(gaps)
    if len(gaps) < 2:
        return 0.0, typical
    uneven = median(abs(gap - typical) for gap in gaps) / typical
    return (2.0 if uneven < 0.06 else 1.0 if uneven < 0.2 else -1.0), typical


def _numbers(body: str) -> list[int]:
    return [int(n) for n in _NUMBER.findall(body) if n.isascii() and len(n) < 9]


def _step(before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether one number goes up by little from one occurrence to the next, and the others stay."""
    changed = [b - a for a, b in zip(before, after, strict=False) if a != b]
    return len(before) == len(after) and len(changed) == 1 and 0 < changed[0] <= 4


def _interrupts(pieces: Sequence[Piece], i: int, candidates: set[int]) -> bool:
    """Whether the line stands in the midst of a sentence."""
    before = i - 1
    while before >= 0 and before in candidates:
        before -= 1
    after = i + 1
    while after < len(pieces) and after in candidates:
        after += 1
    if before < 0 or after == len(pieces) or len(pieces[before].body) < 8:
        return False
    return tail(pieces[before].body) is not Tail.ENDED


def _rules(pieces: Sequence[Piece]) -> set[int]:
    """Lines drawn with characters: column rules, and those between articles."""
    return {
        i for i, piece in enumerate(pieces) if piece.body[0] in _DRAWN and _RULE.fullmatch(_BLANK.sub("", piece.body))
    }


def _single(pieces: Sequence[Piece], known: set[int]) -> set[int]:
    """Furniture of a text too short for repetition: first and last lines of a page, by their shape."""
    edges = {0, len(pieces) - 1} if pieces else set()
    edges.update(j for i in known for j in (i - 1, i + 1))
    edges.update(j for i, piece in enumerate(pieces) if piece.feed_before for j in (i - 1, i))
    found: set[int] = set()
    waiting = [i for i in edges if 0 <= i < len(pieces) and i not in known]
    while waiting:
        i = waiting.pop()
        if i not in found and _looks_like_furniture(pieces[i].body):
            found.add(i)
            waiting += [j for j in (i - 1, i + 1) if 0 <= j < len(pieces) and j not in known]
    return found


def _looks_like_furniture(body: str) -> bool:
    if len(body) > LONGEST:
        return False
    named = _DATE.search(body) and _PAGE.search(_DATE.sub("", body))
    return bool(_FOLIO.fullmatch(_BLANK.sub("", body)) or _NAMED.fullmatch(body) or named)


def furniture_of(edits: Edits) -> tuple[Furniture, ...]:
    """The furniture that a pass of this rule took out, in order."""
    out: list[Furniture] = []
    for before in edits.befores:
        bodies = [body for line in before.replace("\f", "\n").split("\n") if (body := line.strip(chars.BLANKS))]
        out.extend(_described(body) for body in bodies)
        if not bodies and "\f" in before:
            out.append(Furniture("form_feed", "\f"))
    return tuple(out)


def _described(body: str) -> Furniture:
    kind: FurnitureKind = "running_head"
    page = _PAGE.search(_DATE.sub("", body))
    if _RULE.fullmatch(_BLANK.sub("", body)):
        return Furniture("rule", body)
    if page:
        kind = "folio"
    return Furniture(kind, body, (page[1] or page[2]) if page else None)


PAGE_FURNITURE: Final = Rule(
    "page-furniture",
    "A running head, a folio, a rule or a form feed between the lines of the text",
    find,
    changes=(
        (
            "— 11 —\n全会强调，推动吉林全面振兴率先实现新突破，必须解放\n\f松江晚报\u3000\u300012\n思想、开放包容。\n",
            "全会强调，推动吉林全面振兴率先实现新突破，必须解放\n思想、开放包容。\n",
        ),
        ("全会由省委常委主持。\f\n全会听取和讨论了工作报告。\n", "全会由省委常委主持。\n全会听取和讨论了工作报告。\n"),
    ),
    keeps=(
        "省委召开会议\n全会由省委常委主持，听取和讨论了\n工作报告。\n" * 5,
        "01\n\n全会由省委常委主持。\n\n02\n\n全会听取和讨论了工作报告。\n\n03\n\n全会通过了决定。\n",
        "滑雪场热闹非凡。\n\n新华社发\n\n雪道上人来人往。\n\n新华社发\n\n游客纷纷留影。\n\n新华社发\n",
        "下转第二版\n\n上接第一版\n",
    ),
)
