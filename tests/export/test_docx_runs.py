"""Runs of the Word edition: faces, hints and directions within a line."""

from pathlib import Path
from typing import Any

import docx
import pytest
from test_docx import ISSUE, W

from convert.export import write
from convert.model import Article, Issue, Paragraph
from convert.style import Edition


@pytest.fixture
def first(tmp_path: Path) -> Any:
    """The first paragraph of the issue."""
    write(ISSUE, tmp_path / "issue.docx")
    return next(p for p in docx.Document(str(tmp_path / "issue.docx")).paragraphs if p.style.style_id == "Body")


def test_run_in_dateline_and_byline_are_character_styles(first: Any) -> None:
    assert [(r.style.style_id, r.text) for r in first.runs[:4]] == [
        ("Dateline", "本报4月4日讯"),
        ("DefaultParagraphFont", "（"),
        ("BylineRun", "记者何苇"),
        ("DefaultParagraphFont", "）“花开了——”老人说，"),
    ]


def test_chinese_marks_take_the_chinese_face_and_western_ones_do_not(first: Any) -> None:
    hinted = {r.text: bool(r._element.xpath("w:rPr/w:rFonts[@w:hint='eastAsia']")) for r in first.runs}
    assert hinted["）“花开了——”老人说，"]
    assert not hinted["don’t worry"]
    assert hinted["……"]


def test_text_never_becomes_markup_and_bad_characters_are_reported(tmp_path: Path) -> None:
    hostile = "</w:t></w:r></w:p><w:p/>&amp; ]]> \"'>"
    path = tmp_path / "a.docx"
    findings = write(
        Issue(title=hostile, articles=(Article(headline=hostile, blocks=(Paragraph(hostile + "\x00\ud800\uffff"),)),)),
        path,
    )
    assert [f.rule for f in findings] == ["unwritable-character"] * 3
    texts = [p.text for p in docx.Document(str(path)).paragraphs]
    assert [text for text in texts if text] == [hostile, hostile, hostile + "\ufffd\ufffd\ufffd"]


def test_a_character_that_its_font_lacks_comes_from_one_that_has_it(tmp_path: Path) -> None:
    issue = Issue(articles=(Article(headline="𠮷野家", blocks=(Paragraph("好𠮷\U0010abcd。"),)),))
    findings = write(issue, tmp_path / "a.docx", Edition(embed_fonts=True))
    assert [(f.rule, f.before) for f in findings] == [("missing-glyph", "\U0010abcd")]
    document = docx.Document(str(tmp_path / "a.docx"))
    faces = {
        run.text: [names.get(f"{W}eastAsia") for names in run._element.xpath("w:rPr/w:rFonts")]
        for paragraph in document.paragraphs
        for run in paragraph.runs
    }
    assert faces["𠮷"] == ["LXGW WenKai"]
    assert faces["野家"] == faces["好"] == []


def test_short_numbers_stand_upright_in_vertical_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(
        Issue(articles=(Article(headline="题", blocks=(Paragraph("3月15日，1998年，K2峰。"),)),)),
        path,
        Edition(vertical=True),
    )
    body = docx.Document(str(path)).paragraphs[-1]
    upright = [run.text for run in body.runs if run._element.xpath("w:rPr/w:eastAsianLayout[@w:vert='1']")]
    assert upright == ["3", "15"]
    assert body.text == "3月15日，1998年，K2峰。"


def test_quotes_in_kai_are_set_in_song_and_apostrophes_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(Issue(articles=(Article(headline="题", deck=("“好”与don’t",)),)), path)
    deck = next(p for p in docx.Document(str(path)).paragraphs if p.style.style_id == "Deck")
    assert [(r.text, r.style.style_id) for r in deck.runs if r.style.style_id == "SongMarks"] == [
        ("“", "SongMarks"),
        ("”", "SongMarks"),
    ]
    assert deck.text == "“好”与don’t"
