"""An Issue from its JSON."""

import json
from collections.abc import Iterator
from typing import Any

from ..errors import InputError
from ..model import Issue, issue_from_json, issue_to_json
from ..report import Finding
from .encoding import decode_as_is


def read(data: bytes, path: str, encoding: str | None = None, findings: list[Finding] | None = None) -> Issue:
    """Read Issue JSON, as `outline --json` and `build --to json` write it. InputError, with the place, for other.

    What an Issue has no place for is added to `findings`.
    """
    text, _ = decode_as_is(data, path, encoding)  # U+2028 within a JSON text is no end of line
    try:
        values = json.loads(text)
        issue = issue_from_json(values)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: not valid JSON: {error.msg}") from None
    except RecursionError:
        raise InputError(f"{path}: not an Issue: nested too deeply") from None
    except ValueError as error:
        raise InputError(f"{path}: {error}", "`kanben outline --json` shows what an Issue looks like.") from None
    if findings is not None:
        for place, value in _left_out(values, issue_to_json(issue), ""):
            before = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            line = text.count("\n", 0, max(0, text.find(json.dumps(value, ensure_ascii=False)))) + 1
            message = f"an Issue has no place for {place}, which is left out"
            findings.append(Finding("unknown-key", message, "read", path=path, line=line, before=before))
    return issue


def _left_out(given: Any, kept: Any, place: str) -> Iterator[tuple[str, Any]]:
    """What of the given values is not among those that an Issue keeps, with its place in them."""
    if isinstance(given, dict) and isinstance(kept, dict):
        for key, value in given.items():
            inside = f"{place}.{key}" if place else key
            yield from _left_out(value, kept[key], inside) if key in kept else [(inside, value)] if value else []
    elif isinstance(given, list) and isinstance(kept, list):
        for at, (one, other) in enumerate(zip(given, kept, strict=False)):
            yield from _left_out(one, other, f"{place}[{at}]")
    elif given and given != kept:
        yield place, given
