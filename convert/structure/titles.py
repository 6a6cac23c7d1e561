"""Which of an article's title lines is the headline, where no mark says so: kicker and deck by what the words show."""

from collections.abc import Sequence
from math import fsum, log
from typing import Final

from .. import chars
from ..lines import width
from ..patterns import regex
from . import signs
from .title_signs import DECK_START, signs_of

_MARKED_KICKER: Final = ("：", ":", "——", "──")
# 黎永昌主持 魏长林出席并讲话: who did what at the occasion that the line above tells of.
_PRESIDES: Final = regex(rf"{signs.WORD}{{2,4}}(?:主持|出席|讲话|致辞|致词|陪同|参加)(?:会议)?(?:并.{{2,6}})?")
_LIKE: Final = 1.35  # times as wide at most are the lines of one headline
_LONG_CALL: Final = 24  # half-width cells
_COUPLET: Final = 20  # half-width cells: so short and equally long two lines are one headline
_NO_COUPLET: Final = frozenset(
    {"says", "time", "issues", "occasion", "subject", "contest", "series", "deck_end", "genre", "goes_on"}
)
_LEADS_UP: Final = frozenset({"says", "event", "occasion", "convenes"})  # to all that was called for there
_COLUMN: Final = 4  # characters
# Columns speak, or are places that people look or talk from: 快评, 大家谈, 民声, 望海楼, 茶座.
_SPEAKS: Final = regex(".{1,2}[谈评论语声台楼座亭阁轩坛窗]")
_NO_COLUMN: Final = frozenset(
    {"says", "time", "issues", "occasion", "subject", "contest"}
    | {"place", "country", "event", "exhorts", "result", "counted"}
)
# Log-odds that the first of several title lines is a kicker, as tests/benchmarks/title_weights.py fits them.
_WEIGHTS: Final[dict[str, float]] = {
    "second deck_end": -1.9,
    "second genre": -1.8,
    "second begins_with_number": -1.4,
    "second refers_back": -1.3,
    "first result": -1.3,
    "first counted": -1.3,
    "second goes_on": -1.2,
    "vague above clear": -1.0,
    "vague above a place": -1.0,
    "second long name": -0.9,
    "first comma": -0.9,
    "first deck_end": -0.7,
    "second aspect": -0.7,
    "first aspect": -0.7,
    "second verb_first": -0.6,
    "second takes_it": -0.6,
    "second long clause": -0.6,
    "second modal": -0.6,
    "first country": -0.6,
    "first team": -0.5,
    "a verb goes on from a clause": -0.5,
    "first vague": -0.5,
    "second series": -0.4,
    "any": -0.4,
    "first refers_back": -0.4,
    "first names_a_thing": -0.3,
    "first goes_on": -0.3,
    "second clause": -0.3,
    "first quotes_first": -0.3,
    "first clause": -0.3,
    "second tiny clause": -0.3,
    "first long name": -0.2,
    "second place": -0.2,
    "second counted": 0.2,
    "first asks": 0.2,
    "a meeting above its agenda": 0.2,
    "second issues": 0.3,
    "second two_phrases": 0.3,
    "second says": 0.4,
    "second team": 0.4,
    "contest above a team": 0.4,
    "second short clause": 0.4,
    "first series": 0.5,
    "first quotes": 0.5,
    "second event": 0.5,
    "first begins_with_number": 0.5,
    "first time": 0.5,
    "second agenda": 0.6,
    "first verb_first": 0.6,
    "first occasion": 0.6,
    "second result": 0.6,
    "third a deck": 0.6,
    "clear above vague": 0.7,
    "first convenes": 0.7,
    "three lines": 0.7,
    "second asks": 0.7,
    "first short clause": 0.7,
    "second country": 0.8,
    "first exhorts": 0.8,
    "second names_a_thing": 0.8,
    "a verb below what is no clause": 0.9,
    "first contest": 0.9,
    "first subject": 0.9,
    "second quotes": 0.9,
    "second contest": 1.0,
    "first theme": 1.1,
    "second vague": 1.1,
    "first event": 1.2,
    "first short name": 1.2,
    "first tiny name": 1.3,
    "first issues": 1.3,
    "second exhorts": 1.8,
    "first purpose": 1.9,
    "first two_phrases": 1.9,
    "first says": 2.8,
}


def main_line(titles: Sequence[str]) -> int:
    """Which of the title lines is the headline: the first (no kicker) or the second (the first is its kicker)."""
    sure = by_marks(titles)
    return main_by(weighed(titles)) if sure is None else sure


def main_by(evidence: Sequence[tuple[float, str]]) -> int:
    """Which title line is the headline by what was weighed."""
    odds = fsum(weight for weight, _ in evidence)  # the same in whatever order
    return 1 if round(odds, 3) > 0 else 0


def by_marks(titles: Sequence[str]) -> int | None:
    """Which title line is the headline where marks or the lines' shape decide it; None where words must be weighed."""
    if len(titles) == 1:
        return 0
    first, second = (signs.plain(title) for title in titles[:2])
    if DECK_START.match(second) or _PRESIDES.fullmatch(second):
        return 0
    if first.endswith(_MARKED_KICKER) or signs.column_tail(second):
        return 1
    if signs.column_tail(first) or are_one_call(first, second):
        return 0
    return 1 if len(titles) > 2 and DECK_START.match(titles[2]) else None


def weighed(titles: Sequence[str]) -> list[tuple[float, str]]:
    """The evidence in two or more title lines, in log-odds, above 0 for a kicker; the strongest first."""
    found = ((_WEIGHTS.get(name, 0.0) * much, name) for name, much in evidence_of(titles).items())
    return sorted(found, key=lambda pair: (-abs(pair[0]), pair[1]))


def evidence_of(titles: Sequence[str]) -> dict[str, float]:
    """What two or more title lines show, and how much of it, for the first to be a kicker or not."""
    first, second, *more = (signs.plain(title) for title in titles)
    above, below = signs_of(first), signs_of(second)
    out = {"any": 1.0, "second longer": max(-1.0, min(1.0, log(width(second) / width(first))))}
    out.update(dict.fromkeys((f"first {name}" for name in above), 1.0))
    out.update(dict.fromkeys((f"second {name}" for name in below), 1.0))
    if "vague" in above and "vague" not in below:
        out["vague above clear"] = 1.0
        out["vague above a place"] = float("place" in below)
    if "vague" in below and "vague" not in above:
        out["clear above vague"] = 1.0
    if "verb_first" in below or "goes_on" in below or "exhorts" in below:
        said = "clause" in above and above.isdisjoint({"says", "issues", "convenes", "theme", "exhorts", "purpose"})
        out["a verb goes on from a clause" if said else "a verb below what is no clause"] = 1.0
    if "event" in above and "begins_with_number" in below:
        out["event above a number"] = 1.0
    if "team" in below and not above.isdisjoint({"contest", "event"}):
        out["contest above a team"] = 1.0
    if "convenes" in above and "agenda" in below:
        out["a meeting above its agenda"] = 1.0
    if more:
        out["three lines"] = 1.0
        out["third a deck"] = float(bool(DECK_START.match(more[0])) or "deck_end" in signs_of(more[0]))
    return out


def names_column(title: str) -> bool:
    """Whether a title line above a headline, its signs made plain, is the name of a column.

    Such names are short and tell of a series, speak, or are set apart as wide as longer ones: 和 音.
    """
    words = signs.closed_up(title)
    if len(words) > _COLUMN or not all(map(chars.is_han, words)):
        return False
    shown = signs_of(words)
    marked = "series" in shown or _SPEAKS.fullmatch(words) or len(words) < len(title)
    return bool(marked) and shown.isdisjoint(_NO_COLUMN)


def told_again(title: str, lead: str) -> float:
    """How much of a title the beginning of the text tells again, in pairs of characters: 0 to 1."""
    pairs = {title[i : i + 2] for i in range(len(title) - 1) if chars.is_han(title[i]) and chars.is_han(title[i + 1])}
    return sum(pair in lead for pair in pairs) / len(pairs) if pairs else 0.0


def are_one_call(first: str, second: str, kicker: str | None = None) -> bool:
    """Whether two title lines, signs made plain, are one headline printed on two.

    Two calls of like length are, long ones or such as a kicker leads up to; so are two short lines of one length, and
    whatever a speaker calls for or a meeting deals with.
    """
    if DECK_START.match(second):
        return False
    above, below = signs_of(first), signs_of(second)
    led = signs_of(kicker) if kicker is not None else frozenset[str]()
    if "agenda" in above & below and not led.isdisjoint({"occasion", "convenes"}):
        return True
    if "deck_end" in below:
        return False
    called = "exhorts" in above and "exhorts" in below
    if (called and not led.isdisjoint(_LEADS_UP)) or ("exhorts" in below and "says" in led):
        return True
    narrow, wide = sorted((width(first), width(second)))
    long = kicker is not None or narrow >= _LONG_CALL
    if called and long and wide <= _LIKE * narrow and above.isdisjoint({"says", "occasion", "theme"}):
        return True
    said = first[0] == second[0] or all("vague" in line or "exhorts" in line for line in (above, below))
    return narrow == wide <= _COUPLET and said and not (above | below) & _NO_COUPLET
