"""A person's corrections: found by their words, carried out, and reported where they no longer fit."""

from dataclasses import replace

import pytest

from convert.config import Config, Fix
from convert.model import Image
from convert.report import Finding
from convert.structure import apply_fixes, check_coverage, decided, parse
from convert.text import Confidence, Edits, Text, apply

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


@pytest.mark.parametrize("text", ["青石\n\n村的山路", "青石村的山路"])
def test_join_takes_out_no_break_that_nobody_named(text: str) -> None:
    """Lines that stand by themselves around the named ones stay so."""
    lines = Text.of("评论员文章\n青石\n村的山路\n本报评论员\n")
    joined, findings = apply_fixes(lines, [Fix(text)])
    assert (joined.value, findings) == ("评论员文章\n青石村的山路\n本报评论员\n", [])
    joined, findings = apply_fixes(lines, [Fix("青石", after="村的山路")])
    assert (joined.value, findings) == ("评论员文章\n青石村的山路\n本报评论员\n", [])


@pytest.mark.parametrize(
    ("fix", "why"),
    [
        (Fix("村的山路"), "no line ends within it; name the neighbour"),
        (Fix("青石", after="庄的路"), "what is to stand after it does not"),
        (Fix("村的山路", before="青岩"), "what is to stand before it does not"),
    ],
)
def test_a_join_to_what_nobody_named_is_reported(fix: Fix, why: str) -> None:
    text, (finding,) = apply_fixes(Text.of(TEXT), [fix])
    assert text.value == TEXT
    assert why in finding.message


def test_what_is_joined_already_is_no_misfit() -> None:
    assert fixed(Fix("三百多名\n村民")) == TEXT


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


@pytest.mark.parametrize("fix", [Fix("山路\n被冲毁"), Fix("山路被冲毁")])
def test_a_text_that_is_a_whole_line_is_meant_there(fix: Fix) -> None:
    """The body repeats a headline's words, and so may a line that begins or ends with them."""
    lines = "据悉，山路被冲毁\n\n山路被冲毁\n\n山路被冲毁后，昨夜抢修。山路被冲毁之处已通行。\n"
    role = replace(fix, action="role", value="headline")
    parsed = parse(lines, config=Config(fixes=(role,)))
    assert [article.headline for article in parsed.issue.articles][-1] == "山路被冲毁"
    assert not [one for one in parsed.findings if one.rule == "fix"]
    text, findings = apply_fixes(Text.of(lines), [replace(fix, action="replace", value="路断")])
    assert (text.value.split("\n\n")[1], findings) == ("路断", [])


@pytest.mark.parametrize("more", [{"text": "山路"}, {"after": "桥梁"}])
def test_two_whole_lines_and_changed_neighbours_are_no_one_place(more: dict[str, str]) -> None:
    fix = Fix(**({"text": "山路被冲毁", "action": "replace", "value": "路断"} | more))
    text, findings = apply_fixes(Text.of("山路\n山路被冲毁\n昨夜山路被冲毁。\n\n山路\n"), [fix])
    assert ("路断" in text.value, len(findings)) == (False, 1)


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


@pytest.mark.parametrize(
    ("fix", "left"),
    [
        (Fix("范会议", action="replace", value="範会议"), ["\n\n"]),
        (Fix("模范", action="replace", value="模范"), ["\n\n"]),  # the repair is right
        (Fix("模", before="动", action="replace", value="摸"), ["範", "\n\n"]),  # beside it
        (Fix("模范会议", action="role", value="headline"), ["範", "\n\n"]),  # says nothing of the words
        (Fix("范", before="规", action="join"), ["範", "\n\n"]),  # does not fit
        (Fix("第\n一次"), ["範"]),
        (Fix("第", after="一次"), ["範"]),
        (Fix("一次", before="第"), ["範"]),
        (Fix("一次", action="break"), ["範"]),
        (Fix("会议。", action="replace", value="大会。"), ["範", "\n\n"]),
        (Fix("次全县", action="break"), ["範", "\n\n"]),
    ],
)
def test_a_fix_decides_what_was_found_at_its_place(fix: Fix, left: list[str]) -> None:
    raw = "劳动模範会议。\n这是第\n\n一次全县会议。\n"
    places = [(at := raw.index(old), at + len(old), new) for old, new in (("範", "范"), ("\n\n", ""))]
    text = apply(Text.of(raw), Edits("repair", places, raw))
    found = [
        Finding("repair", "", line=1, column=4, before="範"),
        Finding("repair", "", line=2, column=4, before="\n\n"),
    ]
    findings = decided(text, [fix], found)
    assert [one.id for one in findings] == [one.id for one in found]
    assert [one.before for one in findings if one.confidence is Confidence.LIKELY] == left
    assert {one.confidence for one in findings} <= {Confidence.CERTAIN, Confidence.LIKELY}


def test_a_fix_decides_what_was_taken_out_beside_its_text() -> None:
    raw = "前段。\n· 1 ·\n后段。\n"
    at = raw.index("\n·")
    text = apply(Text.of(raw), Edits("page-furniture", [(at, at + 7, "\n")], raw))
    assert text.value == "前段。\n后段。\n"
    found = Finding("page-furniture", "", column=4, before="\n· 1 ·\n", after="\n")
    for word, confidence in (("前段。", "certain"), ("后段", "certain"), ("前", "likely"), ("段。\n后", "certain")):
        (one,) = decided(text, [Fix(word, action="replace", value=word)], [found])
        assert str(one.confidence) == confidence
