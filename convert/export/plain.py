"""The Issue as plain text: one block a line, a blank line between blocks, two between articles."""

from pathlib import Path

from ..model import Article, Issue
from ..report import Finding
from ..style import Edition
from .files import xml_issue
from .nameplate import issue_line


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write UTF-8 text that `clean` would leave as it is. What XML cannot hold plain text shall not either."""
    issue, findings = xml_issue(issue)
    head = "\n".join(part for part in (issue.title, issue_line(issue)) if part)
    parts = [part for part in (head, *map(_article, issue.articles)) if part]
    path.write_bytes(("\n\n\n".join(parts) + "\n").encode())
    return findings


def _article(article: Article) -> str:
    texts = (*article.titles(), *(block.text for block in article.blocks))
    return "\n\n".join(text for text in texts if text)
