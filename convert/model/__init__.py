"""The document model: an Issue of Articles of blocks, and its JSON form.

All values are frozen; change one with `dataclasses.replace`. The blocks are a closed union:
an exporter matches over `Block` and ends in `assert_never`.
"""

from .issue import (
    TEXT_KINDS,
    Article,
    Block,
    Brief,
    Byline,
    Caption,
    Credit,
    Crosshead,
    EditorsNote,
    EndMatter,
    Furniture,
    FurnitureKind,
    Image,
    Issue,
    ListBlock,
    Note,
    Paragraph,
    Table,
    Verse,
    text_block,
)
from .json import issue_from_json, issue_to_json

__all__ = [
    "TEXT_KINDS",
    "Article",
    "Block",
    "Brief",
    "Byline",
    "Caption",
    "Credit",
    "Crosshead",
    "EditorsNote",
    "EndMatter",
    "Furniture",
    "FurnitureKind",
    "Image",
    "Issue",
    "ListBlock",
    "Note",
    "Paragraph",
    "Table",
    "Verse",
    "issue_from_json",
    "issue_to_json",
    "text_block",
]
