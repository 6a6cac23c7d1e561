"""What the words on both sides of a line end say, as log odds for a join.

The figures are rounded: the logarithm of how much more often a sign stands at line ends within a
paragraph than at those between two. A full stop stands at one line end in twenty within, at nearly
every one between: log(0.05) = -3. A pause is thirty times as rare at a paragraph's end.
"""

from typing import Final

from ... import chars
from ...lines import Tail
from ...patterns import regex
from .fields import AGENCY, in_address, is_jump, opens_report

# A line that opens like this begins a block of its own: numbering, statutes, datelines, headings in brackets, bullets.
OPENING_LINE: Final = regex(
    r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．]|\. |\.(?=[^\d\s]))"
    r"|第[一二三四五六七八九十百零〇\d]{1,5}[章节節条條编編篇部卷回讲講][\s　]"
    r"|[①-⑳⑴-⑿■◆●★▲□◇○☆△▶►•]|本报[^，。]{0,12}讯|本報[^，。]{0,12}[訊電]|(?:新华社|新華社|中新社|中新网)[^，。]{0,12}[电電]"
    r"|[（(](?:下[转轉]|上接|完[）)]|[记記]者|作者|据新华社|據新華社)|【|(?:记者|記者|摄影|攝影|责任编辑|責任編輯|编者按|編者按|图为|圖為)[^，。]{0,20}$"
)
# Words that want something after them, or before them, within one sentence.
_LEADS: Final = frozenset(
    "的和与與在是为為把被对對从從向将將以及或并並而但不也就都还還其该該这這那每各使让讓由于於至到自給给用有無无所最更很再又未已"
)
CUT: Final = 2.0  # log odds where a line ends within a sentence
ENDED_MOST: Final = -0.5  # and the most where a sentence ends, with the best of beginnings
_JUMPED: Final = -8.0
_REPORTS: Final = -8.0  # a dateline begins its paragraph
WEAK_ENDS: Final = "）)】—摄攝"
_FOLLOWS: Final = frozenset("的了着著过過们們和与與及等地得之性化者而则則也都就吗嗎呢吧")
# With what a further sentence of a paragraph begins four times as often as the first one: whom or what it was about,
# or that it adds something; and the reverse: somebody else speaks, the meeting, the reporter.
_GOES_ON: Final = frozenset("他她它其也只即你要例譬况況至")
_NEW_TURN: Final = regex("[“「]|[问問答曰][：:]|(?:大|全|与|與)?[会會](?:[议議]|上)|[记記]者")
_NEW_FIRST: Final = frozenset("“「问問答曰大全与與会會记記")
_BOUND: Final = regex("[们們吗嗎吧呢]|的(?![士确確的])")  # nothing begins with them at all
_BOUND_ODDS: Final = 3.0
_REACH: Final = 300  # characters: brackets and quotes are rarely longer
_OPENING: Final = "“「『《（("
_PAIR_MARK: Final = regex("[“”「」『』《》（）()]")
NEVER_FIRST: Final = frozenset(chars.PAUSES + chars.STOPS + chars.CLOSING + "%％")
_LABEL: Final = regex(rf"[{chars.HAN_CLASS}]{{1,4}} ?[：:]")  # 作者：, 问：
_DAY: Final = regex(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
# First characters after which there is something to look at.
TELLING: Final = (
    _FOLLOWS
    | NEVER_FIRST
    | frozenset("“「『‘（(【—第本新中据據记記摄攝责責编編图圖一二三四五六七八九十0123456789")
    | frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿■◆●★▲□◇○☆△▶►•")
)
ASKING: Final = TELLING - _FOLLOWS  # and those for a closer look: what follows on speaks for a join
_CAPITALS: Final = regex("(?<![A-Z])[A-Z]{2,} [A-Z]{2,}$")
_CAPITALS_FIRST: Final = regex("[A-Z]{2,}(?: [A-Z]{2,}|$)")
PAIR_MOST: Final = 10.0
NUMBER_CUT: Final = 5.0  # nothing else begins with a digit after a digit and a point
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")
NUMERAL: Final = _DIGITS | frozenset(".,．，")
_CUT_NUMBER: Final = regex(
    r"\d[.,]\|\d|月(?:\d\|\d?|\d\d\|)日|(?<!\d)(?:\d{4}\||[12](?:\|\d{3}|\d\|\d\d|\d\d\|\d))年(?![轻輕来來货貨味夜画畫])|\d\|[亿億万萬%％℃]"
)


def pair_odds(a: str, b: str) -> float:
    """What brackets and quotes say: one that the line leaves open, and the more if the next closes it."""
    if not is_open(a):
        return 0.0
    after = _PAIR_MARK.search(b[:_REACH])
    return PAIR_MOST if after and after[0] not in _OPENING else 2.0


def is_open(body: str) -> bool:
    """Whether the last bracket or quote of a line opens."""
    before = _PAIR_MARK.findall(body[-_REACH:])
    return bool(before) and before[-1] in _OPENING


def tail_odds(body: str, tail: Tail) -> float:
    """What the end of the line before says."""
    last = body[-1]
    if tail is Tail.ENDED:
        return -1.5 if last in "：:；;" else -3.0
    if tail is Tail.OPEN:
        return 3.0
    if last in WEAK_ENDS:
        return _JUMPED if is_jump(body) else 0.0
    return CUT + 1.0 if last in _LEADS else CUT


def head_odds(body: str, before: Tail, last: str) -> float:
    """What the beginning of the line after says; `last` is the character that it stands behind."""
    first = body[0]
    if before is Tail.ENDED:
        if first in _GOES_ON:
            return 1.0
        if first in _NEW_FIRST and _NEW_TURN.match(body):
            return -2.0 if last not in "：:" else -1.0  # 他说：|“…
    if first not in TELLING:
        return -1.5 if _LABEL.match(body) else 0.0
    if first in _FOLLOWS:
        return _BOUND_ODDS if before is not Tail.ENDED and _BOUND.match(body) else 0.8
    if first in NEVER_FIRST:
        return 6.0
    if first in AGENCY and opens_report(body):
        return _REPORTS
    if OPENING_LINE.match(body):
        return -4.0 if len(body) > 1 else 6.0  # a note's number by itself was parted from its sentence
    if first in "“「『‘—":
        return -1.0
    if not _DAY.match(body):
        return 0.0
    return -0.5 if before is Tail.ENDED else -1.0  # many a sentence begins with a day


def latin_odds(a: str, b: str) -> float:
    """What it says that Latin letters stand on both sides: nothing in Chinese begins with a small one.

    Nor does anything end with half an address.
    """
    left, right = a[-1], b[0]
    if left > "z" or right > "z" or not right.isalnum():
        return 0.0
    if not (left.isalpha() and right.isalpha()):
        return 5.0 if in_address(a) else 0.0
    if right.islower():
        return 5.0
    return 4.0 if _CAPITALS.search(a) and _CAPITALS_FIRST.match(b) else 1.5


def number_odds(a: str, b: str) -> float:
    """What it says that a number seems cut in two: 128.|6亿元, 11月2|8日, 198|4年; or parted from what it counts."""
    if a[-1] not in NUMERAL or len(a) < 5:
        return 0.0
    if _CUT_NUMBER.search(f"{a[-5:]}|{b[:4]}"):
        return NUMBER_CUT
    return 2.0 if a[-1] in _DIGITS and b[0] in _DIGITS else 0.0
