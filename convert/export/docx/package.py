"""The parts of a DOCX file and how they are related."""

from typing import Final

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
from .markup import DECLARATION, escape
from .opc import CORE_PROPERTIES, CORE_TYPE, Part, word_type
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


def build(issue: Issue, edition: Edition) -> tuple[Part, list[Finding]]:
    """All parts of the document, in a package."""
    page, region = Page(edition), region_of(issue.language)
    chosen, taken = faces(region, edition), carried(issue, edition)
    main = Part("word/document.xml", word_type("document.main"))
    package = Part("", relations=[])
    package.relate("officeDocument", main)
    package.relate(CORE_PROPERTIES, Part("docProps/core.xml", CORE_TYPE, _properties(issue)))

    def add(name: str, kind: str, data: bytes) -> str:
        return main.relate(kind, Part(f"word/{name}.xml", word_type(kind), data))

    pictures, findings = load_pictures(issue, edition)
    runs = Runs(taken.rare, vertical=edition.vertical)
    footnotes, drawings = Footnotes(runs), Drawings(main, pictures, page)
    titling = Titling(vertical=edition.vertical)
    typesetter = Typesetter(page, wide_heads(issue.articles, page), runs, titling, footnotes, drawings)
    articles = [typesetter.typeset(number, article) for number, article in enumerate(issue.articles, 1)]
    add("styles", "styles", styles(page, chosen, issue.title or ""))
    add("settings", "settings", settings(edition, region, footnotes=bool(footnotes)))
    if footnotes:
        add("footnotes", "footnotes", footnotes.part())
    main.relate("fontTable", font_table(issue, chosen, taken))
    heads = folios(issue, edition, Runs(taken.rare, vertical=False), add)
    main.data = document(issue, articles, page, runs, heads)
    if edition.booklet:
        findings.append(_NO_BOOKLET)
    return package, [*findings, *taken.findings]


def _properties(issue: Issue) -> bytes:
    """docProps/core.xml: title, language and time, also for those who listen to the document."""
    first = entry(issue.articles[0], issue) if issue.articles else ""
    when = f"{stamp(issue):%Y-%m-%dT%H:%M:%SZ}"
    values = {
        "dc:title": running_head(issue) or first,
        "dc:creator": issue.publisher or issue.title or _AUTHOR,
        "dc:identifier": identifier(issue).urn,
        "dc:language": issue.language,
        "cp:lastModifiedBy": _AUTHOR,
        "cp:revision": "1",
    }
    texts = "".join(f"<{name}>{escape(value[:255])}</{name}>" for name, value in values.items())
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>' for name in ("created", "modified")
    )
    namespaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{DECLARATION}<cp:coreProperties {namespaces}>{texts}{times}</cp:coreProperties>".encode()
