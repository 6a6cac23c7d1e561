"""Heads and feet of the pages: the paper's name, the date, the page's number as a field."""

from collections.abc import Callable

from ...model import Issue
from ...style import Edition
from ..nameplate import running_head
from .markup import el, field_code, paragraph, part, run
from .names import FOOT, HEAD
from .runs import Runs


def folios(issue: Issue, edition: Edition, runs: Runs, add: Callable[[str, str, bytes], str]) -> str:
    """Write the parts with `add(name, kind, blob)`; returns what names them in a section.

    A newspaper's first page has its nameplate instead of a head, and numbers stand in the head; a book has
    them in the foot.
    """
    references = ""
    number = field_code("PAGE") + run("1") + el("r", el("fldChar", fldCharType="end"))
    if edition.layout == "newspaper":
        title, day = runs(issue.title or ""), runs(running_head(issue).removeprefix(issue.title or "").strip())
        tab = el("r", el("tab"))
        content = title + tab + day + tab + number
        return _reference("header", "default", add("header1", "HEADER", part("hdr", paragraph(HEAD, content))))
    head = running_head(issue)
    if head:
        content = el("r", el("tab")) + runs(head)
        references += _reference("header", "default", add("header1", "HEADER", part("hdr", paragraph(HEAD, content))))
    foot = add("footer1", "FOOTER", part("ftr", paragraph(FOOT, number)))
    return references + _reference("footer", "default", foot) + _reference("footer", "first", foot)


def _reference(kind: str, pages: str, rel: str) -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{rel}"/>'
