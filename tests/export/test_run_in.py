"""Datelines and bylines that are run in: where they are found, and that every format shows and returns them."""

from pathlib import Path

import docx
import pytest

from convert.export import write
from convert.export.run_in import RunIn, Stretch
from convert.model import Article, Brief, Byline, Issue, Paragraph
from convert.readers import read

TAIWAN = Article(
    "寒流南下",
    dateline="記者王大明／台北報導",
    bylines=("記者王大明",),
    blocks=(Paragraph("〔記者王大明／台北報導〕氣溫下降。"),),
)


def stretches(article: Article, *texts: str) -> list[list[Stretch]]:
    run_in = RunIn(article)
    return [list(run_in.stretches(text)) for text in texts]


def test_a_dateline_may_follow_an_opening_bracket_and_hold_the_byline() -> None:
    (found,) = stretches(TAIWAN, TAIWAN.blocks[0].text)
    assert found == [
        Stretch("〔"),
        Stretch("記者王大明", dateline=True, byline=True),
        Stretch("／台北報導", dateline=True),
        Stretch("〕氣溫下降。"),
    ]


def test_only_the_paragraph_that_begins_with_the_dateline_shows_it() -> None:
    article = Article(dateline="本报讯", bylines=("记者何苇",))
    plain, shown, again = stretches(article, "昨本报讯，记者何苇。", "本报讯 记者何苇说，记者何苇。", "本报讯")
    assert (plain, again) == ([Stretch("昨本报讯，记者何苇。")], [Stretch("本报讯")])
    assert [part for part in shown if part.byline] == [Stretch("记者何苇", byline=True)]


def test_without_a_dateline_the_first_paragraph_has_the_bylines() -> None:
    assert stretches(Article(bylines=("记者何苇",)), "（记者何苇）江堤上。")[0][1] == Stretch("记者何苇", byline=True)


def test_a_byline_on_a_line_of_its_own_is_no_run_in_one() -> None:
    article = Article(bylines=("赵六",), blocks=(Byline("□ 赵六"),))
    assert stretches(article, "赵六来了。") == [[Stretch("赵六来了。")]]


@pytest.mark.parametrize("name", ["docx", "html"])
def test_editions_return_datelines_and_bylines(name: str, tmp_path: Path) -> None:
    articles = (
        Article("春到山乡", dateline="本报讯", bylines=("记者张三", "通讯员李四"), blocks=(
            Paragraph("本报讯（记者张三 通讯员李四）溪水解冻，记者张三说。"), Paragraph("又一段。"))),
        TAIWAN,
        Article("简讯", dateline="据新华社电", blocks=(Brief("据新华社电 昨日有雨。"), Brief("今日转晴。"))),
    )  # fmt: skip
    write(Issue(articles, title="山乡日报"), tmp_path / f"a.{name}")
    again = read(tmp_path / f"a.{name}")
    assert isinstance(again, Issue)
    assert [(a.dateline, a.bylines, a.blocks) for a in again.articles] == [
        (a.dateline, a.bylines, a.blocks) for a in articles
    ]


def test_a_byline_within_a_dateline_looks_like_it(tmp_path: Path) -> None:
    write(Issue((TAIWAN,)), tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    runs = [(run.style.name, run.text) for p in document.paragraphs if p.style.name == "Body" for run in p.runs]
    assert ("Dateline Byline", "記者王大明") in runs and ("Dateline", "／台北報導") in runs
    assert document.styles["Dateline Byline"].base_style.name == "Dateline"
