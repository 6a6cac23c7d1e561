"""The Issue and its JSON form: whatever an Issue holds comes back."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.model import (
    Article,
    Block,
    Byline,
    Furniture,
    Image,
    Issue,
    Paragraph,
    Table,
    issue_from_json,
    issue_to_json,
    text_block,
)

TEXT = st.text("字号，。 “”\n\t<&\U00020bb7", max_size=8)
MAYBE = st.none() | TEXT
KINDS = [cls.kind for cls in get_args(Block) if cls not in (Table, Image)]
BLOCKS = st.one_of(
    st.builds(text_block, st.sampled_from(KINDS), TEXT),
    st.builds(Table, st.lists(st.lists(TEXT, max_size=3).map(tuple), max_size=3).map(tuple)),
    st.builds(Image, TEXT, TEXT),
)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
ARTICLES = st.builds(
    Article, MAYBE, MAYBE, MAYBE, TEXTS, MAYBE, TEXTS, MAYBE, MAYBE, st.lists(BLOCKS, max_size=4).map(tuple)
)
FURNITURE = st.builds(Furniture, st.sampled_from(["folio", "running_head"]), TEXT, MAYBE)
ISSUES = st.builds(
    Issue,
    st.lists(ARTICLES, max_size=3).map(tuple),
    MAYBE,
    MAYBE,
    st.none() | st.dates(),
    MAYBE,
    st.sampled_from(["zh-Hans", "zh-Hant-TW"]),
    st.lists(FURNITURE, max_size=2).map(tuple),
)


@given(ISSUES)
def test_json_holds_all_of_an_issue(issue: Issue) -> None:
    assert issue_from_json(issue_to_json(issue)) == issue


def test_keys_that_are_missing_are_unknown() -> None:
    issue = issue_from_json(
        {"version": 1, "articles": [{"headline": "题", "blocks": [{"kind": "paragraph", "text": "文"}]}]}
    )
    assert issue == Issue((Article("题", blocks=(Paragraph("文"),)),))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], "version 1"),
        ({"version": 2}, "version 1"),
        ({"version": 1, "articles": {}}, "articles"),
        ({"version": 1, "title": 5}, "title"),
        ({"version": 1, "date": "yesterday"}, "yesterday"),
        ({"version": 1, "articles": [{"blocks": [{"kind": "poem", "text": ""}]}]}, r"articles\[0\]\.blocks\[0\]"),
        ({"version": 1, "articles": [{"deck": ["副题", 3]}]}, r"articles\[0\]"),
        ({"version": 1, "furniture": [{"kind": "poster"}]}, r"furniture\[0\]"),
    ],
)
def test_what_is_no_issue_is_refused_with_its_place(data: object, place: str) -> None:
    with pytest.raises(ValueError, match=place):
        issue_from_json(data)


def test_dates_are_iso() -> None:
    assert issue_to_json(Issue(date=date(1951, 3, 9)))["date"] == "1951-03-09"


def test_bylines_between_titles_and_text_belong_to_the_head() -> None:
    blocks = (Byline("张三"), Byline("李四"), Paragraph("好。"), Byline("王五"))
    assert Article("题", blocks=blocks).leading_bylines == blocks[:2]
    assert Article(kicker="引题", blocks=blocks[:1]).leading_bylines == blocks[:1]
    assert Article(blocks=blocks).leading_bylines == ()


def test_blocks_of_two_kinds_are_never_equal() -> None:
    assert text_block("caption", "好。") != text_block("credit", "好。")
