"""The second guard: every visible character of the cleaned text has come to stand in the Issue, and once only."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ..chars import BLANKS
from ..errors import GuardError
from ..model import Furniture, Image, Issue
from ..text import Text

_BLANK = frozenset(BLANKS + "\n")


def check_coverage(text: Text | str, furniture: Iterable[Furniture], issue: Issue) -> None:
    """Refuse an Issue that lost or doubled a visible character of its cleaned text.

    `furniture` is what clean took out of the text. A character must stand in exactly one title field,
    block or furniture item of the Issue. GuardError names what is missing or too many.
    """
    value = text.value if isinstance(text, Text) else text
    given = _visible([value, *(item.text for item in furniture)])
    held = _visible(_texts(issue))
    if given == held:
        return
    lost, doubled = (given - held).total(), (held - given).total()
    sample = "".join(list((given - held).keys())[:12]) or "".join(list((held - given).keys())[:12])
    raise GuardError(
        f"the structure lost {lost} characters of the text and added {doubled} (among them: {sample})",
        "This is a bug of kanben's own: please report it with the source.",
    )


def _visible(texts: Iterable[str]) -> "Counter[str]":
    count: Counter[str] = Counter()
    for part in texts:
        count.update(part)
    for ch in _BLANK:
        del count[ch]
    return count


def _texts(issue: Issue) -> Iterator[str]:
    for article in issue.articles:
        yield from article.titles()
        for block in article.blocks:
            yield block.alt if isinstance(block, Image) else block.text  # what a picture stands in place of
    for item in issue.furniture:
        yield item.text
