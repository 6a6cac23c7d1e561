"""Articles from a file that has a structure of its own, piece by piece in the file's order."""

from dataclasses import replace
from typing import Final

from ..model import Article, Block, Byline, Issue, text_block

BLOCK_KINDS: Final = frozenset(
    "paragraph byline crosshead caption credit verse list brief editors_note end_matter note".split()  # noqa: SIM905
)
ROLES: Final = BLOCK_KINDS | {"label", "kicker", "deck"}


class Builder:
    """Gathers the articles of an Issue; what comes before the first headline is an article without one."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self._blocks: list[Block] = []

    def begin(self, article: Article) -> None:
        """Begin an article; `article` holds the fields known so far."""
        self._close()
        self.articles.append(article)

    def add(self, role: str, text: str) -> None:
        """Add a text in one of `ROLES`; a second label or kicker is joined to the first."""
        article = self._current()
        if role == "deck":
            self.articles[-1] = replace(article, deck=(*article.deck, text))
        elif role == "label":
            self.articles[-1] = replace(article, label=_joined(article.label, text))
        elif role == "kicker":
            self.articles[-1] = replace(article, kicker=_joined(article.kicker, text))
        else:
            self.put(text_block(role, text))

    def put(self, block: Block) -> None:
        """Add a block to the article."""
        self._current()
        self._blocks.append(block)

    def issue(self, frame: Issue) -> Issue:
        """The Issue: `frame` with the articles gathered."""
        self._close()
        return replace(frame, articles=tuple(self.articles))

    def _current(self) -> Article:
        if not self.articles:
            self.articles.append(Article())
        return self.articles[-1]

    def _close(self) -> None:
        if self._blocks:
            self.articles[-1] = replace(self.articles[-1], blocks=(*self.articles[-1].blocks, *self._blocks))
            self._blocks = []


def _joined(before: str | None, text: str) -> str:
    return text if before is None else f"{before} {text}"


def with_bylines(article: Article) -> Article:
    """The article with its Byline blocks among its bylines, for files that do not say who wrote it otherwise."""
    return replace(article, bylines=tuple(block.text for block in article.blocks if isinstance(block, Byline)))
