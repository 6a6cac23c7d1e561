"""From an Issue to its editions, which appear together or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..config import Config
from ..errors import MissingError, UsageError
from ..export import FORMATS, exporter
from ..export.files import replacing_all
from ..model import Issue
from ..parallel import in_parallel
from ..report import Finding, numbered
from ..style import REGIONS, Edition, Script
from .stages import Prepared


@dataclass(frozen=True, slots=True)
class Target:
    """One edition to write."""

    path: Path
    format: str
    script: Script


def targets(name: str, folder: Path, formats: Sequence[str], scripts: Sequence[Script]) -> list[Target]:
    """The editions of a source in a folder: NAME.pdf, or NAME-tw.pdf where the script is converted.

    UsageError for a format or script that is not known.
    """
    for format in formats:
        if format not in FORMATS:
            raise UsageError(f"unknown format: {format}", f"Formats are {', '.join(FORMATS)}.")
    refuse_unknown_scripts(scripts)
    return [
        Target(folder / f"{name}{'' if script == 'keep' else f'-{script}'}.{format}", format, script)
        for script in scripts
        for format in formats
    ]


def refuse_unknown_scripts(scripts: Sequence[str]) -> None:
    """UsageError for a script that is not known."""
    for script in scripts:
        if script != "keep" and script not in REGIONS:
            raise UsageError(f"unknown script: {script}", f"Scripts are keep, {', '.join(REGIONS)}.")


def refuse_unusable_fonts(config: Config) -> None:
    """MissingError for a font of the settings that is not there or is none, with the file that names it."""
    from ..fonts import font_file, open_face

    for face, path in config.fonts.items():
        try:
            open_face(font_file("song", "sc", {"song": path}))
        except MissingError as error:
            where = config.files.get(f"fonts.{face}")
            raise MissingError(f"{where}: {face}: {error.message}" if where else error.message, error.hint) from None


def in_scripts(
    prepared: Prepared, scripts: Iterable[Script], vocabulary: bool = False
) -> tuple[dict[Script, Issue], list[Finding]]:
    """The issue in each script, and what was not sure."""
    issues: dict[Script, Issue] = {}
    findings: list[Finding] = []
    for script in scripts:
        issues[script], found = prepared.converted(script, vocabulary)
        findings += found
    return issues, findings


def write_editions(
    prepared: Prepared,
    issues: Mapping[Script, Issue],
    goals: Sequence[Target],
    edition: Edition,
    *,
    verify: bool = False,
    jobs: int = 1,
) -> tuple[dict[Path, int], list[Finding]]:
    """Write editions of an issue, which appear together or not at all; their sizes, and what was found on the way."""
    findings: list[Finding] = []
    tasks = []
    with replacing_all([goal.path for goal in goals]) as temporary:
        for goal, file in zip(goals, temporary, strict=True):
            style = _styled(edition, prepared, goal.script)
            tasks.append(partial(_write, issues[goal.script], file, goal.format, style, verify))
        for found in in_parallel(tasks, jobs):
            findings += found
        written = {goal.path: file.stat().st_size for goal, file in zip(goals, temporary, strict=True)}
    return written, _told_once(prepared, findings)


def foreseen(
    prepared: Prepared, issues: Mapping[Script, Issue], formats: Sequence[str], edition: Edition
) -> list[Finding]:
    """What writing an issue's editions would find that can be known before."""
    from ..export import limits

    refuse_unusable_fonts(prepared.config)
    found = (limits.foreseen(issue, _styled(edition, prepared, script), formats) for script, issue in issues.items())
    return _told_once(prepared, [finding for findings in found for finding in findings])


def _styled(edition: Edition, prepared: Prepared, script: Script) -> Edition:
    pictures = str(Path(prepared.source).parent)
    return replace(edition, script=script, fonts=prepared.config.fonts, pictures=pictures)


def _told_once(prepared: Prepared, findings: Sequence[Finding]) -> list[Finding]:
    """What several editions say alike is said once, with its place in the source."""
    return numbered([prepared.placed(finding) for finding in dict.fromkeys(findings)])


def _write(issue: Issue, file: Path, name: str, edition: Edition, verify: bool) -> list[Finding]:
    """Write one edition, and read it back if asked to."""
    findings = exporter(name)(issue, file, edition)
    return findings + _read_back(issue, file, name) if verify else findings


def _read_back(issue: Issue, path: Path, name: str) -> list[Finding]:
    from ..export.verify import verify

    return verify(issue, path, name)
