"""What a line shows of itself and its neighbours; shared by rules and structure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import accumulate, chain, compress, repeat
from operator import add
from typing import Final, NamedTuple, overload

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


class Lines(Sequence[Line]):
    """Lines in columns, one for each field of a `Line`: what is asked of a million of them is asked of a list."""

    __slots__ = ("blanks", "bodies", "indents", "starts", "widths")

    def __init__(
        self, starts: list[int], indents: list[str], bodies: list[str], widths: list[int], blanks: list[int]
    ) -> None:
        self.starts, self.indents, self.bodies, self.widths, self.blanks = starts, indents, bodies, widths, blanks

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Lines:
        """The columns of some lines."""
        starts, indents, bodies, widths, blanks = zip(*lines, strict=True) if lines else ((), (), (), (), ())
        return cls(list(starts), list(indents), list(bodies), list(widths), list(blanks))

    def __len__(self) -> int:
        return len(self.bodies)

    @overload
    def __getitem__(self, i: int) -> Line: ...
    @overload
    def __getitem__(self, i: slice) -> Lines: ...
    def __getitem__(self, i: int | slice) -> Line | Lines:
        if isinstance(i, slice):
            return Lines(self.starts[i], self.indents[i], self.bodies[i], self.widths[i], self.blanks[i])
        return Line(self.starts[i], self.indents[i], self.bodies[i], self.widths[i], self.blanks[i])

    def __iter__(self) -> Iterator[Line]:
        return map(Line, self.starts, self.indents, self.bodies, self.widths, self.blanks)


def lines_of(text: str) -> Lines:
    """The lines of a text that are not blank."""
    raws = text.split("\n")
    starts = accumulate(map(add, map(len, raws), repeat(1)), initial=0)
    stripped = [raw.strip(chars.BLANKS) for raw in raws]
    places = list(compress(range(len(raws)), stripped))
    blanks = [i - before - 1 for before, i in zip(chain((-1,), places), places, strict=False)]
    bodies = list(filter(None, stripped))
    indents = [
        "" if raw is body or raw[0] == body[0] else raw[: raw.index(body[0])]
        for raw, body in zip(compress(raws, stripped), bodies, strict=True)
    ]
    wide = {indent: width(indent) for indent in set(indents)}
    widths = list(map(add, _widths(bodies), map(wide.__getitem__, indents)))
    return Lines(list(compress(starts, stripped)), indents, bodies, widths, blanks)


_BLOCK: Final = 64  # lines


def _widths(bodies: Sequence[str]) -> list[int]:
    """`width` of each, of many at a time where GBK knows all their characters."""
    out: list[int] = []
    for k in range(0, len(bodies), _BLOCK):
        block = bodies[k : k + _BLOCK]
        joined = "\n".join(block)
        try:
            encoded = joined.encode("gbk")
        except UnicodeEncodeError:
            out += map(width, block)
        else:
            out += map(width, block) if _ACCENTED.search(joined) else map(len, encoded.split(b"\n"))
    return out


_ACCENTED: Final = regex("[à-öø-ǜ]")
_PINYIN: Final = b"\xa8"  # with which GBK begins all of these


def width(text: str) -> int:
    """Width in half-width cells, as `chars.width`, but by the million.

    GBK spends as many bytes on a character as it takes cells, and encodes at C's speed. The two
    differ only for the accented letters of pinyin, and for Greek and Cyrillic, which fill a square in Chinese print.
    """
    try:
        encoded = text.encode("gbk")
    except UnicodeEncodeError:
        return chars.width(text)
    return len(encoded) - (len(_ACCENTED.findall(text)) if _PINYIN in encoded else 0)


_ENDS: Final = frozenset(chars.STOPS + "!?…：:；;")
_CLOSERS: Final = "”’」』）)】》〉\"'"
_WANTS: Final = frozenset(chars.OPENING + "，、([{,")
# The number of a footnote, behind the sentence, from its end: ①, 〔2〕, [3]
_NOTE_BACKWARDS: Final = regex(r"(?:[①-⒇¹²³⁴-⁹⁰]|[〕］\]][\d０-９一二三四五六七八九十]{1,3}[〔［\[])+")
_NOTE_ENDS: Final = frozenset("〕］]¹²³⁴⁵⁶⁷⁸⁹⁰" + "".join(map(chr, range(ord("①"), ord("⒇") + 1))))
_LATIN_SENTENCE: Final = regex(r"[A-Za-z]{2}[,;]? [A-Za-z]+[,;]? [a-z]{2,}\.$")
_LATIN_REACH: Final = 60
# How most lines end, by their last character; the others want a look at what stands before it.
_BY_LAST: Final = dict.fromkeys(_WANTS, Tail.OPEN) | dict.fromkeys(_ENDS, Tail.ENDED)
_UNCLEAR: Final = (_NOTE_ENDS | frozenset(_CLOSERS + ".")) - _BY_LAST.keys()


def tails(bodies: Iterable[str]) -> list[Tail]:
    """`tail` of each, by the million."""
    known, unclear, cut = _BY_LAST.get, _UNCLEAR, Tail.CUT
    return [tail(body) if body[-1] in unclear else known(body[-1], cut) for body in bodies]


def tail(body: str) -> Tail:
    """How a line ends, closing quotes and brackets aside."""
    last = body[-1]
    if last in _NOTE_ENDS and (note := _NOTE_BACKWARDS.match(body[::-1])):
        body = body[: -note.end()]
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
