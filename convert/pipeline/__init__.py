"""The five verbs in a row: read, clean, parse, convert the script, write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from ..config import Config
from ..errors import FindingsError
from ..readers import STDIN
from ..report import Finding
from ..style import Edition, Script
from ..text import Confidence
from .editions import foreseen, in_scripts, refuse_unknown_scripts, refuse_unusable_fonts, targets, write_editions
from .stages import Prepared, Source, first_of, keep_stages, prepare, stage_files, stem_of

__all__ = [
    "DEFAULT_FORMATS",
    "Built",
    "Prepared",
    "build",
    "first_of",
    "foreseen",
    "in_scripts",
    "prepare",
    "refuse_unknown_scripts",
    "stage_files",
    "stem_of",
    "targets",
    "undecided",
]

DEFAULT_FORMATS: Final = ("docx", "pdf", "epub")


@dataclass(frozen=True)
class Built:
    """What was made of a source: files with their sizes in bytes, the number of repairs, and all findings."""

    source: str
    written: Mapping[Path, int]
    repairs: int = 0
    findings: list[Finding] = field(default_factory=list)


def undecided(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that a person should decide on; what is told as `info` leaves nothing to decide."""
    return [one for one in findings if one.confidence is not Confidence.CERTAIN and one.severity != "info"]


def build(
    source: Source,
    folder: str | Path | None = None,
    *,
    name: str | None = None,
    to: Sequence[str] = DEFAULT_FORMATS,
    scripts: Sequence[Script] = ("keep",),
    edition: Edition | None = None,
    config: Config | None = None,
    encoding: str | None = None,
    vocabulary: bool = False,
    strict: bool = False,
    verify: bool = False,
    stages: str | Path | None = None,
    jobs: int = 1,
) -> Built:
    """Make editions of a source, in `folder` or beside it: all of them, or none.

    Several files are the pages of one issue. Editions are called `name`, or after the (first) file.
    `to` are formats, `scripts` are keep, hans, hant, tw and hk; the source is read, cleaned and parsed
    once for all. `vocabulary` takes the words of a script's region, not its characters alone. `strict` refuses
    with FindingsError while likely findings are undecided. `verify` reads the editions back and refuses with
    GuardError what differs from the issue. `stages` is a folder for the product of each stage. Up to `jobs` processes
    work at once, where the system allows it.
    """
    name = name or stem_of(source)
    place = Path(folder) if folder is not None else Path(first_of(source)).parent
    goals = targets(name, place, to, scripts)
    prepared = prepare(source, config, encoding=encoding, jobs=jobs)
    refuse_unusable_fonts(prepared.config)
    issues, unsure = in_scripts(prepared, dict.fromkeys(scripts), vocabulary)
    if strict:
        ahead = foreseen(prepared, issues, to, edition or Edition())
        _refuse_undecided(prepared.source, [*prepared.findings, *unsure, *ahead])
    if stages is not None:
        keep_stages(prepared, name, Path(stages))
    written, told = write_editions(prepared, issues, goals, edition or Edition(), verify=verify, jobs=jobs)
    findings = (replace(one, path=prepared.source) if one.path == STDIN else one for one in (*unsure, *told))
    return Built(prepared.source, written, prepared.repairs, [*prepared.findings, *findings])


def _refuse_undecided(source: str, findings: Sequence[Finding]) -> None:
    likely = [finding for finding in undecided(findings) if finding.confidence is Confidence.LIKELY]
    if likely:
        how = " --script SCRIPT" if all(finding.stage == "script" for finding in likely) else ""
        raise FindingsError(
            f"{source}: {len(likely)} likely findings are undecided, and --strict asks for none",
            f"`kanben check{how} {source}` lists them.",
        )
