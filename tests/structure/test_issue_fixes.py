"""A person's corrections of an Issue that was read with its structure, like a Word file."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from convert.config import Fix
from convert.model import (
    Article,
    Block,
    Caption,
    Crosshead,
    Furniture,
    Image,
    Issue,
    ListBlock,
    Paragraph,
    Table,
    Verse,
    text_block,
)
from convert.pipeline import prepare
from convert.structure import fix_issue

ROAD = Article(
    headline="山路被冲毁",
    kicker="昨夜大雨",
    dateline="本報讯",
    page="2",
    blocks=(
        Paragraph("本報讯　昨夜一场大雨冲毁了通往青石"),
        Image("road.jpg", "山路"),
        Paragraph("村的山路，三百多名村民出行受阻。当地组织抢修。"),
        Crosshead("渔港开市"),
        Paragraph("首批渔船靠岸。"),
        Table((("船", "吨"), ("甲", "4"))),
    ),
)
FAIR = Article(headline="庙会开幕", deck=("——游人如织",), section="文化", blocks=(Paragraph("今年庙会三天。"),))
ISSUE = Issue((ROAD, FAIR), title="某报")


def fixed(*fixes: Fix, issue: Issue = ISSUE) -> tuple[Article, ...]:
    made, findings = fix_issue(issue, fixes, "a.docx")
    assert not findings
    return made.articles


def blocks(*fixes: Fix) -> tuple[Block, ...]:
    return fixed(*fixes)[0].blocks


def test_join_makes_one_block_of_two_and_pictures_follow_it() -> None:
    whole = Paragraph("本報讯　昨夜一场大雨冲毁了通往青石村的山路，三百多名村民出行受阻。当地组织抢修。")
    assert blocks(Fix("青石", after="村的山路"))[:2] == (whole, Image("road.jpg", "山路"))
    assert blocks(Fix("通往青石村的山路"))[0] == whole


def test_break_makes_two_blocks_of_one_and_a_deck_of_a_headlines_rest() -> None:
    assert blocks(Fix("当地组织", action="break"))[2:4] == (
        Paragraph("村的山路，三百多名村民出行受阻。"),
        Paragraph("当地组织抢修。"),
    )
    article = fixed(Fix("被冲毁", action="break"))[0]
    assert (article.headline, article.deck, article.page) == ("山路", ("被冲毁",), "2")


def test_replace_changes_the_words_of_text_cells_and_the_dateline() -> None:
    article = fixed(
        Fix("本報讯", action="replace", value="本报讯"), Fix("吨", before="船", action="replace", value="千克")
    )[0]
    assert (article.dateline, article.blocks[0].text[:3]) == ("本报讯", "本报讯")
    assert article.blocks[-1] == Table((("船", "千克"), ("甲", "4")))
    assert Paragraph("") not in blocks(Fix("首批渔船靠岸。", action="replace", value=""))


def test_a_headline_that_a_person_named_begins_an_article() -> None:
    road, port, fair = fixed(Fix("渔港开市", action="role", value="headline"))
    assert (road.blocks[-1], fair) == (ROAD.blocks[2], FAIR)
    assert port == Article("渔港开市", blocks=ROAD.blocks[4:])


def test_a_kicker_that_a_person_named_stands_above_the_next_headline() -> None:
    road, fair = fixed(
        Fix("首批渔船", action="role", value="kicker"), Fix("船", after="吨", action="role", value="caption")
    )[:2]
    assert road.blocks == ROAD.blocks[:4]
    assert (fair.kicker, fair.headline, fair.blocks) == ("首批渔船靠岸。", None, (Caption("船\t吨\n甲\t4"),))
    issue = Issue((replace(ROAD, blocks=(Paragraph("文。"), Paragraph("新春乐"))), FAIR))
    road, fair = fixed(Fix("新春乐", action="role", value="kicker"), issue=issue)
    assert (road.blocks, fair) == ((Paragraph("文。"),), replace(FAIR, kicker="新春乐"))


def test_a_text_that_is_a_whole_block_is_meant_there() -> None:
    issue = Issue((Article("山路", blocks=(Paragraph("渔港开市"), Paragraph("渔港开市在即。"))),))
    road, port = fixed(Fix("渔港开市", action="role", value="headline"), issue=issue)
    assert (road.blocks, port) == ((), Article("渔港开市", blocks=issue.articles[0].blocks[1:]))


def test_what_is_no_headline_ends_no_article() -> None:
    (article,) = fixed(Fix("庙会开幕", action="role", value="crosshead"))
    assert article.blocks[-3:] == (Crosshead("庙会开幕"), Paragraph("——游人如织"), Paragraph("今年庙会三天。"))
    road, _ = fixed(Fix("昨夜大雨", action="role", value="headline"), Fix("山路被冲毁", action="role", value="deck"))
    assert (road.kicker, road.headline, road.deck, road.page) == (None, "昨夜大雨", ("山路被冲毁",), "2")


def test_furniture_is_no_text_of_an_article() -> None:
    made, _ = fix_issue(ISSUE, [Fix("昨夜大雨", action="role", value="furniture")], "a.docx")
    assert made.furniture == (Furniture("folio", "昨夜大雨"),)
    assert made.articles == (replace(ROAD, kicker=None), FAIR)


def test_neighbours_of_one_list_are_one() -> None:
    fixes = [Fix(text, action="role", value="verse") for text in ("村的山路", "渔港开市", "首批渔船")]
    assert blocks(*fixes)[2] == Verse("村的山路，三百多名村民出行受阻。当地组织抢修。\n渔港开市\n首批渔船靠岸。")
    issue = Issue((Article("题", blocks=(Paragraph("甲"), ListBlock("乙"))),))
    assert fixed(Fix("甲", action="role", value="list"), issue=issue)[0].blocks == (ListBlock("甲"), ListBlock("乙"))


def test_a_picture_stands_above_its_text_below_titles_or_in_the_place_of_a_placeholder() -> None:
    assert blocks(Fix("首批", action="image", value="b.jpg"))[4:6] == (Image("b.jpg"), ROAD.blocks[4])
    assert fixed(Fix("庙会", after="开幕", action="image", value="b.jpg"))[1].blocks[0] == Image("b.jpg")
    assert blocks(Fix("首批渔船靠岸。", action="image", value="b.jpg"))[4] == Image("b.jpg", "首批渔船靠岸。")


@pytest.mark.parametrize(
    ("fix", "why"),
    [
        (Fix("大雪", action="replace", value="大雨"), "fits no place"),
        (Fix("大雨", action="replace", value="暴雨"), "more than one place"),
        (Fix("山路被冲毁", after="本報讯"), "cannot be joined"),
        (Fix("船", after="吨", before="靠岸。"), "within its cells"),
        (Fix("首批", action="break"), "begins there already"),
        (Fix("首批", action="role", value="hedline"), "no role 'hedline'; roles are label, kicker, headline"),
    ],
)
def test_what_does_not_fit_is_reported_and_changes_nothing(fix: Fix, why: str) -> None:
    made, (finding,) = fix_issue(ISSUE, [fix], "a.docx")
    assert made == ISSUE
    assert (finding.rule, finding.path, finding.before) == ("fix", "a.docx", fix.text)
    assert why in finding.message


TEXTS = st.text("甲乙丙 ", min_size=1, max_size=4).filter(str.strip)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(text_block, st.sampled_from(["paragraph", "list", "caption"]), TEXTS),
    st.builds(Table, st.lists(st.lists(TEXTS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple)),
    st.builds(Image, TEXTS, TEXTS),
)
MAYBE = st.none() | TEXTS
ARTICLES = st.builds(
    Article,
    headline=MAYBE,
    kicker=MAYBE,
    label=MAYBE,
    deck=st.lists(TEXTS, max_size=2).map(tuple),
    page=MAYBE,
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
)
ISSUES = st.lists(ARTICLES, max_size=3).map(lambda articles: Issue(tuple(articles)))
FIXES = st.builds(
    Fix,
    TEXTS,
    st.just("") | TEXTS,
    st.just("") | TEXTS,
    st.sampled_from(["join", "break", "role", "replace", "image"]),
    st.sampled_from(["headline", "kicker", "deck", "paragraph", "list", "table", "furniture", "丁"]),
)


@given(ISSUES)
def test_without_fixes_an_issue_stays_what_it_is(issue: Issue) -> None:
    assert fix_issue(issue, [], "a.docx") == (issue, [])


@given(ISSUES, st.lists(FIXES, max_size=4))
def test_whatever_a_person_asks_for_nothing_is_lost(issue: Issue, fixes: list[Fix]) -> None:
    """The guard holds the fixed Issue against its corrected words."""
    made, findings = fix_issue(issue, fixes, "a.docx")
    assert len(findings) <= len(fixes)
    assert made == issue or len(findings) < len(fixes)


def test_the_settings_beside_a_word_file_correct_it(tmp_path: Path) -> None:
    document = Document()
    for text, level in (("山路被冲毁", 1), ("渔港开市", 2), ("庙会开幕", 1)):
        document.add_heading(text, level)
        document.add_paragraph("正文。")
    document.save(str(tmp_path / "a.docx"))
    fix = '[[fix]]\ntext = "渔港"\naction = "role"\nvalue = "headline"\n'
    (tmp_path / "a.kanben.toml").write_text(fix, encoding="utf-8")
    headlines = [article.headline for article in prepare(tmp_path / "a.docx").issue.articles]
    assert headlines == ["山路被冲毁", "渔港开市", "庙会开幕"]


def test_the_settings_beside_ocr_with_places_correct_it(tmp_path: Path) -> None:
    lines = "".join(
        f'<TextLine HPOS="0" VPOS="{30 * n}" WIDTH="200" HEIGHT="20"><String CONTENT="{text}"/></TextLine>'
        for n, text in enumerate(("山路被冲毁", "昨夜一场大雨冲毁了山路。"))
    )
    (tmp_path / "a.xml").write_text(f"<alto><Layout><Page><TextBlock>{lines}</TextBlock></Page></Layout></alto>")
    fix = '[[fix]]\ntext = "一场"\naction = "replace"\nvalue = "两场"\n'
    (tmp_path / "a.kanben.toml").write_text(fix, encoding="utf-8")
    assert "昨夜两场大雨" in "".join(prepare(tmp_path / "a.xml").issue.texts())


def test_no_text_is_joined_to_what_nobody_named(tmp_path: Path) -> None:
    """Be it text, a picture, or an article without words."""
    picture = '<p><img src="x.png" alt=""></p>'
    page = f"{picture}<p>乙癸庚戌。</p><h1>标题</h1><p>前段。</p><p>末段。</p>{picture}"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    before = prepare(tmp_path / "a.html").issue
    fixes = (f'[[fix]]\ntext = "{text}"\naction = "join"\n' for text in ("乙癸庚戌", "前段。", "末段。"))
    (tmp_path / "a.kanben.toml").write_text("".join(fixes), encoding="utf-8")
    prepared = prepare(tmp_path / "a.html")
    assert prepared.issue == before
    told = [one.message for one in prepared.findings if one.rule == "fix"]
    assert ["name the neighbour" in message for message in told] == [True] * 3
    without_text = Issue((Article(page="1"), Article(blocks=(Image("a.jpg"),))))
    for issue in (without_text, Issue(without_text.articles[1:])):
        made, findings = fix_issue(issue, [Fix("　", action="replace", value="乙")], "a.docx")
        assert (made, len(findings)) == (issue, 1)


def test_a_draft_is_corrected_itself_and_its_reader_told_so(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("## 山路被冲毁\n\n### 渔港开市\n", encoding="utf-8")
    (tmp_path / "a.kanben.toml").write_text('[[fix]]\ntext = "渔港"\nvalue = "deck"\n', encoding="utf-8")
    prepared = prepare(tmp_path / "a.md")
    assert prepared.issue.articles[0].blocks == (Crosshead("渔港开市"),)
    assert [(one.rule, str(one.confidence), one.severity) for one in prepared.findings] == [("fix", "certain", "info")]
