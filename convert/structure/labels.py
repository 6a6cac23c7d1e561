"""Each line of a text with the kind it seems to be, and the evidence for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from .. import chars
from ..lines import Line, lines_of
from ..text import Text
from . import signs

Kind = Literal[
    "prose", "head", "label", "byline", "credit", "caption", "jump_to", "jump_from", "end_matter",
    "editors_note", "note", "numbered", "item", "verse", "row",
]  # fmt: skip

HEAD_WIDTH: Final = 100  # half-width cells: longer lines are prose, whatever their end
SHORT: Final = 80  # characters: no line that is all sign is longer
_PROSE_ENDS: Final = frozenset("。，、；,;")


@dataclass(slots=True)
class Labelled:
    """A line, what it seems to be, and why. `indent` is the raw file's, in half-width cells."""

    line: Line
    kind: Kind
    why: list[str] = field(default_factory=list)
    indent: int = 0

    @property
    def body(self) -> str:
        return self.line.body

    @property
    def closed(self) -> bool:
        """Whether the line ends as a sentence, a quotation or a heading of what follows does."""
        return self.body[-1] in chars.TERMINAL


def label_lines(text: Text) -> list[Labelled]:
    """The lines of a text that are not blank, each with its kind."""
    lines = lines_of(text.value)
    labelled = [Labelled(line, *_kind_of(line.body)) for line in lines]
    for item, indent in zip(labelled, _raw_indents(text, lines), strict=True):
        item.indent = indent
    return labelled


def _raw_indents(text: Text, lines: Sequence[Line]) -> list[int]:
    """Indents as the raw file had them: cleaning takes them off, but they part prose from headlines."""
    if not text.history:
        return [chars.width(line.indent) for line in lines]
    starts = [line.start + len(line.indent) for line in lines]
    raw_lines = text.raw.split("\n")
    out = []
    for row, column in text.positions(starts, len(text.history)):
        before = raw_lines[row - 1][: column - 1]
        out.append(0 if before.strip(chars.BLANKS) else chars.width(before))
    return out


def _kind_of(body: str) -> tuple[Kind, list[str]]:
    """The kind of a line by its own words."""
    words = signs.plain(body if len(body) <= SHORT else body[:SHORT] + body[-SHORT:])
    if len(body) <= SHORT:
        for kind, pattern in _SHORT_KINDS:
            if pattern.fullmatch(words):
                return kind, [f"reads as a {kind.replace('_', ' ')}"]
        if signs.is_byline(body):
            return "byline", ["reads as a byline"]
    for kind, pattern in _OPENINGS:
        if pattern.match(words):
            return kind, [f"opens as a {kind.replace('_', ' ')}"]
    if signs.CAPTION_INSIDE.search(words) and not signs.dateline_of(body):
        return "caption", ["tells of a picture"]
    if is_head(body):
        return "head", ["short, without a full stop"]
    return "prose", []


_SHORT_KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("jump_to", signs.JUMP_TO),
    ("label", signs.LABEL),
    ("credit", signs.CREDIT),
    ("end_matter", signs.END_MATTER),
)
_OPENINGS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("jump_from", signs.JUMP_FROM),
    ("editors_note", signs.EDITORS_NOTE),
    ("caption", signs.CAPTION),
    ("note", signs.NOTE),
)


def is_head(body: str) -> bool:
    """Whether a line by itself may be a heading: short, one phrase or a few, without a full stop."""
    if body[-1] in _PROSE_ENDS or "。" in body or chars.width(body) > HEAD_WIDTH:
        return False
    if body.count("，") > 1 and not signs.DECK_START.match(body):
        return False
    return not signs.dateline_of(body)
