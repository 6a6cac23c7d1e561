"""Page furniture: running heads, folios, column rules and form feeds, found by their repetition and place.

A line is furniture not for what it says but for how it recurs: once a page, with the page's number
counting up, in the midst of sentences. Crossheads that count (01, 02) and captions that recur
stand between paragraphs instead, wherever an article wants them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ... import chars
from ...model import Furniture, FurnitureKind
from ...patterns import regex
from ...text import Confidence, Edit, Edits
from ..rule import Context, Found, Rule
from .pieces import BLANK, DATE, FOLIO, LONGEST, PAPER, SOURCE, Piece, Pieces, is_nameplate
from .recurrence import counting, eligible, interrupts, key, recurring

_DRAWN: Final = "-—─━_=＝*＊~～"
_RULE: Final = regex(f"[{_DRAWN}]{{4,}}")
# And a name beside a page's number: a gap between the two, or the date and 第3版.
_NAMED: Final = regex(
    r"\d{1,4}(?:\s{2,}|\u3000)\S{2,12}|\S{2,12}(?:\s{2,}|\u3000+)\d{1,4}"
    r"|(?!.*[转轉接])(?:第[\d一二三四五六七八九十]{1,4}[版页頁]\s*\S{0,8}|\S{2,8}\s*第[\d一二三四五六七八九十]{1,4}[版页頁])"
)
_SENTENCE: Final = regex("[，。；！？]")
_TWO_PAGES, _SHORT = 16, 240  # lines of two pages, at the least and at the most
_NUMBER: Final = regex(r"\d{1,4}")
_CITED: Final = regex(rf"[（(]{DATE.pattern}")  # 《人民日报》（2023年11月28日 第3版） names a source
_DAYS: Final = regex(rf"{DATE.pattern}(?:\s*[-—–~～至]+\s*(?:\d{{1,4}}[年./-])?(?:\d{{1,2}}[月./-])?\d{{1,2}}日?)?")
_NAME: Final = 14  # characters of a paper's name, its page and day of the week
_PAGE: Final = regex(
    r"(?:第\s*)?([A-Z]?\d{1,4}|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]+)\s*[版页頁]|(?<![\d第])(\d{1,4})(?!\d)"
)


def find(text: str, context: Context) -> Iterator[Found]:
    """The stretches of page furniture, each from the text before it to the text after."""
    pieces = Pieces(text)
    known = recurring(pieces) | _rules(pieces)
    known |= _at_the_top(pieces, known)
    likely = _second_page(pieces) - known
    likely |= _single(pieces, known | likely)
    if len(likely) == len(pieces):
        likely = set()  # else nothing would be left to print
    gone = known | likely
    gone -= _listed(pieces, gone)
    stops = sorted(gone | pieces.feeds)
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


def _rules(pieces: Pieces) -> set[int]:
    """Lines drawn with characters: column rules, and those between articles."""
    drawn = frozenset(_DRAWN)
    return {i for i, body in enumerate(pieces.bodies) if body[0] in drawn and _RULE.fullmatch(BLANK.sub("", body))}


def _at_the_top(pieces: Pieces, known: set[int]) -> set[int]:
    """The first line that is not known yet, if it is plainly the paper's own: its name with the day and the page."""
    first = next((i for i in range(len(pieces)) if i not in known), 0)
    return {first} if len(pieces) > first + 1 and is_nameplate(pieces.bodies[first]) else set()


def _second_page(pieces: Pieces) -> set[int]:
    """The furniture of two pages: the first line stands once more, behind a folio or a form feed, or counts on."""
    if not _TWO_PAGES <= len(pieces) <= _SHORT or not eligible(pieces[0].body):
        return set()
    first = pieces[0].body
    again = [i for i in range(_TWO_PAGES // 2, len(pieces)) if key(pieces[i].body) == key(first)]
    if len(again) != 1 or not key(first).strip("#"):
        return set()
    at = again[0]
    foot = pieces[at - 1].body
    folio = _page_of(foot)
    if not (folio or pieces[at].feed_before or _counts_pages(pieces, at)):
        return set()
    found = {0, at}
    if folio:
        found.add(at - 1)
        if key(pieces[-1].body) == key(foot) and _page_of(pieces[-1].body) == folio + 1:
            found.add(len(pieces) - 1)
    return found


def _counts_pages(pieces: Pieces, at: int) -> bool:
    """Whether a line counts on from the first as a page's head does: with a day or a paper, or in mid-sentence.

    What else counts is a heading: 问题1, 第2天, 2024年大事记.
    """
    first, again = pieces[0].body, pieces[at].body
    if first == again or not counting(pieces, [0, at]):
        return False
    return bool(DATE.search(again) or PAPER.search(again)) or interrupts(pieces, at, {at})


def _page_of(body: str) -> int:
    """The page that a line numbers, and does nothing else; 0 if it does not."""
    body = BLANK.sub("", body)
    number = _NUMBER.search(body)
    return int(number[0]) if number and (number[0] == body or FOLIO.fullmatch(body)) else 0


def _single(pieces: Pieces, known: set[int]) -> set[int]:
    """Furniture of a text too short for repetition: first and last lines of a page, by their shape."""
    edges = {0, len(pieces) - 1} if pieces else set()
    edges.update(j for i in known for j in (i - 1, i + 1))
    edges.update(j for i in pieces.feeds for j in (i - 1, i))
    if len(pieces) <= _SHORT:
        plain = (i for i, body in enumerate(pieces.bodies) if is_nameplate(body))
        edges.update(i for i in plain if interrupts(pieces, i, known))
    found: set[int] = set()
    waiting = [i for i in edges if 0 <= i < len(pieces) and i not in known]
    while waiting:
        i = waiting.pop()
        if i not in found and _looks_like_furniture(pieces[i].body):
            found.add(i)
            waiting += [j for j in (i - 1, i + 1) if 0 <= j < len(pieces) and j not in known]
    return found


def _listed(pieces: Pieces, found: set[int]) -> set[int]:
    """Those in a row that name more than one day: a list of sources, where a page has one day."""
    out: set[int] = set()
    for i in sorted(found - {0}):
        days = [DATE.search(pieces[k].body) for k in (i - 1, i) if k in found]
        if len(days) == 2 and days[0] and days[1] and BLANK.sub("", days[0][0]) != BLANK.sub("", days[1][0]):
            out |= {i - 1, i}
    return out


def _looks_like_furniture(body: str) -> bool:
    if len(BLANK.sub("", body)) > LONGEST or _SENTENCE.search(body) or SOURCE.match(body):
        return False
    named = DATE.search(body) and not _CITED.search(body) and _PAGE.search(_DAYS.sub("", body))
    if named and not BLANK.search(body) and len(_DAYS.sub("", body)) > _NAME:
        return False  # prose
    return bool(FOLIO.fullmatch(BLANK.sub("", body)) or _NAMED.fullmatch(body) or named)


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
    if _RULE.fullmatch(BLANK.sub("", body)):
        return Furniture("rule", body)
    kind: FurnitureKind = "running_head"
    page = _PAGE.search(DATE.sub("", body))
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
