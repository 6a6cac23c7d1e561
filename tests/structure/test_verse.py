"""Verse: quoted within an article, in stanzas, and several poems under one headline."""

import pytest

from convert.model import Issue
from convert.rules import clean
from convert.structure import check_coverage, parse
from convert.text import Text

PROSE = "这首诗写的是山里的冬天。村里的人早已搬走，只有守林的老人还住在那间屋子里，每天清扫门前的雪。"


def parsed(text: str) -> Issue:
    """The Issue of a raw text, cleaned first: what is tested must outlast the cleaner's evening out."""
    cleaned = clean(Text.of(text))
    issue = parse(cleaned.text, furniture=cleaned.furniture).issue
    check_coverage(cleaned.text, cleaned.furniture, issue)
    return issue


@pytest.mark.parametrize("lead", ["正如诗人所写：", "山里的孩子们唱道：", "詩中寫道："])
@pytest.mark.parametrize(
    "lines", [["雪落在屋顶上", "也落在井台上", "没有人来", "打水"], ["山中无历日，", "寒尽不知年。"]]
)
def test_verse_behind_a_colon_is_quoted(lead: str, lines: list[str]) -> None:
    above = "入冬以后，进山的路就断了。守林人一个人住着，四周只有松树和雪，偶尔有鸟飞过。" + lead
    issue = parsed(f"守林人\n\n　　{above}\n\n" + "\n".join(lines) + f"\n\n　　{PROSE}\n")
    (article,) = issue.articles
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("paragraph", above),
        ("verse", "\n".join(lines)),
        ("paragraph", PROSE),
    ]


def test_a_headline_below_quoted_verse_begins_its_article() -> None:
    above = "入冬以后，进山的路就断了。正如诗人所写："
    news = "省图书馆新馆开放\n\n　　本报讯（记者李四）省图书馆新馆昨天开放，藏书三百万册。\n"
    issue = parsed(f"守林人\n\n　　{above}\n\n雪落在屋顶上\n也落在井台上\n没有人来打水\n\n{news}")
    assert [article.headline for article in issue.articles] == ["守林人", "省图书馆新馆开放"]


def test_what_else_a_colon_announces_is_no_verse() -> None:
    text = f"守林人\n\n　　{PROSE}老人这样说：\n\n山上的树\n\n　　山上的树都是他种的，一共种了三万棵。\n"
    assert all(block.kind != "verse" for article in parsed(text).articles for block in article.blocks)


STANZAS = "你从雪里走来\n带着松针的气味\n敲响木门\n\n炉火熄灭的时候\n我听见你\n在叫我的名字"


def test_stanzas_stay_apart_in_one_block() -> None:
    (article,) = parsed(f"守林人\n\n□ 何 川\n\n{STANZAS}\n").articles
    assert [(block.kind, block.text) for block in article.blocks] == [("byline", "□ 何 川"), ("verse", STANZAS)]


def test_lines_with_white_between_all_of_them_are_one_stanza() -> None:
    (article,) = parsed("守林人\n\n□ 何 川\n\n" + STANZAS.replace("\n\n", "\n").replace("\n", "\n\n") + "\n").articles
    assert [block.text for block in article.blocks if block.kind == "verse"] == [STANZAS.replace("\n\n", "\n")]


@pytest.mark.parametrize(("headline", "white"), [("守林人（外一首）", "\n\n"), ("守林人", "\n\n\n")])
def test_the_title_of_a_second_poem_is_no_line_of_the_first(headline: str, white: str) -> None:
    second = "瓦上的霜\n比父亲的鬓角\n白得更早一些"
    (article,) = parsed(f"{headline}\n\n□ 何 川\n\n{STANZAS}{white}老屋\n\n{second}\n").articles
    assert [(block.kind, block.text) for block in article.blocks[1:]] == [
        ("verse", STANZAS),
        ("crosshead", "老屋"),
        ("verse", second),
    ]


def test_a_stanza_of_one_line_is_no_title() -> None:
    lines = "你从雪里走来\n带着松针的气味\n\n敲响木门\n\n炉火熄灭的时候\n我听见你\n在叫我的名字"
    (article,) = parsed(f"守林人\n\n□ 何 川\n\n{lines}\n").articles
    assert [block.text for block in article.blocks[1:]] == [lines]


def test_regular_verse_below_free_verse_is_a_poem_of_its_own() -> None:
    free = (
        "春天的三个词\n沈 青\n\n露水\n它在草尖上站了一夜\n天亮时\n把自己还给了土地\n\n灯\n母亲把灯芯拨亮\n雪没有进门\n"
    )
    regular = ["山月窥人上小楼，江声入梦送行舟。", "十年灯火书千卷，一枕松风月半钩。"] * 2
    poem = "七律·夜读\n方 远\n" + "\n".join(regular)
    issue = parsed(f"{free}\n{poem}\n\n河边纪事\n顾 平\n{PROSE}\n")
    assert [article.headline for article in issue.articles] == ["春天的三个词", "七律·夜读", "河边纪事"]
    assert [article.bylines for article in issue.articles] == [("沈 青",), ("方 远",), ("顾 平",)]
    assert [block.kind for block in issue.articles[1].blocks] == ["byline", "verse"]


def test_talk_in_full_stops_is_no_verse() -> None:
    issue = parsed("夜读记\n方 远\n他来了，没有说话。\n我看着他，他也看着我。\n雪还在下，灯亮着。\n")
    assert "verse" not in {block.kind for block in issue.articles[0].blocks}
