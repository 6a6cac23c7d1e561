"""The second guard: every visible character of the cleaned text has come to stand in the Issue, and once only."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import methodcaller

from ..chars import BLANKS
from ..errors import GuardError
from ..model import Furniture, Image, Issue
from ..text import Text

_strip = methodcaller("strip", BLANKS)


def check_coverage(text: Text | str, furniture: Iterable[Furniture], issue: Issue) -> None:
    """Refuse an Issue that lost or doubled a visible character of its cleaned text.

    `furniture` is what clean took out of the text. A character must stand in exactly one title field,
    block or furniture item of the Issue. GuardError names what is missing or too many.
    """
    value = text.value if isinstance(text, Text) else text
    given, held = _lines([value, *(item.text for item in furniture)]), _lines(_texts(issue))
    both = given & held  # most lines have come through whole: only of the others the characters are counted
    given, held = _visible(given - both), _visible(held - both)
    if given == held:
        return
    lost, doubled = (given - held).total(), (held - given).total()
    sample = "".join(list((given - held).keys())[:12]) or "".join(list((held - given).keys())[:12])
    raise GuardError(
        f"the structure lost {lost} characters of the text and added {doubled} (among them: {sample})",
        "This is a bug of kanben's own: please report it with the source.",
    )


def _lines(texts: Iterable[str]) -> Counter[str]:
    """How often each line stands in some texts, white space at its ends left out."""
    count: Counter[str] = Counter()
    for part in texts:
        count.update(map(_strip, part.split("\n")))
    return count


def _visible(lines: Counter[str]) -> Counter[str]:
    """How often each visible character stands in some lines."""
    count: Counter[str] = Counter()
    for line, times in lines.items():
        for ch, held in Counter(line).items():
            count[ch] += held * times
    for ch in BLANKS:
        del count[ch]
    return count


def _texts(issue: Issue) -> Iterator[str]:
    for article in issue.articles:
        yield from article.titles()
        for block in article.blocks:
            yield block.alt if isinstance(block, Image) else block.text  # what a picture stands in place of
    for item in issue.furniture:
        yield item.text
