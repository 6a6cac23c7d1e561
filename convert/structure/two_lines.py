"""Headlines printed on two lines: a sentence that goes on below, a couplet, calls of like length."""

from functools import lru_cache
from operator import eq
from typing import Final

from .. import chars
from ..patterns import regex
from . import signs
from .bylines import are_bodies
from .title_signs import DECK_START, PAIR, signs_of, width
from .verbs import VERBS, is_clause

# The second line of a headline goes on in the middle of the sentence: 中方就…挑衅 提出严正交涉, 甲国和乙国 关于…的声明.
_WANTS_MORE: Final = regex(
    "(?:[的、被把]|(?<![共温缓调平祥谐饱])和|(?<!参)与|(?<![普涉危埃顾触波惠])及|(?:发现|出土)[^在于是，]{0,16}年前)$"
)
# A verb that wants its object, a measure that wants its thing: 把河长制落到 实处去, 我国制造的第一台 万吨水压机….
_WANTS_OBJECT: Final = regex(
    signs.any_of("落 落实 提高 提升 摆 转移 送 延伸 贯彻 深入 扩大 推广 伸 铺 建 修 放")
    + "到$|(?:成为|变成|位于|来自|致力于)$"
    "|(?:的(?:第一|首)|(?:我国|世界|全国|亚洲|国产|[全本][国省市县])第一)[台座艘架辆条颗列]$"
)
# 省政府任命一批 国家工作人员, but 关停一批 整治一批, 重大项目开工一批.
_WANTS_PEOPLE: Final = regex(
    ".*"
    + signs.any_of("任命 任免 表彰 奖励 通报 处分 逮捕 释放 公布 发布 推出 命名 提拔 引进 查处 曝光 选派 招收 破获")
    + "了?一(?:大?批|系列)$"
)
_SPEAKS_ON: Final = regex("[^，：]{0,12}[就对同与向](?!业).{3,}")
_THEREOF: Final = regex(
    signs.any_of("提出 向.{1,8}提出 表示 发表 作出 答 交换 进行 举行 达成 表明 致以 给予 发动 实施 展开")
    + "|(?:会谈|通电话|交涉|互致)"
)
_DOCUMENT: Final = regex(
    "关于.+的.{0,4}" + signs.any_of("声明 公报 决定 通知 意见 公告 协定 协议 决议 通告 备忘录 宣言") + "$"
)
_WHO: Final = regex(r".*(?:委员长?|总理|主席|总统|部长|书记)\S{0,4}$")
_DOES: Final = regex(
    r"(?!.*(?:周年|以?[前后]|[时际]|的\S{1,6})$)"  # which make no sentence of it: 离开球场以后
    + signs.any_of("主持 签署 发表 同 向 致 会见 接见 出席 访问 抵达 前往 离开 返回 率团 启程 当选 逝世")
)
_PARTED: Final = regex(r"[\s，、]")
_SHORT_END: Final = 10  # half-width cells: no headline below a clause is so short
_NO_CUT: Final = frozenset({"says", "time", "issues", "occasion", "contest", "series", "nobody_else", "theme"})
_LIKE: Final = 1.35  # times as wide at most are the lines of one headline
_LONG_CALL: Final = 24  # half-width cells
_COUPLET: Final = 20  # half-width cells: so short and equally long two lines are one headline
_MOTTO: Final = 10  # half-width cells: 不忘初心 above 砥砺前行, which need no word in common
_PARALLEL: Final = 2  # characters in the same places: 学好一个方法 above 办好一批实事
_NO_COUPLET: Final = frozenset(
    {"says", "time", "years", "issues", "occasion", "subject", "contest", "series", "deck_end", "genre", "goes_on"}
)
_LEADS_UP: Final = frozenset({"says", "event", "occasion", "convenes"})  # to all that was called for there


@lru_cache(maxsize=64)  # as for the signs of each
def are_one(first: str, second: str, kicker: str | None = None) -> bool:
    """Whether two title lines, signs made plain, are one headline printed on two.

    Two calls of like length are, long ones or such as a kicker leads up to; so are two short lines of one length, and
    whatever a speaker calls for or a meeting deals with.
    """
    if DECK_START.match(second):
        return False
    if _goes_on(first, second) or _is_refrain(first, second):
        return True
    narrow, wide = sorted((width(first), width(second)))
    if kicker is None and narrow < _LONG_CALL and narrow != wide:
        return False
    above, below = signs_of(first), signs_of(second)
    led = signs_of(kicker) if kicker is not None else frozenset[str]()
    said = "says" in led and "exhorts" in above and "deck_end" not in below
    if said and wide <= 2 * narrow and _are_linked(first, second):
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
    motto = wide <= _MOTTO and all(not {"vague", "exhorts"}.isdisjoint(line) for line in (above, below))
    if not motto and first[0] != second[0] and sum(map(eq, first, second)) < _PARALLEL:
        return False
    alike = narrow == wide <= _COUPLET and sum(map(chars.is_han, first)) == sum(map(chars.is_han, second))
    return alike and not (above | below) & _NO_COUPLET


def wants_more(title: str) -> bool:
    """Whether a title line, signs made plain, cannot end a headline, so that the next line goes on from it."""
    return _WANTS_MORE.search(title) is not None or _WANTS_OBJECT.search(title) is not None


def _are_linked(first: str, second: str) -> bool:
    """Whether the second line begins as one that goes on does, or names again what the first one names."""
    return second[0] in "在以为" or not set(PAIR.findall(first)).isdisjoint(PAIR.findall(second))


def _goes_on(first: str, second: str) -> bool:
    """Whether a sentence goes on from one title line, signs made plain, to the next: a headline printed on two."""
    above = signs_of(first)
    if wants_more(first):
        return True
    if _WANTS_PEOPLE.fullmatch(first):
        return not is_clause(second) and "批" not in second and not _PARTED.search(first)
    if "says" not in above and _SPEAKS_ON.fullmatch(first) and _THEREOF.match(second):
        return True
    if are_bodies(first):
        return False
    if "name" in above and (_DOCUMENT.fullmatch(second) or (_WHO.fullmatch(first) and _DOES.match(second))):
        return True
    short = second[:2] in VERBS and width(second) <= _SHORT_END
    return short and width(first) >= width(second) and above.isdisjoint(_NO_CUT)


def _is_refrain(first: str, second: str) -> bool:
    """Whether two mottoes begin alike: 一切为了人民健康, 一切依靠人民健康事业的建设者."""
    return first[:2] == second[:2] and all({"vague", "exhorts"} & signs_of(line) for line in (first, second))
