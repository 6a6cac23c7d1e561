"""The head of an edition says what is known, and invents nothing."""

from datetime import date

import pytest

from convert.export.nameplate import entry, issue_line, running_head
from convert.model import Article, Caption, Issue


@pytest.mark.parametrize(
    ("issue", "line"),
    [
        (Issue(), ""),
        (Issue(date=date(2023, 11, 28)), "2023年11月28日　星期二"),
        (Issue(number="9527", publisher="吉林日报社"), "第9527期　吉林日报社"),
        (Issue(number="总第12号"), "总第12号"),
    ],
)
def test_issue_line_holds_what_is_known(issue: Issue, line: str) -> None:
    assert issue_line(issue) == line


def test_running_head_names_paper_and_day() -> None:
    assert running_head(Issue(title="吉林日报", date=date(2023, 11, 28))) == "吉林日报　2023年11月28日"
    assert running_head(Issue()) == ""


def test_photo_item_is_named_in_the_script_of_the_issue() -> None:
    item = Article(blocks=(Caption("图为校园。"),))
    assert entry(item, Issue(language="zh-Hant-TW")) == "圖片新聞"
    assert entry(Article(headline="春天来了"), Issue()) == "春天来了"
