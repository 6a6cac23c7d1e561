"""On which page and in which section an article stands, by the folios between the articles."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Furniture
from ..text import Text
from .articles import Draft
from .imprint import page_of, section_of
from .labels import Labelled

PAGE_FURNITURE = "page-furniture"  # the cleaner's rule that takes furniture out of the text


@dataclass(frozen=True, slots=True)
class Folio:
    """A folio with its line in the raw file and its page; `removed` where the cleaner had taken it out already."""

    line: int
    text: str
    page: str | None
    removed: bool = False

    def as_furniture(self) -> Furniture:
        """The folio as furniture of the Issue."""
        return Furniture("folio" if self.page else "nameplate", self.text, self.page)


def folios_of(text: Text, found: Sequence[Labelled], furniture: Sequence[Furniture]) -> list[Folio]:
    """All folios of a text in the order printed: those parse found, and those that the cleaner took out."""
    out = [Folio(item.place[0], item.body, page_of(item.body)) for item in found]
    pages = {item.text: item.page for item in furniture if item.kind == "folio"}
    for depth, edits in enumerate(text.history):
        if edits.rule != PAGE_FURNITURE:
            continue
        places = text.positions(edits.starts, depth)
        for (line, _), before in zip(places, edits.befores, strict=True):
            printed = (part.strip() for part in before.split("\n"))
            out += [Folio(line, part, page_of(part) or pages[part], True) for part in printed if part in pages]
    return sorted(out, key=lambda folio: folio.line)


def give_pages(drafts: Sequence[Draft], folios: Sequence[Folio]) -> None:
    """Note on each article the page it begins on.

    Folios stand at the foot of their pages where articles stand above the first folio and none below the last, else
    at the head; a first page that has but a nameplate stays without a number.
    """
    paged = [folio for folio in folios if folio.page]
    if not paged or not drafts:
        return
    lines, sections = [folio.line for folio in paged], [section_of(folio.text) for folio in paged]
    at_head = lines[0] <= drafts[0].line or lines[-1] < drafts[-1].line
    for draft in drafts:
        at = bisect_right(lines, draft.line) - at_head
        if 0 <= at < len(paged):
            draft.page, draft.section = paged[at].page, sections[at]
