"""Word files and web pages of an issue: headings, paragraphs, pictures; safe whatever they hold."""

import io
import json
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from PIL import Image as Pillow

from convert.errors import InputError
from convert.export import write
from convert.model import (
    Article,
    Byline,
    Caption,
    Credit,
    Crosshead,
    Image,
    Issue,
    ListBlock,
    Note,
    Paragraph,
    Table,
    Verse,
    issue_from_json,
)
from convert.readers import read
from convert.style import Edition
from convert.text import Text


def png() -> io.BytesIO:
    out = io.BytesIO()
    Pillow.new("L", (4, 4)).save(out, "PNG")
    out.seek(0)
    return out


ISSUE = Issue(
    title="松江晚报",
    date=date(2021, 5, 4),
    number="88",
    language="zh-Hans",
    articles=(
        Article(
            headline="雪场开板",
            kicker="通化：",
            deck=("——记者走访",),
            dateline="本报讯",
            blocks=(
                Paragraph("本报讯（记者李铭）今冬新赛季开始。"),
                Crosshead("活动精彩"),
                Verse("白日依山尽\n黄河入海流\n\n欲穷千里目\n更上一层楼"),
                ListBlock("一、滑雪\n二、滑冰"),
                Table((("队", "金牌"), ("吉林", "4"))),
            ),
        ),
        Article(headline="短评", label="社论", blocks=(Byline("本报评论员"), Paragraph("要下功夫。"))),
    ),
)


def issue_of(path: Path) -> Issue:
    issue = read(path)
    assert isinstance(issue, Issue)
    return issue


@pytest.mark.parametrize("name", ["issue.html", "issue.docx"])
def test_what_kanben_wrote_is_read_back(tmp_path: Path, name: str) -> None:
    write(ISSUE, tmp_path / name)
    back = issue_of(tmp_path / name)
    assert (back.title, back.date, back.number, back.language) == ("松江晚报", date(2021, 5, 4), "88", "zh-Hans")
    for article, original in zip(back.articles, ISSUE.articles, strict=True):
        assert (article.headline, article.kicker, article.label) == (original.headline, original.kicker, original.label)
        assert (article.deck, article.dateline) == (original.deck, original.dateline)
        assert article.blocks == original.blocks


def test_a_page_is_read_by_its_headings(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        """<!DOCTYPE html><html lang="zh-TW"><head><title>x</title><script>alert("不是文字")</script></head><body>
        <nav><a href="/">首頁</a></nav><h1>晚報</h1><div><h2>標題<br>二行</h2><p>第一段，
        換行不斷段。An English
        word<br>　　第二段。</p>散落的<b>文字</b>。<h3>小標</h3>
        <figure><img src="a%20b.png" alt="圖"><figcaption>圖說</figcaption></figure>
        <ol start="3"><li>甲</li><li>乙</li></ol><table><tr><th>隊</th><td>4</td></tr></table></div>
        <h2>又一則</h2><p>完。</p></body></html>""",
        encoding="utf-8",
    )
    issue = issue_of(page)
    assert (issue.title, issue.language) == ("晚報", "zh-Hant-TW")
    assert [article.headline for article in issue.articles] == ["標題 二行", "又一則"]
    assert issue.articles[0].blocks == (
        Paragraph("第一段，換行不斷段。An English word"),
        Paragraph("第二段。"),
        Paragraph("散落的文字。"),
        Crosshead("小標"),
        Image("a b.png", "圖"),
        Caption("圖說"),
        ListBlock("3. 甲\n4. 乙"),
        Table((("隊", "4"),)),
    )


def test_a_page_says_its_encoding(tmp_path: Path) -> None:
    page = tmp_path / "page.htm"
    page.write_bytes('<meta charset="gb2312"><h1>甲</h1><h1>乙</h1><p>朱镕基</p>'.encode("gbk"))
    assert [article.headline for article in issue_of(page).articles] == ["甲", "乙"]
    page.write_text('<meta charset="gb2312"><h1>甲报</h1><h1>乙报</h1><p>朱镕基昨日在北京表示</p>', encoding="utf-8")
    assert [article.headline for article in issue_of(page).articles] == ["甲报", "乙报"]


def test_a_table_or_a_form_around_a_page_hides_none_of_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<form><table><tr><td><h1>甲</h1><p>正文。</p></td><td><img src=a.png><br>图说</td></tr></table>"
        "<h1>乙</h1></form>",
        encoding="utf-8",
    )
    one, two = issue_of(page).articles
    assert (one.headline, two.headline) == ("甲", "乙")
    assert one.blocks == (Paragraph("正文。"), Image("a.png"), Paragraph("图说"))


def test_a_page_without_headings_is_a_text(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>第一段。</p><p>第二段。</p>", encoding="utf-8")
    text = read(page)
    assert isinstance(text, Text)
    assert text.value == "第一段。\n\n第二段。\n"


def word(path: Path) -> None:
    document = Document()
    document.add_heading("晚报", 0)
    document.add_heading("标题", 1)
    document.add_paragraph("　　第一段。").add_run().add_picture(png())
    document.add_paragraph("图说", style="Caption")
    document.add_heading("小标", 2)
    document.add_paragraph("甲", style="List Bullet")
    document.add_paragraph("乙", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "队", "4"
    document.add_table(2, 2).rows[1].cells[1].text = "5"
    document.save(str(path))


def test_a_word_file_is_read_by_its_styles(tmp_path: Path) -> None:
    word(tmp_path / "issue.docx")
    issue = issue_of(tmp_path / "issue.docx")
    assert issue.title == "晚报"
    (article,) = issue.articles
    assert article.headline == "标题"
    assert article.blocks[0] == Paragraph("第一段。")
    assert isinstance(article.blocks[1], Image)
    assert article.blocks[1].path.startswith("data:image/png;base64,")
    assert article.blocks[2:4] == (Caption("图说"), Crosshead("小标"))
    assert article.blocks[4] == ListBlock("甲\n乙")
    assert Table((("", ""), ("", "5"))) in article.blocks


def test_a_picture_within_a_word_file_comes_into_the_edition(tmp_path: Path) -> None:
    word(tmp_path / "issue.docx")
    assert write(issue_of(tmp_path / "issue.docx"), tmp_path / "issue.html") == []
    assert "data:image/png;base64," in (tmp_path / "issue.html").read_text(encoding="utf-8")


def test_a_word_file_without_headings_is_a_text(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("第一段。")
    document.add_paragraph("第二段。")
    document.save(str(tmp_path / "a.docx"))
    text = read(tmp_path / "a.docx")
    assert isinstance(text, Text)
    assert text.value == "第一段。\n\n第二段。\n"


def word_xml(markup: str) -> BaseOxmlElement:
    """An element of a Word file; all the prefixes of its kind are known."""
    names = {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "v": "urn:schemas-microsoft-com:vml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }
    known = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in names.items())
    return parse_xml(f"<w:x {known}>{markup}</w:x>")[0]


def test_nothing_that_a_word_file_shows_is_lost(tmp_path: Path) -> None:
    """Text in wrappers of all kinds, rows within content controls, pictures of old; not what is struck out."""
    document = Document()
    document.add_heading("标题", 1)
    paragraph = document.add_paragraph("甲")
    relation, _ = document.part.get_or_add_image(png())
    for markup in (
        '<w:bdo w:val="ltr"><w:r><w:t>乙</w:t></w:r></w:bdo>',
        '<w:customXml w:element="x"><w:r><w:t>丙</w:t></w:r></w:customXml>',
        "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>",
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom>",
        f'<w:r><w:pict><v:shape alt="图"><v:imagedata r:id="{relation}"/></v:shape></w:pict></w:r>',
    ):
        paragraph._p.append(word_xml(markup))
    table = document.add_table(1, 2)
    for cell, text in zip(table._cells, "子丑", strict=True):
        cell.text = text
    row = "<w:tr><w:tc><w:p><w:r><w:t>辰</w:t></w:r></w:p></w:tc></w:tr>"
    table._tbl.append(word_xml(f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"))
    document.save(path := str(tmp_path / "a.docx"))
    issue = read(path)
    assert isinstance(issue, Issue)
    text, image, rows = issue.articles[0].blocks
    assert text == Paragraph("甲乙丙x+1")
    assert isinstance(image, Image) and image.alt == "图"
    assert rows == Table((("子", "丑"), ("辰",)))


def test_footnotes_of_a_word_file_are_notes(tmp_path: Path) -> None:
    noted = Issue((Article("题", blocks=(Paragraph("正文〔1〕。"), Note("〔1〕注文。"), Credit("甲 摄"))),))
    write(noted, tmp_path / "a.docx")
    blocks = issue_of(tmp_path / "a.docx").articles[0].blocks
    assert blocks == (Paragraph("正文〔1〕。"), Credit("甲 摄"), Note("〔1〕注文。"))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"no zip", "not a Word file"),
        (b"PK\x03\x04 broken", "not a Word file"),
        (b"", "the file is empty"),
        (b"\xd0\xcf\x11\xe0", "an old Office file, or one with a password"),
    ],
)
def test_a_broken_word_file_is_an_input_error(tmp_path: Path, data: bytes, error: str) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(InputError, match=error):
        read(tmp_path / "a.docx")


def test_any_damage_to_a_word_file_is_an_input_error(tmp_path: Path) -> None:
    word(tmp_path / "whole.docx")
    data = (tmp_path / "whole.docx").read_bytes()
    for at in range(0, len(data), len(data) // 60):
        (tmp_path / "a.docx").write_bytes(data[:at] + bytes(b ^ 0x55 for b in data[at : at + 40]) + data[at + 40 :])
        with suppress(InputError):
            read(tmp_path / "a.docx")


def test_a_zip_of_something_else_is_no_word_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(InputError, match="not a Word file"):
        read(tmp_path / "a.docx")


def test_a_word_file_that_unpacks_to_something_huge_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    word(tmp_path / "a.docx")
    monkeypatch.setattr("convert.readers.docx_file._LIMIT", 1000)
    with pytest.raises(InputError, match="unpacks to more"):
        read(tmp_path / "a.docx")


def test_nothing_that_a_page_shows_is_lost(tmp_path: Path) -> None:
    """Captions, text that stands loose in lists and tables, cells and items in odd places."""
    path = tmp_path / "page.html"
    path.write_text(
        "<h1>标题</h1><table><caption>表一</caption><tr><td>粮食</td><th>3</th></tr></table>"
        "<ul>前言<li>甲</li>尾巴<li>乙</li></ul><ol><div>丙</div><li>丁</li></ol>"
        "<table>散文<tr><td>戊</td></tr></table>",
        encoding="utf-8",
    )
    issue = read(path)
    assert isinstance(issue, Issue)
    blocks = issue.articles[0].blocks
    assert blocks[:3] == (Caption("表一"), Table((("粮食", "3"),)), ListBlock("前言\n• 甲\n尾巴\n• 乙"))
    assert "".join(block.text for block in blocks[3:]) == "丙1. 丁散文戊"


def test_text_as_typed_keeps_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    typed = "　　第一段文字在\n这里折行。\n\n　　第<b>二</b>段。"
    path.write_text(f"<body><pre>\n{typed}\n</pre></body>", encoding="utf-8")
    text = read(path)
    assert isinstance(text, Text)
    assert text.value == "　　第一段文字在\n这里折行。\n\n　　第二段。\n"
    path.write_text(f"<body><h2>标题</h2><pre>{typed}</pre></body>", encoding="utf-8")
    issue = read(path)
    assert isinstance(issue, Issue)
    assert [block.text for block in issue.articles[0].blocks] == ["第一段文字在", "这里折行。", "第二段。"]


def test_a_page_that_defines_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text('<!DOCTYPE html [<!ENTITY a "甲">]><html><body><p>&a;</p></body></html>', encoding="utf-8")
    with pytest.raises(InputError, match="entities of its own"):
        read(path)


@pytest.mark.parametrize("name", ["page.html", "page.hocr"])
def test_a_page_of_which_the_parser_leaves_off_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    deep = "<div>" * 400 + "<p>深处</p>" + "</div>" * 400
    path.write_text(f"<html><body class=ocr_page><p>前面</p>{deep}<p>后面</p></body></html>", encoding="utf-8")
    with pytest.raises(InputError, match="too deeply"):
        read(path)


def test_a_page_without_text_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><head><title>x</title></head><body><img></body></html>")
    with pytest.raises(InputError, match="no text"):
        read(tmp_path / "a.html")


@pytest.mark.parametrize("layout", ["newspaper", "book"])
def test_an_edition_in_word_is_read_back_whole(tmp_path: Path, layout: Literal["newspaper", "book"]) -> None:
    gold = Path(__file__).parents[1] / "cases" / "parse" / "jilin-2023-11-28" / "in.gold.json"
    issue = issue_from_json(json.loads(gold.read_text(encoding="utf-8")) | {"version": 1, "title": "吉林日报"})
    write(issue, tmp_path / "a.docx", Edition(layout=layout))
    assert issue_of(tmp_path / "a.docx") == issue


def test_a_word_file_that_defines_entities_is_refused(tmp_path: Path) -> None:
    word(tmp_path / "whole.docx")
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(tmp_path / "a.docx", "w") as made:
        for name in whole.namelist():
            data = whole.read(name)
            if name == "word/document.xml":
                head, mark, rest = data.partition(b"?>")
                data = head + mark + b'<!DOCTYPE d [<!ENTITY x "y">]>' + rest.replace("第一段".encode(), b"&x;")
            made.writestr(name, data)
    with pytest.raises(InputError, match="entities of its own"):
        read(tmp_path / "a.docx")
