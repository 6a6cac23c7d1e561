"""Spaces that OCR engines put between ideographs and around Chinese marks; those that mean something stay."""

import re
from collections.abc import Iterator
from typing import Final

from .. import chars
from .rule import Context, Found, Rule

_PAUSES: Final = chars.PAUSES + chars.STOPS
_MARKS: Final = re.escape(_PAUSES + chars.OPENING + chars.CLOSING)
_WIDE: Final = f"[{chars.HAN_CLASS}{_MARKS}—…·]"

# Spaced text: a line most of whose ideographs stand apart.
_APART: Final = re.compile(rf"{_WIDE} (?={_WIDE})")
_CLOSE: Final = re.compile(rf"{_WIDE}(?={_WIDE})")
_RUN: Final = re.compile(r"(?<=[^ \n]) +(?=[^ \n])")
_WESTERN: Final = re.compile(r"[!-~]+(?: {1,3}[!-~]+)+")
_SHARE: Final = 0.6  # of neighbours that stand apart, from which on a line is spaced
_ENOUGH: Final = 4  # neighbours that stand apart, for a line to be judged by itself
_LETTER_SPACED: Final = 1.8  # mean length of Western words below which their letters stand apart
# A row of a calendar or of choices is set apart on purpose.
_ORDINALS: Final = frozenset("〇零一二三四五六七八九十日年月时時甲乙丙丁戊己庚辛壬癸東东南西北中")


def _spaced_lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines of spaced text; a short or Western line follows its neighbours."""
    lines, start = [], 0
    for line in text.split("\n"):
        apart = close = 0
        if " " in line:
            apart, close = len(_APART.findall(line)), len(_CLOSE.findall(line))
        if line.strip(chars.BLANKS):
            share = apart / (apart + close) if apart else 0
            firm = apart >= _ENOUGH and share >= _SHARE and not _ORDINALS.issuperset(line.replace(" ", ""))
            lines.append((start, start + len(line), firm, share >= _SHARE or not close))
        start += len(line) + 1
    for k, (start, end, firm, weak) in enumerate(lines):
        if firm or (weak and ((k and lines[k - 1][2]) or (k + 1 < len(lines) and lines[k + 1][2]))):
            yield start, end


def _spaced(text: str, context: Context) -> Iterator[Found]:
    if _APART.search(text) is None:
        return
    for start, end in _spaced_lines(text):
        words = [m.span() for m in _WESTERN.finditer(text, start, end) if _has_words(m[0])]
        at = 0
        for match in _RUN.finditer(text, start, end):
            here, stop = match.span()
            while at < len(words) and words[at][1] <= here:
                at += 1
            if at < len(words) and words[at][0] < here and not text[here - 1 : stop + 1].replace(" ", "").isdigit():
                continue
            meant = stop - here > 1 and _means_something(text[here - 1], text[stop])
            yield here, stop, " " if meant else ""


def _has_words(western: str) -> bool:
    words = western.split()
    return sum(map(len, words)) >= _LETTER_SPACED * len(words)


def _means_something(left: str, right: str) -> bool:
    """Whether a space wider than the rest of a spaced line is one that the page had."""
    return (chars.is_han(left) and chars.is_han(right)) or (left.isascii() and right.isascii())


SPACED_TEXT: Final = Rule(
    "spaced-text",
    "Spaces between all the ideographs of a line",
    _spaced,
    (
        ("全 会 由 省 委 常 委 主 持 。 省 委 书 记 作 讲 话 。", "全会由省委常委主持。省委书记作讲话。"),
        ("新 书 于 2 0 2 3 年 出 版 , 作 者 是 L i n u s  T.", "新书于2023年出版,作者是Linus T."),
    ),
    ("牢记嘱托 感恩奋进 全力推动吉林全面振兴", "张三 李四 王五 赵六 孙七 周八", "日 一 二 三 四 五 六", "第一条 为了"),
)

# Blanks beside a mark that has its own white; two ideographic ones after a stop were a paragraph's indent.
_BLANK: Final = "[" + chars.BLANKS.replace("\t", "") + "]"
_BESIDE_PAUSE: Final = re.compile(
    rf"(?<=[{_PAUSES}{re.escape(chars.OPENING)}])(?!\u3000\u3000){_BLANK}{{1,2}}(?=[^\s])"
    rf"|(?<=[^\s]){_BLANK}{{1,2}}(?=[{_PAUSES}{re.escape(chars.CLOSING)}])"
)


def _beside_pause(text: str, context: Context) -> Iterator[Found]:
    for match in _BESIDE_PAUSE.finditer(text):
        yield match.start(), match.end(), ""


SPACE_BESIDE_PAUSE: Final = Rule(
    "space-beside-mark",
    "A space beside a pause or stop, or within brackets and quotes",
    _beside_pause,
    (("会议要求 ， 要坚持", "会议要求，要坚持"), ("《 决定 》", "《决定》"), ("一、 总则", "一、总则")),
    ("“滑雪摇篮 冰雪地标”", "会议结束。　　第二天", "（一）　总则"),
    "CY/T 154-2017; CLREQ 3.2.2",
)

_OUTSIDE: Final = re.compile(
    rf"(?<=[^\s—]){_BLANK}(?=[{re.escape(chars.OPENING)}—])|(?<=[{re.escape(chars.CLOSING)}—]){_BLANK}(?=[^\s—])"
)
_PROSE: Final = re.compile("[，。；]")


def _outside(text: str, context: Context) -> Iterator[Found]:
    start = 0
    for match in _OUTSIDE.finditer(text):
        start = text.rfind("\n", start, match.start()) + 1 or start
        stop = text.find("\n", match.end())
        if text[match.start() - 1] == "—" and not text[start : match.start()].strip("—"):
            continue  # a signature or a list's dash
        if _PROSE.search(text, start, stop if stop >= 0 else len(text)):
            yield match.start(), match.end(), ""


SPACE_OUTSIDE_BRACKET: Final = Rule(
    "space-outside-bracket",
    "A space before or after brackets, quotes or a dash in prose",
    _outside,
    (("市和区 （县） 人民政府应当加强领导，提高意识。", "市和区（县）人民政府应当加强领导，提高意识。"),),
    ("坚持“四个着力” 推动吉林振兴", "—— 张三，诗人", "《决定》 全文发布"),
    "CY/T 154-2017; CLREQ 3.2.2",
)

_WESTERN_GAP: Final = re.compile(
    rf"(?<=[{chars.HAN_CLASS}]){_BLANK}+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]){_BLANK}+(?=[{chars.HAN_CLASS}])"
)
_WESTERN_EDGE: Final = re.compile(
    rf"(?<=[{chars.HAN_CLASS}]){_BLANK}?(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]){_BLANK}?(?=[{chars.HAN_CLASS}])"
)
_THIN: Final = "\u2009"


def _western(text: str, context: Context) -> Iterator[Found]:
    spacing = context.settings.spacing
    wanted = {"keep": " ", "none": "", "thin": _THIN}[spacing]
    for match in (_WESTERN_EDGE if spacing == "thin" else _WESTERN_GAP).finditer(text):
        found = match[0]
        if found != wanted and (spacing != "keep" or (len(found) == 1 and found != "\u3000")):
            yield match.start(), match.end(), wanted


WESTERN_SPACING: Final = Rule(
    "western-spacing",
    "A space between Chinese and Western text other than the one the settings ask for",
    _western,
    (("共\u00a020\u2009家企业", "共 20 家企业"),),
    ("共 20 家企业", "共20家企业"),
    "CY/T 154-2017",
)

BEFORE_REFLOW: Final = (SPACED_TEXT, SPACE_BESIDE_PAUSE)
AFTER_REFLOW: Final = (SPACE_OUTSIDE_BRACKET, WESTERN_SPACING)
