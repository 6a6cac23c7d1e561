"""What the tokens of a draft make: an article's fields, a table's rows, a text."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from .. import chars
from ..model import Article, Table
from .marks import unescape

if TYPE_CHECKING:
    from markdown_it.token import Token

SAID: Final = ("headline", "dateline", "byline", "section", "page")  # of an article, in its headline's attributes


def article_of(headline: str, values: dict[str, str]) -> Article:
    """An article from its headline and the attributes of it; both may say that there is no headline."""
    known = {key: unescape(value) for key, value in values.items()}
    return Article(
        headline=headline or known.get("headline"),
        dateline=known.get("dateline"),
        bylines=tuple(map(unescape, values["byline"].split("|"))) if "byline" in values else (),
        section=known.get("section"),
        page=known.get("page"),
    )


def table_of(rows: Sequence[Sequence[str]], values: dict[str, str]) -> Table:
    """A table; `cells` names the length of each row where they differ, since Markdown has none such."""
    if "cells" not in values:
        return Table(tuple(map(tuple, rows)))
    lengths = [int(length) for length in values["cells"].split() if length.isdecimal()]
    padded = [*rows, *[[]] * (len(lengths) - len(rows))]
    return Table(tuple(tuple(row[:length]) for row, length in zip(padded, lengths, strict=False)))


def text_of(tokens: Sequence["Token"], soft: str) -> str:
    """The text of inline tokens, markup off. A line end that is no hard break is `soft`, or a space between Western
    words where `soft` is empty."""
    out: list[str] = []
    for n, token in enumerate(tokens):
        if token.type == "text":
            out.append(unescape(token.content))
        elif token.type == "hardbreak":
            out.append("\n")
        elif token.type == "softbreak":
            out.append(soft or _between(out, (tokens[at] for at in range(n + 1, len(tokens)))))
        elif token.type == "image":
            out.append(text_of(token.children or [], soft))
        else:
            out.append(token.content)
    return "".join(out)


def _between(before: Sequence[str], after: Iterable["Token"]) -> str:
    """What a soft line end stands for: nothing next to a Chinese character, else a space."""
    left = "".join(before[-1:])[-1:]
    right = next((token.content[0] for token in after if token.content), "")
    return " " if left and right and chars.cells(left) == chars.cells(right) == 1 else ""
