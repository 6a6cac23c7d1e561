"""What the words of a line say of its kind: datelines, credits, labels, jump lines, numbering.

Each pattern states a convention of the Chinese press; none knows of the lines around it. They are written in
simplified characters: `plain` first gives a traditional line the simplified form of the few characters that matter
here, one for one, so that places found in the one hold in the other.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ..chars import HAN_CLASS
from ..patterns import regex
from .names import VERSE_FORMS, are_names, is_name

TRADITIONAL: Final = (
    "記報導評論員訊電專據華聯內編譯輯網責攝圖畫題繪轉緊連載續頁註釋問時話來選輪觀點實習見駐"
    "鏈結條節後張臺灣視東陸際經濟體聞開欄發現綜資達總該組製務園會長學國個們這說為於與過對還沒"
)
SIMPLIFIED: Final = (
    "记报导评论员讯电专据华联内编译辑网责摄图画题绘转紧连载续页注释问时话来选轮观点实习见驻"
    "链结条节后张台湾视东陆际经济体闻开栏发现综资达总该组制务园会长学国个们这说为于与过对还没"
)
_ANY_TRADITIONAL: Final = regex(f"[{TRADITIONAL}]")  # to look first is ten times as fast
_STRETCH: Final = 16  # lines
_PLAIN: Final = str.maketrans(TRADITIONAL, SIMPLIFIED)


@lru_cache(maxsize=1024)  # a line is looked at again and again
def plain(text: str) -> str:
    """The text with the characters that signs are made of in their simplified form; of the same length."""
    return text.translate(_PLAIN) if _ANY_TRADITIONAL.search(text) else text


def plains(texts: Sequence[str]) -> list[str]:
    """`plain` of each, by the million: most stretches of a text hold no traditional character."""
    out: list[str] = []
    for k in range(0, len(texts), _STRETCH):
        stretch = texts[k : k + _STRETCH]
        out += map(plain, stretch) if _ANY_TRADITIONAL.search("".join(stretch)) else stretch
    return out


def closed_up(words: str, most: int = 4) -> str:
    """A heading of a few characters set apart, without its blanks: 社　论."""
    parts = words.split()
    return "".join(parts) if 1 < len(parts) <= most and all(len(part) == 1 for part in parts) else words


def any_of(words: str) -> str:
    """A pattern for any of some words."""
    return "(?:" + "|".join(words.split()) + ")"


OPEN, CLOSE = r"[（(〔［\[【]", r"[）)〕］\]】]"
_OPENING, _CLOSING = frozenset("（(〔［[【"), frozenset("）)〕］]】")  # what they match
COUNT = "[0-9０-９〇零一二三四五六七八九十百]{1,4}"
WORD = f"[{HAN_CLASS}]"
# Functions that a slash parts from their names: 文／张三　图片提供／李四.
SLASHED = any_of("文字? 图片?提供 图片? 摄影 插图 绘图 供图 制图 翻译 编译 采访 采写 撰文 整理 口述") + r"\s*[／/]"
ROLE = any_of(
    """记者 通讯员 特约撰稿人 撰稿人? 撰文 评论员 实习生 特派员 编译 主笔 整理 口述 翻译 摄影 作者 采访
    文[/／]图 图[/／]文 文(?=[/／]) 图(?=[/／])"""
)
AGENCY = any_of(
    "本报 本刊 本社 本台 本网 晚报 晨报 新华社 新华网 中新社 中新网 中央社"
    " 法新社 路透社 美联社 共同社 塔斯社 韩联社 人民网 央视新闻 朝中社"
    f" 德新社 俄新社 越通社 {WORD}{{2,6}}(?:日报|晚报|时报|通讯社)"
)
REPORT = any_of("专电 电 专讯 讯 消息 综合报[道导] 报[道导]")

# 电头: 本报11月28日讯, 据新华社北京10月3日电. What follows must not make another word of its end (电视, 报道员).
_DATELINE: Final = regex(
    rf"(?P<dateline>(?:据|综合)?{AGENCY}[^，。！？；：:（(“”《》【】\n]{{0,28}}?{REPORT})(?=[\s（(：:〔“]|[^者员台视话力子影业商])"
)
# In brackets: 〔記者王大明／台北報導〕, 【本報訊】, （中央社台北3日電）, 【綜合報道】, 【基隆訊】.
_BRACKETED_DATELINE: Final = regex(
    rf"{OPEN}(?P<dateline>(?:(?:{AGENCY}|记者|特派)[^，。！？；\n]{{0,36}}?{REPORT}|(?:综合|编译|外电)报[道导]|专[稿讯]"
    rf"|(?<=[【〔［]){WORD}{{2,5}}(?:(?<![快简短资通喜音要])讯|(?<![发停来回致])电)))\s*{CLOSE}"
)
_RUN_IN_BYLINE: Final = regex(
    rf"\s*{OPEN}(?P<names>[^）)〕\]】\n，。]{{0,14}}{ROLE}(?:[^（）()〔〕\]】\n]|[（(][^）)\n]*[）)]){{1,60}}){CLOSE}"
)
_BARE_NAMES: Final = regex(rf"\s*{OPEN}(?P<names>{WORD}{{2,4}}(?:[、 \u3000]{WORD}{{2,4}}){{0,4}}){CLOSE}")
_SPOKEN_BYLINE: Final = regex(
    rf"\s*(?P<names>(?:{WORD}{{0,4}}记者|通讯员)(?![从在近昨今])[^，。！？；：（）]{{2,30}}?)(?:从[^，。：]{{2,24}}|近?日?获悉|报[道导])?[：:]"
)
_DATELINE_REPORTER: Final = regex(
    rf"(?:{WORD}{{0,4}}(?:记者|特派员)) ?[{HAN_CLASS}、．·‧ ]{{2,20}}?(?=\s*[／/╱]|\s*报[道导])"
)
# Without brackets: 本报讯 记者 王建国 通讯员李明 昨天…
_BARE_FUNCTION: Final = regex(rf"[、\s]*{WORD}{{0,4}}?(?:记者|通讯员|特派员)\s*")
_BARE_NAME: Final = regex(rf"[、\s]*(?P<name>{WORD}{{2,4}}?|{WORD}[ \u3000]+{WORD})(?=[、\s：:]|报[道导]|$)")

_COLUMN_WORDS: Final = """
    社论 社评 代社论 短评 时评 述评 快评 锐评 评论 来论 专论 论坛 观察 漫笔 随笔 杂谈 杂感 札记 手记 笔记
    快语 絮语 视点 视角 综述 专栏 专访 访谈 特稿 特写 通讯 报告文学 纪实 信箱 热线 回音壁 今日谈 编后 编后语 来信
    大家谈 走笔 照登 往来 答问 图片新闻 图片报道 封面故事 封面报道 小小说 微小说 散文 小说 随想 读后 副刊 观点 聚焦 追踪
    连线 记者观察 采访手记 书评 影评 杂文
"""
_PIECES: Final = "特稿 专稿 征文"
# A label on a line of its own: 社论, 本报评论员, 晚报时评. At most four characters stand before a column's word.
LABEL: Final = regex(
    rf"(?:{OPEN}|[■●◆★□▲◎・·])?\s*"
    rf"(?:{WORD}{{0,4}}[·・]?{any_of(_COLUMN_WORDS)}|(?:{WORD}{{1,6}}[报刊社])?(?:特约)?评论员(?:文章)?|{WORD}{{4,12}}{any_of(_PIECES)})\s*{CLOSE}?"
    rf"|【{WORD}{{2,8}}(?:[·・]{WORD}{{2,8}})?】"
)
# A label run in before its headline: 短评 用好活教材, 【大家谈】让老街留住烟火气, 市场漫步·“凉茶铺”热了.
_IN_BRACKETS: Final = rf"[【〔［\[（(]{WORD}{{2,8}}(?:[·・]{WORD}{{2,10}})?[】〕］\]）)]"
LABEL_BEFORE: Final = regex(
    rf"(?P<label>(?:本报)?(?:社论|社评|短评|时评|快评|锐评|述评|(?:特约)?评论员(?:文章)?))[ \u3000]+(?={WORD}|“)"
    rf"|(?P<bracketed>(?!.*年.*[月日])(?!.[上中下一二三四五六七八九十]?.[）)]){_IN_BRACKETS})\s*(?=[{HAN_CLASS}“《])"
    rf"|(?P<dotted>{WORD}{{2,8}}[·・])(?=“)"
)
_LONGEST_LABEL: Final = 24  # characters
_LABEL_ENDS: Final = _CLOSING | {"员", "章"} | {word[-1] for word in (_COLUMN_WORDS + _PIECES).split()}
_COLUMN_TAIL: Final = regex(r"(?<=\S\S)\s*(?P<label>[（(〔][^（()）\n0-9]{2,16}[）)〕])$")
# Brackets behind a headline that are no column's name: parts and versions of a text, numbers of pieces.
_NO_COLUMN: Final = regex(
    rf".(?:第?{COUNT}号|[上中下][篇集]?|{WORD}*稿|(?:连载|[续之]|续之|连载之)?[一二三四五六七八九十百]+|第{COUNT}[章节回部篇集卷期讲]|[附组多]?图|{WORD}*(?:[日年](?:通过|发布|施行)|通过)|[外诗词]?{COUNT}[首章则题篇阕]|"
    + any_of("节选 全文 摘要 试行 草案 修正案 修订 暂行")
    + ")."
)
_BRACKETED_COLUMN: Final = regex(r"(?!.*年.*[月日])[（(〔［【][^（()）\n0-9，。、；：？！“”]{2,14}[）)〕］】]")
_TWO_PART_COLUMN: Final = regex(rf"{WORD}{{2,8}}[·・•]{WORD}{{2,10}}")  # 强国建设·大国工匠
CREDIT: Final = regex(
    rf"{OPEN}?(?:(?P<who>[^，。！？；：“”（()）]{{1,24}}?)\s*(?:摄|摄影|供图|制图|插图|绘)(?:[（(][^）)]{{2,12}}[）)])?"
    rf"|{any_of('摄影 图片来源 图片 制图 供图 绘图 插图 题图')}\s*[：:／/]\s*[^，。！？；]{{2,24}}"
    r"|(?:本[文版]|以上)?(?:图片|照片|题图|图)(?:均?由|均?为|均?系)[^，。]{2,20}(?:提供|摄)"
    r"|新华社\s*[／/]\s*(?:法新|路透|美联|欧新|新华|俄新|共同|韩联|埃菲)社?"
    rf"|{any_of('新华社发 中新社发 人民视觉 人民图片 影像中国 视觉中国 资料图片')}"
    rf"(?:[（(][^）)]{{2,12}}[）)])?)\s*{CLOSE}?"
)
_OF_CREDITS: Final = regex("[摄图绘照社视影源]")  # one of which each credit holds; most lines hold none
# Under a table or chart.
SOURCE: Final = regex(rf"{OPEN}?(?:资料|数据|图表)来源\s*[：:／/]\s*[^。！？]{{2,50}}{CLOSE}?")
# Above a table, or under a chart: 表1 三家小店经营情况. A space or colon parts the title from its number.
NUMBERED_TITLE: Final = regex(
    rf"[附续]?[表图]\s*{COUNT}(?:[-–—.．·]{COUNT})?(?:\s*[：:]\s*|\s+)[^，。！？；：]{{2,40}}"
)
CAPTION: Final = regex(
    r"[▲▼△▽◀▶]|图[①-⑳一二三四五六七八九十0-9]{0,3}[为：:]|[上下左右题小大中]{1,2}图(?:[为：:①-⑳]|\s)|[①-⑳]\s*图|资料图片?[：:]"
)
# What stands where a picture stood: 【图片】, （图略）, [插图一].
_PLACEHOLDER: Final = regex(
    rf"{OPEN}\s*(?:此处)?(?:图片?|插图|配图|题图|照片|图表|漫画)\s*[：:]?(?:略|{COUNT}|[①-⑳])?\s*{CLOSE}"
)
_CAPTION_INSIDE: Final = regex(
    rf"(?:^|[，。；\s])(?:[上下左右]?图[①-⑳一二三四]?为)|[（(](?:资料)?图片[）)]$"
    rf"|(?<=[。！\s])(?:{AGENCY})?(?:记者|通讯员)?[^，。]{{2,14}}(?<!拍)摄(?:影)?(?:[（(][^）)]*[）)])?[。）)]?$"
    r"|[（(][^（）()，。]{2,16}(?<!拍)摄(?:影)?[）)]$"
)
_AGENCIES_TAIL: Final = 24  # characters
_AGENCIES_LAST: Final = frozenset("社觉片国发图）)")
_AGENCIES_END: Final = regex(
    r"(?:新华社|中新社|人民视觉|人民图片|影像中国|视觉中国)(?:发|图|供图)?(?:[（(][^）)]*[）)])?$"
)
JUMP_TO: Final = regex(
    rf"{OPEN}?\s*(?:[▶►→]\s*)?[下紧文全]?[文]?转\s*(?:第\s*)?(?P<page>[A-Z]?{COUNT})\s*[版页]\s*+[^，。（）]{{0,12}}?\s*{CLOSE}?$"
)
JUMP_FROM: Final = regex(
    rf"{OPEN}?\s*(?:[◀◄←]\s*)?[紧上]接\s*(?:第\s*)?(?P<page>[A-Z]?{COUNT})\s*[版页](?:[^，。\n）)]{{0,30}}{CLOSE}|[^，。\n]{{0,12}}$)?"
)
_EDITING: Final = (
    "责任编辑 责编 编辑 版式 版面 美编 校对 组版 值班主任 统筹 审校 主编 策划 总策划 监制 本期统筹 版式设计"
)
_EDITORS = any_of(_EDITING)
# What closes an article in brackets: （完）, （据新华社电）, （作者系教授）, （本报记者参与采写）, （全文见第三版）.
_BRACKETED_END = "|".join(
    (
        any_of("完 待续 未完待续 全文完 未完 续完 连载"),
        r"[^，。（）]{0,14}(?:续登|续刊|待续|续完)",
        r"[均都]?据[^，。]{2,20}",
        r"(?:原载|摘自|[选转]自|来源)[^。]{2,40}",
        r"作者[^。]{2,60}",
        r"本(?:文|栏|版|报.*(?:摄|配图|配发))[^。]{0,80}",
        r"指导老师[^。]{2,20}",
        rf"(?:本[版文期栏])?{_EDITORS}\s*[：:／/\s][^。，]{{2,30}}",
        r"[^，。（）]{2,40}(?:整理|编译|供稿|辑|采写|参与报道)",
        rf"{AGENCY}[^，。]{{0,30}}(?:{REPORT}|供稿|发)(?:\s+记者[^，。）)]{{2,20}})?",
        rf"{COUNT}月{COUNT}日(?:于{WORD}{{2,8}})?",
        r"[^，。（）]{0,12}全文[^，。（）]{0,12}",
    )
)
_BRACKETED_END_MATTER: Final = regex(rf"{OPEN}\s*(?:{_BRACKETED_END})\s*。?\s*{CLOSE}")
_END_MATTER: Final = regex(
    rf"(?:本[版期栏]|执行)?{_EDITORS}\s*[：:／/].{{2,60}}|(?:本版)?(?:责任编辑|责编)\s.{{2,40}}"
    r"|(?:本[版刊报])?(?:来稿请?寄|(?:读者|投稿|编辑|联系|来稿)(?:信箱|邮箱|电话|热线|地址|方式))[：:].{2,60}"
    r"|(?:来源|原载|本版供稿|本版图片)[：:].{2,30}|《[^》]{2,10}》\s*[（(][^（()）]*[年版][^（()）]*[）)]"
    rf"|(?:[0-9]{{4}}|[〇零○一二三四五六七八九]{{4}})年(?:{COUNT}月)(?:{COUNT}日)?(?:于{WORD}{{2,8}})?"
)
_END_BEGINS: Final = frozenset("本执来读投联原《0123456789〇零○一二三四五六七八九") | {
    word[0] for word in _EDITING.split()
}
_EDITED: Final = regex(rf"(?:本[版期栏]|执行)?{_EDITORS}\s*(?:[：:／/]|\s\S)")
EDITORS_NOTE: Final = regex(
    rf"{OPEN}?\s*"
    rf"{any_of('编者按 编者的话 编者注 编者 编辑按 编后语? 开栏的话 开栏语 按语 阅读提示 核心阅读 内容提要 新闻提示')}"
    rf"\s*(?:{CLOSE}|[：:]|\s|$)"
)
AFTERWORD: Final = regex(rf"{OPEN}?\s*编后")
NOTE: Final = regex(r"[〔［\[]\s*注?\s*[0-9一二三四五六七八九十]{1,3}\s*[〕］\]]|注释?\s*[0-9①-⑳]*\s*[：:]")
NUMBERED: Final = regex(
    r"[一二三四五六七八九十]{1,3}(?:[、．.]|\s+(?=\S)|$)|[0-9]{1,2}\s+(?=[^0-9\s])|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[、．.](?![0-9])|[①-⑳]"
    rf"|第{COUNT}[章节条回部篇幕](?=[\s：:]|$)|之{COUNT}$|{COUNT}月{COUNT}日(?=[\s，（(]|$)"
)
_ITEM_SIGNS: Final = "●○◆◇■□▲△▼★☆▪•※►▶◎"
_ITEM_BEGINS: Final = frozenset(_ITEM_SIGNS + "0123456789（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_ITEM_MARK: Final = regex(
    rf"(?P<sign>[{_ITEM_SIGNS}])\s*|(?P<number>[0-9]{{1,3}}\s*[、．.)）](?![0-9]))|(?P<round>[（(][0-9一二三四五六七八九十]{{1,3}}[）)])|(?P<circled>[①-⑳])"
)
SPOKEN: Final = regex(rf"(?:问|答|Q|A|记者|主持人|{WORD}{{1,4}})[：:](?=.)")
STANDING: Final = regex(
    any_of(
        """核心阅读 内容提要 阅读提示 延伸阅读 相关链接 新闻链接 链接 背景 新闻背景 名词解释 专家点评 记者手记 编后
        相关新闻 小资料 小知识 结语 结束语 尾声 引子 序 前言 后记 附记 附录 附 数据 人物档案 人物小传
        人物名片 嘉宾 记者感言 短评"""
    )
    + "$"
)
# Titles of documents and of standing items, which begin articles whatever words they share with their neighbours.
_DOCUMENTS: Final = "通知 意见 决定 公告 通报 批复 函 报告 请示 议案 决议 命令 建议 说明"
_STANDING_ITEMS: Final = """
    办法 条例 规定 细则 章程 名单 公报 公告 宣言 声明 启事 更正 讣告 天气 预报 答读者问 来函照登
    积分榜 排行榜 赛程 对阵 节目表 赛事预告 电视预告
"""
_WHOLE_TITLE: Final = regex(
    rf"(?:关于.{{2,}}的{any_of(_DOCUMENTS)}|{any_of(_STANDING_ITEMS)})(?:[（(][^（()）]{{1,12}}[）)])?$"
)
_WHOLE_TITLE_ENDS: Final = _CLOSING | {word[-1] for word in (_DOCUMENTS + _STANDING_ITEMS).split()}
_BLANKS: Final = regex(r"\s+")
# Labels of what stands inside an article or below it: 记者手记.
SUBORDINATE: Final = regex("手记|编后|点评|感言|链接")
DOCUMENT_FOLLOWS: Final = regex(r"(?:全文|原文|内容|文如|答复|批复|来信)(?:如下|是)?[：:]$")
BRIEFS: Final = regex(
    "速递|点滴|集锦|简讯|短讯|简报|快讯|速览|一句话(?:新闻|资讯|快讯)|简明新闻|新闻集装箱|短波|动态$|資訊$"
)


def item_mark(body: str) -> re.Match[str] | None:
    """The mark with which a line begins as the items of a list do; its group says of what kind it is."""
    return _ITEM_MARK.match(body) if body[0] in _ITEM_BEGINS else None


def is_label(words: str) -> bool:
    """Whether a line, its signs made plain, is the label of an article: 社论, 短　评, 本报评论员."""
    if len(words) > _LONGEST_LABEL or words[-1] not in _LABEL_ENDS:
        return False
    return LABEL.fullmatch(closed_up(words)) is not None


def is_whole_title(words: str) -> bool:
    """Whether a heading, its signs made plain, is the title of a document or of a standing item: 讣　告."""
    return words[-1] in _WHOLE_TITLE_ENDS and _WHOLE_TITLE.search(_BLANKS.sub("", words)) is not None


def may_be_credit(words: str) -> bool:
    """Whether a line, its signs made plain, holds a character of which credits are made."""
    return _OF_CREDITS.search(words) is not None


def is_column(body: str) -> bool:
    """Whether a title line is wholly the name of a column: （大运河纪行）, 强国建设·大国工匠."""
    words = body.strip()
    if words[:1] in _OPENING:
        return _BRACKETED_COLUMN.fullmatch(words) is not None and not _NO_COLUMN.fullmatch(plain(words))
    return _TWO_PART_COLUMN.fullmatch(words) is not None and not words.startswith(VERSE_FORMS) and not is_name(words)


def tells_of_picture(words: str) -> bool:
    """Whether a text, its signs made plain, has a caption's signs: 图为…, （资料图片）, who took the picture."""
    if ("图" in words or "摄" in words) and _CAPTION_INSIDE.search(words):
        return True
    return words[-1] in _AGENCIES_LAST and _AGENCIES_END.search(words[-_AGENCIES_TAIL:]) is not None


def is_placeholder(body: str) -> bool:
    """Whether a line stands where a picture stood: 【图片】, （图略）."""
    return body[0] in _OPENING and _PLACEHOLDER.fullmatch(plain(body)) is not None


def names_editors(words: str) -> bool:
    """Whether a line, its signs made plain, tells who edited a page: 责任编辑 王 敏　电话 2345678."""
    return _EDITED.match(words) is not None


def is_end_matter(words: str) -> bool:
    """Whether a line, its signs made plain, closes an article or tells who edited the page."""
    if words[0] in _OPENING:
        return _BRACKETED_END_MATTER.fullmatch(words) is not None
    return words[0] in _END_BEGINS and _END_MATTER.fullmatch(words) is not None


def dateline_of(body: str, words: str | None = None) -> tuple[str, tuple[str, ...]] | None:
    """The dateline that opens a paragraph, brackets off, and the bylines that come with it.

    `words` is the paragraph's beginning as `plain` gives it, if it is known already.

    >>> dateline_of("本报11月28日讯（记者邱国强）今天，会议召开。")
    ('本报11月28日讯', ('记者邱国强',))
    """
    words = words or plain(body[:160])
    found = (_BRACKETED_DATELINE if words[0] in _OPENING else _DATELINE).match(words)
    if not found:
        return None
    dateline = body[slice(*found.span("dateline"))].strip()
    names = _RUN_IN_BYLINE.match(words, found.end()) or _SPOKEN_BYLINE.match(words, found.end())
    if names:
        return dateline, split_byline(body[slice(*names.span("names"))])
    bare = _BARE_NAMES.match(words, found.end())
    if bare and are_names(bare["names"]):
        return dateline, tuple(re.split("[、 \u3000]+", body[slice(*bare.span("names"))].strip()))
    end = _bare_reporters(words, found.end())
    if end:
        return dateline, split_byline(body[found.end() : end])
    inside = _DATELINE_REPORTER.search(plain(dateline))
    return dateline, (dateline[slice(*inside.span())].strip(),) if inside else ()


def _bare_reporters(words: str, start: int) -> int | None:
    """Where the functions and names that stand behind a dateline without brackets end; None where none stand there."""
    end, at = None, start
    while function := _BARE_FUNCTION.match(words, at):
        first = at = function.end()
        while (
            (name := _BARE_NAME.match(words, at)) and is_name(name["name"]) and (at == first or name.start("name") > at)
        ):
            end = at = name.end()
        if at == first:
            break
    return end


# Not what alone is left, which tells what those before it did: 记者　张三　摄影报道.
_NEXT_ROLE: Final = regex(rf"(?<=\S)\s+(?!(?:{ROLE}|报[道导]|[并、／/])+\s*$)(?={WORD}{{0,6}}?{ROLE}|{SLASHED})")


def split_byline(text: str) -> tuple[str, ...]:
    """The bylines of one printed line, one for each function named in it: 记者张三 通讯员李四 are two."""
    text = text.strip().strip("（）()〔〕")
    cuts = [0, *(found.end() for found in _NEXT_ROLE.finditer(plain(text))), len(text)]
    return tuple(part for a, b in pairwise(cuts) if (part := text[a:b].strip()))


def column_tail(body: str) -> str | None:
    """The column's name, in its brackets, at the end of a headline."""
    found = _COLUMN_TAIL.search(body) if body.endswith(("）", ")", "〕")) else None
    return found["label"] if found and not _NO_COLUMN.fullmatch(plain(found["label"])) else None
