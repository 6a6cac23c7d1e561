"""Subsets of the fonts for editions that carry their own: only the characters that stand in each face."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..chars import is_han
from ..fonts import fallbacks, font_file, has, subset
from ..model import Article, Issue
from ..report import Finding
from ..style import STYLES, Edition, Face, Glyphs, Role, region_of
from ..text import Confidence
from .nameplate import entry, issue_line, issue_name

# Kai's quotation marks are narrow, so Song's stand for them.
_NOT_KAI: Final = frozenset("“”‘’")
_SELECTORS: Final = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


@dataclass(frozen=True, slots=True)
class Font:
    """A subset under a family name of its own; `bold` where the face itself is."""

    family: str
    data: bytes
    bold: bool

    @property
    def suffix(self) -> str:
        return "otf" if self.data.startswith(b"OTTO") else "ttf"

    @property
    def media_type(self) -> str:
        return f"font/{self.suffix}"

    def rule(self, address: str) -> str:
        """The CSS rule that makes the font known, from its address."""
        weight = "bold" if self.bold else "normal"
        return f'@font-face {{ font-family: "{self.family}"; font-weight: {weight}; src: url("{address}") }}\n'


@dataclass(frozen=True, slots=True)
class Embedding:
    """The fonts an edition carries and, by face, the families to name in its style sheet."""

    fonts: tuple[Font, ...] = ()
    families: Mapping[Face, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def embed(issue: Issue, edition: Edition) -> Embedding:
    """Subsets for the texts of the Issue; none where the edition does not embed fonts.

    A character that a face lacks comes from the next font that has it, in a family of its own, since
    not all readers know how to share one. What no font has is a finding.
    """
    if not edition.embed_fonts:
        return Embedding()
    wanted = characters_by_face(issue, edition.vertical)
    glyphs = region_of(issue.language).glyphs
    fonts: list[Font] = []
    families: dict[Face, str] = {}
    missing: set[str] = set()
    for face, characters in wanted.items():
        names: list[str] = []
        files, lacking = by_file(characters, face, glyphs, edition.fonts)
        for path, here in files.items():
            names.append(f"kanben-{face}" + (f"-{len(names)}" if names else ""))
            fonts.append(Font(names[-1], subset(path, "".join(sorted(here))), face == "hei"))
        families[face] = ", ".join(f'"{name}"' for name in names)
        missing |= lacking
    if families.get("kai"):
        families["kai"] += f", {families['song']}"
    return Embedding(tuple(fonts), families, tuple(map(missing_glyph, sorted(missing))))


def by_file(
    characters: Iterable[str], face: Face, glyphs: Glyphs, own: Mapping[str, str]
) -> tuple[dict[Path, set[str]], set[str]]:
    """The characters by the first font file for a face that has them, and those with a shape that no file has."""
    rest, files = set(characters), dict[Path, set[str]]()
    for path in (font_file(face, glyphs, own), *fallbacks(face, glyphs, own)):
        if here := {ch for ch in rest if has(path, ch)}:
            files[path] = here
            rest -= here
    return files, set(filter(has_shape, rest))


def has_shape(ch: str) -> bool:
    """Whether a reader would miss the character: spaces, joiners and variation selectors show nothing of themselves."""
    return not ch.isspace() and unicodedata.category(ch) not in ("Cc", "Cf") and ch not in _SELECTORS


def missing_glyph(ch: str) -> Finding:
    message = f"no font has {ch} (U+{ord(ch):04X}): the reader's own must show it"
    return Finding("missing-glyph", message, stage="write", confidence=Confidence.CERTAIN, before=ch)


def characters_by_face(issue: Issue, vertical: bool) -> dict[Face, set[str]]:
    """The characters that are set in each face."""
    region = region_of(issue.language)
    out: dict[Face, set[str]] = {"song": set(issue_line(issue) + issue_name(issue)), "hei": set(), "kai": set()}
    out["hei"].update(issue.title or "", region.contents)
    for article in issue.articles:
        out["song"].update(entry(article, issue), article.kicker or "")  # the contents
        for face, text in face_texts(article):
            out[face].update(text)
    kept = {ch for ch in out["kai"] if ch not in _NOT_KAI and (not vertical or is_han(ch) or ch.isalnum())}
    out["song"] |= out["kai"] - kept
    out["kai"] = kept
    return {face: characters - {"\n", "\t"} for face, characters in out.items()}


def face_texts(article: Article) -> Iterator[tuple[Face, str]]:
    """Each text of an article with the face that it is set in."""
    yield "hei", article.dateline or ""
    yield "kai", "".join(article.bylines)
    for role, text in _role_texts(article):
        yield STYLES[role].face, text


def _role_texts(article: Article) -> Iterator[tuple[Role, str]]:
    yield "label", article.label or ""
    yield "kicker", article.kicker or ""
    yield "headline", article.headline or ""
    yield "deck", "".join(article.deck)
    for block in article.blocks:
        if block.kind == "paragraph":
            yield "body", block.text
        elif block.kind != "image":
            yield block.kind, block.text
