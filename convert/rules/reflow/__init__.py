"""Paragraphs: lines that were wrapped or cut are joined, and each block stands by itself.

At every line end the evidence of the page (measure, cues) and of the words (evidence, continuity)
is added up as log odds, as if each piece stood for itself (decide).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import add, sub
from typing import Final

from ... import chars
from ...lines import Lines, Tail, lines_of, tail, width
from ...text import Confidence, Edit, Span
from ..rule import Context, Found, Rule
from .decide import CERTAIN, blocks_near
from .evidence import is_open
from .seam import Seams
from .shares import weigh
from .twice import blank_between, cut_blindly, cut_once

_ROUNDS: Final = 8
_END: Final = 400  # characters of a line's end that tell how it ends


def find(text: str, context: Context) -> Iterator[Found]:
    """The line ends that no writer put there.

    What was joined is looked at again as paragraphs, until nothing more is found: so the cleaned
    text holds nothing that cleaning it again would join.
    """
    original, seams = lines_of(text), Seams(text)
    blind = cut_blindly(original)
    joined = dict.fromkeys(blind, CERTAIN)
    lines, lasts = cut_once(original, blind)  # the last line of the original in each line
    doubted: set[int] = set()
    near: set[int] | None = None
    squares: set[int] = set()
    for n in range(_ROUNDS):
        found, balanced, squares_near = weigh(lines, near, context)
        doubted.update(lasts[i] for i in balanced)
        if n and not found:
            break
        joined.update((lasts[i], total) for i, total in found.items())
        if not n:
            squares = {lasts[i] for i in squares_near}
        ends = [i for i in range(len(lines)) if i not in found]
        if n:
            near = blocks_near((i - k for k, i in enumerate(sorted(found))), len(ends))
        lines, lasts = _merged(lines, ends, _western(lines, found, seams)), [lasts[i] for i in ends]
    doubted -= joined.keys()
    yield from _edits(original, joined, doubted, blind, squares, seams)


def _edits(
    lines: Lines, joined: Mapping[int, float], doubted: set[int], blind: set[int], squares: set[int], seams: Seams
) -> Iterator[Found]:
    """What closes the line ends that were found, in order: nearly always nothing takes their place."""
    firsts = list(map(add, lines.starts, map(len, lines.indents)))
    ends, bodies = list(map(add, firsts, map(len, lines.bodies))), lines.bodies
    asked = {i for i, total in joined.items() if total < CERTAIN or bodies[i][-1] < "\x80"} | doubted | blind
    for i in sorted([*joined, *doubted]):
        if i not in asked:
            yield ends[i], firsts[i + 1], ""
            continue
        start, end, between = ends[i], firsts[i + 1], ""
        if i in blind:
            between = blank_between(lines, i)
        elif bodies[i][-1] < "\x80" > bodies[i + 1][0]:
            between, less = seams.between(bodies[i], bodies[i + 1], i in squares)
            start -= less
        if i in doubted:
            yield Edit(start, end, between, Confidence.DOUBTFUL, "too little tells whether the paragraph goes on here")
        elif joined[i] < CERTAIN:
            yield Edit(start, end, between, Confidence.LIKELY, "a paragraph seems to go on here")
        elif start < ends[i]:
            yield Edit(start, end, between, Confidence.LIKELY, "a hyphen parts a word here")
        else:
            yield start, end, between


def stays_open(text: str, span: Span) -> bool:
    """Whether a quotation or bracket is open at the end of the line with a span, or of the one before it.

    No sentence ends there: a mark that was straight when the line ends were weighed tells that a paragraph goes on.
    """
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    before = len(text[max(0, start - _END) : start].rstrip(chars.BLANKS + "\n")) + max(0, start - _END)
    for at in (before, end if end >= 0 else len(text)):
        body = text[max(0, at - _END) : at].rpartition("\n")[2].rstrip(chars.BLANKS)
        if body and tail(body) is not Tail.ENDED and is_open(body):
            return True
    return False


def _western(lines: Lines, found: Iterable[int], seams: Seams) -> dict[int, tuple[str, int]]:
    """What stands between the halves of Western text, and how many characters of the first go, where not nothing."""
    bodies = lines.bodies
    asked = [i for i in found if bodies[i][-1] < "\x80" > bodies[i + 1][0]]
    return {i: seam for i in asked if (seam := seams.between(bodies[i], bodies[i + 1])) != ("", 0)}


def _merged(lines: Lines, ends: Sequence[int], western: Mapping[int, tuple[str, int]]) -> Lines:
    """The lines after joining, as paragraphs with a blank line between two; no offsets are kept.

    `ends` are the last lines of the paragraphs, `western` what is put in and taken out between Western halves.
    """
    pieces, wide = list(lines.bodies), {indent: width(indent) for indent in set(lines.indents)}
    cells = list(map(sub, lines.widths, map(wide.__getitem__, lines.indents)))
    for i, (between, less) in western.items():
        pieces[i] = pieces[i][: len(pieces[i]) - less] + between
        cells[i] += len(between) - less
    firsts, count = [0, *(end + 1 for end in ends)], len(ends)
    bodies = [
        pieces[end] if first == end else "".join(pieces[first : end + 1])
        for first, end in zip(firsts, ends, strict=False)
    ]
    totals = list(accumulate(cells, initial=0))
    widths = [totals[end + 1] - totals[first] for first, end in zip(firsts, ends, strict=False)]
    return Lines([0] * count, [""] * count, bodies, widths, [int(i > 0) for i in range(count)])


def form(text: str, context: Context) -> Iterator[Found]:
    """The white space around lines that is not one blank line between two."""
    start = last = 0
    between = ""
    for raw in text.split("\n"):
        body = raw.strip(chars.BLANKS)
        if body:
            at = start if raw[0] == body[0] else start + raw.index(body[0])
            if text[last:at] != between:
                yield last, at, between
            last, between = at + len(body), "\n\n"
        start += len(raw) + 1
    ending = "\n" if last else ""
    if text[last:] != ending:
        yield last, len(text), ending


BROKEN_PARAGRAPH: Final = Rule(
    "broken-paragraph",
    "A paragraph cut in two by a line end, a page's or a column's end",
    find,
    changes=(
        (
            "要把学习全会精神与贯彻2015年（长\n\n春）和2018年（沈阳）两次东北振兴座谈会精神结合起来。\n",
            "要把学习全会精神与贯彻2015年（长春）和2018年（沈阳）两次东北振兴座谈会精神结合起来。\n",
        ),
        (
            "\u3000\u3000老码头曾是江城最繁忙的货运港\n"
            "口。港口外迁以后，这里一度堆满了\n"
            "集装箱和废旧船只，成为城市中心的\n"
            "一块“伤疤”。\n"
            "\u3000\u3000公园保留了三座起重机、一段铁\n"
            "轨和六间红砖仓库，让人们记得这座\n"
            "城市是从哪里来的。\n",
            "\u3000\u3000老码头曾是江城最繁忙的货运港口。港口外迁以后，这里一度堆满了集装箱和废旧船只，成为城市中心的一块“伤疤”。\n"
            "\u3000\u3000公园保留了三座起重机、一段铁轨和六间红砖仓库，让人们记得这座城市是从哪里来的。\n",
        ),
    ),
    keeps=(
        "长白天下雪 吉美在延边\n\n延边冰雪旅游季“火热”开启\n\n大厅内，滑雪爱好者们井然有序地在办理滑雪卡。\n",
        "李广友 摄\n\n我省选手获得全部雪车项目金牌\n",
    ),
    reach=8_000,
)
PARAGRAPH_FORM: Final = Rule(
    "paragraph-form",
    "Indents, trailing spaces and blank lines other than one between two paragraphs",
    form,
    changes=(("\n\n　　全会由省委常委主持。  \n　　全会强调\n", "全会由省委常委主持。\n\n全会强调\n"),),
    keeps=("全会由省委常委主持。\n\n全会强调\n", ""),
    reach=100,
)
