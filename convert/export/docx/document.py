"""word/document.xml: nameplate, contents and articles, in sections."""

from collections.abc import Iterator, Sequence

from ...model import Issue
from ...style import region_of
from ..nameplate import entry, issue_line
from .body import Typeset, anchor, styled
from .markup import el, paragraph, part, run, runs
from .page import Page
from .styles import NAMES, SECTION_END


def document(issue: Issue, articles: Sequence[Typeset], page: Page, references: str) -> bytes:
    """The main part; `references` are the sectPr elements that name head and foot."""
    entries = [
        (entry(article, issue), anchor(number))
        for number, article in enumerate(issue.articles, 1)
        if articles[number - 1].open(number)
    ]
    sections = _merged(_sections(issue, articles, _contents(issue, entries), page))
    if sections[-1][0] > 1 and not page.edition.vertical:  # columns are balanced only where another section follows
        sections.append((1, [paragraph(SECTION_END, "")]))
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


def _sections(
    issue: Issue, articles: Sequence[Typeset], contents: list[str], page: Page
) -> Iterator[tuple[int, list[str]]]:
    """Numbers of columns with the paragraphs that are set in them.

    In horizontal newspapers titles run over all columns and the text below is balanced; in vertical ones the
    tiers are filled in turn, titles and all; a book has one column.
    """
    yield 1, [*_nameplate(issue), *contents]
    spread = page.columns if page.edition.vertical else 1
    for article in articles:
        yield spread, article.head
        yield article.columns, article.text


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


def _contents(issue: Issue, entries: Sequence[tuple[str, str]]) -> list[str]:
    """Texts and bookmarks as a TOC field whose entries stand there already, as links: Word asks nothing at opening.

    It gives no page numbers, since only the program that shows the pages knows them; an update in Word adds none.
    """
    if len(entries) < 2:
        return []
    code = ' TOC \\o "1-1" \\n \\h \\z \\u '
    begin = _field("begin") + el("r", f'<w:instrText xml:space="preserve">{code}</w:instrText>') + _field("separate")
    lines = [el("hyperlink", runs(text), anchor=target, history=1) for text, target in entries]
    lines[0] = begin + lines[0]
    title = styled("contents_title", region_of(issue.language).contents)
    lines[-1] += _field("end")
    end = paragraph(SECTION_END, "")  # a section must not end within the field: LibreOffice loses the foot of its pages
    return [title, *(paragraph(NAMES["contents"].id, line) for line in lines), end]


def _field(kind: str) -> str:
    return el("r", el("fldChar", fldCharType=kind))


def folio(root: str, text: str = "") -> bytes:
    """A head (`hdr`) with a text, or a foot (`ftr`) with the page's number as a field."""
    number = _field("begin") + el("r", '<w:instrText xml:space="preserve"> PAGE </w:instrText>') + _field("separate")
    inside = runs(text) if root == "hdr" else number + run("1") + _field("end")
    return part(root, paragraph(NAMES["folio"].id, inside))
