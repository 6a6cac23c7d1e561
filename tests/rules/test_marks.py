"""The rules of characters, spaces and marks beyond their own examples: settings, profiles, context, odd input."""

import time

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.config import CleanSettings, Profile, Spacing
from convert.rules import RULES, Rule, clean
from convert.rules.variants import HANS_MANY, HANS_SINGLE
from convert.text import Confidence

NOT_OURS = {"broken-paragraph", "paragraph-form", "page-furniture"}
OURS = [rule for rule in RULES if rule.id not in NOT_OURS]
WORDS = [
    "约翰.史密斯",
    "这个时候，",
    "這個時候，",
    "&amp;",
    "<p>",
    "**",
    "http://a.cn/",
    "8:30",
    "1,000",
    "「好」",
    "--",
    "...",
]
SINGLE = (
    "一二张說气氣国國的AbZ109,.;:?!()（）\"'“”‘’「」《》〈〉-—…。，；：？！、 \u3000\u00a0\n|_[]~·%\u200b⽂１．&#*<>"
)
PIECES = st.sampled_from([*SINGLE, *WORDS])


def alone(text: str, *rules: str) -> str:
    return clean(text, CleanSettings(select=rules)).text.value


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.id)
@settings(max_examples=30)
@given(pieces=st.lists(PIECES, max_size=25))
def test_any_text_is_taken_and_the_log_leads_back(rule: Rule, pieces: list[str]) -> None:
    clean("".join(pieces), CleanSettings(select=(rule.id,)))  # the guard replays the log


@pytest.mark.parametrize(
    ("spacing", "after"),
    [
        ("keep", "共 20 家，GDP增长3%，名为Linux 的系统"),
        ("none", "共20家，GDP增长3%，名为Linux的系统"),
        ("thin", "共\u200920\u2009家，GDP\u2009增长\u20093%，名为\u2009Linux\u2009的系统"),
    ],
)
def test_spacing_between_chinese_and_western_is_a_setting(spacing: Spacing, after: str) -> None:
    text = "共 20 家，GDP增长3%，名为Linux 的系统"
    assert clean(text, CleanSettings(select=("western-spacing",), spacing=spacing)).text.value == after


@pytest.mark.parametrize(
    ("profile", "after"),
    [("mainland", "她说：“好的。”"), ("taiwan", "她说：「好的。」"), ("hongkong", "她说：「好的。」")],
)
def test_straight_quotes_become_those_of_the_profile(profile: Profile, after: str) -> None:
    assert clean('她说："好的。"', CleanSettings(select=("straight-quote",), profile=profile)).text.value == after


@pytest.mark.parametrize("profile", ["mainland", "taiwan", "hongkong", "auto"])
def test_corner_brackets_and_centred_dots_stay_in_every_profile(profile: Profile) -> None:
    text = "他說：「我讀過『紅樓夢』。」這是艾倫·圖靈的話——他的原話……\n"
    assert clean(text, CleanSettings(profile=profile)).text.value == text


def test_a_stray_character_needs_a_text_of_the_other_script_around_it() -> None:
    around = "这个时候我们来到这里，对国家发展进行了讨论。"
    assert alone(around + "他的勇氣令人敬佩。", "stray-script").endswith("他的勇气令人敬佩。")
    assert alone("勇氣", "stray-script") == "勇氣"
    passage = around + "碑上刻着學而時習之不亦說乎几个大字。"
    assert alone(passage, "stray-script") == passage


def test_a_word_that_the_text_prefers_is_no_stray_one() -> None:
    text = "這個時候我們說中国的經濟發展，中国與臺灣的關係，中国對會議的態度，中国開會時的講話，還有許多別的問題。"
    assert alone(text, "stray-script") == text


def test_kept_words_are_left_alone() -> None:
    text = "这个时候我们来到这里，对国家发展进行了讨论。店名叫勇氣书店，开张了。"
    assert "勇氣书店" in clean(text, keep_words=["勇氣书店"]).text.value
    assert "勇气书店" in clean(text).text.value


def test_quotes_are_paired_over_a_paragraph_and_a_missing_one_is_told() -> None:
    findings = clean(
        '他说:"第一句."又说:"第二句.\n', CleanSettings(select=("straight-quote", "unpaired-mark"))
    ).findings
    assert [(f.rule, f.confidence, f.column) for f in findings if f.rule == "unpaired-mark"] == [
        ("unpaired-mark", Confidence.DOUBTFUL, 13)
    ]
    assert all(f.confidence is Confidence.LIKELY for f in findings if f.rule == "straight-quote")


@pytest.mark.parametrize(
    "mark", ["(", '"', " ", "“", "-", ".", "|", "《", "\u3000", "。", "*", "&", "<", "[", "'", "一"]
)
def test_a_row_of_one_mark_costs_no_more_than_prose(mark: str) -> None:
    """Wide margins: this is to notice a quadratic rule, not a slow machine."""
    for rule in OURS:
        start = time.perf_counter()
        alone("他说" + mark * 60_000, rule.id)
        assert time.perf_counter() - start < 2.0, rule.id


def test_a_heading_set_wide_closes_up_and_its_neighbours_stay() -> None:
    text = "全 会 公 报 摘 要\n本报记者 张 三\n会议在长春举行，会期两天。\n"
    assert alone(text, "spaced-text") == "全会公报摘要\n本报记者 张 三\n会议在长春举行，会期两天。\n"


def test_short_and_western_lines_follow_the_spaced_text_around_them() -> None:
    text = (
        "全 会 由 省 委 主 持 ， 会 议 在 长 春 举 行\nL i n u x 2 01 7 年\n并 听 取 了 工 作 报 告 ， 会 期 两 天 。"
    )
    assert alone(text, "spaced-text").split("\n")[1] == "Linux2017年"


def test_a_simplified_character_with_several_counterparts_is_only_reported() -> None:
    text = "這個時候我們來到這裡，對國家的发展進行了討論，說了許多話。"
    cleaned = clean(text, CleanSettings(select=("stray-script",)))
    assert cleaned.text.value == text
    assert [(f.before, f.confidence) for f in cleaned.findings] == [("发", Confidence.DOUBTFUL)]


def test_forms_that_hong_kong_prints_are_no_strays() -> None:
    text = "這個時候我們來到這裏，有恒產者有恒心，樓市情况與温度都不同，税收撑起國家的發展，山脉蜕變，對此進行了討論。"
    assert not clean(text, CleanSettings(select=("stray-script",))).findings


@pytest.mark.parametrize("target", ["t2hk", "t2tw"])
def test_no_form_that_a_region_prints_is_a_stray_one(target: str) -> None:
    convert = opencc.OpenCC(target).convert
    own = {form for ch in map(chr, range(0x4E00, 0xA000)) if (form := convert(ch)) != ch}
    assert own.isdisjoint(HANS_SINGLE + HANS_MANY)


@settings(max_examples=200)
@given(pieces=st.lists(PIECES, max_size=12))
def test_marks_that_were_cleaned_stay(pieces: list[str]) -> None:
    """Cleaning a line twice is cleaning it once, whatever marks stand in it."""
    line = "这个时候我们来到这里，对国家发展进行了讨论" + "".join(pieces).replace("\n", "") + "并作出了决定。\n"
    once = clean(line).text.value
    assert clean(once).text.value == once
