"""Golden cases: from a cleaned text to the Issue that a reader sees in it."""

import json
from pathlib import Path
from typing import Any

from convert.model import issue_from_json, issue_to_json
from convert.structure import check_coverage, parse

CASES = Path(__file__).parents[1] / "cases"


def articles(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The articles of an Issue in JSON, keys that may be left out filled in."""
    return issue_to_json(issue_from_json({"version": 1, **data}))["articles"]


def test_the_sample_is_read_right_from_its_gold_text() -> None:
    """The seven items of the sample issue, cleaned by people: parsing alone is on trial."""
    name = "jilin-2023-11-28"
    text = (CASES / "clean" / name / "in.gold.txt").read_text(encoding="utf-8")
    gold = json.loads((CASES / "parse" / name / "in.gold.json").read_text(encoding="utf-8"))
    issue = parse(text).issue
    assert articles(issue_to_json(issue)) == articles(gold)
    check_coverage(text, (), issue)
