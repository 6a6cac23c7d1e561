"""Single spaces that a scanner or a text layer left within sentences: noise is known by where it falls."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from .. import chars
from ..text import Confidence, Edit
from .gaps import Gap, Place, gaps_of, in_title
from .reflow.continuity import language_odds
from .rule import Context, Found, Rule

# How much likelier noise falls between two characters than a space that is meant, in logarithms, by what the language
# says of the two: noise falls within words as often as words are long, what is meant parts clauses, names and titles.
_TELLS: Final = ((0.0, -1.2), (2.0, -0.2), (4.5, 2.1))
_TELLS_MOST: Final = 3.0
_LONE: Final = 1.0  # more where a single character stands between two of them
_BLANKS: Final = frozenset(chars.BLANKS)
_TORN: Final = 2.0  # log odds of the language, from which on a pair belongs together
_APART: Final = 2.8  # the same in titles, whose words stand together by chance more often
_NEAR: Final = 1000  # characters to each side whose spaces bear witness for one another
# Within a sentence of prose hardly any space is meant; two of three are noise before anything is known of them.
_PRIOR: Final = 1.0
_ENOUGH: Final = 3.0
_PROVEN: Final = 3.0  # that the text around is strewn with spaces
_PLAIN: Final = 6.0  # that it is strewn so thickly that words of one length are no list
_SEVERAL: Final = 3
_SILENT: Final = -0.5  # below it the writer parts clauses so
_FEW: Final = 300  # characters to each side whose paragraphs show whether they begin with a word set apart
_FIRST: Final = 6  # places of a paragraph's beginning upon which noise may fall
_MOST, _MORE = 0.6, 0.35  # share of paragraphs that begin so, by itself and beside noise
_IN_PROSE: Final = frozenset({Place.SENTENCE, Place.HEAD})
_WORD: Final = 4  # characters
_SPARSE: Final = 400  # characters for each space, from which on spaces do not hide how the lines were wrapped
_DOUBT: Final = "a space in a sentence: it may be noise, or stand for what was lost"


class _Near(NamedTuple):
    """What the spaces around one say: their evidence, how many stand in sentences, and how many behind first words."""

    evidence: float
    sentences: int
    heads: int


class _Witnesses:
    """The spaces within sentences and behind first words, which tell what those around them are."""

    def __init__(self, text: str, gaps: Iterable[Gap]) -> None:
        sentences, self._heads, evidence = array("I"), array("I"), array("d", [0.0])
        for gap in gaps:
            if gap.place is Place.ROW:
                sentences.append(gap.start)
                evidence.append(evidence[-1] + _told(_odds(text, gap)))
            elif gap.place is Place.SENTENCE:
                lone = text[max(0, gap.start - 2) : gap.start - 1] in _BLANKS
                sentences.append(gap.start)
                evidence.append(evidence[-1] + _told(_odds(text, gap)) + _LONE * lone)
            elif gap.place is Place.HEAD and _odds(text, gap) < _TORN:
                self._heads.append(gap.start)
        self._sentences, self._evidence = sentences, evidence

    def has_several(self, at: int) -> bool:
        """Whether several spaces stand within the sentences around an offset."""
        first = bisect_left(self._sentences, at - _NEAR)
        last = first + _SEVERAL - 1
        return last < len(self._sentences) and self._sentences[last] < at + _NEAR

    def near(self, at: int) -> _Near:
        """What the spaces around an offset say."""
        first, last = (bisect_left(self._sentences, at + reach) for reach in (-_NEAR, _NEAR))
        heads = bisect_left(self._heads, at + _FEW) - bisect_left(self._heads, at - _FEW)
        return _Near(self._evidence[last] - self._evidence[first], last - first, heads)


def _stray(text: str, context: Context) -> Iterator[Found]:
    if text.count(" ") * _SPARSE < len(text) and not _is_formed(text):
        return  # few spaces say more when the lines are paragraphs
    gaps = list(gaps_of(text))
    witnesses = _Witnesses(text, gaps)
    for gap in gaps:
        if gap.place not in _IN_PROSE and not witnesses.has_several(gap.start):
            continue
        found = _judged(text, gap, witnesses.near(gap.start))
        if found is Confidence.DOUBTFUL:
            yield Edit(gap.start, gap.end, "", found, _DOUBT)
        elif found:
            yield Edit(gap.start, gap.end, "", found)


def _is_formed(text: str) -> bool:
    """Whether blank lines part all lines: paragraphs, after the reflow."""
    return text.count("\n") <= 2 * text.count("\n\n") + 1


def _odds(text: str, gap: Gap) -> float:
    """Log odds of the language that what a space parts belongs together."""
    return language_odds(text[max(0, gap.start - 2) : gap.start], text[gap.end])


def _told(odds: float) -> float:
    return next((told for limit, told in _TELLS if odds < limit), _TELLS_MOST)


def _has_company(text: str, gap: Gap) -> bool:
    """Whether another space stands a word away: they may part the words of a name or title."""
    return " " in text[max(0, gap.start - _WORD) : gap.start] or " " in text[gap.end : gap.end + _WORD]


def _is_list(text: str, gap: Gap, near: _Near) -> bool:
    """Whether the paragraphs around begin with a word set apart, more of them than noise would make so."""
    around = text[max(0, gap.start - _FEW) : gap.start + _FEW]
    paragraphs = max(around.count("\n" + chars.IDEOGRAPHIC_SPACE), around.count("\n\n"))
    noise = 1 - (1 - near.sentences / (2 * _NEAR)) ** _FIRST
    return near.heads >= _SEVERAL and near.heads >= max(_MOST, noise + _MORE) * paragraphs


def _judged(text: str, gap: Gap, near: _Near) -> Confidence | None:
    """What to do with a space, None where nothing is to be said of it."""
    proven = near.evidence >= _PROVEN and near.sentences >= _SEVERAL
    if gap.end - gap.start > 1 and not proven:
        return None
    if gap.place is Place.SENTENCE:
        if proven:
            return Confidence.CERTAIN if _odds(text, gap) >= 0 else Confidence.LIKELY
        if _PRIOR + near.evidence >= _ENOUGH and not _has_company(text, gap):
            return Confidence.LIKELY
        return Confidence.DOUBTFUL if near.evidence > _SILENT else None
    if gap.place is Place.HEAD:
        if not proven:
            return Confidence.LIKELY if _odds(text, gap) >= _TELLS[-1][0] else None
        if _odds(text, gap) >= _TORN:
            return Confidence.CERTAIN
        return Confidence.DOUBTFUL if _is_list(text, gap, near) else Confidence.LIKELY
    if not proven:
        return None
    if gap.place is Place.ROW:
        return Confidence.LIKELY if near.evidence >= _PLAIN else Confidence.DOUBTFUL
    place = in_title(text, gap)
    torn = _odds(text, gap) >= _APART or place is Place.SINGLE
    return None if place is None else Confidence.LIKELY if torn else Confidence.DOUBTFUL


STRAY_SPACE: Final = Rule(
    "stray-space",
    "A space within a sentence, where none is meant",
    _stray,
    (
        ("全会听取和讨论了工作报 告，审议通过了决定。", "全会听取和讨论了工作报告，审议通过了决定。"),
        (
            "港口 外迁以 后，这里一 度堆满了集 装箱和废 旧船只，成为城 市中心的一块“伤 疤”。",
            "港口外迁以后，这里一度堆满了集装箱和废旧船只，成为城市中心的一块“伤疤”。",
        ),
        (
            "全会 由 省委 常委会 主持，省委书 记 在 会上 作 了 重 要 的 讲话，会 议要求 各级 领 导抓好 落 实。",
            "全会由省委常委会主持，省委书记在会上作了重要的讲话，会议要求各级领导抓好落实。",
        ),
    ),
    (
        "第一条 为了规范市场秩序，制定本办法。",
        "某市第十届人民代表大会常务委员会第三次会议通过第一条 为了满足需要，制定本条例。",
        "牢记嘱托 感恩奋进 全力推动吉林全面振兴",
        "举行“滑雪摇篮 冰雪地标”活动，参加的有张 三、李 四，还有王五。",
        "图为会场一角，代表们正在讨论。李广友 摄",
        "新华社北京9月20日电 国务院任免国家工作人员。",
        "蒲河 县内第一大河，发源于县西。",
        "本报讯 记者 张三 报道：昨天下雪了。",
        "地址：人民大街一号 电话：八五六七，欢迎来访。",
        "经济 社会 文化 生态 四个方面都有新的进展。",
        "张 伟 李 娜 王 磊 陈 静",
        "五行是金 木 水 火 土，相生相克。",
        "《诗经》说关关雎鸠 在河之洲 窈窕淑女 君子好逑，意思很明白。",
        "县境东至松江 西至柳河 南至长白 北至丰满，周三百里。",
        "星期一 语文 数学 英语，星期二 物理 化学 体育。",
    ),
    "CLREQ (Chinese text is set solid)",
    reports=("前几天在他家里和季 谈起这些事，并且说了。",),
    seeks=" \u00a0",
    reach=1_200,
)

BEFORE_REFLOW: Final = (STRAY_SPACE,)
