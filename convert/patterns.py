"""Regular expressions that are compiled when first used.

Ideographs make a pattern dear: the compiler walks every character of a class's ranges, so that each
`[{HAN_CLASS}]` costs about a millisecond. The rooms have two hundred patterns at their modules' heads,
of which a run needs perhaps half.
"""

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern until something is asked of it, and keeps what was asked for at hand."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to search, match or split with; `re.error` comes at the first use, not here."""
    return cast("re.Pattern[str]", _Late(source, flags))
