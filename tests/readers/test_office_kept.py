"""What Word files and web pages say by more than their words: raised figures, merged cells, readings, line breaks."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from test_office import issue_of, png, word_xml

from convert.export import write
from convert.model import Article, Block, Furniture, Image, Issue, ListBlock, Note, Paragraph, Table
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


def test_the_author_under_the_title_stays(tmp_path: Path) -> None:
    (path := tmp_path / "page.html").write_text(
        "<h1>河湖治理在行动</h1><p>2019年5月16日 记者 张伟</p><h2>成效</h2><p>水质改善。</p>", encoding="utf-8"
    )
    issue = prepare(path).issue
    assert issue.articles[0].blocks == (Paragraph("2019年5月16日 记者 张伟"),) and not issue.furniture


def test_numbers_of_a_list_are_those_that_a_page_shows(tmp_path: Path) -> None:
    blocks, _ = blocks_of(
        tmp_path,
        "<ol type=a><li>甲</li><li>乙</li></ol><p>又</p>"
        "<ol type=I start=3><li>甲</li><li value=7>乙</li><li>丙</li></ol><p>又</p>"
        "<ol reversed><li>甲</li><li>乙</li></ol><p>又</p><ol><li><p>甲</p><p>续</p></li></ol><ul></ul>",
    )
    assert [block.text for block in blocks] == (
        ["a. 甲\nb. 乙", "又", "III. 甲\nVII. 乙\nVIII. 丙", "又", "2. 甲\n1. 乙", "又", "1. 甲", "续"]
    )


def test_notes_at_a_pages_end_are_notes_of_the_article_that_calls_them(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<h2>甲</h2><ul><li>文<sup><a href='#n1' id='r1'>1</a></sup>。</li></ul>"
        "<p>又<a href='#n1'><sup>1</sup></a>。</p>"
        "<h2>乙</h2><p>文<a href='#n2' role='doc-noteref'>[2]</a>，<a href='#top'>见上</a>。</p>"
        "<section><hr><ol><li id='n1'><p>注一<b>粗</b>H<sub>2</sub>O。</p><p>续。<a href='#r1'>↩︎</a></p></li>"
        "<li id='n2'><a href='#r2'>[2]</a>注二。</li></ol></section>",
        encoding="utf-8",
    )
    one, two = issue_of(tmp_path / "a.html").articles
    assert one.blocks == (ListBlock("• 文〔1〕。"), Paragraph("又〔1〕。"), Note("〔1〕注一粗H₂O。 续。"))
    assert two.blocks == (Paragraph("文[2]，见上。"), Note("[2]注二。"))


@pytest.mark.parametrize(
    ("call", "note", "moves"),
    [
        ("见下", "往下说的话。", False),
        ("见下", "注文。<a href='#r'>↩</a>", True),
        ("1", "注文。", True),
        ("*", "注文。", True),
        ("[注2]", "注文。", True),
    ],
)
def test_a_note_is_called_by_a_mark_or_leads_back(tmp_path: Path, call: str, note: str, *, moves: bool) -> None:
    page = f"<p>首段<a id=r href='#p3'><sup>{call}</sup></a></p><p id=p3>{note}</p><p>二段。</p>"
    blocks, _ = blocks_of(tmp_path, page)
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", "note" if moves else "paragraph"]


def test_a_number_that_no_letters_count_to_is_written_in_digits(tmp_path: Path) -> None:
    blocks, _ = blocks_of(tmp_path, "<ol type=I><li value=449>甲</li><li value=998>乙</li><li value=5000>丙</li></ol>")
    assert blocks[0].text == "CDXLIX. 甲\nCMXCVIII. 乙\n5000. 丙"


def test_pictures_that_a_script_loads_are_read(tmp_path: Path) -> None:
    blocks, _ = blocks_of(tmp_path, "<p><img data-src='a.png' src='data:image/gif;base64,R0lG' alt='图'></p>")
    assert blocks == (Image("a.png", "图"),)


def test_what_a_page_shows_by_other_programs_is_told(tmp_path: Path) -> None:
    blocks, findings = blocks_of(
        tmp_path,
        "<p>前<video src='b.mp4'>不支持</video>后<svg><path/></svg><canvas>图表</canvas></p>"
        "<iframe src='c.html'></iframe>",
    )
    assert blocks == (Paragraph("前后"),)
    assert [(one.rule, one.before) for one in findings] == (
        [("unread-part", "video b.mp4"), ("unread-part", "canvas 图表"), ("unread-part", "iframe c.html")]
    )


def test_formulas_stand_on_one_line(tmp_path: Path) -> None:
    blocks, findings = blocks_of(
        tmp_path,
        "<p>面积<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mn>1</mn></mrow><annotation>x^2+1"
        "</annotation></semantics></math>，比<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>"
        "</math></p>",
    )
    assert blocks == (Paragraph("面积x²+1，比a/(b+1)"),)
    assert [(one.rule, one.before) for one in findings] == [("formula", "a/(b+1)")]
    word = (
        "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
        '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><m:rad><m:deg/><m:e><m:r><m:t>2</m:t></m:r>'
        "</m:e></m:rad></m:e></m:d></m:oMath>"
    )
    assert runs(tmp_path, word) == (Paragraph("x²[√2]"),)
    assert [one.rule for one in told_of_runs(tmp_path, word)] == ["formula"]


def test_what_a_style_or_its_place_raises_is_raised(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("标题", 1)
    raised = document.styles.add_style("Up", WD_STYLE_TYPE.CHARACTER)
    raised.font.superscript = True
    paragraph = document.add_paragraph("10")
    paragraph.add_run("2", style="Up")
    paragraph._p.append(word_xml('<w:r><w:rPr><w:position w:val="-4"/><w:sz w:val="16"/></w:rPr><w:t>3</w:t></w:r>'))
    document.save(str(tmp_path / "a.docx"))
    assert issue_of(tmp_path / "a.docx").articles[0].blocks == (Paragraph("10²₃"),)


def test_what_stands_in_cells_of_word_is_not_lost(tmp_path: Path) -> None:
    """Notes that cells call, and pictures in them, follow the table; text boxes are read once."""
    noted = Issue((Article("题", blocks=(Paragraph("甲〔1〕"), Note("〔1〕注。"))),))
    write(noted, tmp_path / "n.docx")
    document = Document(str(tmp_path / "n.docx"))
    body = document.element.body
    call = next(p for p in body.iter(qn("w:p")) if p.find(".//" + qn("w:footnoteReference")) is not None)
    table = document.add_table(2, 1)
    table.rows[0].cells[0].paragraphs[0].add_run().add_picture(png())
    box = "<w:p><w:r><w:t>框</w:t></w:r></w:p>"
    cell = table.rows[1].cells[0]._tc
    cell.append(call)
    cell.append(
        word_xml(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
            f"{box}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{box}</w:txbxContent>"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    )
    document.save(str(tmp_path / "a.docx"))
    blocks = issue_of(tmp_path / "a.docx").articles[0].blocks
    assert blocks[0] == Table((("",), ("甲〔1〕 框",)))
    assert [block.kind for block in blocks[1:]] == ["image", "note"]


def test_no_title_of_a_word_file_is_lost(tmp_path: Path) -> None:
    """One on several lines is one; with text between them they are headlines. Who wrote it is text."""
    document = Document()
    author = document.styles.add_style("Author", WD_STYLE_TYPE.PARAGRAPH)
    author.base_style = document.styles["Title"]
    for text, style in (("松江日报", "Title"), ("春季号", "Title"), ("编辑部", "Author"), ("甲", "Heading 1")):
        document.add_paragraph(text, style=style)
    document.save(str(tmp_path / "a.docx"))
    issue = issue_of(tmp_path / "a.docx")
    assert (issue.title, [*issue.texts()]) == ("松江日报 春季号", ["编辑部", "甲"])
    document.add_paragraph("文。")
    document.add_paragraph("乙", style="Title")
    document.save(str(tmp_path / "a.docx"))
    issue = issue_of(tmp_path / "a.docx")
    assert [article.headline for article in issue.articles] == ["松江日报", "春季号", "乙"]
