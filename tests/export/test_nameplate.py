"""The head of an edition says what is known, and invents nothing."""

from datetime import date

import pytest

from convert.export.nameplate import entry, issue_line, issue_name, running_head
from convert.model import Article, Caption, Image, Issue, Paragraph


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


def test_article_without_headline_is_named_by_its_text() -> None:
    item = Article(blocks=(Image("a.png"), Paragraph("编辑同志：\n我是一名中学教师，今年秋天来到山里。")))
    assert entry(item, Issue()) == "编辑同志："
    assert entry(Article(blocks=(Paragraph("我" * 30),)), Issue()) == "我" * 20 + "……"


@pytest.mark.parametrize(
    ("issue", "name"),
    [
        (Issue(), "目录"),
        (Issue((Article(headline="故乡"),)), "故乡"),
        (Issue(number="9"), "第9期"),
        (Issue(title="语丝", number="第9期"), "语丝　第9期"),
        (Issue(title="吉林日报", number="9", date=date(2023, 11, 28)), "吉林日报　2023年11月28日"),
    ],
)
def test_a_document_always_has_a_name(issue: Issue, name: str) -> None:
    assert issue_name(issue) == name
