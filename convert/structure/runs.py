"""Kinds that show in runs of like lines: lists and tables."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from ..patterns import regex
from . import bylines, signs
from .labels import Labelled
from .names import is_name, spaced_names

_CELLS: Final = regex(r"\t|\u3000+|  +")
_ITEM_LENGTH: Final = 60  # characters
_ROW_LENGTH: Final = 120
LOOSE: Final = frozenset({"head", "numbered", "prose", "byline", "label"})  # kinds that a run may take over
_NAMED_ITEM: Final = regex(r"(?P<name>[^：，。？！“”]{1,10})：\S")
_PARTED: Final = regex(r"[\s（(]\S+[\s（(]")
_IN_BRACKETS: Final = regex(r"[（(][^（()）]*[）)]")
_ANNOUNCES: Final = regex(r"(?:如下|名单|名录|安排|日程|电话|任命|任免|包括|分别为|分别是)[：:]$")


def label_runs(lines: Sequence[Labelled]) -> None:
    """Give the lines of tables and lists their kind. Each pass runs over the text once."""
    _tables(lines)
    _marked_lists(lines)
    _contents(lines)
    _named_lists(lines)
    _name_rows(lines)
    _announced_lists(lines)


def cells_of(body: str) -> list[str]:
    """The cells of a table's row: parted by tabs, ideographic spaces or several blanks."""
    return [cell.strip() for cell in _CELLS.split(body)]


def _runs(keys: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of two or more lines that have one key; lines without a key (None) stand in no run."""
    at = 0
    for key, group in groupby(keys):
        first, at = at, at + len(list(group))
        if key is not None and at - first > 1:
            yield first, at


def _tables(lines: Sequence[Labelled]) -> None:
    for first, end in _runs(map(_row_key, lines)):
        rows = [cells_of(item.body) for item in lines[first:end]]
        cells = [cell for row in rows for cell in row]
        figures = sum(any("0" <= ch <= "9" for ch in cell) for cell in cells)
        # Headlines in two phrases stand in rows too; a table has tabs, figures, or many cells both ways.
        tabular = "\t" in lines[first].body or figures * 3 >= len(cells) or (len(rows) > 2 and len(rows[0]) > 2)
        if tabular and max(map(len, cells)) <= 24:
            for item in lines[first:end]:
                item.become("row", f"{len(rows)} rows of {len(rows[0])} cells")


def _row_key(item: Labelled) -> int | None:
    """The number of cells of a line that may be a table's row."""
    body = item.body
    if len(body) > _ROW_LENGTH or not ("\t" in body or "\u3000" in body or "  " in body) or item.kind == "end_matter":
        return None
    count = len(cells_of(body))
    return count if count > 1 else None


def _marked_lists(lines: Sequence[Labelled]) -> None:
    keys = list(map(_list_mark, lines))
    for first, end in _runs(keys):
        run = lines[first:end]
        if keys[first] == "sign" or 2 * sum(len(item.body) <= _ITEM_LENGTH for item in run) > len(run):
            for item in run:
                item.become("item", "one of several lines with a like mark")


def _list_mark(item: Labelled) -> str | None:
    if item.kind not in LOOSE and item.body[0] not in "▲△▼":  # which stand before captions too, but not in rows
        return None
    found = signs.item_mark(item.body)
    return found.lastgroup if found else None


def _contents(lines: Sequence[Labelled]) -> None:
    """Numbered headings with nothing between them are a table of contents or an agenda."""
    for first, end in _runs(item.kind == "numbered" or None for item in lines):
        if end - first > 2:
            for item in lines[first:end]:
                item.become("item", "one of several numbered headings in a row")


def _named_lists(lines: Sequence[Labelled]) -> None:
    """一等奖：…； 二等奖：…。 Names that come again are speakers, not items."""
    names = list(map(_item_name, lines))
    for first, end in _runs(name is not None or None for name in names):
        if len(set(names[first:end])) == end - first and (end - first > 2 or lines[first].body[-1] in "；;"):
            for item in lines[first:end]:
                item.become("item", "one of several short lines that each name and tell")


def _item_name(item: Labelled) -> str | None:
    if "：" not in item.body or item.kind not in LOOSE or len(item.body) > _ITEM_LENGTH:
        return None
    found = _NAMED_ITEM.match(item.body)
    return found["name"] if found else None


def _name_rows(lines: Sequence[Labelled]) -> None:
    """Lists of people: 丁正刚 于幼文 马 飚（壮族）."""
    for first, end in _runs(_is_name_row(item) or None for item in lines):
        for item in lines[first:end]:
            item.become("item", "one of several rows of names")
    for at in range(2, len(lines)):
        if lines[at - 1].kind == "head" and lines[at - 2].kind == "item" and _is_name_row(lines[at]):
            lines[at].become("item", "a row of names like those above")


def _is_name_row(item: Labelled) -> bool:
    if item.closed or item.kind not in LOOSE or len(item.body) > _ROW_LENGTH or not _PARTED.search(item.body):
        return False
    if item.kind == "byline" and bylines.names_function(item.words):
        return False
    found = spaced_names(_IN_BRACKETS.sub(" ", item.body))
    return len(found) > 2 and 3 * sum(map(is_name, found)) >= 2 * len(found)


def _announced_lists(lines: Sequence[Labelled]) -> None:
    """Short lines behind a colon that end in ； or that the sentence above announces."""
    at = 0
    while at < len(lines):
        above = lines[at]
        at += 1
        if above.kind not in ("prose", "head") or above.body[-1] not in "：:" or len(above.body) < 6:
            continue
        first = at
        while at < len(lines) and _can_be_item(lines, first, at):
            at += 1
        run = lines[first:at]
        if len(run) > 1 and (_ANNOUNCES.search(above.body) or any(item.body[-1] in "；;" for item in run)):
            for item in run:
                item.become("item", "announced by a colon")
            above.become("prose", "announces a list")


def _can_be_item(lines: Sequence[Labelled], first: int, at: int) -> bool:
    body = lines[at].body
    if lines[at].kind not in LOOSE or len(body) > _ITEM_LENGTH or body[0] in "“「" or "。" in body[:-1]:
        return False
    above = lines[at - 1].body[-1]
    if at > first and above == "。":
        return False
    return body[-1] != "。" or above in "；;：:"
