"""What the shapes of two lines say where lines are not wrapped: headings and verse are short, prose has clauses."""

from typing import Final

from ... import chars
from ...lines import Tail
from ...patterns import regex
from .continuity import language_odds
from .fields import is_report

_SIGNED: Final = regex("[。！？…][”」』] ?—{1,2}[^。！？；—]{2,30}$")  # whose the words in quotes are
_SIGNED_REACH: Final = 40
_REPORT_ODDS: Final = 5.0
# Words, and days, that open a sentence before a comma, and no heading.
_OPENER: Final = regex(
    "(?:(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日|(?:如|而|当|當)今|[目日眼]前|近[日来來]|近年[来來]|[这這]年.?|[今去前昨当當][年天日晨晚]|[连連]日[来來]"
    "|[据據](?:悉|了解|介[绍紹]|[统統][计計]|[报報]道)|此外|另外|同[时時]|然而|但是?|不[过過]|因此|所以|其中|例如|比如|[随隨][后後]|[后後][来來]"
    "|最[后後]|[当當][时時]|有一[天次]|有人[说說]|[会會][议議][^，]{1,4}|全[会會][^，]{1,4}|[记記]者[^，。]{2,8}|[编編][辑輯]同志)[，：]"
)
_OPENER_REACH: Final = 16  # characters
_OPENER_ODDS: Final = 2.0
# One character and a mark; those that are called out, or addressed, stand so.
_FIRST_STUB: Final = regex(
    f"[^啊唉哎哦噢喂嗨嗯哼呸嘿哈呵咦嗬欸诶看听聽瞧是对對好不行来來哟喲呀噫嗟兄弟爸妈媽爹娘我你他她答问問曰{chars.DASH}\\W]"
    f"[{chars.PAUSES}{chars.STOPS}]"
)
_STUB_MARKS: Final = frozenset(chars.PAUSES + chars.STOPS)
_BEGUN_STUB: Final = 3.0
_LAST_STUB: Final = regex(f"(?<=[，；：])[{chars.HAN_CLASS}]{{1,2}}$")
_CLAUSE_ENDS: Final = frozenset("，；：")
_STUBBED: Final = 6  # characters, from which the clauses before are longer
_LAST_STUB_ODDS: Final = 2.5
_HEAD: Final = 14  # characters
_QUOTED: Final = 4.0  # a line that is one quotation and nothing more is a crosshead
# Counted in headings and in first words of paragraphs: three to five times as often in these.
_VERBS: Final = frozenset("是有了在着著过過说說就")
_VERB, _VERBS_MOST = 1.0, 2.0
_OPENERS: Final = frozenset("在这這那据據有答问問他她从從会會【1")
_OPENS: Final = 1.0
_VERSE: Final = 34  # characters: lines of verse are shorter
# 即颂, and 文安 on the next line.
_WISHING: Final = regex("(?:此致|[敬谨謹恭遥遙顺順]?祝|祝愿|祝願|[顺順即敬并並恭此][颂頌请請])$")
_WISH: Final = 12  # characters
_CUT: Final = 12  # characters of the shortest line of prose
_PAUSED: Final = regex("[，。、；：]")
_TOGETHER: Final = 1.9  # log odds of the language
_HEADING: Final = regex("第[一二三四五六七八九十百零〇\\d]{1,5}[章节節编編篇部卷回]|[一二三四五六七八九十]{1,3}[、．.]")
_HEADING_FIRST: Final = frozenset("第一二三四五六七八九十")


def shape_odds(a: str, b: str, ended: bool) -> float:
    """What the shapes of an unfinished line and the next say, where lines are not wrapped.

    Headings are short and hold no stop; what a page's end cut in two is rarely short on both sides.
    """
    begun = max(a.rfind("。"), a.rfind("！"), a.rfind("？"), a.rfind("；"))
    clause = a[begun:] if begun > 0 else a
    pauses = clause.count("，") + clause.count("、") + clause.count("：")
    if begun >= 0:  # prose, whose last sentence is not at its end
        odds = 3.0 + min(1.5, 0.5 * pauses)
    else:
        least = 2.0 if a[-1] in "，、" and len(b) >= _VERSE else -2.5  # no heading ends with a comma, but verse does
        odds = max(least, min(1.0 + 0.5 * pauses, 3.0, (len(a) - 34) / 8 + pauses))
        if len(b) >= _VERSE and a[-1] not in "，、" and " " not in a:
            odds += _sentence_odds(a)
    if is_report(a):
        odds = max(odds, _REPORT_ODDS)
    elif ("，" in a[:_OPENER_REACH] or "：" in a[:_OPENER_REACH]) and _OPENER.match(a):
        odds = max(odds, _OPENER_ODDS)
    elif a[0] in "—":
        odds -= 3.5 if "。" in a else 6.0
    elif "—" in a[-_SIGNED_REACH:] and _SIGNED.search(a[-_SIGNED_REACH:]):
        odds -= 6.0
    elif a[0] == "【" or (a[0] in _HEADING_FIRST and _HEADING.match(a)):
        odds -= 2.0
    if a[-1] in "）)—":
        odds -= 2.5
    elif a[-1] in "”」" and a[0] in "“「" and a.count(a[-1]) == 1:
        odds -= _QUOTED
    short = len(a) + len(b)
    if short < 50:
        odds -= 3.0 * (1 - short / 50)
    if not ended and len(b) < 30:
        odds -= 3.0 + 2.0 * (a[-1] in "，、" and b[-1] in "，、")  # lines of verse
    if len(b) <= _WISH and _WISHING.search(a[-4:]):
        odds -= 6.0
    return odds


def _sentence_odds(a: str) -> float:
    """What speaks for the first words of a sentence rather than a heading, which does without verbs like 是 and 有."""
    head = a[:_HEAD]
    verbs = len(_VERBS.intersection(head))
    return (_OPENS if head[0] in _OPENERS else 0.0) + min(_VERBS_MOST, _VERB * verbs)


def seems_cut(a: str, b: str, end: Tail, after: Tail) -> bool:
    """Whether a line that stays by itself, and the next, read as one sentence of prose; of clean texts hardly any do.

    A comma ends the one, and not the other, and they are no couplet; or both hold pauses, and their words agree.
    """
    if len(a) < _CUT:
        return False
    if end is Tail.OPEN:
        return a[-1] in "，、" and after is not Tail.OPEN and not is_couplet(a, b)
    held = end is Tail.CUT and _PAUSED.search(a) and _PAUSED.search(b)
    return bool(held) and language_odds(a[-2:], b[0]) >= _TOGETHER


def is_couplet(a: str, b: str) -> bool:
    """Whether two lines of one length are verse rather than a sentence that was cut."""
    return len(a) == len(b) and a[-1] in "，；"


def stub_odds(a: str, b: str) -> float:
    """What a clause of hardly a word says on either side, where lines are not wrapped: no heading or paragraph has one.

    That is a first one before a mark (产值达到21亿|元，带动), or a last one behind it (读书会每月一次，到|去年底).
    """
    odds = _BEGUN_STUB if b[1:2] in _STUB_MARKS and _FIRST_STUB.match(b) else 0.0
    marked = len(a) > _STUBBED and not _CLAUSE_ENDS.isdisjoint(a[-3:-1])
    return odds + _LAST_STUB_ODDS if marked and _LAST_STUB.search(a, len(a) - 3) else odds
