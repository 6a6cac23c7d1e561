"""Paragraphs: lines that were wrapped or cut are joined, and each block stands by itself.

At every line end the evidence of the page (measure, cues) and of the words (evidence, continuity) is added up as
log odds, as if each piece stood for itself.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from ...lines import Line, Tail, lines_of, width
from ...text import Confidence, Edit
from ..rule import Context, Found, Rule
from . import evidence
from .continuity import MOST, Continuity
from .measure import INDENT
from .page import Page

_CERTAIN: Final = 3.5  # log odds from which a join needs no second look
_UNWRAPPED: Final = -2.5  # where lines are not wrapped, most line ends are a paragraph's
_FIRST: Final = -1.2  # headings are lines of their own
_BLIND: Final = 9.0  # of a line that was cut by counting characters
NEAR: Final = 48  # lines: page ends are looked for in so many and their neighbours
LONELY: Final = 3.0  # log odds that a join by words alone needs elsewhere
_ROUNDS: Final = 8
_NUMBERS: Final = frozenset("0123456789")


def odds(page: Page, i: int, starts: bool, continuity: Continuity) -> float:
    """Log odds that the line after line `i` continues it; `starts` if line `i` begins a paragraph."""
    if i in page.blind:
        return _BLIND
    a, b, meaning = page.lines[i], page.lines[i + 1], page.cues(i)
    total = evidence.tail_odds(a.body, page.tails[i]) + evidence.head_odds(b.body)
    total += meaning.blank.present if b.blanks_before else meaning.blank.absent
    total += meaning.indent.present if b.indent else meaning.indent.absent
    slack = page.slack[i]
    if slack is not None:
        total += 1.0 + _width_odds(page, i, slack, starts)
        return total + _FIRST if starts and page.tails[i] is Tail.CUT else total
    total += _UNWRAPPED
    if page.tails[i] is Tail.ENDED:
        return total
    total += evidence.shape_odds(a.body, b.body, page.tails[i + 1] is Tail.ENDED)
    if evidence.open_pairs(a.body):
        total += 3.0
    return total if total + MOST <= 0 else total + continuity.odds(i)


def _width_odds(page: Page, i: int, slack: int, starts: bool) -> float:
    """What the widths of line `i`, which left some cells empty, and of the next say."""
    short, narrow = page.cues(i).short, page.cues(i).narrow
    total, after = 0.0, page.slack[i + 1]
    if after is not None and after <= INDENT and page.tails[i + 1] is not Tail.ENDED:
        total += narrow.present if after >= 0 else narrow.absent
    if slack < 0 or (slack <= INDENT and starts and narrow.present < 0):
        return total + short.absent
    return total + short.present - min(4.0, max(0, slack - 6) / 4)


def joint(a: str, b: str) -> str:
    """What stands between two halves: a space between Latin words, else nothing."""
    left, right = a[-1], b[0]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return "" if left in _NUMBERS and right in _NUMBERS else " "
    return " " if left in ",.;:!?" and right.isascii() and right.isalpha() else ""


def find(text: str, context: Context) -> Iterator[Found]:
    """The line ends that no writer put there.

    What was joined is looked at again as paragraphs, until nothing more is found: so the cleaned
    text holds nothing that cleaning it again would join.
    """
    original = lines = lines_of(text)
    lasts = list(range(len(lines)))  # the last line of the original in each line
    joined: dict[int, float] = {}
    for _ in range(_ROUNDS):
        found = _joins(Page(lines))
        if not found:
            break
        joined.update((lasts[i], total) for i, total in found.items())
        lasts = [last for i, last in enumerate(lasts) if i not in found]
        lines = _merged(lines, found)
    for i in sorted(joined):
        a, b = original[i], original[i + 1]
        between = joint(a.body, b.body)
        if joined[i] >= _CERTAIN:
            yield a.end, b.start + len(b.indent), between
        else:
            message = "a paragraph seems to go on here"
            yield Edit(a.end, b.start + len(b.indent), between, Confidence.LIKELY, message)


def _joins(page: Page) -> dict[int, float]:
    """The lines that go on in the next one, with the log odds."""
    continuity, starts = Continuity(page.lines), True
    out: dict[int, float] = {}
    doubted: dict[int, float] = {}  # joins by the words alone
    for i in range(len(page.lines) - 1):
        total = odds(page, i, starts, continuity)
        starts = total <= 0
        if not starts:
            (out if page.slack[i] is not None else doubted)[i] = total
    # Pages that cut one paragraph plainly are sure to have cut others; a text without such has been read by somebody.
    plain = {k for i, total in doubted.items() if total >= _CERTAIN for k in range(i // NEAR - 1, i // NEAR + 2)}
    out.update((i, total) for i, total in doubted.items() if total > (0.0 if i // NEAR in plain else LONELY))
    return out


def _merged(lines: Sequence[Line], joins: Container[int]) -> list[Line]:
    """The lines after joining, as paragraphs with a blank line between two."""
    out: list[Line] = []
    pieces: list[str] = []
    start = 0
    for i, line in enumerate(lines):
        pieces.append(line.body)
        if i in joins:
            pieces.append(joint(line.body, lines[i + 1].body))
            continue
        body = "".join(pieces)
        out.append(Line(start, "", body, width(body), min(len(out), 1)))
        start += len(body) + 2
        pieces = []
    return out


def form(text: str, context: Context) -> Iterator[Found]:
    """The white space around lines that is not one blank line between two."""
    last, between = 0, ""
    for line in lines_of(text):
        body = line.start + len(line.indent)
        if text[last:body] != between:
            yield last, body, between
        last, between = line.end, "\n\n"
    ending = "\n" if last else ""
    if text[last:] != ending:
        yield last, len(text), ending


BROKEN_PARAGRAPH: Final = Rule(
    "broken-paragraph",
    "a paragraph cut in two by a line end, a page's or a column's end",
    find,
    changes=(
        (
            "今年新赛季，延边州将继续丰富和优化文旅产品的供给，完善配套设施，打造更多体验场景，以更加昂扬的斗\n\n志推动发展。\n",
            "今年新赛季，延边州将继续丰富和优化文旅产品的供给，完善配套设施，打造更多体验场景，以更加昂扬的斗志推动发展。\n",
        ),
    ),
    keeps=(
        "长白天下雪 吉美在延边\n\n延边冰雪旅游季“火热”开启\n\n大厅内，滑雪爱好者们井然有序地在办理滑雪卡。\n",
        "李广友 摄\n\n我省选手获得全部雪车项目金牌\n",
    ),
)
PARAGRAPH_FORM: Final = Rule(
    "paragraph-form",
    "indents, trailing spaces and blank lines other than one between two paragraphs",
    form,
    changes=(("\n\n　　全会由省委常委主持。  \n　　全会强调\n", "全会由省委常委主持。\n\n全会强调\n"),),
    keeps=("全会由省委常委主持。\n\n全会强调\n", ""),
)
