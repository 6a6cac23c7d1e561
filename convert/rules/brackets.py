"""Brackets in Chinese text: half-width ones, and pairs whose halves do not match."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .neighbours import ROW, Kept, is_wide, left_of, marks_of, right_of
from .rule import Context, Found, Rule

_ROUND: Final = regex("[()（）][()（）]*")
_FARTHEST: Final = 400  # characters between the halves of a pair


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the round brackets that belong together, -1 for a half that is alone; in order of the closing half."""
    stack: list[int] = []
    for at in marks_of(_ROUND, text):
        if text[at] in "(（":
            stack.append(at)
        elif stack and at - stack[-1] <= _FARTHEST:
            yield stack.pop(), at
        else:
            stack.clear()
            yield -1, at
    for at in stack:
        yield at, -1


def _has_wide(text: str, start: int, end: int) -> bool:
    return _WIDE_CHARACTER.search(text, start, end) is not None


_WIDE_CHARACTER: Final = regex("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff，。、；：？！《》“”]")


def _round(text: str, context: Context) -> Iterator[Found]:
    if "(" not in text and ")" not in text:
        return
    kept, found = Kept(text), []
    for start, end in _pairs(text):
        halves = [at for at in (start, end) if at >= 0]
        half = [at for at in halves if text[at] in "()"]
        if not half or any(at in kept for at in half):
            continue
        if start >= 0 and end >= 0:
            full = len(half) == 1 or _in_chinese(text, start, end)
        else:
            at = half[0]
            full = _alone_in_chinese(text, at)
        if full:
            found += [(at, at + 1, "（" if text[at] == "(" else "）") for at in half]
    yield from sorted(found)


def _alone_in_chinese(text: str, at: int) -> bool:
    """Whether a half whose partner is missing belongs to Chinese text; 1) and ii) have none."""
    if text[at] == ")" and is_wide(text[at + 1 : at + 2]):
        return is_wide(left_of(text, at)) or bool(_NUMBER.search(text[max(0, at - 5) : at]))
    return is_wide(left_of(text, at)) and (is_wide(right_of(text, at + 1)) or text[at] == ")")


_NUMBER: Final = regex(r"(?:^|[^0-9A-Za-z.])(?:[0-9]{1,2}|[ivx]{1,4}|[A-Za-z])$")


def _in_chinese(text: str, start: int, end: int) -> bool:
    """Whether a pair of half-width brackets belongs to Chinese text."""
    if _has_wide(text, start + 1, end):
        return True
    before = text[start - 1 : start]
    if before.isascii() and before.isalnum():
        return False  # f(x), 12(3), Ca(OH)2
    return is_wide(left_of(text, start)) or (is_wide(right_of(text, end + 1)) and not before.strip())


HALFWIDTH_BRACKET: Final = Rule(
    "halfwidth-bracket",
    "Half-width brackets in Chinese text",
    _round,
    (
        ("就《决定(讨论稿)》作了说明", "就《决定（讨论稿）》作了说明"),
        ("(2023年11月28日通过)", "（2023年11月28日通过）"),
        ("世界卫生组织(WHO)说", "世界卫生组织（WHO）说"),
    ),
    ("函数f(x)与Ca(OH)2", "see the note (above)", "2023年（癸卯）", "王明. 振兴[J]. 学报, 2020, 12(3): 45-50."),
    "GB/T 15834-2011, 4.9",
    seeks="()",
    reach=500,
)

_SQUARE: Final = regex(r"【[^【】\[\]\n]{1,30}(\])|(\[)[^【】\[\]\n]{1,30}】")


def _square(text: str, context: Context) -> Iterator[Found]:
    """【本报讯]: the half that is whole proves what the other was."""
    if "【" in text or "】" in text:
        for match in _SQUARE.finditer(text):
            half = 1 if match[1] else 2
            yield Edit(*match.span(half), "】" if half == 1 else "【", Confidence.LIKELY)


MISREAD_LENTICULAR: Final = Rule(
    "misread-lenticular",
    "A half of 【】 that was read as a square bracket, as its partner shows",
    _square,
    (("【本报讯] 昨天下雪", "【本报讯】 昨天下雪"), ("[本報訊】記者王五", "【本報訊】記者王五")),
    ("【本报讯】见[1]", "[1]【注】", "【甲[乙]丙】"),
    seeks="\\[\\]",
    reach=50,
)

_ANY: Final = regex("[()（）〈〉《》][()（）〈〉《》]*")
_CLOSES: Final = {")": "(（", "）": "(（", "〉": "〈", "》": "《"}
_NEAR: Final = 80  # characters between a misread half and its partner


_PAIRED: Final = ("《》", "〈〉", "（）", "()", "(）", "（)")
_DEEPEST: Final = 4  # pairs within pairs that the quick look takes away


def _may_be_misread(text: str) -> bool:
    """Whether a round bracket closes behind an angle one, all that pairs aside: the quick look."""
    marks = "".join(row for row in _ANY.findall(text) if len(row) <= ROW) if "〈" in text or "《" in text else ""
    for _ in range(_DEEPEST):
        for pair in _PAIRED:
            marks = marks.replace(pair, "")
    misread = (opening + closing for opening, closing in product("〈《", ")）"))
    return any(pair in marks for pair in (*_PAIRED, *misread))


def _misread(text: str, context: Context) -> Iterator[Found]:
    """〈县） and 《县）: the closing half proves what the opening one was."""
    if not _may_be_misread(text):
        return
    tokens = list(marks_of(_ANY, text))
    closed_later = [False] * (len(tokens) + 1)  # whether the next angle bracket is a closing one
    for k in range(len(tokens) - 1, -1, -1):
        ch = text[tokens[k]]
        closed_later[k] = closed_later[k + 1] if ch in "()（）" else ch in "〉》"
    stack: list[int] = []
    found = []
    for k, at in enumerate(tokens):
        ch = text[at]
        if ch not in _CLOSES:
            stack.append(at)
        elif stack and text[stack[-1]] in _CLOSES[ch]:
            stack.pop()
        elif stack and ch in ")）" and text[stack[-1]] in "〈《" and at - stack[-1] <= _NEAR:
            # its own partner may come yet, or a round bracket before it be open
            outer = text[stack[-2]] if len(stack) > 1 and at - stack[-2] <= _NEAR else ""
            if not closed_later[k + 1] and outer not in ("(", "（"):
                found.append(stack[-1])
            stack.pop()
        elif ch in "》〉":
            stack.clear()
    yield from (Edit(at, at + 1, "（", Confidence.LIKELY) for at in sorted(found))


MISREAD_BRACKET: Final = Rule(
    "misread-bracket",
    "A round bracket that was read as an angle bracket, as its partner shows",
    _misread,
    (("市和区〈县）人民政府", "市和区（县）人民政府"), ("区《县)人民政府", "区（县)人民政府")),
    ("《决定（讨论稿）》", "（见《论语）", "《1）甲 2）乙》", "〈县〉"),
)

_CORNER: Final = regex(r"[「」\[\]|]")


def _misread_corner(text: str, context: Context) -> Iterator[Found]:
    """[行動」 and |行動」: a closing corner bracket whose partner was read as a bar."""
    if "」" not in text or not ("[" in text or "|" in text):
        return
    candidate, candidates, depth = -1, 0, 0
    for match in _CORNER.finditer(text):
        ch, at = match[0], match.start()
        if ch == "「":
            depth, candidates = depth + 1, 0
        elif ch == "」" and depth:
            depth, candidates = depth - 1, 0
        elif ch == "」":
            if candidates == 1 and at - candidate <= _NEAR:
                yield Edit(candidate, candidate + 1, "「", Confidence.LIKELY)
            candidates = 0
        elif ch == "]":
            candidates = 0
        else:
            candidate, candidates = at, candidates + 1


MISREAD_CORNER: Final = Rule(
    "misread-corner",
    "An opening 「 that was read as a bar, as its partner shows",
    _misread_corner,
    (("他們說[行動」很好", "他們說「行動」很好"), ("他們說|行動」很好", "他們說「行動」很好")),
    ("見[1]「行動」", "姓名|性別", "「行動」"),
)

_TITLE: Final = regex("《[^《》〈〉\n]{0,100}(《)[^《》〈〉\n]{1,80}(》)[^《》〈〉\n]{0,100}》")


def _title(text: str, context: Context) -> Iterator[Found]:
    for match in _TITLE.finditer(text):
        yield Edit(*match.span(1), "〈", Confidence.LIKELY)
        yield Edit(*match.span(2), "〉", Confidence.LIKELY)


NESTED_TITLE: Final = Rule(
    "nested-title",
    "A title within a title with the same marks",
    _title,
    (("《河南省实施《矿产资源法》办法》", "《河南省实施〈矿产资源法〉办法》"),),
    ("《甲》和《乙》", "《实施〈矿产资源法〉办法》", "《甲《乙》"),
    "GB/T 15834-2011, 4.15",
    reach=0,
)

_ANGLED: Final = regex("<<([^<>\n]{1,60})>>|<([\u3400-\u9fff“][^<>\n=/]{0,40})>")
_CODE: Final = regex("[0-9A-Za-z_]")


_HALF: Final = regex("《[^《》<>\n]{1,30}(>)|(<)[\u3400-\u9fff][^《》<>\n]{0,30}》")


def _angled(text: str, context: Context) -> Iterator[Found]:
    yield from sorted([*_between_signs(text, context), *_beside_sign(text)])


def _beside_sign(text: str) -> Iterator[Edit]:
    """《红楼梦>: the half that is whole proves what the other was."""
    if ("<" in text or ">" in text) and ("《" in text or "》" in text):
        for match in _HALF.finditer(text):
            half = 1 if match[1] else 2
            yield Edit(*match.span(half), "》" if half == 1 else "《", Confidence.LIKELY)


def _between_signs(text: str, context: Context) -> Iterator[Edit]:
    if "<" not in text or ">" not in text:
        return
    for match in _ANGLED.finditer(text):
        start, end = match.span()
        width = 2 if match[1] else 1
        if not _has_wide(text, *match.span(1 if match[1] else 2)) or _CODE.match(text, end):
            continue
        marks = "〈〉" if width == 1 and context.profile != "mainland" else "《》"
        yield Edit(start, start + width, marks[0], Confidence.LIKELY)
        yield Edit(end - width, end, marks[1], Confidence.LIKELY)


HALFWIDTH_TITLE: Final = Rule(
    "halfwidth-title",
    "A title between less-than and greater-than signs, or beside one",
    _angled,
    (
        ("学习<<决定>>全文", "学习《决定》全文"),
        ("学习<决定>全文", "学习《决定》全文"),
        ("《红楼梦>与<西游记》", "《红楼梦》与《西游记》"),
    ),
    ("若a<b且c>d", "Map<String>", "x<甲且乙>y", "<p>标签"),
    "GB/T 15834-2011, 4.15",
    reach=100,
)

BEFORE_REFLOW: Final = (HALFWIDTH_TITLE, MISREAD_BRACKET, MISREAD_CORNER, MISREAD_LENTICULAR, HALFWIDTH_BRACKET)
AFTER_REFLOW: Final = (NESTED_TITLE,)
