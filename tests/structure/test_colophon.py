"""The imprint of a paper, at the head of an issue and below its last article, is no article and no table."""

import pytest

from convert.model import Issue
from convert.structure import check_coverage, parse
from convert.structure.colophon import is_dating, is_imprint, is_publishers_line

NEWS = "全省春耕会议召开\n\n　　本报讯（记者张三）会议昨天在青岭召开，各县代表二百人参加，会期三天。\n"


def parsed(text: str) -> Issue:
    issue = parse(text).issue
    check_coverage(text, (), issue)
    return issue


@pytest.mark.parametrize(
    "masthead",
    [
        "青岭晚报\nQINGLING WANBAO\n2003年5月12日　农历癸未年四月十二\n星期一\n第1208期　今日24版\n主办：青岭日报社",
        "青岭日报\n2003年5月12日 星期一\n今日8版　第1208期　国内统一刊号：CN99-0001　邮发代号：99-1\n青岭日报社出版",
        "青岭文摘\n2003年第5期（总第120期）",
        "青嶺日報\n中華民國七十二年五月十二日　星期四\n第1208號\n發行人：周明德　社址：青嶺市中山路一號",
        "青嶺日報 B4\n2003年5月12日 星期一",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_masthead_is_furniture(masthead: str, gap: str) -> None:
    issue = parsed(masthead.replace("\n", gap) + "\n\n" + NEWS)
    assert [article.headline for article in issue.articles] == ["全省春耕会议召开"]
    assert issue.articles[0].kicker is None and not issue.articles[0].deck
    assert [item.text for item in issue.furniture] == masthead.split("\n")
    assert issue.title and issue.title[:2] in ("青岭", "青嶺")


def test_a_headline_with_a_date_below_is_no_masthead() -> None:
    text = "春天来了\n\n2003年5月12日\n\n　　柳树绿了，孩子们在河边放风筝，风筝飞得很高。\n"
    assert parsed(text).articles[0].headline == "春天来了"


@pytest.mark.parametrize(
    "line",
    [
        "社址：青岭市中山路1号　邮政编码：990001",
        "印刷：青岭日报印务中心　零售每份1.50元",
        "發行人：周明德　電話：(02)2345-6789",
    ],
)
def test_how_to_reach_the_paper_is_end_matter(line: str) -> None:
    text = NEWS + "\n" + line + "\n"
    assert [block.kind for block in parsed(text).articles[0].blocks] == ["paragraph", "end_matter"]


def test_rows_of_the_imprint_are_no_table() -> None:
    text = NEWS + "\n社址：青岭市中山路1号　邮政编码：990001\n印刷：青岭日报印务中心　零售每份1.50元\n"
    assert [block.kind for block in parsed(text).articles[0].blocks] == ["paragraph", "end_matter", "end_matter"]


def test_the_imprint_is_told_from_what_reads_like_it() -> None:
    assert is_dating("星期一") and is_dating("第4567期　今日16版") and not is_dating("星期一的早晨")
    assert is_imprint("邮发代号：99-1　青岭日报社主办") and not is_imprint("第一期工程　今日开工")
    assert not any(
        map(
            is_publishers_line,
            ["电话：2345678", "时间：下午三点　地点：市体育馆", "主办：青岭文联　承办：青岭作协　电话：2345678"],
        )
    )
