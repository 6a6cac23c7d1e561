"""What clean() itself promises: words that are kept, rules that are chosen, the context that rules are given."""

import pytest

from convert.config import CleanSettings
from convert.errors import UsageError
from convert.rules import clean
from convert.rules.context import resolve, spans_of


@pytest.mark.parametrize(
    ("text", "script", "profile"),
    [
        ("全会听取和讨论了工作报告，这是一个开始。", "hans", "mainland"),
        ("他們說：「這個國家的發展與過去不同。」我們在臺灣裡面。", "hant", "taiwan"),
        ("他們說：「這個時候，大家喺裏面等着，說好了。」", "hant", "hongkong"),
        ("123", "hans", "mainland"),
    ],
)
def test_script_and_profile_are_read_from_the_text(text: str, script: str, profile: str) -> None:
    context = resolve(text, CleanSettings())
    assert (context.script, context.profile) == (script, profile)


def test_a_profile_that_was_set_is_not_read_from_the_text() -> None:
    assert resolve("他們說：「這個國家。」", CleanSettings(profile="mainland")).profile == "mainland"


def test_kept_words_are_found_and_merged() -> None:
    assert spans_of("范仲淹仲淹范", ["范仲淹", "仲淹范"]) == [(0, 3), (3, 6)]
    assert spans_of("甲乙丙丁", ["甲乙丙", "乙丙丁", ""]) == [(0, 4)]


def test_an_unknown_rule_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="unknown rule"):
        clean("甲", CleanSettings(select=("no-such-rule",)))
