"""What a line shows: its width as set, its indent, its blank lines before, and how it ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert import chars
from convert.lines import Tail, lines_of, tail, tails, width


def test_lines_know_their_place_indent_and_blank_lines() -> None:
    lines = lines_of("第一行\n\n \n\u3000\u3000第二行 \n第三行")
    assert [(line.start, line.indent, line.body, line.width, line.blanks_before) for line in lines] == [
        (0, "", "第一行", 6, 0),
        (7, "\u3000\u3000", "第二行", 10, 2),
        (14, "", "第三行", 6, 0),
    ]
    assert lines[1].end == 12


@pytest.mark.parametrize(
    "text", ["", "全会在长春举行。", "“五个合作”……", "Linus T.", "𠮷野家", "嘅喺咗", "ｶﾅ", "é6∼9•÷"]
)
def test_width_is_that_of_the_characters(text: str) -> None:
    assert width(text) == chars.width(text)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("全会在长春举行。", Tail.ENDED),
        ("“全会在长春举行。”", Tail.ENDED),
        ("具有下列情形之一的：", Tail.ENDED),
        ("（见第三版）", Tail.CUT),
        ("The museum is open on all days.", Tail.ENDED),
        ("作者为美国的George W.", Tail.CUT),
        ("约为太阳的2.", Tail.CUT),
        ("以更加昂扬的斗", Tail.CUT),
        ("深入学习《情热大陆》", Tail.CUT),
        ("面对复杂严峻的外部环境，", Tail.OPEN),
        ("与贯彻2015年（", Tail.OPEN),
        ("全会在长春举行.", Tail.ENDED),
        ("Linus T.", Tail.CUT),
    ],
)
def test_how_a_line_ends(body: str, kind: Tail) -> None:
    assert tail(body) is kind


@given(st.lists(st.text("字春a1é. \t，。：、“”）)】（([{①〕]】!\"'…", min_size=1, max_size=8), max_size=12))
def test_columns_of_lines_are_what_each_line_is_by_itself(pieces: list[str]) -> None:
    bodies = [body for piece in pieces if (body := piece.strip(chars.BLANKS))]
    assert tails(bodies) == [tail(body) for body in bodies]
    lines = lines_of("\n".join(pieces))
    assert [line.body for line in lines] == bodies
    assert [line.width for line in lines] == [width(line.indent) + width(line.body) for line in lines]
