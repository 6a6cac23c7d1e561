"""Text and JSON editions hold the whole Issue."""

import json
from pathlib import Path

from convert.export import write
from convert.model import Article, Image, Issue, Paragraph, Verse, issue_from_json


def test_text_has_a_block_a_line_and_room_between_articles(tmp_path: Path) -> None:
    one = Article(
        headline="题", label="社论", deck=("副题",), blocks=(Paragraph("文"), Image("a.png"), Verse("一\n二"))
    )
    two = Article(blocks=(Paragraph("又"),))
    write(Issue((one, two), title="山乡日报", number="第9期"), tmp_path / "x.txt")
    written = (tmp_path / "x.txt").read_bytes().decode()
    assert written == "山乡日报\n第9期\n\n\n社论\n\n题\n\n副题\n\n文\n\n一\n二\n\n\n又\n"


def test_json_reads_back_as_the_same_issue_whatever_it_holds(full_issue: Issue, tmp_path: Path) -> None:
    issue = Issue((*full_issue.articles, Article(headline="\ud800\x00")), full_issue.title, date=full_issue.date)
    write(issue, tmp_path / "x.json")
    assert issue_from_json(json.loads((tmp_path / "x.json").read_bytes())) == issue
