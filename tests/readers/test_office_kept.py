"""What Word files and web pages say by more than their words: raised figures, merged cells, readings, line breaks."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from test_office import issue_of, word_xml

from convert.model import Article, Block, Furniture, Image, Issue, ListBlock, Paragraph, Table
from convert.pipeline import prepare
from convert.readers import read
from convert.readers.grid import Cell, grid
from convert.report import Finding


def blocks_of(folder: Path, html: str) -> tuple[tuple[Block, ...], list[Finding]]:
    """The blocks of a page's one article, and what reading it found."""
    (path := folder / "page.html").write_text(f"<h2>标题</h2>{html}", encoding="utf-8")
    findings: list[Finding] = []
    issue = read(path, findings=findings)
    assert isinstance(issue, Issue)
    return issue.articles[0].blocks, findings


def runs(folder: Path, *markup: str) -> tuple[Block, ...]:
    """The blocks of a Word file's one article, of a paragraph with the runs given."""
    document = Document()
    document.add_heading("标题", 1)
    paragraph = document.add_paragraph()
    for one in markup:
        paragraph._p.append(word_xml(one))
    document.save(str(folder / "a.docx"))
    return issue_of(folder / "a.docx").articles[0].blocks


def told_of_runs(folder: Path, *markup: str) -> list[Finding]:
    """What reading a Word file with these runs finds."""
    runs(folder, *markup)
    findings: list[Finding] = []
    read(folder / "a.docx", findings=findings)
    return findings


def run(text: str, place: str) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="{place}"/></w:rPr><w:t>{text}</w:t></w:r>'


def test_raised_and_lowered_figures_stay_so(tmp_path: Path) -> None:
    """10² is not 102."""
    blocks, findings = blocks_of(tmp_path, "<p>10<sup>2</sup>、10<sup>-3</sup>，H<sub>2</sub>O</p>")
    assert (blocks, findings) == ((Paragraph("10²、10⁻³，H₂O"),), [])
    words = runs(tmp_path, "<w:r><w:t>10</w:t></w:r>", run("2", "superscript"), run("2", "subscript"))
    assert words == (Paragraph("10²₂"),)


def test_what_calls_a_note_is_a_notes_mark(tmp_path: Path) -> None:
    blocks, findings = blocks_of(tmp_path, "<p>甲<sup><a href='#n1'>1</a></sup>乙<sup>[2]</sup>丙<sup>①</sup></p>")
    assert (blocks, findings) == ((Paragraph("甲〔1〕乙[2]丙①"),), [])


def test_a_superscript_that_plain_text_cannot_show_is_told(tmp_path: Path) -> None:
    blocks, (finding,) = blocks_of(tmp_path, "\n<p>\n第10<sup>th</sup>届</p>")
    assert blocks == (Paragraph("第10th届"),)
    assert (finding.rule, finding.stage, finding.before, finding.line) == ("flat-script", "read", "th", 3)
    assert str(finding).endswith(": 第10[th]届")
    (told,) = told_of_runs(tmp_path, "<w:r><w:t>第10</w:t></w:r>", run("th", "superscript"))
    assert str(told).endswith(": 第10[th]")
    assert finding in prepare(tmp_path / "page.html").findings


def test_a_reading_stands_in_brackets_behind_its_character(tmp_path: Path) -> None:
    ruby = "<p>水费<ruby>涨<rp>(</rp><rt>zhǎng</rt><rp>)</rp></ruby>了</p>"
    assert blocks_of(tmp_path, ruby)[0] == (Paragraph("水费涨（zhǎng）了"),)
    reading = "<w:rt><w:r><w:t>zhǎng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>涨</w:t></w:r></w:rubyBase>"
    assert runs(tmp_path, f"<w:r><w:ruby>{reading}</w:ruby></w:r>") == (Paragraph("涨（zhǎng）"),)


def test_cells_keep_their_columns_beside_merged_ones(tmp_path: Path) -> None:
    rows = "<tr><th>项目</th><th>工期</th></tr><tr><td rowspan=2>排水</td><td>三个月</td></tr><tr><td>四个月</td></tr>"
    blocks, _ = blocks_of(tmp_path, f"<table>{rows}<tr><td colspan=2>完</td></tr></table>")
    assert blocks == (Table((("项目", "工期"), ("排水", "三个月"), ("", "四个月"), ("完", ""))),)


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ([[Cell("甲", columns=3)], [Cell("乙"), Cell("丙")]], (("甲", ""), ("乙", "丙"))),
        ([[Cell("甲", rows=999, columns=9999)]], (("甲",),)),
        ([[Cell("甲", rows=2, columns=2), Cell("乙")], [Cell("丙")]], (("甲", "乙"), ("", "丙"))),
        ([[Cell("甲"), Cell("乙", rows=9)], [Cell("丙")], [Cell("丁")]], (("甲", "乙"), ("丙", ""), ("丁", ""))),
        ([[Cell("甲", rows=3)], [Cell("乙", rows=2)], [Cell("丙")]], (("甲",), ("", "乙"), ("", "", "丙"))),
        ([[Cell("甲", columns=2), Cell("乙")], [Cell("丙"), Cell("丁")]], (("甲", "", "乙"), ("丙", "丁"))),
        ([[Cell("甲", rows=0, columns=0), Cell("乙")], []], (("甲", "乙"), ())),
    ],
)
def test_a_grid_has_a_place_for_every_cell(rows: list[list[Cell]], texts: tuple[tuple[str, ...], ...]) -> None:
    assert grid(rows) == texts


def test_spans_beyond_a_thousand_columns_make_no_table_larger_and_lose_no_cell() -> None:
    """Cells that cover all rows below put each row's first one further to the right."""
    stairs = grid([[Cell(str(n), rows=60000, columns=100)] for n in range(100)])
    assert [row[min(n, 10)] for n, row in enumerate(stairs)] == [str(n) for n in range(100)]
    assert max(map(len, stairs)) == 11
    wide = [Cell(str(n), columns=9999) for n in range(1500)]
    assert grid([wide, [Cell("下")]]) == (tuple(map(str, range(1500))), ("下",))


def test_merged_cells_of_a_word_file_keep_their_columns(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("标题", 1)
    table = document.add_table(3, 3)
    for cell, text in zip(table._cells, "项工投排三四续五六", strict=True):
        cell.text = "" if text == "续" else text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    document.save(str(tmp_path / "a.docx"))
    (read_table,) = issue_of(tmp_path / "a.docx").articles[0].blocks
    assert read_table == Table((("项", "工 投", ""), ("排", "三", "四"), ("", "五", "六")))


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<ul><li>一\n<ul><li>甲</li></ul></li><li>二</li></ul>", ["• 一", "– 甲", "• 二"]),
        (
            "<ol><li>一<ol><li>甲</li><li>乙</li></ol>余</li><li>二</li></ol>",
            ["1. 一", "(1) 甲", "(2) 乙", "余", "2. 二"],
        ),
        ("<ol start=3><li><p>一</p></li><ul><li>甲</li></ul><li><p>二</p></li></ol>", ["3. 一", "– 甲", "4. 二"]),
    ],
)
def test_a_list_with_lists_in_its_items_is_one_list(tmp_path: Path, html: str, lines: list[str]) -> None:
    assert blocks_of(tmp_path, html)[0] == (ListBlock("\n".join(lines)),)


def test_items_of_several_paragraphs_are_paragraphs(tmp_path: Path) -> None:
    blocks = blocks_of(tmp_path, "<ul><li><p>一</p><p>二</p></li></ul>")[0]
    assert blocks == (Paragraph("一"), Paragraph("二"))
    assert Image("a.png") in blocks_of(tmp_path, "<ul><li><p>一<img src=a.png></p></li></ul>")[0]


def test_a_line_break_in_word_is_no_new_paragraph(tmp_path: Path) -> None:
    paragraph = "<w:r><w:t>老街改造今天启动，</w:t><w:br/><w:t>明年完工。</w:t></w:r>"
    assert runs(tmp_path, paragraph) == (Paragraph("老街改造今天启动，明年完工。"),)


DATED = "<h1>东河周刊</h1><p>2010年5月6日　星期四　第123期</p><h2>甲</h2><p>文。</p>"


def test_the_lines_under_the_title_date_the_issue(tmp_path: Path) -> None:
    (path := tmp_path / "page.html").write_text(DATED, encoding="utf-8")
    issue = prepare(path).issue
    assert (issue.title, issue.date, issue.number) == ("东河周刊", date(2010, 5, 6), "第123期")
    assert issue.furniture == (Furniture("folio", "2010年5月6日　星期四　第123期"),)
    assert issue.articles == (Article("甲", blocks=(Paragraph("文。"),)),)


def test_other_text_under_the_title_stays(tmp_path: Path) -> None:
    """What is not known for an imprint is no furniture; nothing else may take it out of the text."""
    (path := tmp_path / "page.html").write_text(DATED.replace("第123期", "本刊今日起改版。"), encoding="utf-8")
    assert prepare(path).issue.articles[0].blocks == (Paragraph("2010年5月6日　星期四　本刊今日起改版。"),)
