"""What a PDF says of itself: document information and its XMP packet. No conformance is claimed."""

from collections.abc import Mapping

from reportlab.pdfbase import pdfdoc

from ... import __version__
from ...model import Issue
from ..files import stamp
from ..nameplate import running_head
from .canvas import Canvas

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""


def describe(pdf: Canvas, issue: Issue, titles: Mapping[int, str]) -> None:
    """Fill in title, author, subject, language, dates, and how a viewer opens the document."""
    title = running_head(issue) or next(iter(titles.values()), "")
    author, subject = issue.publisher or issue.title or "", issue.number or ""
    tool = f"kanben {__version__}"
    pdf.setTitle(title)
    pdf.setAuthor(author)
    pdf.setSubject(subject)
    pdf.setCreator(tool)
    when = stamp(issue)
    pdf.dated(when)
    pdf.setViewerPreference("DisplayDocTitle", "true")
    # Not /Direction /R2L for vertical pages, although they are bound on the right: PDFium (Chrome, Foxit) takes it for
    # the direction of the text as well, and copies every line piece by piece from its end.
    if titles:
        pdf.showOutline()
    xmp = _XMP.format(
        title=_text(title),
        author=_text(author),
        subject=_text(subject),
        language=_text(issue.language),
        tool=tool,
        when=when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        producer=_text(pdf._doc.info.producer),
    )
    packet = pdfdoc.PDFStream(content=xmp.encode(), filters=[])
    packet.dictionary["Type"], packet.dictionary["Subtype"] = pdfdoc.PDFName("Metadata"), pdfdoc.PDFName("XML")
    pdf._doc.Catalog.Metadata = packet


def _text(value: str) -> str:
    """A value as XML holds it. (xml.sax.saxutils would bring in a network library.)"""
    printable = "".join(ch for ch in value.encode("utf-8", "replace").decode() if ch.isprintable() or ch == "\u3000")
    return printable.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
