"""Script conversion: Simplified and Traditional Chinese, as the readers of each region expect them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from ..model import Article, Block, Image, Issue, Table, text_block
from ..report import Finding
from ..style import REGIONS, Script
from .engine import convert
from .quotes import regional

_BATCH = 2_000  # lines converted at once: few calls, little memory
_BETWEEN = "\ufdd1"  # between the lines of a batch: a noncharacter, which no text may hold


def convert_text(text: str, script: Script, *, terms: Mapping[str, str] | None = None, keep: Sequence[str] = ()) -> str:
    """A text in another script. Its lines are the paragraphs of one article, over which quotation marks are matched.

    `terms` are words with their form, `keep` words that stay as they are; both win over everything.
    """
    lines = convert(text, script, terms or {}, keep).split("\n")
    return "\n".join(regional(lines, script))


def convert_stream(
    lines: Iterable[str], script: Script, *, terms: Mapping[str, str] | None = None, keep: Sequence[str] = ()
) -> Iterator[str]:
    """Lines in another script, each for itself, in order and with their own ends of line, in constant memory."""
    source = iter(lines)
    while batch := list(islice(source, _BATCH)):
        joined = _BETWEEN.join(batch)
        whole = joined.count(_BETWEEN) == len(batch) - 1
        converted = (
            convert(joined, script, terms or {}, keep).split(_BETWEEN)
            if whole
            else [convert(line, script, terms or {}, keep) for line in batch]
        )
        for line in converted:
            yield regional([line], script)[0]


def convert_script(
    issue: Issue, script: Script, *, terms: Mapping[str, str] | None = None, keep: Sequence[str] = ()
) -> tuple[Issue, list[Finding]]:
    """The issue in another script: every text of it, quotation marks and the language tag included."""
    if script == "keep":
        return issue, []
    conversion = _Conversion(script, terms or {}, tuple(keep))
    one = conversion.one
    converted = replace(
        issue,
        title=one(issue.title),
        number=one(issue.number),
        publisher=one(issue.publisher),
        language=REGIONS[script].language,
        furniture=tuple(replace(item, text=one(item.text) or "", page=one(item.page)) for item in issue.furniture),
        articles=tuple(map(conversion.article, issue.articles)),
    )
    return converted, []


class _Conversion:
    """One run over an Issue: the script and the words that win."""

    def __init__(self, script: Script, terms: Mapping[str, str], keep: Sequence[str]) -> None:
        self.script, self.terms, self.keep = script, terms, keep

    def one(self, text: str | None) -> str | None:
        """A text that stands for itself."""
        return self.many([text])[0] if text else text

    def many(self, texts: Sequence[str]) -> list[str]:
        """Paragraphs that follow one another."""
        return regional([convert(text, self.script, self.terms, self.keep) for text in texts], self.script)

    def article(self, article: Article) -> Article:
        one = self.one
        return replace(
            article,
            headline=one(article.headline),
            kicker=one(article.kicker),
            label=one(article.label),
            deck=tuple(one(text) or "" for text in article.deck),
            dateline=one(article.dateline),
            bylines=tuple(one(text) or "" for text in article.bylines),
            section=one(article.section),
            page=one(article.page),
            blocks=self.blocks(article.blocks),
        )

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """All blocks of an article; their texts are one run of paragraphs, each line and each cell its own."""
        texts = iter(self.many([text for block in blocks for text in _texts(block)]))
        return tuple(_with_texts(block, texts) for block in blocks)


def _texts(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return [block.alt] if isinstance(block, Image) else block.text.split("\n")


def _with_texts(block: Block, texts: Iterator[str]) -> Block:
    if isinstance(block, Table):
        return Table(tuple(tuple(islice(texts, len(row))) for row in block.rows))
    if isinstance(block, Image):
        return replace(block, alt=next(texts))
    return text_block(block.kind, "\n".join(islice(texts, block.text.count("\n") + 1)))
