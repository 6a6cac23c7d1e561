"""The Issue as files. Every exporter is `write(issue, path, edition) -> list[Finding]`."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from ..errors import UsageError
from ..model import Issue
from ..report import Finding
from ..style import Edition
from .files import replacing

FORMATS: Final[Mapping[str, str]] = {  # format -> module of this package, loaded when used
    "docx": "docx",
    "pdf": "pdf",
    "epub": "epub",
    "html": "html",
    "md": "markdown",
    "txt": "plain",
    "json": "plain_json",
}


class Writer(Protocol):
    """What every exporter's `write` looks like."""

    def __call__(self, issue: Issue, path: Path, edition: Edition) -> list[Finding]: ...


def exporter(name: str) -> Writer:
    """The writer of a format. UsageError for one that is not known."""
    if name not in FORMATS:
        raise UsageError(f"unknown format: {name}", f"Formats are {', '.join(FORMATS)}.")
    return cast(Writer, import_module(f".{FORMATS[name]}", __name__).write)


def write(issue: Issue, path: str | Path, edition: Edition | None = None, to: str | None = None) -> list[Finding]:
    """Write an edition of the Issue; the format is `to`, else the path's suffix.

    The file appears whole or not at all; an older one is replaced only then.
    """
    path = Path(path)
    writer = exporter(to or path.suffix.lstrip(".").lower())
    with replacing(path) as temporary:
        return writer(issue, temporary, edition or Edition())
