"""Kinds that a line has from the lines next to it: salutations, authors, captions, signatures, editor's notes."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .. import chars
from ..patterns import regex
from . import bylines, signs
from .labels import Labelled
from .title_signs import signs_of
from .titles import NO_COLUMN
from .two_lines import wants_more
from .verse import opens_verse, tells_of_poems

_NUMBERED_KICKER: Final = 12  # characters
_COLUMN: Final = 4
_SERIES: Final = 12
_QUOTATION: Final = regex("“[^“”]{3,20}[！？]”")
_AUTHOR_LENGTH: Final = 24  # characters
_CAPTION_LENGTH: Final = 300
_PARAGRAPHS: Final = 40  # lines that are looked back over
_DAY: Final = regex("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月.{1,3}日，")  # as captions begin
_NOTE_HEADING: Final = 8
_HEADS_DAY: Final = regex("[（(](?:[0-9]{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日[^（()）]{0,12}[）)]")
# What may stand below a signature: the next article, or what closes this one.
_AFTER_SIGNATURE: Final = frozenset(
    {"head", "label", "end_matter", "editors_note", "numbered", "caption", "folio", "jump_from"}
)


def label_salutations(lines: Sequence[Labelled]) -> None:
    """A short line that ends in a colon or dash is a kicker above another head line, and speech above a text."""
    for at, item in enumerate(lines):
        if item.kind not in ("head", "numbered") or not item.body.endswith(("：", ":", "——", "──")):
            continue
        below = lines[at + 1].kind if at + 1 < len(lines) else None
        if (item.kind == "head" or len(item.body) > _NUMBERED_KICKER) and below not in ("head", "label"):
            item.become("prose", "announces the text below")


def label_columns(lines: Sequence[Labelled]) -> None:
    """A short line above several headlines names their column: 暖新闻; a longer one does if it tells no news."""
    above = [item for item, below in pairwise(lines) if item.kind == below.kind == "head"]
    short = [item for item in above if len(item.body) <= _SERIES and all(map(chars.is_han, item.body))]
    times = Counter(item.body for item in short)
    for item in short:
        if times[item.body] > 1 and (len(item.body) <= _COLUMN or NO_COLUMN.isdisjoint(signs_of(item.words))):
            item.become("label", "stands above several headlines")


def label_quotations(lines: Sequence[Labelled]) -> None:
    """A short quotation that cries or asks is a headline above a byline or what begins as a deck."""
    for item, below in pairwise(lines):
        if item.kind != "prose" or item.body[0] != "“" or not _QUOTATION.fullmatch(item.body):
            continue
        if below.kind == "byline" or (below.kind == "head" and below.body.startswith(("——", "──"))):
            item.become("head", "a quotation above a byline or deck")


def label_authors(lines: Sequence[Labelled]) -> None:
    """A name between a headline and its text is the author's; so are the bodies below a document's title."""
    for at in range(1, len(lines)):
        item, above = lines[at], lines[at - 1]
        if at > 1 and _is_day(above):
            above = lines[at - 2]
        if item.kind not in ("head", "numbered") or above.kind not in ("head", "label") or above.body[-1] in "：:":
            continue
        if wants_more(above.words):
            continue
        under = at + 2 if at + 2 < len(lines) and _is_day(lines[at + 1]) else at + 1
        below = lines[under].kind if under < len(lines) else None
        verse = opens_verse(lines, under)
        if below is None or (below in ("head", "label", "byline") and not verse) or lines[under].dateline:
            continue
        if signs.STANDING.match(item.words) or len(item.body) > _AUTHOR_LENGTH:
            continue
        signed = signs.column_tail(above.body) or tells_of_poems(above.body)
        if (signed and bylines.is_pen_name(item.body)) or bylines.is_author(
            item.body, strict=verse and not tells_of_poems(above.body)
        ):
            reason = "a name between headline and text"
        elif signs.is_whole_title(above.words) and all(map(bylines.is_body, item.body.split())):
            reason = "the bodies below a document's title"
        else:
            continue
        item.become("byline", reason)
        if under == at + 2:
            lines[at + 1].become("prose", "the day of a speech or document, below its author")


def _is_day(item: Labelled) -> bool:
    """Whether a head line is the day of a speech or document, as it stands beside its author: （2007年11月13日）."""
    return item.kind == "head" and item.body[0] in "（(" and _HEADS_DAY.fullmatch(item.words) is not None


def label_captions(lines: Sequence[Labelled]) -> None:
    """What stands above a credit is its caption."""
    for at in range(1, len(lines)):
        item, above = lines[at], lines[at - 1]
        if item.kind != "credit" or above.dateline or len(above.body) > _CAPTION_LENGTH:
            continue
        if signs.SOURCE.fullmatch(item.words):
            continue
        if (above.kind == "prose" and above.closed) or (above.kind == "head" and at > 1 and lines[at - 2].closed):
            above.become("caption", "stands above a credit")
            if at > 1 and not lines[at - 2].closed and _DAY.match(lines[at - 2].body) and not lines[at - 2].dateline:
                lines[at - 2].become("caption", "goes on above a credit")


def label_signatures(lines: Sequence[Labelled]) -> None:
    """A name below a closed text, with a headline, a date or nothing below it, signs that text."""
    for at in range(1, len(lines)):
        item, above = lines[at], lines[at - 1]
        if item.kind not in ("head", "byline") or above.kind not in ("prose", "verse", "item"):
            continue
        if above.kind == "prose" and not above.closed:
            continue
        if at + 1 < len(lines) and lines[at + 1].kind == "end_matter" and bylines.is_body(item.body):
            item.become("byline", "a body above its date")
        elif _is_signed(lines, at) or _issues_document(lines, at):
            continue
        elif (at + 1 == len(lines) or lines[at + 1].kind in _AFTER_SIGNATURE) and bylines.is_signature(item.body):
            item.become("byline", "a name below a text")


def _issues_document(lines: Sequence[Labelled], at: int) -> bool:
    """Whether a line names the bodies whose document's title goes on below: 水利部 卫生部, above 关于…的通知."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.kind != "head" or not signs.is_whole_title(below.words):
        return False
    if below.body.startswith(("关于", "關於")):
        return all(map(bylines.is_body, lines[at].body.split()))
    above = lines[max(0, at - _PARAGRAPHS) : at]  # if a document stands there, they may have signed it
    return bylines.are_bodies(lines[at].body) and not any(
        item.kind == "head" and signs.is_whole_title(item.words) for item in above
    )


def _is_signed(lines: Sequence[Labelled], at: int) -> bool:
    """Whether the text above a line has its author already, at its head or behind its dateline."""
    for place in range(at - 1, max(0, at - _PARAGRAPHS), -1):
        item, above = lines[place], lines[place - 1]
        if item.dateline:
            return bool(item.dateline[1])
        if item.kind == "byline":
            return above.kind in ("head", "label")
        if above.kind in ("head", "label", "numbered") and not _may_be_crosshead(lines, place - 1):
            return False
    return False


def _may_be_crosshead(lines: Sequence[Labelled], at: int) -> bool:
    """Whether a heading stands alone between two paragraphs, so that the text above it may be of the same article."""
    return at > 0 and lines[at].kind != "label" and lines[at - 1].kind == "prose" and lines[at - 1].closed


def label_notes(lines: Sequence[Labelled]) -> None:
    """An editor's note whose heading stands alone goes on in the paragraph below."""
    for above, item in pairwise(lines):
        if above.kind == "editors_note" and len(above.body) <= _NOTE_HEADING and item.kind in ("prose", "item"):
            item.become("editors_note", "stands below the heading of an editor's note")
