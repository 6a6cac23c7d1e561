"""W3C's tests of Chinese line breaking: every row of the strict level, at our strict level.

The table was made from the test suite of CSS Text (css-text-line-break-zh-*): a code point, and whether a line may
break before it between ideographs.
"""

from pathlib import Path

import pytest

from convert.compose import Setting, break_lines, prepare
from convert.compose.case import Case

from .conftest import EmShaper

TABLE = Path(__file__).with_name("w3c_zh_linebreak.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
STRICT = [row for row in ROWS if row[1] == "strict"]


def test_the_table_is_whole() -> None:
    assert len(STRICT) == 36 and {row[4] for row in STRICT} == {"no_break_before"}


@pytest.mark.parametrize("row", STRICT, ids=lambda row: f"U+{row[2]}")
def test_strict_rows(row: list[str]) -> None:
    mark = chr(int(row[2], 16))
    setting = Setting(level="strict", adjust=False)
    for following in ("文文", "文" * 8):
        text = "文" * 6 + mark + following
        prepared = prepare(text, Case(EmShaper(), "song", setting), setting)
        lines = break_lines(prepared, 6000)
        starts = [prepared.clusters[line.start].text for line in lines]
        assert mark not in starts
        assert lines[1].start == 5  # pushed down with the character before it
