"""The PDF edition: composed pages, drawn on a reportlab canvas."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ...model import Article, Issue
from ...report import Finding
from ...style import Edition, region_of
from ...text import Confidence
from ..files import xml_issue

if TYPE_CHECKING:
    from .shaper import PdfShaper


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the Issue as a PDF. A character that no font has, or a missing picture, becomes a finding."""
    from .document import Document
    from .shaper import PdfShaper

    issue, findings = xml_issue(issue)  # what XML metadata cannot hold
    shaper = PdfShaper(region_of(issue.language).glyphs, issue.language, edition.fonts)
    with _no_collection():
        findings += Document(issue, edition, shaper).save(path)
    return [*findings, *_uncovered(issue, shaper)]


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


def _uncovered(issue: Issue, shaper: "PdfShaper") -> Iterator[Finding]:
    for ch in shaper.missing:
        count = sum(text.count(ch) for article in issue.articles for text in _texts(article))
        times = "once" if count <= 1 else f"{count} times"
        yield Finding(
            "uncovered-character",
            f"no font has U+{ord(ch):04X} {ch}, used {times}; a box stands in its place",
            stage="write",
            confidence=Confidence.CERTAIN,
            before=ch,
        )


def _texts(article: Article) -> Iterator[str]:
    yield from article.titles()
    for block in article.blocks:
        yield block.text
