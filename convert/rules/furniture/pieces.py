"""The lines of a page, with what a form feed and a blank line part."""

from collections.abc import Sequence
from itertools import accumulate, repeat
from operator import add
from typing import Final, NamedTuple, overload

from ... import chars
from ...patterns import regex

LONGEST: Final = 48  # characters of a running head, blanks aside
BLANK: Final = regex(f"[{chars.BLANKS}]+")
_BLANK_LINE: Final = regex(f"\n[{chars.BLANKS}]*\n")
DATE: Final = regex(r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?")
# What only furniture looks like, however often it stands there: a number in dashes or dots, 第3页 共30页.
FOLIO: Final = regex(
    r"[-—–─~·•.|]{1,3}\d{1,4}[-—–─~·•.|]{1,3}|第\d{1,4}[页頁]([,，/|]?共\d{1,4}[页頁])?|\d{1,4}/\d{1,4}[页頁]?"
    r"|[PpＰ]\.?\d{1,4}|Page\d{1,4}(of\d{1,4})?"
)
# What stands in a paper's own line at the head of its pages: the day, what counts, its name.
_COUNT: Final = "[A-Z]?[\\d〇○零一二三四五六七八九十百千]{1,6}"
_DAY: Final = regex(f"{_COUNT}[年./-]{_COUNT}[月./-]{_COUNT}日?")
_COUNTED: Final = regex(
    "[（(]?(?:星期|[周週]|[礼禮]拜)[一二三四五六日天][）)]?"
    f"|[（(]?[总總]?第{_COUNT}[版页頁期号號][）)]?|(?:今日|本期共?|共){_COUNT}[版页頁]|(?<=[报報刊]){_COUNT}版?"
)
PAPER: Final = regex(
    f"[{chars.HAN_CLASS}]{{1,7}}(?:(?:[日晚晨早时時周週快商]|青年|都市|文[汇匯]|大公)[报報]|[周週月旬季]刊)"
)
SOURCE: Final = regex("[原本]?[载載]|[摘转轉选選引]自|[来來]源|[据據见見]")  # names what was printed elsewhere
_BESIDE: Final = frozenset({0, 2, 3, 4})  # characters of a section's name: of one alone the rest was cut off


class Piece(NamedTuple):
    """A line, or the part of one before a form feed: its offset, its words, and what stands before it."""

    start: int
    body: str
    blank_before: bool
    feed_before: bool

    @property
    def end(self) -> int:
        return self.start + len(self.body)


class Pieces(Sequence[Piece]):
    """The pieces of a text that are not blank, kept in columns: `bodies` and `starts`; one is made when asked for.

    `feeds` are the numbers of those that a form feed stands before.
    """

    def __init__(self, text: str) -> None:
        raws = text.replace("\f", "\n").split("\n")
        stripped = [raw.strip(chars.BLANKS) for raw in raws]
        starts = accumulate(map(add, map(len, raws), repeat(1)), initial=0)
        self._text = text
        self.bodies = list(filter(None, stripped))
        self.starts = [
            start if raw is body else start + raw.index(body[0])
            for start, raw, body in zip(starts, raws, stripped, strict=False)
            if body
        ]
        self.feeds = {i for i in range(len(self.bodies)) if "\f" in self._before(i)} if "\f" in text else set[int]()

    def __len__(self) -> int:
        return len(self.bodies)

    @overload
    def __getitem__(self, i: int) -> Piece: ...
    @overload
    def __getitem__(self, i: slice) -> list[Piece]: ...
    def __getitem__(self, i: int | slice) -> Piece | list[Piece]:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self)))]
        i = range(len(self))[i]
        return Piece(self.starts[i], self.bodies[i], _BLANK_LINE.search(self._before(i)) is not None, i in self.feeds)

    def _before(self, i: int) -> str:
        """What stands between a piece and the one before it."""
        return self._text[self.starts[i - 1] + len(self.bodies[i - 1]) if i else 0 : self.starts[i]]


def is_nameplate(body: str) -> bool:
    """Whether a line is a paper's name with the day, a page or number, and no more: 江城晚报 1996年5月14日 第3版."""
    words = BLANK.sub("", body)
    if len(words) > LONGEST:
        return False
    rest, days = _DAY.subn("", words)
    rest, counted = _COUNTED.subn("", rest)
    name = PAPER.match(rest)
    if days != 1 or not counted or name is None or SOURCE.match(rest):
        return False
    return len(rest) - name.end() in _BESIDE
