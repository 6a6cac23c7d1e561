"""Dashes and ellipses typed or read as hyphens and dots."""

from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from .dash_as_one import DASH_READ_AS_ONE
from .neighbours import Kept, is_wide, left_of, right_of
from .rule import Context, Found, Rule

_DASH: Final = chars.DASH * 2
_ELLIPSIS: Final = chars.ELLIPSIS * 2

_HYPHENS: Final = regex("--(?<![-<!]--)-?(?![->])")
_BOXES: Final = regex("[─―]{2}(?<![─―]{3})(?![─―])")
_OPTION: Final = regex("[a-z]{2}")


def _hyphens(text: str, context: Context) -> Iterator[Found]:
    if "--" not in text:
        return
    kept = Kept(text)
    for match in _HYPHENS.finditer(text):
        start, end = match.span()
        if not (is_wide(left_of(text, start)) or is_wide(right_of(text, end))) or start in kept:
            continue
        if not _OPTION.match(text, end):  # --help
            yield start, end, _DASH


HYPHEN_DASH: Final = Rule(
    "hyphen-dash",
    "Hyphens where Chinese sets a dash of two squares",
    _hyphens,
    (("这就是他--一个农民的儿子", "这就是他——一个农民的儿子"),),
    ("加上--help选项", "A--B", "第一节\n-----\n正文", "2020-2021年", "<!-- 注释 -->"),
    "GB/T 15834-2011, 4.10",
    reach=100,
)


def _boxes(text: str, context: Context) -> Iterator[Found]:
    if context.profile != "mainland" or not ("──" in text or "――" in text):
        return  # Taiwan and Hong Kong print with these
    for match in _BOXES.finditer(text):
        if is_wide(left_of(text, match.start())) or is_wide(right_of(text, match.end())):
            yield match.start(), match.end(), _DASH


BOX_DASH: Final = Rule(
    "box-dash",
    "Box-drawing or horizontal bars where the dash is meant",
    _boxes,
    (("这就是他──一个农民的儿子", "这就是他——一个农民的儿子"),),
    ("──────────", "這就是他──一個農民的兒子"),
    "GB/T 15834-2011, 4.10",
    reach=100,
)

_DOTS: Final = regex(r"\.\.\.+|\.(?: \.)(?: \.)+|。。。+|．．．+|・・・+")
_ROW: Final = 24  # dots, from which on they may lead to a page number that was lost
_HAN: Final = regex(f"[{chars.HAN_CLASS}]")
_LEADER: Final = regex(r" *\d{1,4}\s*(?:$|\n)")


def _dots(text: str, context: Context) -> Iterator[Found]:
    if not any(row in text for row in ("...", ". .", "。。。", "．．．", "・・・")):
        return
    for match in _DOTS.finditer(text):
        start, end = match.span()
        count = len(match[0].replace(" ", ""))
        if count > 3 and _LEADER.match(text, end):
            continue  # a table of contents
        left, right = left_of(text, start), right_of(text, end)
        if count > _ROW and not (left and right):
            continue
        if is_wide(left) or is_wide(right) or (not left + right and _HAN.search(text, max(0, start - 60), end + 60)):
            if " " in match[0]:  # set apart, from its neighbours too
                start -= text[start - 1 : start] == " " and text[start - 2 : start - 1] not in ("", "\n")
                end += text[end : end + 1] == " "
            yield start, end, _ELLIPSIS * max(1, round(count / 6))


DOT_ELLIPSIS: Final = Rule(
    "dot-ellipsis",
    "Dots or full stops in a row where Chinese sets an ellipsis of two squares",
    _dots,
    (
        ("他想了想...没有说话", "他想了想……没有说话"),
        ("可是。。。算了", "可是……算了"),
        ("后来 . . . 不说了", "后来……不说了"),
    ),
    ("第一章 总则........12", "Well... I think so.", "第一章" + "." * 60, "他……走了"),
    "GB/T 15834-2011, 4.11",
    reach=100,
)

_TILDE: Final = regex(r"~(?<=[^\s~/]~)(?=[^\s~/])")


def _tilde(text: str, context: Context) -> Iterator[Found]:
    if "~" not in text:
        return
    kept = Kept(text)
    for match in _TILDE.finditer(text):
        at = match.start()
        left, right = text[at - 1], text[at + 1]
        if not (left.isdigit() or left in "%℃°" or is_wide(left)) or not (right.isdigit() or is_wide(right)):
            continue
        if any(map(is_wide, text[max(0, at - 8) : at + 9].partition("\n")[0])) and at not in kept:
            yield at, at + 1, "～"


HALFWIDTH_TILDE: Final = Rule(
    "halfwidth-tilde",
    "A half-width tilde between numbers or words of Chinese text",
    _tilde,
    (("需要3~5天", "需要3～5天"), ("北京~上海", "北京～上海")),
    ("见http://a.cn/~张三", "路径~/bin", "about 3~5"),
    "GB/T 15834-2011, 4.13",
    reach=100,
)

_INTERPUNCT: Final = regex(f"[・•∙⋅‧](?<=[{chars.HAN_CLASS}].)(?=[{chars.HAN_CLASS}])")


def _interpunct(text: str, context: Context) -> Iterator[Found]:
    if context.profile == "mainland" and any(dot in text for dot in "・•∙⋅‧"):
        for match in _INTERPUNCT.finditer(text):
            yield match.start(), match.end(), "·"


FOREIGN_INTERPUNCT: Final = Rule(
    "foreign-interpunct",
    "A bullet or katakana dot between the parts of a name",
    _interpunct,
    (("卡尔・马克思", "卡尔·马克思"),),
    ("卡尔·马克思", "• 第一点", "艾倫‧圖靈說過這個"),
    "GB/T 15834-2011, 4.14",
    seeks="・•∙⋅‧",
    reach=100,
)

BEFORE_REFLOW: Final = (
    DOT_ELLIPSIS, HYPHEN_DASH, BOX_DASH, DASH_READ_AS_ONE, HALFWIDTH_TILDE, FOREIGN_INTERPUNCT,
)  # fmt: skip
