"""The JSON form of an Issue."""

import datetime
from collections.abc import Mapping
from typing import Any, get_args

from .issue import TEXT_KINDS, Article, Block, Furniture, FurnitureKind, Image, Issue, Table, text_block


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
    return Issue(
        articles=tuple(_article_from_json(a, f"articles[{i}]") for i, a in enumerate(_list(data, "articles", "issue"))),
        title=_maybe(data, "title", "issue"),
        number=_maybe(data, "number", "issue"),
        date=_date(data),
        publisher=_maybe(data, "publisher", "issue"),
        language=_maybe(data, "language", "issue") or "zh-Hans",
        furniture=tuple(
            _furniture_from_json(f, f"furniture[{i}]") for i, f in enumerate(_list(data, "furniture", "issue"))
        ),
    )


def _date(data: Mapping[str, Any]) -> datetime.date | None:
    day = _maybe(data, "date", "issue")
    try:
        return datetime.date.fromisoformat(day) if day else None
    except ValueError:
        raise ValueError(f"issue: date {day!r} is no date") from None


def _furniture_from_json(data: Any, place: str) -> Furniture:
    for kind in get_args(FurnitureKind):
        if isinstance(data, dict) and data.get("kind") == kind:
            return Furniture(kind, _maybe(data, "text", place) or "", _maybe(data, "page", place))
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
        return Table(_rows(data, place))
    if kind == "image":
        return Image(_maybe(data, "path", place) or "", _maybe(data, "alt", place) or "")
    if kind not in TEXT_KINDS:
        raise ValueError(f"{place}: no block of kind {kind!r}")
    return text_block(kind, _maybe(data, "text", place) or "")


def _rows(data: Mapping[str, Any], place: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table; of one that has only its text, as that parts them."""
    if data.get("rows") is None:
        text = _maybe(data, "text", place)
        return tuple(tuple(row.split("\t")) for row in text.split("\n")) if text else ()
    rows = _list(data, "rows", place)
    if not all(isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows):
        raise ValueError(f"{place}: rows are not lists of texts")
    return tuple(map(tuple, rows))


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
