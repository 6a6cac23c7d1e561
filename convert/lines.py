"""What a line shows of itself and its neighbours; shared by rules and structure."""

from enum import IntEnum
from typing import Final, NamedTuple

from . import chars
from .patterns import regex


class Tail(IntEnum):
    """How a line ends: where a paragraph may, within a sentence, or with a mark that wants more."""

    ENDED = 0
    CUT = 1
    OPEN = 2


class Line(NamedTuple):
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


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    out: list[Line] = []
    accented = _ACCENTED.search(text) is not None
    start = blanks = 0
    for raw in text.split("\n"):
        body = raw.strip(chars.BLANKS)
        if body:
            indent = "" if raw[0] == body[0] else raw[: raw.index(body[0])]
            try:  # `width`, without the call
                cells = len(body.encode("gbk"))
                if accented:
                    cells -= len(_ACCENTED.findall(body))
            except UnicodeEncodeError:
                cells = chars.width(body)
            out.append(Line(start, indent, body, cells + width(indent) if indent else cells, blanks))
            blanks = 0
        else:
            blanks += 1
        start += len(raw) + 1
    return out


_ACCENTED: Final = regex("[à-öø-ǜ]")


def width(text: str) -> int:
    """Width in half-width cells, as `chars.width`, but by the million.

    GBK spends as many bytes on a character as it takes cells, and encodes at C's speed. The two
    differ only for the accented letters of pinyin, and for Greek and Cyrillic, which fill a square in Chinese print.
    """
    try:
        return len(text.encode("gbk")) - len(_ACCENTED.findall(text))
    except UnicodeEncodeError:
        return chars.width(text)


_ENDS: Final = frozenset(chars.STOPS + "!?…：:；;")
_CLOSERS: Final = "”’」』）)】》〉\"'"
_WANTS: Final = frozenset(chars.OPENING + "，、([{,")
# The number of a footnote, behind the sentence: ①, 〔2〕, [3]
_NOTE: Final = regex(r"(?:[①-⒇¹²³⁴-⁹⁰]|[〔［\[][\d０-９一二三四五六七八九十]{1,3}[〕］\]])+$")
_NOTE_ENDS: Final = frozenset("〕］]¹²³⁴⁵⁶⁷⁸⁹⁰" + "".join(map(chr, range(ord("①"), ord("⒇") + 1))))
_LATIN_SENTENCE: Final = regex(r"[A-Za-z]{2}[,;]? [A-Za-z]+[,;]? [a-z]{2,}\.$")
_LATIN_REACH: Final = 60


def tail(body: str) -> Tail:
    """How a line ends, closing quotes and brackets aside."""
    last = body[-1]
    if last in _NOTE_ENDS and (note := _NOTE.search(body)):
        body = body[: note.start()]
        return tail(body) if body else Tail.CUT
    if last in _ENDS:
        return Tail.ENDED
    if last in _WANTS:
        return Tail.OPEN
    if last in _CLOSERS:
        inner = body.rstrip(_CLOSERS)
        return Tail.ENDED if not inner or inner[-1] in _ENDS or inner[-1] in ".—" else Tail.CUT
    if last != "." or len(body) < 2:
        return Tail.CUT
    ended = chars.is_han(body[-2]) or body[-2] in _CLOSERS or _LATIN_SENTENCE.search(body[-_LATIN_REACH:])
    return Tail.ENDED if ended else Tail.CUT
