"""The draft: whatever an Issue holds comes back from its Markdown, and people may write it by hand."""

import json
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from convert.errors import InputError
from convert.export.markdown import draft
from convert.model import (
    TEXT_KINDS,
    Article,
    Block,
    Caption,
    Crosshead,
    Furniture,
    FurnitureKind,
    Image,
    Issue,
    ListBlock,
    Note,
    Paragraph,
    Table,
    Verse,
    issue_from_json,
    issue_to_json,
    text_block,
)
from convert.readers.markdown import issue_from_markdown
from convert.report import Finding

# What Markdown, YAML and pandoc could take for their own, beside whatever Hypothesis thinks of.
MARKUP = st.text("天，“。1a #*_`[](){}<>&;\\|~^$@:-=+.!\"'%\n\t \u3000\u2028\r\x00\x85\ufeff", max_size=12)
TEXTS = st.one_of(MARKUP, st.text(max_size=12), st.sampled_from(["---", ":::", "1. 一", "# 甲", "a\n\nb", "&#10;"]))
MAYBE = st.none() | TEXTS
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(text_block, st.sampled_from(sorted(TEXT_KINDS)), TEXTS),
    st.builds(Table, st.lists(st.lists(TEXTS, max_size=3).map(tuple), max_size=3).map(tuple)),
    st.builds(Image, TEXTS, TEXTS),
)
ARTICLES = st.builds(
    Article,
    headline=MAYBE,
    kicker=MAYBE,
    label=MAYBE,
    deck=st.lists(TEXTS, max_size=2).map(tuple),
    dateline=MAYBE,
    bylines=st.lists(TEXTS, max_size=2).map(tuple),
    section=MAYBE,
    page=MAYBE,
    blocks=st.lists(BLOCKS, max_size=3).map(tuple),
)
FURNITURE = st.builds(Furniture, st.sampled_from(get_args(FurnitureKind)), TEXTS, MAYBE)
ISSUES = st.builds(
    Issue,
    articles=st.lists(ARTICLES, max_size=3).map(tuple),
    title=MAYBE,
    number=MAYBE,
    date=st.none() | st.dates(),
    publisher=MAYBE,
    language=st.sampled_from(["zh-Hans", "zh-Hant-TW"]),
    furniture=st.lists(FURNITURE, max_size=2).map(tuple),
)


@given(ISSUES)
@example(Issue(title=""))
@example(Issue(articles=(Article(headline=""), Article())))
def test_any_issue_comes_back_from_its_draft(issue: Issue) -> None:
    assert issue_from_markdown(draft(issue)) == issue


@given(ISSUES)
def test_any_issue_comes_back_from_its_json(issue: Issue) -> None:
    assert issue_from_json(json.loads(json.dumps(issue_to_json(issue)))) == issue


def test_a_draft_reads_like_what_it_is() -> None:
    article = Article(
        headline="“冰雪+”燃动今冬",
        kicker="通化：",
        dateline="本报讯",
        bylines=("记者李铭",),
        blocks=(Paragraph("本报讯（记者李铭）今冬新赛季……"), Crosshead("活动精彩"), Caption("图为雪场。")),
    )
    assert draft(Issue((article,), title="吉林日报", date=date(2023, 11, 29))) == (
        '---\ndate: "2023-11-29"\nlang: "zh-Hans"\n---\n\n'
        "# 吉林日报\n\n"
        '## “冰雪+”燃动今冬 {dateline="本报讯" byline="记者李铭"}\n\n'
        "::: kicker\n通化：\n:::\n\n"
        "本报讯（记者李铭）今冬新赛季……\n\n"
        "### 活动精彩\n\n"
        "::: caption\n图为雪场。\n:::\n"
    )


def test_what_people_write_by_hand_is_understood() -> None:
    text = """---
title: 某报
date: 2023-11-28   # 星期二
number: 9527
tags: [a, b]
---

## 标题一

::: {.deck}
副题
:::

第一段，**加粗**也只是文字，
换行不断段。A soft
break.

- 甲
- 乙

![雪场](<pics/a b.jpg>)

::: verse
白日依山尽
黄河入海流

欲穷千里目
更上一层楼
:::

| 队 | 金牌 |
|---|---|
| 吉林 | 4 |

> 引文。

## 标题二
"""
    issue = issue_from_markdown(text)
    assert (issue.title, issue.date, issue.number) == ("某报", date(2023, 11, 28), "9527")
    one, two = issue.articles
    assert (one.headline, one.deck, two.headline) == ("标题一", ("副题",), "标题二")
    assert one.blocks == (
        Paragraph("第一段，加粗也只是文字，换行不断段。A soft break."),
        ListBlock("• 甲\n• 乙"),
        Image("pics/a b.jpg", "雪场"),
        Verse("白日依山尽\n黄河入海流\n\n欲穷千里目\n更上一层楼"),
        Table((("队", "金牌"), ("吉林", "4"))),
        Paragraph("引文。"),
    )


def test_several_first_level_headings_are_headlines() -> None:
    issue = issue_from_markdown("# 一\n\n甲。\n\n## 小\n\n# 二\n\n乙。\n")
    assert issue.title is None
    assert [article.headline for article in issue.articles] == ["一", "二"]
    assert issue.articles[0].blocks == (Paragraph("甲。"), Crosshead("小"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: x\n", "d.md:1:"),
        ('---\ntitle: "x\n---\n', "d.md:2:"),
        ("---\n\nnonsense\n---\n", "d.md:3:"),
        ("---\ndate: soon\n---\n", "d.md: front matter"),
        ("---\nfurniture: 3\n---\n", "d.md: front matter"),
    ],
)
def test_bad_front_matter_is_named_with_its_line(text: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        issue_from_markdown(text, "d.md")
    assert caught.value.message.startswith(place)


def test_pandoc_reads_the_same_text(sample: Path) -> None:
    pandoc = pytest.importorskip("pypandoc", reason="pandoc is not installed")
    text = "* 1. “引” 'x' -- ... [甲]{.b} $a$ ~b~ ^c^ @d _e_ <f> &amp; | {g} \\h #i"
    issue = Issue((Article(headline=text, blocks=(Paragraph(text), Verse(f"{text}\n{text}"))),))
    plain = pandoc.convert_text(draft(issue), "plain", format="markdown", extra_args=["--wrap=none"])
    assert plain.split("\n\n")[0].strip() == text
    assert plain.count(text) == 4


def test_a_picture_within_a_paragraph_parts_it() -> None:
    issue = issue_from_markdown("## 题\n\n文在图前 ![图](a.png)\n![](b.png) 文在图后\n")
    assert issue.articles[0].blocks == (
        Paragraph("文在图前"), Image("a.png", "图"), Image("b.png"), Paragraph("文在图后"),
    )  # fmt: skip


def test_footnotes_are_notes_of_the_article_that_calls_them() -> None:
    issue = issue_from_markdown(
        "## 甲[^h]\n\n正文[^1]，又[^b]，再[^1]；没有的[^9]，不是的\\[^1\\]。\n\n## 乙\n\n别处[^c]。\n"
        "[^1]: 脚注*内容*。\n接着写。\n[^b]: 第二条。\n\n    还有一段。\n\n后文。\n\n[^c]: 丙。\n\n[^h]: 题注。\n\n"
        "[^z]: 无人问。\n"
    )
    first, second = issue.articles
    assert first.headline == "甲〔1〕"
    assert first.blocks == (
        Paragraph("正文〔2〕，又〔3〕，再〔2〕；没有的[^9]，不是的[^1]。"),
        Note("〔1〕题注。"),
        Note("〔2〕脚注内容。接着写。"),
        Note("〔3〕第二条。还有一段。"),
    )
    assert second.blocks == (Paragraph("别处〔4〕。"), Paragraph("后文。"), Note("〔4〕丙。"), Note("〔5〕无人问。"))
    assert issue_from_markdown(draft(issue)) == issue


@pytest.mark.parametrize("mark", [">", "- "])
def test_what_the_parser_would_leave_off_is_refused(mark: str) -> None:
    assert "甲" in "".join(issue_from_markdown(mark * 20 + "甲\n").texts())
    with pytest.raises(InputError, match="too deeply"):
        issue_from_markdown(mark * 300 + "甲\n")


def test_a_role_may_stand_behind_its_text() -> None:
    """As people type it, or as pandoc's span; what only looks like one is text, and a draft escapes it."""
    head = "引题 {.kicker}\n\n## 主题\n\n[副题“一”]{.deck}\n\n本报记者 张三 {.byline}\n\n"
    text = head + "### 图为渔港。 {.caption}\n\n诗一行\n又一行 {.verse}\n"
    (article,) = issue_from_markdown(text).articles
    assert (article.kicker, article.headline, article.deck) == ("引题", "主题", ("副题“一”",))
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("byline", "本报记者 张三"),
        ("caption", "图为渔港。"),
        ("verse", "诗一行\n又一行"),
    ]
    issue = Issue((Article(blocks=(Paragraph("甲 {.deck}"), Paragraph("[乙]{.deck}"), Paragraph("丙 {.unknown}"))),))
    assert issue_from_markdown(draft(issue)) == issue
    assert [block.text for block in issue_from_markdown("丙 {.unknown}\n").articles[0].blocks] == ["丙 {.unknown}"]


def told(text: str) -> list[tuple[int, str, str]]:
    """Line, rule and text of each finding of reading."""
    findings: list[Finding] = []
    issue_from_markdown(text, "d.md", findings)
    assert all((one.stage, one.path) == ("read", "d.md") for one in findings)
    return [(one.line, one.rule, one.before) for one in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## 题\n\n::: frobnicate\n甲\n:::\n", [(3, "unknown-markup", "frobnicate")]),
        ("## 题\n\n::: {.frobnicate}\n甲\n:::\n", [(3, "unknown-markup", "frobnicate")]),
        ("## 题\n\n::: caption\n甲\n\n## 又\n\n乙\n", [(3, "open-div", "::: caption")]),
        ("## 题\n\n::: caption\n甲\n\n::: verse\n乙\n:::\n", [(3, "open-div", "::: caption")]),
        ("## 题\n\n甲\n\n::: verse\n乙\n", [(5, "open-div", "::: verse")]),
        ("## 题\n\n甲\n:::\n", [(4, "open-div", ":::")]),
        ('## 题 {pgae="7"}\n', [(1, "unknown-markup", "pgae")]),
        ("## 题 {.unnumbered #x}\n", [(1, "unknown-markup", "unnumbered")]),
        ("甲乙\n丙[链接](http://a.cn)丁\n", [(2, "lost-address", "http://a.cn")]),
        ("| 甲 |\n|-|\n| [乙](x.cn) |\n", [(3, "lost-address", "x.cn")]),
        ('![图](a.png "题")\n', [(1, "lost-address", "题")]),
        ("[http://a.cn](http://a.cn)\n", []),
        ("## 题 {#id -}\n\n::: verse\n甲\n:::\n", []),
    ],
)
def test_markup_that_is_not_understood_is_told_with_its_line(text: str, expected: list[tuple[int, str, str]]) -> None:
    """A slip in a draft must not change an edition without a word."""
    assert told(text) == expected


@given(ISSUES)
def test_a_draft_by_kanben_is_understood_whole(issue: Issue) -> None:
    assert told(draft(issue)) == []


def test_a_second_title_wrecks_no_issue() -> None:
    """Before, one # too many made crossheads of all headlines."""
    text = "# 日报\n\n## 甲\n\n文。\n\n# 乙\n\n文。\n"
    for draft_text in (text, "---\nlang: zh-Hans\n---\n\n" + text.replace("报\n", "报\n\n引题 {.kicker}\n", 1)):
        issue = issue_from_markdown(draft_text)
        assert issue.title == "日报"
        assert [article.headline for article in issue.articles] == ["甲", "乙"]
    assert told(text) == [(7, "second-title", "乙")]


def test_a_role_ends_at_the_next_heading_though_nothing_ends_it() -> None:
    one, two = issue_from_markdown("## 题\n\n::: caption\n图注\n\n## 又\n\n文。\n").articles
    assert (one.blocks, two.blocks) == ((Caption("图注"),), (Paragraph("文。"),))


def test_braces_that_are_no_attributes_are_text() -> None:
    assert issue_from_markdown("## 花括号 {甲，乙}\n").articles[0].headline == "花括号 {甲，乙}"


def test_notes_that_call_notes_follow_in_the_order_of_their_numbers() -> None:
    """However long their chain is."""
    chain = "".join(f"[^{n}]: 注{n}[^{n + 1}]\n\n" for n in range(1500))
    (article,) = issue_from_markdown(f"## 题\n\n文[^0]。\n\n{chain}[^1500]: 末。\n").articles
    texts = [block.text for block in article.blocks if block.kind != "table"]
    assert texts[:3] == ["文〔1〕。", "〔1〕注0〔2〕", "〔2〕注1〔3〕"]
    assert texts[-1] == "〔1501〕末。"


def test_pictures_in_headings_lists_and_cells_follow_them() -> None:
    (article,) = issue_from_markdown(
        "## 题 ![一](1.png)\n\n- 甲 ![二](2.png)\n- 乙\n\n| 丙 ![三](3.png) |\n|-|\n"
    ).articles
    assert article.headline == "题"
    assert article.blocks == (
        Image("1.png", "一"), ListBlock("• 甲\n• 乙"), Image("2.png", "二"), Table((("丙",),)), Image("3.png", "三"),
    )  # fmt: skip


def test_a_key_of_the_front_matter_that_is_not_known_is_told() -> None:
    """It may be meant for pandoc, or be a slip."""
    assert told("---\ntags: [a, b]\ntitel: 日报\n---\n") == [
        (2, "unknown-markup", "tags"),
        (3, "unknown-markup", "titel"),
    ]


def test_what_pandoc_has_and_people_type_is_understood() -> None:
    """Marked lines are verse, an address in angle brackets is itself, attributes of a picture are not printed."""
    (article,) = issue_from_markdown(
        "## 题\n\n| 春眠不觉晓\n| 处处闻啼鸟\n|\n| 夜来*风雨*声\n\n::: verse\n| 花落\n:::\n\n见<http://a.cn/x_y_z>。\n\n"
        "![图](a.png){width=50%} 后文\n\n![图](b.png){甲}\n"
    ).articles
    assert article.blocks == (
        Verse("春眠不觉晓\n处处闻啼鸟\n\n夜来风雨声"), Verse("花落"), Paragraph("见http://a.cn/x_y_z。"),
        Image("a.png", "图"), Paragraph("后文"), Image("b.png", "图"), Paragraph("{甲}"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n<b>乙</b>\n", [(2, "<b>"), (2, "</b>")]),
        ("甲<!-- 乙 -->\n", [(1, "<!--")]),
        ("![图](a.png){width=50%}\n", [(1, "width")]),
        ("3<4，a<b，\\<b>，<http://a.cn>\n", []),
    ],
)
def test_markup_of_other_kinds_is_told(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(line, before) for line, rule, before in told(text) if rule == "unknown-markup"] == expected
