"""Golden cases: from a raw text to the Issue that a reader sees in it.

Each case is one issue in up to three layouts: in.txt with blank lines between blocks, in.indents.txt with indented
paragraphs and no blank lines, in.blocks.txt with a block a line and nothing else to go by. All have one gold.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from convert.model import Issue, issue_from_json, issue_to_json
from convert.rules import clean
from convert.structure import check_coverage, parse
from convert.text import Text

CASES = Path(__file__).parents[1] / "cases"
PARSE = sorted((CASES / "parse").glob("*/in*.txt"))
# What the text alone does not decide, or kanben does not see yet.
KNOWN_FAILURES = sorted((CASES / "parse" / "known_failures").glob("*/in*.txt"))


def as_json(issue: Issue | dict[str, Any]) -> str:
    """An Issue without its furniture (the cleaner's matter) and keys that old gold leaves out filled in."""
    if not isinstance(issue, Issue):
        issue = issue_from_json({"version": 1, **issue})
    data = issue_to_json(issue)
    del data["furniture"]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def articles(issue: Issue | dict[str, Any]) -> Any:
    return json.loads(as_json(issue))["articles"]


@pytest.mark.parametrize("source", PARSE, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_issue_is_the_one_a_reader_sees(source: Path, matches_gold: Callable[[str, Path], None]) -> None:
    cleaned = clean(Text.of(source.read_text(encoding="utf-8")))
    issue = parse(cleaned.text, furniture=cleaned.furniture).issue
    check_coverage(cleaned.text, cleaned.furniture, issue)
    gold = source.with_name("in.gold.json")
    if (source.parent / "BY_HAND").exists():
        assert articles(issue) == articles(json.loads(gold.read_text(encoding="utf-8")))
    else:
        matches_gold(as_json(issue), gold)


@pytest.mark.xfail(strict=True, reason="known failure", raises=AssertionError)
@pytest.mark.parametrize("source", KNOWN_FAILURES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_what_is_not_read_right_yet(source: Path) -> None:
    cleaned = clean(Text.of(source.read_text(encoding="utf-8")))
    issue = parse(cleaned.text, furniture=cleaned.furniture).issue
    check_coverage(cleaned.text, cleaned.furniture, issue)
    assert as_json(issue) == source.with_name("in.gold.json").read_text(encoding="utf-8")


def test_the_sample_is_read_right_from_its_gold_text() -> None:
    """The seven items of the sample issue, cleaned by people: parsing alone is on trial."""
    name = "jilin-2023-11-28"
    text = (CASES / "clean" / name / "in.gold.txt").read_text(encoding="utf-8")
    gold = json.loads((CASES / "parse" / name / "in.gold.json").read_text(encoding="utf-8"))
    issue = parse(text).issue
    assert articles(issue) == articles(gold)
    check_coverage(text, (), issue)
