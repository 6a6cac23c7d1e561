"""Addresses behind the words of a source, which no edition prints."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from ..report import Finding, Severity

RULE: Final = "lost-address"

_SCHEME: Final = re.compile(r"(?:https?:)?//(?:www\.)?|www\.|mailto:|tel:", re.IGNORECASE)
_NO_ADDRESS: Final = re.compile(r"#|(?:javascript|data|about|vbscript):", re.IGNORECASE)  # within the file, or nowhere
_SHOWN: Final = 20  # characters of the words that a finding quotes


def lost(what: str, value: str, words: str, path: str, line: int, severity: Severity = "info") -> Iterator[Finding]:
    """The finding for an `address` or a `title` (`what`) that a link or a picture has beside its words.

    None where it leads nowhere outside of the file, or where it is what the words say.

    >>> print(*lost("address", "https://www.jl.gov.cn/", "省政府网站", "a.html", 3))
    a.html:3:1 info lost-address: the address of “省政府网站” is not printed: https://www.jl.gov.cn/
    >>> print(*lost("address", "https://www.jl.gov.cn/", "网址 www.jl.gov.cn", "a.html", 3))
    <BLANKLINE>
    """
    value = " ".join(value.split())
    if not value or (what == "address" and _NO_ADDRESS.match(value)) or _bare(value) in _bare(words):
        return
    words = " ".join(words.split())
    named = f"“{words[:_SHOWN]}{'…' * (len(words) > _SHOWN)}”" if words else "a link or picture"
    message = f"the {what} of {named} is not printed: {value}"
    yield Finding(RULE, message, "read", severity=severity, path=path, line=line, before=value)


def _bare(address: str) -> str:
    """What people write of an address: no scheme, no www., no slash at its end."""
    return "".join(_SCHEME.sub("", unquote(address)).split()).rstrip("/").casefold()
