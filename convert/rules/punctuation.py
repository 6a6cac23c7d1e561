"""Half-width pauses, question and exclamation marks where Chinese wants full-width ones (GB/T 15834-2011)."""

from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from .neighbours import ROW, Kept, between_western, is_wide, left_of, right_of
from .rule import Context, Found, Rule

_SENTENCE: Final = 24  # characters to each side in which a sentence shows to be Chinese
_HAN: Final = regex(f"[{chars.HAN_CLASS}]")
_FIGURE: Final = regex("(?:[图表圖注註式]|(?<!比)例)[0-9]{1,3}$")
_YEAR: Final = regex(":(?:[^0-9]|[12][0-9]{3} ?年)")  # what else follows a number and a colon makes a ratio: 1:50000
_LIST: Final = 200  # characters to each side that tell a list

_PAUSE: Final = regex("[,;:?!][,;:?!]*")
_FULL: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


def _pause(text: str, context: Context) -> Iterator[Found]:
    if not any(mark in text for mark in ",;:?!"):
        return
    kept = Kept(text)
    for match in _PAUSE.finditer(text):
        start, end = match.span()
        if end - start > ROW:
            continue
        if between_western(text, start, end):
            if end - start == 1 and _parts_words(text, start) and start not in kept:
                yield start, end, _FULL[match[0]]
            continue
        for at in range(start, end):
            if _is_chinese(text, at) and at not in kept and not _in_western_list(text, at):
                yield at, at + 1, _FULL[text[at]]


def _is_chinese(text: str, at: int) -> bool:
    """Whether a mark stands beside Chinese text, and closes no Western one."""
    left, right = left_of(text, at), right_of(text, at + 1)
    if is_wide(left):
        return True
    if not right and text[at] in ",;":
        right = text[at + 2 : at + 3] if text[at + 1 : at + 2] == "\n" else ""  # the sentence goes on
    return is_wide(right) and _ends_word(left, text[at - 1 : at])


def _parts_words(text: str, at: int) -> bool:
    """Whether a mark parts two Western words of a Chinese sentence, or the number of a figure from its title.

    Western text sets a space after it, numbers and times stand on both sides of theirs, and a program has brackets.
    """
    left, right = text[at - 1], text[at + 1]
    before = text[max(0, at - _SENTENCE) : at]
    if text[at] == ":":
        return bool(_FIGURE.search(before) and _YEAR.match(text, at))
    if text[at] not in ",;" or (left.isdigit() and right.isdigit() and text[at] == ","):
        return False
    after = text[at + 1 : at + 1 + _SENTENCE].partition("\n")[0]
    around = before.rpartition("\n")[2], after
    return all(map(_HAN.search, around)) and not any(bracket in side for side in around for bracket in "()[]{}=")


def _ends_word(left: str, beside: str) -> bool:
    """Whether a mark between Western and Chinese text closes a Western word that stands in Chinese text."""
    if not left or not beside:
        return False
    return (left.isalnum() or left in "%％℃") and (beside.isalnum() or beside in "%％℃\"')]”’」』")


def _in_western_list(text: str, at: int) -> bool:
    """Whether a comma parts names that are listed the Western way: Audrey Tang, 唐鳳, Glen Weyl, 衛谷倫"""
    if text[at : at + 2] != ", ":
        return False
    wanted = 3 if is_wide(text[at - 1 : at]) else 1
    before = text[max(0, at - _LIST) : at].rpartition("\n")[2]
    line = before + text[at : at + _LIST].partition("\n")[0]
    return line.count(", ") >= wanted and not any(mark in line for mark in "，。；、")


HALFWIDTH_PAUSE: Final = Rule(
    "halfwidth-pause",
    "A half-width comma, colon, semicolon, question or exclamation mark in Chinese text",
    _pause,
    (
        ("会议要求,要坚持:守正创新;解放思想!", "会议要求，要坚持：守正创新；解放思想！"),
        ("增长8.5%,其中GDP:总量", "增长8.5%，其中GDP：总量"),
        ("采用了GPT,BERT等模型", "采用了GPT，BERT等模型"),
        ("图1:2023年产量", "图1：2023年产量"),
        ("作者 Danielle Allen,\n政治哲学家", "作者 Danielle Allen，\n政治哲学家"),
    ),
    (
        "函数f(a,b)与g(x;y)的值",
        "8:30开会，投资1,000万元",
        "比例1:50000的地图，另附地形图1:10000",
        "见http://a.cn/b?c=d,e",
        "He said: Yes, it is!",
        "Audrey Tang, 唐鳳, Glen Weyl, 衛谷倫",
        "王明. 振兴, 2020[J]. 学报, 2020, 12(3): 45-50.",
    ),
    "GB/T 15834-2011, 4.2–4.7",
    seeks=",;:?!",
    reach=300,
)

BEFORE_REFLOW: Final = (HALFWIDTH_PAUSE,)
