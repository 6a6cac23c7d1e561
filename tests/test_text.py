"""Edits, their application, and the way back from a cleaned character to its place in the raw file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.text import Edits, Text, apply


def spans(draw: st.DrawFn, length: int) -> list[tuple[int, int, str]]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=12)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return [(a, b, draw(st.text("甲乙，\n", max_size=3))) for a, b in pairs]


@st.composite
def edited(draw: st.DrawFn) -> Text:
    """A text after up to three passes of arbitrary edits."""
    text = Text.of(draw(st.text("天地玄黄，。 \n", max_size=40)))
    for n in range(draw(st.integers(0, 3))):
        text = apply(text, Edits(f"pass-{n}", spans(draw, len(text.value)), text.value))
    return text


def test_edits_replace_from_left_to_right() -> None:
    text = Text.of("全会在长\n\n春举行 。")
    text = apply(text, Edits("broken-paragraph", [(4, 6, "")], text.value))
    text = apply(text, Edits("stray-space", [(7, 8, "")], text.value))
    assert text.value == "全会在长春举行。"
    assert text.position(4) == (3, 1)  # 春
    assert text.position(7) == (3, 5)  # 。


@pytest.mark.parametrize("bad", [[(3, 2, "")], [(0, 99, "")], [(2, 4, ""), (3, 5, "")], [(4, 5, ""), (1, 2, "")]])
def test_edits_out_of_order_are_refused(bad: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="out of order"):
        Edits("rule", bad, "天地玄黄宇宙")


@given(edited())
def test_every_character_has_a_place_in_the_raw_text(text: Text) -> None:
    offsets = [text.raw_offset(i) for i in range(len(text.value))]
    assert offsets == sorted(offsets)
    assert all(0 <= o <= len(text.raw) for o in offsets)


@given(edited())
def test_untouched_characters_map_to_themselves(text: Text) -> None:
    touched = "".join(r for edits in text.history for r in edits.replacements)
    for i, ch in enumerate(text.value):
        if ch not in touched:
            assert text.raw[text.raw_offset(i)] == ch


@given(edited())
def test_positions_in_bulk_are_those_asked_one_by_one(text: Text) -> None:
    offsets = list(range(len(text.value)))
    assert list(text.positions(offsets, len(text.history))) == [text.position(i) for i in offsets]
