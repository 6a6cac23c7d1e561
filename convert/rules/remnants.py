"""Remnants of the format a text was taken from: HTML entities and tags, the marks of Markdown."""

import re
from collections.abc import Iterator
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

# The elements of HTML (WHATWG HTML, 4), and those that it has left behind.
_BLOCKS: Final = (
    "address|article|aside|blockquote|br|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|legend|li|main|nav|ol|option|p|pre|section|summary|table|title|tr|ul"
)
_TAGS: Final = (
    f"{_BLOCKS}|a|abbr|area|audio|b|base|bdi|bdo|big|body|button|canvas|center|cite|code|col|colgroup|data|del|dfn|em"
    "|embed|font|frame|frameset|head|hgroup|html|i|iframe|img|input|ins|kbd|label|link|map|mark|marquee|meta|meter|nobr"
    "|noframes|noscript|object|optgroup|output|param|picture|progress|rp|rt|ruby|samp|select|small|source|span|strike"
    "|strong|sub|sup|svg|tbody|td|template|textarea|tfoot|th|thead|time|track|tt|u|var|video|wbr"
)
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
_ENDS_LINE: Final = regex(_BLOCKS, re.I)
_CODE: Final = regex(r"<(script|style)(?:\s[^<>\n]{0,500})?>", re.I)
_NAMED: Final = regex(" ?(?:标签|元素|标记|標籤|標記)")
_QUOTES: Final = frozenset("`“”‘’「」'\"")
_MANY: Final = 3  # tags, from which on a text surely was a page


def _tag(text: str, context: Context) -> Iterator[Found]:
    if "<" not in text or ">" not in text:
        return
    code = list(_code(text))
    tags = [match for match in _TAG.finditer(text) if not _is_spoken_of(text, *match.span())]
    confidence = Confidence.CERTAIN if len(tags) >= _MANY else Confidence.LIKELY
    at, last, ended = 0, -1, False
    for match in tags:
        start, end = match.span()
        while at < len(code) and code[at][0] < start:
            yield Edit(*code[at], "", Confidence.LIKELY)
            at += 1
        if at and start < code[at - 1][1]:
            continue
        # a block begins a line, and ends one
        ends = match[2] is not None and _ENDS_LINE.fullmatch(match[2]) is not None and not (start == last and ended)
        inside = text[start - 1 : start] not in ("", "\n") and text[end : end + 1] not in ("", "\n")
        yield Edit(start, end, "\n" if ends and inside else "", confidence)
        last, ended = end, ends or (start == last and ended)
    yield from (Edit(*span, "", Confidence.LIKELY) for span in code[at:])


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Programs and style sheets, from tag to tag: what stands between is no text."""
    last, open_ended = 0, set[str]()
    for match in _CODE.finditer(text):
        kind = match[1].lower()
        if match.start() < last or kind in open_ended or _is_spoken_of(text, *match.span()):
            continue
        closing = re.compile(rf"</{kind}\s{{0,4}}>", re.I).search(text, match.end())
        if closing is None:
            open_ended.add(kind)
        else:
            last = closing.end()
            yield match.start(), last


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
        ("<strong>一、总体要求</strong><p>贯彻落实</p>", "一、总体要求\n贯彻落实"),
        ("会议<script>alert(1)</script>开幕<style>p{color:red}</style>", "会议开幕"),
        ("全会<small>在长春</small>举行", "全会在长春举行"),
        ('见<a href="http://a.cn/" target=_blank>全文</a>', "见全文"),
    ),
    ("比较a<b和b>c", "若a<b 且c>d", "段落用<p>标签", "段落用“<p>”分开", "</script>", "没有<script>结尾", "<决定>"),
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
