"""Where each part of an Issue came from, and why: beside the Issue, for people to look at.

A Trace holds a `TracedArticle` for each article of the Issue, in the same order, and each of these a `TracedLine` for
each line of the text that went into it, in printed order. `kanben outline` can print an article's headline with
`lines[0].line`, mark it where `doubtful`, and under `--why` give `why` of the article and of its lines.
"""

from dataclasses import dataclass
from typing import NamedTuple


class TracedLine(NamedTuple):
    """One line of the text: where it stands in the raw file (from 1), what it was taken for, and the evidence."""

    line: int
    kind: str
    text: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedArticle:
    """The lines of one article; `why` weighs its beginning, in log-odds, `doubtful` says that little decided it."""

    lines: tuple[TracedLine, ...]
    why: tuple[str, ...] = ()
    doubtful: bool = False

    @property
    def line(self) -> int:
        """The article's first line in the raw file, from 1."""
        return self.lines[0].line if self.lines else 1


@dataclass(frozen=True, slots=True)
class Trace:
    """The articles of an Issue, line by line."""

    articles: tuple[TracedArticle, ...] = ()
