"""Looking again near a change only: what is found there is what a look at the whole text finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.rules import RULES, Context, Rule
from convert.rules.settling import changes, find_near
from convert.text import Edits, Span, Text, apply

PARAGRAPHS = 1_000  # characters: what is looked at for joins is wide, and near enough
LOCAL = [rule for rule in RULES if rule.reach is not None and rule.reach < PARAGRAPHS]
WORDS = [
    *("全会强调", "（甲", "乙)", "(丙", "“丁", "'戊'", "《己", "》", "12", "abc", "。"),
    *(",", ".", "...", "--", "~", "|", " ", "\n\n"),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
FILLER = "全会听取和讨论了工作报告。\n\n" * 300  # more than these rules look at


def places(text: str, rule: Rule) -> list[tuple[int, int, str]]:
    return [(found[0], found[1], found[2]) for found in rule.find(text, Context())]


@pytest.mark.parametrize("rule", LOCAL, ids=lambda rule: rule.id)
@given(TEXTS)
def test_near_a_change_a_rule_finds_what_it_finds_in_the_whole_text(rule: Rule, middle: str) -> None:
    text = f"{FILLER}{middle}\n\n{FILLER}"
    changed = [Span(len(FILLER), len(FILLER) + len(middle))]
    found = [(one[0], one[1], one[2]) for one in find_near(rule, text, Context(), changed)]
    assert found == [one for one in places(text, rule) if len(FILLER) <= one[1] and one[0] <= changed[0].end]


def test_changes_are_followed_through_later_passes() -> None:
    text = Text.of("天地玄黄宇宙洪荒")
    text = apply(text, Edits("first", [(2, 3, "，，")], text.value))
    text = apply(text, Edits("second", [(0, 1, "")], text.value))
    assert changes(text.history) == [(0, 0), (1, 3)]
    assert changes(text.history, {"first"}) == [(1, 3)]
    assert text.value[1:3] == "，，"
    assert changes(text.history[2:]) == []


def test_many_changes_are_not_followed() -> None:
    value = "字" * 5_000
    text = apply(Text.of(value), Edits("many", [(i, i + 1, "") for i in range(0, 5_000, 2)], value))
    assert changes(text.history) is None
