"""What a line shows of itself and its neighbours; shared by rules and structure."""

import re
from dataclasses import dataclass
from typing import Final

from . import chars

_INDENT: Final = re.compile(rf"[{re.escape(chars.BLANKS)}]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, its newline left out.

    `start` is the offset of its first character, `indent` the white space before its `body`,
    `width` the width of the whole line in half-width cells, `blanks_before` the number of blank
    lines between it and the line before.
    """

    start: int
    indent: str
    body: str
    width: int
    blanks_before: int = 0

    @property
    def end(self) -> int:
        """Offset after the last visible character."""
        return self.start + len(self.indent) + len(self.body)

    @property
    def ends_sentence(self) -> bool:
        """Whether the last mark, closing quotes and brackets aside, ends a sentence."""
        tail = self.body.rstrip("”’」』）)】》〉 ")
        return bool(tail) and tail[-1] in chars.SENTENCE_END


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    out, start, blanks = [], 0, 0
    for raw in text.split("\n"):
        indent = _INDENT.match(raw)[0]  # type: ignore[index]  # the pattern matches everywhere
        body = raw[len(indent) :].rstrip(chars.BLANKS)
        if body:
            out.append(Line(start, indent, body, chars.width(indent) + chars.width(body), blanks))
            blanks = 0
        else:
            blanks += 1
        start += len(raw) + 1
    return out
