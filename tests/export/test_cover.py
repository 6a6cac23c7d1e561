"""The cover: drawn from what the issue has, whatever that is, and the same each time."""

import datetime
import io

import pytest
from PIL import Image

from convert.export.cover import HEIGHT, WIDTH, _han_day, draw_cover
from convert.model import Article, Issue
from convert.style import Edition

DAY = datetime.date(2023, 11, 29)


def picture(issue: Issue, edition: Edition | None = None) -> Image.Image:
    data = draw_cover(issue, edition or Edition())
    assert data is not None
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is not paper."""
    box = image.convert("L").point([255 if value < 200 else 0 for value in range(256)]).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("title", ["报", "吉林日报", "南方都市社区生活周刊", "很长的名字" * 20, "Daily 日报 𠮷"])
@pytest.mark.parametrize("vertical", [False, True])
def test_title_of_any_length_stays_on_the_sheet(title: str, vertical: bool) -> None:
    articles = tuple(Article(headline="标题" * n) for n in range(1, 40))
    image = picture(Issue(articles, title=title, date=DAY), Edition(vertical=vertical))
    left, top, right, bottom = ink(image)
    assert image.size == (WIDTH, HEIGHT)
    assert left > 60 and top > 60 and right < WIDTH - 60 and bottom < HEIGHT - 60


def test_title_is_red_and_headlines_are_black() -> None:
    image = picture(Issue((Article(headline="春到山乡"),), title="山乡日报"))
    colours = {colour for count, colour in image.getcolors(1 << 20) or [] if count > 500}
    assert (148, 24, 24) in colours and (36, 32, 29) in colours


def test_no_title_no_slip_and_nothing_at_all_no_cover() -> None:
    assert draw_cover(Issue(), Edition()) is None
    assert ink(picture(Issue((Article(headline="春到山乡"),)), Edition(vertical=True)))


def test_same_issue_same_cover() -> None:
    issue = Issue((Article(headline="春到山乡"),), title="山乡日报", date=DAY)
    assert draw_cover(issue, Edition()) == draw_cover(issue, Edition())


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (DAY, "二〇二三年十一月二十九日"),
        (datetime.date(1950, 10, 1), "一九五〇年十月一日"),
        (datetime.date(2000, 1, 10), "二〇〇〇年一月十日"),
        (datetime.date(1999, 12, 31), "一九九九年十二月三十一日"),
    ],
)
def test_date_in_han_numerals(day: datetime.date, words: str) -> None:
    assert _han_day(day) == words
