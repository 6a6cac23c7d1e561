"""On which page and in which section an article stands, by the folios between the articles."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Furniture
from ..text import Text
from .articles import Draft
from .imprint import is_folio, page_of, section_of
from .labels import Labelled

PAGE_FURNITURE = "page-furniture"  # the cleaner's rule that takes furniture out of the text


@dataclass(frozen=True, slots=True)
class Folio:
    """A folio with its line in the raw file; `removed` where the cleaner had taken it out already."""

    line: int
    text: str
    removed: bool

    def as_furniture(self) -> Furniture:
        """The folio as furniture of the Issue."""
        return Furniture("folio" if page_of(self.text) else "nameplate", self.text, page_of(self.text))


def folios_of(text: Text, found: Sequence[Labelled]) -> list[Folio]:
    """All folios of a text in the order printed: those parse found, and those that the cleaner took out."""
    out = [Folio(item.place[0], item.body, False) for item in found]
    for depth, edits in enumerate(text.history):
        if edits.rule != PAGE_FURNITURE:
            continue
        places = text.positions(edits.starts, depth)
        for (line, _), before in zip(places, edits.befores, strict=True):
            printed = (part.strip() for part in before.split("\n"))
            out += [Folio(line, part, True) for part in printed if part and is_folio(part)]
    return sorted(out, key=lambda folio: folio.line)


def give_pages(drafts: Sequence[Draft], folios: Sequence[Folio]) -> None:
    """Note on each article the page it begins on. Folios stand at the head of their pages, or else at the foot."""
    paged = [folio for folio in folios if page_of(folio.text)]
    if not paged or not drafts:
        return
    lines = [folio.line for folio in paged]
    at_head = lines[0] <= drafts[0].line
    for draft in drafts:
        at = bisect_right(lines, draft.line) - at_head
        if 0 <= at < len(paged):
            draft.page, draft.section = page_of(paged[at].text), section_of(paged[at].text)
