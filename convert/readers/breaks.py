"""Line ends within a paragraph of a page or a Word file: what a line break there meant."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from .. import chars
from .verses import is_verse

_INDENT: Final = ("\u3000", "\u00a0")
_LONG: Final = 40  # cells from which a line was ended for its length, where its sentence goes on
_CLAUSES: Final = 24  # cells of a line with a comma, from which it is prose
_FILLED: Final = 2  # cells that lines of one measure differ by at most
_GOES_ON: Final = "，、,"
_STOPPED: Final = re.compile("[。！？…][”’」』）]*$")
_PROSE: Final = re.compile("[。！？，；]")
_BEGUN: Final = re.compile("[。！？][”’」』）]*[^”’」』）]+$")  # a sentence that another one precedes
# What stands on a line of its own: a field (电话：…), an item, a date, who writes, how letters begin and end.
_OWN_LINE: Final = re.compile(
    r"^[^，。！？：:]{1,8}[：:]|^[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]|^[•·●○■◆※]"
    r"|^[0-9〇零一二三四五六七八九]{4}年[^，。]{0,8}$|^(?:本报|本報)?(?:记者|記者|通讯员|通訊員|作者|摄影|攝影)[^，。]{0,12}$"
    r"|^(?:此致|敬礼|敬禮)"
)
_SALUTES: Final = re.compile("^(?:尊敬|亲爱|親愛|敬爱|敬愛|各位)[^。]{0,12}$")
_FOLLOWS: Final = chars.NO_LINE_START - set(chars.INTERPUNCTS)  # what begins no line; a point may begin an item


def unbroken(text: str, *, quoted: bool = False) -> tuple[str, list[str]]:
    r"""The role of a paragraph with line breaks, and its texts.

    "verse" for what looks like it, in a quotation (`quoted`) sooner; its text is one, and empty lines part stanzas.
    Else "paragraph": lines are joined where a sentence goes on over the line end, since a long line was only cut
    there. What may stand for itself, like fields, names and sentences that have ended, stays on its own.

    >>> unbroken("老街改造工程今天启动，\n预计明年五月完工。")
    ('paragraph', ['老街改造工程今天启动，预计明年五月完工。'])
    >>> unbroken("记者 王明\n通讯员 李华")
    ('paragraph', ['记者 王明', '通讯员 李华'])
    """
    lines = text.split("\n")
    whole = [line.strip(chars.BLANKS) for line in lines]
    stanzas = [list(run) for blank, run in groupby(whole, key=lambda line: not line) if not blank]
    indents = {line.startswith(_INDENT) for line in lines if line.strip(chars.BLANKS)}
    if len(indents) == 1 and is_verse(stanzas, quoted=quoted):
        return "verse", ["\n\n".join(map("\n".join, stanzas))]
    return "paragraph", [paragraph for run in _runs(lines) for paragraph in _joined(run)]


def _runs(lines: Sequence[str]) -> list[list[str]]:
    """Lines without their blanks, parted by empty ones and before indents."""
    runs: list[list[str]] = []
    after_blank = True
    for line in lines:
        text = line.strip(chars.BLANKS)
        if text and (after_blank or line.startswith(_INDENT)):
            runs.append([text])
        elif text:
            runs[-1].append(text)
        after_blank = not text
    return runs


def _joined(run: Sequence[str]) -> list[str]:
    """The paragraphs of lines that follow each other."""
    wrapped = _is_wrapped(run)
    last_stop = max((n for n, line in enumerate(run) if _STOPPED.search(line)), default=-1)
    out = [[run[0]]]
    for n, (left, right) in enumerate(pairwise(run), 1):
        if wrapped or _is_cut(left, right, stopped=n <= last_stop):
            out[-1].append(_between(left[-1], right[0]) + right)
        else:
            out.append([right])
    return list(map("".join, out))


def _is_wrapped(run: Sequence[str]) -> bool:
    """Whether lines of prose were ended by their measure: three and more, all but the last filled."""
    widths = [chars.width(line) for line in run]
    filled = len(run) > 2 and max(widths) - min(widths[:-1]) <= _FILLED
    if not filled or any(map(_OWN_LINE.search, run)):
        return False
    return any(_PROSE.search(line) and line[-1] not in chars.TERMINAL for line in run[:-1])


def _is_cut(left: str, right: str, stopped: bool) -> bool:
    """Whether a sentence goes on over a line end; whether one is `stopped` at the end of a later line helps to tell."""
    if right[0] in _FOLLOWS or left[-1] in chars.NO_LINE_END or (left.count("（") > left.count("）") and "）" in right):
        return True
    if left[-1] in chars.TERMINAL or _OWN_LINE.search(right):
        return False
    if left[-1] in _GOES_ON:
        return not _SALUTES.search(left)
    width = chars.width(left)
    if width >= _LONG:
        return stopped or _PROSE.search(left + right) is not None
    if _OWN_LINE.search(left):
        return False
    if left.isascii() and right[0].islower():
        return left[-1] != "."
    return bool(_BEGUN.search(left)) or (width >= _CLAUSES and "，" in left and stopped)


def _between(left: str, right: str) -> str:
    """What a line end stands for: nothing next to a Chinese character, else a space."""
    return " " if chars.cells(left) == chars.cells(right) == 1 else ""
