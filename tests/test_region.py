"""Script and region of a text, as its characters tell them."""

import pytest

from convert.region import written


@pytest.mark.parametrize(
    ("text", "script", "region", "language"),
    [
        ("全会听取和讨论了工作报告，这是一个开始。", "hans", "mainland", "zh-Hans"),
        ("他們說：「這個國家的發展與過去不同。」我們在臺灣裡面。", "hant", "taiwan", "zh-Hant"),
        ("他們說：「這個時候，大家喺裏面等着，說好了。」", "hant", "hongkong", "zh-Hant-HK"),
        ("本報記者報導", "hans", "mainland", "zh-Hant"),
        ("本报记者报道", "hans", "mainland", "zh-Hans"),
        ("“這個”，“这个”", "mixed", "mainland", "zh-Hans"),
        ("123", "hans", "mainland", "zh-Hans"),
        ("", "hans", "mainland", "zh-Hans"),
    ],
)
def test_script_region_and_language_are_read_from_the_text(text: str, script: str, region: str, language: str) -> None:
    found = written(text)
    assert (found.script, found.region, found.language) == (script, region, language)
