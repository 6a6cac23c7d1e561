"""The Word edition: what python-docx and a strict reader see when they open it."""

import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
import uharfbuzz
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree
from PIL import Image

from convert.export import write
from convert.export.docx.styles import NAMES
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
        ("ColumnHeadline", "读者来信"),
        ("Deck", "——城西杏园见闻"),
        ("Byline", "本报记者 何苇"),
        ("Crosshead", "一树一树"),
        ("Verse", "满江春水生"),
        ("ListItem", "二、听水"),
        ("Caption", "图为杏园一角。"),
        ("Credit", "何苇 摄"),
        ("EditorsNote", "编者按：来信照登。"),
    } <= found


def test_run_in_dateline_and_byline_are_character_styles(written: Path) -> None:
    first = next(p for p in docx.Document(str(written)).paragraphs if p.style.style_id == "Body")
    assert [(r.style.style_id, r.text) for r in first.runs[:4]] == [
        ("Dateline", "本报4月4日讯"),
        ("DefaultParagraphFont", "（"),
        ("BylineRun", "记者何苇"),
        ("DefaultParagraphFont", "）“花开了——”老人说，"),
    ]


def test_chinese_marks_take_the_chinese_face_and_western_ones_do_not(written: Path) -> None:
    first = next(p for p in docx.Document(str(written)).paragraphs if p.style.style_id == "Body")
    hinted = {r.text: bool(r._element.xpath("w:rPr/w:rFonts[@w:hint='eastAsia']")) for r in first.runs}
    assert hinted["）“花开了——”老人说，"]
    assert not hinted["don’t worry"]
    assert hinted["……"]


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


def test_articles_of_a_book_begin_on_new_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(ISSUE, path, Edition(layout="book"))
    opened = [p.text for p in docx.Document(str(path)).paragraphs if p.paragraph_format.page_break_before]
    assert opened == ["本报特写", "图为杏园一角。", "读者来信"]


def test_vertical_edition_sets_the_direction_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(ISSUE, path, Edition(vertical=True))
    for section in etree.fromstring(parts(path)["word/document.xml"]).iter(f"{W}sectPr"):
        assert section.find(f"{W}textDirection").get(f"{W}val") == "tbRl"


def test_same_issue_same_bytes(tmp_path: Path) -> None:
    write(ISSUE, tmp_path / "a.docx")
    write(ISSUE, tmp_path / "b.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


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


def test_an_empty_issue_still_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(Issue(), path)
    assert [p.text for p in docx.Document(str(path)).paragraphs] == [""]


def test_notes_are_footnotes_under_their_printed_marks(tmp_path: Path, full_issue: Issue) -> None:
    path = tmp_path / "a.docx"
    write(full_issue, path)
    files = parts(path)
    notes = {
        note.get(f"{W}id"): "".join(note.itertext())
        for note in etree.fromstring(files["word/footnotes.xml"])
        if not note.get(f"{W}type")
    }
    assert notes == {"1": "〔1〕吉老师，教龄三十年。"}
    body = etree.fromstring(files["word/document.xml"])
    assert [call.get(f"{W}id") for call in body.iter(f"{W}footnoteReference")] == ["1"]
    texts = [p.text for p in docx.Document(str(path)).paragraphs]
    assert "本报3月5日讯（记者王小明）早晨6点15分，𠮷老师〔1〕走进校门。" in texts
    assert "〔9〕没有人提到的注。" in texts  # no mark calls it: it stays in the text
    assert not [text for text in texts if text.startswith("〔1〕")]


def test_pictures_have_words_for_those_who_cannot_see_them(tmp_path: Path, full_issue: Issue, pictures: Path) -> None:
    path = tmp_path / "a.docx"
    findings = write(full_issue, path, Edition(pictures=str(pictures)))
    assert [(f.rule, f.before) for f in findings] == [("missing-picture", "missing.png")]
    document = docx.Document(str(path))
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes] == ["雪后的山路"]
    assert parts(path)["word/media/image1.png"] == (pictures / "snow.png").read_bytes()


def test_a_damaged_picture_is_left_out_and_named(tmp_path: Path, full_issue: Issue, pictures: Path) -> None:
    (pictures / "missing.png").write_bytes((pictures / "snow.png").read_bytes()[:20])
    findings = write(full_issue, tmp_path / "a.docx", Edition(pictures=str(pictures)))
    assert [(f.rule, f.before) for f in findings] == [("missing-picture", "missing.png")]


def test_a_large_picture_fits_its_column(tmp_path: Path, full_issue: Issue, pictures: Path) -> None:
    Image.new("1", (4000, 3000)).save(pictures / "snow.png")
    write(full_issue, tmp_path / "a.docx", Edition(layout="book", pictures=str(pictures)))
    shape = docx.Document(str(tmp_path / "a.docx")).inline_shapes[0]
    assert shape.width.mm < 148
    assert shape.width / shape.height == pytest.approx(4 / 3, rel=0.01)


def test_tables_are_tables(tmp_path: Path, full_issue: Issue) -> None:
    write(full_issue, tmp_path / "a.docx")
    (table,) = docx.Document(str(tmp_path / "a.docx")).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["项目", "人数"], ["跳绳", "12"], ["合计", ""]]
    assert table.style.name == "Issue Table"


def test_fonts_are_embedded_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    assert write(ISSUE, path, Edition(embed_fonts=True)) == []
    files = parts(path)
    table = etree.fromstring(files["word/fontTable.xml"])
    found = {}
    for kind in ("embedRegular", "embedBold"):
        for element in table.iter(f"{W}{kind}"):
            name = element.getparent().get(f"{W}name")
            mask = bytes.fromhex(element.get(f"{W}fontKey").strip("{}").replace("-", ""))[::-1] * 2
            target = next(
                rel.get("Target")
                for rel in etree.fromstring(files["word/_rels/fontTable.xml.rels"])
                if rel.get("Id") in element.values()
            )
            data = files[f"word/{target}"]
            found[name, kind] = bytes(a ^ b for a, b in zip(data[:32], mask, strict=True)) + data[32:]
    assert set(found) == {
        ("Noto Serif SC", "embedRegular"),
        ("Noto Sans SC", "embedBold"),
        ("LXGW WenKai", "embedRegular"),
    }
    for data in found.values():
        face = uharfbuzz.Face(uharfbuzz.Blob(data))
        assert face.glyph_count > 10
    assert set(map(ord, "江堤上的杏花开了“——")) <= set(uharfbuzz.Face(found["Noto Serif SC", "embedRegular"]).unicodes)
    styles = files["word/styles.xml"].decode()
    assert 'w:eastAsia="Noto Serif SC"' in styles
    assert "SimSun" not in styles


def test_a_character_that_an_embedded_font_lacks_is_named(tmp_path: Path) -> None:
    issue = Issue(articles=(Article(headline="𠮷野家", blocks=(Paragraph("好。"),)),))
    findings = write(issue, tmp_path / "a.docx", Edition(embed_fonts=True))
    assert {(f.rule, f.before) for f in findings} == {("character-not-in-font", "𠮷")}
    assert write(issue, tmp_path / "b.docx") == []
