"""The roles that the styles of a Word file tell."""

import re
from typing import Any, Final

# By the English name of the style; Word's own styles have it in every language.
_ROLES: Final = {
    "title": "title", "nameplate": "title", "issue line": "issue_line", "label": "label", "kicker": "kicker",
    "headline": "headline", "deck": "deck", "subtitle": "deck", "byline": "byline", "crosshead": "crosshead",
    "caption": "caption", "credit": "credit", "verse": "verse", "list item": "list", "brief": "brief",
    "editor's note": "editors_note", "end matter": "end_matter", "footnote text": "note", "folio": "",
    "author": "paragraph", "date": "paragraph", "quote": "quoted", "intense quote": "quoted", "block text": "quoted",
    "quotations": "quoted", "toc heading": "", "header": "furniture", "footer": "furniture",
}  # fmt: skip


def role_of(style: Any) -> str | None:
    """The role that a style's name tells, or that of a style it is based on; None where none does."""
    while style is not None:
        name = str(style.name).lower()
        if found := re.fullmatch(r"heading ([1-9])", name):
            return f"h{found[1]}"
        if name.startswith("toc "):
            return ""
        if name in _ROLES:
            return _ROLES[name]
        if name.startswith("list"):
            return "list"
        style = getattr(style, "base_style", None)
    return None
