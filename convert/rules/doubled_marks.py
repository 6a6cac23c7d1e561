"""Marks that stand twice, or two side by side of which one sentence has room for one (GB/T 15834-2011)."""

from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

_HAN: Final = f"[{chars.HAN_CLASS}]"
_MARKS: Final = chars.PAUSES + "。"
# A pause twice; a dot beside a mark, a speck or half of what was read; two stops or dots; a stop and a pause.
_BESIDE: Final = regex(f"[{_MARKS}.](?=[{_MARKS}.]| [{chars.PAUSES}])")  # the quick look
_TWO: Final = regex(
    rf"([{chars.PAUSES}]) ?\1(?!\1)(?<!\1\1\1)"
    rf"|(\.)(?<={_HAN}\.)(?= ?[{_MARKS}])|(?<=[{_MARKS}])(\.)(?![.0-9A-Za-z])"
    rf"|(。。)(?<!。。。)(?!。)|(\.\.)(?<={_HAN}\.\.)(?!\.)|([，、；]。|。[，、；])(?<![{_MARKS}]..)"
)
_MEANT: Final = {"。。": "……", "..": "……"}


def _doubled(text: str, context: Context) -> Iterator[Found]:
    last = 0
    for beside in _BESIDE.finditer(text):
        at = beside.start()
        match = at >= last and (_TWO.match(text, at) or _TWO.match(text, at + 1))
        if not match:
            continue
        start, last = match.span()
        end = last
        if match[1]:
            yield Edit(start, end, match[1], Confidence.LIKELY)
        elif match[2] or match[3]:
            yield Edit(start, end, "", Confidence.LIKELY, "a dot beside another mark")
        else:
            yield Edit(start, end, _MEANT.get(match[0], "。"), Confidence.DOUBTFUL)


DOUBLED_MARK: Final = Rule(
    "doubled-mark",
    "Two pauses or stops side by side",
    _doubled,
    (
        ("会议强调，，要坚持", "会议强调，要坚持"),
        ("甲、 、乙", "甲、乙"),
        ("这件事.，还是算了", "这件事，还是算了"),
        ("算了吧。.”", "算了吧。”"),
    ),
    ("好！！", "他想了想……走了", "例如Inc.，等等", "真的。", "他说：。。。。。", "增长3.5%，.5"),
    "GB/T 15834-2011, 5.1",
    reports=("他走了。。然后", "他走了..然后", "会议结束，。第二天"),
    reach=20,
)

BEFORE_REFLOW: Final = (DOUBLED_MARK,)
