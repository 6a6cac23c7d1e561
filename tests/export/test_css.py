"""The style sheets: Chinese text on screens, with nothing that would stand in a reader's own way."""

import re

import pytest

from convert.export.css import physical, text_css
from convert.style import REGIONS


@pytest.mark.parametrize("vertical", [False, True])
def test_no_size_is_fixed_and_no_colour_named(vertical: bool) -> None:
    sheet = text_css(REGIONS["hans"], vertical)
    assert not re.search(r"font-size: [\d.]+(?:px|pt|cm|mm)", sheet)
    assert not re.search(r"(?<![-\w])(?:color|background)\b(?!: inherit)", sheet)


def test_older_names_come_before_the_newer_ones() -> None:
    sheet = text_css(REGIONS["hans"], vertical=False)
    for older, newer in (
        ("text-justify: inter-ideograph", "text-justify: inter-character"),
        ("-epub-line-break: strict", "; line-break: strict"),
        ("text-spacing: trim-start", "text-spacing-trim: trim-start"),
        ("word-wrap: break-word", "overflow-wrap: break-word"),
    ):
        assert 0 < sheet.index(older) < sheet.index(newer)


def test_marks_hang_in_simplified_text_alone() -> None:
    assert "hanging-punctuation: allow-end" in text_css(REGIONS["hans"], vertical=False)
    for name in ("hant", "tw", "hk"):
        assert "hanging-punctuation: none" in text_css(REGIONS[name], vertical=False)


def test_sides_turn_with_the_text() -> None:
    sheet = "p { margin-inline-start: 2em; padding-block-start: 1em }"
    assert physical(sheet, vertical=False) == "p { margin-left: 2em; padding-top: 1em }"
    assert physical(sheet, vertical=True) == "p { margin-top: 2em; padding-right: 1em }"
    assert not re.search("-(?:block|inline)-", text_css(REGIONS["tw"], vertical=True).replace("inline-block", ""))


def test_a_long_word_in_a_headline_ends_with_its_line() -> None:
    assert ".clause { display: inline-block; max-width: 100%" in text_css(REGIONS["hans"], vertical=False)
    assert ".clause { display: inline-block; max-height: 100%" in text_css(REGIONS["hans"], vertical=True)
