"""The lines of a page, with what a form feed and a blank line part."""

import re
from typing import Final, NamedTuple

from ... import chars
from ...patterns import regex

LONGEST: Final = 48  # characters of a running head, blanks aside
BLANK: Final = regex(f"[{chars.BLANKS}]+")
DATE: Final = regex(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?")
# What only furniture looks like, however often it stands there: a number in dashes or dots, 第3页 共30页.
FOLIO: Final = regex(
    r"[-—–─~·•.|]{1,3}\d{1,4}[-—–─~·•.|]{1,3}|第\d{1,4}[页頁]([,，/|]?共\d{1,4}[页頁])?|\d{1,4}/\d{1,4}[页頁]?"
    r"|[PpＰ]\.?\d{1,4}|Page\d{1,4}(of\d{1,4})?"
)


class Piece(NamedTuple):
    """A line, or the part of one before a form feed: its offset, its words, and what stands before it."""

    start: int
    body: str
    blank_before: bool
    feed_before: bool

    @property
    def end(self) -> int:
        return self.start + len(self.body)


def pieces_of(text: str) -> list[Piece]:
    feeds = {m.start() for m in re.finditer("\f", text)}
    out: list[Piece] = []
    start, blank, feed = 0, False, False
    for raw in (text.replace("\f", "\n") if feeds else text).split("\n"):
        body = raw.strip(chars.BLANKS)
        if body:
            out.append(Piece(start if body == raw else start + raw.index(body[0]), body, blank, feed))
            blank = feed = False
        elif start and start - 1 not in feeds and start + len(raw) not in feeds:
            blank = True
        start += len(raw) + 1
        if start - 1 in feeds:
            feed = True
    return out
