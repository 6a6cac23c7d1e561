"""Characters that were read for others of their shape, where the neighbours leave no doubt."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

_QUERY: Final = regex("[27](?=[”」』\n])(?<=[吗嗎么麼呢][27])")
# Who says it, or in what, before 曰 and the words: 余曰，“, 铭曰：“; or a sentence that begins with it.
_SAYS: Final = regex(
    "日(?:(?<=[余又答对對问問或铭銘赞讚诗詩歌叹歎谣謠谚諺诀訣]日)(?=[，：,:] ?[“「『‘])"
    "|(?<=[。！？][”’」』]日)(?=[，：,:]))"
)
_COLON: Final = regex("……[：:](?=[\u3400-\u9fff“”「」‘’])")


def _each(pattern: re.Pattern[str], meant: str, *marks: str) -> Callable[[str, Context], Iterator[Found]]:
    """What puts something else for all that a pattern finds, in a text that has any of some characters."""

    def find(text: str, context: Context) -> Iterator[Found]:
        if any(mark in text for mark in marks):
            for match in pattern.finditer(text):
                yield Edit(match.start(), match.end(), meant, Confidence.LIKELY)

    return find


QUERY_READ_AS_DIGIT: Final = Rule(
    "query-read-as-digit",
    "A question mark that was read as 2 or 7, after a word that asks",
    _each(_QUERY, "？", "2", "7"),
    (("“你也要去么2”他问。", "“你也要去么？”他问。"), ("他来不来呢7\n再说吧。\n", "他来不来呢？\n再说吧。\n")),
    ("这么2个人", "有什么7天的假", "你也要去么？"),
)

SAYS_READ_AS_DAY: Final = Rule(
    "says-read-as-day",
    "曰 that was read as 日, before the words that are said",
    _each(_SAYS, "曰", "日"),
    (("余日，“此书甚佳”", "余曰，“此书甚佳”"), ("“可乎？”日：“可。”", "“可乎？”曰：“可。”")),
    ("近日，“两会”召开", "11月28日：“今日无事。”", "又日复一日", "余曰，“善”"),
)

COLON_AFTER_ELLIPSIS: Final = Rule(
    "colon-after-ellipsis",
    "A colon behind an ellipsis: two of its dots were read twice",
    _each(_COLON, "……", "……"),
    (("梦香来访。……：盛称其书", "梦香来访。……盛称其书"),),
    ("他说：……然后走了", "下列各项：", "……好的"),
    "GB/T 15834-2011, 4.11",
)

BEFORE_REFLOW: Final = (QUERY_READ_AS_DIGIT, SAYS_READ_AS_DAY, COLON_AFTER_ELLIPSIS)
