"""The lines above an article's body: which is kicker, headline, deck, label."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .. import chars
from ..lines import width
from ..patterns import regex
from . import signs
from .labels import Labelled

# 引题 lead up to the headline: a place or speaker, a verb of saying, an occasion.
_KICKER_END: Final = regex(
    r"(?:(?:强调|指出|要求|表示|提出|宣布|提醒|呼吁|印发|发布|公布|通过|批准|决定|透露|认为|建议|显示|介绍|倡议|号召|等地|多地|各地|等省份?|等市)|(?<!小)时|之[一二三四五六七八九十]+)$"
)
DECK_START: Final = regex(r"——|──|[（(]|\S{1,12}[〔\[（(][0-9]{4}[〕\]）)]\S{0,4}号$")
# 副题 tell what else happened: who spoke, who was there, how much it came to.
_DECK_END: Final = regex(
    r"(?:主持|讲话|出席|致辞|致词|作报告|陪同|参加|见证|作说明|会见|主持会议|总结讲话|讲话|发言|纪实|侧记|述评|综述|启示|调查|访谈|纪事)$"
)
# An occasion, for what was said or done there to follow.
_OCCASION: Final = regex(
    r"(?:会议|座谈会|大会|论坛|仪式|活动|研讨会|全会|考察|调研|集体学习|系列报道|特别报道)(?:上|时|后|期间)?$|(?:时节|之际|前夕|以来)$"
)
# A place, a body, a time or a meeting by itself: whose news the headline below tells.
_SUBJECT: Final = regex(
    r".{0,16}(?:[省市县州盟旗村镇乡]|(?:自治|开发|新)区|银行|[部局委院厅署]|总会|公司|集团|大学|学院|运动会|锦标赛|博览会|季度|个月|上半年|[0-9]月|今年|去年)$"
)
_EVENT_END: Final = regex(r"(?:召开|举行|开幕|闭幕|启动|成立|开工|会谈|会见|通车|揭晓|发布|印发)$")
_REFERS_BACK: Final = regex("[他她其此]")
_TOLD: Final = 0.3  # a kicker that is no occasion and no speaker is not told again in the text
_CLAUSE: Final = 9  # characters
_SLOGAN: Final = 10  # half-width cells: so short a line is no headline of a longer one
_DECK_LONGER: Final = 1.45  # times as wide as the line above it


@dataclass(slots=True)
class Heads:
    """The title fields of an article."""

    headline: str | None = None
    kicker: str | None = None
    label: str | None = None
    deck: tuple[str, ...] = ()


def read_heads(lines: Sequence[Labelled], lead: str = "") -> Heads:
    """The title fields of a group of head and label lines, as printed above a text that begins with `lead`."""
    labels = [item.body for item in lines if item.kind == "label"]
    titles = [item for item in lines if item.kind != "label"]
    if labels and not titles:
        return Heads(headline=labels[-1], label=" ".join(labels[:-1]) or None)
    heads = Heads(label=" ".join(labels) or None)
    if not titles:
        return heads
    main = _said(titles)
    if main is None:
        main = main_line([item.body for item in titles], lead)
    heads.kicker = " ".join(item.body for item in titles[:main]) or None
    heads.headline = titles[main].body
    heads.deck = tuple(item.body for item in titles[main + 1 :])
    tail = signs.column_tail(heads.headline)
    if tail and not heads.label:
        heads.label = tail
        heads.headline = heads.headline[: -len(tail)].rstrip(chars.BLANKS)
    return heads


def _said(titles: Sequence[Labelled]) -> int | None:
    """Which title line is the headline by what a person said of one of them."""
    for at, item in enumerate(titles):
        if item.role == "headline":
            return at
        if item.role == "kicker" and at + 1 < len(titles):
            return at + 1
        if item.role == "deck" and at:
            return at - 1
    return None


def main_line(titles: Sequence[str], lead: str = "") -> int:
    """Which of the title lines is the headline: the first (no kicker) or the second (the first is its kicker)."""
    if len(titles) == 1:
        return 0
    first, second = (signs.plain(title) for title in titles[:2])
    if DECK_START.match(second):
        return 0
    if first.endswith(("：", ":", "——", "──")):
        return 1
    score = 0.0  # above 0: the first line is a kicker
    if _KICKER_END.search(first):
        score += 3.0
    if signs.column_tail(first):
        score -= 2.0
    if signs.column_tail(second):
        score += 2.0
    if "主持召开" in first:
        score += 3.0
    elif _OCCASION.search(first):
        score += 1.5
    if _EVENT_END.search(second) and not _EVENT_END.search(first):
        score -= 0.5
    if _DECK_END.search(second):
        score -= 2.5
    if _REFERS_BACK.search(second):
        score -= 1.0
    if second.startswith("《"):
        score += 1.0
    if _SUBJECT.fullmatch(first):
        score += 2.5
    elif lead:
        told = told_again(titles[0], lead)
        score += 2.5 * (told_again(titles[1], lead) - told)
        if told >= _TOLD and not _KICKER_END.search(first) and len(first) >= _CLAUSE:
            score -= 1.0
    longer = width(second) / width(first)
    score += 0.7 if longer < _DECK_LONGER or width(first) <= _SLOGAN else -1.5
    if len(titles) > 2:
        score += 2.0 if DECK_START.match(titles[2]) else 0.8
    return 1 if score > 0 else 0


def told_again(title: str, lead: str) -> float:
    """How much of a title the beginning of the text tells again, in pairs of characters: 0 to 1."""
    pairs = {title[i : i + 2] for i in range(len(title) - 1) if chars.is_han(title[i]) and chars.is_han(title[i + 1])}
    return sum(pair in lead for pair in pairs) / len(pairs) if pairs else 0.0
