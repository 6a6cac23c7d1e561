"""An article as markup: its parts keep their meaning, and its text never becomes markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from convert.export.files import escape, xml_text
from convert.export.markup import Setting, article_markup
from convert.model import Article, Byline, Caption, Crosshead, Image, Issue, Note, Paragraph, Table, Verse

EPUB = "{http://www.idpf.org/2007/ops}"


def tree(article: Article, setting: Setting | None = None) -> etree._Element:
    markup = article_markup(article, "名", 3, setting or Setting())
    return etree.fromstring(f'<body xmlns:epub="http://www.idpf.org/2007/ops">{markup}</body>')[0]


def classes(element: etree._Element) -> list[str]:
    return [e.get("class") for e in element.iter() if e.get("class") and e.tag not in ("span", "a")]


@given(st.text())
def test_any_text_comes_back_whole(text: str) -> None:
    text = xml_text(text)
    for vertical in (False, True):
        root = tree(Article(headline=text, blocks=(Paragraph(text),)), Setting(vertical=vertical))
        paragraph = root.find("p[@class='body']")
        for br in paragraph.iter("br"):
            br.text = "\n"
        assert "".join(paragraph.itertext()) == text


def test_every_kind_of_block_keeps_its_role_and_order(full_issue: Issue) -> None:
    root = tree(full_issue.articles[0], Setting(pictures={"snow.png": "picture-001.png"}))
    assert classes(root) == [
        "article", "label", "kicker", "headline", "deck", "editors_note", "body", "crosshead",
        "caption", "credit", "verse", "list", "table", "note", "note", "end_matter",
    ]  # fmt: skip
    figure = root.find("figure")
    assert figure.find("img").attrib == {"src": "picture-001.png", "alt": "雪后的山路"}
    assert [p.text for p in figure.iter("p")] == ["图为山路。", "李四 摄"]
    assert len(root.findall(".//td")) == 6, "a short row is filled up"


def test_headline_is_parted_at_its_own_spaces() -> None:
    headline = tree(Article(headline="春到山乡 溪水解冻")).find(".//h1")
    assert [span.text for span in headline] == ["春到山乡", "溪水解冻"]
    assert "".join(headline.itertext()) == "春到山乡 溪水解冻"


def test_crossheads_stand_one_level_below_the_headline() -> None:
    blocks = (Crosshead("一"),)
    assert tree(Article(headline="题", blocks=blocks), Setting(level=2)).find("h3") is not None
    assert tree(Article(blocks=blocks), Setting(level=2)).find("h2") is not None


def test_article_without_headline_is_named_for_those_who_listen() -> None:
    assert tree(Article(blocks=(Caption("图"),))).get("aria-label") == "名"
    headed = tree(Article(headline="题"))
    assert headed.get("aria-labelledby") == headed.find(".//h1").get("id")


def test_note_and_its_mark_lead_to_each_other() -> None:
    root = tree(Article(headline="题", blocks=(Paragraph("甲〔1〕乙"), Note("〔1〕释。"))), Setting(epub=True))
    call = root.find("p/span[@class='held']/a")
    assert call.getparent().text == "甲", "the mark stays with the character before it"
    note = root.find("aside")
    back = note.find("p/a")
    assert call.get("href") == "#" + note.get("id") and back.get("href") == "#" + call.get("id")
    assert [e.get("role") for e in (call, note, back)] == ["doc-noteref", "doc-footnote", "doc-backlink"]
    assert [e.get(f"{EPUB}type") for e in (call, note, back)] == ["noteref", "footnote", "backlink"]
    assert "".join(note.itertext()) == "〔1〕释。"


def test_note_that_no_mark_calls_is_not_hidden_in_a_footnote() -> None:
    root = tree(Article(blocks=(Paragraph("甲"), Note("〔1〕释。"), Note("又一条。"))))
    assert root.find("aside") is None and len(root.findall("p[@class='note']")) == 2


def test_notes_that_count_anew_are_called_in_order() -> None:
    blocks = (Paragraph("甲①乙"), Note("①一"), Paragraph("丙①丁①"), Note("①二"))
    root = tree(Article(blocks=blocks))
    assert [a.get("href") for a in root.findall("p//a[@class='call']")] == ["#note-3-0", "#note-3-1", "#note-3-1"]
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_captions_without_a_picture_stay() -> None:
    root = tree(Article(blocks=(Image("x.png"), Caption("图为河。"), Paragraph("文"))))
    assert classes(root) == ["article", "caption", "body"] and root.find("figure") is None


def test_lines_of_verse_and_empty_tables() -> None:
    root = tree(Article(blocks=(Verse("一\n\n二"), Table(()))))
    assert len(root.findall("p/br")) == 2 and root.find(".//table") is None


@pytest.mark.parametrize(
    ("text", "upright"),
    [("3月15日", ["3", "15"]), ("2023年", []), ("3.5米", []), ("A4纸", []), ("50%", [])],
)
def test_short_numbers_stand_upright_in_vertical_lines(text: str, upright: list[str]) -> None:
    root = tree(Article(blocks=(Paragraph(text),)), Setting(vertical=True))
    assert [span.text for span in root.iter("span")] == upright


def test_escape_leaves_nothing_that_markup_reads() -> None:
    assert escape('</script>&"]]>') == "&lt;/script&gt;&amp;&quot;]]&gt;"


def test_bylines_below_the_titles_stand_in_the_header() -> None:
    article = Article(headline="题", blocks=(Byline("张三"), Paragraph("好。"), Byline("王五")))
    root = tree(article)
    assert [p.text for p in root.findall("header/p[@class='byline']")] == ["张三"]
    assert [p.text for p in root.findall("p[@class='byline']")] == ["王五"]
