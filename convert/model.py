"""The document model: an Issue of Articles of blocks, and its JSON form.

All values are frozen; change one with `dataclasses.replace`. The blocks are a closed union:
an exporter matches over `Block` and ends in `assert_never`.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

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
class Paragraph:
    """A paragraph of the body; a run-in dateline and byline stay in its text."""

    text: str
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Byline:
    """署名 on a line of its own."""

    text: str
    kind: ClassVar[str] = "byline"


@dataclass(frozen=True, slots=True)
class Crosshead:
    """小标题: a heading within an article."""

    text: str
    kind: ClassVar[str] = "crosshead"


@dataclass(frozen=True, slots=True)
class Caption:
    """图片说明: the text of a picture."""

    text: str
    kind: ClassVar[str] = "caption"


@dataclass(frozen=True, slots=True)
class Credit:
    """Who took a picture or gave a text: 李广友 摄."""

    text: str
    kind: ClassVar[str] = "credit"


@dataclass(frozen=True, slots=True)
class Verse:
    r"""Lines of verse, parted by `\n`."""

    text: str
    kind: ClassVar[str] = "verse"


@dataclass(frozen=True, slots=True)
class ListBlock:
    r"""A list, its items parted by `\n`, each with its mark as printed."""

    text: str
    kind: ClassVar[str] = "list"


@dataclass(frozen=True, slots=True)
class Brief:
    """简讯: one of several short items under one headline."""

    text: str
    kind: ClassVar[str] = "brief"


@dataclass(frozen=True, slots=True)
class Table:
    r"""A table; `rows` are its cells. Its text is the cells parted by `\t`, the rows by `\n`."""

    rows: tuple[tuple[str, ...], ...]
    kind: ClassVar[str] = "table"

    @property
    def text(self) -> str:
        return "\n".join("\t".join(row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class EditorsNote:
    """编者按."""

    text: str
    kind: ClassVar[str] = "editors_note"


@dataclass(frozen=True, slots=True)
class EndMatter:
    """What closes an article: （完）, 责任编辑 …, （据新华社电）."""

    text: str
    kind: ClassVar[str] = "end_matter"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: a path relative to the source, and a text for those who cannot see it."""

    path: str
    alt: str = ""
    kind: ClassVar[str] = "image"

    @property
    def text(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a note 〔1〕, with its mark."""

    text: str
    kind: ClassVar[str] = "note"


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
_BY_KIND: Mapping[str, type[Any]] = {cls.kind: cls for cls in _TEXT_BLOCKS}


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

    def texts(self) -> Iterator[str]:
        """All that the articles print, in reading order."""
        for article in self.articles:
            yield from article.titles()
            for block in article.blocks:
                yield block.text


def issue_to_json(issue: Issue) -> dict[str, Any]:
    """The Issue as plain JSON values, in a fixed order of keys."""
    return {
        "version": 1,
        "title": issue.title,
        "number": issue.number,
        "date": issue.date.isoformat() if issue.date else None,
        "publisher": issue.publisher,
        "language": issue.language,
        "furniture": [{"kind": f.kind, "text": f.text, "page": f.page} for f in issue.furniture],
        "articles": [_article_to_json(a) for a in issue.articles],
    }


def _article_to_json(a: Article) -> dict[str, Any]:
    return {
        "label": a.label,
        "kicker": a.kicker,
        "headline": a.headline,
        "deck": list(a.deck),
        "dateline": a.dateline,
        "bylines": list(a.bylines),
        "section": a.section,
        "page": a.page,
        "blocks": [_block_to_json(b) for b in a.blocks],
    }


def _block_to_json(block: Block) -> dict[str, Any]:
    out: dict[str, Any] = {"kind": block.kind, "text": block.text}
    if isinstance(block, Table):
        out["rows"] = [list(row) for row in block.rows]
    elif isinstance(block, Image):
        out |= {"path": block.path, "alt": block.alt}
    return out


def issue_from_json(data: Any) -> Issue:
    """Read an Issue back from its JSON form. ValueError, with the place, where a value does not fit."""
    if not isinstance(data, dict) or data.get("version") != 1:
        raise ValueError("not an Issue of version 1")
    day = _maybe(data, "date", "issue")
    return Issue(
        articles=tuple(_article_from_json(a, f"articles[{i}]") for i, a in enumerate(_list(data, "articles", "issue"))),
        title=_maybe(data, "title", "issue"),
        number=_maybe(data, "number", "issue"),
        date=datetime.date.fromisoformat(day) if day else None,
        publisher=_maybe(data, "publisher", "issue"),
        language=_maybe(data, "language", "issue") or "zh-Hans",
        furniture=tuple(
            Furniture(_kind(f, f"furniture[{i}]"), _maybe(f, "text", f"furniture[{i}]") or "", _maybe(f, "page", ""))
            for i, f in enumerate(_list(data, "furniture", "issue"))
        ),
    )


def _kind(data: Any, place: str) -> FurnitureKind:
    kinds: tuple[FurnitureKind, ...] = ("folio", "running_head", "nameplate", "rule", "form_feed", "jump_line")
    for kind in kinds:
        if isinstance(data, dict) and data.get("kind") == kind:
            return kind
    raise ValueError(f"{place}: no kind of furniture")


def _article_from_json(data: Any, place: str) -> Article:
    if not isinstance(data, dict):
        raise ValueError(f"{place}: not an article")
    fields = ("headline", "kicker", "label", "dateline", "section", "page")
    return Article(
        **{name: _maybe(data, name, place) for name in fields},
        deck=_texts(data, "deck", place),
        bylines=_texts(data, "bylines", place),
        blocks=tuple(_block_from_json(b, f"{place}.blocks[{i}]") for i, b in enumerate(_list(data, "blocks", place))),
    )


def _block_from_json(data: Any, place: str) -> Block:
    if not isinstance(data, dict):
        raise ValueError(f"{place}: not a block")
    kind = _maybe(data, "kind", place) or ""
    if kind == "table":
        rows = [row for row in _list(data, "rows", place) if isinstance(row, list)]
        return Table(tuple(tuple(str(cell) for cell in row) for row in rows))
    if kind == "image":
        return Image(_maybe(data, "path", place) or "", _maybe(data, "alt", place) or "")
    if kind not in _BY_KIND:
        raise ValueError(f"{place}: no block of kind {kind!r}")
    return text_block(kind, _maybe(data, "text", place) or "")


def _maybe(data: Mapping[str, Any], name: str, place: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{place}: {name} is not a text")
    return value


def _list(data: Mapping[str, Any], name: str, place: str) -> list[Any]:
    value = data.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{place}: {name} is not a list")
    return value


def _texts(data: Mapping[str, Any], name: str, place: str) -> tuple[str, ...]:
    values = _list(data, name, place)
    if not all(isinstance(v, str) for v in values):
        raise ValueError(f"{place}: {name} holds something other than texts")
    return tuple(values)
