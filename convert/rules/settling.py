"""Where to look: a rule need look only near what it seeks, and again only near what has changed since."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
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
    return _find_in(rule, text, context, _lines(text, changed, rule.reach or 0))


def find_sought(rule: Rule, text: str, context: Context) -> Iterable[Found]:
    """What a rule finds in a text: in few lines where what it seeks is rare, and its reach is known."""
    places = _places(text, rule.seeks.replace("\\", "")) if rule.seeks and rule.reach is not None else None
    return rule.find(text, context) if places is None else _find_in(rule, text, context, _lines(text, places, 0))


def _places(text: str, characters: str) -> list[Span] | None:
    """Where some characters stand; None for many places."""
    places: list[int] = []
    for ch in characters:
        at = text.find(ch)
        while at >= 0:
            places.append(at)
            if len(places) > _FEW:
                return None
            at = text.find(ch, at + 1)
    return [Span(at, at + 1) for at in sorted(places)]


def _find_in(rule: Rule, text: str, context: Context, wanted: Sequence[Span]) -> Iterator[Found]:
    """What a rule finds in some lines."""
    seen = _lines(text, wanted, rule.reach or 0)
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
