"""Articles know the page they begin on, whether clean or parse found the folios, at head or foot."""

import pytest

from convert.rules import clean
from convert.structure import check_coverage, parse
from convert.text import Text

ARTICLES = [
    f"{place}召开春耕会议\n\n本报讯（记者张三）{place}昨天召开春耕会议，部署今年的农业生产。\n\n会议要求各地不误农时。\n\n"
    for place in ("青岭市", "白水市", "石门县", "河口县")
]


@pytest.mark.parametrize(
    ("head", "foot", "section"),
    [
        ("云川日报　2024年3月12日　星期二　第{n}版　要闻\n\n", "", "要闻"),
        ("第{n}版\n\n", "", None),
        ("", "— {n} —\n\n", None),
    ],
)
def test_pages_of_articles(head: str, foot: str, section: str | None) -> None:
    text = "".join(head.format(n=n) + article + foot.format(n=n) for n, article in enumerate(ARTICLES, 1))
    cleaned = clean(Text.of(text))
    issue = parse(cleaned.text, furniture=cleaned.furniture).issue
    check_coverage(cleaned.text, cleaned.furniture, issue)
    assert [(a.page, a.section) for a in issue.articles] == [(str(n), section) for n in range(1, 5)]
