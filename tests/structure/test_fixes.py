"""A person's corrections: found by their words, carried out, and reported where they no longer fit."""

import pytest

from convert.config import Config, Fix
from convert.model import Image
from convert.structure import apply_fixes, check_coverage, parse
from convert.text import Text

TEXT = """昨夜大雨

山路被冲毁

本报讯（记者张三）昨夜一场大雨冲毁了通往青石

村的山路，三百多名村民出行受阻。当地组织抢修。

预计明天恢复通行。
"""


def fixed(*fixes: Fix) -> str:
    text, findings = apply_fixes(Text.of(TEXT), fixes)
    assert not findings
    return text.value


def test_join_takes_the_break_out() -> None:
    assert "通往青石村的山路" in fixed(Fix("青石", after="村的山路"))
    assert "通往青石村的山路" in fixed(Fix("青石村"))


def test_break_begins_a_paragraph() -> None:
    assert "受阻。\n\n当地组织抢修。" in fixed(Fix("当地组织", action="break"))


def test_replace_changes_the_words() -> None:
    assert "四百多名村民" in fixed(Fix("三百", before="的山路，", after="多名", action="replace", value="四百"))


def test_small_changes_of_the_neighbours_do_not_matter() -> None:
    assert "通往青石村" in fixed(Fix("青石", before="昨天一场大雨冲毁了通往", after="村的山路，四百多名"))


@pytest.mark.parametrize(
    "fix",
    [
        Fix("大雪", action="replace", value="大雨"),  # nowhere
        Fix("大雨", action="replace", value="暴雨"),  # twice
        Fix("大雪", action="role", value="deck"),
        Fix("预计明天", action="role", value="no-such-role"),
    ],
)
def test_what_does_not_fit_is_reported_and_changes_nothing(fix: Fix) -> None:
    text, findings = apply_fixes(Text.of(TEXT), [fix])
    parsed = parse(text, config=Config(fixes=(fix,)))
    assert text.value == TEXT
    assert [f.rule for f in (*findings, *parsed.findings) if f.rule == "fix"] == ["fix"]


def test_of_two_fixes_for_one_place_the_later_is_reported() -> None:
    fixes = [Fix("三百多名", action="replace", value="四百名"), Fix("多名村民", action="replace", value="余人")]
    text, findings = apply_fixes(Text.of(TEXT), fixes)
    assert "四百名村民" in text.value
    assert [finding.before for finding in findings] == ["多名村民"]


def test_roles_outweigh_all_evidence() -> None:
    fixes = (Fix("昨夜大雨", action="role", value="headline"), Fix("预计明天", action="role", value="editors_note"))
    issue = parse(TEXT, config=Config(fixes=fixes)).issue
    assert (issue.articles[0].headline, issue.articles[0].deck) == ("昨夜大雨", ("山路被冲毁",))
    assert issue.articles[0].blocks[-1].kind == "editors_note"
    check_coverage(TEXT, (), issue)


def test_a_headline_that_a_person_named_begins_an_article() -> None:
    fixes = (Fix("预计明天", action="role", value="headline"),)
    issue = parse(TEXT, config=Config(fixes=fixes)).issue
    assert [a.headline for a in issue.articles] == [
        "山路被冲毁",
        "预计明天恢复通行。",
    ]


def test_a_picture_stands_above_the_text_it_is_tied_to() -> None:
    fixes = (Fix("预计明天", action="image", value="road.jpg"),)
    blocks = parse(TEXT, config=Config(fixes=fixes)).issue.articles[0].blocks
    assert blocks[-2] == Image("road.jpg")


@pytest.mark.parametrize("below", ["", "山路被冲毁", "当地组织抢修。"])
def test_a_picture_stands_in_the_place_of_a_line_that_is_all_named(below: str) -> None:
    """A placeholder is no text of the article; a reader who cannot see the picture hears it."""
    text = TEXT.replace("当地", "\n\n当地").replace(below, f"{below}\n\n［插图 一］\n\n", 1)
    parsed = parse(text, config=Config(fixes=(Fix("［插图一］", action="image", value="road.jpg"),)))
    check_coverage(text, (), parsed.issue)
    blocks = [block for article in parsed.issue.articles for block in article.blocks]
    assert Image("road.jpg", "［插图 一］") in blocks
    assert "插图" not in "".join((*(block.text for block in blocks), *parsed.issue.articles[-1].titles()))


def test_places_in_the_raw_file_are_kept() -> None:
    text, _ = apply_fixes(Text.of(TEXT), [Fix("青石村")])
    assert text.position(text.value.index("村的山路")) == (7, 1)
