"""The log: the replayer, which shares no code with the cleaner, gets from raw to cleaned by the log's JSON alone."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.errors import GuardError
from convert.report import CleanLog, Finding, numbered, replay
from convert.text import Confidence, Edit, Edits, Text, apply


@st.composite
def cleaned(draw: st.DrawFn) -> Text:
    """A text after up to three passes of arbitrary edits."""
    text = Text.of(draw(st.text("天地玄黄，。 \n", max_size=40)))
    for n in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text.value)), max_size=12)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        edits = [(a, b, draw(st.text("甲乙“\\\n", max_size=3))) for a, b in pairs]
        text = apply(text, Edits(f"pass-{n}", edits, text.value))
    return text


@given(cleaned())
def test_log_replayed_on_the_raw_text_gives_the_cleaned_one(text: Text) -> None:
    log = CleanLog(text)
    log.check()
    assert replay(text.raw, json.loads("".join(log.json_chunks()))) == text.value


def test_log_names_the_raw_place_of_each_edit() -> None:
    text = Text.of("全会在长\n\n春举行 。")
    text = apply(text, Edits("broken-paragraph", [(4, 6, "")], text.value))
    text = apply(text, Edits("stray-space", [Edit(7, 8, "", Confidence.LIKELY)], text.value))
    log = CleanLog(text).to_json()
    assert [one["rule"] for one in log["passes"]] == ["broken-paragraph", "stray-space"]
    assert log["passes"][1]["edits"] == [
        {"start": 7, "end": 8, "before": " ", "after": "", "confidence": "likely", "line": 3, "column": 4}
    ]


def test_a_log_that_does_not_fit_is_refused() -> None:
    text = apply(Text.of("甲乙丙"), Edits("rule", [(1, 2, "")], "甲乙丙"))
    log = CleanLog(text).to_json()
    with pytest.raises(GuardError, match="does not fit"):
        replay("甲丁丙", log)
    with pytest.raises(GuardError, match="does not lead"):
        CleanLog(Text("甲丁", "甲乙丙", text.source, text.history)).check()


def finding(line: int, before: str = "“") -> Finding:
    return Finding("unpaired-mark", "never closed", line=line, before=before, context=("他说：", "好。"))


def test_findings_that_are_alike_have_ids_of_their_own_by_their_places() -> None:
    later, other, first = numbered([finding(9), finding(5, "”"), finding(2)])
    assert [one.line for one in (later, other, first)] == [9, 5, 2]
    assert len({later.id, other.id, first.id}) == 3
    assert first.id == finding(2).id == finding(77).id  # the first has the id that it would have alone
    assert later.id == numbered([finding(3), finding(40)])[1].id  # wherever the two stand


DOUBTFUL = Confidence.DOUBTFUL


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (
            Finding(
                "r", "stray", path="a.txt", line=19, column=3, before="氣", after="气", context=("突破的勇", "、敢为")
            ),
            "a.txt:19:3 likely r: stray: 突破的勇[氣→气]、敢为",
        ),
        (Finding("r", "joined", before="\n", context=("九十", "九级")), "-:1:1 likely r: joined: 九十[\\n→]九级"),
        (
            Finding("r", "seen", "clean", DOUBTFUL, before="\n", context=("十", "级")),
            "-:1:1 doubtful r: seen: 十[\\n]级",
        ),
        (
            Finding("r", "lost", "clean", DOUBTFUL, after="。", context=("第一行\n水的冲刷，石阶大半", "\n\n江")),
            "-:1:1 doubtful r: lost: ，石阶大半[→。]",
        ),
        (Finding("r", "twice", "clean", DOUBTFUL, before="一" * 40), f"-:1:1 doubtful r: twice: [{'一' * 12}…一一一]"),
        (Finding("r", "unsure", "script", before="发", proposals=("發", "髮")), "-:1:1 likely r: unsure: [发→發/髮]"),
        (Finding("r", "no picture a.png", "write", before="a.png"), "-:1:1 likely r: no picture a.png"),
        (Finding("r", "nothing"), "-:1:1 likely r: nothing"),
    ],
)
def test_a_findings_line_shows_what_was_there_and_what_it_became(finding: Finding, line: str) -> None:
    assert str(finding) == line
