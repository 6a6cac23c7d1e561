"""DOCX: an edition to go on working in, with a named style for every role and nothing of a foreign template."""

from pathlib import Path

from ...model import Issue
from ...report import Finding
from ...style import Edition
from ..files import stamp, write_zip, xml_issue
from .package import entries


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the Issue as a Word document. Findings: characters that XML cannot hold."""
    issue, findings = xml_issue(issue)
    write_zip(path, entries(issue, edition), stamp(issue))
    return findings
