"""Every rule of the table does what its own examples say."""

import re

import pytest

from convert.config import CleanSettings
from convert.rules import RULES, Context, Rule, clean

CHANGES = [pytest.param(rule, *pair, id=f"{rule.id}-{n}") for rule in RULES for n, pair in enumerate(rule.changes)]
KEEPS = [pytest.param(rule, text, id=f"{rule.id}-{n}") for rule in RULES for n, text in enumerate(rule.keeps)]

REPORTS = [pytest.param(rule, text, id=f"{rule.id}-{n}") for rule in RULES for n, text in enumerate(rule.reports)]


def alone(rule: Rule, text: str) -> str:
    return clean(text, CleanSettings(select=(rule.id,))).text.value


@pytest.mark.parametrize(("rule", "before", "after"), CHANGES)
def test_rule_changes(rule: Rule, before: str, after: str) -> None:
    assert alone(rule, before) == after


@pytest.mark.parametrize(("rule", "text"), KEEPS)
def test_rule_keeps(rule: Rule, text: str) -> None:
    assert alone(rule, text) == text


@pytest.mark.parametrize(("rule", "text"), REPORTS)
def test_rule_reports(rule: Rule, text: str) -> None:
    cleaned = clean(text, CleanSettings(select=(rule.id,)))
    assert cleaned.text.value == text
    assert [finding.rule for finding in cleaned.findings] == [rule.id]


@pytest.mark.parametrize(("rule", "text"), KEEPS)
def test_rule_has_nothing_to_say_of_what_it_keeps(rule: Rule, text: str) -> None:
    assert not clean(text, CleanSettings(select=(rule.id,))).findings


def test_ids_are_unique_and_examples_are_there() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.id == rule.id.lower().replace(" ", "-")
        assert rule.changes or rule.reports
        assert len(rule.keeps) >= 2, rule.id


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.seeks], ids=lambda rule: rule.id)
def test_what_a_rule_seeks_stands_in_whatever_it_changes_or_reports(rule: Rule) -> None:
    sought = re.compile(f"[{rule.seeks}]")
    texts = [*(before for before, _ in rule.changes), *rule.reports]
    assert all(sought.search(text) for text in texts)
    everything = "全".join(map(chr, (*range(0xD800), *range(0xD800, 0xDC00), *range(0xE000, 0x30000), 0x100000)))
    found = [text[edit[0] : edit[1]] for text in (everything, *texts) for edit in rule.find(text, Context())]
    assert found
    assert all(map(sought.search, found))
