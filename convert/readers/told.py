"""What reading a draft did not understand or could not keep."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ..report import Finding
from .addresses import lost

_HTML: Final = re.compile(r"(?<!\\)<(?:!--|/?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>\n]{0,200})?/?>)")


@dataclass
class Told:
    """Gathers the findings of one file. `line`, from 1, is where the reader stands."""

    path: str
    findings: list[Finding]
    line: int = 1

    def add(self, rule: str, message: str, before: str, line: int | None = None) -> None:
        self.findings.append(Finding(rule, message, "read", path=self.path, line=line or self.line, before=before))

    def unread(self, keys: Mapping[str, int]) -> None:
        """Keys of the front matter, with their lines, that a draft does not know; they may be meant for pandoc."""
        for name, line in keys.items():
            message = f"the front matter of a draft knows no {name!r}, which is left out"
            rule, before = "unknown-markup", name
            told = Finding(rule, message, "read", severity="info", path=self.path, line=line, before=before)
            self.findings.append(told)

    def unknown(self, names: Iterable[str]) -> None:
        """Names of attributes that a draft does not know."""
        self._unknown(names, "what it stands for is left out")

    def unknown_roles(self, names: Iterable[str]) -> None:
        """Names that a draft does not know, at the head of a text that has no other role."""
        self._unknown(names, "the text below it is kept as if it were not there")

    def _unknown(self, names: Iterable[str], so: str) -> None:
        for name in names:
            self.add("unknown-markup", f"a draft knows no {name!r}; {so}", name)

    def html(self, content: str) -> None:
        """Tags and comments of HTML, which a draft has none of."""
        for found in _HTML.finditer(content):
            line = self.line + content.count("\n", 0, found.start())
            self.add("unknown-markup", "a draft has no HTML; this is printed as it stands", found[0], line)

    def unprinted(self, attributes: Mapping[str, object], words: str, content: str) -> None:
        """The address or title of a link or picture in `content`, which editions do not print beside its words."""
        for name, what in (("href", "address"), ("title", "title")):
            value = str(attributes.get(name) or "")
            line = self.line + (content.partition(value)[0].count("\n") if value else 0)
            self.findings += lost(what, value, words, self.path, line, "warning")  # written by hand
