"""Remnants of the format a text was taken from: HTML entities and tags, the marks of Markdown."""

import re
from collections.abc import Iterator
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

_TAGS: Final = "p|br|hr|div|span|b|i|u|em|strong|font|center|sup|sub|a|img|table|tbody|tr|td|th|ul|ol|li|h[1-6]|section"
# An entity that was escaped once more comes out in one go.
_ENTITY: Final = regex(
    "&(?:amp;)*(nbsp|ensp|emsp|thinsp|quot|apos|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|bull|times|divide|deg"
    "|permil|copy|reg|amp|lt|gt|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});"
)
_ESCAPED_TAG: Final = regex(rf"&(?:amp;)*lt;/?(?:{_TAGS})(?=[&\s/]|$)", re.I)


def _entity(text: str, context: Context) -> Iterator[Found]:
    if "&" not in text:
        return
    import html  # with a table of all entities

    speaks_of_tags = _ESCAPED_TAG.search(text) is not None
    for match in _ENTITY.finditer(text):
        if speaks_of_tags and match[1] in ("lt", "gt"):
            continue
        plain = html.unescape(f"&{match[1]};")
        if len(plain) == 1 and (plain.isprintable() or plain.isspace()):
            yield match.start(), match.end(), " " if plain == "\u00a0" else plain


HTML_ENTITY: Final = Rule(
    "html-entity",
    "A character written as an HTML entity",
    _entity,
    (
        ("&ldquo;冰雪&rdquo;&nbsp;运动", "“冰雪” 运动"),
        ("研发&amp;amp;生产", "研发&生产"),
        ("&#12288;全会", "\u3000全会"),
    ),
    ("研发&生产", "用&lt;p&gt;分段", "?a=1&b=2"),
)

_ATTRIBUTE: Final = r"""\s{1,4}[a-z:-]{1,30}=(?:"[^"<>\n]{0,300}"|'[^'<>\n]{0,300}'|[^\s"'<>]{1,200})"""
_TAG: Final = regex(rf"<(/?)({_TAGS})(?:{_ATTRIBUTE}){{0,12}}\s{{0,4}}/?>|<!--[^<>]{{0,2000}}-->", re.I)
_ENDS_LINE: Final = regex("br|hr|p|div|tr|li|h[1-6]|section|table", re.I)
_NAMED: Final = regex(" ?(?:标签|元素|标记|標籤|標記)")
_QUOTES: Final = frozenset("`“”‘’「」'\"")
_MANY: Final = 3  # tags, from which on a text surely was a page


def _tag(text: str, context: Context) -> Iterator[Found]:
    if "<" not in text or ">" not in text:
        return
    tags = [match for match in _TAG.finditer(text) if not _is_spoken_of(text, *match.span())]
    confidence = Confidence.CERTAIN if len(tags) >= _MANY else Confidence.LIKELY
    for match in tags:
        start, end = match.span()
        ends = match[2] and _ENDS_LINE.fullmatch(match[2]) and (match[1] or match[2].lower() in ("br", "hr"))
        inside = text[start - 1 : start] not in ("", "\n") and text[end : end + 1] not in ("", "\n")
        yield Edit(start, end, "\n" if ends and inside else "", confidence)


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a text about pages names the tag."""
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES
    return bool(_NAMED.match(text, end) or quoted)


HTML_TAG: Final = Rule(
    "html-tag",
    "An HTML tag or comment",
    _tag,
    (
        ("<p>全会在长春举行。</p><p>会议要求</p>", "全会在长春举行。\n会议要求"),
        ("第一行<br />第二行", "第一行\n第二行"),
        ('见<a href="http://a.cn/" target=_blank>全文</a>', "见全文"),
    ),
    ("比较a<b和b>c", "若a<b 且c>d", "段落用<p>标签", "段落用“<p>”分开", "</script>", "<决定>"),
)

_STRONG: Final = regex(r"\*\*(?<!\*\*\*)(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?!\*)")
_HEADING: Final = regex(r"^(?:[ \t\u00a0\u3000]{1,8})?#{1,6} +(?=[^\s#0-9A-Za-z])", re.M)
# A link ends at its bracket, in the address at most one pair of others; a bare name must be a page's or a picture's.
_INSIDE: Final = "[!-'*-~\u3400-\u9fff]"
_LINK: Final = regex(
    r"\[([^\[\]\n]{1,100})\]\("
    rf"(?:(?:https?://|\.{{0,2}}/){_INSIDE}{{1,300}}(?:\({_INSIDE}{{1,100}}\){_INSIDE}{{0,100}})?"
    r"|[\w-]{1,80}\.(?:md|html?|pdf|docx?|xlsx?|txt|png|jpe?g|gif|svg|webp))\)",
    re.A,
)
_HAN: Final = regex("[\u3400-\u9fff]")


def _markdown(text: str, context: Context) -> Iterator[Found]:
    found: list[tuple[int, int]] = []
    if "**" in text:
        for match in _STRONG.finditer(text):
            if _HAN.search(match[0]):
                found += [(match.start(), match.start() + 2), (match.end() - 2, match.end())]
    if "](" in text:
        for match in _LINK.finditer(text):
            if "://" not in match[0] and not _HAN.search(match[1]):
                continue  # a program calls what stands in a list
            start = match.start() - (text[match.start() - 1 : match.start()] == "!")
            found += [(start, match.start(1)), (match.end(1), match.end())]
    if "# " in text:
        found += [match.span() for match in _HEADING.finditer(text)]
    yield from (Edit(start, end, "", Confidence.LIKELY) for start, end in sorted(found))


MARKDOWN_MARK: Final = Rule(
    "markdown-mark",
    "The marks of a heading, of strong text or of a link in Markdown",
    _markdown,
    (
        ("## 牢记嘱托", "牢记嘱托"),
        ("坚持**守正创新**", "坚持守正创新"),
        ("见[全文](https://a.cn/b)。", "见全文。"),
        ("[甲](http://a.cn)[乙](/b)", "甲乙"),
        ("见[江城](https://a.cn/江城_(市))一文", "见江城一文"),
        ("说明见[附件](notes.md)，其中第三章讲农业；第四章讲林业。", "说明见附件，其中第三章讲农业；第四章讲林业。"),
    ),
    (
        "#吉林冰雪#",
        "2**3",
        "* * *",
        "# python",
        "见[1]（2023年）",
        "a[i](x)",
        "见[全文](https://a.cn/b。他说这件事",
        "fn[i](args.to)",
        "fn[i](/a/)",
    ),
)

AT_FIRST: Final = (HTML_ENTITY, HTML_TAG)
