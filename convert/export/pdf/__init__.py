"""The PDF edition: composed pages, drawn on a reportlab canvas."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    with _no_collection():
        findings += Document(issue, edition, shaper).save(path)
    uncovered = (uncovered_character(issue, ch) for ch in shaper.missing)
    return [*findings, *fewer_columns(edition), *uncovered]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave the search for cycles off: composition makes millions of small objects, and no cycles but a few."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
