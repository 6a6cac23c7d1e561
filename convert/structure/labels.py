"""Each line of a text with the kind it seems to be, and the evidence for it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from .. import chars
from ..lines import Line, lines_of, width
from ..patterns import regex
from ..text import Text
from . import bylines, signs
from .colophon import is_publishers_line

Kind = Literal[
    "prose", "head", "label", "byline", "credit", "caption", "jump_to", "jump_from", "end_matter",
    "editors_note", "note", "numbered", "item", "verse", "row", "brief", "folio",
]  # fmt: skip

HEAD_WIDTH: Final = 100  # half-width cells: longer lines are prose, whatever their end
SHORT: Final = 80  # characters: no line that is all sign is longer
_PAGE: Final = regex("[版页頁]")
_PROSE_ENDS: Final = frozenset("。，、；,;" + chars.OPENING + "([{")
_SPEECH: Final = regex("[。！？!?…][”」』]+$")  # a sentence that was said; a heading quotes no full sentence
_INNER_STOP: Final = regex("[。；](?![”’」』）)]*$)")
_INNER_CRY: Final = regex("[！？](?![”’」』）)]*$)")
_CRY: Final = regex("，.*[！!]$")
_CALL_WIDTH: Final = 44  # half-width cells: calls of two clauses head a text, but no whole sentence that cries out
_CRY_WIDTH: Final = 52  # half-width cells: headings ask and cry within a line too, but briefly
_LETTER: Final = regex(f"[{chars.HAN_CLASS}0-9A-Za-z]")
_TRIAD: Final = regex("[^，。]{2,5}(?:，[^，。]{2,5}){2}")  # 水清了，客来了，钱包鼓了
_ENCLOSED: Final = regex("附件?[0-9一二三四五]?[：:].")
# How paragraphs begin and headings do not: 某某强调，… 据介绍，… 记者日前从…
_TELLS: Final = regex(
    rf"[^，]{{0,14}}{signs.any_of('强调 指出 表示 认为 要求 介绍 说 称 提出 希望 获悉 了解')}，"
    rf"|[^，]{{0,12}}{signs.any_of('日前 近日 昨日 昨天 记者')}"
    rf"|{signs.any_of('据 目前 同时 此外 近年来 当天 其中 对此 为此 随后 如今 接下来 下一步 与此同时')}[^，]{{0,8}}，"
)


@dataclass(slots=True)
class Labelled:
    """A line, what it seems to be, and why.

    `place` is its line and column in the raw file, from 1; `indent` the indent it has there, in half-width cells,
    `blanks` the number of blank lines above it there.
    """

    line: Line
    words: str  # its body, with signs made plain
    kind: Kind
    why: list[str] = field(default_factory=list)
    indent: int = 0
    blanks: int = 0
    place: tuple[int, int] = (1, 1)
    dateline: tuple[str, tuple[str, ...]] | None = None
    role: str | None = None  # what a person said it is
    image: str | None = None  # the path of a picture that stands above it, or
    is_replaced: bool = False  # in its place: the line is what the picture's alt says
    opens_stanza: bool = False
    run_in: bool = False  # a jump line that was printed in one line with its neighbour

    body: str = field(init=False)  # the line's, which every pass asks for
    closed: bool = field(init=False)  # ends as a sentence, a quotation or the announcement of what follows does

    def __post_init__(self) -> None:
        self.body = self.line.body
        self.closed = self.body[-1] in chars.TERMINAL

    def reword(self, body: str) -> None:
        """Take another body: what page ends have parted is one line again."""
        self.body, self.words = body, signs.plain(body)
        self.closed = body[-1] in chars.TERMINAL
        self.line = self.line._replace(body=body)

    def become(self, kind: Kind, reason: str) -> None:
        """Take another kind, on the evidence of the lines around it."""
        self.kind = kind
        self.why.append(reason)


def label_lines(text: Text) -> list[Labelled]:
    """The lines of a text that are not blank, each with the kind that its own words give it."""
    lines: list[Line] = []
    run_in: set[int] = set()
    for line in lines_of(text.value):
        body = line.body
        if "版" not in body and "页" not in body and "頁" not in body:  # most lines
            lines.append(line)
            continue
        parts = list(_jumps_apart(line))
        if len(parts) > 1:
            run_in.update(part.start for part in parts)
        lines += parts
    labelled = list(map(_labelled, lines, signs.plains([line.body for line in lines])))
    for item in labelled if run_in else ():
        item.run_in = item.line.start in run_in
    _place(text, labelled)
    return labelled


def _jumps_apart(line: Line) -> Iterator[Line]:
    """A line with a jump line run in at its start or end, cut there."""
    body = line.body
    if not _PAGE.search(body[:40] + body[-24:]):
        yield line
        return
    cuts = [0, len(body)]
    start = signs.JUMP_FROM.match(signs.plain(body[:48]))
    if start and start.end() < len(body) and body[start.end() - 1] in chars.CLOSING + ")]":
        cuts.insert(1, start.end())
    tail = max(body.rfind(opening, max(cuts[-2], len(body) - 24)) for opening in "（([【")
    if tail > cuts[-2] and signs.JUMP_TO.match(signs.plain(body[tail:])):
        cuts.insert(-1, tail)
    for first, end in pairwise(cuts):
        part = body[first:end]
        skipped = len(part) - len(part.lstrip(chars.BLANKS))
        indent = line.indent if not first else part[:skipped]
        offset = line.start if not first else line.start + len(line.indent) + first
        part = part.strip(chars.BLANKS)
        if part:
            yield Line(offset, indent, part, width(indent) + width(part), line.blanks_before if not first else 0)


def _place(text: Text, labelled: Sequence[Labelled]) -> None:
    """Note where lines stood in the raw file, and their indents and the white above them there.

    Cleaning evens these out. Indents part prose from headlines, white parts stanzas.
    """
    starts = [item.line.start + len(item.line.indent) for item in labelled]
    raw_lines = text.raw.split("\n")
    for item, place in zip(labelled, text.positions(starts, len(text.history)), strict=True):
        number, column = item.place = place
        if column > 1 and not (before := raw_lines[number - 1][: column - 1]).strip(chars.BLANKS):
            item.indent = width(before)
        above = number - 2
        while above >= 0 and not raw_lines[above].strip(chars.BLANKS):
            above -= 1
        item.blanks = number - 2 - above


def _labelled(line: Line, plain: str) -> Labelled:
    """A line with the kind that its own words give it."""
    body = line.body
    if is_publishers_line(body):
        return Labelled(line, plain, "end_matter", ["tells how to reach the paper"])
    words = plain if len(body) <= 2 * SHORT else plain[:SHORT] + plain[-SHORT:]
    if len(body) <= SHORT:
        for kind, matches in _WHOLE_LINES if body[-1] != "。" else _WHOLE_SENTENCES:
            if matches(words):
                return Labelled(line, plain, kind, [f"reads as {_a(kind)}"])
    for kind, pattern in _OPENINGS if words[0] in _OPEN else ():
        if pattern.match(words):
            return Labelled(line, plain, kind, [f"opens as {_a(kind)}"])
    dateline = signs.dateline_of(body, words)
    if dateline:
        return Labelled(line, plain, "prose", [f"dateline {dateline[0]}"], dateline=dateline)
    if len(body) <= 300 and signs.tells_of_picture(words):
        return Labelled(line, plain, "caption", ["tells of a picture"])
    if is_head(body):
        if signs.NUMBERED.match(words):
            return Labelled(line, plain, "numbered", ["short and numbered"])
        return Labelled(line, plain, "head", ["short, without a full stop"])
    return Labelled(line, plain, "prose")


def _a(kind: str) -> str:
    return ("an " if kind[0] in "ae" else "a ") + kind.replace("_", " ")


_WHOLE_LINES: Final[tuple[tuple[Kind, Callable[[str], object]], ...]] = (
    ("jump_to", signs.JUMP_TO.fullmatch),
    ("caption", signs.is_placeholder),
    ("byline", bylines.signs_piece),
    ("label", signs.is_label),
    ("caption", signs.NUMBERED_TITLE.fullmatch),
    ("credit", bylines.is_credit),
    ("end_matter", signs.is_end_matter),
    ("byline", bylines.names_function),
    ("byline", bylines.credits_beside_day),
)
_WHOLE_SENTENCES: Final = (("end_matter", signs.is_end_matter),)  # no other ends in a full stop
_OPENINGS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("jump_from", signs.JUMP_FROM),
    ("editors_note", signs.EDITORS_NOTE),
    ("caption", signs.CAPTION),
    ("note", signs.NOTE),
)


# What the openings begin with: to look first saves most lines four patterns.
_OPEN: Final = frozenset("（(〔［[【◀◄←紧上编按开阅核内新▲▼△▽▶图下左右题小大中资注①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


def is_head(body: str) -> bool:
    """Whether a line by itself may be a heading: short, one phrase or a few, without a full stop."""
    if body[-1] in _PROSE_ENDS or len(body) > HEAD_WIDTH or _ENCLOSED.match(body):
        return False
    cells = width(body) if 2 * len(body) > _CALL_WIDTH else 0  # from here on it counts
    if cells > HEAD_WIDTH or _INNER_STOP.search(body):
        return False
    if cells > _CALL_WIDTH and ((cells > _CRY_WIDTH and _INNER_CRY.search(body)) or _CRY.search(body)):
        return False
    if body.count("，") > 1 and not body.startswith(("——", "（")) and not _TRIAD.fullmatch(body):
        return False
    if (body[-1] in "”」』" and _SPEECH.search(body)) or not _LETTER.search(body):
        return False
    if "，" in body and _TELLS.match(signs.plain(body)):
        return False
    if "：" not in body[:8] and ":" not in body[:8]:
        return True
    words = signs.plain(body[:8])
    spoken = signs.SPOKEN.match(words)
    if not spoken:
        return True
    quoted = body[-1] == "”" and body[spoken.end()] == "“"  # 上海：让“锈带”变“秀带” quotes nobody
    return not (body[-1] in "？！?!" or quoted or words[0] in "问答")
