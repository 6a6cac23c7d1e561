"""What Word files and web pages hold beside their words is left out or kept, and told in either case."""

from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from test_office import issue_of, png, word_xml
from test_office_kept import blocks_of, runs, told_of_runs

from convert.model import Issue, ListBlock, Paragraph
from convert.pipeline import build
from convert.readers import read
from convert.report import Finding
from convert.text import Text


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.before) for finding in findings]


def test_of_a_revised_page_the_revised_text_is_read(tmp_path: Path) -> None:
    """三天兩天 is what neither the old text nor the new one says."""
    blocks, findings = blocks_of(tmp_path, "<p>為期<del>三天</del><ins>兩天</ins>。</p><del><p>旧段。</p></del>")
    assert blocks == (Paragraph("為期兩天。"),)
    assert told(findings) == [("deleted-text", "三天"), ("deleted-text", "旧段。")]
    assert findings[0].context == ("為期", "")


@pytest.mark.parametrize(
    "struck",
    ["<s>300元</s>", "<strike><s>300</s>元</strike>", '<i style="x:y;text-decoration: line-through">300元</i>'],
)
def test_what_a_page_strikes_out_stays_and_is_told(tmp_path: Path, struck: str) -> None:
    blocks, findings = blocks_of(tmp_path, f"<p>原价{struck}298元。</p>")
    assert (blocks, told(findings)) == ((Paragraph("原价300元298元。"),), [("struck-text", "300元")])


def test_what_a_page_hides_is_left_out_and_told(tmp_path: Path) -> None:
    hidden = '<p hidden>甲</p><div style="color:red; display:none"><p>乙</p></div><ul><li>丙<b hidden>丁</b></li></ul>'
    blocks, findings = blocks_of(tmp_path, f"{hidden}<p hidden></p>")
    assert blocks == (ListBlock("• 丙"),)
    assert told(findings) == [("hidden-text", "甲"), ("hidden-text", "乙"), ("hidden-text", "丁")]
    assert [finding.context[0] for finding in findings] == ["", "", "丙"]


def test_parts_of_the_page_are_no_text_of_its_articles(tmp_path: Path) -> None:
    page = (
        "<nav>首页</nav><article><p>正文。</p><footer>作者附记。</footer></article><form>"
        "<textarea>留言</textarea><select><option>选项</select><button>送出</button></form>"
        "前<footer>版权所有</footer>后<script>var a='字'</script>"
    )
    blocks, findings = blocks_of(tmp_path, page)
    assert [block.text for block in blocks] == ["正文。", "作者附记。", "前", "后"]
    assert told(findings) == [("page-furniture", text) for text in ("首页", "留言", "选项", "送出", "版权所有")]


def test_of_a_revised_word_file_the_revised_text_is_read(tmp_path: Path) -> None:
    revised = (
        "<w:r><w:t>将于</w:t></w:r>",
        "<w:del><w:r><w:delText>三</w:delText></w:r><w:r><w:delText>月</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>四月</w:t></w:r></w:ins>",
        "<w:moveFrom><w:r><w:t>举行</w:t></w:r></w:moveFrom>",
    )
    assert runs(tmp_path, *revised) == (Paragraph("将于四月"),)
    (finding,) = told_of_runs(tmp_path, *revised)
    assert (finding.rule, finding.before, finding.context) == ("deleted-text", "三月", ("将于", "四月"))


def marked(text: str, *properties: str) -> str:
    """A run with properties."""
    return f"<w:r><w:rPr>{''.join(f'<w:{one}/>' for one in properties)}</w:rPr><w:t>{text}</w:t></w:r>"


def test_what_word_strikes_out_stays_and_what_it_hides_does_not(tmp_path: Path) -> None:
    words = (marked("甲", "strike"), marked("乙", "dstrike"), marked("丙", 'strike w:val="0"'), marked("丁", "vanish"))
    assert runs(tmp_path, *words) == (Paragraph("甲乙丙"),)
    assert told(told_of_runs(tmp_path, *words)) == [("struck-text", "甲乙"), ("hidden-text", "丁")]


def test_a_symbol_is_kept_where_unicode_has_it(tmp_path: Path) -> None:
    symbols = (
        "<w:r><w:t>甲</w:t></w:r>",
        '<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="00FC"/></w:r>',
    )
    assert runs(tmp_path, *symbols) == (Paragraph("甲①"),)
    assert told(told_of_runs(tmp_path, *symbols)) == [
        ("symbol-font", "Wingdings F0FC"),
        ("symbol-font", "Wingdings 00FC"),
    ]


def numbered(path: Path, levels: tuple[tuple[str, str], ...], *paragraphs: tuple[str, int]) -> list[Finding]:
    """A Word file of paragraphs, each with its level of the numbering that `levels` defines by format and text."""
    document = Document()
    document.add_heading("标题", 1)
    defined = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (shape, text) in enumerate(levels)
    )
    numbering = document.part.numbering_part.element
    numbering.insert(0, word_xml(f'<w:abstractNum w:abstractNumId="90">{defined}</w:abstractNum>'))
    numbering.append(word_xml('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for text, level in paragraphs:
        properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr></w:pPr>'
        document.element.body.insert(-1, word_xml(f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"))
    document.save(str(path))
    findings: list[Finding] = []
    read(path, findings=findings)
    return findings


def test_automatic_numbers_of_word_stand_before_their_texts(tmp_path: Path) -> None:
    levels = (("chineseCounting", "第%1条　"), ("decimal", "%1.%2."), ("bullet", "•"))
    texts = (("甲", 0), ("乙", 0), ("丙", 1), ("丁", 1), ("戊", 2), ("己", 0), ("庚", 1))
    assert numbered(path := tmp_path / "a.docx", levels, *texts) == []
    assert issue_of(path).articles[0].blocks == (
        ListBlock("第一条　甲\n第二条　乙\n二.1. 丙\n二.2. 丁\n戊\n第三条　己\n三.1. 庚"),
    )


def test_numbers_of_styles_are_numbers(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("标题", 1)
    for text in "甲乙":
        document.add_paragraph(text, style="List Number")
    document.save(path := str(tmp_path / "a.docx"))
    assert issue_of(Path(path)).articles[0].blocks == (ListBlock("1. 甲\n2. 乙"),)


def test_a_number_in_a_format_that_is_not_read_is_told(tmp_path: Path) -> None:
    findings = numbered(path := tmp_path / "a.docx", (("hebrew1", "%1."),), ("甲", 0))
    assert issue_of(path).articles[0].blocks == (ListBlock("甲"),)
    assert told(findings) == [("list-number", "甲")]


def addresses(findings: list[Finding]) -> list[tuple[int, str]]:
    return [(finding.line, finding.before) for finding in findings if finding.rule == "lost-address"]


def test_addresses_behind_the_words_of_a_page_are_told(tmp_path: Path) -> None:
    """Not those that the words say, nor those that lead to another place of the page, or nowhere."""
    blocks, findings = blocks_of(
        tmp_path,
        "<p>见<a href='https://www.jl.gov.cn/a?b=1'>省政府\n网站</a>，\n<a href='http://cn.example/报.html'>图</a>。</p>"
        "<p>来信：<a href='mailto:bao@a.cn'>bao@a.cn</a>，<a href='https://www.a.cn/'>a.cn</a>，<a href='#n'>注</a>，"
        "<a href='javascript:void(0)'>打印</a>，<a>空</a>，<a href='b.html'><img src=a.png alt='b.html'></a></p>"
        "<p><abbr title='世界卫生组织'>WHO</abbr></p>",
    )
    assert blocks[0] == Paragraph("见省政府网站，图。")
    assert addresses(findings) == [
        (1, "https://www.jl.gov.cn/a?b=1"),
        (3, "http://cn.example/报.html"),
        (3, "世界卫生组织"),
    ]
    assert str(findings[0]).endswith("the address of “省政府 网站” is not printed: https://www.jl.gov.cn/a?b=1")


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_addresses_behind_the_words_of_a_word_file_are_told(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("标题", 1)
    document.add_paragraph()
    relate = document.part.relate_to
    outside = relate(
        "http://a.cn/x", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", True
    )
    paragraph = document.add_paragraph()._p
    instruction = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "http://b.cn" </w:instrText></w:r>'
    for markup in (
        f'<w:hyperlink r:id="{outside}">{words("甲网")}</w:hyperlink>',
        field("begin"),
        instruction,
        field("separate"),
        words("乙网"),
        field("end"),
        f'<w:fldSimple w:instr=" HYPERLINK http://c.cn/ ">{words("c.cn")}</w:fldSimple>',
        f'<w:hyperlink w:anchor="n1">{words("见注")}</w:hyperlink>',
    ):
        paragraph.append(word_xml(markup))
    document.save(str(tmp_path / "a.docx"))
    findings: list[Finding] = []
    issue = read(tmp_path / "a.docx", findings=findings)
    assert "甲网乙网c.cn见注" in "".join(issue.texts() if isinstance(issue, Issue) else ())
    assert addresses(findings) == [(3, "http://a.cn/x"), (3, "http://b.cn")]


@pytest.mark.parametrize(
    ("instruction", "address"),
    [
        ('HYPERLINK \\o "提示" "http://q.cn"', "http://q.cn"),
        ('HYPERLINK "http://q.cn" \\l "x" \\t "_blank"', "http://q.cn"),
        ("HYPERLINK \\n \\l x http://q.cn", "http://q.cn"),
        ('HYPERLINK \\l "x" \\o "提示"', ""),
        ("HYPERLINK", ""),
    ],
)
def test_the_address_of_a_field_is_told_wherever_its_switches_stand(
    tmp_path: Path, instruction: str, address: str
) -> None:
    document = Document()
    document.add_heading("标题", 1)
    markup = f"<w:fldSimple w:instr={quoteattr(instruction)}>{words('某网')}</w:fldSimple>"
    document.add_paragraph()._p.append(word_xml(markup))
    document.save(str(tmp_path / "a.docx"))
    findings: list[Finding] = []
    read(tmp_path / "a.docx", findings=findings)
    assert addresses(findings) == ([(2, address)] if address else [])


def test_the_line_of_a_finding_in_a_word_file_is_the_number_of_its_paragraph(tmp_path: Path) -> None:
    """Counted from the first, empty ones and those of tables too."""
    document = Document()
    document.add_heading("标题", 1)
    document.add_paragraph()
    table = document.add_table(2, 2)
    table.rows[1].cells[0].paragraphs[0]._p.append(word_xml(marked("甲", "strike")))
    document.add_paragraph()._p.append(word_xml(marked("乙", "vanish")))
    document.save(str(tmp_path / "a.docx"))
    findings: list[Finding] = []
    read(tmp_path / "a.docx", findings=findings)
    assert [(finding.line, finding.before) for finding in findings] == [(5, "甲"), (7, "乙")]


def test_what_stands_apart_from_a_word_files_body_is_told(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("标题", 1)
    document.sections[0].header.paragraphs[0].text = "某某日报 内部资料"
    document.sections[0].footer.paragraphs[0].text = "3"
    paragraph = document.add_paragraph("正文。")
    document.add_comment(paragraph.runs, "请核对", author="编辑")
    document.add_paragraph("页眉样式", style="Header")
    document.save(str(tmp_path / "a.docx"))
    findings: list[Finding] = []
    read(tmp_path / "a.docx", findings=findings)
    assert sorted((finding.rule, finding.line, finding.before) for finding in findings) == [
        ("comment", 2, "请核对"),
        ("page-furniture", 1, "某某日报 内部资料"),
        ("page-furniture", 3, "页眉样式"),
    ]


@pytest.mark.parametrize("name", ["a.html", "a.docx"])
def test_a_picture_that_a_text_has_no_place_for_is_told(tmp_path: Path, name: str) -> None:
    """A file without headings is read as a text."""
    if name == "a.html":
        (tmp_path / name).write_text("<p>第一段。</p><img src=a.png alt=渔港>", encoding="utf-8")
    else:
        document = Document()
        document.add_paragraph("第一段。").add_run().add_picture(png())
        document.save(str(tmp_path / name))
    findings: list[Finding] = []
    text = read(tmp_path / name, findings=findings)
    assert isinstance(text, Text) and text.value == "第一段。\n"
    assert [finding.rule for finding in findings] == ["lost-picture"]


def test_quotation_marks_that_a_browser_sets_are_set(tmp_path: Path) -> None:
    hidden = "<p style='visibility: hidden'>乙</p><datalist><option>丙</datalist>"
    blocks, findings = blocks_of(tmp_path, f"<p>他说<q>看<q>海</q>去</q>。</p>{hidden}")
    assert blocks == (Paragraph("他说“看‘海’去”。"),)
    assert told(findings) == [("hidden-text", "乙")]


@pytest.mark.parametrize("name", ["a.html", "a.docx"])
def test_what_an_edition_lacks_has_its_place_in_the_source(tmp_path: Path, name: str) -> None:
    if name == "a.html":
        (tmp_path / name).write_text("<h2>标题</h2>\n\n<p>甲\U0010fffd</p>", encoding="utf-8")
    else:
        document = Document()
        document.add_heading("标题", 1)
        document.add_paragraph()
        document.add_paragraph("甲\U0010fffd")
        document.save(str(tmp_path / name))
    (tmp_path / "out").mkdir()
    (finding,) = build(tmp_path / name, tmp_path / "out", to=["pdf"]).findings
    assert (finding.rule, finding.line, finding.column) == ("uncovered-character", 3, 5 if name == "a.html" else 2)


def test_a_paragraph_of_which_a_revision_deletes_the_end_goes_on(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("标题", 1)
    for text in ("会议将于", "四月举行。", "又一段"):
        paragraph = document.add_paragraph(text)._p
        if text != "四月举行。":
            paragraph.insert(0, word_xml("<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"))
    document.save(str(tmp_path / "a.docx"))
    assert issue_of(tmp_path / "a.docx").articles[0].blocks == (Paragraph("会议将于四月举行。"), Paragraph("又一段"))


def test_contents_that_word_made_are_told(tmp_path: Path) -> None:
    document = Document()
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("标题\t3", style="toc 1")
    document.add_heading("标题", 1)
    document.save(str(tmp_path / "a.docx"))
    findings: list[Finding] = []
    read(tmp_path / "a.docx", findings=findings)
    assert told(findings) == [("page-furniture", "标题 3")]
