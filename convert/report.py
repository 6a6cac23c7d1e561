"""What was found and what was repaired, as text lines and as JSON (schemas: the README)."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from .text import Confidence, Edits, Text

Severity = Literal["error", "warning", "info"]
Stage = Literal["read", "clean", "parse", "script", "write"]
CONTEXT = 12  # characters of context on each side


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person may want to look at. `line` and `column` count from 1 in the raw file, in code points."""

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

    @property
    def id(self) -> str:
        """Stable over rebuilds: made of what was found and its neighbours, not of its place."""
        left, right = self.context
        key = "\x1f".join((self.stage, self.rule, self.before, self.after, left[-8:], right[:8]))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]

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
        return f"{self.path}:{self.line}:{self.column} {self.confidence} {self.rule}: {self.message}"


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

    def _edits_json(self, depth: int, edits: Edits) -> Iterator[dict[str, Any]]:
        places = self.text.positions(edits.starts, depth)
        for i, (line, column) in enumerate(places):
            yield {
                "start": edits.starts[i],
                "end": edits.ends[i],
                "before": edits.befores[i],
                "after": edits.replacements[i],
                "confidence": str(edits.confidence(i)),
                "line": line,
                "column": column,
            }

    def to_json(self) -> dict[str, Any]:
        """The log with its source and passes; lines and columns are the raw file's."""
        source = self.text.source
        return {
            "version": 1,
            "source": {"path": source.path, "sha256": source.sha256, "encoding": source.encoding},
            "passes": [
                {"rule": edits.rule, "edits": list(self._edits_json(depth, edits))}
                for depth, edits in enumerate(self.passes)
            ],
        }


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by path, line and column, as a linter lists them."""
    return sorted(findings, key=lambda f: (f.path, f.line, f.column, f.rule))
