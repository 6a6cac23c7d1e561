"""Whether a line goes on in the next one: all evidence of a line end, added up as log odds for a join."""

from collections.abc import Collection, Iterable, Sequence
from itertools import repeat
from typing import Final

from ... import chars
from ...lines import Lines, Tail
from ...patterns import regex
from . import evidence, fields, shapes
from .continuity import MOST, Continuity, language_odds
from .cues import BLOCK, Cues
from .measure import INDENT
from .page import Page

CERTAIN: Final = 3.5  # log odds from which a join needs no second look
BALANCED: Final = -1.0  # log odds from which a line end that stays is worth a person's look
LONELY: Final = 4.0  # log odds that a join by words alone needs where no page end is plain
BOUND: Final = 2.0  # the same where the two characters belong together, and not only a stop is missing
TOGETHER: Final = 1.0  # log odds of continuity from which they do
HOPE: Final = 0.0  # log odds, without the text's own pairs, from which they are looked for
FAINT: Final = -3.0  # the same beside a plain page end
PLAIN: Final = 5.0  # log odds of a plain page end
REACH: Final = 2  # blocks on either side that a change can tell on
_UNWRAPPED: Final = -2.0  # where lines are not wrapped, most ends are a paragraph's
_REST: Final = 3.0  # an indented line is not finished, and a sentence ends in the next, which has no indent
_PROSE: Final = 16  # characters: crossheads are shorter
_INDENTED: Final = 0.5  # from which log odds on paragraphs are indented
_FIRST: Final = -1.2  # headings are lines of their own
_BALANCED: Final = 3.0  # within which a short line's words are asked, too
_LETTERS: Final = regex("[A-Za-z]")
_ONE_LINE, _MORE_LINES = 0.4, -0.3  # a paragraph of exactly one full line is rare
_HEADED: Final = -2.5  # the next line is neither full nor ended: a heading
_PLAIN_HEADING: Final = regex("[^。；—（(“「]{2,}")
_ENDED: Final = Tail.ENDED


def blocks_near(changed: Iterable[int], count: int) -> set[int]:
    """The blocks of so many lines that changes at some lines can tell on."""
    return {i // BLOCK + k for i in changed for k in range(-REACH, REACH + 1)}.intersection(range(-(-count // BLOCK)))


def joins(page: Page, near: Collection[int] | None = None) -> tuple[dict[int, float], set[int]]:
    """The lines that go on in the next, with the log odds, and those that may: of all lines, or of some blocks."""
    out: dict[int, float] = {}
    doubted: dict[int, float] = {}  # what the words alone may join
    balanced: set[int] = set()
    bodies = page.lines.bodies
    for block in range(-(-len(page.lines) // BLOCK)) if near is None else sorted(near):
        _judge(page, block * BLOCK, out, doubted, balanced)
    continuity = Continuity(page.lines)
    able = (i for i, total in doubted.items() if total + MOST >= BOUND)
    bound = {i: continuity.odds(i) for i in able if doubted[i] + continuity.known(i) >= HOPE}
    words = {i: doubted[i] + more for i, more in bound.items()}
    # Pages that plainly cut one paragraph have cut others; a text without such ends was read by somebody.
    plain = {i // BLOCK + k for i in words if words[i] >= PLAIN and bound[i] >= TOGETHER for k in (-1, 0, 1)}
    for i, total in doubted.items() if plain else ():
        if i // BLOCK in plain and i not in words and total + continuity.known(i) >= FAINT:
            words[i] = total + continuity.odds(i)
    for i, total in words.items():
        if total > 0 and (i // BLOCK in plain or total >= (BOUND if bound[i] >= TOGETHER else LONELY)):
            out[i] = total
        elif page.tails[i] is _ENDED or shapes.is_couplet(*bodies[i : i + 2]):
            continue
        elif total > BALANCED:
            balanced.add(i)
    return out, balanced - out.keys()


def _judge(page: Page, first: int, out: dict[int, float], doubted: dict[int, float], balanced: set[int]) -> None:
    """Put the joins of the block that begins with line `first`, and what remains open, where they belong."""
    last, bodies = min(first + BLOCK, len(page.lines) - 1), page.lines.bodies
    meaning = page.cues(first)
    sure, most = _bounds(page.slack[first : first + BLOCK], meaning)
    starts = first - 1 not in out
    plain = _plain_ends(page.lines[first : last + 1]) if sure else repeat(False)
    for i, left, end, is_plain in zip(
        range(first, last), page.slack[first:last], page.tails[first:last], plain, strict=False
    ):
        if end is _ENDED:
            if (left is None or (left > INDENT and most <= 0)) and bodies[i + 1][0] not in evidence.NEVER_FIRST:
                starts = True
                continue
        elif sure and left is not None and left < 0 and (is_plain or _plain(page.lines, i, end)):
            out[i], starts = sure, False
            continue
        total = odds(page, i, starts, meaning)
        if (
            end is not _ENDED
            and (left is None or total <= 0)
            and shapes.seems_cut(bodies[i], bodies[i + 1], end, page.tails[i + 1])
        ):
            balanced.add(i)
        if left is None:
            starts = True
            if total + MOST > 0:
                doubted[i] = total
        else:
            starts = total <= 0
            if not starts:
                out[i] = total
            elif total > BALANCED and end is not _ENDED:
                balanced.add(i)


def _plain_ends(lines: Lines) -> Iterable[bool]:
    """For each line but the last whether `_plain` surely holds at its end: the quick answer for most."""
    asking, weak, wide, bodies = evidence.ASKING, evidence.WEAK_ENDS, chars.IDEOGRAPHIC_SPACE, lines.bodies
    ends = [body[-1] not in weak and wide not in body and "  " not in body for body in bodies]
    return [
        end
        and whole
        and not indent
        and not blanks
        and body[0] not in asking
        and "：" not in body[1:6]
        and ":" not in body[1:6]
        for end, whole, indent, body, blanks in zip(
            ends, ends[1:], lines.indents[1:], bodies[1:], lines.blanks[1:], strict=False
        )
    ]


def _plain(lines: Lines, i: int, end: Tail) -> bool:
    """Whether nothing at the end of a full line `i`, which is no sentence's, asks for a closer look."""
    a, body = lines.bodies[i : i + 2]
    if lines.blanks[i + 1] or lines.indents[i + 1] or a[-1] in evidence.WEAK_ENDS:
        return False
    opening = body[1:6]
    if "：" in opening or ":" in opening or fields.is_fields(a) or fields.is_fields(body):
        return False
    return body[0] not in evidence.ASKING or evidence.head_odds(body, end, a[-1]) >= 0


def _bounds(slack: Sequence[int | None], meaning: Cues) -> tuple[float, float]:
    """What spares a closer look at the line ends of a block.

    The least log odds of a plain end of a full line, 0 where they are not certain; and the most of
    a short line that ends a sentence.
    """
    if slack.count(None) == len(slack):
        return 0.0, 0.0
    blank, indent, short, narrow, within, _ = meaning
    sure = evidence.CUT + blank.absent + indent.absent + within + short.absent + min(0.0, narrow.present)
    most = evidence.ENDED_MOST + max(blank) + max(indent) + within + short.present + max(0.0, narrow.absent)
    return sure if sure + _FIRST >= CERTAIN else 0.0, most


def odds(page: Page, i: int, starts: bool, meaning: Cues) -> float:
    """Log odds that line `i` goes on in the next, continuity aside; `starts` if it begins a paragraph."""
    lines, end = page.lines, page.tails[i]
    a, b = lines.bodies[i : i + 2]
    total = _word_odds(a, b, end)
    total += meaning.blank.present if lines.blanks[i + 1] else meaning.blank.absent
    total += meaning.indent.present if len(lines.indents[i + 1]) > 1 else meaning.indent.absent
    slack = page.slack[i]
    if slack is not None:
        total += meaning.within + _width_odds(page, i, slack, starts, meaning)
        if end is Tail.ENDED and slack < 0:
            total += _heading_odds(page, i + 1, meaning)
            return total + meaning.stopped + (_ONE_LINE if starts else _MORE_LINES)
        if end is not Tail.CUT:
            return total
        total += _FIRST * starts
        return total + language_odds(a[-2:], b[0]) if slack >= 0 and abs(total) < _BALANCED else total
    total += _UNWRAPPED
    if end is Tail.ENDED:
        return total
    ended = page.tails[i + 1] is Tail.ENDED
    total += shapes.shape_odds(a, b, ended) + shapes.stub_odds(a, b)
    if (
        ended
        and lines.indents[i]
        and not lines.indents[i + 1]
        and len(a) >= _PROSE
        and meaning.indent.absent > _INDENTED
    ):
        total += _REST
    if total + evidence.PAIR_MOST + MOST > 0:
        total += evidence.pair_odds(a, b)
    return total


def _heading_odds(page: Page, i: int, meaning: Cues) -> float:
    """What it says against a join with line `i` that it may be a heading, which has no indent, either."""
    room, lines = page.slack[i], page.lines
    if room is None or room <= INDENT or page.tails[i] is not Tail.CUT:
        return 0.0
    opens = i + 1 == len(lines) or len(lines.indents[i + 1]) > 1 or lines.blanks[i + 1]
    plain = opens and _PLAIN_HEADING.fullmatch(lines.bodies[i])
    return _HEADED - (max(0.0, meaning.indent.absent) if plain else 0.0)


def _word_odds(a: str, b: str, end: Tail) -> float:
    """What the words of a line and of the next say, wherever they stand."""
    last = a[-1]
    total = evidence.tail_odds(a, end) + evidence.head_odds(b, end, last)
    if last <= "z":
        total += evidence.latin_odds(a, b)
    total += fields.field_odds(a, b)
    if last in evidence.NUMERAL:
        total += evidence.number_odds(a, b)
    return total + fields.dateline_odds(a, b) if a[0] in fields.AGENCY else total


def _width_odds(page: Page, i: int, slack: int, starts: bool, meaning: Cues) -> float:
    """What the widths of line `i`, which left some cells empty, and of the next say."""
    short, narrow = meaning.short, meaning.narrow
    total, after = 0.0, page.slack[i + 1]
    if after is not None and after <= INDENT and page.tails[i + 1] is not Tail.ENDED:
        total += narrow.present if after >= 0 else narrow.absent
    if slack < 0 or (slack <= INDENT and starts and narrow.present < 0):
        return total + short.absent
    if page.tails[i] is Tail.OPEN:  # a comma waits for more, and OCR's Western letters may have been wider
        slack = max(0, slack - len(_LETTERS.findall(page.lines.bodies[i])))
    if not slack:  # the measure itself may be a cell too wide
        return total + (short.absent + short.present) / 2
    return total + short.present - min(4.0, max(0, slack - 6) / 4)
