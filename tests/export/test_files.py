"""What all editions share: whole files only, and only characters that the format can hold."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from convert.errors import OutputError
from convert.export.files import replacing, replacing_all, stamp, write_zip, xml_issue, xml_text
from convert.model import Article, Furniture, Issue, Paragraph, Table


def test_xml_text_replaces_exactly_what_xml_cannot_hold() -> None:
    """Asked of an XML parser."""
    for code in (*range(0x100), *range(0x2000, 0x2100), *range(0xD7F0, 0xE010), *range(0xFFF0, 0x10010), 0x10FFFF):
        try:
            kept = etree.fromstring(f"<a>&#{code};</a>").text == chr(code) and chr(code) != "\r"
        except (etree.XMLSyntaxError, ValueError):
            kept = False
        assert xml_text(chr(code)) == (chr(code) if kept else "\ufffd"), hex(code)


def test_xml_issue_leaves_a_good_issue_alone() -> None:
    issue = Issue(articles=(Article(headline="𠮷野家"),))
    assert xml_issue(issue) == (issue, [])


def test_xml_issue_reports_each_character_it_replaced() -> None:
    issue = Issue(title="日\x0b报", articles=(Article(blocks=(Paragraph("甲\ud800乙\ud800"), Table((("\ufffe",),)))),))
    safe, findings = xml_issue(issue)
    assert safe.title == "日\ufffd报"
    assert [block.text for block in safe.articles[0].blocks] == ["甲\ufffd乙\ufffd", "\ufffd"]
    assert [f.message[:6] for f in findings] == ["U+000B", "U+D800", "U+FFFE"]


def test_a_failed_run_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    old = tmp_path / "issue.epub"
    old.write_text("old")

    def fail() -> None:
        with replacing(old) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert [p.name for p in tmp_path.iterdir()] == ["issue.epub"]
    assert old.read_text() == "old"


def test_several_files_appear_together_or_not_at_all(tmp_path: Path) -> None:
    paths = [tmp_path / "issue.docx", tmp_path / "issue.pdf"]
    paths[0].write_text("old")
    with replacing_all(paths) as temporary:
        for path in temporary:
            path.write_text("new")
        assert [path.exists() for path in paths] == [True, False]
    assert [path.read_text() for path in paths] == ["new", "new"]
    assert len(list(tmp_path.iterdir())) == 2


def test_one_place_that_cannot_be_written_keeps_back_all(tmp_path: Path) -> None:
    good, folder, beyond = tmp_path / "issue.docx", tmp_path / "issue.pdf", tmp_path / "issue.docx" / "issue.epub"
    good.write_text("old")
    folder.mkdir()
    for bad in (folder, beyond):
        with pytest.raises(OutputError, match=r"cannot be written"), replacing_all([good, bad]):
            pytest.fail("the block must not run")
    assert good.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["issue.docx", "issue.pdf"]


@pytest.mark.parametrize("day", [date.min, date(1951, 3, 9), date(2023, 11, 28), date.max])
@pytest.mark.parametrize("epoch", ["", "0", "99999999999999"])
def test_whatever_the_date_is_an_archive_can_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: date, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    when = stamp(Issue(date=day))
    write_zip(tmp_path / "x.zip", [("a", b"")], when)
    assert 1980 <= when.year <= 2107
    if not epoch and 1980 <= day.year <= 2107:
        assert when.date() == day


def test_a_page_break_that_was_taken_out_is_no_lost_character() -> None:
    issue = Issue((Article("全会在长春举行"),), furniture=(Furniture("form_feed", "\f"),))
    safe, findings = xml_issue(issue)
    assert findings == []
    assert safe.articles == issue.articles
