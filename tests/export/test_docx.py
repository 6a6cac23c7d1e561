"""The Word edition: what python-docx and a strict reader see when they open it."""

import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from convert.export import write
from convert.export.docx.names import NAMES
from convert.model import (
    Article,
    Byline,
    Caption,
    Credit,
    Crosshead,
    EditorsNote,
    Issue,
    ListBlock,
    Paragraph,
    Table,
    Verse,
)
from convert.style import Edition

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ISSUE = Issue(
    title="松江晚报",
    date=date(2021, 4, 5),
    articles=(
        Article(
            headline="江堤上的杏花开了",
            kicker="春到松江",
            deck=("——城西杏园见闻",),
            label="本报特写",
            dateline="本报4月4日讯",
            bylines=("记者何苇",),
            blocks=(
                Byline("本报记者 何苇"),
                Paragraph("本报4月4日讯（记者何苇）“花开了——”老人说，don’t worry……"),
                Crosshead("一树一树"),
                Paragraph("杏花开在堤上。"),
                Verse("一树杏花白\n满江春水生"),
                ListBlock("一、看花\n二、听水"),
                Table((("地点", "花期"), ("城西",))),
            ),
        ),
        Article(blocks=(Caption("图为杏园一角。"), Credit("何苇 摄"))),
        Article(
            headline="读者来信", blocks=(EditorsNote("编者按：来信照登。"), Paragraph("编辑同志：" + "好。" * 200))
        ),
    ),
)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "issue.docx"
    assert write(ISSUE, path) == []
    return path


def test_every_role_has_its_style(written: Path) -> None:
    styles = docx.Document(str(written)).styles
    for name in NAMES.values():
        assert any(style.style_id == name.id for style in styles), name
    assert styles["Headline"].base_style.name == "Heading 1"
    assert styles["Crosshead"].base_style.name == "Heading 2"
    assert styles["Dateline"].type == WD_STYLE_TYPE.CHARACTER


def test_paragraphs_stand_in_their_roles(written: Path) -> None:
    found = {(p.style.style_id, p.text) for p in docx.Document(str(written)).paragraphs}
    assert {
        ("Nameplate", "松江晚报"),
        ("IssueLine", "2021年4月5日　星期一"),
        ("Label", "本报特写"),
        ("Kicker", "春到松江"),
        ("LeadHeadline", "江堤上的杏花开了"),
        ("OpeningColumnHeadline", "读者来信"),
        ("Deck", "——城西杏园见闻"),
        ("Byline", "本报记者 何苇"),
        ("Crosshead", "一树一树"),
        ("Verse", "满江春水生"),
        ("ListItem", "二、听水"),
        ("OpeningCreditedCaption", "图为杏园一角。"),
        ("Credit", "何苇 摄"),
        ("EditorsNote", "编者按：来信照登。"),
    } <= found


def test_body_is_indented_by_two_characters_and_justified(written: Path) -> None:
    body = etree.fromstring(parts(written)["word/styles.xml"]).find(f"{W}style[@{W}styleId='Body']")
    assert body.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"
    assert body.find(f"{W}pPr/{W}jc").get(f"{W}val") == "both"
    assert body.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "SimSun"


@pytest.mark.parametrize(("language", "word"), [("zh-Hans", "zh-CN"), ("zh-Hant-TW", "zh-TW"), ("zh-Hant-HK", "zh-HK")])
def test_language_and_faces_follow_the_region(tmp_path: Path, language: str, word: str) -> None:
    path = tmp_path / "a.docx"
    write(Issue(language=language, articles=ISSUE.articles), path)
    styles = parts(path)["word/styles.xml"].decode()
    assert f'w:eastAsia="{word}"' in styles
    assert ("SimSun" in styles) == (word == "zh-CN")
    compressed = b'w:characterSpacingControl w:val="compressPunctuation"' in parts(path)["word/settings.xml"]
    assert compressed == (word != "zh-TW")  # CLREQ: Taiwan does not adjust the widths of marks
    assert docx.Document(str(path)).core_properties.language == language


def test_nothing_of_the_template_of_python_docx_is_left(written: Path) -> None:
    files = parts(written)
    assert not [name for name in files if "thumbnail" in name or "theme" in name or "customXml" in name]
    assert b"python-docx" not in b"".join(files.values())
    section = docx.Document(str(written)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_contents_are_a_field_of_links_to_bookmarks_without_page_numbers(written: Path) -> None:
    files = parts(written)
    body = etree.fromstring(files["word/document.xml"])
    targets = {b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")}
    links = list(body.iter(f"{W}hyperlink"))
    assert {link.get(f"{W}anchor") for link in links} == targets
    assert ["".join(link.itertext()) for link in links] == ["江堤上的杏花开了", "图片新闻", "读者来信"]
    assert "TOC" in "".join(i.text for i in body.iter(f"{W}instrText"))
    kinds = [c.get(f"{W}fldCharType") for c in body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert b"updateFields" not in files["word/settings.xml"]
    assert b"PAGEREF" not in files["word/document.xml"]
    assert b" PAGE " in files["word/header1.xml"]


def test_titles_of_long_articles_run_over_columns_of_text(tmp_path: Path) -> None:
    long, short = (
        Article(headline=name, blocks=(Paragraph("好" * length),)) for name, length in (("长", 700), ("短", 70))
    )
    path = tmp_path / "a.docx"
    write(Issue(articles=(long, short, short, long)), path)
    sections = etree.fromstring(parts(path)["word/document.xml"]).iter(f"{W}sectPr")
    columns = [int(section.find(f"{W}cols").get(f"{W}num", "1")) for section in sections]
    # contents with the first head, its text, a rule, the short ones together, a head, its text, and what balances it
    assert columns == [1, 3, 1, 3, 1, 3, 1]


def test_a_short_article_between_long_ones_has_its_titles_over_all_columns(tmp_path: Path) -> None:
    texts = {"甲": 700, "乙": 200, "丙": 700, "丁": 200, "戊": 200, "己": 700}
    issue = Issue(articles=tuple(Article(headline=name, blocks=(Paragraph("好" * n),)) for name, n in texts.items()))
    write(issue, tmp_path / "a.docx")
    styles = {p.text: p.style.style_id for p in docx.Document(str(tmp_path / "a.docx")).paragraphs if p.text in texts}
    assert styles == {
        "甲": "LeadHeadline",
        "乙": "Headline",
        "丙": "Headline",
        "丁": "OpeningColumnHeadline",
        "戊": "OpeningColumnHeadline",
        "己": "Headline",
    }


def test_articles_of_a_book_begin_on_new_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(ISSUE, path, Edition(layout="book"))
    opened = [p.text for p in docx.Document(str(path)).paragraphs if p.style.paragraph_format.page_break_before]
    assert opened == ["本报特写", "图为杏园一角。", "读者来信"]


def test_vertical_edition_sets_the_direction_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(ISSUE, path, Edition(vertical=True))
    for section in etree.fromstring(parts(path)["word/document.xml"]).iter(f"{W}sectPr"):
        assert section.find(f"{W}textDirection").get(f"{W}val") == "tbRl"


def test_same_issue_same_bytes(tmp_path: Path) -> None:
    write(ISSUE, tmp_path / "a.docx", Edition(embed_fonts=True))
    write(ISSUE, tmp_path / "b.docx", Edition(embed_fonts=True))
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_nothing_stands_above_the_only_article(tmp_path: Path) -> None:
    write(Issue(articles=(Article(headline="题", blocks=(Paragraph("好。"),)),)), tmp_path / "a.docx")
    styles = [p.style.style_id for p in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert styles == ["LeadHeadline", "Body", "SectionEnd"]


def test_an_empty_issue_still_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(Issue(), path)
    assert [p.text for p in docx.Document(str(path)).paragraphs] == [""]


def test_booklet_is_left_to_the_printing_program_and_said_so(tmp_path: Path) -> None:
    assert [f.rule for f in write(ISSUE, tmp_path / "a.docx", Edition(booklet=True))] == ["no-booklet"]
