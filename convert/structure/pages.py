"""On which page and in which section an article stands, by the folios between the articles."""

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
    """A folio with its place in the raw text; `removed` where the cleaner had taken it out already."""

    at: int
    text: str
    removed: bool

    def as_furniture(self) -> Furniture:
        """The folio as furniture of the Issue."""
        return Furniture("folio" if page_of(self.text) else "nameplate", self.text, page_of(self.text))


def folios_of(text: Text, found: Sequence[Labelled]) -> list[Folio]:
    """All folios of a text in the order printed: those parse found, and those that the cleaner took out."""
    out = [Folio(_raw(text, item), item.body, False) for item in found]
    for depth, edits in enumerate(text.history):
        if edits.rule != PAGE_FURNITURE:
            continue
        for start, before in zip(edits.starts, edits.befores, strict=True):
            for passed in reversed(text.history[:depth]):
                start = passed.source_of(start)
            out += [Folio(start, line.strip(), True) for line in before.split("\n") if is_folio(line.strip() or "。")]
    return sorted(out, key=lambda folio: folio.at)


def give_pages(text: Text, drafts: Sequence[Draft], folios: Sequence[Folio]) -> None:
    """Note on each article the page it begins on. Folios stand at the head of their pages, or else at the foot."""
    paged = [folio for folio in folios if page_of(folio.text)]
    lines = [next(iter((*draft.head, *draft.body)), None) for draft in drafts]
    if not paged or not lines or lines[0] is None:
        return
    at_head = paged[0].at <= _raw(text, lines[0])
    for draft, line in zip(drafts, lines, strict=True):
        if line is None:
            continue
        at = _raw(text, line)
        here = [folio for folio in paged if folio.at <= at] if at_head else [folio for folio in paged if folio.at > at]
        if here:
            folio = here[-1] if at_head else here[0]
            draft.page, draft.section = page_of(folio.text), section_of(folio.text)


def _raw(text: Text, item: Labelled) -> int:
    return text.raw_offset(item.line.start + len(item.line.indent))
