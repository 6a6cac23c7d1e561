"""Which of an article's title lines is the headline, where no mark says so: kicker and deck by what the words show."""

from collections.abc import Sequence
from math import fsum
from typing import Final

from .. import chars
from ..patterns import regex
from . import signs
from .bylines import are_bodies
from .title_signs import DECK_START, PAIR, signs_of, width
from .two_lines import are_one

_MARKED_KICKER: Final = ("：", ":", "——", "──")
# 黎永昌主持 魏长林出席并讲话: who did what at the occasion that the line above tells of.
_PRESIDES: Final = regex(rf"{signs.WORD}{{2,4}}(?:主持|出席|讲话|致辞|致词|陪同|参加)(?:会议)?(?:并.{{2,6}})?")
_BOTH: Final = regex("双方|两国元首|两国总理|宾主")  # of whom the line above tells
# What only leads up to a headline: 在先进生产者会见会上, 深入学习贯彻全会精神.
_LEADS_UP: Final = regex(
    "在.{3,}(?:[会式]|考察|调研|座谈|访问)(?:上|时|期间)|.{4,}之际"
    "|(?:深入|认真|全面)?学习(?:宣传)?贯彻.{2,}(?:精神|思想|理念|讲话|部署|决定|理论)"
)
# 林启元主持召开政务会议 above 研究稳就业: what it dealt with is the news.
_CONVENES: Final = regex("(?:主持|召开|举行).{0,16}(?<!座谈)会议$|会议在?.{0,4}(?:召开|举行)$")
_DEALS_WITH: Final = regex(signs.any_of("研究 部署 讨论 审议 决定 通过 听取 围绕"))
LEAD: Final = 120  # characters of the text below, in which news tells its headline again
_MEETS: Final = regex("(?:会|会议|培训班)(?:在.{2,8})?(?:召开|举行|举办)$")
# What is to be done everywhere, in a plan's plain words: 扎实推进东北振兴, above who does it.
_POLICY: Final = regex(
    r"(?!.*[“，的])"
    + signs.any_of(
        """扎实 持续 全面 大力 深入 着力 不断 加快 坚持 积极 切实 稳步 奋力 坚定 进一步 推动 推进 促进 加强 深化 完善
        健全 巩固 弘扬 贯彻 践行 优化 提升 增强 筑牢 落实 实施 拓展 强化 做好 办好 统筹 构建 发展 保障 改善"""
    )
)
_NEWS: Final = regex("[0-9一二三四五六七八九十]日|日前|近日|获悉|今天|昨天")
_FIRST_SENTENCE: Final = 40
_SUBJECT: Final = 6
_UNTOLD: Final = 0.15  # shares of a line's pairs of characters
_TOLD: Final = 0.4
_COLUMN: Final = 4  # characters
# Columns speak or write, look on, or are places that people look or talk from: 快评, 民声, 学思录, 望海楼, 茶座.
_SPEAKS: Final = regex(".{1,3}[谈谭评论语声话说读录札笺鸿志观鉴镜澜台楼座亭阁轩坛窗苑圃廊斋]")
NO_COLUMN: Final = frozenset(
    {"says", "time", "years", "issues", "occasion", "subject", "contest"}
    | {"place", "country", "event", "exhorts", "result", "counted"}
)
# Headlines are printed larger than the lines above and below them, so that these hold more words; of three lines
# without a mark one stands above the headline and one below it; and of two that show nothing the first is a kicker.
# Labelled lines, which have no types and few of which are three, cannot teach it: these weights are given.
GIVEN: Final = {"any": 0.4, "the second is wider": -0.6, "three plain lines": 0.8}
_WIDER: Final = 8  # half-width cells
# Log-odds that the first of several title lines is a kicker, as tests/benchmarks/title_weights.py fits them.
WEIGHTS: Final[dict[str, float]] = {
    "second genre": -1.8,
    "second deck_end": -1.7,
    "first counted": -1.6,
    "vague above clear": -1.6,
    "second aspect": -1.2,
    "second begins_with_number": -1.1,
    "first lets": -1.1,
    "first result": -1.1,
    "first comma": -1.1,
    "second refers_back": -1.1,
    "second says": -1.0,
    "a call above its meeting": -0.9,
    "second tiny name": -0.9,
    "first team": -0.9,
    "first vivid": -0.9,
    "second long name": -0.9,
    "second goes_on": -0.8,
    "first deck_end": -0.8,
    "second modal": -0.7,
    "the second is wider": -0.6,
    "a verb goes on from a clause": -0.6,
    "first clause": -0.6,
    "first vague": -0.6,
    "a meeting above its agenda": -0.6,
    "second short name": -0.5,
    "second verb_first": -0.5,
    "first country": -0.5,
    "second agenda": -0.5,
    "first superlative": -0.5,
    "second clause": -0.5,
    "first long name": -0.5,
    "first refers_back": -0.3,
    "second tiny clause": -0.3,
    "first convenes": -0.3,
    "vague above a place": -0.3,
    "second name": -0.3,
    "first quotes_first": -0.3,
    "first place": -0.2,
    "first long clause": -0.2,
    "first name": -0.2,
    "second measured": -0.2,
    "first names_a_thing": -0.2,
    "first genre": 0.2,
    "second comma": 0.2,
    "first asks": 0.2,
    "clear above vague": 0.2,
    "second subject": 0.2,
    "first quotes": 0.2,
    "first tiny clause": 0.2,
    "first goes_on": 0.3,
    "second names_a_thing": 0.3,
    "second issues": 0.3,
    "first nobody_else": 0.3,
    "second event": 0.4,
    "second place": 0.4,
    "any": 0.4,
    "second lets": 0.5,
    "second years": 0.5,
    "second two_phrases": 0.5,
    "news tells the second alone": 0.5,
    "a verb below what is no clause": 0.5,
    "first theme": 0.5,
    "first measured": 0.5,
    "second result": 0.5,
    "first series": 0.5,
    "second team": 0.6,
    "three lines": 0.6,
    "second quotes_first": 0.6,
    "a thing that is named below": 0.6,
    "second contest": 0.6,
    "second quotation": 0.6,
    "first years": 0.7,
    "three plain lines": 0.8,
    "first time": 0.8,
    "second country": 0.8,
    "its object below the verb": 0.8,
    "first event": 0.8,
    "the text begins with the second's subject": 0.9,
    "first begins_with_number": 0.9,
    "first exhorts": 0.9,
    "first subject": 0.9,
    "first two_phrases": 1.0,
    "second asks": 1.0,
    "a policy above a place": 1.1,
    "first verb_first": 1.1,
    "first short clause": 1.1,
    "first wants_object": 1.1,
    "first contest": 1.2,
    "second vague": 1.2,
    "second quotes": 1.3,
    "first tiny name": 1.3,
    "first issues": 1.5,
    "vague above news": 1.6,
    "first short name": 1.6,
    "second exhorts": 1.7,
    "first purpose": 1.7,
    "second vivid": 1.9,
    "first says": 3.4,
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
    if DECK_START.match(second) or _PRESIDES.fullmatch(second) or _BOTH.match(second):
        return 0
    if first.endswith(_MARKED_KICKER) or signs.column_tail(second):
        return 1
    if signs.column_tail(first) or are_one(first, second):
        return 0
    if signs.is_whole_title(second) and are_bodies(first):
        return 1
    if {"nobody_else", "name"} <= signs_of(first) or _LEADS_UP.fullmatch(first) or _agenda_below(first, second):
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
    elif _POLICY.match(first) and not {"place", "country"}.isdisjoint(below) and "deck_end" not in below:
        out["a policy above a place"] = 1.0
    if "convenes" in above and "agenda" in below:
        out["a meeting above its agenda"] = 1.0
    if more:
        out["three lines"] = 1.0
        marked = {"says", "deck_end", "genre", "goes_on"} & (below | signs_of(more[0]))
        out["three plain lines"] = float(not marked and not DECK_START.match(more[0]))
    if lead and "a call above its meeting" not in out:  # of which the text tells wherever it is named
        out |= _retold(first, second, lead)
    return out


def _retold(first: str, second: str, lead: str) -> dict[str, float]:
    """What the beginning of the text tells again: news its headline first of all, of a slogan above it nothing."""
    above, below = told_again(first, lead), told_again(second, lead)
    begins = lead[:_FIRST_SENTENCE]
    subject = told_again(second[:_SUBJECT], begins) - told_again(first[:_SUBJECT], begins)
    out = {"the text begins with the second's subject": subject}
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
    return bool(marked) and shown.isdisjoint(NO_COLUMN)


def told_again(title: str, lead: str) -> float:
    """How much of a title the beginning of the text tells again, in pairs of characters: 0 to 1."""
    pairs = set(PAIR.findall(title))
    return sum(map(lead.__contains__, pairs)) / len(pairs) if pairs else 0.0
