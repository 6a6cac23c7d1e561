"""An Issue as its pieces in reading order, titles and blocks, and the articles that such pieces make."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from ..model import Article, Block, Image, Table, text_block
from .runs import cells_of

_HEADING: Final = ("label", "kicker", "headline")  # what an article can begin with
_TITLES: Final = (*_HEADING, "deck")
_BY_LINES: Final = ("list", "verse")  # of which neighbours are one block


@dataclass(slots=True, eq=False)
class Piece:
    """A title or a block. `frame` is what else is known of the article that begins with it.

    `said` tells that a person gave it its role, `demoted` that it was a title before.
    """

    role: str
    text: str
    block: Block | None = None
    frame: Article | None = None
    said: bool = False
    demoted: bool = False

    @property
    def is_title(self) -> bool:
        return self.role in _TITLES

    def become(self, role: str, block: Block | None = None) -> None:
        """Take the role, or be the block, that a person said it is."""
        self.demoted = self.is_title and role not in _TITLES
        self.role, self.block, self.said = role, block, True
        if block is not None:
            self.text = block.text

    def made(self) -> Block:
        """The block that it is."""
        if self.block is not None:
            return self.block
        if self.role == "table":
            return Table(tuple(tuple(cells_of(row)) for row in self.text.split("\n")))
        return text_block(self.role, self.text)


def pieces_of(article: Article) -> Iterator[Piece]:
    """The pieces of an article; the first of them bears what else is known of it."""
    titles = [("label", article.label), ("kicker", article.kicker), ("headline", article.headline)]
    pieces = [Piece(role, text) for role, text in (*titles, *(("deck", text) for text in article.deck)) if text]
    pieces += [Piece(block.kind, block.text, block) for block in article.blocks]
    pieces = pieces or [Piece("", "")]
    pieces[0].frame = replace(article, label=None, kicker=None, headline=None, deck=(), blocks=())
    return iter(pieces)


def words_of(pieces: Iterable[Piece]) -> Iterator[str]:
    """The texts of some pieces; of a picture, what it says to those who cannot see it."""
    return (piece.block.alt if isinstance(piece.block, Image) else piece.text for piece in pieces)


def articles_of(pieces: Sequence[Piece]) -> Iterator[Article]:
    """The articles that pieces make: one begins where one began before, and with each title that a person named.

    A kicker or label that a person named waits for the headline below it.
    """
    article: Article | None = None
    blocks: list[Block] = []
    waiting = False
    for piece in _handed_on(pieces):
        if article is not None and waiting and piece.frame and piece.is_title:
            article = replace(piece.frame, label=article.label, kicker=article.kicker)
        elif article is None or piece.frame or _begins(piece, article, blocks):
            if article is not None:
                yield replace(article, blocks=tuple(blocks))
            article, blocks = piece.frame or Article(), []
            waiting = piece.said and not piece.frame and piece.role in ("label", "kicker")
        waiting = waiting and piece.role in ("label", "kicker")
        if piece.role in _TITLES:
            article = _titled(article, piece)
        elif piece.role:
            _add(blocks, piece)
    if article is not None:
        yield replace(article, blocks=tuple(blocks))


def _titled(article: Article, piece: Piece) -> Article:
    """An article with one title more; a second of its kind is joined to the first."""

    def joined(before: str | None) -> str:
        return f"{before} {piece.text}" if before else piece.text

    match piece.role:
        case "label":
            return replace(article, label=joined(article.label))
        case "kicker":
            return replace(article, kicker=joined(article.kicker))
        case "headline":
            return replace(article, headline=joined(article.headline))
    return replace(article, deck=(*article.deck, piece.text))


def _handed_on(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces; where an article began with what a person made text or furniture of, the next title begins it.

    Where there is none, the text goes on from the article above, and decks are text too.
    """
    for n, piece in enumerate(pieces):
        gone = piece.role == "furniture"
        if piece.frame and (gone or (piece.demoted and n)):
            frame, piece.frame = piece.frame, None
            below = pieces[n + 1 :]
            if below and not below[0].frame and (below[0].role in _HEADING or not piece.demoted or not n):
                below[0].frame = frame
            else:
                for deck in takewhile(lambda one: one.role == "deck" and not one.said and not one.frame, below):
                    deck.role = "paragraph"
        if not gone:
            yield piece


def _begins(piece: Piece, article: Article, blocks: Sequence[Block]) -> bool:
    """Whether a person's title begins an article, after what there is of the one before."""
    if not piece.said or piece.role not in _HEADING:
        return False
    return bool(blocks or article.deck or article.headline)


def _add(blocks: list[Block], piece: Piece) -> None:
    """Add a block; lines of a list or of verse that a person named join those right above."""
    block, last = piece.made(), blocks[-1] if blocks else None
    if piece.said and piece.role in _BY_LINES and last is not None and last.kind == piece.role:
        blocks[-1] = text_block(piece.role, f"{last.text}\n{block.text}")
    else:
        blocks.append(block)
