"""What is only reported: lines that repeat, marks that have no partner, places where a mark may be lost."""

from collections.abc import Iterator
from itertools import compress, pairwise
from typing import Final

from .. import chars
from ..patterns import regex
from ..text import Confidence, Edit
from .neighbours import marks_of
from .rule import Context, Found, Rule

_SHORTEST: Final = 8  # characters of a line whose repetition is worth a look


def _repeated(text: str, context: Context) -> Iterator[Found]:
    lines = text.split("\n")
    bodies = [line.strip(chars.BLANKS) for line in lines]
    visible = list(compress(range(len(lines)), bodies))
    last = start = 0
    for before, k in pairwise(visible):
        if bodies[before] == bodies[k] and len(bodies[k]) >= _SHORTEST:
            start += sum(map(len, lines[last:k])) + k - last
            last = k
            yield Edit(start, start + len(lines[k]), "", Confidence.DOUBTFUL)


REPEATED_LINE: Final = Rule(
    "repeated-line",
    "The same line twice: read twice, or a refrain",
    _repeated,
    (),
    ("大刀向鬼子们的头上砍去", "甲\n甲"),
    reports=("全会听取和讨论了工作报告。\n全会听取和讨论了工作报告。",),
)

_PAIRS: Final = {"“": "”", "「": "」", "『": "』", "《": "》", "（": "）", "【": "】", "〔": "〕"}
_OPENER: Final = {closing: opening for opening, closing in _PAIRS.items()}
_QUOTES: Final = "“「"
_MARK: Final = f"[{''.join(_PAIRS)}{''.join(_OPENER)}]"
_PAIRED: Final = regex(f"{_MARK}{_MARK}*")
_ITEM: Final = regex(r"(?:^|[^0-9A-Za-z])[0-9A-Za-z]{1,3}$|[一二三四五六七八九十]$")  # 1）
_TOLD: Final = 200  # unpaired marks of a paragraph that are reported


def _unpaired(text: str, context: Context) -> Iterator[Found]:
    lines = text.split("\n")
    even: dict[str, bool] = {"": True}  # whether each mark among some stands as often as its partner
    start, carried = 0, ""  # the quotation mark that a paragraph left open for the next to repeat or close
    for k, line in enumerate(lines):
        marks = "".join(_PAIRED.findall(line))
        if marks not in even:
            even[marks] = all(marks.count(opening) == marks.count(closing) for opening, closing in _PAIRS.items())
        if not even[marks]:
            opened, closed = _alone(line)
            if carried and closed and line[closed[0]] == _PAIRS[carried]:
                closed, carried = closed[1:], ""
            if opened and line[opened[-1]] in _QUOTES and _goes_on(lines, k, line[opened[-1]]):
                carried = line[opened.pop()]
            for at in sorted(opened + closed)[:_TOLD]:
                message = "never closed" if line[at] in _PAIRS else "never opened"
                yield Edit(start + at, start + at + 1, line[at], Confidence.DOUBTFUL, f"{line[at]} is {message}")
        start += len(line) + 1


def _alone(line: str) -> tuple[list[int], list[int]]:
    """Offsets of the opening and the closing marks of a paragraph that have no partner in it."""
    stack: list[int] = []
    closed = []
    for at in marks_of(_PAIRED, line):
        ch = line[at]
        if ch in _PAIRS:
            stack.append(at)
            continue
        depth = next((d for d in range(1, min(6, len(stack)) + 1) if line[stack[-d]] == _OPENER[ch]), 0)
        if depth:
            del stack[len(stack) - depth]
        elif ch != "）" or not _ITEM.search(line, max(0, at - 4), at):
            closed.append(at)
    return stack, closed


def _goes_on(lines: list[str], k: int, mark: str) -> bool:
    """Whether a quotation goes on in the next paragraph, which then begins with its mark or closes it."""
    following = next((line for line in lines[k + 1 : k + 4] if line.strip()), "").lstrip(chars.BLANKS)
    return following.startswith(mark) or following.count(_PAIRS[mark]) > following.count(mark)


UNPAIRED_MARK: Final = Rule(
    "unpaired-mark",
    "A quotation mark or bracket without its partner",
    _unpaired,
    (),
    ("1）甲；2）乙", "他说：“好。”", "“第一段。\n“第二段。”", "他说：“第一段。\n第二段。”"),
    "GB/T 15834-2011, 4.8, 4.9",
    reports=("他说：“好。\n然后走了。", "他说好。”\n然后走了。", "（见《论语》"),
)

_JOINED: Final = regex(f"[{chars.HAN_CLASS}][{chars.HAN_CLASS}]*")
_MARKS_START: Final = chars.NO_LINE_START | frozenset(chars.OPENING)
_LINE: Final = 12  # squares of the shortest line that is measured


def _lost(text: str, context: Context) -> Iterator[Found]:
    """Where a line of a page set in squares is one square short, for no reason that its neighbours show."""
    lines = text.split("\n")
    sizes = [len(line.rstrip(" ")) for line in lines[:-1]]
    last = start = 0
    for k, (before, size, after) in enumerate(zip(sizes, sizes[1:], sizes[2:], strict=False), 1):
        if size == after - 1 and before == after >= _LINE and _is_short(*lines[k - 1 : k + 2]):
            start += sum(map(len, lines[last:k])) + k - last
            last = k
            yield Edit(start + size, start + size, "", Confidence.DOUBTFUL)


def _is_short(previous: str, line: str, following: str) -> bool:
    """Whether nothing but a lost mark makes a line one square shorter than its neighbours."""
    # a neighbour that ends in a mark may itself be longer than the measure
    if not all(chars.is_han(one.rstrip(" ")[-1:] or " ") for one in (previous, line, following)):
        return False
    if following[0] in _MARKS_START or following[1] in _MARKS_START or following[0].isascii():
        return False
    return all(ch > "\u2000" for ch in previous + line.rstrip(" ") + following)


LOST_MARK: Final = Rule(
    "lost-mark",
    "The line is one square short: a mark at its end may have been lost",
    _lost,
    (),
    ("牢记嘱托\n感恩奋进", "全会听取和讨论了工作报告，审议\n通过了决定。"),
    reports=(
        "本市行政区域内的专利管理和纠纷的行政处理\n以及有关专利违法行为的查处等专利保护活\n"
        "适用本条例第二条和第三条的规定并依照执行\n各级人民政府。\n",
    ),
)

_SIGNS: Final = regex("(?:[摄攝讯訊]|报道|報道|報導|供图|供圖|供稿|整理|编辑|編輯)$")
_LONG: Final = 40  # characters of a paragraph that surely is prose
_STOP: Final = regex(f"[{chars.STOPS}]")


def _unended(text: str, context: Context) -> Iterator[Found]:
    start = 0
    for line in text.split("\n"):
        if len(line) >= _LONG and chars.is_han(line[-1]) and _STOP.search(line) and not _SIGNS.search(line[-4:]):
            end = start + len(line)
            yield Edit(end, end, "。", Confidence.DOUBTFUL)
        start += len(line) + 1


UNENDED_PARAGRAPH: Final = Rule(
    "unended-paragraph",
    "A paragraph of prose ends without a mark: it may have been lost, or the paragraph cut",
    _unended,
    (),
    ("牢记嘱托 感恩奋进 全力推动吉林全面振兴率先实现新突破", "图为会场。新华社记者 张三 摄"),
    "GB/T 15834-2011, 4.1",
    reports=("全会由省委常委主持。省委书记作讲话。全会听取和讨论了省委常委会委托所作的工作报告，审议通过了决定",),
)

BEFORE_REFLOW: Final = (LOST_MARK,)
AFTER_REFLOW: Final = (REPEATED_LINE, UNPAIRED_MARK, UNENDED_PARAGRAPH)
