"""An Issue of Articles of blocks."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, Literal

FurnitureKind = Literal["folio", "running_head", "nameplate", "rule", "form_feed", "jump_line"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of page furniture that was taken out of the text; `page` is the printed page's name, if known.

    A jump line (下转, 上接) becomes furniture once the halves it points between are joined.
    """

    kind: FurnitureKind
    text: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A block that is all text. Blocks of two kinds are never equal."""

    text: str


class Paragraph(_Text):
    """A paragraph of the body; a run-in dateline and byline stay in its text."""

    __slots__ = ()
    kind: ClassVar[Literal["paragraph"]] = "paragraph"


class Byline(_Text):
    """署名 on a line of its own."""

    __slots__ = ()
    kind: ClassVar[Literal["byline"]] = "byline"


class Crosshead(_Text):
    """小标题: a heading within an article."""

    __slots__ = ()
    kind: ClassVar[Literal["crosshead"]] = "crosshead"


class Caption(_Text):
    """图片说明: the text of a picture."""

    __slots__ = ()
    kind: ClassVar[Literal["caption"]] = "caption"


class Credit(_Text):
    """Who took a picture or gave a text: 李广友 摄."""

    __slots__ = ()
    kind: ClassVar[Literal["credit"]] = "credit"


class Verse(_Text):
    r"""Lines of verse, parted by `\n`; stanzas by an empty line."""

    __slots__ = ()
    kind: ClassVar[Literal["verse"]] = "verse"


class ListBlock(_Text):
    r"""A list, its items parted by `\n`, each with its mark as printed."""

    __slots__ = ()
    kind: ClassVar[Literal["list"]] = "list"


class Brief(_Text):
    """简讯: one of several short items under one headline."""

    __slots__ = ()
    kind: ClassVar[Literal["brief"]] = "brief"


@dataclass(frozen=True, slots=True)
class Table:
    r"""A table; `rows` are its cells. Its text is the cells parted by `\t`, the rows by `\n`."""

    rows: tuple[tuple[str, ...], ...]
    kind: ClassVar[Literal["table"]] = "table"

    @property
    def text(self) -> str:
        return "\n".join("\t".join(row) for row in self.rows)


class EditorsNote(_Text):
    """编者按."""

    __slots__ = ()
    kind: ClassVar[Literal["editors_note"]] = "editors_note"


class EndMatter(_Text):
    """What closes an article: （完）, 责任编辑 …, （据新华社电）."""

    __slots__ = ()
    kind: ClassVar[Literal["end_matter"]] = "end_matter"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: a path relative to the source, and a text for those who cannot see it."""

    path: str
    alt: str = ""
    kind: ClassVar[Literal["image"]] = "image"

    @property
    def text(self) -> str:
        return ""


class Note(_Text):
    """The text of a note 〔1〕, with its mark."""

    __slots__ = ()
    kind: ClassVar[Literal["note"]] = "note"


Block = (
    Paragraph
    | Byline
    | Crosshead
    | Caption
    | Credit
    | Verse
    | ListBlock
    | Brief
    | Table
    | EditorsNote
    | EndMatter
    | Image
    | Note
)
_TEXT_BLOCKS = (Paragraph, Byline, Crosshead, Caption, Credit, Verse, ListBlock, Brief, EditorsNote, EndMatter, Note)
_BY_KIND: Final[Mapping[str, type[Any]]] = {cls.kind: cls for cls in _TEXT_BLOCKS}
TEXT_KINDS: Final = frozenset(_BY_KIND)  # of the blocks that are all text


def text_block(kind: str, text: str) -> Block:
    """The block of a kind that is all text (not a table or an image). ValueError for another kind."""
    if kind not in _BY_KIND:
        raise ValueError(f"no text block of kind {kind!r}")
    block: Block = _BY_KIND[kind](text)
    return block


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its title fields and its blocks. `headline` is None for a photo item."""

    headline: str | None = None
    kicker: str | None = None
    label: str | None = None
    deck: tuple[str, ...] = ()
    dateline: str | None = None
    bylines: tuple[str, ...] = ()
    section: str | None = None
    page: str | None = None
    blocks: tuple[Block, ...] = ()

    def titles(self) -> Iterator[str]:
        """The title fields that hold text of their own, in reading order."""
        for value in (self.label, self.kicker, self.headline, *self.deck):
            if value:
                yield value

    @property
    def leading_bylines(self) -> tuple[Byline, ...]:
        """The bylines between the titles and the text, which belong to the head."""
        out: list[Byline] = []
        for block in self.blocks if any(self.titles()) else ():
            if not isinstance(block, Byline):
                break
            out.append(block)
        return tuple(out)


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a newspaper or magazine. What is not known is None."""

    articles: tuple[Article, ...] = ()
    title: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    publisher: str | None = None
    language: str = "zh-Hans"
    furniture: tuple[Furniture, ...] = ()

    def without_blanks(self) -> "Issue":
        """The issue with nothing where a title, name or page is white space alone: formats ask for words there."""
        articles = (
            replace(
                article,
                headline=_words(article.headline),
                kicker=_words(article.kicker),
                label=_words(article.label),
                dateline=_words(article.dateline),
                section=_words(article.section),
                page=_words(article.page),
                deck=tuple(filter(_words, article.deck)),
                bylines=tuple(filter(_words, article.bylines)),
            )
            for article in self.articles
        )
        title, number, publisher = map(_words, (self.title, self.number, self.publisher))
        return replace(self, title=title, number=number, publisher=publisher, articles=tuple(articles))

    def texts(self) -> Iterator[str]:
        """All that the articles print, in reading order."""
        for article in self.articles:
            yield from article.titles()
            for block in article.blocks:
                yield block.text


def _words(text: str | None) -> str | None:
    return text if text and text.strip() else None
