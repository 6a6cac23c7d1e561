"""Files to texts."""

import hashlib
import sys
from pathlib import Path

from ..errors import InputError
from ..text import Source, Text
from .encoding import decode

STDIN = "-"


def read(path: str | Path, *, encoding: str | None = None, stdin: bytes | None = None) -> Text:
    """Read a file of text, or standard input for the path `-` (`stdin` stands in for it).

    `encoding` overrides detection. InputError for a file that is missing, is a folder, cannot be
    read, is binary, is blank, or holds bytes that its encoding does not know.
    """
    name = str(path)
    data = _bytes(name) if stdin is None else stdin
    value, used = decode(data, name, encoding)
    return Text(value, value, Source(name, hashlib.sha256(data).hexdigest(), used))


def _bytes(name: str) -> bytes:
    if name == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{name}: is a folder, not a file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{name}: cannot be read: {reason}") from None
