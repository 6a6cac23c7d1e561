"""Paragraphs: lines that were wrapped or cut are joined, and each block stands by itself.

At every line end the evidence of the page (measure, cues) and of the words (evidence, continuity)
is added up as log odds, as if each piece stood for itself (decide).
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from ...lines import Line, lines_of, width
from ...text import Confidence, Edit
from ..rule import Context, Found, Rule
from .decide import CERTAIN, joins
from .page import Page

_ROUNDS: Final = 8
_NUMBERS: Final = frozenset("0123456789")


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
    for n in range(_ROUNDS):
        found = joins(Page(lines))
        if n and not found:
            break
        joined.update((lasts[i], total) for i, total in found.items())
        lasts = [last for i, last in enumerate(lasts) if i not in found]
        lines = _merged(lines, found)
    for i in sorted(joined):
        a, b = original[i], original[i + 1]
        between = joint(a.body, b.body)
        if joined[i] >= CERTAIN:
            yield a.end, b.start + len(b.indent), between
        else:
            message = "a paragraph seems to go on here"
            yield Edit(a.end, b.start + len(b.indent), between, Confidence.LIKELY, message)


def _merged(lines: Sequence[Line], joins: Container[int]) -> list[Line]:
    """The lines after joining, as paragraphs with a blank line between two."""
    out: list[Line] = []
    pieces: list[str] = []
    start = cells = 0
    for i, line in enumerate(lines):
        pieces.append(line.body)
        cells += line.width - (width(line.indent) if line.indent else 0)
        if i in joins:
            between = joint(line.body, lines[i + 1].body)
            if between:
                pieces.append(between)
                cells += 1
            continue
        body = "".join(pieces)
        out.append(Line(start, "", body, cells, min(len(out), 1)))
        start += len(body) + 2
        pieces, cells = [], 0
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
