"""Several files, one a page, read as one source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from ..errors import UsageError
from ..model import Issue
from ..report import Finding
from ..text import Source, Text
from . import read


@dataclass(frozen=True)
class Pages:
    """The pages as one text, with a form feed between two, or as one Issue; and what stood in which file.

    `firsts` are the lines, from 1, of the one text at which the pages begin; `findings` are those of reading.
    """

    content: Text | Issue
    paths: tuple[str, ...]
    firsts: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def read(cls, paths: Sequence[str | Path], encoding: str | None = None) -> "Pages":
        """Read the files in the order given. UsageError where some have a structure of their own and some have not."""
        names = tuple(map(str, paths))
        told: list[Finding] = []
        parts = [read(path, encoding=encoding, findings=told) for path in names]
        texts = [part for part in parts if isinstance(part, Text)]
        issues = [part for part in parts if isinstance(part, Issue)]
        if texts and issues:
            raise UsageError("of the pages of one issue, some are texts and some have a structure of their own")
        if issues:
            return cls(
                replace(
                    issues[0],
                    articles=tuple(article for issue in issues for article in issue.articles),
                    furniture=tuple(item for issue in issues for item in issue.furniture),
                ),
                names,
                findings=tuple(told),
            )
        values = [text.value.rstrip("\n") for text in texts]
        value = "\n\f".join(values) + "\n"
        digest = sha256("".join(text.source.sha256 for text in texts).encode()).hexdigest()
        firsts = accumulate((one.count("\n") + 1 for one in values[:-1]), initial=1)
        text = Text(value, value, Source(names[0], digest, texts[0].source.encoding))
        return cls(text, names, tuple(firsts), tuple(told))

    def place(self, line: int) -> tuple[str, int]:
        """The file in which a line of the one text stands, and its line there, both from 1."""
        page = max(0, bisect_right(self.firsts, line) - 1)
        return self.paths[page], line - self.firsts[page] + 1

    def placed(self, finding: Finding) -> Finding:
        """A finding in the one text, placed in the file it stands in."""
        if finding.path != self.paths[0] or not self.firsts:
            return finding
        path, line = self.place(finding.line)
        if path == finding.path:
            return finding
        column = finding.column - (line == 1)  # the form feed stands before the first line
        return replace(finding, path=path, line=line, column=max(column, 1))
