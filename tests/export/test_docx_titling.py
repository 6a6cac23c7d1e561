"""Titles of several lines: of like length, and broken where the sense allows."""

import re

import pytest

from convert.export.docx.titling import Titling


def first_line(text: str, measure: float, size: float) -> str:
    """What Word would put in the first line between the indents."""
    found = re.search(r'w:left="(\d+)" w:right="(\d+)"', Titling(vertical=False).indents(text, measure, size))
    assert found and found[1] == found[2]
    return text[: int((measure - 2 * int(found[1]) / 20) / size)]


@pytest.mark.parametrize(
    "text",
    ["江城春早花满园", "杏花开满江堤 游人结伴踏青", "全市中小学今起恢复户外体育课程", "一条大河波浪宽，风吹稻花香两岸"],
)
def test_lines_are_of_like_length_and_the_first_is_not_the_shorter(text: str) -> None:
    above = first_line(text, (len(text) - 1) * 12, 12).strip()
    below = text.removeprefix(above).strip()
    assert len(below) <= len(above) <= len(below) + 2


def test_a_title_is_broken_at_its_own_space() -> None:
    assert first_line("杏花开满江堤 游人结伴踏青", 12 * 12, 12).strip() == "杏花开满江堤"


def test_short_numbers_take_one_square_in_vertical_titles() -> None:
    vertical, horizontal = (
        Titling(vertical=flag).indents("1998年12月31日夜晚江城灯会记事", 144, 12) for flag in (True, False)
    )
    assert vertical and horizontal


@pytest.mark.parametrize("text", ["短题", "", "Word and Excel", "长" * 200])
def test_what_is_one_line_or_no_title_is_left_alone(text: str) -> None:
    assert Titling(vertical=False).indents(text, 400, 12) == ""
