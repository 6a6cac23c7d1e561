"""The parts of a DOCX file and how they are related, on python-docx's package."""

from collections.abc import Iterator
from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.package import Package

from ...model import Issue
from ...report import Finding
from ...style import Edition, region_of
from ...text import Confidence
from ..files import identifier, stamp
from ..nameplate import entry, running_head
from ..pictures import load_pictures
from .body import Typesetter, wide_heads
from .document import document
from .drawings import Drawings
from .faces import faces
from .folios import folios
from .fonttable import carried, font_table
from .footnotes import Footnotes
from .page import Page
from .runs import Runs
from .settings import settings
from .styles import styles
from .titling import Titling

_AUTHOR: Final = "kanben"
_NO_BOOKLET: Final = Finding(
    "no-booklet",
    "DOCX pages are left in reading order: print them as a booklet from Word, or use the PDF",
    stage="write",
    confidence=Confidence.CERTAIN,
    severity="info",
)


class _Main(Part):
    """The document's own part, whose content is known only when it refers to all others."""

    content = b""

    @property
    def blob(self) -> bytes:
        return self.content


def build(issue: Issue, edition: Edition) -> tuple[Package, list[Finding]]:
    """All parts of the document, in a package."""
    package, page, region = Package(), Page(edition), region_of(issue.language)
    chosen, taken = faces(region, edition), carried(issue, edition)
    main = _Main(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, package=package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)

    def add(name: str, kind: str, blob: bytes) -> str:
        part = Part(PackURI(f"/word/{name}.xml"), getattr(CONTENT_TYPE, f"WML_{kind}"), blob, package)
        return str(main.relate_to(part, getattr(RELATIONSHIP_TYPE, kind)))

    pictures, findings = load_pictures(issue, edition)
    runs = Runs(taken.rare, vertical=edition.vertical)
    footnotes, drawings = Footnotes(runs), Drawings(package, main, pictures, page)
    titling = Titling(vertical=edition.vertical)
    typesetter = Typesetter(page, wide_heads(issue.articles, page), runs, titling, footnotes, drawings)
    articles = [typesetter.typeset(number, article) for number, article in enumerate(issue.articles, 1)]
    add("styles", "STYLES", styles(page, chosen, issue.title or "", sorted(typesetter.openings)))
    add("settings", "SETTINGS", settings(edition, region, footnotes=bool(footnotes)))
    if footnotes:
        add("footnotes", "FOOTNOTES", footnotes.part())
    main.relate_to(font_table(package, issue, chosen, taken), RELATIONSHIP_TYPE.FONT_TABLE)
    heads = folios(issue, edition, Runs(taken.rare, vertical=False), add)
    main.content = document(issue, articles, page, runs, heads)
    _describe(package, issue)
    if edition.booklet:
        findings.append(_NO_BOOKLET)
    return package, [*findings, *taken.findings]


def entries(package: Package) -> Iterator[tuple[str, bytes]]:
    """Names and contents of all files of a package, [Content_Types].xml first."""
    parts = list(package.iter_parts())
    types = CT_Types.new()  # type: ignore[no-untyped-call]
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    types.add_default("xml", CONTENT_TYPE.XML)
    for part in parts:
        types.add_override(part.partname, part.content_type)
    yield CONTENT_TYPES_URI.membername, serialize_part_xml(types)
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def _describe(package: Package, issue: Issue) -> None:
    """Title, language and time, also for those who listen to the document."""
    core = package.core_properties
    first = entry(issue.articles[0], issue) if issue.articles else ""
    core.title = (running_head(issue) or first)[:255]
    core.author = (issue.publisher or issue.title or _AUTHOR)[:255]
    core.last_modified_by = _AUTHOR
    core.language = issue.language
    core.identifier = identifier(issue).urn
    core.created = core.modified = stamp(issue).replace(tzinfo=None)
    core.revision = 1
