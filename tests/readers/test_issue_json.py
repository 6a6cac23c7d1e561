"""Issue JSON as a source: what `build --to json` wrote is read back whole."""

import json
from pathlib import Path

import pytest

from convert.errors import InputError
from convert.export.plain_json import write
from convert.model import Article, Issue, Paragraph
from convert.readers import read
from convert.report import Finding
from convert.style import Edition


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x85", "\r", "\x0b", "\ud800", "\ufeff", "𠮷"])
def test_whatever_stands_in_a_text_comes_back(tmp_path: Path, odd: str) -> None:
    issue = Issue((Article(f"甲{odd}乙", blocks=(Paragraph(f"丙{odd}丁"),)),), title=f"日{odd}报")
    write(issue, tmp_path / "issue.json", Edition())
    assert read(tmp_path / "issue.json") == issue


def test_lines_may_end_as_they_like(tmp_path: Path) -> None:
    path = tmp_path / "issue.json"
    path.write_bytes(b'\xef\xbb\xbf{"version": 1,\r\n "title": "\xe6\x97\xa5"}\r')
    assert read(path) == Issue(title="日")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"version": 1,\n "title": }', ":2: not valid JSON"),
        ('{"version": 1, "date": "soon"}', "date"),
        ('{"version": 1, "articles": [{"blocks": [{"kind": "table", "rows": ["甲"]}]}]}', r"blocks\[0\].*rows"),
        ('{"version": 1, "articles": [{"blocks": [{"kind": "table", "rows": [[1]]}]}]}', r"blocks\[0\].*rows"),
    ],
)
def test_what_is_no_issue_is_an_input_error_that_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "issue.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read(path)


def test_a_table_of_which_only_the_text_is_given_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "issue.json"
    block = {"kind": "table", "text": "甲\t乙\n丙"}
    path.write_text(json.dumps({"version": 1, "articles": [{"blocks": [block]}]}), encoding="utf-8")
    issue = read(path)
    assert isinstance(issue, Issue)
    (table,) = issue.articles[0].blocks
    assert table.text == block["text"]


def test_what_an_issue_has_no_place_for_is_told(tmp_path: Path) -> None:
    table = {"kind": "table", "text": "甲\t4", "rows": [["乙"]], "note": None}
    image = {"kind": "image", "text": "图注", "path": "a.png"}
    article = {"headline": "题", "boddy": ["正文"], "blocks": [table, image, {"kind": "table", "text": "甲\t4"}]}
    (tmp_path / "a.json").write_text(json.dumps({"version": 1, "articles": [article]}, indent=1, ensure_ascii=False))
    findings: list[Finding] = []
    read(tmp_path / "a.json", findings=findings)
    assert [(one.rule, one.before, one.message.split()[6].rstrip(",")) for one in findings] == [
        ("unknown-key", '["正文"]', "articles[0].boddy"),
        ("unknown-key", "甲\t4", "articles[0].blocks[0].text"),
        ("unknown-key", "图注", "articles[0].blocks[1].text"),
    ]
    assert findings[2].line > findings[1].line > 1
