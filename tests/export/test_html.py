"""The HTML page: whole in itself, with contents that lead to every article, and deaf to its text."""

from dataclasses import replace
from pathlib import Path

from lxml import html

from convert.export import write
from convert.export.html import write as write_html
from convert.model import Article, Byline, Issue, Paragraph
from convert.readers.html import read as issue_from_html
from convert.style import Edition


def page(issue: Issue, tmp_path: Path, **settings: object) -> html.HtmlElement:
    path = tmp_path / "issue.html"
    write(issue, path, Edition(**settings))
    return html.document_fromstring(path.read_bytes())


def test_page_has_title_date_and_a_way_to_every_article(full_issue: Issue, tmp_path: Path) -> None:
    root = page(full_issue, tmp_path)
    assert root.findtext(".//h1") == "山乡日报"
    assert root.find_class("issue_line")[0].text == "2024年3月6日　星期三　第128期　山乡日报社"
    targets = [a.get("href")[1:] for a in root.findall(".//nav//a")]
    assert [e.get("id") for e in root.findall(".//article")] == targets and len(targets) == 4
    assert root.find(".//nav//li").text_content() == "走基层 春到山乡 溪水解冻"
    assert [h.tag for h in root.iter("h1", "h2", "h3")] == ["h1", "h2", "h2", "h3", "h2", "h2"]


def test_page_asks_nobody_for_anything(full_issue: Issue, pictures: Path, tmp_path: Path) -> None:
    root = page(full_issue, tmp_path, pictures=str(pictures))
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert not root.xpath("//script|//link|//b|//iframe|//form")
    assert all(a.startswith("#") for a in root.xpath("//@href"))
    assert [a.partition(",")[0] for a in root.xpath("//@src")] == ["data:image/png;base64"] * 2
    assert "url(" not in root.findtext(".//style") and "@import" not in root.findtext(".//style")


def test_ids_are_unique_on_the_page(full_issue: Issue, tmp_path: Path) -> None:
    twice = replace(full_issue, articles=full_issue.articles * 2)
    ids = page(twice, tmp_path).xpath("//@id")
    assert len(ids) == len(set(ids)) and all(name[0].isalpha() and name.isascii() for name in ids)
    assert {a[1:] for a in page(twice, tmp_path).xpath("//@href")} <= set(ids)


def test_missing_picture_is_reported(full_issue: Issue, pictures: Path, tmp_path: Path) -> None:
    findings = write_html(full_issue, tmp_path / "x.html", Edition(pictures=str(pictures)))
    assert [(f.rule, f.before) for f in findings] == [("missing-picture", "missing.png")]


def test_unknown_title_and_date_leave_a_page_that_stands(tmp_path: Path) -> None:
    root = page(Issue((Article(blocks=(Paragraph("文"),)),), language="zh-Hant-TW"), tmp_path)
    assert root.get("lang") == "zh-Hant-TW" and root.findtext(".//title") == "文"
    assert [(h.tag, h.text) for h in root.iter("h1", "h2")] == [("h1", "目錄")]
    assert not root.find_class("nameplate")


def test_cover_heads_the_page_and_says_what_it_is(full_issue: Issue, tmp_path: Path) -> None:
    root = page(full_issue, tmp_path)
    (cover,) = root.xpath("//img[@role='doc-cover']")
    assert root.find("body")[0] is cover.getparent() and cover.get("src").startswith("data:image/png;base64,")
    assert cover.getparent().get("aria-label") == "封面"  # else it would stand in no landmark
    assert "山乡日报" in cover.get("alt") and cover.get("width") and cover.get("height")


def test_a_vertical_page_opens_at_its_right_edge_on_a_phone(full_issue: Issue, tmp_path: Path) -> None:
    (level,) = page(full_issue, tmp_path).xpath("//meta[@name='viewport']/@content")
    (vertical,) = page(full_issue, tmp_path, vertical=True).xpath("//meta[@name='viewport']/@content")
    assert vertical == f"{level}, minimum-scale=1"


def test_cover_is_no_picture_of_the_issue_and_run_in_bylines_come_back(tmp_path: Path) -> None:
    articles = (
        Article("春到山乡", dateline="本报讯", bylines=("记者张三", "通讯员李四"), blocks=(
            Paragraph("本报讯（记者张三 通讯员李四）溪水解冻，记者张三说。"), Paragraph("又一段。"))),
        Article("寒流南下", dateline="記者王大明／台北報導", bylines=("記者王大明",), blocks=(
            Paragraph("〔記者王大明／台北報導〕氣溫下降。"),)),
        Article("山花", bylines=("赵六",), dateline="本报讯", blocks=(
            Byline("□ 赵六"), Paragraph("本报讯 赵六来了。"))),
    )  # fmt: skip
    write(Issue(articles, title="山乡日报"), tmp_path / "issue.html")
    again = issue_from_html((tmp_path / "issue.html").read_bytes(), "issue.html")
    assert isinstance(again, Issue) and again.title == "山乡日报"
    assert [a.blocks for a in again.articles] == [a.blocks for a in articles]
    assert [a.bylines for a in again.articles] == [("记者张三", "通讯员李四"), ("記者王大明",), ("□ 赵六",)]
    assert [a.dateline for a in again.articles] == [a.dateline for a in articles]
