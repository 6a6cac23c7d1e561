"""Lists of a page: their items as lines, each with the mark that the page shows."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import repeat
from typing import Any, Final

from .docx_numbers import MOST, letters, roman
from .html_inline import Inline, one_line, strings

BLOCK: Final = re.compile(
    "html|body|main|article|section|div|header|footer|aside|figure|figcaption|address|blockquote|p|pre|h[1-6]|ul|ol|li"
    "|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|hr|center|details|summary|form|fieldset"
)
_LISTS: Final = ("ul", "ol")
_SHAPES: Final[Mapping[str, Callable[[int], str]]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}  # by the type of a list


def items(element: Any, inline: Inline, *, within: bool = False) -> Iterator[str]:
    """The items of a list, each with its mark, those of a list in an item behind it; by kanben: as printed."""
    if loose := (element.text or "").strip():
        yield loose
    marks = _marks(element, within)
    for item in element:
        if item.tag != "li":
            yield from items(item, inline, within=True)
        else:
            yield from _item(item, inline, "" if element.get("class") == "list" else next(marks))
        if loose := (item.tail or "").strip():
            yield loose


def _item(element: Any, inline: Inline, mark: str) -> Iterator[str]:
    """One item: its text, and the lists in it with what follows them."""
    loose = strings(element.text)
    for child in element:
        if child.tag in _LISTS:
            if text := one_line(loose):
                yield mark + text
                mark = ""
            yield from items(child, inline, within=True)
            loose = []
        else:
            loose += [*inline.element(child)]
        loose += strings(child.tail)
    if text := one_line(loose):
        yield mark + text


def _marks(element: Any, within: bool) -> Iterator[str]:
    """The marks of the items of a list, one after the other; `within` another list numbers stand in brackets."""
    if element.tag != "ol":
        yield from repeat("– " if within else "• ")
    own = [*element.iterchildren("li")]
    step = -1 if element.get("reversed") is not None else 1
    number = count_of(element.get("start"), len(own) if step < 0 else 1)
    shape = _SHAPES.get(element.get("type") or "", str)
    for item in own:
        number = count_of(item.get("value"), number)
        said = shape(number) if 0 < number <= MOST else str(number)
        yield f"({said}) " if within and shape is str else f"{said}. "
        number += step


def number_items(element: Any) -> None:
    """Write the numbers of a list before the texts of its items that hold more than a list can; not before headings."""
    for item, mark in zip(element.iterchildren("li"), _marks(element, within=False), strict=False):
        first = item if (item.text or "").strip() else next(item.iter("p", "h1", "h2", "h3", "h4", "h5", "h6"), None)
        if first is not None and first.tag in ("li", "p"):
            first.text = mark + (first.text or "").lstrip()


def is_list(element: Any) -> bool:
    """Whether an element is a list of items that hold texts and such lists."""
    return element.tag in _LISTS and all(is_list(one) or (one.tag == "li" and _is_item(one)) for one in element)


def _is_item(element: Any) -> bool:
    """Whether an item holds texts and lists alone, or one paragraph and lists; a picture stands in no list."""
    only = [child for child in element if child.tag not in _LISTS]
    if len(only) == 1 and only[0].tag == "p" and not (element.text or "").strip():
        only = list(only[0])
    if any(BLOCK.fullmatch(child.tag) or has_blocks(child) for child in only) or element.find(".//img") is not None:
        return False
    return all(is_list(child) for child in element if child.tag in _LISTS)


def has_blocks(element: Any) -> bool:
    return any(BLOCK.fullmatch(inner.tag) for inner in element.iterdescendants())


def count_of(value: str | None, usual: int = 1) -> int:
    """The number that an attribute tells; `usual` where it tells none."""
    return int(value) if value and re.fullmatch("[0-9]{1,5}", value) else usual
