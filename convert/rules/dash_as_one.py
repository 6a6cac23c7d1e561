"""Dashes that were read as the ideograph 一, where it cannot be the number."""

import re
from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from ..text import Confidence, Edit
from .neighbours import is_wide
from .rule import Context, Found, Rule

_DASH: Final = chars.DASH * 2

# Two that make one dash; or 一 alone, before a quotation, a name in Latin letters or what goes on behind a dash.
_READ_AS_ONE: Final = regex(r"[-一—－](?:(?<![-一—].)[-一—－](?![-一—])|(?<=一)(?=[“‘「 A-Z这這那正真然自我他她它]))")
_GOES_ON: Final = regex("[这這那]些|[正真]是|然而|[我他她它][们們]")
_SETS_IN: Final = regex("自然，")
_NAME: Final = regex(" ?[A-Z][a-z]")  # a signature: — Joseph
_OPENS_SPEECH: Final = regex("[“‘「]")
_CALLED: Final = regex("[“‘「][^”’」]{1,4}[”’」][字个個词詞句]")  # 说一“好”字
_COUNTS_ON: Final = regex("二[“‘「]")
_FAR: Final = 100
_PROVEN: Final = 2  # sure places, from which on the text's other ones are taken for dashes too
_DASH_FORMS: Final = frozenset({"一-", "一—", "一－", "-一", "—一", "－一", "一一"})
_DIGITS: Final = frozenset("〇零二三四五六七八九十年月日")  # 民国一一二年
_COUNTS: Final = frozenset("第周週期拜十百千万萬零〇初之统統唯同单單二三四五六七八九0123456789")
# 一一 is also "one by one": before these it stays, whatever stands on its left.
_ONE_BY_ONE: Final = frozenset(
    "参參列对對介说說核查问問答解落回道过過点點数數记記检檢分登验驗走看讲講指作做写寫与與相握告审審细細拜排击擊应應"
    "具呈述认認加予给給报報实實照念读讀辨送付交取收陈陳罗羅举舉摆擺展浮映尝嘗破清识識为為"
)
# Nor do these follow one by one: what stands between dashes, or goes on behind one.
_NO_VERB: Final = frozenset("“‘「《（不没沒是而但却卻或若虽雖这這那他她它我你谁誰什甚怎哪其因所")
# What ends in 一, or is counted or named by it: 万一我们, 星期一那些, 五一正是, 只一他们.
_ENDS_IN_ONE: Final = frozenset(
    "第之其单單统統合不唯惟万萬同初周週期专專划劃逐归歸均十百千两兩二三四五六七八九零〇任每某另再这這那有说說做数數如于於打来來大高为為"
    "一只独獨仅僅剩挑缺少多加减減取选選比前后後上下举舉是在把将將以与與和及或从從到老中各本该該此何几幾定守抱得成用給给叫让讓"
)
# A line with a name alone, under what its bearer said.
_SIGNED: Final = regex(f"^[ \u3000]{{0,8}}(一) ?[{chars.HAN_CLASS}]{{2,12}}$", re.M)
_SECOND: Final = regex("^[ \u3000]{0,8}二", re.M)
_SAID: Final = frozenset("。！？”」』…")
_BETWEEN: Final = 10  # blanks between a sentence and the line below
# What 一 never counts, nor goes before.
_NO_NUMBER: Final = frozenset("“‘「《（这這那他她它我你而但却卻")


def _read_as_one(text: str, context: Context) -> Iterator[Found]:
    places = list(_ones(text))
    proven = sum(sure for *_, sure in places) >= _PROVEN
    if proven and any(dash == chars.DASH for _, _, dash, _ in places):
        places = sorted([*places, *_signatures(text)])
    for start, end, dash, sure in places:
        likely = sure or (proven and dash[-1:] != "一")
        yield Edit(start, end, dash, Confidence.LIKELY if likely else Confidence.DOUBTFUL)


def _signatures(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where 一 stands before a name alone on its line, under a sentence, and no line counts on."""
    if _SECOND.search(text):
        return
    for match in _SIGNED.finditer(text):
        if text[max(0, match.start() - _BETWEEN) : match.start()].rstrip()[-1:] in _SAID:
            yield *match.span(1), chars.DASH, False


def _ones(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where 一 may be a dash, which one, and whether the neighbours leave no other reading."""
    for match in _READ_AS_ONE.finditer(text):
        start, end = match.span()
        left, right = text[start - 1 : start], text[end : end + 1]
        if match[0] == "一":
            dash = _alone(text, start, end)
            if dash is not None:
                yield start, end, dash, True
        elif (
            match[0] in _DASH_FORMS
            and (is_wide(left) or left == "”")
            and (chars.is_han(right) or right in "“‘「『《\n")
        ):
            if left in _COUNTS or (right in _COUNTS and match[0] != "一一") or right in _DIGITS:
                continue
            if match[0] != "一一":
                ones = "一" * (match[0][1] == "一" and right not in _NO_NUMBER)  # —一去不回
                yield start, end, _DASH + ones, not ones
            elif right not in _ONE_BY_ONE:
                yield start, end, _DASH, right in _NO_VERB


def _alone(text: str, start: int, end: int) -> str | None:
    """What a single 一 was read for; None where it may be the number."""
    left = text[start - 1 : start]
    goes_on = _GOES_ON.match(text, end)
    if text[max(0, start - 2) : start] == _DASH:
        return "" if goes_on or _SETS_IN.match(text, end) else None  # read once more
    if left in ("", "\n", " ", "\u3000"):
        return chars.DASH if _NAME.match(text, end) else None
    if _OPENS_SPEECH.match(text, end):
        counted = _CALLED.match(text, end) or _COUNTS_ON.search(text, end, end + _FAR)
        return _DASH if left in "说道：" and not counted else None
    return _DASH if goes_on and chars.is_han(left) and left not in _ENDS_IN_ONE else None


DASH_READ_AS_ONE: Final = Rule(
    "dash-read-as-one",
    "A dash that was read as the ideograph 一",
    _read_as_one,
    (
        ("这样说一-“日医汤本”", "这样说——“日医汤本”"),
        ("竟隔了两年。一一但这自然", "竟隔了两年。——但这自然"),
        ("站在歧路上，一一或者说得明白些", "站在歧路上，——或者说得明白些"),
        ("一Joseph Conrad", "—Joseph Conrad"),
        ("广告上这样说一“日医汤本”", "广告上这样说——“日医汤本”"),
        ("改变规则的力量一正是我们自己", "改变规则的力量——正是我们自己"),
        ("可以算作“通”。——一自然，请高明指教", "可以算作“通”。——自然，请高明指教"),
        (
            "行动就是一切。\n一Joseph Conrad\n书是好书。\n一Jane Doe\n令人深思。\n一 张三教授\n",
            "行动就是一切。\n—Joseph Conrad\n书是好书。\n—Jane Doe\n令人深思。\n— 张三教授\n",
        ),
    ),
    (
        "他一一介绍了来宾",
        "意见已逐条研究，一一答复。",
        "周一-周五",
        "第一-第三节",
        "民國一一二年一月一日",
        "万一我们来不了，星期一他们来；其一这些是好事",
        "这就是——一个农民",
        "，一我们人多，二他们心齐",
        "五一正是旅游旺季，百里挑一那些人",
        "现举一例如下，一即一切",
        "在一自然村里，设立一特别法庭",
        "说完了。\n一 绪论\n",
        "会议讨论决定：一“三反”运动继续；二“五反”运动结束",
        "他说一“好”字便走",
    ),
    reports=(
        "守恒，—一个转动的物体",
        "他从此一心一意，—一去不回。",
        "见过众人。一一叙礼毕",
        "往事，一一如昨",
    ),
)
