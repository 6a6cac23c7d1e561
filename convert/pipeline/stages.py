"""From a source to its Issue: read, clean and parse, with both guards."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from ..config import Config, load_config
from ..errors import InputError
from ..export.files import write_bytes, write_chunks
from ..model import Issue, issue_to_json
from ..readers import STDIN, as_lines, read
from ..readers.pages import Pages
from ..region import written
from ..report import Finding, in_order
from ..style import Script
from ..text import Confidence, Text
from .imprint import with_imprint

if TYPE_CHECKING:
    from ..rules import Cleaned
    from ..structure import Parsed

_SAID_BY_HAND: Final = (".md", ".markdown", ".json")  # what these say of the issue is all that they mean to
Source = str | Path | Sequence[str | Path]  # several files are the pages of one issue


@dataclass(frozen=True)
class Prepared:
    """A source read, cleaned and parsed, both guards passed; each stage's product stays at hand.

    `cleaned` and `parsed` are None for a source with a structure of its own; `told` is what reading it found.
    """

    source: str
    config: Config
    issue: Issue
    cleaned: "Cleaned | None" = None
    parsed: "Parsed | None" = None
    pages: Pages | None = None
    told: Sequence[Finding] = ()

    @property
    def repairs(self) -> int:
        """The number of edits that cleaning applied."""
        return len(self.cleaned.log) if self.cleaned else 0

    def converted(self, script: Script, vocabulary: bool = False) -> tuple[Issue, list[Finding]]:
        """The issue in another script, by the settings, and what was not sure."""
        if script == "keep":  # most runs need not load what converts
            return self.issue, []
        from ..script import convert_script

        config, source = self.config, self.cleaned.text if self.cleaned else None
        return convert_script(
            self.issue, script, terms=config.terms, keep=config.keep_words, vocabulary=vocabulary, source=source
        )

    @property
    def findings(self) -> list[Finding]:
        """What the stages found, in the order of the source."""
        stages = (self.cleaned, self.parsed)
        found = (finding for stage in stages if stage for finding in stage.findings)
        return in_order((*self.told, *(map(self.pages.placed, found) if self.pages else found)))

    def placed(self, finding: Finding) -> Finding:
        """What an edition lacks, with the place in the source where it first stands, if it can be found there."""
        finding = replace(finding, path=self.source)
        text = self.cleaned.text if self.cleaned else self._written
        if text is None or not finding.before:
            return finding
        at = max(text.value.find(sought) for sought in (finding.before, quote(finding.before, errors="surrogatepass")))
        if at < 0:
            return finding
        line, column = text.position(at)
        found = replace(finding, line=line, column=column)
        return self.pages.placed(found) if self.pages else found

    @cached_property
    def _written(self) -> Text | None:
        """The source as a text whose lines are those that findings name, if it can be read so."""
        try:
            return as_lines(self.source)
        except InputError:  # it was read in another encoding, or is gone
            return None


def stem_of(source: Source) -> str:
    """What editions of a source are named after: of several pages the first."""
    first = first_of(source)
    return "stdin" if first == STDIN else Path(first).stem


def first_of(source: Source) -> str:
    """The path of a source, or of its first page."""
    return str(source if isinstance(source, (str, Path)) else source[0])


def prepare(
    source: Source,
    config: Config | None = None,
    *,
    encoding: str | None = None,
    stdin: bytes | None = None,
    jobs: int = 1,
) -> Prepared:
    """Read a source, clean it and parse it, with the settings of the files beside it where none are given.

    Several files are read as the pages of one issue. Both guards have passed when this returns: clean()
    replays its log, and here the Issue is held against the cleaned text. Up to `jobs` processes clean a long one.
    """
    first = first_of(source)
    if config is None:
        config = load_config(None if first == STDIN else Path(first))
    pages = None if isinstance(source, (str, Path)) else Pages.read(source, encoding)
    told: list[Finding] = list(pages.findings) if pages else []
    content = pages.content if pages else read(first, encoding=encoding, stdin=stdin, findings=told)
    if isinstance(content, Issue):
        content, unfit = _fixed(content, first, config)
        told += unfit
        if Path(first).suffix.lower() not in _SAID_BY_HAND:
            content = with_imprint(content, first)
        issue = _named(content.without_blanks(), config)
        language = issue.language or written("\n".join(issue.texts())).language
        return Prepared(first, config, replace(issue, language=language), pages=pages, told=told)
    return replace(_of_text(content, first, config, jobs), pages=pages, told=told)


def _of_text(content: Text, source: str, config: Config, jobs: int) -> Prepared:
    from ..rules import clean  # what a source with a structure of its own need not load
    from ..structure import apply_fixes, check_coverage, decided, parse

    cleaned = clean(content, config.clean, keep_words=config.keep_words, jobs=jobs)
    if config.fixes:
        cleaned = replace(cleaned, findings=decided(cleaned.text, config.fixes, cleaned.findings))
    text, unfit = apply_fixes(cleaned.text, config.fixes)
    parsed = parse(text, furniture=cleaned.furniture, config=config)
    check_coverage(text, cleaned.furniture, parsed.issue)
    parsed.findings.extend(unfit)
    return Prepared(source, config, parsed.issue, cleaned, parsed)


def _fixed(issue: Issue, source: str, config: Config) -> tuple[Issue, list[Finding]]:
    """The issue with the fixes of the settings; not a draft or Issue JSON, which a person corrects itself."""
    if not config.fixes:
        return issue, []
    if Path(source).suffix.lower() not in _SAID_BY_HAND:
        from ..structure import fix_issue  # what most sources need not load

        return fix_issue(issue, config.fixes, source)
    message = f"{len(config.fixes)} [[fix]] of the settings are for the source of this draft; correct the draft itself"
    sure: Final = Confidence.CERTAIN
    return issue, [Finding("fix", message, "parse", confidence=sure, severity="info", path=source)]


def _named(issue: Issue, config: Config) -> Issue:
    """The issue, with what the settings say of it over what it says itself."""
    return replace(
        issue,
        title=config.title or issue.title,
        date=config.date or issue.date,
        number=config.number or issue.number,
        publisher=config.publisher or issue.publisher,
    )


def stage_files(stem: str, folder: Path) -> tuple[Path, Path, Path]:
    """Where `keep_stages` writes the cleaned text, the log of its edits and the Issue."""
    return folder / f"{stem}.clean.txt", folder / f"{stem}.edits.json", folder / f"{stem}.issue.json"


def keep_stages(prepared: Prepared, stem: str, folder: Path) -> None:
    """Write what each stage made; of a source with a structure of its own, the Issue alone."""
    cleaned, edits, parsed = stage_files(stem, folder)
    if prepared.cleaned:
        write_bytes(cleaned, prepared.cleaned.text.value.encode("utf-8", "backslashreplace"))
        write_chunks(edits, prepared.cleaned.log.json_chunks())
    issue = json.dumps(issue_to_json(prepared.issue), ensure_ascii=False, indent=2)
    write_bytes(parsed, issue.encode("utf-8", "backslashreplace"))
