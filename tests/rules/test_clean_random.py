"""Random pages: the log replays, cleaning is a fixed point, and no word is lost without a record."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from convert.config import CleanSettings
from convert.errors import GuardError
from convert.report import replay
from convert.rules import clean

PAGE_RULES = CleanSettings(select=("page-furniture", "broken-paragraph", "paragraph-form"))
WORDS = [
    "全会强调",
    "要努力在构建高质量发展体系上率先实现新突破",
    "（记者李铭）",
    "第一章",
    "长",
    "春",
    "2015年",
    "Latin words",
]
MARKS = ["，", "。", "：", "——", "“", "”", "）", " ", "12"]
BREAKS = ["\n", "\n", "\n\n", "\n\u3000\u3000", "\f", "\n— 3 —\n", "\n松江晚报  4\n"]
PIECES = st.sampled_from(WORDS + MARKS + BREAKS)
PAGES = st.lists(PIECES, max_size=40).map("".join)
WRAPPED = st.tuples(PAGES, st.integers(8, 24), st.sampled_from(["\n", "\n\n", "\n　　"])).map(
    lambda made: made[2].join(made[0][i : i + made[1]] for i in range(0, len(made[0]), made[1]))
)


@given(PAGES | WRAPPED | st.text(max_size=60))
def test_the_log_leads_from_the_raw_text_to_the_cleaned_one(text: str) -> None:
    cleaned = clean(text)
    log = json.loads(json.dumps(cleaned.log.to_json()))
    assert replay(text, log) == cleaned.text.value


def rebuilt(text: str, log: dict[str, Any]) -> str:
    """The text after the edits of a log, from the last to the first of each pass: by no code of the project's."""
    for one in log["passes"]:
        following = len(text)
        for edit in reversed(one["edits"]):
            start, end = edit["start"], edit["end"]
            assert 0 <= start <= end <= following
            assert text[start:end] == edit["before"]
            text, following = text[:start] + edit["after"] + text[end:], start
    return text


@given(PAGES | WRAPPED | st.text(max_size=60))
def test_whoever_reads_the_log_can_rebuild_the_cleaned_text(text: str) -> None:
    cleaned = clean(text)
    log = json.loads("".join(cleaned.log.json_chunks()))
    assert rebuilt(text, log) == cleaned.text.value
    for edit in log["passes"][0]["edits"] if log["passes"] else ():
        before = text[: edit["start"]]
        assert (edit["line"], edit["column"]) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


@given(PAGES | WRAPPED, st.data())
def test_a_log_in_which_one_edit_is_another_is_refused(text: str, data: st.DataObject) -> None:
    log = clean(text).log
    assume(log.passes)
    edits = data.draw(st.sampled_from(log.passes))
    i = data.draw(st.integers(0, len(edits) - 1))
    edits.replacements[i] += "异"
    with pytest.raises(GuardError):
        log.check()


@given(PAGES | WRAPPED)
@example("12\n\n第一章\n\f12\n长\n春")
def test_pages_cleaned_twice_are_as_cleaned_once(text: str) -> None:
    once = clean(text, PAGE_RULES).text.value
    assert clean(once, PAGE_RULES).text.value == once


@given(PAGES | WRAPPED)
def test_what_leaves_the_text_is_recorded_as_furniture(text: str) -> None:
    cleaned = clean(text, PAGE_RULES)
    kept = Counter("".join(cleaned.text.value.split()))
    taken = Counter("".join("".join(piece.text.split()) for piece in cleaned.furniture))
    assert kept + taken == Counter("".join(text.split()))


@given(PAGES | WRAPPED)
def test_output_is_one_paragraph_a_line(text: str) -> None:
    out = clean(text).text.value
    assert out == "" or out.endswith("\n")
    assert not any(line != line.strip() for line in out.split("\n"))
    assert "\n\n\n" not in out
    assert not out.startswith("\n")
