"""An Issue from its JSON."""

import json

from ..errors import InputError
from ..model import Issue, issue_from_json
from ..report import Finding
from .encoding import decode_as_is


def read(data: bytes, path: str, encoding: str | None = None, _findings: list[Finding] | None = None) -> Issue:
    """Read Issue JSON, as `outline --json` and `build --to json` write it. InputError, with the place, for other."""
    text, _ = decode_as_is(data, path, encoding)  # U+2028 within a JSON text is no end of line
    try:
        return issue_from_json(json.loads(text))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: not valid JSON: {error.msg}") from None
    except RecursionError:
        raise InputError(f"{path}: not an Issue: nested too deeply") from None
    except ValueError as error:
        raise InputError(f"{path}: {error}", "`kanben outline --json` shows what an Issue looks like.") from None
