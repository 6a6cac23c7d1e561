"""What was found and what was repaired, as text lines and as JSON."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO
from itertools import islice
from typing import Any, Final, Literal

from .chars import visible
from .errors import GuardError
from .text import Confidence, Edits, Text

Severity = Literal["error", "warning", "info"]
Stage = Literal["read", "clean", "parse", "script", "write"]
CONTEXT = 12  # characters of context on each side
_BATCH: Final = 1024  # edits that are written at once


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person may want to look at. `line` and `column` count from 1 in the raw file, in code points.

    Of the severity `info` is what a person may want to know, but has nothing to decide about.
    """

    rule: str
    message: str
    stage: Stage = "clean"
    confidence: Confidence = Confidence.LIKELY
    severity: Severity = "warning"
    path: str = "-"
    line: int = 1
    column: int = 1
    before: str = ""
    after: str = ""
    proposals: tuple[str, ...] = ()
    context: tuple[str, str] = ("", "")
    ordinal: int = 0  # among those that are alike, see `numbered`

    @property
    def id(self) -> str:
        """Stable over rebuilds: made of what was found and its neighbours, not of its place."""
        key = "\x1f".join((*self.key, str(self.ordinal)) if self.ordinal else self.key)
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @property
    def key(self) -> tuple[str, ...]:
        """What was found, and its neighbours."""
        left, right = self.context
        return self.stage, self.rule, self.before, self.after, left[-8:], right[:8]

    def to_json(self) -> dict[str, Any]:
        """The finding as CLI and library give it out."""
        return {
            "id": self.id,
            "stage": self.stage,
            "rule": self.rule,
            "confidence": str(self.confidence),
            "severity": self.severity,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "before": self.before,
            "after": self.after,
            "proposals": list(self.proposals),
            "context": list(self.context),
            "message": self.message,
        }

    def __str__(self) -> str:
        how = "info" if self.severity == "info" else self.confidence
        head = f"{self.path}:{self.line}:{self.column} {how} {self.rule}: {self.message}"
        return visible(head + (f": {shown}" if (shown := self._shown()) else ""))

    def _shown(self) -> str:
        """What was there and what it became, among its neighbours on the line: 突破的勇[氣→气]、敢为."""
        left, right = self.context
        became = self.after or "/".join(self.proposals)
        named = re.search(rf"(?<!\w){re.escape(self.before)}(?!\w)", self.message)
        if not (self.before or became) or (named and not left and not right):
            return ""
        applied = self.stage == "clean" and self.confidence is not Confidence.DOUBTFUL
        arrow = f"→{_cut(became)}" if became or applied else ""
        left, right = left.rpartition("\n")[2], right.partition("\n")[0]
        return f"{left[-_BESIDE:]}[{_cut(self.before)}{arrow}]{right[:_BESIDE]}"


_BESIDE = 5  # characters of context in a finding's line
_SHOWN = 16  # characters of a text in it


def _cut(text: str) -> str:
    """A text, of a long one its ends."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 4]}…{text[-3:]}"


def finding_at(text: Text, start: int, end: int, rule: str, message: str, **more: Any) -> Finding:
    """A finding at a span of `text.value`, with its raw place and context filled in."""
    line, column = text.position(start)
    value = text.value
    return Finding(
        rule,
        message,
        path=text.source.path,
        line=line,
        column=column,
        before=value[start:end],
        context=(value[max(0, start - CONTEXT) : start], value[end : end + CONTEXT]),
        **more,
    )


@dataclass(frozen=True)
class CleanLog:
    """Every applied edit, pass by pass; replaying it on the raw text gives the cleaned one."""

    text: Text = field(repr=False)

    @property
    def passes(self) -> tuple[Edits, ...]:
        return self.text.history

    def __len__(self) -> int:
        return sum(map(len, self.passes))

    def counts(self) -> dict[str, int]:
        """Number of applied edits by rule, in order of first use."""
        out: dict[str, int] = {}
        for edits in self.passes:
            out[edits.rule] = out.get(edits.rule, 0) + len(edits)
        return out

    def to_json(self) -> dict[str, Any]:
        """The log as JSON values.

        `{"version": 1, "source": {"path", "sha256", "encoding"}, "passes": [{"rule", "edits": [{"start", "end",
        "before", "after", "confidence", "line", "column"}]}]}`: start and end are offsets into the text as the pass
        received it, line and column the raw file's.
        """
        log: dict[str, Any] = json.loads("".join(self.json_chunks()))
        return log

    def json_chunks(self) -> Iterator[str]:
        """The JSON text of the log in pieces, so that a million edits are never held as objects."""
        source = self.text.source
        about = json.dumps({"path": source.path, "sha256": source.sha256, "encoding": source.encoding})
        yield f'{{"version": 1, "source": {about}, "passes": ['
        for depth, edits in enumerate(self.passes):
            yield f'{"," if depth else ""}\n{{"rule": {json.dumps(edits.rule)}, "edits": ['
            yield from self._edit_chunks(depth, edits)
            yield "]}"
        yield "]}\n"

    def _edit_chunks(self, depth: int, edits: Edits) -> Iterator[str]:
        said = _Said()
        whats = map(said.__getitem__, zip(edits.befores, edits.replacements, edits.confidences(), strict=True))
        rows, comma = zip(edits.starts, edits.ends, whats, self.text.positions(edits.starts, depth), strict=True), "\n"
        while batch := [
            f'{{"start": {start}, "end": {end}, {what}, "line": {line}, "column": {column}}}'
            for start, end, what, (line, column) in islice(rows, _BATCH)
        ]:
            yield comma + ",\n".join(batch)
            comma = ",\n"

    def check(self) -> None:
        """The first guard: the log, replayed on the raw text, must give the cleaned text. GuardError otherwise."""
        passes = ({"rule": edits.rule, "edits": _plain(edits)} for edits in self.passes)
        if replay(self.text.raw, {"version": 1, "passes": passes}) != self.text.value:
            raise GuardError("the log does not lead from the raw text to the cleaned one")


class _Said(dict[tuple[str, str, Confidence], str]):
    """The JSON of what edits do, made once for each: the same few come again and again."""

    def __missing__(self, edit: tuple[str, str, Confidence]) -> str:
        before, after, confidence = edit
        said = f'"before": {json.dumps(before)}, "after": {json.dumps(after)}, "confidence": "{confidence}"'
        self[edit] = said
        return said


def _plain(edits: Edits) -> Iterator[dict[str, Any]]:
    """The edits as the JSON log has them, places aside, one at a time."""
    for start, end, before, after in zip(edits.starts, edits.ends, edits.befores, edits.replacements, strict=True):
        yield {"start": start, "end": end, "before": before, "after": after}


def replay(raw: str, log: Mapping[str, Any]) -> str:
    """The cleaned text, from the raw text and the JSON of its log alone.

    Written without any code of the cleaner's, so that the two cannot share a mistake. GuardError
    where the log does not fit the text.
    """
    value = raw
    for number, one in enumerate(log["passes"]):
        made, last = StringIO(), 0
        for edit in one["edits"]:
            start, end = edit["start"], edit["end"]
            if start < last or value[start:end] != edit["before"]:
                raise GuardError(f"pass {number} ({one['rule']}) of the log does not fit the text at {start}")
            made.write(value[last:start])
            made.write(edit["after"])
            last = end
        made.write(value[last:])
        value = made.getvalue()
    return value


def numbered(findings: Sequence[Finding]) -> list[Finding]:
    """All findings of a stage, those that are alike counted in the order of their places: so each `id` is one's own.

    The first keeps the id that it would have alone; nothing but one that is alike and comes before changes a number.
    """
    out, alike = list(findings), Counter[tuple[str, ...]]()
    for i in sorted(range(len(out)), key=lambda i: (out[i].line, out[i].column)):
        if number := alike[out[i].key]:
            out[i] = replace(out[i], ordinal=number)
        alike[out[i].key] += 1
    return out


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by path, line and column, as a linter lists them."""
    return sorted(findings, key=lambda f: (f.path, f.line, f.column, f.rule))
