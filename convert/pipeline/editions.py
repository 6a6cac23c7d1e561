"""From an Issue to its editions, which appear together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..errors import UsageError
from ..export import FORMATS, exporter
from ..export.files import replacing_all
from ..export.parallel import in_parallel
from ..model import Issue
from ..readers import STDIN
from ..report import Finding
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


def write_editions(
    prepared: Prepared,
    goals: Sequence[Target],
    edition: Edition,
    *,
    verify: bool = False,
    vocabulary: bool = False,
    jobs: int = 1,
) -> tuple[dict[Path, int], list[Finding]]:
    """Write editions of an issue, which appear together or not at all; their sizes, and what was found on the way."""
    config, findings, pictures = prepared.config, list[Finding](), str(Path(prepared.source).parent)
    issues, tasks = {}, []
    for script in dict.fromkeys(goal.script for goal in goals):
        issues[script], found = prepared.converted(script, vocabulary)
        findings += found
    with replacing_all([goal.path for goal in goals]) as temporary:
        for goal, file in zip(goals, temporary, strict=True):
            style = replace(edition, script=goal.script, fonts=config.fonts, pictures=pictures)
            tasks.append(partial(_write, issues[goal.script], file, goal.format, style, verify))
        for found in in_parallel(tasks, jobs):
            findings += found
        written = {goal.path: file.stat().st_size for goal, file in zip(goals, temporary, strict=True)}
    return written, [replace(f, path=prepared.source) if f.path == STDIN else f for f in findings]


def _write(issue: Issue, file: Path, name: str, edition: Edition, verify: bool) -> list[Finding]:
    """Write one edition, and read it back if asked to."""
    findings = exporter(name)(issue, file, edition)
    return findings + _read_back(issue, file, name) if verify else findings


def _read_back(issue: Issue, path: Path, name: str) -> list[Finding]:
    from ..export.verify import verify

    return verify(issue, path, name)
