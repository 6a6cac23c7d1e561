"""The table of characters of one script is what its program makes, and holds no character that both scripts use."""

import runpy
from pathlib import Path

import pytest

from convert.rules import variants

ROOT = Path(__file__).parents[2]


def test_the_table_is_what_its_program_makes(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(ROOT / "tests/benchmarks/script_table.py"), run_name="__main__")
    assert capsys.readouterr().out == (ROOT / "convert/rules/variants.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("ch", "后里发干面余征台只系云了乾著於鍾昇噁蒐")
def test_characters_of_both_scripts_are_not_in_it(ch: str) -> None:
    assert ch not in variants.HANT_ONLY
    assert ch not in variants.HANS_SINGLE


def test_each_character_has_one_counterpart() -> None:
    assert len(variants.HANT_ONLY) == len(variants.HANT_AS_HANS)
    assert len(variants.HANS_SINGLE) == len(variants.HANS_AS_HANT)
    assert not set(variants.HANT_ONLY) & set(variants.HANT_AS_HANS)
