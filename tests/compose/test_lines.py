"""Lines after CLREQ, in type of 1 em: where they break, what gives way, and that nothing is lost."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.compose import Line, Setting, break_lines, prepare
from convert.compose.case import Case
from convert.compose.kinds import kind_of

from .conftest import EmShaper

Drawn = Callable[..., str]
Set = Callable[..., list[Line]]


def extras(line: Line) -> list[float]:
    return [round(p) for run in line.runs for p in run.pieces if not isinstance(p, str)]


def test_a_paragraph_is_indented_and_set_solid(drawn: Drawn) -> None:
    assert drawn("春天来了湖水解冻小船出港", 6, indent=2) == "□□春天来了\n湖水解冻小船\n出港"


def test_no_mark_begins_a_line(drawn: Drawn) -> None:
    assert drawn("一二三四五六，七八九", 6) == "一二三四五\n六，七八九"
    assert drawn("一二三四五六七，八九", 8).split("\n")[0] == "一二三四五六七，"


def test_no_opening_bracket_ends_a_line(drawn: Drawn) -> None:
    assert drawn("一二三四五《六七八》九十", 6).split("\n")[0] == "一二三四五"


def test_a_mark_at_a_lines_end_takes_half_an_em(set_type: Set) -> None:
    first = set_type("一二三四五，六七八九", 6)[0]
    assert first.end == 6 and first.width == 6000  # the half em is spread over the line
    assert first.runs[0].spacing == pytest.approx(100)


def test_reduction_comes_before_expansion(set_type: Set) -> None:
    # Six and a half em with the mark trimmed: the comma within gives the half em that is wanted.
    line = set_type("一，二三四五六七八九", 6)[0]
    assert line.width == 6000
    line = set_type("一，二三四五。六七八九", 6)[0]
    assert line.end == 7 and extras(line) == [-500]


def test_adjacent_marks_take_an_em_and_a_half(set_type: Set) -> None:
    assert set_type("他说：“是的。”", 20)[0].width == 8000 - 500 - 500 - 500
    assert set_type("一」「二", 20)[0].width == 4000 - 500


def test_an_opening_bracket_at_a_lines_start_loses_its_front_half(set_type: Set) -> None:
    assert set_type("“是”他", 20, indent=2)[0].runs[0].x == 1500


def test_han_and_western_stand_a_quarter_em_apart(set_type: Set) -> None:
    assert set_type("在2023年", 20)[0].width == 1000 + 250 + 2000 + 250 + 1000
    assert set_type("在 2023 年", 20)[0].width == 1000 + 250 + 2000 + 250 + 1000
    assert set_type("（2023）", 20)[0].width == 500 + 2000 + 500  # none beside Chinese marks
    first = set_type("在三月四日2023年", 5)[0]
    assert first.width == 5000 and extras(first) == []  # none at a line's end


def test_dashes_ellipses_and_numbers_are_not_parted(drawn: Drawn) -> None:
    assert drawn("一二三四五——六七八", 6) == "一二三四五\n——六七八"
    assert drawn("一二三四五……六七八", 6) == "一二三四五\n……六七八"
    assert drawn("一二三四五30%六七八", 6) == "一二三四五\n30%六七八"
    assert drawn("一二三四五$100六七八", 6) == "一二三四五\n$100六七八"


def test_a_note_mark_stays_with_its_word(drawn: Drawn) -> None:
    assert drawn("一二三四五六〔1〕七八", 6).split("\n")[0] == "一二三四五"


def test_no_last_line_of_one_character(drawn: Drawn) -> None:
    assert drawn("一二三四五六七八九十甲。", 10) == "一二三四五六七八九\n十甲。"
    assert drawn("一，二三，四五六七八。", 10) == "一，二三，四五六七八。"  # squeezed in


def test_a_url_breaks_at_its_own_marks(drawn: Drawn) -> None:
    assert drawn("https://example.org/archive/2023/index.html", 10).split("\n")[0] == "https://example.org/"


def test_strict_keeps_dashes_from_a_lines_start(drawn: Drawn) -> None:
    assert drawn("一二三四五——六七", 5, setting=Setting(level="strict")).split("\n")[1][0] == "五"


def test_taiwan_leaves_marks_their_squares(set_type: Set) -> None:
    setting = Setting(glyphs="tc", adjust=False)
    assert set_type("他說：「是的。」", 20, setting=setting)[0].width == 8000
    assert set_type("一二三四五，六七八九", 6, setting=setting)[0].runs[0].spacing == 0


def test_hong_kong_squeezes_centred_marks_on_both_sides(set_type: Set) -> None:
    setting = Setting(glyphs="tc")
    line = set_type("一，二三，四五。六七八", 7, setting=setting)[0]
    assert line.runs[0].pieces == ["一", -187.5, "，", -187.5, "二三", -187.5, "，", -187.5, "四五。"]


def test_hanging_marks_stand_outside_the_measure(set_type: Set) -> None:
    setting = Setting(hanging=True)
    first = set_type("一二三四五六，七八九十", 6, setting=setting)[0]
    assert first.end == 7 and first.width == 6000 and extras(first) == []
    in_traditional = Setting(glyphs="tc", adjust=False, hanging=True)
    assert set_type("一二三四五六，七八九十", 6, setting=in_traditional)[0].end == 5


def test_short_numbers_stand_upright_in_vertical_lines(set_type: Set) -> None:
    setting = Setting(vertical=True)
    assert set_type("在28日", 20, setting=setting)[0].width == 3000
    assert set_type("在2023年", 20, setting=setting)[0].width == 1000 + 250 + 2000 + 250 + 1000


def test_lines_before_a_long_word_share_its_white(set_type: Set) -> None:
    text = "春天来了湖水解冻小船出港渔民满载而归今年收成好在Constantinople靠岸"
    lines = set_type(text, 10, indent=2)
    assert max(run.spacing for line in lines for run in line.runs) < 300  # 800 if the last line but one had it all
    assert all(line.width == pytest.approx(10_000, abs=20) for line in lines[:-1])


def test_a_ratio_is_a_number(drawn: Drawn) -> None:
    assert drawn("一二三四五6∶10胜出", 6) == "一二三四五\n6∶10胜出"


def test_a_dash_does_not_run_into_the_numeral_one(set_type: Set) -> None:
    assert set_type("——一个渔村", 20)[0].width == 6000 + 200


def test_what_no_font_shows_is_left_out(drawn: Drawn) -> None:
    assert drawn("春\x00天\ud800来", 10) == "春天\ufffd来"
    assert drawn("春\u2028天", 10) == "春 天"


def test_a_soft_hyphen_takes_no_room_beside_han(set_type: Set) -> None:
    assert set_type("春天\u00ad来了", 20)[0].runs[0].pieces == ["春天\u00ad来了"]


def test_a_paragraph_of_any_length_takes_time_in_proportion(set_type: Set) -> None:
    lines = set_type("春天2023年来了，湖水ab解冻；" * 20000, 17)
    assert lines[-1].end == len("春天2023年来了，湖水ab解冻；") * 20000


def test_taiwan_squeezes_spacing_and_not_marks(set_type: Set) -> None:
    setting = Setting(glyphs="tc", adjust=False)
    line = set_type("一，二2a三b四，五六七八", 8, setting=setting)[0]
    assert line.width == 8000 and extras(line) and min(extras(line)) > 0  # less than a quarter em, but no mark


TEXT = st.text("春夏秋冬天地玄黄，。、；：？！“”‘’（）《》—…·～/ab1290 %$.-々", min_size=1, max_size=80)


@given(TEXT, st.integers(4, 24), st.sampled_from(["none", "basic", "gb", "strict"]), st.booleans())
@settings(max_examples=300)
def test_nothing_is_lost_and_no_line_is_over_full(text: str, ems: int, level: str, adjust: bool) -> None:
    setting = Setting(level=level, adjust=adjust)
    prepared = prepare(text, Case(EmShaper(), "song", setting), setting)
    lines = break_lines(prepared, ems * 1000, 2000)
    assert "".join(c.text for c in prepared.clusters) == text
    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
    assert lines[-1].end == len(prepared.clusters)
    for line in lines:
        codes = "".join(p for run in line.runs for p in run.pieces if isinstance(p, str))
        assert codes == "".join(c.code for c in prepared.clusters[line.start : line.end])
        assert line.width <= ems * 1000 + 1 or line.end - line.start == 1


@given(st.text("春夏秋冬天地玄黄宇宙洪荒" * 3 + "，。、“”《》", min_size=30, max_size=120), st.integers(12, 24))
@settings(max_examples=200)
def test_prohibitions_hold_and_full_lines_are_flush(text: str, ems: int) -> None:
    setting = Setting()
    prepared = prepare(text, Case(EmShaper(), "song", setting), setting)
    lines = break_lines(prepared, ems * 1000)
    for line in lines[:-1]:
        if any(len(run) > 3 for run in _mark_runs(text)):
            return  # such rows may be parted, as a last resort
        assert kind_of(text[line.end]) not in "CPS", "a mark begins a line"
        assert kind_of(text[line.end - 1]) != "O", "an opening bracket ends a line"
        assert line.width == pytest.approx(ems * 1000, abs=20)


def _mark_runs(text: str) -> list[str]:
    return "".join(ch if kind_of(ch) in "OCPS" else " " for ch in text).split()
