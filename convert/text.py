"""A text, where each of its characters came from, and how it is edited.

Every pass over a text is one `Edits`: sorted, non-overlapping replacements kept in columns, so
that a million removed spaces cost a few bytes each. The passes applied so far are the text's
history, and they alone answer where a character stood in the raw file.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, chain, islice, repeat
from operator import add, le, sub
from typing import Final, NamedTuple, overload


class Confidence(StrEnum):
    """How sure an edit is: `certain` is applied, `likely` is applied and listed, `doubtful` is only listed."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Edit(NamedTuple):
    """One replacement, as a rule proposes it; offsets are those of the text the rule was given."""

    start: int
    end: int
    replacement: str
    confidence: Confidence = Confidence.CERTAIN
    message: str = ""


_SPARSE: Final = 8  # times as many edits as offsets, or the reverse: then the few are not walked to one by one
_BATCH: Final = 4096  # edits that are looked at together, so that their columns are all that memory holds
_CODES = {Confidence.CERTAIN: 0, Confidence.LIKELY: 1, Confidence.DOUBTFUL: 2}
_NAMES = tuple(_CODES)


class Edits(Sequence[Edit]):
    """The edits of one rule in one pass, in columns.

    `starts` and `ends` are offsets into the text as the pass received it, `befores` what stood
    there. Edits must come sorted and must not overlap; ValueError otherwise.
    """

    __slots__ = ("_codes", "_messages", "befores", "ends", "replacements", "rule", "starts", "targets")

    def __init__(self, rule: str, edits: Iterable[tuple[int, int, str] | Edit], value: str) -> None:
        self.rule = rule
        self.starts, self.ends, self.targets = array("I"), array("I"), array("I")
        self.replacements: list[str] = []
        self.befores: list[str] = []
        self._codes = bytearray()
        self._messages: dict[int, str] = {}
        rows, once, last = iter(edits), dict[str, str](), 0  # one object for each distinct before and after
        while batch := list(islice(rows, _BATCH)):
            last = self._fill(batch, value, last, once.setdefault)

    def _fill(
        self, batch: Sequence[tuple[int, int, str] | Edit], value: str, last: int, once: Callable[[str, str], str]
    ) -> int:
        """Add some edits, column by column; `last` is where the edits before end, and these end where is returned."""
        starts, ends = [edit[0] for edit in batch], [edit[1] for edit in batch]
        if not (all(map(le, chain((last,), ends), starts)) and all(map(le, starts, ends)) and ends[-1] <= len(value)):
            raise ValueError(f"{self.rule}: edits are out of order after {last}")
        first = len(self.starts)
        replacements = [once(edit[2], edit[2]) for edit in batch]
        shift = self.targets[-1] + len(self.replacements[-1]) - last if first else 0
        grown = map(sub, map(len, replacements), map(sub, ends, starts))
        self.starts.extend(starts)
        self.ends.extend(ends)
        self.targets.extend(map(add, starts, accumulate(grown, initial=shift)))
        self.replacements += replacements
        self.befores += [once(before, before) for before in map(value.__getitem__, map(slice, starts, ends))]
        self._codes.extend(bytes(len(batch)))
        for i, edit in enumerate(batch, first):
            if len(edit) > 3:
                self._codes[i] = _CODES[edit[3]]
                if edit[4]:
                    self._messages[i] = edit[4]
        return ends[-1]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, i: int) -> Edit: ...
    @overload
    def __getitem__(self, i: slice) -> list[Edit]: ...
    def __getitem__(self, i: int | slice) -> Edit | list[Edit]:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self)))]
        if i < 0:
            i += len(self)
        return Edit(
            self.starts[i], self.ends[i], self.replacements[i], _NAMES[self._codes[i]], self._messages.get(i, "")
        )

    def __iter__(self) -> Iterator[Edit]:
        return (self[i] for i in range(len(self)))

    def confidence(self, i: int) -> Confidence:
        """Confidence of the edit at an index."""
        return _NAMES[self._codes[i]]

    def confidences(self) -> Iterator[Confidence]:
        """Confidences of the edits, in order."""
        return map(_NAMES.__getitem__, self._codes)

    def message(self, i: int) -> str:
        """Why the edit at an index was made, where the rule says more than its summary."""
        return self._messages.get(i, "")

    def source_of(self, offset: int) -> int:
        """Offset, in the text this pass received, of an offset in the text it made."""
        i = bisect_right(self.targets, offset) - 1
        if i < 0:
            return offset
        into = offset - self.targets[i]
        grown = len(self.replacements[i])
        if into < grown:
            return min(self.starts[i] + into, max(self.starts[i], self.ends[i] - 1))
        return self.ends[i] + into - grown

    def target_of(self, offset: int) -> int:
        """Offset, in the text this pass made, of an offset in the text it received."""
        i = bisect_right(self.starts, offset) - 1
        if i < 0:
            return offset
        if offset < self.ends[i]:
            return self.targets[i]
        return self.targets[i] + len(self.replacements[i]) + offset - self.ends[i]

    def sources_of(self, offsets: Sequence[int]) -> array[int]:
        """`source_of` for ascending offsets, in one walk; few of them are looked up one by one."""
        if _SPARSE * len(offsets) < len(self):
            return array("I", map(self.source_of, offsets))
        out = array("I")
        targets, starts, ends, replacements = self.targets, self.starts, self.ends, self.replacements
        i, count, total = -1, len(targets), len(offsets)
        at = bisect_left(offsets, targets[0]) if count else total
        out.extend(offsets[:at])  # what stands before the first edit
        sparse = _SPARSE * count < total
        while at < total:
            offset = offsets[at]
            while i + 1 < count and targets[i + 1] <= offset:
                i += 1
            into, grown = offset - targets[i], len(replacements[i])
            if into < grown:
                out.append(min(starts[i] + into, max(starts[i], ends[i] - 1)))
                at += 1
            elif sparse:  # whatever stands up to the next edit moved with this one
                stop = bisect_left(offsets, targets[i + 1], at) if i + 1 < count else total
                out.extend(map((ends[i] - targets[i] - grown).__add__, offsets[at:stop]))
                at = stop
            else:
                out.append(ends[i] + into - grown)
                at += 1
        return out


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from: its path (`-` for standard input), SHA-256 and encoding."""

    path: str = "-"
    sha256: str = ""
    encoding: str = "utf-8"


@dataclass(frozen=True)
class Text:
    """A text with its raw original and the passes that lie between the two.

    `raw` is the decoded file: byte order mark off, every newline a `\\n`.
    """

    value: str
    raw: str
    source: Source = Source()
    history: tuple[Edits, ...] = ()

    @classmethod
    def of(cls, value: str, path: str = "-") -> Text:
        """A text of its own, for library use and tests."""
        return cls(value, value, Source(path))

    @cached_property
    def _line_starts(self) -> array[int]:
        """Where the raw file's lines begin, and a place that no offset reaches."""
        return array("I", accumulate(map(add, map(len, self.raw.split("\n")), repeat(1)), initial=0))

    def raw_offset(self, offset: int) -> int:
        """Offset in the raw text of an offset in `value`."""
        for edits in reversed(self.history):
            offset = edits.source_of(offset)
        return offset

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the raw file, from 1, in code points, of an offset in `value`."""
        return self.raw_position(self.raw_offset(offset))

    def raw_position(self, raw_offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset in the raw text."""
        line = bisect_right(self._line_starts, raw_offset)
        return line, raw_offset - self._line_starts[line - 1] + 1

    def positions(self, offsets: Sequence[int], depth: int) -> Iterator[tuple[int, int]]:
        """Raw line and column of ascending offsets into the text as pass number `depth` received it."""
        for edits in reversed(self.history[:depth]):
            offsets = edits.sources_of(offsets)
        if _SPARSE * len(offsets) < len(self._line_starts):
            yield from map(self.raw_position, offsets)
            return
        starts, line = self._line_starts, 1
        begun, following = 0, starts[line]
        for offset in offsets:
            while following <= offset:
                line += 1
                begun, following = following, starts[line]
            yield line, offset - begun + 1


def apply(text: Text, edits: Edits) -> Text:
    """The text after one pass; the same object where the pass holds no edit."""
    if not len(edits):
        return text
    value = text.value
    pieces: list[str] = []
    for k in range(0, len(edits), _BATCH):
        starts, ends = edits.starts[k : k + _BATCH], edits.ends[k : k + _BATCH]
        between = [""] * (2 * len(starts))
        between[::2] = map(value.__getitem__, map(slice, chain((edits.ends[k - 1] if k else 0,), ends), starts))
        between[1::2] = edits.replacements[k : k + _BATCH]
        pieces.append("".join(between))
    pieces.append(value[edits.ends[-1] :])
    made = Text("".join(pieces), text.raw, text.source, (*text.history, edits))
    if (known := vars(text).get("_line_starts")) is not None:
        vars(made)["_line_starts"] = known  # the raw file's lines stay
    return made
