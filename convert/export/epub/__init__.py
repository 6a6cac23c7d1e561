"""The Issue as EPUB 3: one chapter an article, contents for new readers and old ones."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ... import __version__
from ...model import Issue
from ...report import Finding
from ...style import Edition, region_of
from ..files import identifier, stamp, write_zip, xml_issue
from ..nameplate import entry, issue_name
from ..pictures import Picture, load_pictures
from .documents import chapter, chapter_name, contents_page, style_sheet
from .metadata import accessibility, collection

if TYPE_CHECKING:
    from ebooklib import epub

_XHTML: Final = "application/xhtml+xml"


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the book. Its bytes depend on issue, edition and version alone."""
    issue, findings = xml_issue(issue)
    pictures, missing = load_pictures(issue, edition)
    names = {source: f"picture-{n:03}.{picture.suffix}" for n, (source, picture) in enumerate(pictures.items(), 1)}
    book = _book(issue, edition, pictures)
    _add_items(book, issue, edition, names)
    for source, name in names.items():
        _add(book, name.partition(".")[0], name, pictures[source].media_type, pictures[source].data)
    write_zip(path, _entries(book, issue), stamp(issue), stored=frozenset({"mimetype"}))
    return findings + missing


def _book(issue: Issue, edition: Edition, pictures: dict[str, Picture]) -> "epub.EpubBook":
    """An empty book with its metadata."""
    from ebooklib import epub

    book = epub.EpubBook()
    book.set_identifier(f"urn:uuid:{identifier(issue)}")
    book.set_title(issue_name(issue))
    book.set_language(issue.language)
    book.set_unique_metadata("OPF", "generator", "", {"name": "generator", "content": f"kanben {__version__}"})
    if issue.date:
        book.add_metadata("DC", "date", issue.date.isoformat())
    if issue.publisher:
        book.add_metadata("DC", "publisher", issue.publisher)
    for value, attributes in (*collection(issue), *accessibility(issue, pictures)):
        book.add_metadata(None, "meta", value, attributes)
    if edition.vertical:
        book.set_direction("rtl")
    return book


def _add(book: "epub.EpubBook", uid: str, name: str, media_type: str, data: bytes, *properties: str) -> "epub.EpubItem":
    """Add a file as it is. EpubHtml would parse our markup again, several times, and drop its head."""
    from ebooklib import epub

    item = epub.EpubItem(uid, name, media_type, data)
    item.properties = list(properties)
    return book.add_item(item)


def _add_items(book: "epub.EpubBook", issue: Issue, edition: Edition, pictures: dict[str, str]) -> None:
    """Add style sheet, contents and chapters, in reading order, and the contents for old readers."""
    from ebooklib import epub

    region = region_of(issue.language)
    _add(book, "style", "edition.css", "text/css", style_sheet(region, edition).encode())
    nav = _add(book, "nav", "nav.xhtml", _XHTML, contents_page(issue, region, edition.vertical).encode(), "nav")
    book.spine = [nav]
    for number, article in enumerate(issue.articles, 1):
        name, data = chapter_name(number), chapter(issue, number, edition.vertical, pictures).encode()
        book.spine.append(_add(book, f"article-{number}", name, _XHTML, data))
        title = " ".join(part for part in (article.headline and article.kicker, entry(article, issue)) if part)
        book.toc.append(epub.Link(name, title, f"entry-{number}"))
    if not issue.articles:
        book.toc.append(epub.Link("nav.xhtml", issue_name(issue), "entry"))
    book.add_item(epub.EpubNcx())


def _entries(book: "epub.EpubBook", issue: Issue) -> Iterable[tuple[str, bytes]]:
    """The files of the book as EbookLib packs them, to be packed again without the time of day."""
    from ebooklib import epub

    packed = io.BytesIO()
    options = {"mtime": stamp(issue), "raise_exceptions": True, "compresslevel": 0}
    epub.write_epub(packed, book, options)
    with zipfile.ZipFile(packed) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
