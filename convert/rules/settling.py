"""Where to look again: a rule that ran before need look only near what has changed since."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import Final

from ..text import Edit, Edits, Span
from .rule import Context, Found, Rule

_FEW: Final = 2_000  # changes that are followed one by one
_SMALL: Final = 0.5  # share of the text up to which it is quicker to look at the places alone


def changes(history: Sequence[Edits], by: Container[str] | None = None) -> list[Span] | None:
    """Where some passes, those of the rules `by` if given, changed the text that they end in; None for many places."""
    spans: list[Span] = []
    for edits in history:
        spans = [Span(edits.target_of(start), edits.target_of(end)) for start, end in spans]
        if by is None or edits.rule in by:
            if len(spans) + len(edits) > _FEW:
                return None
            ends = (start + len(new) for start, new in zip(edits.targets, edits.replacements, strict=True))
            spans += map(Span, edits.targets, ends)
    return sorted(spans)


def find_near(rule: Rule, text: str, context: Context, changed: Sequence[Span]) -> Iterator[Found]:
    """What a rule finds in the lines within its reach of a change.

    It is given as much again on both sides, so that what it finds there is what it finds in the whole text.
    """
    reach = rule.reach or 0
    wanted = _lines(text, changed, reach)
    seen = _lines(text, wanted, reach)
    if rule.reach is None or sum(end - start for start, end in seen) > _SMALL * len(text):
        yield from rule.find(text, context)
        return
    ends = [span.end for span in wanted]
    for first, last in seen:
        for found in rule.find(text[first:last], context):
            start, end = found[0] + first, found[1] + first
            i = bisect_left(ends, start)
            if i < len(wanted) and wanted[i].start <= end:
                yield found._replace(start=start, end=end) if isinstance(found, Edit) else (start, end, found[2])


def _lines(text: str, spans: Sequence[Span], reach: int) -> list[Span]:
    """The lines within a reach of some spans, those that touch as one."""
    out: list[Span] = []
    for start, end in spans:
        first = text.rfind("\n", 0, max(0, start - reach)) + 1
        last = text.find("\n", min(len(text), end + reach))
        last = last if last >= 0 else len(text)
        if out and first <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(last, out[-1].end))
        else:
            out.append(Span(first, last))
    return out
