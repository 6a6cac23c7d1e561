"""The PDF copies as the Issue's text, is the same bytes every time, and reads as a newspaper."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from convert.export import write
from convert.export.pdf.canvas import Packer, outcome_of
from convert.model import Article, Caption, Credit, Crosshead, Issue, Paragraph
from convert.style import Edition

PROSE = "春天来了，湖水解冻；小船出港，“满载而归”。他说：“今年的收成比2022年增加30%（约12吨）！”——这是真的……"
RARE = "𠮷野家的招牌、香港嘅㗎喇、𨋢同埋𠝹蛋糕，都要印得出。"
Tool = Callable[[str], str]


@pytest.fixture
def issue() -> Issue:
    return Issue(
        articles=(
            Article(
                headline="湖区开渔 渔民满载而归",
                kicker="走基层",
                deck=("——记一个渔村的早晨",),
                blocks=(*(Paragraph(PROSE * n) for n in (3, 5, 2, 9, 4)), Crosshead("出港"), Paragraph(RARE)),
            ),
            Article(headline="短讯一则", blocks=(Paragraph(PROSE * 6),)),
            Article(blocks=(Caption("图为开渔现场。"), Credit("李四 摄"))),
        ),
        title="湖区日报",
        date=date(2023, 3, 5),
        number="第1234期",
    )


def text_of(path: Path, tool: Tool) -> str:
    done = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def packed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("layout", ["newspaper", "book", "large-print"])
def test_the_text_copies_exactly(issue: Issue, layout: str, tmp_path: Path, tool: Tool) -> None:
    path = tmp_path / "issue.pdf"
    assert write(issue, path, Edition(layout=layout)) == []
    copied = text_of(path, tool)
    if layout == "newspaper":
        for block in issue.articles[1].blocks:
            assert packed(block.text) in packed(copied)
    assert packed(RARE) in packed(copied)
    assert copied.count("㗎") == 1 and copied.count("𠮷") == 1


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("layout", ["newspaper", "book", "large-print"])
def test_the_tags_hold_whole_paragraphs_in_order(
    issue: Issue, layout: str, vertical: bool, tmp_path: Path, tool: Tool
) -> None:
    write(issue, tmp_path / "issue.pdf", Edition(layout=layout, vertical=vertical))
    done = subprocess.run(
        [tool("pdfinfo"), "-struct-text", str(tmp_path / "issue.pdf")], capture_output=True, check=True
    )
    elements = re.split(r"^ *\w+(?: \(block\))?$", done.stdout.decode(), flags=re.M)
    read = ["".join(re.findall(r'^ +"(.*)"$', element, re.M)) for element in elements]
    wanted = [text for article in issue.articles for text in (*article.titles(), *(b.text for b in article.blocks))]
    places = [read.index(text) for text in wanted]
    assert places == sorted(places)
    assert set(re.findall(r"^ *(\w+)", done.stdout.decode(), re.M)) >= {"Document", "Art", "H1", "H2", "H3", "P", "TOC"}


def test_the_document_says_what_it_is(issue: Issue, tmp_path: Path, tool: Tool) -> None:
    write(issue, tmp_path / "issue.pdf", Edition(vertical=True))
    done = subprocess.run([tool("pdfinfo"), str(tmp_path / "issue.pdf")], capture_output=True, check=True)
    said = dict(re.findall(r"^(.*?): +(.*)$", done.stdout.decode(), re.M))
    assert said["Title"] == "湖区日报\u30002023年3月5日" and said["Author"] == "湖区日报" and said["Tagged"] == "yes"
    assert said["Subject"] == "第1234期" and "Mar  5" in said["CreationDate"]
    data = (tmp_path / "issue.pdf").read_bytes()
    assert b"/Lang (zh-Hans)" in data and "湖区日报".encode() in data


def test_spacing_does_not_copy_as_spaces(issue: Issue, tmp_path: Path, tool: Tool) -> None:
    write(issue, tmp_path / "issue.pdf", Edition())
    assert "比2022年" in text_of(tmp_path / "issue.pdf", tool)


@pytest.mark.parametrize("layout", ["newspaper", "book"])
def test_no_line_begins_or_ends_with_what_may_not(issue: Issue, layout: str, tmp_path: Path, tool: Tool) -> None:
    write(issue, tmp_path / "issue.pdf", Edition(layout=layout))
    for line in text_of(tmp_path / "issue.pdf", tool).splitlines():
        assert line.strip()[:1] not in set("，。、；：？！）》”’」』")
        assert line.strip()[-1:] not in set("（《“‘「『")


def test_the_contents_name_the_right_pages(issue: Issue, tmp_path: Path, tool: Tool) -> None:
    path = tmp_path / "issue.pdf"
    write(issue, path, Edition(layout="book"))
    pages = text_of(path, tool).split("\f")
    entries = dict(re.findall(r"^(\S.*?) *·+ *(\d+)$", pages[0], re.M))
    assert set(entries) == {"湖区开渔 渔民满载而归", "短讯一则", "图片新闻"}
    assert "短讯一则" in pages[int(entries["短讯一则"]) - 1]
    assert int(entries["短讯一则"]) > 1


def test_running_heads_name_the_article_of_the_page(issue: Issue, tmp_path: Path, tool: Tool) -> None:
    long = "春天来了湖水解冻小船出港渔民满载而归今年收成比去年好"
    articles = (
        Article(headline=long * 2, blocks=(Paragraph(PROSE * 60),)),
        Article(headline="短讯一则", blocks=(Paragraph(PROSE * 60),)),
    )
    path = tmp_path / "issue.pdf"
    write(replace(issue, articles=articles, title=None), path, Edition(layout="book"))
    heads = [page.strip().split("\n")[0] for page in text_of(path, tool).split("\f")[:-1]]
    begin = next(n for n, head in enumerate(heads) if n > 1 and head == "短讯一则")
    assert packed(heads[2]).endswith("……") and long.startswith(packed(heads[2])[:10])
    assert set(heads[begin + 1 :]) == {"短讯一则"}
    assert long[:5] not in text_of(path, tool).split("\f")[begin]  # no running head where an article begins


def test_a_ratio_stands_close_and_copies(tmp_path: Path, tool: Tool) -> None:
    path = tmp_path / "issue.pdf"
    write(Issue((Article(blocks=(Paragraph("主队以3∶1取胜，上半场2∶0。"),)),)), path, Edition())
    assert "主队以3∶1取胜，上半场2∶0。" in text_of(path, tool)


@pytest.mark.parametrize("vertical", [False, True])
def test_pages_are_pure_black(issue: Issue, vertical: bool, tmp_path: Path, tool: Tool) -> None:
    write(issue, tmp_path / "issue.pdf", Edition(vertical=vertical))
    command = [tool("qpdf"), "--qdf", "--object-streams=disable", str(tmp_path / "issue.pdf"), "-"]
    plain = subprocess.run(command, capture_output=True, check=True).stdout
    pages = b"".join(re.findall(rb"stream\n(q\n.*?)endstream", plain, re.S))
    assert pages.count(b" Tf\n") and not re.search(rb"[\d.] (?:rg|RG|k|K|g|G|sc|SC|scn|SCN)\n", pages)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW"])
def test_leaders_end_before_the_page_numbers(issue: Issue, language: str, tmp_path: Path, tool: Tool) -> None:
    path = tmp_path / "issue.pdf"
    write(replace(issue, language=language), path, Edition(layout="book"))
    boxes = subprocess.run([tool("pdftotext"), "-bbox", "-l", "1", str(path), "-"], capture_output=True, check=True)
    words = re.findall(r'xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', boxes.stdout.decode())
    lines: dict[str, list[tuple[float, str]]] = {}
    for right, bottom, word in words:
        lines.setdefault(bottom, []).append((float(right), word))
    leaders = [row for row in lines.values() if any("··" in word for _right, word in row)]
    assert len(leaders) == 3
    assert all(max(row)[1].isdecimal() for row in leaders)


def test_the_same_issue_gives_the_same_bytes(issue: Issue, tmp_path: Path) -> None:
    write(issue, tmp_path / "one.pdf", Edition())
    write(issue, tmp_path / "two.pdf", Edition())
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize("vertical", [False, True])
def test_qpdf_finds_nothing_wrong(issue: Issue, vertical: bool, tmp_path: Path, tool: Tool) -> None:
    write(issue, tmp_path / "issue.pdf", Edition(vertical=vertical))
    done = subprocess.run([tool("qpdf"), "--check", str(tmp_path / "issue.pdf")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No syntax or stream encoding errors" in done.stdout


def test_only_embedded_fonts_are_named(issue: Issue, tmp_path: Path) -> None:
    write(issue, tmp_path / "issue.pdf", Edition())
    assert b"Helvetica" not in (tmp_path / "issue.pdf").read_bytes()


def test_a_character_that_no_font_has_is_said(tmp_path: Path) -> None:
    issue = Issue(articles=(Article(headline="题", blocks=(Paragraph("正文\U000313a5字\U000313a5"),)),))
    findings = write(issue, tmp_path / "issue.pdf", Edition())
    assert [(f.rule, f.before) for f in findings] == [("uncovered-character", "\U000313a5")]
    assert "2 times" in findings[0].message


def test_every_kind_of_block_is_there(full_issue: Issue, pictures: Path, tmp_path: Path, tool: Tool) -> None:
    for vertical in (False, True):
        path = tmp_path / f"{vertical}.pdf"
        findings = write(full_issue, path, Edition(pictures=str(pictures), vertical=vertical))
        assert [(f.rule, f.before) for f in findings] == [("missing-picture", "missing.png")]
        done = subprocess.run([tool("pdfinfo"), "-struct-text", str(path)], capture_output=True, check=True)
        read = packed("".join(re.findall(r'^ +"(.*)"$', done.stdout.decode(), re.M)))
        for article in full_issue.articles:
            for text in (*article.titles(), *(block.text for block in article.blocks)):
                for line in re.split(r"[\n\t]", text):
                    assert packed(line) in read
        assert {"Table", "TR", "TD", "Figure", "Caption"} <= set(re.findall(r"^ *(\w+)", done.stdout.decode(), re.M))


def test_an_error_in_packing_is_raised_and_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("convert.export.pdf.canvas.zlib.compress", fails)
    with Packer() as packer:
        outcome = packer.pack("q Q")
        packer.done()
        with pytest.raises(MemoryError):
            outcome_of(outcome)
