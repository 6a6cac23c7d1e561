"""Golden cases of the cleaner: each in.txt gives its gold, which is a fixed point, and the log leads there."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from convert.report import replay
from convert.rules import clean

CASES = Path(__file__).parents[1] / "cases" / "clean"


def cases(*, negative: bool, gold: bool = False) -> list[object]:
    """The cases; what is known to miss its gold is marked for the test of that."""
    out: list[object] = []
    for file in sorted(CASES.rglob("in.txt")):
        name = file.parent.relative_to(CASES)
        if ("negative" in name.parts) == negative:
            marks = [pytest.mark.xfail(strict=True)] if gold and "known_failures" in name.parts else []
            out.append(pytest.param(file, id=str(name), marks=marks))
    return out


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", cases(negative=False, gold=True))
def test_case_gives_its_gold(file: Path, matches_gold: Callable[[str, Path], None]) -> None:
    matches_gold(clean(read(file)).text.value, file.with_name("in.gold.txt"))


@pytest.mark.parametrize("file", cases(negative=True))
def test_good_text_comes_out_as_it_went_in(file: Path) -> None:
    assert clean(read(file)).text.value == read(file)


@pytest.mark.parametrize("file", [*cases(negative=False), *cases(negative=True)])
def test_cleaning_twice_is_cleaning_once(file: Path) -> None:
    once = clean(read(file)).text.value
    assert clean(once).text.value == once


@pytest.mark.parametrize("file", cases(negative=False))
def test_the_written_log_leads_to_the_cleaned_text(file: Path) -> None:
    cleaned = clean(read(file))
    log = json.loads(json.dumps(cleaned.log.to_json()))
    assert replay(read(file), log) == cleaned.text.value
