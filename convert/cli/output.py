"""What commands print: always UTF-8, always `\\n`."""

import json
import sys
from pathlib import Path
from typing import Any

from ..errors import OutputError
from ..export.files import write_bytes


def put(text: str, path: Path | None = None) -> None:
    """Write a text to a file, whole or not at all, or to standard output."""
    data = text.encode("utf-8", "backslashreplace")
    if path is None:
        put_bytes(data)
    else:
        write_bytes(path, data)


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output, after what was printed before. OutputError where the program has none."""
    if sys.stdout is None:
        raise OutputError("there is no standard output", "Name a file with -o.")
    sys.stdout.flush()
    rest = memoryview(data)
    while rest:  # under PYTHONUNBUFFERED a write to a pipe may take a part only
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def put_json(value: Any, path: Path | None = None) -> None:
    """Write a value as indented JSON, Chinese characters as they are."""
    put(json.dumps(value, ensure_ascii=False, indent=2) + "\n", path)
