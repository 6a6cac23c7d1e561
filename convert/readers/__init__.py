"""Files to texts; files that have a structure of their own, to Issues."""

import hashlib
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final

from ..errors import InputError
from ..model import Issue
from ..report import Finding
from ..text import Source, Text
from .encoding import decode, refuse_binary

STDIN: Final = "-"
STRUCTURED: Final[Mapping[str, str]] = {  # suffix -> module of this package, loaded when used
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".hocr": "ocr",
    ".xml": "ocr",
}


def read(
    path: str | Path,
    *,
    encoding: str | None = None,
    stdin: bytes | None = None,
    findings: list[Finding] | None = None,
) -> Text | Issue:
    """Read a source: an Issue where it has a structure of its own, else a text. The suffix names the format.

    `-` is standard input, and `stdin` stands in for it; it is always a text. `encoding` overrides
    detection. What of a source with a structure of its own could not be kept as it stands is added to
    `findings`. InputError for a file that is missing, is a folder, cannot be read, is not what its
    suffix says, is binary, is blank, or holds bytes that its encoding does not know.
    """
    name = str(path)
    module = STRUCTURED.get(Path(name).suffix.lower())
    if module is None:
        return read_text(name, encoding=encoding, stdin=stdin)
    data = _bytes(name)
    told: list[Finding] = []
    found: Issue | str = import_module(f".{module}", __name__).read(data, name, encoding, told)
    if findings is not None:
        findings += told
    return found if isinstance(found, Issue) else Text(found, found, Source(name, hashlib.sha256(data).hexdigest()))


def read_text(path: str | Path, *, encoding: str | None = None, stdin: bytes | None = None) -> Text:
    """Read a source as a text, whatever its suffix."""
    name = str(path)
    data = _bytes(name) if stdin is None else stdin
    value, used = decode(data, name, encoding)
    return Text(value, value, Source(name, hashlib.sha256(data).hexdigest(), used))


def as_lines(path: str | Path) -> Text | None:
    """A source with a structure of its own as the text in which its findings count lines; None where they count none.

    Of a Word file each paragraph is a line. InputError where it cannot be read so.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".docx":
        from .docx_file import paragraphs

        return Text.of("\n".join(paragraphs(_bytes(str(path)), str(path))), str(path))
    return read_text(path) if STRUCTURED.get(suffix) in ("markdown", "html", "json") else None


def standard_input() -> BinaryIO:
    """Standard input as bytes. InputError where the program has none."""
    if sys.stdin is None:
        raise InputError("there is no standard input", "Name a file.")
    return sys.stdin.buffer


def refuse_unreadable(path: str | Path) -> None:
    """InputError for a file that `read` would refuse as binary data, told from its first bytes."""
    name = str(path)
    if Path(name).suffix.lower() not in STRUCTURED and Path(name).is_file():
        with Path(name).open("rb") as file:
            refuse_binary(file.read(16), name)


def _bytes(name: str) -> bytes:
    if name == STDIN:
        return standard_input().read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file or folder") from None
    except IsADirectoryError:
        raise InputError(f"{name}: is a folder, not a file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{name}: cannot be read: {reason}") from None
