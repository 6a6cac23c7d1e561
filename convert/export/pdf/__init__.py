"""The PDF edition: composed pages, drawn on a reportlab canvas."""

from pathlib import Path

from ...memory import no_collection
from ...model import Issue
from ...report import Finding
from ...style import Edition, region_of
from ..files import xml_issue
from ..limits import fewer_columns, uncovered_character


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the Issue as a PDF. A character that no font has, or a missing picture, becomes a finding."""
    from .document import Document
    from .shaper import PdfShaper

    issue, findings = xml_issue(issue)  # what XML metadata cannot hold
    shaper = PdfShaper(region_of(issue.language).glyphs, issue.language, edition.fonts)
    with no_collection():
        findings += Document(issue, edition, shaper).save(path)
    uncovered = (uncovered_character(issue, ch) for ch in shaper.missing)
    return [*findings, *fewer_columns(edition), *uncovered]
