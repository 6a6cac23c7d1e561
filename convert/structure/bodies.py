"""The blocks of an article's body."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..model import Block, Image, ListBlock, Table, Verse, text_block
from . import signs
from .labels import Labelled
from .runs import cells_of

_KINDS = {
    "byline": "byline",
    "credit": "credit",
    "caption": "caption",
    "end_matter": "end_matter",
    "jump_to": "end_matter",
    "editors_note": "editors_note",
    "note": "note",
    "brief": "brief",
    "head": "crosshead",
    "label": "crosshead",
    "numbered": "crosshead",
    "item": "list",
    "verse": "verse",
    "row": "table",
}


def read_blocks(lines: Sequence[Labelled], headline: str | None) -> tuple[Block, ...]:
    """The blocks of the lines below an article's head."""
    briefs = headline is not None and bool(signs.BRIEFS.search(signs.closed_up(headline)))
    return tuple(_blocks(lines, briefs))


def _blocks(lines: Sequence[Labelled], briefs: bool) -> Iterator[Block]:
    for _, run in groupby(lines, key=_run_key):
        items = list(run)
        kind, shown = items[0].kind, block_kind(items[0])
        if items[0].image and not items[0].is_replaced:
            yield Image(items[0].image)
        if items[0].is_replaced:
            yield from (Image(item.image or "", item.body) for item in items)
        elif briefs and kind in ("item", "prose"):
            yield from (text_block("brief", item.body) for item in items)
        elif kind == "item":
            yield ListBlock("\n".join(item.body for item in items))
        elif kind == "verse":
            yield Verse("".join("\n" * item.opens_stanza + "\n" + item.body for item in items).lstrip("\n"))
        elif kind == "row":
            yield Table(tuple(tuple(cells_of(item.body)) for item in items))
        else:
            yield from (text_block(shown, item.body) for item in items)


def _run_key(item: Labelled) -> str | tuple[str, int, str, bool]:
    """Lines of one kind belong together; a table ends where the number of cells changes, any run at a picture."""
    if item.kind != "row" and not item.image and not item.is_replaced:  # most lines
        return item.kind
    return item.kind, len(cells_of(item.body)) if item.kind == "row" else 0, item.image or "", item.is_replaced


def block_kind(item: Labelled) -> str:
    """The kind of block that a line below an article's head becomes, or becomes a part of."""
    return _KINDS.get(item.kind, "paragraph")
