"""A written edition read back: its text held against the Issue, its form against the field's own checkers."""

import unicodedata
from collections.abc import Iterable, Iterator
from heapq import nlargest
from pathlib import Path
from typing import Final

from ...errors import GuardError
from ...model import Issue, Note, Table
from ...report import Finding
from ...style import region_of
from ..files import xml_issue
from ..nameplate import entry, issue_line, issue_name, running_head
from .checkers import check_form

_PLACES: Final = 100
_AROUND: Final = 12  # characters shown on each side of a difference
_NUMBERS: Final = "0123456789·.…—–-/第页頁版期号號"  # of page numbers, leaders and the nameplate


def verify(issue: Issue, path: Path, name: str) -> list[Finding]:
    """Check a written DOCX, PDF, EPUB or HTML (`name`); other formats pass.

    GuardError where its text is not the Issue's, character by character, or where EPUBCheck or qpdf, if
    installed, find an error; what they warn of are findings.
    """
    issue, _ = xml_issue(issue)
    if name in ("docx", "epub", "html"):
        from . import markup

        pieces = {"docx": markup.docx_pieces, "epub": markup.epub_pieces, "html": markup.html_pieces}[name]
        _compare(issue, pieces(path), name, lines=True)
    elif name == "pdf":
        from .pdf import pdf_pieces

        _compare(issue, pdf_pieces(path), name, lines=False)
    return check_form(path, name)


def _texts(issue: Issue) -> Iterator[str]:
    """The texts of the articles in reading order, notes aside: formats have places of their own for those."""
    for article in issue.articles:
        yield from article.titles()
        for block in article.blocks:
            if isinstance(block, Table):
                yield from (cell for row in block.rows for cell in row)
            elif not isinstance(block, Note):
                yield block.text


def _contents(issue: Issue) -> Iterator[str]:
    """What an edition may say of its articles beside them."""
    yield region_of(issue.language).contents
    for article in issue.articles:
        yield f"{article.kicker or ''} {entry(article, issue)}"


def _nameplate(issue: Issue) -> frozenset[str]:
    """The characters of nameplate, running heads and folios; formats arrange them as they like."""
    words = (issue.title, issue_name(issue), issue_line(issue), running_head(issue), issue.number, issue.publisher)
    return frozenset(_visible("".join(word or "" for word in words)) + _NUMBERS)


def _visible(text: str) -> str:
    return "".join(ch for ch in text if not ch.isspace() and unicodedata.category(ch) not in ("Cc", "Cf"))


def _compare(issue: Issue, pieces: Iterable[str], name: str, lines: bool) -> None:
    """Hold the pieces of text of an edition against the Issue; with `lines` its line ends and spaces too."""

    def form(texts: Iterable[str]) -> list[str]:
        if not lines:
            return [visible for text in texts if (visible := _visible(text))]
        return [f"{line}\n" for text in texts for line in text.split("\n") if line.strip()]

    got = form(pieces)
    notes = form(block.text for article in issue.articles for block in article.blocks if isinstance(block, Note))
    whole = "".join(got)
    for note in notes:
        if note not in whole:
            raise _differs(name, note, "")
    contents, nameplate = "\x00".join(map(_visible, [*_contents(issue), *notes])), _nameplate(issue)
    added = [word in contents or nameplate.issuperset(word) for word in map(_visible, got)]
    _match("".join(form(_texts(issue))), got, added, name)


def _match(want: str, pieces: list[str], added: list[bool], name: str) -> None:
    """The pieces, those aside that the edition may have added, must make up `want`.

    A piece such as a headline in the contents could be either, so every place that the text can have
    reached is kept in mind. There are seldom more than two, but for tables of figures, which look like
    page numbers: there the places furthest on are kept, for little is added to a text and nothing left out.
    """
    places = {0}
    for piece, extra in zip(pieces, added, strict=True):
        reached = {place + len(piece) for place in places if want.startswith(piece, place)}
        if not extra and not reached:
            place = max(places)
            raise _differs(name, want[place : place + len(piece) + _AROUND], piece)
        places = reached | places if extra else reached
        if len(places) > _PLACES:
            places = set(nlargest(_PLACES, places))
    if len(want) not in places:
        raise _differs(name, want[max(places) :], "")


def _differs(name: str, want: str, got: str) -> GuardError:
    """The error that says where the text of an edition leaves the Issue's, with what stands around the place."""
    same = next((n for n, (a, b) in enumerate(zip(want, got, strict=False)) if a != b), min(len(want), len(got)))
    wanted, found = (text[max(0, same - _AROUND) : same + _AROUND].strip("\n") for text in (want, got))
    if not found:
        what = f"{wanted!r} is missing"
    elif not wanted:
        what = f"{found!r} stands beyond its end"
    else:
        what = f"{found!r} stands for {wanted!r}"
    return GuardError(
        f"the {name} edition differs from the issue: {what}",
        "This is a bug of kanben's own: please report it. Without --verify the edition is written.",
    )
