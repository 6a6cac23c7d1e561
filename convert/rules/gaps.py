"""Spaces between ideographs: in a sentence, behind a first word, in a title, or where one is surely meant."""

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from .. import chars
from ..patterns import regex

_HAN: Final = f"[{chars.HAN_CLASS}]"
_NO_BREAK: Final = "\u00a0"  # wider blanks are typed on purpose
_GAP: Final = regex(f" (?<={_HAN} ) ?(?={_HAN})")
_ANY_GAP: Final = regex(f"[ {_NO_BREAK}](?<={_HAN}.)[ {_NO_BREAK}]?(?={_HAN})")
_REACH: Final = 80  # characters to each side that are looked at
_FIRST_WORD: Final = 8  # characters before a space behind which a paragraph's first word may end
_RUN: Final = regex(f"{_HAN}*")
_RUN_ON: Final = regex(f"(?:{_HAN}| (?={_HAN}))*")
_NEXT: Final = 8  # characters within which another space of a row stands
_WORD: Final = range(1, 8)  # characters of one in a row
_SEGMENT: Final = 12  # characters of what a space parts, more of which tell nothing
_EVEN: Final = 2  # characters by which the lines of a paragraph differ
_LEAST: Final = 12  # characters of a line that was wrapped

_LONG: Final = 30  # characters of a line that is long for a headline
_PAUSE: Final = regex("[，。；、？！]")
_ORDINALS: Final = "[〇零一二三四五六七八九十百千0-9]"
# The number of an article, chapter or item, and what else is set apart at the head of a line.
_NUMBER: Final = regex(
    rf"\s*[（(【〔]?(?:第{_ORDINALS}{{1,7}}[条條章节節编編篇回卷款届屆期版集讲講课課场場幕部]|[卷附表图圖]?{_ORDINALS}{{1,5}}"
    "|[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]|附[录錄件]?|注|按"
    rf"|(?:{_ORDINALS}{{2,6}}年)?(?:(?:{_ORDINALS}{{1,2}}|[正腊臘])月)?(?:初?{_ORDINALS}{{1,3}}日?)?)$"
)
_DATELINE: Final = regex("[社报報][^，。；！？]{0,20}[讯電电訊]$|^\\s*本[报報刊][讯訊]")
# Behind the number of an article or chapter a space is meant even where a heading was joined with it.
_ARTICLES: Final = frozenset("条條章节節编編篇款")
_ARTICLE: Final = regex(f"第{_ORDINALS}{{1,7}}.$")
_LONGEST_ARTICLE: Final = 9
_WIRED: Final = frozenset("讯電电訊")
_NEWS: Final = 30  # characters of a dateline
_LONGEST_NUMBER: Final = 20  # characters and blanks
_CREDIT: Final = "(?:[摄攝文图圖绘繪译譯]|供[图圖稿]|整理|[报報][道導]|[编編][译譯辑輯]|通[讯訊]|[采採][写寫])"
_CREDITED: Final = regex(f"(?:{_HAN}{{2,4}} ?)?{_CREDIT}(?:$|[^{chars.HAN_CLASS}])")
# Without classes: the search is quick where each way begins with one character.
_ROLES: Final = (
    "(?:记者|記者|讯员|訊員|特约|特約|特派|实习生|實習生|作者|译者|譯者|编辑|編輯|责编|責編|摄影|攝影|图片|圖片|供稿"
    "|评论员|評論員|主演|导演|導演|编剧|編劇|主编|主編|校对|校對|版式|设计|設計|策划|策劃|口述)"
)
_ROLE: Final = regex(f"{_ROLES}$")
_ANY_ROLE: Final = regex(_ROLES)
_BEFORE_NAME: Final = frozenset("\u3000、（(")
_AFTER_NAME: Final = frozenset(" \u3000，。、；：）)】！？\n")
_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇"
    "吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔"
    "向常汤湯康易乔喬赖賴文庞龐樊殷施洪翟安颜顏倪牛温溫芦俞章鲁魯葛伍申尤毕畢聂聶焦柳邢岳齐齊梅庄莊辛管祝左涂谷祁舒耿牟卜詹关關苗凌费費纪紀靳盛童"
    "欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位霍翁隋甘景薄单單包司柏宁寧柯阮桂闵閔解强強丛叢饶饒房卓"
)
_NEXT_NAME: Final = regex(f"[、和与與及][{''.join(_SURNAMES)}] {_HAN}")
_NO_MORE: Final = chars.BLANKS + "\n【"
_CLOSED: Final = chars.TERMINAL | {"", "\n"}
_TITLED: Final = frozenset("理长長记記员員任席师師授者官志生士将將帅帥军軍侨僑")
_LONGEST_NAME: Final = 4
_LONGEST_LABEL: Final = 6
_COLONS: Final = frozenset("：:")
_SAYS: Final = frozenset("说說道问問答称稱指示为為是写寫出如下")
_SPACES: Final = frozenset(chars.BLANKS)
_VERSE: Final = (4, 5, 7)  # characters of half a line
# Before whom letters of the old style leave a space.
_HONOURED: Final = regex("蔣公|先?總統|國父|鈞|台端|上帝|神|主耶穌|星期[一二三四五六日天]")
_HONOURS: Final = ("國父", "總統", "總裁")
_DATED: Final = regex("[〇零一二三四五六七八九十]{2,4}年|民[國国]|公元")
_OPENS: Final = "“‘「『《〈（(【"
_QUOTED: Final = regex(f"[{_OPENS}][^{_OPENS}”’」』》〉）)】，。；！？]{{0,70}}$")
_UNQUOTED: Final = regex("[^“‘「『《〈（(【，。；！？]{0,70}[”’」』》〉）)】]")


class Place(Enum):
    """Where a space stands: in a sentence, behind a paragraph's first word, in a line or quotation without pauses.

    There it may part a single character from the others, which no writer does, or so in a word set wide. In a row it
    parts words of one length, as a list does.
    """

    SENTENCE = 0
    HEAD = 1
    TITLE = 2
    SINGLE = 3
    ROW = 4


class Gap(NamedTuple):
    """A space between two ideographs, half-open, and where it stands."""

    start: int
    end: int
    place: Place


def gaps_of(text: str) -> Iterator[Gap]:
    """The spaces between ideographs, one or two blanks wide, other than those in sentences that surely are meant.

    Of those in titles it says only that; `in_title` looks closer.
    """
    last, prose = -1, False
    for match in (_ANY_GAP if _NO_BREAK in text else _GAP).finditer(text):  # the search is quick for one character
        start, end = match.span()
        if start > last:
            first, last = text.rfind("\n", max(0, last), start) + 1, text.find("\n", end)
            last = last if last >= 0 else len(text)
            prose = "。" in (line := text[first:last]) or "；" in line or _is_prose(text, first, last)
        place = _in_sentence(*_around(text, start, end)) if prose else Place.TITLE
        if place is not None:
            yield Gap(start, end, place)


def in_title(text: str, gap: Gap) -> Place | None:
    """Where a space stands in a line without pauses, or in a quotation; None where it is meant."""
    if gap.place is Place.SINGLE:
        return gap.place
    before, after = _around(text, gap.start, gap.end)
    head, rest = before.rpartition("\n")[2], after.partition("\n")[0]
    left, right = _run(head[: -_SEGMENT - 1 : -1])[::-1], _run(rest[:_SEGMENT])
    if _is_quoted(before, after):
        return Place.TITLE
    if (
        len(left) == 1 == len(right)
        or _ANY_ROLE.search(head + " " + rest)
        or _is_meant(before, head, left, right, rest)
    ):
        return None
    alone = (len(left) == 1 and head[:-1][-1:] in chars.BLANKS) or (len(right) == 1 and rest[1:2] in chars.BLANKS)
    return Place.SINGLE if alone and len(head) + len(rest) >= _FIRST_WORD else Place.TITLE


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - _REACH) : start], text[end : end + _REACH]


def _in_sentence(before: str, after: str) -> Place | None:
    """Where a space stands in a line of prose, None where it is meant."""
    above, newline, head = before.rpartition("\n")
    rest = after.partition("\n")[0]
    left, right = _run(head[: -_SEGMENT - 1 : -1])[::-1], _run(rest[:_SEGMENT])
    if _is_meant(before, head, left, right, rest):
        return None
    if _is_set_apart(before, after, left, right):
        return Place.SINGLE if len(left) == 1 or len(right) == 1 else Place.TITLE
    if row := _row(head, rest):
        return Place.ROW if row < _VERSE[0] else None
    whole = bool(newline) or len(before) < _REACH
    if whole and left == head.strip(chars.BLANKS) and len(left) <= _FIRST_WORD and not _goes_on(above, head):
        return Place.HEAD
    return Place.SENTENCE


def _row(head: str, rest: str) -> int:
    """The length of the words, if a space is one of several that part words of one length: 经济 社会 文化 四个方面"""
    if " " not in head[-_NEXT:] and " " not in rest[:_NEXT]:
        return 0
    before, after = _RUN_ON.match(head[::-1]), _RUN_ON.match(rest)
    sizes = [*map(len, before[0][::-1].split(" ") if before else ()), *map(len, after[0].split(" ") if after else ())]
    rows = zip(sizes, sizes[1:], sizes[2:], strict=False)
    return next((a for a, b, c in rows if a == b == c and a in _WORD), 0)


def _is_meant(before: str, head: str, left: str, right: str, rest: str) -> bool:
    """Whether a space stands behind a number or a dateline, before a credit, or in a name."""
    whole = len(head) < len(before) or len(before) < _REACH  # the line begins within reach
    if whole and len(head) <= _LONGEST_NUMBER and _NUMBER.match(head.replace(" ", "")):
        return True
    if head[-1] in _ARTICLES and _ARTICLE.search(head[-_LONGEST_ARTICLE:]):
        return True
    if (head[-1] in _WIRED and _DATELINE.search(head[-_NEWS:])) or _CREDITED.match(rest):
        return True
    return _is_name(head, left, right, rest)


def _run(text: str) -> str:
    """The ideographs that a text begins with."""
    found = _RUN.match(text)
    return found[0] if found else ""


def _is_name(head: str, left: str, right: str, rest: str) -> bool:
    """Whether a space parts a short name, 王 伟, or a name from whose it is, or from another: 记者 张三 李四"""
    beyond = rest[len(right) : len(right) + 1]
    if len(left) == 1 == len(right) and _ROLE.search(head[-8:-1].rstrip(chars.BLANKS)):
        return True
    if len(left) == 1 and left in _SURNAMES and (head[-2:-1] in _BEFORE_NAME or _CREDITED.match(rest, 1)):
        return True
    if _ANY_ROLE.match(rest) and len(left) <= _LONGEST_NAME:
        return True
    if head[-1] in _SURNAMES and (head[-2:-1] in _TITLED or (len(right) == 1 and _NEXT_NAME.match(rest, 1))):
        return True
    if not 1 <= len(right) <= _LONGEST_NAME:
        return False
    if _ROLE.search(head[-6:]):
        return right[0] in _SURNAMES or beyond in _AFTER_NAME
    return right[0] in _SURNAMES and left[:1] in _SURNAMES and 1 < len(left) <= _LONGEST_NAME


def _is_prose(text: str, first: int, last: int) -> bool:
    """Whether a line that ends no sentence has pauses and is long, or is one of several that were wrapped."""
    line = text[first:last]
    size = len(line) - line.count(" ")
    if size >= _LONG:
        return _PAUSE.search(line) is not None
    goes_on = size >= _LEAST and line[-1] not in chars.TERMINAL and text[last + 1 : last + 2] not in _NO_MORE
    came_on = line[0] not in chars.BLANKS and text[first - 2 : first - 1] not in _CLOSED
    if not goes_on and not came_on:
        return False
    above, below = text[max(0, first - _REACH) : max(0, first - 1)], text[last + 1 : last + _REACH]
    over, under = above.rpartition("\n")[2].replace(" ", ""), below.partition("\n")[0].replace(" ", "")
    if came_on and _goes_on(above, line) and size <= len(over) + _EVEN and _PAUSE.search(line + over):
        return True
    return goes_on and len(under) <= size + _EVEN and _PAUSE.search(line + under) is not None


def _is_set_apart(before: str, after: str, left: str, right: str) -> bool:
    """Whether a space parts what has no pauses: the words of a quotation, halves of verse, a label and its colon."""
    beyond = after[len(right) : len(right) + 1]
    if beyond in _COLONS and len(right) <= _LONGEST_LABEL and right[-1] not in _SAYS:
        return True
    if len(right) == 1 and left[-1] in _SURNAMES:  # 王 伟
        return True
    halves = len(left) == len(right) and len(left) in _VERSE
    if left[-1] in _TITLED and right[0] in _SURNAMES and len(right) < _LONGEST_NAME:  # 省长 李红
        return True
    if _DATED.match(after) or left.endswith(_HONOURS):
        return True
    if (halves and before[: -len(left)][-1:] not in _SPACES and beyond not in _SPACES) or bool(_HONOURED.match(after)):
        return True
    return _is_quoted(before, after)


def _is_quoted(before: str, after: str) -> bool:
    """Whether a space stands within a quotation or title without pauses."""
    return bool(_UNQUOTED.match(after.replace("\n", "")) and _QUOTED.search(before.replace("\n", "")))


def _goes_on(above: str, head: str) -> bool:
    """Whether a line goes on with the paragraph of the line above it."""
    last = above.rpartition("\n")[2].rstrip(chars.BLANKS)
    return len(last) >= _LEAST and last[-1] not in chars.TERMINAL and head[:1] not in chars.BLANKS
