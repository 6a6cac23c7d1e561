"""Headlines break at their own spaces and at sense, into lines of like length."""

import pytest

from convert.compose import Setting
from convert.compose.case import Case
from convert.compose.headline import balanced, fitted, nameplate

from .conftest import EmShaper

SETTING = Setting()


def broken(text: str, ems: float, context: str = "") -> list[str]:
    lines = balanced(text, Case(EmShaper(), "hei", SETTING), SETTING, ems * 1000, context)
    return ["".join(p for run in line.runs for p in run.pieces if isinstance(p, str)) for line in lines]


@pytest.mark.parametrize(
    ("text", "ems", "wanted"),
    [
        ("湖区开渔 渔民满载而归", 8, ["湖区开渔 ", "渔民满载而归"]),
        ("牢记嘱托 感恩奋进 全力推动新突破", 12, ["牢记嘱托 感恩奋进 ", "全力推动新突破"]),
        ("湖水解冻，小船出港满载而归", 9, ["湖水解冻，", "小船出港满载而归"]),
        ("月牙湖畔的杂交水稻", 6, ["月牙湖畔的", "杂交水稻"]),
        ("湖区开渔", 8, ["湖区开渔"]),
    ],
)
def test_it_breaks_at_spaces_and_clauses(text: str, ems: float, wanted: list[str]) -> None:
    assert broken(text, ems) == wanted


def test_lines_are_of_like_length_and_none_is_a_single_character() -> None:
    lines = broken("渔民今年满载而归湖区新春开渔", 13)
    assert [len(line) for line in lines] == [7, 7]
    assert all(len(line) > 1 for line in broken("渔民今年满载而归湖区新春开渔", 6))


def test_a_title_in_brackets_is_not_parted() -> None:
    assert "《湖区志》" in "|".join(broken("渔民合力编成《湖区志》今日出版", 9))


def test_what_recurs_in_the_article_is_taken_for_a_word() -> None:
    text, context = "我省选手获得全国冬运会金牌", "冬运会今天开幕，冬运会有四项，运动员在冬运会上。" * 2
    for ems in (7, 8, 9, 10):
        assert any("冬运会" in line for line in broken(text, ems, context))


def test_two_characters_are_spaced_out() -> None:
    (line,) = balanced("目录", Case(EmShaper(), "hei", SETTING), SETTING, 10_000)
    assert line.width == 3000 and line.runs[0].pieces == ["目", 1000.0, "录"]
    (line,) = nameplate("湖区日报", Case(EmShaper(), "hei", SETTING), SETTING, 10_000)
    assert line.width == 4750


def test_a_headline_of_any_length_is_set() -> None:
    assert "".join(broken("湖区开渔" * 400, 10)) == "湖区开渔" * 400


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("湖区选手摘得第十四届冬泳赛金牌", "第十四届"),
        ("湖区渔民今年捕鱼2300吨创新高", "2300吨"),
        ("渔民齐说“早不如巧”传为湖区佳话", "“早不如巧”"),
        ("湖区渔民合力推进生态建设见成效", "建设"),
    ],
)
def test_numbers_quoted_phrases_and_common_words_are_not_parted(text: str, word: str) -> None:
    for ems in (9, 10, 11, 12):
        assert any(word in line for line in broken(text, ems)), ems


def test_of_lines_nearly_alike_the_longer_stands_above() -> None:
    first, second = broken("渔民满载而归湖区喜开渔", 8)
    assert len(first) >= len(second)


def test_a_headline_that_nearly_fits_is_set_smaller() -> None:
    case = Case(EmShaper(), "hei", SETTING)
    lines, size = fitted("渔民满载而归湖区喜开渔节", case, SETTING, 11.4 * 20, 20)
    assert len(lines) == 1 and 17 < size < 20
    lines, size = fitted("渔民满载而归湖区喜开渔节", case, SETTING, 9 * 20, 20)
    assert len(lines) == 2 and size == 20
