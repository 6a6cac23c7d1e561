"""Every text of an Issue in another script."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ..model import Article, Block, Image, Issue, Table, text_block
from ..report import Finding
from ..style import REGIONS
from .doubts import finding_of
from .engine import Converter
from .quotes import regional


class IssueConversion:
    """One run over an Issue; what was not sure gathers in `findings`, in the order of the texts."""

    def __init__(self, converter: Converter) -> None:
        self._converter = converter
        self.findings: list[Finding] = []

    def issue(self, issue: Issue) -> Issue:
        one = self._one
        return replace(
            issue,
            title=one(issue.title),
            number=one(issue.number),
            publisher=one(issue.publisher),
            language=REGIONS[self._converter.script].language,
            furniture=tuple(
                replace(item, text=one(item.text) or "", page=self._same(item.page)) for item in issue.furniture
            ),
            articles=tuple(map(self._article, issue.articles)),
        )

    def _one(self, text: str | None) -> str | None:
        """A text that stands for itself."""
        return self._many([text])[0] if text else text

    def _same(self, text: str | None) -> str | None:
        """A text that stands elsewhere too, and is told of there."""
        told = len(self.findings)
        converted = self._one(text)
        del self.findings[told:]
        return converted

    def _many(self, texts: Sequence[str]) -> list[str]:
        """Paragraphs that follow one another."""
        converted = []
        for text in texts:
            converted.append(self._converter.convert(text))
            self.findings += [finding_of(text, doubt) for doubt in self._converter.doubts]
        return regional(converted, self._converter.script)

    def _article(self, article: Article) -> Article:
        one, same = self._one, self._same
        return replace(
            article,
            label=one(article.label),
            kicker=one(article.kicker),
            headline=one(article.headline),
            deck=tuple(one(text) or "" for text in article.deck),
            dateline=same(article.dateline),
            bylines=tuple(same(text) or "" for text in article.bylines),
            section=same(article.section),
            page=same(article.page),
            blocks=self._blocks(article.blocks),
        )

    def _blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """All blocks of an article; their texts are one run of paragraphs, each line and each cell its own."""
        texts = iter(self._many([text for block in blocks for text in _texts(block)]))
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
