"""The styles of the Word edition: whoever changes one changes the document, for nothing is formatted beside them."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree
from test_docx import ISSUE, W, parts

from convert.export import write
from convert.model import Article, Byline, Caption, Credit, Crosshead, EditorsNote, Issue, Paragraph
from convert.style import Edition


def styled(issue: Issue, path: Path, edition: Edition | None = None) -> list[tuple[str, str]]:
    write(issue, path, edition)
    return [(p.style.name, p.text) for p in docx.Document(str(path)).paragraphs if p.text]


@pytest.mark.parametrize(
    "edition", [Edition(), Edition(layout="book", embed_fonts=True), Edition(vertical=True)], ids=str
)
def test_nothing_is_formatted_beside_the_styles(
    tmp_path: Path, full_issue: Issue, pictures: Path, edition: Edition
) -> None:
    """But what belongs to the text itself: breaks of a title, face and direction of single characters, rows held."""
    issue = replace(full_issue, articles=full_issue.articles + ISSUE.articles)
    write(issue, tmp_path / "a.docx", replace(edition, pictures=str(pictures)))
    files, found = parts(tmp_path / "a.docx"), set()
    for name in files:
        if name.startswith(("word/document", "word/foot", "word/header")) and name.endswith(".xml"):
            root = etree.fromstring(files[name])
            for properties in ("pPr", "rPr", "tcPr", "tblPr"):
                found |= {child.tag.removeprefix(W) for e in root.iter(f"{W}{properties}") for child in e}
    assert found - {"ind", "sectPr", "keepNext"} <= {
        "pStyle", "rStyle", "rFonts", "eastAsianLayout", "tblStyle", "tblW", "tblLook", "tcW", "textDirection"
    }  # fmt: skip


def test_what_begins_an_article_parts_it_from_the_one_before(tmp_path: Path) -> None:
    short = tuple(
        Article(headline, kicker=kicker, blocks=(Paragraph("好。"),))
        for headline, kicker in (("甲", None), ("乙", "引题"), (None, None))
    )
    found = styled(Issue((Article("头条", blocks=(Paragraph("好" * 700),)), *short)), tmp_path / "a.docx")
    assert [name for name, _ in found if name.startswith("Opening")] == [
        "Opening Column Headline",
        "Opening Kicker",
        "Opening Body",
    ]
    assert ("Column Headline", "乙") in found
    styles = docx.Document(str(tmp_path / "a.docx")).styles
    assert styles["Opening Kicker"].base_style.name == "Kicker"
    assert styles["Opening Kicker"].paragraph_format.space_before and not styles["Kicker"].paragraph_format.space_before


def test_a_byline_below_a_text_does_not_keep_with_what_follows(tmp_path: Path) -> None:
    blocks = (Paragraph("好。"), Byline("王五"), Crosshead("又一篇"), Byline("李四"), Paragraph("好。"))
    found = styled(Issue((Article("题", blocks=(Byline("赵六"), *blocks)),)), tmp_path / "a.docx")
    assert [name for name, text in found if text in ("赵六", "王五", "李四")] == ["Byline", "Closing Byline", "Byline"]
    styles = docx.Document(str(tmp_path / "a.docx")).styles
    assert styles["Byline"].paragraph_format.keep_with_next
    assert styles["Closing Byline"].paragraph_format.keep_with_next is False


def test_a_caption_keeps_with_its_credit(tmp_path: Path) -> None:
    blocks = (Paragraph("好。"), Caption("图为山路。"), Credit("李四 摄"), Caption("图为晚霞。"))
    found = dict(map(reversed, styled(Issue((Article("题", blocks=blocks),)), tmp_path / "a.docx")))
    assert (found["图为山路。"], found["图为晚霞。"]) == ("Credited Caption", "Caption")
    assert docx.Document(str(tmp_path / "a.docx")).styles["Credited Caption"].paragraph_format.keep_with_next


def test_an_editors_note_stands_between_rules_as_one_piece(tmp_path: Path) -> None:
    write(Issue((Article("题", blocks=(EditorsNote("编者按：好。"), EditorsNote("好。"))),)), tmp_path / "a.docx")
    note = etree.fromstring(parts(tmp_path / "a.docx")["word/styles.xml"]).find(f"{W}style[@{W}styleId='EditorsNote']")
    assert [edge.tag.removeprefix(W) for edge in note.find(f"{W}pPr/{W}pBdr")] == ["top", "bottom"]
    assert note.find(f"{W}pPr/{W}contextualSpacing") is not None
