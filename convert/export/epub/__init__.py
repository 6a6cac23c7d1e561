"""The Issue as EPUB 3: a cover, one chapter an article, contents for new readers and old ones."""

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ... import __version__
from ...model import Issue
from ...report import Finding
from ...style import Edition
from ..cover import draw_cover
from ..embedding import embed
from ..files import escape, identifier, stamp, write_zip, xml_issue
from ..markup import Setting
from ..nameplate import entry, issue_name
from ..pictures import load_pictures
from .documents import chapter, chapter_name, contents_page, cover_page, pages_of, style_sheet
from .metadata import Meta, accessibility, collection

if TYPE_CHECKING:
    from ebooklib import epub

_XHTML: Final = "application/xhtml+xml"
_COVER: Final = "cover.png"


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the book. Its bytes depend on issue, edition and version alone."""
    issue, findings = xml_issue(issue)
    pictures, missing = load_pictures(issue, edition)
    names = {source: f"picture-{n:03}.{picture.suffix}" for n, (source, picture) in enumerate(pictures.items(), 1)}
    setting = Setting(epub=True, vertical=edition.vertical, pictures=names)
    cover, fonts = draw_cover(issue, edition), embed(issue, edition)

    book = _book(issue, [*collection(issue), *accessibility(issue, pictures)])
    if edition.vertical:
        book.set_direction("rtl")
    if cover:
        _add_cover(book, cover)
    _add(book, "style", "edition.css", "text/css", style_sheet(issue, edition, fonts).encode())
    _add_documents(book, issue, setting, bool(cover))
    for n, font in enumerate(fonts.fonts, 1):
        _add(book, f"font-{n}", f"{font.family}.{font.suffix}", font.media_type, font.data)
    for source, name in names.items():
        _add(book, name.partition(".")[0], name, pictures[source].media_type, pictures[source].data)
    write_zip(path, _entries(book, issue), stamp(issue), stored=frozenset({"mimetype"}))
    return [*findings, *missing, *fonts.findings]


def _book(issue: Issue, metas: list[Meta]) -> "epub.EpubBook":
    """An empty book with its metadata."""
    from ebooklib import epub

    book = epub.EpubBook()
    book.set_identifier(f"urn:uuid:{identifier(issue)}")
    book.set_title(issue_name(issue))
    book.set_language(issue.language)
    book.set_unique_metadata("OPF", "generator", "", {"name": "generator", "content": f"kanben {__version__}"})
    if issue.date:
        book.add_metadata("DC", "date", issue.date.isoformat())
    if author := issue.publisher or issue.title:  # as in the other formats: shelves are sorted by it
        book.add_author(author)
    if issue.publisher:
        book.add_metadata("DC", "publisher", issue.publisher)
    for value, attributes in metas:
        book.add_metadata(None, "meta", value, attributes)
    return book


def _add(book: "epub.EpubBook", uid: str, name: str, media_type: str, data: bytes, *properties: str) -> "epub.EpubItem":
    """Add a file as it is. EpubHtml would parse our markup again, several times, and drop its head."""
    from ebooklib import epub

    item = epub.EpubItem(uid, name, media_type, data)
    item.properties = list(properties)
    return book.add_item(item)


def _add_cover(book: "epub.EpubBook", data: bytes) -> None:
    """Add the cover's picture. EpubBook.set_cover would ask the machine's tables what a PNG is."""
    from ebooklib import epub

    item = epub.EpubCover("cover-image", _COVER)
    item.media_type, item.content = "image/png", data
    book.add_item(item)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": "cover-image"})  # for old readers


def _add_documents(book: "epub.EpubBook", issue: Issue, setting: Setting, cover: bool) -> None:
    """Add cover, contents and chapters, in reading order, and the contents for old readers."""
    from ebooklib import epub

    if cover:
        book.spine.append(_add(book, "cover", "cover.xhtml", _XHTML, cover_page(issue, _COVER).encode()))
    nav = contents_page(issue, setting.vertical, cover).encode()
    book.spine.append(_add(book, "nav", "nav.xhtml", _XHTML, nav, "nav"))
    pages = pages_of(issue)
    for number, article in enumerate(issue.articles, 1):
        name, data = chapter_name(number), chapter(issue, number, setting, pages.get(number, "")).encode()
        book.spine.append(_add(book, f"article-{number}", name, _XHTML, data))
        title = " ".join(part for part in (article.headline and article.kicker, entry(article, issue)) if part)
        book.toc.append(epub.Link(name, title, f"entry-{number}"))
    if not issue.articles:
        book.toc.append(epub.Link("nav.xhtml", issue_name(issue), "entry"))
    book.add_item(epub.EpubNcx())


def _entries(book: "epub.EpubBook", issue: Issue) -> list[tuple[str, bytes]]:
    """The files of the book as EbookLib packs them, to be packed again without the time of day."""
    from ebooklib import epub

    packed = io.BytesIO()
    options = {"mtime": stamp(issue), "raise_exceptions": True, "compresslevel": 0}
    epub.write_epub(packed, book, options)
    with zipfile.ZipFile(packed) as archive:
        return [(name, _completed(name, archive.read(name), issue.language)) for name in archive.namelist()]


def _completed(name: str, data: bytes, language: str) -> bytes:
    """What EbookLib leaves out: the language of the book's titles, and how deep the old contents are."""
    tag = f'"{escape(language)}"'.encode()
    if name.endswith(".opf"):
        return data.replace(b"<package ", b"<package xml:lang=" + tag + b" ", 1)
    if name.endswith(".ncx"):
        data = data.replace(b'content="0" name="dtb:depth"', b'content="1" name="dtb:depth"', 1)
        return data.replace(b"<ncx ", b"<ncx xml:lang=" + tag + b" ", 1)
    return data
