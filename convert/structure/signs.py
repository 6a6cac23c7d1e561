"""What the words of a line say of its kind: datelines, bylines, credits, labels, jump lines, numbering.

Each pattern states a convention of the Chinese press; none knows of the lines around it. They are written in
simplified characters: `plain` first gives a traditional line the simplified form of the few characters that matter
here, one for one, so that places found in the one hold in the other.
"""

import re
from itertools import pairwise
from typing import Final

from ..chars import HAN_CLASS

_PLAIN: Final = str.maketrans(
    "記報導評論員訊電專據華聯內編譯輯網網責攝圖畫題繪轉緊連載續頁註釋問題時話來選輪觀點實習見駐鏈結條節"
    "後張臺灣電視東陸際經濟體聞開欄發現綜資達總該組製",
    "记报导评论员讯电专据华联内编译辑网网责摄图画题绘转紧连载续页注释问题时话来选轮观点实习见驻链结条节"
    "后张台湾电视东陆际经济体闻开栏发现综资达总该组制",
)


def plain(text: str) -> str:
    """The text with the characters that signs are made of in their simplified form; of the same length."""
    return text.translate(_PLAIN)


def _any(words: str) -> str:
    """A pattern for any of some words."""
    return "(?:" + "|".join(words.split()) + ")"


_OPEN, _CLOSE = r"[（(〔［\[【]", r"[）)〕］\]】]"
_COUNT = "[0-9０-９〇零一二三四五六七八九十百]{1,4}"
_WORD = f"[{HAN_CLASS}]"
_ROLE = _any(
    "记者 通讯员 特约撰稿人 撰稿人? 撰文 评论员 实习生 特派员 编译 主笔 整理 口述 翻译 摄影 作者 文[/／]图 图[/／]文"
)
_AGENCY = (
    _any("本报 本刊 本社 本台 本网 新华社 新华网 中新社 中新网 中央社 法新社 路透社 美联社 共同社 塔斯社 韩联社")
    + rf"|{_WORD}{{2,6}}(?:日报|晚报|时报|通讯社)"
)
_REPORT = _any("专电 电 专讯 讯 消息 综合报[道导] 报[道导]")

# 电头: 本报11月28日讯, 据新华社北京10月3日电. What follows must not make another word of its end (电视, 报道员).
_DATELINE: Final = re.compile(
    rf"(?P<dateline>据?(?:{_AGENCY})[^，。！？；：:（(“”《》\n]{{0,28}}?{_REPORT})(?=[\s（(：:〔]|[^者员台视话力子影])"
)
# In Taiwan and Hong Kong: 〔記者王大明／台北報導〕, 【本報訊】, （中央社台北3日電）.
_BRACKETED_DATELINE: Final = re.compile(
    rf"{_OPEN}(?P<dateline>(?:{_AGENCY}|记者|特派)[^，。！？；\n]{{0,36}}?{_REPORT})\s*{_CLOSE}"
)
_RUN_IN_BYLINE: Final = re.compile(rf"\s*{_OPEN}(?P<names>[^）)〕\]】\n]{{0,6}}{_ROLE}[^）)〕\]】\n]{{1,60}}){_CLOSE}")
_DATELINE_REPORTER: Final = re.compile(rf"(?:记者|特派员)[{HAN_CLASS}、．·‧ ]{{2,20}}?(?=[／/╱])")
_NEXT_ROLE: Final = re.compile(rf"(?<=\S)\s+(?={_WORD}{{0,6}}?{_ROLE})")

LABEL: Final = re.compile(
    rf"(?:{_OPEN}|[■●◆★□▲・·])?\s*(?:"
    + _any(
        "社论 社评 代社论 短评 时评 述评 快评 编后 评论 来论 专论 今日谈 编辑手记 记者手记 记者观察 采访手记"
        " 特写 通讯 人物通讯 报告文学 专访"
    )
    + rf"|(?:{_WORD}{{1,6}}[报刊社])?(?:特约)?评论员(?:文章)?)\s*{_CLOSE}?"
)
# A column's name in brackets behind a headline: （人民时评）. Parts and versions of a text are no columns.
_COLUMN_TAIL: Final = re.compile(r"(?<=.)\s*(?P<label>[（(〔][^（()）\n0-9]{2,14}[）)〕])$")
_NO_COLUMN: Final = re.compile(
    rf".(?:[上中下][篇集]?|{_WORD}?稿|之?[一二三四五六七八九十]+|[附组多]?图|{_WORD}*(?:通过|发布|施行)|"
    + _any("节选 全文 摘要 试行 草案 修正案 修订")
    + ")."
)
_BYLINE: Final = re.compile(
    r"[□■◎◇◆○●△▲☆★]\s*\S.{0,38}"
    rf"|{_OPEN}?[^，。！？；：“”\s]{{0,12}}{_ROLE}[\s：:／/]*[^，。！？；“”]{{2,48}}?(?:报[道导])?{_CLOSE}?"
    rf"|[{HAN_CLASS}·‧\s、]{{2,20}}[/／]?(?:文|口述|整理|撰|作|译|文[/／并]?[图摄]影?)"
)
_NO_BYLINE: Final = re.compile(
    "记者" + _any("节 会 站 证 近日 从 在 发现 获悉 了解 看到 手记 观察 调查 来信") + "|编译出版"
)
CREDIT: Final = re.compile(
    rf"{_OPEN}?(?:[^，。！？；]{{0,24}}{_any('摄 摄影 供图 制图 绘 画 插图 图片 提供 题图')}"
    rf"|(?:{_any('摄影 图片来源 图片 制图 供图 绘图 插图')}|图[/／：:])\s*[：:／/]?\s*[^，。！？；]{{2,24}}"
    rf"|(?:新华|中新)社发(?:[（(][^）)]{{2,12}}[）)])?){_CLOSE}?"
)
CAPTION: Final = re.compile(
    r"[▲▼△▽◀▶←↑→↓]|图[①-⑳一二三四五六七八九十0-9]{0,3}[为：:]|[上下左右题小大]图(?:[为：:①-⑳]|\s)|[①-⑳]\s*图|资料图片?[：:]"
)
CAPTION_INSIDE: Final = re.compile(
    r"图[①-⑳一二三四]?为|[（(](?:资料)?图片[）)]"
    r"|[^，。]{0,24}(?:摄|摄影|供图)(?:[（(][^）)]*[）)])?[。）)]?$"
    r"|(?:新华社|中新社|人民视觉|人民图片|影像中国|视觉中国)(?:发|图|供图)?(?:[（(][^）)]*[）)])?$"
)
JUMP_TO: Final = re.compile(
    rf"{_OPEN}?\s*[▶►→]?\s*[下紧文]?转\s*第?\s*(?P<page>[A-Z]?{_COUNT})\s*[版页]\s*[^，。]{{0,12}}?\s*{_CLOSE}?"
)
JUMP_FROM: Final = re.compile(
    rf"{_OPEN}?\s*[◀◄←]?\s*[紧上]?接\s*第?\s*(?P<page>[A-Z]?{_COUNT})\s*[版页]"
    rf"(?:[^，。\n）)]{{0,30}}{_CLOSE}|[^，。\n]{{0,30}}$)?"
)
END_MATTER: Final = re.compile(
    rf"{_OPEN}\s*(?:{_any('完 待续 未完待续 全文完 未完 续完 连载')}|据[^，。]{{2,20}}"
    r"|(?:原载|摘自|[选转]自|来源)[^。]{2,40}"
    rf"|作者[^。]{{2,60}}|本文[^。]{{2,80}}"
    rf"|[^，。（）]{{2,24}}(?:整理|编译|供稿|辑|报[导道])"
    rf"|(?:{_AGENCY})[^，。]{{0,20}}(?:{_REPORT}|供稿|发)"
    rf"|{_COUNT}月{_COUNT}日[^，。]{{0,12}})\s*。?\s*{_CLOSE}"
    rf"|(?:本[版期栏]|版面|执行)?"
    rf"{_any('责任编辑 责编 编辑 版式 美编 校对 组版 值班主任 统筹 审校 主编')}\s*[：:／/].{{2,60}}"
    r"|(?:本版)?(?:责任编辑|责编|编辑)\s.{2,40}|(?:来源|原载|本版供稿|本版图片)[：:].{2,30}"
)
EDITORS_NOTE: Final = re.compile(
    rf"{_OPEN}?\s*{_any('编者按 编者的话 编者注 编者 编辑按 开栏的话 开栏语 按语 阅读提示 核心阅读 内容提要 新闻提示')}"
    rf"\s*(?:{_CLOSE}|[：:]|\s|$)"
)
NOTE: Final = re.compile(r"[〔［\[]\s*注?\s*[0-9一二三四五六七八九十]{1,3}\s*[〕］\]]|注释?\s*[0-9①-⑳]*\s*[：:]")
NUMBERED: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[、．.](?![0-9])|[①-⑳]"
    rf"|第{_COUNT}[章节条回部篇幕]"
)
STANDING: Final = re.compile(
    _any(
        "核心阅读 内容提要 阅读提示 延伸阅读 相关链接 新闻链接 链接 背景 新闻背景 名词解释 专家点评 记者手记 编后"
        " 小资料 小知识 结语 结束语 尾声 引子 序 前言 后记 附记 附录 附"
    )
    + "$"
)
KICKER_END: Final = re.compile(r"(?:——|[：:]|强调|指出|要求|表示|之[一二三四五六七八九十]+|系列[^，。]{0,6})$")
DECK_START: Final = re.compile(r"——|—|──|[（(]")


def dateline_of(body: str) -> tuple[str, tuple[str, ...]] | None:
    """The dateline that opens a paragraph, brackets off, and the bylines that come with it.

    >>> dateline_of("本报11月28日讯（记者邱国强）今天，会议召开。")
    ('本报11月28日讯', ('记者邱国强',))
    """
    words = plain(body[:160])
    found = _BRACKETED_DATELINE.match(words) or _DATELINE.match(words)
    if not found:
        return None
    dateline = body[slice(*found.span("dateline"))].strip()
    names = _RUN_IN_BYLINE.match(words, found.end())
    if names:
        return dateline, split_byline(body[slice(*names.span("names"))])
    inside = _DATELINE_REPORTER.search(plain(dateline))
    return dateline, (dateline[slice(*inside.span())].strip(),) if inside else ()


def split_byline(text: str) -> tuple[str, ...]:
    """The bylines of one printed line, one for each function named in it: 记者张三 通讯员李四 are two."""
    text = text.strip()
    cuts = [0, *(found.end() for found in _NEXT_ROLE.finditer(plain(text))), len(text)]
    return tuple(text[a:b].strip() for a, b in pairwise(cuts) if text[a:b].strip())


def is_byline(body: str) -> bool:
    """Whether a line holds a byline and nothing else: 本报记者 张三, □ 李四, 文/图 王五."""
    words = plain(body)
    return len(body) <= 50 and bool(_BYLINE.fullmatch(words)) and not _NO_BYLINE.search(words)


def column_tail(body: str) -> str | None:
    """The column's name, in its brackets, at the end of a headline."""
    found = _COLUMN_TAIL.search(body)
    return found["label"] if found and not _NO_COLUMN.fullmatch(plain(found["label"])) else None
