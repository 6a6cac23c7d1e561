"""Editions read back: what was written is accepted, and any other text is refused."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from convert.errors import GuardError
from convert.export import write
from convert.export.verify import verify
from convert.export.verify.checkers import check_form
from convert.export.verify.pdf import pdf_pieces
from convert.model import Article, Issue, Paragraph, Table
from convert.style import Edition

FORMATS = ["docx", "pdf", "epub", "html"]


@pytest.fixture(autouse=True)
def no_checkers(monkeypatch: pytest.MonkeyPatch) -> None:
    """EPUBCheck takes seconds; it has its own test."""
    monkeypatch.setattr("convert.export.verify.check_form", lambda path, name: [])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("edition", [Edition(), Edition(vertical=True), Edition(layout="book")], ids=repr)
def test_every_edition_carries_the_text_of_the_issue(
    name: str, edition: Edition, full_issue: Issue, pictures: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"a.{name}"
    write(full_issue, path, replace(edition, pictures=str(pictures)))
    assert verify(full_issue, path, name) == []


@pytest.mark.parametrize("vertical", [False, True])
def test_a_booklet_is_read_in_the_order_of_its_pages(vertical: bool, tmp_path: Path) -> None:
    articles = tuple(Article(headline=f"第{n}章", blocks=(Paragraph("春天来了，湖水解冻。" * 90),)) for n in range(5))
    path = tmp_path / "a.pdf"
    write(Issue(articles), path, Edition(layout="book", booklet=True, vertical=vertical))
    assert verify(Issue(articles), path, "pdf") == []
    with pytest.raises(GuardError):
        verify(Issue(articles[::-1]), path, "pdf")


def test_cells_of_several_lines_are_read_one_after_the_other(tmp_path: Path) -> None:
    rows = (("时间", "地点"), ("三月五日上午湖水解冻之后的第一个集日", "湖区东岸老码头旁边新修的候船大厅里"))
    issue = Issue((Article(headline="题", blocks=(Table(rows), Paragraph("春天来了。"))),))
    path = tmp_path / "a.pdf"
    write(issue, path, Edition())
    assert verify(issue, path, "pdf") == []


@pytest.mark.parametrize("vertical", [False, True])
def test_cells_that_run_over_several_pages_are_read_one_after_the_other(vertical: bool, tmp_path: Path) -> None:
    rows = (("时间", "地点"), ("三月五日上午湖水解冻。" * 300, "湖区东岸老码头旁边的候船大厅里。" * 300))
    issue = Issue((Article(headline="题", blocks=(Table(rows), Paragraph("春天来了。"))),))
    path = tmp_path / "a.pdf"
    write(issue, path, Edition(vertical=vertical))
    assert verify(issue, path, "pdf") == []
    assert path.read_bytes().count(b"/Type /Page\n") > 1


def test_words_that_no_tag_holds_are_refused(tmp_path: Path) -> None:
    """A screen reader would not say them."""
    issue = Issue((Article(headline="题", blocks=(Paragraph("春天来了。"), Paragraph("湖水解冻。"))),))
    path = tmp_path / "a.pdf"
    write(issue, path)
    data = path.read_bytes()
    path.write_bytes(re.sub(rb"/K\[1\]", b"/K[9]", data, count=1))
    assert path.read_bytes() != data
    with pytest.raises(GuardError, match="differs"):
        verify(issue, path, "pdf")


def changed(issue: Issue, text: str) -> Issue:
    first = issue.articles[0]
    blocks = tuple(Paragraph(text) if isinstance(block, Paragraph) else block for block in first.blocks)
    return replace(issue, articles=(replace(first, blocks=blocks), *issue.articles[1:]))


@pytest.mark.parametrize("name", FORMATS)
def test_other_text_is_refused(name: str, full_issue: Issue, tmp_path: Path) -> None:
    path = tmp_path / f"a.{name}"
    write(full_issue, path)
    text = next(block.text for block in full_issue.articles[0].blocks if isinstance(block, Paragraph))
    first, *rest = full_issue.articles
    others = [
        changed(full_issue, text[:-1]),
        changed(full_issue, text + "。"),
        changed(full_issue, text.replace("老师", "师老")),
        replace(full_issue, articles=(*rest, first)),
        replace(full_issue, articles=full_issue.articles[:-1]),
        replace(full_issue, articles=(replace(first, blocks=(*first.blocks, Table((("甲", "乙"),)))), *rest)),
    ]
    for other in others:
        with pytest.raises(GuardError):
            verify(other, path, name)


@pytest.mark.parametrize("name", FORMATS)
def test_what_differs_is_shown(name: str, tmp_path: Path) -> None:
    def issue(*texts: str) -> Issue:
        return Issue((Article(headline="题", blocks=tuple(map(Paragraph, texts))),))

    write(issue("春天来了。", "湖水解冻。"), tmp_path / f"a.{name}")
    for other, message in (
        (
            issue("春天来了。", "江水解冻。"),
            f"the {name} edition differs from the issue: '湖水解冻。' stands for '江水解冻。'",
        ),
        (
            issue("春天来了。", "湖水解冻。", "山青。"),
            f"the {name} edition differs from the issue: '山青。' is missing",
        ),
        (issue("春天来了。"), f"the {name} edition differs from the issue: '湖水解冻。' stands beyond its end"),
    ):
        with pytest.raises(GuardError) as refused:
            verify(other, tmp_path / f"a.{name}", name)
        assert refused.value.message == message


@pytest.mark.parametrize("name", ["docx", "epub", "html"])
def test_spaces_count_where_lines_are_kept(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{name}"
    write(Issue((Article(blocks=(Paragraph("滑雪摇篮 冰雪地标"),)),)), path)
    with pytest.raises(GuardError):
        verify(Issue((Article(blocks=(Paragraph("滑雪摇篮冰雪地标"),)),)), path, name)


def test_headlines_that_stand_in_the_contents_too_are_no_matter(tmp_path: Path) -> None:
    same = Article(headline="简讯", blocks=(Paragraph("1"), Paragraph("简讯")))
    issue = Issue((same, same, Article(headline="2", blocks=(Paragraph("简讯"),))), title="简讯")
    for name in FORMATS:
        write(issue, tmp_path / f"a.{name}")
        assert verify(issue, tmp_path / f"a.{name}", name) == []


@pytest.mark.parametrize("name", FORMATS)
def test_tables_of_figures_are_not_taken_for_page_numbers(name: str, tmp_path: Path) -> None:
    rows = tuple((str(n % 7), str(n % 3), "1") for n in range(400))
    issue = Issue((Article(headline="1", blocks=(Table(rows), Paragraph("1"))), Article(headline="2")), title="1")
    write(issue, tmp_path / f"a.{name}")
    assert verify(issue, tmp_path / f"a.{name}", name) == []
    less = replace(issue, articles=(replace(issue.articles[0], blocks=(Table(rows[1:]), Paragraph("9"))),))
    with pytest.raises(GuardError):
        verify(less, tmp_path / f"a.{name}", name)


def test_rare_characters_copy_from_a_pdf(tmp_path: Path) -> None:
    write(Issue((Article(blocks=(Paragraph("𠮷野家㗎。"),)),)), tmp_path / "a.pdf")
    assert "𠮷野家㗎。" in "".join(pdf_pieces(tmp_path / "a.pdf"))


def test_checkers_accept_good_files_and_refuse_broken_ones(
    full_issue: Issue, tmp_path: Path, tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tool("java")
    tool("qpdf")
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    write(full_issue, tmp_path / "a.pdf")
    assert check_form(tmp_path / "a.pdf", "pdf") == []
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4\nnothing")
    (tmp_path / "b.epub").write_bytes(b"PK")
    for name in ("pdf", "epub"):
        with pytest.raises(GuardError):
            check_form(tmp_path / f"b.{name}", name)
