"""The blocks of an article's body."""

from collections.abc import Sequence

from ..model import Block, text_block
from .labels import Labelled

_KINDS = {
    "byline": "byline",
    "credit": "credit",
    "caption": "caption",
    "end_matter": "end_matter",
    "editors_note": "editors_note",
    "note": "note",
    "head": "crosshead",
    "label": "crosshead",
    "numbered": "crosshead",
}


def read_blocks(lines: Sequence[Labelled]) -> tuple[Block, ...]:
    """The blocks of the lines below an article's head."""
    return tuple(text_block(_KINDS.get(item.kind, "paragraph"), item.body) for item in lines)
