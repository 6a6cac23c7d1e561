"""OCR with places becomes the text that its page shows: lines, indents, blocks, columns and pages."""

from pathlib import Path

import pytest

from convert.errors import InputError
from convert.model import Issue
from convert.readers import read
from convert.text import Text

Words = list[tuple[str, int]]  # a word and its left edge; a character is 20 wide and high


def hocr(*pages: list[list[tuple[int, Words]]]) -> str:
    """hOCR of pages of blocks of lines, each line with its top."""
    out = ['<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>']
    for blocks in pages:
        out.append('<div class="ocr_page">')
        for block in blocks:
            out.append('<div class="ocr_carea">')
            for top, words in block:
                left, right = words[0][1], words[-1][1] + 20 * len(words[-1][0])
                out.append(f'<span class="ocr_line" title="bbox {left} {top} {right} {top + 20}; baseline 0 -1">')
                out += [
                    f'<span class="ocrx_word" title="bbox {x} {top} {x + 20 * len(text)} {top + 20}">{text}</span>'
                    for text, x in words
                ]
                out.append("</span>")
            out.append("</div>")
        out.append("</div>")
    return "\n".join([*out, "</body></html>"])


def text_of(tmp_path: Path, source: str, name: str = "page.hocr") -> str:
    (tmp_path / name).write_text(source, encoding="utf-8")
    text = read(tmp_path / name)
    assert isinstance(text, Text)
    return text.value


def test_an_indent_is_two_ideographic_spaces_and_a_centred_line_more(tmp_path: Path) -> None:
    block = [
        (0, [("松江晚报", 200)]),
        (30, [("省委全会昨日在长春举行会议听取", 40)]),
        (60, [("了工作报告", 0), ("审议通过决定代表们", 100)]),
        (90, [("来自各地", 0)]),
    ]
    assert text_of(tmp_path, hocr([block])).split("\n") == [
        "\u3000" * 10 + "松江晚报",
        "\u3000\u3000省委全会昨日在长春举行会议听取",
        "了工作报告审议通过决定代表们",
        "来自各地",
        "",
    ]


def test_a_space_stands_where_one_was_printed(tmp_path: Path) -> None:
    line: Words = [("牢记嘱托", 0), ("感恩奋进", 104), ("全力", 190), ("New", 240), ("York", 310), ("，城", 420)]
    full: Words = [("省委全会昨日在长春举行会议听取了工作报告", 0)]
    text = text_of(tmp_path, hocr([[(0, line), (30, full), (60, full)]]))
    assert text.split("\n")[0] == "牢记嘱托 感恩奋进全力New York，城"


@pytest.mark.parametrize("broken", ["", "<br>"])
def test_names_of_characters_are_those_of_html(tmp_path: Path, broken: str) -> None:
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">'
    source = hocr([[(0, [("甲&ldquo;乙&rdquo;&amp;丙", 0)])]]).replace("<html", f"{doctype}<html")
    assert text_of(tmp_path, source.replace("<body>", f"<body>{broken}")) == "甲“乙”&丙\n"


def test_blocks_and_gaps_are_parted_by_blank_lines_and_pages_by_form_feeds(tmp_path: Path) -> None:
    one = [(0, [("甲甲甲甲甲甲甲甲", 0)]), (30, [("乙乙乙乙乙乙乙乙", 0)]), (120, [("丙丙丙丙丙丙丙丙", 0)])]
    column = [(0, [("丁丁丁丁丁丁丁丁", 400)]), (30, [("戊戊戊戊戊戊戊戊", 400)])]
    text = text_of(tmp_path, hocr([one, column], [column]))
    paragraphs = [part.replace("\n", "") for part in text.split("\n\n")]
    assert paragraphs[:2] == ["甲甲甲甲甲甲甲甲乙乙乙乙乙乙乙乙", "丙丙丙丙丙丙丙丙"]
    assert text.count("\f") == 1


def test_a_block_parted_by_the_program_alone_is_one(tmp_path: Path) -> None:
    upper = [(0, [("甲甲甲甲甲甲甲甲", 0)]), (30, [("乙乙乙乙乙乙乙乙", 0)])]
    lower = [(60, [("丙丙丙丙丙丙丙丙", 0)])]
    assert text_of(tmp_path, hocr([upper, lower])) == "甲甲甲甲甲甲甲甲\n乙乙乙乙乙乙乙乙\n丙丙丙丙丙丙丙丙\n"


def alto(lines: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page>'
        f"<PrintSpace><TextBlock>{lines}</TextBlock></PrintSpace></Page></Layout></alto>"
    )


def alto_line(text: str, left: int, top: int, width: int, height: int) -> str:
    place = f'HPOS="{left}" VPOS="{top}" WIDTH="{width}" HEIGHT="{height}"'
    return f'<TextLine {place}><String {place} CONTENT="{text}"/></TextLine>'


def test_alto_is_read_like_hocr(tmp_path: Path) -> None:
    lines = alto_line("省委全会昨日在长春", 40, 0, 180, 20) + alto_line("举行会议听取了工作报告", 0, 30, 220, 20)
    assert text_of(tmp_path, alto(lines), "page.xml") == "\u3000\u3000省委全会昨日在长春\n举行会议听取了工作报告\n"


def test_vertical_lines_are_indented_from_the_top(tmp_path: Path) -> None:
    lines = alto_line("省委全会昨日在长春", 300, 40, 20, 180) + alto_line("举行会议听取了工作报告", 270, 0, 20, 220)
    assert text_of(tmp_path, alto(lines), "page.xml") == "\u3000\u3000省委全会昨日在长春\n举行会议听取了工作报告\n"


def test_alto_has_a_reading_order(tmp_path: Path) -> None:
    blocks = "".join(
        f'<TextBlock ID="{name}">{alto_line(text, 0, top, 80, 20)}</TextBlock>'
        for name, text, top in (("a", "甲甲甲甲", 0), ("b", "乙乙乙乙", 200), ("c", "丙丙丙丙", 400))
    )
    order = "".join(f'<ElementRef REF="{name}"/>' for name in "ca")
    source = alto("").replace("<TextBlock></TextBlock>", blocks)
    source = source.replace("<Layout>", f"<ReadingOrder><OrderedGroup>{order}</OrderedGroup></ReadingOrder><Layout>")
    assert text_of(tmp_path, source, "page.xml").split() == ["丙丙丙丙", "甲甲甲甲", "乙乙乙乙"]


def test_lines_outside_of_blocks_are_not_lost(tmp_path: Path) -> None:
    line = '<span class="ocr_line" title="bbox 0 0 80 20">甲乙丙丁</span>'
    caption = f'<div class="ocr_caption" title="bbox 0 40 80 60">{line.replace("甲", "戊")}</div>'
    source = f'<html><body><div class="ocr_page">{line}<div class="ocr_carea">{line}</div>{caption}</div></body></html>'
    assert "".join(text_of(tmp_path, source).split()) == "甲乙丙丁甲乙丙丁戊乙丙丁"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<book/>", "XML of the kind <book>"),
        ("<alto><Layout/>", "not well-formed"),
        ("<alto><Layout/></alto>", "no text"),
        ("", "the file is empty"),
        (" \n", "the file is blank"),
        ("<alto>\n<", ":2: not well-formed XML: "),
    ],
)
def test_other_xml_is_an_input_error(tmp_path: Path, source: str, error: str) -> None:
    (tmp_path / "a.xml").write_text(source)
    with pytest.raises(InputError, match=error):
        read(tmp_path / "a.xml")


def test_entities_are_neither_read_from_files_nor_blown_up(tmp_path: Path) -> None:
    """What they would have held cannot be read, so nothing is: no text is lost in silence."""
    (tmp_path / "secret").write_text("secret")
    for entity in (f'SYSTEM "{(tmp_path / "secret").as_uri()}"', '"aaaaaaaaaa"'):
        line = alto_line("甲乙丙丁", 0, 0, 80, 20).replace("</TextLine>", "&x;</TextLine>")
        declared = f"?><!DOCTYPE alto [<!ENTITY x {entity}>]><alto"
        (tmp_path / "page.xml").write_text(alto(line).replace("?><alto", declared))
        with pytest.raises(InputError, match="entities of its own"):
            read(tmp_path / "page.xml")
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    source = alto("&b11;").replace("?><alto", f'?><!DOCTYPE alto [<!ENTITY b0 "x">{bomb}]><alto')
    (tmp_path / "bomb.xml").write_text(source)
    with pytest.raises(InputError):
        read(tmp_path / "bomb.xml")


def test_hocr_that_is_no_xml_is_read_in_its_encoding(tmp_path: Path) -> None:
    cut_off = "<html><body><div class='ocr_page'><span class='ocr_line' title='bbox 0 0 80 20'>甲乙丙丁"
    assert text_of(tmp_path, cut_off, "page.hocr") == "甲乙丙丁\n"


def test_words_that_line_ends_cut_are_whole(tmp_path: Path) -> None:
    """Where the file tells the whole word; else the hyphen stays, for the cleaner to weigh."""
    halves = (
        '<TextLine><String CONTENT="The"/><SP/><String CONTENT="inter" SUBS_TYPE="HypPart1" SUBS_CONTENT="{0}"/><HYP'
        ' CONTENT="&#xAD;"/></TextLine><TextLine><String CONTENT="national" SUBS_TYPE="HypPart2" SUBS_CONTENT="{0}"/>'
        '<SP/><String CONTENT="fair"/></TextLine>'
    )
    assert text_of(tmp_path, alto(halves.format("international")), "a.xml").split() == ["The", "international", "fair"]
    assert text_of(tmp_path, alto(halves.format("")), "a.xml").split() == ["The", "inter-", "national", "fair"]


def test_a_line_without_a_place_has_that_of_its_words(tmp_path: Path) -> None:
    lines = "".join(
        f'<TextLine><String HPOS="{x}" VPOS="{y}" WIDTH="20" HEIGHT="{20 * len(text)}" CONTENT="{text}"/></TextLine>'
        for text, x, y in (("省委全会昨日在长春", 300, 40), ("举行会议听取了工作报告", 270, 0))
    )
    assert text_of(tmp_path, alto(lines), "a.xml") == "\u3000\u3000省委全会昨日在长春\n举行会议听取了工作报告\n"


def test_text_that_stands_in_no_line_is_not_lost(tmp_path: Path) -> None:
    """In paragraphs without lines, beside lines, beside words, outside of any page's element."""
    source = (
        "<div class='ocr_page'><p class='ocr_par'>甲段。</p><div class='ocr_carea'>旁<span class='ocr_line'>乙"
        "<span class='ocrx_word'>丙</span></span>边</div><span class='ocr_footer'>第二版</span></div>"
    )
    said = "".join(text_of(tmp_path, f"<html><head><title>题</title></head><body>{source}</body></html>").split())
    assert said == "甲段。旁乙丙边第二版"
    line = "<html><body><span class='ocr_line' title='bbox 0 0 80 20'>甲乙丙丁</span></body></html>"
    assert text_of(tmp_path, line) == "甲乙丙丁\n"


def test_a_web_page_that_shows_a_page_of_ocr_loses_nothing_beside_it(tmp_path: Path) -> None:
    shown = "<div class='ocr_page'><p class='ocr_par'><span class='ocr_line'>甲段。</span></p></div>"
    (tmp_path / "a.html").write_text(f"<h1>标题</h1>{shown}<p>乙段。</p>", encoding="utf-8")
    issue = read(tmp_path / "a.html")
    assert isinstance(issue, Issue)
    assert [*issue.texts()] == ["标题", "甲段。", "乙段。"]
    around = f"<html><body><h1>标题</h1>{shown}<p>乙段。</p></body></html>"
    assert text_of(tmp_path, around).split() == ["标题", "甲段。", "乙段。"]


def test_hocr_by_the_name_of_a_web_page_is_hocr(tmp_path: Path) -> None:
    source = hocr([[(0, [("省委全会昨日在长春", 40)]), (30, [("举行会议听取了工作报告", 0)])]])
    assert text_of(tmp_path, source, "page.html") == "\u3000\u3000省委全会昨日在长春\n举行会议听取了工作报告\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5"])
def test_xml_says_its_encoding(tmp_path: Path, encoding: str) -> None:
    source = alto(alto_line("甲乙丙丁", 0, 0, 80, 20)).replace("UTF-8", encoding)
    (tmp_path / "a.xml").write_bytes(source.encode(encoding))
    text = read(tmp_path / "a.xml")
    assert isinstance(text, Text) and text.value == "甲乙丙丁\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_found_however_far_from_the_top(tmp_path: Path, encoding: str) -> None:
    line = alto_line("甲", 0, 0, 80, 20)
    far = f'?><!--{"x" * 20_000}--><!DOCTYPE alto [<!ENTITY x "乙">]><alto'
    (tmp_path / "a.xml").write_bytes(alto(line).replace("UTF-8", encoding).replace("?><alto", far).encode(encoding))
    with pytest.raises(InputError, match="entities of its own"):
        read(tmp_path / "a.xml")


def test_what_alto_says_is_raised_stays_so(tmp_path: Path) -> None:
    line = '<TextLine><String CONTENT="10"/><String CONTENT="2" STYLE="superscript italics"/></TextLine>'
    assert text_of(tmp_path, alto(line), "a.xml") == "10²\n"
