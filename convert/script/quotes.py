"""Quotation marks by region: “” ‘’ on the mainland, 「」 『』 elsewhere.

GB/T 15834-2011, 4.8 (outer marks “”, inner ‘’, alternating; each paragraph of a quotation of several
opens it again, only the last closes it); 重訂標點符號手冊 (Ministry of Education, Taipei, 2008), 引號.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from .. import chars
from ..patterns import regex
from ..style import Script

_OPEN: Final = {"“": "”", "「": "」", "‘": "’", "『": "』"}
_CLOSE: Final = {close: open_ for open_, close in _OPEN.items()}
_SINGLE: Final = frozenset("‘’『』")
_MARK: Final = regex("[“”‘’「」『』]")
_CJK: Final = regex(f"[{chars.HAN_CLASS}\u3000-\u303f\u3040-\u30ff\uff00-\uffef—…]")
_NEAR: Final = 8  # characters beside a quotation, blanks included, that show what it stands in
_LEVELS: Final = {"hans": ("“”", "‘’"), "hant": ("「」", "『』"), "tw": ("「」", "『』"), "hk": ("「」", "『』")}


@dataclass(slots=True)
class _Mark:
    at: int
    char: str
    level: int | None = None  # None: stays as it is

    @property
    def opens(self) -> bool:
        return self.char in _OPEN

    @property
    def single(self) -> bool:
        return self.char in _SINGLE


@dataclass(slots=True)
class _Unit:
    """The marks of one paragraph, and how they match within it."""

    text: str
    marks: list[_Mark]
    chinese: bool  # whether any of it is Chinese
    partner: dict[int, int] = field(default_factory=dict)  # index of an opening mark -> of its closing one
    left_open: list[int] = field(default_factory=list)
    surplus: set[int] = field(default_factory=set)  # closing marks whose opening stands in an earlier paragraph


def regional(texts: Sequence[str], script: Script) -> list[str]:
    """The paragraphs of one article with the quotation marks of a script's region.

    The marks are matched over the whole article: a paragraph may open a quotation that a later one closes, with or
    without opening it anew. Apostrophes, and quotations within a Western sentence, stay.
    """
    if script == "keep" or not any(_MARK.search(text) for text in texts):
        return list(texts)
    units = [_unit(text) for text in texts]
    _levels(units)
    pairs = _LEVELS[script]
    native = "“”‘’" if script == "hans" else "「」『』"  # already the region's own: stays as printed
    return [_written(unit, pairs, native) for unit in units]


def _written(unit: _Unit, pairs: tuple[str, str], native: str) -> str:
    out = list(unit.text)
    for mark in unit.marks:
        if mark.level is not None and mark.char not in native:
            out[mark.at] = pairs[mark.level % 2][0 if mark.opens else 1]
    return "".join(out)


def _unit(text: str) -> _Unit:
    unit = _Unit(text, list(_marks(text)), bool(_CJK.search(text)))
    open_: list[int] = []
    waiting = Counter[str]()  # the closing marks that would close one of them
    for i, mark in enumerate(unit.marks):
        if mark.opens:
            open_.append(i)
            waiting[_OPEN[mark.char]] += 1
        elif not waiting[mark.char]:
            unit.surplus.add(i)
        else:
            while (last := _OPEN[unit.marks[open_[-1]].char]) != mark.char:
                waiting[last] -= 1
                unit.left_open.append(open_.pop())
            waiting[last] -= 1
            unit.partner[open_.pop()] = i
    unit.left_open = sorted(unit.left_open + open_)
    return unit


def _marks(text: str) -> Iterator[_Mark]:
    """The quotation marks of a paragraph, apostrophes left out: it’s, D’Arcy, students’, the ’90s."""
    single = 0  # single marks open at this point
    for match in _MARK.finditer(text):
        at, char = match.start(), match[0]
        if char in "‘’":
            before, after = _western(text[at - 1 : at]), _western(text[at + 1 : at + 2])
            if (before and after) or (char == "’" and not single and (before or after)):
                continue
            single += 1 if char == "‘" else -1
        yield _Mark(at, char)


def _western(ch: str) -> bool:
    return bool(ch) and ch.isalnum() and not _CJK.match(ch)


def _levels(units: Sequence[_Unit]) -> None:
    carried: list[str] = []  # opening marks that earlier paragraphs left open, outermost first
    until = -1  # the paragraph that shows that they are open still
    for n, unit in enumerate(units):
        again = _opened_again(unit, carried)
        if carried and not again and until < n:
            until = _goes_on(units, n, carried)
            if until < n:
                carried = []
        for i in range(again):  # the same quotation: what closes it closes the carried one
            unit.marks[i].level = i
            if i in unit.partner:
                unit.surplus.add(unit.partner.pop(i))
        _levels_within(unit, carried, again)
        carried += [unit.marks[i].char for i in unit.left_open if i >= again]


def _opened_again(unit: _Unit, carried: Sequence[str]) -> int:
    """How many of the carried marks stand again at the paragraph's beginning."""
    lead, count = unit.text[: len(unit.text) - len(unit.text.lstrip(chars.BLANKS))], 0
    while count < min(len(carried), len(unit.marks)):
        mark = unit.marks[count]
        if mark.at != len(lead) + count or mark.char != carried[count]:
            break
        count += 1
    return count


def _goes_on(units: Sequence[_Unit], n: int, carried: Sequence[str]) -> int:
    """The paragraph, from the one at `n`, that shows that a quotation left open is still open; -1 without one.

    It closes it, or opens it again, before another quotation of its kind begins: a mark that was merely lost must
    not turn all that follows.
    """
    for m in range(n, len(units)):
        unit = units[m]
        if _opened_again(unit, carried) or any(_CLOSE[unit.marks[i].char] in carried for i in unit.surplus):
            return m
        if any(mark.char == carried[0] for mark in unit.marks):
            return -1
    return -1


def _levels_within(unit: _Unit, carried: list[str], again: int) -> None:
    """Levels of the marks of a paragraph after the first `again`; takes from `carried` what is closed here."""
    around: list[int] = []  # where the quotations end that are open at this point
    never_closed = [0, 0]  # double and single marks: they may be the ones that are wrong, and nest the other kind only
    for i, mark in enumerate(unit.marks):
        if i < again:
            continue
        if not mark.opens:
            if i in unit.surplus:
                mark.level = _close(mark, carried)
            continue
        if _in_western(unit, i):
            continue
        while around and around[-1] < i:
            around.pop()
        mark.level = len(carried) + len(around) + never_closed[not mark.single]
        if i in unit.partner:
            unit.marks[unit.partner[i]].level = mark.level
            around.append(unit.partner[i])
        else:
            mark.level = mark.level or int(mark.single)
            never_closed[mark.single] += 1


def _close(mark: _Mark, carried: list[str]) -> int:
    """Level of a mark that closes a quotation of an earlier paragraph; without one, that of its kind."""
    opening = _CLOSE[mark.char]
    if opening not in carried:
        return int(mark.single)
    level = len(carried) - 1 - carried[::-1].index(opening)
    del carried[level:]
    return level


def _in_western(unit: _Unit, i: int) -> bool:
    """Whether a quotation stands within a Western sentence, or in a paragraph without any Chinese.

    Corner brackets are Chinese wherever they stand.
    """
    if unit.marks[i].char in "「『":
        return False
    if i not in unit.partner:
        return not unit.chinese
    start, end = unit.marks[i].at, unit.marks[unit.partner[i]].at
    if _CJK.search(unit.text, start + 1, end):
        return False
    before = unit.text[max(0, start - _NEAR) : start].rstrip()[-1:]
    after = unit.text[end + 1 : end + 1 + _NEAR].lstrip()[:1]
    if (before and _CJK.match(before)) or (after and _CJK.match(after)):
        return False
    return bool(before or after) or not unit.chinese
