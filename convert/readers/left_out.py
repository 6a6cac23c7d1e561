"""Findings for what Word files and web pages hold beside the words of an article: deleted, hidden, struck out."""

from typing import Final

from ..report import CONTEXT, Finding

# By the rule that a finding names. What is struck out stays: only a person can tell a price of old from a mistake.
MESSAGES: Final = {
    "deleted-text": "text that a revision deletes is left out",
    "hidden-text": "hidden text is left out",
    "struck-text": "text that is struck out is kept; take it out if it is no longer meant",
    "page-furniture": "what belongs to the page or a form of it, not to an article, is left out",
    "list-number": "the automatic number of this text is in a format that is not read, and left out",
    "formula": "a formula is set on one line",
    "lost-picture": "a picture is left out, since this file has no headings; [[fix]] image can set it",
    "comment": "a comment is left out",
    "unread-part": "this is not read, and left out",
    "symbol-font": "a character that only its symbol font knows is left out",
}
_SHOWN: Final = 60  # characters of a text that a finding quotes


def told(rule: str, text: str, path: str, line: int = 1, context: tuple[str, str] = ("", "")) -> Finding:
    """The finding of one of `MESSAGES` for a text; `context` is the text on both sides."""
    text = " ".join(text.split())
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    beside = (context[0][-CONTEXT:], context[1][:CONTEXT])
    severity: Final = "info" if rule in ("page-furniture", "comment") else "warning"
    return Finding(rule, MESSAGES[rule], "read", severity=severity, path=path, line=line, before=text, context=beside)
