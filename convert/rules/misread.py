"""Characters that were read for others of their shape, where the neighbours leave no doubt."""

from collections.abc import Iterator
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

_QUERY: Final = regex("[27](?=[”」』\n])(?<=[吗嗎么麼呢][27])")
_SAID: Final = regex("[说說道问問答喊叫][：:，,]$")  # ends before the quotation
_SAYS_SO: Final = regex("[”」』][，,]?[他她我你您][们們]?[\u3400-\u9fff]{0,4}?[说說道问問喊]")
_OPENING: Final = {"”": "“", "」": "「", "』": "『"}
_FAR: Final = 200  # characters within which a quotation opens


def _query(text: str, context: Context) -> Iterator[Found]:
    for match in _QUERY.finditer(text):
        at = match.start()
        yield Edit(at, at + 1, "？", Confidence.LIKELY if _is_said(text, at) else Confidence.DOUBTFUL)


def _is_said(text: str, at: int) -> bool:
    """Whether a quotation that ends behind an offset is what someone says: a title may end in a digit (“你好吗2”)."""
    opening = _OPENING.get(text[at + 1])
    start = text.rfind(opening, max(0, at - _FAR), at) if opening else -1
    if start < 0 or "\n" in text[start:at]:
        return False
    return bool(
        _SAID.search(text[max(0, start - 3) : start])
        or _SAYS_SO.match(text, at + 1)
        or any(mark in text[start:at] for mark in "，。！？；")
    )


QUERY_READ_AS_DIGIT: Final = Rule(
    "query-read-as-digit",
    "A question mark that was read as 2 or 7, after a word that asks",
    _query,
    (
        ("“你也要去么2”他问。", "“你也要去么？”他问。"),
        ("他问：“你也要去么2”", "他问：“你也要去么？”"),
        ("“你来了，也要去么2”", "“你来了，也要去么？”"),
        ("「你去嗎7」他笑着對她說", "「你去嗎？」他笑着對她說"),
    ),
    ("这么2个人", "有什么7天的假", "你也要去么？"),
    reports=("歌叫“你好吗2”，很好听", "密码是“为什么7”", "「你好嗎2」上映", "他来不来呢7\n再说吧。\n"),
    seeks="27",
)

# Who says it, or in what, before 曰 and the words: 余曰，“, 铭曰：“; or a sentence that begins with it.
_SAYS: Final = regex(
    "日(?:(?<=[余又答问問或铭銘赞讚谣謠谚諺诀訣]日)(?=[，：,:] ?[“「『‘])|(?<=[。！？][”’」』]日)(?=[：:] ?[“「『‘]))"
)
_BEGINS: Final = regex("(?:^|[，。！？；：”’」』、\\s]).?日$")
_NO_DAY: Final = regex("(?:^|[。！？”’」』\\s])[余答问問铭銘]日$")  # before a pause, too


_SPOKEN: Final = regex("曰[：，] ?[“「『]")
# Behind what another said, where the words that follow lost their own opening mark.
_ANSWERS: Final = regex("日(?<=[。！？][”’」』]日)(?=[，：:,][^“「『‘ ])")


def _says(text: str, context: Context) -> Iterator[Found]:
    """A clause that begins with it, before a colon, is proof for itself and the others; so is 曰 elsewhere."""
    found = [match.start() for match in _SAYS.finditer(text)]
    begins = [_BEGINS.search(text[max(0, at - 2) : at + 1]) is not None for at in found]
    sure = [
        begun and (text[at + 1] in "：:" or _NO_DAY.search(text[max(0, at - 2) : at + 1]) is not None)
        for at, begun in zip(found, begins, strict=True)
    ]
    old = any(sure) or (any(begins) and "曰" in text)
    likely = {at for at, begun in zip(found, begins, strict=True) if begun and old}
    answers = (match.start() for match in _ANSWERS.finditer(text)) if any(sure) or _SPOKEN.search(text) else ()
    for at in sorted({*found, *answers}):
        yield Edit(at, at + 1, "曰", Confidence.LIKELY if at in likely else Confidence.DOUBTFUL)


SAYS_READ_AS_DAY: Final = Rule(
    "says-read-as-day",
    "曰 that was read as 日, before the words that are said",
    _says,
    (
        ("盛称其书。余日，“此书甚佳”", "盛称其书。余曰，“此书甚佳”"),
        ("子曰善。又日，“有朋”", "子曰善。又曰，“有朋”"),
        ("铭日：“山高。”又日，“水长。”", "铭曰：“山高。”又曰，“水长。”"),
        ("“可乎？”日：“可。”", "“可乎？”曰：“可。”"),
    ),
    (
        "近日，“两会”召开",
        "11月28日：“今日无事。”",
        "又日复一日",
        "余曰，“善”",
        "美国对日，“关税”谈判",
        "政府對日，「強硬」",
        "世界诗日：“春天”",
        "诗歌日，“朗诵会”",
        "“生日快乐！”日，他说",
    ),
    reports=("春节余日，“五一”将至", "又日，“两会”召开", "假期将尽，余日，“五一”", "子曰：“善。”日，可也。"),
    seeks="日",
)

_COLON: Final = regex("……[：:](?=[\u3400-\u9fff“”「」‘’])")


def _colon(text: str, context: Context) -> Iterator[Found]:
    """Nothing is announced behind a sentence, or at a quotation's end; after words a colon may be meant."""
    for match in _COLON.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end()]
        sure = before in ("。", "！", "？") or after in "”」’"
        yield Edit(*match.span(), "……", Confidence.LIKELY if sure else Confidence.DOUBTFUL)


COLON_AFTER_ELLIPSIS: Final = Rule(
    "colon-after-ellipsis",
    "A colon behind an ellipsis: two of its dots were read twice",
    _colon,
    (("梦香来访。……：盛称其书", "梦香来访。……盛称其书"), ("“无一语及此……：”", "“无一语及此……”")),
    ("他说：……然后走了", "下列各项：", "……好的"),
    "GB/T 15834-2011, 4.11",
    reports=("本件如下……：略", "唔該晒……：「好。」"),
    seeks="…",
)

BEFORE_REFLOW: Final = (QUERY_READ_AS_DIGIT, SAYS_READ_AS_DAY, COLON_AFTER_ELLIPSIS)
