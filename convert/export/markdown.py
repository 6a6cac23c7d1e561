"""The draft: the Issue as Markdown, to edit and build again (its form: readers/markdown.py)."""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_never
from urllib.parse import quote

from .. import model
from ..model import Article, Block, Issue, Table, issue_to_json
from ..readers.marks import attributes, escape, escape_line, escape_value, front_matter
from ..report import Finding
from ..style import Edition


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the draft in UTF-8. Reading it back gives an equal Issue."""
    path.write_bytes(draft(issue).encode())
    return []


def draft(issue: Issue) -> str:
    """The Issue as Markdown."""
    data = issue_to_json(issue)
    matter = {key: data[key] for key in ("date", "number", "publisher") if data[key] is not None}
    matter["lang"] = issue.language
    if issue.furniture:
        matter["furniture"] = data["furniture"]
    pieces = [front_matter(matter)]
    if issue.title is not None:
        pieces.append(f"# {escape_line(issue.title)}".rstrip(" "))
    for article in issue.articles:
        pieces += _article(article)
    return "\n\n".join(pieces) + "\n"


def _article(article: Article) -> Iterator[str]:
    values = {
        name: escape_value(value)
        for name, value in (("section", article.section), ("page", article.page), ("dateline", article.dateline))
        if value is not None
    }
    if article.bylines:
        values["byline"] = "|".join(map(escape_value, article.bylines))
    if article.headline == "":
        values["headline"] = ""
    parts = ["##", escape_line(article.headline or ""), attributes((), values) if values else ""]
    yield " ".join(part for part in parts if part)
    for role, text in (("label", article.label), ("kicker", article.kicker)):
        if text is not None:
            yield _div(role, text)
    yield from (_div("deck", text) for text in article.deck)
    yield from map(_block, article.blocks)


def _div(name: str, text: str) -> str:
    return "\n".join(part for part in (f"::: {name}", escape(text), ":::") if part)


def _block(block: Block) -> str:
    match block:
        case model.Paragraph(text) if text:
            return escape(text)
        case model.Crosshead(text):
            return f"### {escape_line(text)}".rstrip(" ")
        case model.Table():
            return _table(block)
        case model.Image():
            return f"![{escape_line(block.alt)}]({quote(block.path, safe='/:;,+=', errors='surrogatepass')})"
        case model.Paragraph() | model.Byline() | model.Caption() | model.Credit() | model.Verse() | model.ListBlock():
            return _div(block.kind, block.text)
        case model.Brief() | model.EditorsNote() | model.EndMatter() | model.Note():
            return _div(block.kind, block.text)
    assert_never(block)


def _table(table: Table) -> str:
    """A pipe table with an empty head. Where rows differ in length, a div around it names the lengths."""
    lengths = [len(row) for row in table.rows]
    width = max(lengths, default=0)
    lines = []
    if width:
        padded = [("",) * width, ("-",) * width]
        padded += [(*map(escape_line, row), *("",) * (width - len(row))) for row in table.rows]
        lines = ["| " + " | ".join(row) + " |" for row in padded]
    if not width or min(lengths) < width:
        cells = attributes(["table"], {"cells": " ".join(map(str, lengths))})
        lines = [f"::: {cells}", "", *lines, "", ":::"]
    return "\n".join(lines)
