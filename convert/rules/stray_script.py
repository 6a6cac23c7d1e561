"""A single character of the other script in a text that is otherwise of one: 勇氣 in a Simplified text."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule
from .variants import HANS_AS_HANT, HANS_MANY, HANS_SINGLE, HANT_AS_HANS, HANT_ONLY

_TO_HANS: Final = dict(zip(HANT_ONLY, HANT_AS_HANS, strict=True))
_TO_HANT: Final = dict(zip(HANS_SINGLE, HANS_AS_HANT, strict=True))
_HANT: Final = regex(f"[{HANT_ONLY}]")
_HANS: Final = regex(f"[{HANS_SINGLE}{HANS_MANY}]")

_NEAR: Final = 10  # characters to each side in which a second stray one makes a foreign passage
_OFTEN: Final = 4  # times a word must stand there to be no accident
_CHECKED: Final = 50  # words that are looked into
_AROUND: Final = 40  # characters to each side in which the text's own script must show
# A word that is spoken about stands between quotes or brackets, a character is called 字.
_SPOKEN_OF: Final = regex("[“‘「『（(\"'][^”’」』）)\"'\\s]{1,4}[”’」』）)\"']")
_WORD: Final = 4  # characters of such a word


def _stray(text: str, context: Context) -> Iterator[Found]:
    if context.script == "hans":
        other, own, table = _HANT, _HANS, _TO_HANS
    elif context.script == "hant":
        other, own, table = _HANS, _HANT, _TO_HANT
    else:
        return
    places = [match.start() for match in other.finditer(text)]
    meant = _meant(text, places, table)
    for k, at in enumerate(places):
        found = table.get(text[at], "")
        if text[at - 1 : at + 1] in meant or (k and at - places[k - 1] <= _NEAR):
            continue
        if k + 1 < len(places) and places[k + 1] - at <= _NEAR:
            continue
        if text[at + 1 : at + 2] == "字" or _is_spoken_of(text, at):
            continue
        if own.search(text, max(0, at - _AROUND), at + _AROUND):
            if found:
                yield Edit(at, at + 1, found, Confidence.LIKELY)
            else:
                yield Edit(
                    at, at + 1, text[at], Confidence.DOUBTFUL, "a Simplified character with several counterparts"
                )


def _is_spoken_of(text: str, at: int) -> bool:
    found = _SPOKEN_OF.search(text, max(0, at - _WORD), at + _WORD + 1)
    return found is not None and found.start() < at < found.end()


def _meant(text: str, places: list[int], table: dict[str, str]) -> set[str]:
    """Words of the other script that the text prefers: 中国 in a Taiwan book that so calls one of two states."""
    pairs = Counter(text[at - 1 : at + 1] for at in places if at)
    often = [pair for pair, count in pairs.most_common(_CHECKED) if count >= _OFTEN]
    if not often:
        return set()
    own = {pair: pair[0] + table.get(pair[1], pair[1]) for pair in often}
    firsts, seconds = (re.escape("".join({pair[k] for pair in own.values()})) for k in (0, 1))
    found = re.finditer(f"[{seconds}](?<=([{firsts}])[{seconds}])", text)  # one look for all of them
    counts = Counter(match[1] + match[0] for match in found)
    return {pair for pair in often if pairs[pair] > counts[own[pair]]}


STRAY_SCRIPT: Final = Rule(
    "stray-script",
    "A single character of the other script",
    _stray,
    (
        ("以担当突破的勇氣、敢为人先的锐气，书写华章", "以担当突破的勇气、敢为人先的锐气，书写华章"),
        ("這個时間的長短，對我們來說沒有關係", "這個時間的長短，對我們來說沒有關係"),
    ),
    (
        "这里的“氣”是繁体",
        "书法家写了“氣壯山河、還我河山”几个大字",
        "对岸的写法是“中國”，我们不同",
        "钱鍾书先生的围城",
        "於是之主演的话剧《茶馆》",
    ),
)
