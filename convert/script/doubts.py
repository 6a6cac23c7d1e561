"""What was not sure, as findings."""

from dataclasses import replace

from ..report import CONTEXT, Finding
from ..text import Text
from .engine import Doubt

RULE = "one-to-many"


def finding_of(text: str, doubt: Doubt) -> Finding:
    """The finding of a weak decision in a text; its place is that within the text, as one line."""
    at, before = doubt.at, text[doubt.at]
    return Finding(
        RULE,
        f"{before} taken as {doubt.form}, not {' or '.join(doubt.others)}: {doubt.reason}",
        stage="script",
        column=at + 1,
        before=before,
        after=doubt.form,
        proposals=doubt.others,
        context=(text[max(0, at - CONTEXT) : at], text[at + 1 : at + 1 + CONTEXT]),
    )


class Places:
    """Gives findings their places in the raw file, for findings that come in the text's own order.

    Without a text they keep the place that they have.
    """

    def __init__(self, text: Text | None) -> None:
        self._text = text
        self._from = 0

    def set(self, finding: Finding, at: int | None = None) -> Finding:
        """The finding with its path, line and column; `at` is its offset in the text, where that is known."""
        if self._text is None:
            return finding
        if at is None:
            at = self._found(finding)
        if at is None:
            return replace(finding, path=self._text.source.path)
        line, column = self._text.position(at)
        return replace(finding, path=self._text.source.path, line=line, column=column)

    def _found(self, finding: Finding) -> int | None:
        """Where the character stands with its neighbours, next after the finding before, else anywhere."""
        assert self._text is not None
        left, right = finding.context
        value, sought = self._text.value, left + finding.before + right
        at = value.find(sought, self._from)
        if at < 0:
            at = value.find(sought)
        if at < 0:
            return None
        self._from = at
        return at + len(left)
