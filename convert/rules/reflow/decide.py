"""Whether a line goes on in the next one: all evidence of a line end, added up as log odds for a join."""

from typing import Final

from ...lines import Line, Tail
from . import evidence
from .continuity import MOST, Continuity
from .cues import Cues
from .measure import INDENT
from .page import Page

CERTAIN: Final = 3.5  # log odds from which a join needs no second look
LONELY: Final = 3.0  # log odds that a join by words alone needs where no page's end is plain
NEAR: Final = 48  # lines: plain page ends are looked for in so many and their neighbours

_WRAPPED: Final = 1.0  # where lines are wrapped, most ends are no paragraph's
_UNWRAPPED: Final = -2.5  # and else most are
_FIRST: Final = -1.2  # headings are lines of their own
_BLIND: Final = 9.0  # of a line that was cut by counting characters


def joins(page: Page) -> dict[int, float]:
    """The lines that go on in the next one, with the log odds."""
    lines, tails, slack = page.lines, page.tails, page.slack
    continuity, starts = Continuity(lines), True
    ended, cut = Tail.ENDED, Tail.CUT
    out: dict[int, float] = {}
    doubted: dict[int, float] = {}  # joins by the words alone
    for i in range(len(lines) - 1):
        left = slack[i]
        if left is None:
            if tails[i] is ended and lines[i + 1].body[0] not in evidence.NEVER_FIRST:
                starts = True
                continue
        elif left < 0 and not starts and tails[i] is cut and _plain(lines[i], lines[i + 1]):
            total = _plain_odds(page.cues(i))
            if total >= CERTAIN:
                out[i] = total
                continue
        total = odds(page, i, starts, continuity)
        starts = total <= 0
        if not starts:
            (doubted if left is None else out)[i] = total
    # Pages that plainly cut one paragraph have cut others; a text without such ends was read by somebody.
    plain = {k for i, total in doubted.items() if total >= CERTAIN for k in range(i // NEAR - 1, i // NEAR + 2)}
    out.update((i, total) for i, total in doubted.items() if i // NEAR in plain or total >= LONELY)
    return out


def _plain(a: Line, b: Line) -> bool:
    """Whether nothing at a full line's end asks for a closer look: the short way through well wrapped text."""
    if b.blanks_before or b.indent or a.body[-1] in evidence.WEAK_ENDS:
        return False
    return b.body[0] not in evidence.TELLING and "：" not in b.body[1:6] and ":" not in b.body[1:6]


def _plain_odds(meaning: Cues) -> float:
    """The least that `odds` gives for such a line end."""
    narrow = min(0.0, meaning.narrow.present)
    return evidence.CUT + meaning.blank.absent + meaning.indent.absent + _WRAPPED + meaning.short.absent + narrow


def odds(page: Page, i: int, starts: bool, continuity: Continuity) -> float:
    """Log odds that line `i` goes on in the next; `starts` if it begins a paragraph."""
    if i in page.blind:
        return _BLIND
    a, b, meaning, end = page.lines[i], page.lines[i + 1], page.cues(i), page.tails[i]
    total = evidence.tail_odds(a.body, end) + evidence.head_odds(b.body)
    total += meaning.blank.present if b.blanks_before else meaning.blank.absent
    total += meaning.indent.present if len(b.indent) > 1 else meaning.indent.absent
    slack = page.slack[i]
    if slack is not None:
        total += _WRAPPED + _width_odds(page, i, slack, starts)
        return total + _FIRST if starts and end is Tail.CUT else total
    total += _UNWRAPPED
    if end is Tail.ENDED:
        return total
    total += evidence.shape_odds(a.body, b.body, page.tails[i + 1] is Tail.ENDED)
    if total + 3.0 + MOST > 0 and evidence.opens(a.body):
        total += 3.0
    return total if total + MOST <= 0 else total + continuity.odds(i)


def _width_odds(page: Page, i: int, slack: int, starts: bool) -> float:
    """What the widths of line `i`, which left some cells empty, and of the next say."""
    meaning = page.cues(i)
    short, narrow = meaning.short, meaning.narrow
    total, after = 0.0, page.slack[i + 1]
    if after is not None and after <= INDENT and page.tails[i + 1] is not Tail.ENDED:
        total += narrow.present if after >= 0 else narrow.absent
    if slack < 0 or (slack <= INDENT and starts and narrow.present < 0):
        return total + short.absent
    return total + short.present - min(4.0, max(0, slack - 6) / 4)
