"""What the Word edition carries beside its text: notes, pictures, tables, fonts; and that all of it is shown."""

import io
from pathlib import Path

import docx
import pytest
import uharfbuzz
from lxml import etree
from PIL import Image
from test_docx import ISSUE, W, parts

from convert import fonts
from convert.export import write
from convert.model import Article, Issue, Paragraph, Table
from convert.style import Edition


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


def test_a_webp_picture_becomes_one_that_word_shows(tmp_path: Path, full_issue: Issue, pictures: Path) -> None:
    Image.new("RGB", (40, 30), "red").save(pictures / "snow.png", "WEBP", lossless=True)
    path = tmp_path / "a.docx"
    write(full_issue, path, Edition(pictures=str(pictures)))
    with Image.open(io.BytesIO(parts(path)["word/media/image1.png"])) as picture:
        assert (picture.format, picture.size, picture.getpixel((0, 0))) == ("PNG", (40, 30), (255, 0, 0))


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


def test_a_table_too_wide_for_word_keeps_its_text(tmp_path: Path) -> None:
    wide = Table((tuple(map(str, range(100))), ("合计",)))
    write(Issue(articles=(Article(headline="表", blocks=(wide,)),)), tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    assert not document.tables
    assert [p.text for p in document.paragraphs if p.style.style_id == "TableText"] == wide.text.split("\n")


def test_a_font_of_the_users_is_named_and_carried(tmp_path: Path) -> None:
    own = str(fonts.font_file("kai", "sc"))
    for embed in (False, True):
        write(ISSUE, tmp_path / "a.docx", Edition(fonts={"body": own}, embed_fonts=embed))
        files = parts(tmp_path / "a.docx")
        body = etree.fromstring(files["word/styles.xml"]).find(f"{W}style[@{W}styleId='Body']/{W}rPr/{W}rFonts")
        assert body.get(f"{W}eastAsia") == "LXGW WenKai"
        assert ("word/fonts/font1.odttf" in files) == embed


def carried(files: dict[str, bytes]) -> dict[tuple[str, str], bytes]:
    """The fonts that a document carries, by family and kind."""
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
    return found


def test_fonts_are_embedded_where_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    assert write(ISSUE, path, Edition(embed_fonts=True)) == []
    files = parts(path)
    found = carried(files)
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


def test_a_font_that_fills_in_for_another_face_carries_the_characters_of_both(tmp_path: Path) -> None:
    issue = Issue((Article("杏花", deck=("江堤",), blocks=(Paragraph("卦象䷀在此。"),)),))
    assert write(issue, tmp_path / "a.docx", Edition(embed_fonts=True)) == []
    kai = uharfbuzz.Face(carried(parts(tmp_path / "a.docx"))["LXGW WenKai", "embedRegular"])
    assert set(map(ord, "江堤䷀")) <= set(kai.unicodes)
