"""DOCX: an edition to go on working in, with a named style for every role and nothing of a foreign template."""

from pathlib import Path

from ...model import Issue
from ...report import Finding
from ...style import Edition
from ..files import stamp, write_zip, xml_issue
from ..limits import fewer_columns
from .package import build, entries


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the Issue as a Word document. Findings: characters that XML cannot hold or an embedded font lacks, fewer
    columns than were asked for."""
    issue, findings = xml_issue(issue)
    package, more = build(issue, edition)
    write_zip(path, entries(package), stamp(issue))
    return [*findings, *more, *fewer_columns(edition)]
