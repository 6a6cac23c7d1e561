"""Which of an article's title lines is the headline, where no mark says so: kicker and deck by what the words show."""

from collections.abc import Sequence
from math import fsum
from typing import Final

from .. import chars
from ..lines import width
from ..patterns import regex
from . import signs
from .title_signs import DECK_START, signs_of
from .verbs import VERBS

_MARKED_KICKER: Final = ("：", ":", "——", "──")
# 黎永昌主持 魏长林出席并讲话: who did what at the occasion that the line above tells of.
_PRESIDES: Final = regex(rf"{signs.WORD}{{2,4}}(?:主持|出席|讲话|致辞|致词|陪同|参加)(?:会议)?(?:并.{{2,6}})?")
# 林启元主持召开政务会议 above 研究稳就业: what it dealt with is the news.
_CONVENES: Final = regex("(?:主持|召开|举行).{0,16}(?<!座谈)会议$|会议在?.{0,4}(?:召开|举行)$")
_DEALS_WITH: Final = regex(signs.any_of("研究 部署 讨论 审议 决定 通过 听取 围绕"))
# The second line of a headline goes on in the middle of the sentence: 中方就…挑衅 提出严正交涉, 甲国和乙国 关于…的声明.
_WANTS_MORE: Final = regex("(?:[的、被把]|(?<![共温缓调平祥谐饱])和|(?<!参)与|(?<![普涉危埃顾触波惠])及|年前)$")
_SPEAKS_ON: Final = regex("[^，：]{0,12}[就对同与向](?!业).{3,}")
_THEREOF: Final = regex(
    signs.any_of("提出 表示 发表 作出 答 交换 进行 举行 达成 表明 致以 给予") + "|(?:会谈|通电话|交涉|互致)"
)
_DOCUMENT: Final = regex(
    "关于.+的.{0,4}" + signs.any_of("声明 公报 决定 通知 意见 公告 协定 协议 决议 通告 备忘录 宣言") + "$"
)
_WHO: Final = regex(r"(?:.*(?:委员长?|总理|主席|总统|部长|书记|同志|代表团)\S{0,4}|.*(?:队|[男女][足篮排乒]))$")
_DOES: Final = regex(
    signs.any_of(
        "会见 接见 出席 访问 抵达 前往 离开 返回 率团 挺进 晋级 战胜 夺得 夺冠 出征 启程 当选 逝世 凯旋 首夺 卫冕 摘得"
    )
)
_SHORT_END: Final = 10  # half-width cells: no headline below a clause is so short
_NO_CUT: Final = frozenset({"says", "time", "issues", "occasion", "contest", "series", "nobody_else", "theme"})
_LIKE: Final = 1.35  # times as wide at most are the lines of one headline
_LONG_CALL: Final = 24  # half-width cells
_COUPLET: Final = 20  # half-width cells: so short and equally long two lines are one headline
_NO_COUPLET: Final = frozenset(
    {"says", "time", "years", "issues", "occasion", "subject", "contest", "series", "deck_end", "genre", "goes_on"}
)
_PAIR: Final = regex(f"(?=([{chars.HAN_CLASS}]{{2}}))")  # overlapping, by looking ahead
LEAD: Final = 120  # characters of the text below, in which news tells its headline again
_MEETS: Final = regex("(?:会|会议|培训班)(?:在.{2,8})?(?:召开|举行|举办)$")
_NEWS: Final = regex("[0-9一二三四五六七八九十]日|日前|近日|获悉|今天|昨天")
_FIRST_SENTENCE: Final = 40
_SUBJECT: Final = 6
_UNTOLD: Final = 0.15  # shares of a line's pairs of characters
_TOLD: Final = 0.4
_LEADS_UP: Final = frozenset({"says", "event", "occasion", "convenes"})  # to all that was called for there
_COLUMN: Final = 4  # characters
# Columns speak or write, look on, or are places that people look or talk from: 快评, 民声, 学思录, 望海楼, 茶座.
_SPEAKS: Final = regex(".{1,3}[谈谭评论语声话说读录札笺鸿志观鉴镜澜台楼座亭阁轩坛窗苑圃廊斋]")
_NO_COLUMN: Final = frozenset(
    {"says", "time", "years", "issues", "occasion", "subject", "contest"}
    | {"place", "country", "event", "exhorts", "result", "counted"}
)
# Headlines are printed larger than the lines above and below them, so that these hold more words. Labelled lines have
# no types and cannot teach it: this weight is given.
GIVEN: Final = {"the second is wider": -0.6}
_WIDER: Final = 8  # half-width cells
# Log-odds that the first of several title lines is a kicker, as tests/benchmarks/title_weights.py fits them.
WEIGHTS: Final[dict[str, float]] = {
    "second genre": -1.8,
    "second deck_end": -1.7,
    "vague above clear": -1.6,
    "first counted": -1.5,
    "second begins_with_number": -1.4,
    "second goes_on": -1.3,
    "first result": -1.2,
    "second refers_back": -1.1,
    "first deck_end": -1.1,
    "first comma": -1.0,
    "first vivid": -1.0,
    "second aspect": -0.9,
    "a call above its meeting": -0.9,
    "second long name": -0.8,
    "first long name": -0.8,
    "a meeting above its agenda": -0.8,
    "second verb_first": -0.7,
    "first team": -0.7,
    "second modal": -0.7,
    "the second is wider": -0.6,
    "first vague": -0.6,
    "first country": -0.6,
    "second agenda": -0.5,
    "vague above a place": -0.5,
    "a verb goes on from a clause": -0.4,
    "first refers_back": -0.4,
    "first clause": -0.4,
    "first superlative": -0.4,
    "second short name": -0.4,
    "first aspect": -0.3,
    "second tiny name": -0.3,
    "second tiny clause": -0.3,
    "first place": -0.2,
    "second clause": -0.2,
    "any": -0.2,
    "second measured": -0.2,
    "second long clause": -0.2,
    "first quotes_first": -0.2,
    "first asks": 0.2,
    "first years": 0.2,
    "first tiny clause": 0.2,
    "second place": 0.3,
    "second theme": 0.3,
    "three lines": 0.3,
    "second occasion": 0.3,
    "clear above vague": 0.4,
    "first series": 0.4,
    "third a deck": 0.4,
    "first quotes": 0.4,
    "second quotes_first": 0.5,
    "second event": 0.5,
    "more of the second told again": 0.5,
    "second result": 0.5,
    "second two_phrases": 0.5,
    "second names_a_thing": 0.5,
    "second team": 0.5,
    "a thing that is named below": 0.6,
    "first measured": 0.6,
    "second contest": 0.6,
    "news tells the second alone": 0.6,
    "second years": 0.7,
    "second issues": 0.7,
    "the text begins with the second's subject": 0.7,
    "second country": 0.7,
    "first nobody_else": 0.8,
    "its object below the verb": 0.8,
    "a verb below what is no clause": 0.8,
    "first time": 0.8,
    "first subject": 0.9,
    "first exhorts": 0.9,
    "first begins_with_number": 1.0,
    "first event": 1.0,
    "first wants_object": 1.0,
    "second asks": 1.0,
    "first two_phrases": 1.1,
    "first verb_first": 1.1,
    "first contest": 1.2,
    "second vague": 1.2,
    "second quotes": 1.3,
    "first theme": 1.3,
    "first tiny name": 1.3,
    "first short clause": 1.4,
    "first issues": 1.5,
    "vague above news": 1.5,
    "second exhorts": 1.6,
    "second vivid": 1.6,
    "first short name": 1.6,
    "first purpose": 1.7,
    "first says": 3.5,
}


def main_line(titles: Sequence[str], lead: str = "") -> int:
    """Which of the title lines is the headline: the first (no kicker) or the second (the first is its kicker).

    `lead` is the beginning of the text below, signs made plain.
    """
    sure = by_marks(titles)
    return main_by(weighed(titles, lead)) if sure is None else sure


def _agenda_below(first: str, second: str) -> bool:
    """Whether a line names a meeting and the next one what it dealt with."""
    return bool(_CONVENES.search(first) and _DEALS_WITH.match(second)) and "deck_end" not in signs_of(second)


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
    if {"nobody_else", "name"} <= signs_of(first) or _agenda_below(first, second):
        return 1
    return 1 if len(titles) > 2 and DECK_START.match(titles[2]) else None


def weighed(titles: Sequence[str], lead: str = "") -> list[tuple[float, str]]:
    """The evidence in two or more title lines, in log-odds, above 0 for a kicker; the strongest first."""
    found = ((WEIGHTS.get(name, 0.0) * much, name) for name, much in evidence_of(titles, lead).items())
    return sorted(found, key=lambda pair: (-abs(pair[0]), pair[1]))


def evidence_of(titles: Sequence[str], lead: str = "") -> dict[str, float]:
    """What two or more title lines show, and how much of it, for the first to be a kicker or not."""
    first, second, *more = (signs.plain(title) for title in titles)
    above, below = signs_of(first), signs_of(second)
    out = {"any": 1.0}
    out["the second is wider"] = max(-1.0, min(1.0, (width(second) - width(first)) / _WIDER))
    out.update(dict.fromkeys((f"first {name}" for name in above), 1.0))
    out.update(dict.fromkeys((f"second {name}" for name in below), 1.0))
    if "vague" in above and "vague" not in below:
        out["vague above clear"] = 1.0
        out["vague above a place"] = float("place" in below)
        out["vague above news"] = float(not below.isdisjoint({"result", "counted"}))
    if "vague" in below and "vague" not in above:
        out["clear above vague"] = 1.0
    if "verb_first" in below or "goes_on" in below or "exhorts" in below:
        said = "clause" in above and above.isdisjoint({"says", "issues", "convenes", "theme", "exhorts", "purpose"})
        out["a verb goes on from a clause" if said else "a verb below what is no clause"] = 1.0
    if "name" in above and "exhorts" not in above and "clause" in below and first[-2:] in second[2:]:
        out["a thing that is named below"] = 1.0
    if "wants_object" in above and "name" in below:
        out["its object below the verb"] = 1.0
    if "exhorts" in above and _MEETS.search(second):
        out["a call above its meeting"] = 1.0
    if "convenes" in above and "agenda" in below:
        out["a meeting above its agenda"] = 1.0
    if more:
        out["three lines"] = 1.0
        out["third a deck"] = float(bool(DECK_START.match(more[0])) or "deck_end" in signs_of(more[0]))
    if lead and "a call above its meeting" not in out:  # of which the text tells wherever it is named
        out |= _retold(first, second, lead)
    return out


def _retold(first: str, second: str, lead: str) -> dict[str, float]:
    """What the beginning of the text tells again: news its headline first of all, of a slogan above it nothing."""
    above, below = told_again(first, lead), told_again(second, lead)
    out = {"more of the second told again": below - above}
    begins = lead[:_FIRST_SENTENCE]
    out["the text begins with the second's subject"] = told_again(second[:_SUBJECT], begins) - told_again(
        first[:_SUBJECT], begins
    )
    if above <= _UNTOLD and below >= _TOLD and _NEWS.search(lead):
        out["news tells the second alone"] = 1.0
    return out


def names_column(title: str) -> bool:
    """Whether a title line above a headline, its signs made plain, is the name of a column.

    Such names stand in brackets or have two parts; or they are short and tell of a series, speak, or are set apart as
    wide as longer ones: 和 音.
    """
    words = signs.closed_up(title)
    if signs.is_column(title):
        return True
    if len(words) > _COLUMN or not all(map(chars.is_han, words)):
        return False
    shown = signs_of(words)
    marked = "series" in shown or _SPEAKS.fullmatch(words) or len(words) < len(title)
    return bool(marked) and shown.isdisjoint(_NO_COLUMN)


def told_again(title: str, lead: str) -> float:
    """How much of a title the beginning of the text tells again, in pairs of characters: 0 to 1."""
    pairs = set(_PAIR.findall(title))
    return sum(map(lead.__contains__, pairs)) / len(pairs) if pairs else 0.0


def are_one_call(first: str, second: str, kicker: str | None = None) -> bool:
    """Whether two title lines, signs made plain, are one headline printed on two.

    Two calls of like length are, long ones or such as a kicker leads up to; so are two short lines of one length, and
    whatever a speaker calls for or a meeting deals with.
    """
    if DECK_START.match(second):
        return False
    if goes_on(first, second):
        return True
    narrow, wide = sorted((width(first), width(second)))
    if kicker is None and narrow < _LONG_CALL and narrow != wide:
        return False
    above, below = signs_of(first), signs_of(second)
    led = signs_of(kicker) if kicker is not None else frozenset[str]()
    alike = second[0] in "在以为" or not set(_PAIR.findall(first)).isdisjoint(_PAIR.findall(second))
    if alike and "says" in led and "exhorts" in above and "deck_end" not in below and wide <= 2 * narrow:
        return True
    if "agenda" in above & below and not led.isdisjoint({"occasion", "convenes"}):
        return True
    if "deck_end" in below:
        return False
    called = "exhorts" in above and "exhorts" in below
    if (called and not led.isdisjoint(_LEADS_UP)) or ("exhorts" in below and "says" in led):
        return True
    long = kicker is not None or narrow >= _LONG_CALL
    if called and long and wide <= _LIKE * narrow and above.isdisjoint({"says", "occasion", "theme"}):
        return True
    said = first[0] == second[0] or all("vague" in line or "exhorts" in line for line in (above, below))
    alike = narrow == wide <= _COUPLET and sum(map(chars.is_han, first)) == sum(map(chars.is_han, second))
    return alike and said and not (above | below) & _NO_COUPLET


def goes_on(first: str, second: str) -> bool:
    """Whether a sentence goes on from one title line, signs made plain, to the next: a headline printed on two."""
    if _WANTS_MORE.search(first) or (_SPEAKS_ON.fullmatch(first) and _THEREOF.match(second)):
        return True
    above = signs_of(first)
    if "name" in above and (_DOCUMENT.fullmatch(second) or (_WHO.fullmatch(first) and _DOES.match(second))):
        return True
    short = width(second) <= _SHORT_END and second[:2] in VERBS
    return short and width(first) >= width(second) and above.isdisjoint(_NO_CUT)
