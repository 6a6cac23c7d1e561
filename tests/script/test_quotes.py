"""Quotation marks follow the region, over a whole article."""

import pytest

from convert.script.quotes import regional


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["他说：“好。”"], ["他说：「好。」"]),
        (["“他说‘好’了。”"], ["「他说『好』了。」"]),
        (["“一‘二“三”四’五”"], ["「一『二「三」四』五」"]),
        (["他说“这叫“好”吗”。"], ["他说「这叫『好』吗」。"]),  # the same marks within each other
        (["标题中的‘单引号’"], ["标题中的「单引号」"]),
        (["“甲说‘一’，", "“乙说‘二’。”"], ["「甲说『一』，", "「乙说『二』。」"]),  # opened again
        (
            ["“甲说：", "没有引号。", "‘乙’完。”后“新”"],
            ["「甲说：", "没有引号。", "『乙』完。」后「新」"],
        ),  # closed later
        (["“甲说：‘一", "“‘二’三。”“丁”"], ["「甲说：『一", "「『二』三。」「丁」"]),  # two levels opened again
        (["丢了右引号“的段落", "另一段“有‘引’号”。"], ["丢了右引号「的段落", "另一段「有『引』号」。"]),
        (["丢了左引号”的段落", "另一段“有引号”。"], ["丢了左引号」的段落", "另一段「有引号」。"]),
        (["一段里丢“了，又有“完整的”。"], ["一段里丢「了，又有「完整的」。"]),
        (["湖名“Pukaki”为毛利语"], ["湖名「Pukaki」为毛利语"]),
        (["他说：“It’s D’Arcy’s.”"], ["他说：「It’s D’Arcy’s.」"]),
        (["‘It’s’中的撇号，students’一词，’90s"], ["「It’s」中的撇号，students’一词，’90s"]),
        (["He said: “It is ‘fine’ here,” and left. 后来", "“All English.”"], None),
        (["已是「引号『内』」。"], None),
        (["没有引号"], None),
        ([""], None),
    ],
)
def test_to_corner_brackets(before: list[str], after: list[str] | None) -> None:
    assert regional(before, "tw") == (before if after is None else after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他說：「好。」", "他說：“好。”"),
        ("「他說『好』了」", "“他說‘好’了”"),
        ("『獨立的』標題", "“獨立的”標題"),
        ("It’s 「fine」 here.", "It’s “fine” here."),
        ("「甲“原有”乙」", "“甲“原有”乙”"),
    ],
)
def test_back_to_curly(before: str, after: str) -> None:
    assert regional([before], "hans") == [after]


def test_keep_changes_nothing() -> None:
    assert regional(["“一”「二」"], "keep") == ["“一”「二」"]


@pytest.mark.parametrize("odd", ["“", "”", "‘’", "“’", "“‘", "”“", "a“b”", "’“"])
def test_time_grows_with_the_length_of_the_text(odd: str) -> None:
    count = 12_000
    regional(["字" + odd * count], "tw")
    regional(["字" + odd] + ["字"] * count + ["字" + odd], "tw")
    regional(["字" + odd] * count, "tw")
