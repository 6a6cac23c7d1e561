"""word/document.xml: nameplate, contents and articles, in sections."""

from collections.abc import Iterator, Sequence
from typing import Final

from ...model import Issue
from ...style import region_of
from ..nameplate import entry, issue_line
from .body import Typeset, anchor
from .markup import el, field_code, paragraph, part
from .names import BAND_RULE, NAMES, SECTION_END
from .page import Page
from .runs import Runs

# Headlines alone, as links, without page numbers; those of its styles that Word would not find by their level.
_NAMES: Final = ("Headline", "Lead Headline", "Column Headline", "Opening Headline", "Opening Column Headline")
_TOC: Final = r'TOC \o "1-1" \n \h \z \u \t "' + ",".join(f"{name},1" for name in _NAMES) + '"'


def document(issue: Issue, articles: Sequence[Typeset], page: Page, runs: Runs, references: str) -> bytes:
    """The main part; `references` are the sectPr elements that name head and foot."""
    entries = [
        (entry(article, issue), anchor(number))
        for number, article in enumerate(issue.articles, 1)
        if articles[number - 1].open(number)
    ]
    opening = [*_nameplate(issue, runs), *_contents(issue, entries, runs)]
    sections = _merged(_sections(opening, articles, page))
    if sections[-1][0] > 1 and not page.edition.vertical:  # columns are balanced only where another section follows
        sections.append((1, [paragraph(SECTION_END, "")]))
    out: list[str] = []
    for n, (columns, paragraphs) in enumerate(sections):
        settings = page.section(columns, "" if n else references, first=n == 0)
        if n < len(sections) - 1:
            out.extend(_closed(paragraphs, settings))
        else:
            out.extend((*paragraphs, settings))
    return part("document", el("body", *out))


def _sections(opening: list[str], articles: Sequence[Typeset], page: Page) -> Iterator[tuple[int, list[str]]]:
    """Numbers of columns with the paragraphs that are set in them.

    In a horizontal newspaper the titles of long articles run over all columns, and the text below is balanced;
    short articles follow each other in the columns. A rule parts these bands. In vertical pages the tiers are filled
    in turn, titles and all; a book has one column.
    """
    yield 1, opening
    begun, after_wide = bool(opening), True
    for article in articles:
        if page.banded and begun and (article.wide or after_wide):
            yield 1, [paragraph(BAND_RULE, "")]
        yield 1 if article.wide else page.columns, article.head
        yield page.columns, article.text
        begun, after_wide = True, article.wide


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


def _nameplate(issue: Issue, runs: Runs) -> Iterator[str]:
    if issue.title:
        yield runs.styled("title", issue.title)
    line = issue_line(issue)
    if line:
        yield runs.styled("issue_line", line)


def _contents(issue: Issue, entries: Sequence[tuple[str, str]], runs: Runs) -> list[str]:
    """Texts and bookmarks as a TOC field whose entries stand there already, as links: Word asks nothing at opening.

    It gives no page numbers, since only the program that shows the pages knows them; an update in Word adds none.
    """
    if len(entries) < 2:
        return []
    lines = [el("hyperlink", runs(text), anchor=target, history=1) for text, target in entries]
    lines[0] = field_code(_TOC) + lines[0]
    title = runs.styled("contents_title", region_of(issue.language).contents)
    lines[-1] += el("r", el("fldChar", fldCharType="end"))
    end = paragraph(SECTION_END, "")  # a section must not end within the field: LibreOffice loses the foot of its pages
    return [title, *(paragraph(NAMES["contents"].id, line) for line in lines), end]
