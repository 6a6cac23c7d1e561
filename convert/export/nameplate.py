"""The words that head an edition (报头) and name its articles, the same in every format."""

from typing import Final

from ..model import Article, Caption, Credit, Issue
from ..style import region_of

_WEEKDAYS: Final = "一二三四五六日"
_LONGEST: Final = 20  # characters of a text that stands in for a missing headline


def issue_line(issue: Issue) -> str:
    """What stands under the title: date with weekday, number, publisher, as far as they are known.

    >>> from datetime import date
    >>> issue_line(Issue(date=date(2023, 11, 28), number="9527"))
    '2023年11月28日\u3000星期二\u3000第9527期'
    """
    parts = []
    if issue.date:
        day = issue.date
        parts += [f"{day.year}年{day.month}月{day.day}日", f"星期{_WEEKDAYS[day.weekday()]}"]
    return "\u3000".join([*parts, *filter(None, (_number(issue), issue.publisher))])


def _number(issue: Issue) -> str:
    number = issue.number or ""
    return f"第{number}期" if number.isdecimal() else number


def running_head(issue: Issue) -> str:
    """Title and date for the head of the pages after the first; "" where neither is known."""
    day = issue.date and f"{issue.date.year}年{issue.date.month}月{issue.date.day}日"
    return "\u3000".join(part for part in (issue.title, day) if part)


def issue_name(issue: Issue) -> str:
    """The name of a document that must have one: title and date, or title and number, or what it begins with."""
    name = running_head(issue) if issue.date else "\u3000".join(filter(None, (issue.title, _number(issue))))
    return name or next((entry(article, issue) for article in issue.articles), region_of(issue.language).contents)


def entry(article: Article, issue: Issue) -> str:
    """The name of an article in contents and outline: its headline, else the beginning of its text.

    A photo item has neither; the region's word for one stands for it.
    """
    if article.headline:
        return article.headline
    texts = (block.text for block in article.blocks if not isinstance(block, Caption | Credit))
    first = next((text.split("\n")[0] for text in (*article.titles(), *texts) if text.strip()), "")
    if not first:
        return region_of(issue.language).photo
    return first if len(first) <= _LONGEST else first[:_LONGEST] + "……"
