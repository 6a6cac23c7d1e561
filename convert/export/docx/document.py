"""word/document.xml: nameplate, contents and articles, in sections."""

from collections.abc import Iterator, Sequence
from typing import Final

from ...model import Issue
from ...style import region_of
from ..nameplate import entry, issue_line
from .body import Typeset, anchor, styled, typeset
from .markup import el, paragraph, part, run, runs
from .page import Page
from .styles import NAMES, SECTION_END

_LEAST_LINES: Final = 3  # a text that would not fill as many in every column is set over all columns
_CONTENTS_COLUMNS: Final = 2  # in a newspaper


def document(issue: Issue, page: Page, references: str) -> bytes:
    """The main part; `references` are the sectPr elements that name head and foot."""
    articles = [typeset(article) for article in issue.articles]
    for number, article in enumerate(articles, 1):
        if article.head or article.text:
            article.mark(number)
    sections = _merged(_sections(issue, articles, page))
    out: list[str] = []
    for n, (columns, paragraphs) in enumerate(sections):
        settings = page.section(
            columns, "" if n else references, first=n == 0, starts="continuous" if n else "nextPage"
        )
        if n < len(sections) - 1:
            out.extend(_closed(paragraphs, settings))
        else:
            out.extend((*paragraphs, settings))
    return part("document", el("body", *out))


def _sections(issue: Issue, articles: Sequence[Typeset], page: Page) -> Iterator[tuple[int, list[str]]]:
    """Numbers of columns with the paragraphs that are set in them.

    In horizontal newspapers titles run over all columns and the text below is balanced; in vertical
    ones, and in books, everything follows in the same columns.
    """
    yield 1, list(_nameplate(issue))
    newspaper = page.columns > 1
    yield min(page.columns, _CONTENTS_COLUMNS), _contents(issue, articles)
    for article in articles:
        if newspaper and not page.edition.vertical:
            yield 1, article.head
            narrow = article.signs >= _LEAST_LINES * page.columns * page.line_length
            yield page.columns if narrow else 1, article.text
        else:
            yield page.columns, [*article.head, *article.text]


def _merged(sections: Iterator[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Neighbours of as many columns as one section; empty ones left out. At least one section."""
    out: list[tuple[int, list[str]]] = []
    for columns, paragraphs in sections:
        if out and (out[-1][0] == columns or not paragraphs):
            out[-1][1].extend(paragraphs)
        elif paragraphs:
            out.append((columns, list(paragraphs)))
    return out or [(1, [paragraph("Body", "")])]


def _closed(paragraphs: list[str], settings: str) -> list[str]:
    """The section's paragraphs with its settings in the last one, or in one without height after a table."""
    last = paragraphs[-1]
    if not last.startswith("<w:p>"):
        return [*paragraphs, paragraph(SECTION_END, "", settings)]
    return [*paragraphs[:-1], last.replace("</w:pPr>", f"{settings}</w:pPr>", 1)]


def _nameplate(issue: Issue) -> Iterator[str]:
    if issue.title:
        yield styled("title", issue.title)
    line = issue_line(issue)
    if line:
        yield styled("issue_line", line)


def _contents(issue: Issue, articles: Sequence[Typeset]) -> list[str]:
    """A TOC field whose entries stand there already, as links: Word asks nothing when it opens the file.

    It gives no page numbers, since only the program that shows the pages knows them; an update in Word adds none.
    """
    entries = [
        (entry(article, issue), anchor(number))
        for number, article in enumerate(issue.articles, 1)
        if articles[number - 1].head or articles[number - 1].text
    ]
    if len(entries) < 2:
        return []
    begin = _field("begin") + el("r", '<w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z \\u </w:instrText>')
    begin += _field("separate")
    lines = []
    for n, (text, target) in enumerate(entries):
        link = el("hyperlink", runs(text), anchor=target, history=1)
        first, last = begin if n == 0 else "", _field("end") if n == len(entries) - 1 else ""
        lines.append(paragraph(NAMES["contents"].id, f"{first}{link}{last}"))
    return [styled("contents_title", region_of(issue.language).contents), *lines]


def _field(kind: str) -> str:
    return el("r", el("fldChar", fldCharType=kind))


def folio(root: str, text: str = "") -> bytes:
    """A head (`hdr`) with a text, or a foot (`ftr`) with the page's number as a field."""
    number = _field("begin") + el("r", '<w:instrText xml:space="preserve"> PAGE </w:instrText>') + _field("separate")
    inside = runs(text) if root == "hdr" else number + run("1") + _field("end")
    return part(root, paragraph(NAMES["folio"].id, inside))
