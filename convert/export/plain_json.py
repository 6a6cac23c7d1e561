"""The Issue as JSON, as `build` reads it back."""

import json
from pathlib import Path

from ..model import Issue, issue_to_json
from ..report import Finding
from ..style import Edition


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the Issue JSON in UTF-8. A lone surrogate becomes its JSON escape, so nothing is lost."""
    text = json.dumps(issue_to_json(issue), ensure_ascii=False, indent=2) + "\n"
    path.write_bytes(text.encode("utf-8", "backslashreplace"))
    return []
