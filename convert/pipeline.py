"""The five verbs in a row: read, clean, parse, convert the script, write."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from .config import CleanSettings, Config, load_config
from .errors import FindingsError, UsageError
from .export import FORMATS, exporter
from .export.files import replacing_all, write_bytes
from .model import Issue, issue_to_json
from .readers import STDIN, read
from .report import Finding, in_order
from .rules import Cleaned, clean
from .rules.context import resolve
from .script import convert_script
from .structure import Parsed, apply_fixes, check_coverage, parse
from .style import REGIONS, Edition, Script
from .text import Confidence

DEFAULT_FORMATS: Final = ("docx", "pdf", "epub")


@dataclass(frozen=True)
class Prepared:
    """A source read, cleaned and parsed, both guards passed; each stage's product stays at hand.

    `cleaned` and `parsed` are None for a source with a structure of its own.
    """

    source: str
    config: Config
    issue: Issue
    cleaned: Cleaned | None = None
    parsed: Parsed | None = None

    @property
    def repairs(self) -> int:
        """The number of edits that cleaning applied."""
        return len(self.cleaned.log) if self.cleaned else 0

    def converted(self, script: Script, vocabulary: bool = False) -> tuple[Issue, list[Finding]]:
        """The issue in another script, by the settings, and what was not sure."""
        config, source = self.config, self.cleaned.text if self.cleaned else None
        return convert_script(
            self.issue, script, terms=config.terms, keep=config.keep_words, vocabulary=vocabulary, source=source
        )

    @property
    def findings(self) -> list[Finding]:
        """What the stages found, in the order of the source."""
        stages = (self.cleaned, self.parsed)
        return in_order(finding for stage in stages if stage for finding in stage.findings)


@dataclass(frozen=True, slots=True)
class Target:
    """One edition to write."""

    path: Path
    format: str
    script: Script


@dataclass(frozen=True)
class Built:
    """What was made of a source: files with their sizes in bytes, the number of repairs, and all findings."""

    source: str
    written: Mapping[Path, int]
    repairs: int = 0
    findings: list[Finding] = field(default_factory=list)


def undecided(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that a person should look at."""
    return [finding for finding in findings if finding.confidence is not Confidence.CERTAIN]


def stem_of(source: str | Path) -> str:
    """What editions of a source are named after."""
    return "stdin" if str(source) == STDIN else Path(source).stem


def targets(
    source: str | Path, folder: str | Path | None, formats: Sequence[str], scripts: Sequence[Script]
) -> list[Target]:
    """The editions of a source: NAME.pdf, or NAME-tw.pdf where the script is converted.

    They stand in `folder`, or beside the source. UsageError for a format or script that is not known.
    """
    for name in formats:
        if name not in FORMATS:
            raise UsageError(f"unknown format: {name}", f"Formats are {', '.join(FORMATS)}.")
    refuse_unknown_scripts(scripts)
    place, stem = Path(folder) if folder is not None else Path(source).parent, stem_of(source)
    return [
        Target(place / f"{stem}{'' if script == 'keep' else f'-{script}'}.{name}", name, script)
        for script in scripts
        for name in formats
    ]


def prepare(
    source: str | Path, config: Config | None = None, *, encoding: str | None = None, stdin: bytes | None = None
) -> Prepared:
    """Read a source, clean it and parse it, with the settings of the files beside it where none are given.

    Both guards have passed when this returns: clean() replays its log, and here the Issue is held
    against the cleaned text.
    """
    if config is None:
        config = load_config(None if str(source) == STDIN else Path(source))
    was_read = read(source, encoding=encoding, stdin=stdin)
    if isinstance(was_read, Issue):
        issue = _named(was_read, config)
        language = issue.language or _language("\n".join(issue.texts()))
        return Prepared(str(source), config, replace(issue, language=language))
    cleaned = clean(was_read, config.clean, keep_words=config.keep_words)
    text, unfit = apply_fixes(cleaned.text, config.fixes)
    parsed = parse(text, furniture=cleaned.furniture, config=config)
    check_coverage(text, cleaned.furniture, parsed.issue)
    parsed.findings.extend(unfit)
    issue = replace(parsed.issue, language=_language(text.value))
    return Prepared(str(source), config, issue, cleaned, parsed)


def refuse_unknown_scripts(scripts: Sequence[str]) -> None:
    """UsageError for a script that is not known."""
    for script in scripts:
        if script != "keep" and script not in REGIONS:
            raise UsageError(f"unknown script: {script}", f"Scripts are keep, {', '.join(REGIONS)}.")


def _named(issue: Issue, config: Config) -> Issue:
    """The issue, with what the settings say of it over what it says itself."""
    return replace(
        issue,
        title=config.title or issue.title,
        date=config.date or issue.date,
        number=config.number or issue.number,
        publisher=config.publisher or issue.publisher,
    )


def _language(text: str) -> str:
    """The language tag of a text, by its script and, where that is Traditional, by Hong Kong's own forms."""
    context = resolve(text, CleanSettings())
    if context.script == "hans" or context.profile == "mainland":
        return "zh-Hans"
    return REGIONS["hk" if context.profile == "hongkong" else "hant"].language


def build(
    source: str | Path,
    folder: str | Path | None = None,
    *,
    to: Sequence[str] = DEFAULT_FORMATS,
    scripts: Sequence[Script] = ("keep",),
    edition: Edition | None = None,
    config: Config | None = None,
    encoding: str | None = None,
    vocabulary: bool = False,
    strict: bool = False,
    verify: bool = False,
    stages: str | Path | None = None,
) -> Built:
    """Make editions of a source, in `folder` or beside it: all of them, or none.

    `to` are formats, `scripts` are keep, hans, hant, tw and hk; the source is read, cleaned and parsed
    once for all. `vocabulary` takes the words of a script's region, not its characters alone. `strict` refuses
    with FindingsError while likely findings are undecided. `verify` reads the editions back and refuses with
    GuardError what differs from the issue. `stages` is a folder for the product of each stage.
    """
    goals = targets(source, folder, to, scripts)
    prepared = prepare(source, config, encoding=encoding)
    if strict:
        _refuse_undecided(prepared)
    if stages is not None:
        _keep_stages(prepared, Path(stages))
    written, findings = write_editions(prepared, goals, edition or Edition(), verify, vocabulary)
    return Built(str(source), written, prepared.repairs, [*prepared.findings, *findings])


def write_editions(
    prepared: Prepared, goals: Sequence[Target], edition: Edition, verify: bool = False, vocabulary: bool = False
) -> tuple[dict[Path, int], list[Finding]]:
    """Write editions of an issue, which appear together or not at all; their sizes, and what was found on the way."""
    config, findings, written = prepared.config, list[Finding](), dict[Path, int]()
    pictures = str(Path(prepared.source).parent)
    with replacing_all([goal.path for goal in goals]) as temporary:
        files = dict(zip(goals, temporary, strict=True))
        for script in dict.fromkeys(goal.script for goal in goals):
            issue, found = prepared.converted(script, vocabulary)
            findings += found
            style = replace(edition, script=script, fonts=config.fonts, pictures=pictures)
            for goal in goals:
                if goal.script == script:
                    findings += exporter(goal.format)(issue, files[goal], style)
                    if verify:
                        findings += _read_back(issue, files[goal], goal.format)
                    written[goal.path] = files[goal].stat().st_size
    return written, [replace(f, path=prepared.source) if f.path == STDIN else f for f in findings]


def _read_back(issue: Issue, path: Path, name: str) -> list[Finding]:
    from .export.verify import verify

    return verify(issue, path, name)


def _refuse_undecided(prepared: Prepared) -> None:
    likely = [finding for finding in prepared.findings if finding.confidence is Confidence.LIKELY]
    if likely:
        raise FindingsError(
            f"{prepared.source}: {len(likely)} likely findings are undecided, and --strict asks for none",
            f"`kanben check {prepared.source}` lists them.",
        )


def _keep_stages(prepared: Prepared, folder: Path) -> None:
    """Write the cleaned text, the log of its edits and the Issue beside one another."""
    stem = stem_of(prepared.source)
    if prepared.cleaned:
        write_bytes(folder / f"{stem}.clean.txt", prepared.cleaned.text.value.encode("utf-8", "backslashreplace"))
        write_bytes(folder / f"{stem}.edits.json", "".join(prepared.cleaned.log.json_chunks()).encode())
    issue = json.dumps(issue_to_json(prepared.issue), ensure_ascii=False, indent=2)
    write_bytes(folder / f"{stem}.issue.json", issue.encode("utf-8", "backslashreplace"))
