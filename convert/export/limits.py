"""What editions cannot show of an issue, as it can be known before one is written."""

import unicodedata
from collections.abc import Collection
from typing import Final

from ..compose import sheet_of
from ..model import Issue
from ..report import Finding
from ..style import Edition, region_of
from ..text import Confidence
from .embedding import by_file, characters_by_face
from .files import xml_text
from .pictures import load_pictures

_PICTURED: Final = ("docx", "pdf", "epub", "html")


def foreseen(issue: Issue, edition: Edition, formats: Collection[str]) -> list[Finding]:
    """What writing editions in some formats would find: missing pictures and, in a PDF, characters that no font has."""
    findings: list[Finding] = []
    if any(name in _PICTURED for name in formats):
        findings += load_pictures(issue, edition)[1]
    if "pdf" in formats:
        findings += _uncovered(issue, edition)
    return findings


def _uncovered(issue: Issue, edition: Edition) -> list[Finding]:
    glyphs, lacking = region_of(issue.language).glyphs, set[str]()
    for face, characters in characters_by_face(issue, edition.vertical).items():
        lacking |= by_file(characters, face, glyphs, edition.fonts)[1]
    if lacking:  # what combines is drawn as one with its base where there is a character for the two
        lacking &= set(unicodedata.normalize("NFC", "\n".join((issue.title or "", *issue.texts()))))
    return [uncovered_character(issue, ch) for ch in sorted(lacking) if xml_text(ch) == ch]


def uncovered_character(issue: Issue, ch: str) -> Finding:
    """The finding for a character that no font has: likely, since a box in its place is nobody's wish."""
    count = sum(text.count(ch) for text in issue.texts())
    times = "once" if count <= 1 else f"{count} times"
    message = f"no font has U+{ord(ch):04X} {ch}, used {times}; a box stands in its place"
    return Finding("uncovered-character", message, stage="write", before=ch)


def fewer_columns(edition: Edition) -> list[Finding]:
    """A finding where a page holds fewer columns than were asked for."""
    columns = sheet_of(edition).columns
    if columns == edition.column_count:
        return []
    message = (
        f"{edition.paper_name} holds {columns} columns in {edition.body_size:g} points, not {edition.column_count}"
    )
    return [Finding("fewer-columns", message, stage="write", confidence=Confidence.CERTAIN)]
