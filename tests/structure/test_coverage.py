"""The coverage guard: no visible character is lost or doubled on the way from text to Issue."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.errors import GuardError
from convert.model import Article, Furniture, Issue, Paragraph
from convert.structure import check_coverage, parse

TEXT = "甲乙丙丁\n\n本报讯（记者张三）戊己庚辛，壬癸。\n"
FURNITURE = (Furniture("folio", "第三版", "3"),)


def test_a_true_issue_passes() -> None:
    check_coverage(TEXT, FURNITURE, parse(TEXT, furniture=FURNITURE).issue)


@pytest.mark.parametrize(
    "change",
    [
        lambda a: dataclasses.replace(a, headline=None),
        lambda a: dataclasses.replace(a, blocks=()),
        lambda a: dataclasses.replace(a, kicker=a.headline),
        lambda a: dataclasses.replace(a, blocks=(*a.blocks, Paragraph("甲"))),
    ],
)
def test_what_is_lost_or_doubled_is_refused(change) -> None:
    issue = parse(TEXT).issue
    broken = dataclasses.replace(issue, articles=(change(issue.articles[0]),))
    with pytest.raises(GuardError, match="characters"):
        check_coverage(TEXT, (), broken)


def test_furniture_that_got_lost_is_refused() -> None:
    with pytest.raises(GuardError):
        check_coverage(TEXT, FURNITURE, parse(TEXT).issue)


def test_views_into_a_block_do_not_count() -> None:
    issue = Issue((Article(dateline="本报讯", bylines=("记者张三",), blocks=(Paragraph("本报讯（记者张三）甲。"),)),))
    check_coverage("本报讯（记者张三）甲。\n", (), issue)


LINES = st.sampled_from(
    """甲乙丙丁|——记戊己庚|（人民时评）|社论|本报记者 张三|本报北京10月3日电 （记者李四）壬癸子丑，寅卯。|图为辰巳。
午未 摄|一、申酉|戌亥，天地玄黄，宇宙洪荒。|（下转第二版）
（上接第一版）日月|责任编辑：盈昃|1. 辰|2. 宿|甲\t1|乙\t2
“列张”|问：寒来？|答：暑往。|〔1〕秋收|编者按：冬藏|   |　　闰余成岁|律吕调阳：|2023年11月28日|云腾\t3\t4""".replace(
        "\n", "|"
    ).split("|")
)


@given(st.lists(LINES | st.text("甲乙，。（）“”—1 \u3000\t", max_size=12), max_size=40))
def test_no_arrangement_of_lines_loses_a_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    check_coverage(text, FURNITURE, parse(text, furniture=FURNITURE).issue)
