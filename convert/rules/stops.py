"""Dots in Chinese text: those that end a sentence, and those within a foreign name (GB/T 15834-2011)."""

from collections.abc import Iterator
from typing import Final

from .. import chars
from ..patterns import regex
from ..text import Confidence, Edit
from .neighbours import Kept, between_western, is_wide, left_of, right_of
from .rule import Context, Found, Rule

_SOURCE: Final = "GB/T 15834-2011"

_DOT: Final = regex(r"\.[ .]*")
_SUFFIX: Final = regex(r"[A-Za-z]{2,5}(?![A-Za-z])")
_SUFFIXES: Final = frozenset(
    (
        *("com", "cn", "net", "org", "gov", "edu", "tw", "hk", "txt", "doc", "docx", "pdf", "xls", "xlsx", "ppt"),
        *("pptx", "jpg", "jpeg", "png", "gif", "zip", "rar", "exe", "html", "htm", "md", "csv"),
    )
)
_ABBREVIATION: Final = regex(
    r"(?:^|[^A-Za-z])(?:[A-Za-z]|No|Vol|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|Inc|Ltd|Co|Fig|pp|ed)$"
)


_FORMULA: Final = regex("[A-Z][0-9A-Za-z]*[0-9][A-Za-z]")  # H2O
_WORD: Final = regex(r"""([0-9A-Za-z][0-9A-Za-z%.,:'’ &/-]*)(["”’)\]）」』》]*)\Z""")
_OPENS_WORD: Final = " \"'(（“‘「『《"


def _stop(text: str, context: Context) -> Iterator[Found]:
    kept = Kept(text)
    for match in _DOT.finditer(text):
        at = match.start()
        if "." in match[0][1:] or between_western(text, at, at + 1) or _is_beside_mark(text, at):
            continue
        left = left_of(text, at)
        if is_wide(left):
            suffix = _SUFFIX.match(text, at + 1)
            if (suffix and suffix[0].lower() in _SUFFIXES) or _is_numeral(text, at) or _parts_words(text, at):
                continue
        elif left and left in _NOTES:
            if not text[max(0, at - 3) : at].rstrip(_NOTES).strip():
                continue  # ①. opens an item
        elif not _closes_sentence(text, at):
            continue
        if at not in kept:
            yield at, at + 1, "。"


def _is_beside_mark(text: str, at: int) -> bool:
    """Whether a mark stands beside a dot, which then ends no sentence."""
    after = text[at + 1 : at + 3].lstrip(" ")[:1]
    return after in _MARKS or (text[at - 1 : at] in _MARKS)


_MARKS: Final = frozenset(chars.PAUSES + chars.STOPS)
_NUMERAL: Final = regex("(?:[〇零一二三四五六七八九十百]|(?:^|[^\u3400-\u9fff])第?[甲乙丙丁戊])$")
_COUNTED: Final = frozenset("〇零一二三四五六七八九十百")


def _is_numeral(text: str, at: int) -> bool:
    """Whether a dot stands within a number or behind the number of an item: 三.五, 一.总则"""
    head = text[max(0, at - 8) : at].rpartition("\n")[2]
    if not _NUMERAL.search(head):
        return False
    first = head.rstrip("〇零一二三四五六七八九十百甲乙丙丁戊").rstrip("第" + chars.BLANKS)
    return text[at + 1 : at + 2] in _COUNTED or not first or first[-1] in _NO_WORD


_NO_WORD: Final = frozenset('，。；：、！？（）()"“”')


_NOTES: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SHORT: Final = 2  # characters of a word in an enumeration
_REACH: Final = 200  # characters to either side in which another mark shows that this is prose
_MARK: Final = regex(f"[{chars.PAUSES}{chars.STOPS},;:!?]|\\.(?![{chars.HAN_CLASS}])")
_SEGMENT: Final = regex(f"[{chars.HAN_CLASS}]*")


def _parts_words(text: str, at: int) -> bool:
    """Whether a dot between ideographs may part words as well: 字.活.人, 甲.乙, or a line with no other mark."""
    if not chars.is_han(text[at + 1 : at + 2] or " "):
        return False
    head = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    after = text[at + 1 : at + _REACH].partition("\n")[0]
    left, right = _SEGMENT.match(head[: -_SHORT - 2 : -1]), _SEGMENT.match(after[: _SHORT + 1])
    if left and right and left.end() <= _SHORT and (right.end() <= _SHORT or head[: -left.end()].endswith(".")):
        return True
    return not (_MARK.search(head) or _MARK.search(after))


def _closes_sentence(text: str, at: int) -> bool:
    """Whether a dot after Western text ends a Chinese sentence: 增长到50%.他说"""
    head = text[max(0, at - 40) : at]
    found = _WORD.search(head)
    before = head[: found.start()].rstrip(_OPENS_WORD)[-1:] if found else ""
    if found is None or not is_wide(before):
        return False
    word, after = found[1].rstrip(), right_of(text, at + 1)
    if not after:
        if len(word) < 2 or _ABBREVIATION.search(word):
            return False
        return _is_prose(head) and (word[-1] == "%" or not _counts_on(text, at))
    if not is_wide(after):
        return after.isdigit() and word[-1] == "%"
    if found[2]:
        return True
    if " " in word:
        return not _ABBREVIATION.search(word)
    if not chars.is_han(before):
        return word.isalpha() and len(word) > 2 and not _ABBREVIATION.search(word)
    if word.isdigit():
        return len(word) > 2
    if len(word) == 1:
        return not _is_choice(text, at, word)
    return _FORMULA.fullmatch(word) is not None or not _ABBREVIATION.search(word)


def _is_prose(head: str) -> bool:
    return any(mark in head.rpartition("\n")[2] for mark in "，；：、")


def _counts_on(text: str, at: int) -> bool:
    """Whether the next line takes up the number before a dot at a line's end."""
    return text[at + 1 : at + 8].lstrip()[:1].isdigit()


def _is_choice(text: str, at: int, letter: str) -> bool:
    """Whether a letter with a dot is one of several: A.甲 B.乙"""
    around = text[max(0, at - 60) : at - 1] + "\n" + text[at + 1 : at + 60]
    return any(chr(ord(letter) + step) + "." in around for step in (-1, 1))


HALFWIDTH_STOP: Final = Rule(
    "halfwidth-stop",
    "A dot where a Chinese sentence ends",
    _stop,
    (
        ("全会在长春举行.省委书记讲话.", "全会在长春举行。省委书记讲话。"),
        ("增长到50%.他说", "增长到50%。他说"),
        ("比去年多，增长11%.\n9月19日", "比去年多，增长11%。\n9月19日"),
        ("增至五百余处①.市镇的分布", "增至五百余处①。市镇的分布"),
        ("案件編號：DCCC 418/2022.聆訊繼續", "案件編號：DCCC 418/2022。聆訊繼續"),
        ("今日开放，时间为8:30至17:00.", "今日开放，时间为8:30至17:00。"),
        ("比例不低于百分之三十五.", "比例不低于百分之三十五。"),
        ("水的化学式是H2O. 温度为25度", "水的化学式是H2O。 温度为25度"),
    ),
    (
        "增长3.5%",
        "1.总则",
        "一.总则",
        "①.总则",
        "字.活.人\n",
        "要抓紧清淤.修补堤坝",
        "甲.乙.丙都到了，会议开始。",
        "　　字.活.人\n正文",
        "失业率降至6\n.6%，为最低水平",
        "约三.五米",
        "请看文件.docx",
        "例如A.选项甲B.选项乙",
        "No.三",
        "图1A. 细胞结构示意，附表3B. 各省产量，步骤2a. 加水",
        "存在的问题：　　1 .认识不足；2 .投入不够",
        "版本2.0.1发布",
        "I came. I saw.",
        "今年增长较快，计划投资128.\n\u3000\u30006亿元。",
    ),
    _SOURCE + ", 4.1",
    seeks=".",
    reach=100,
)

# The characters that write foreign names.
_NAME: Final = (
    "阿埃艾爱愛安奥奧巴柏班保堡鲍鮑贝貝本比彼毕畢宾賓波伯博布查达達戴丹德迪蒂丁杜顿頓多厄恩尔爾法菲费費芬弗佛夫福富盖蓋"
    "甘冈岡戈格古哈海汉漢赫亨胡华華怀懷惠霍基吉加贾賈杰傑金卡凯凱坎康考科克肯库庫夸昆拉莱萊赖賴兰蘭朗劳勞勒雷蕾里李莉利"
    "丽麗连連林琳龙龍卢盧鲁魯伦倫罗羅洛马馬玛瑪麦麥曼梅门門蒙米密敏明莫默姆木穆拿纳納娜奈南内內尼妮宁寧牛纽紐诺諾欧歐帕"
    "潘庞龐培佩彭皮平珀普奇契恰乔喬切琼瓊丘热熱日茹瑞若萨薩塞桑瑟森沙莎山舍什史士斯司丝絲苏蘇索塔泰坦汤湯唐特提廷图圖托"
    "瓦万萬旺威韦韋维維魏温溫文翁沃乌烏伍西希锡錫席夏香肖谢謝辛欣休雅亚亞扬揚耶叶葉伊易因英尤约約泽澤扎詹珍芝治朱兹茲佐鄂"
    "翰逊遜吕呂滕哥赞贊鸠鳩蓬岑澳捷谟謨黎瓜薇滨濱让讓昂芒戎森图尤坚堅"
)
_NAMES: Final = frozenset(_NAME)
_NAME_DOT: Final = regex(f"\\. ?(?:(?=[{_NAME}]{{2}})|(?=[{chars.HAN_CLASS}]{{1,6}} ?([(（])[A-Z][a-z]))")
_APART: Final = regex(f" ([{chars.INTERPUNCTS}]) (?<=[{_NAME}]{{2}} . )(?=[{_NAME}][{chars.HAN_CLASS}])")


def _name_dot(text: str, context: Context) -> Iterator[Found]:
    found = []
    for match in _NAME_DOT.finditer(text) if "." in text else ():
        start = match.start() - (text[match.start() - 1 : match.start()] == " ")
        left = text[max(0, start - 2) : start]
        explained = match[1] and chars.is_han(left[-1:] or " ")  # the name in Latin letters follows in brackets
        if explained or (len(left) == 2 and _NAMES.issuperset(left)):
            found.append(Edit(start, match.end(), "·", Confidence.LIKELY))
    if any(mark in text for mark in chars.INTERPUNCTS):
        for match in _APART.finditer(text):
            mark = "·" if context.profile == "mainland" else match[1]
            found.append(Edit(match.start(), match.end(), mark, Confidence.LIKELY))
    yield from sorted(found)


DOT_IN_NAME: Final = Rule(
    "dot-in-name",
    "A full stop, or a dot set apart, between the parts of a foreign name",
    _name_dot,
    (
        ("约翰.杜威说", "约翰·杜威说"),
        ("漢娜 . 鄂蘭", "漢娜·鄂蘭"),
        ("弗拉基米尔 • 普京", "弗拉基米尔·普京"),
        ("亚伦.坡(Edgar Allan Poe)", "亚伦·坡(Edgar Allan Poe)"),
    ),
    ("他来到巴黎.天气很好", "A.史密斯", "约翰·杜威", "首页 • 新闻 • 体育"),
    _SOURCE + ", 4.14",
    reach=100,
)

BEFORE_REFLOW: Final = (DOT_IN_NAME, HALFWIDTH_STOP)
