"""The cleaner: a table of rules, run in order, each pass logged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..config import CleanSettings
from ..errors import UsageError
from ..model import Furniture
from ..report import CleanLog, Finding, finding_at
from ..text import Confidence, Edits, Span, Text, apply
from . import (
    brackets,
    characters,
    dashes,
    misread,
    punctuation,
    quotes,
    remnants,
    spaces,
    specks,
    stops,
    stray_script,
    suspects,
)
from .context import resolve, spans_of
from .furniture import PAGE_FURNITURE, furniture_of
from .reflow import BROKEN_PARAGRAPH, PARAGRAPH_FORM
from .rule import Context, Found, Rule, confidence_of
from .spaced_text import SPACED_TEXT

__all__ = ["RULES", "Cleaned", "Context", "Rule", "chosen", "clean"]

# In this order: what hides or mimics characters first, so that the rest sees a plain text.
RULES: tuple[Rule, ...] = (
    *remnants.AT_FIRST,
    *characters.BEFORE_REFLOW,
    remnants.MARKDOWN_MARK,
    PAGE_FURNITURE,
    *specks.BEFORE_REFLOW,
    SPACED_TEXT,
    *brackets.BEFORE_REFLOW,
    *punctuation.BEFORE_REFLOW,
    *stops.BEFORE_REFLOW,
    *dashes.BEFORE_REFLOW,
    *misread.BEFORE_REFLOW,
    *spaces.BEFORE_REFLOW,
    *suspects.BEFORE_REFLOW,
    # the page: its lines become paragraphs
    BROKEN_PARAGRAPH,
    PARAGRAPH_FORM,
    # what only whole paragraphs show
    *characters.AFTER_REFLOW,
    *quotes.AFTER_REFLOW,
    *brackets.AFTER_REFLOW,
    *spaces.AFTER_REFLOW,
    stray_script.STRAY_SCRIPT,
    *suspects.AFTER_REFLOW,
)
# What one of these repairs may be another's evidence: they run again until nothing changes.
_SETTLING = {PARAGRAPH_FORM.id} | {
    rule.id
    for family in (specks, brackets, punctuation, stops, dashes, misread, spaces, quotes)
    for rule in (*getattr(family, "BEFORE_REFLOW", ()), *getattr(family, "AFTER_REFLOW", ()))
}
_PAGE = {PAGE_FURNITURE.id, BROKEN_PARAGRAPH.id, PARAGRAPH_FORM.id}
_ROUNDS = 4


@dataclass(frozen=True)
class Cleaned:
    """A cleaned text with its log, the page furniture that was taken out, and what a person may want to look at."""

    text: Text
    log: CleanLog
    furniture: tuple[Furniture, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def chosen(settings: CleanSettings) -> tuple[Rule, ...]:
    """The rules that run under some settings, in order. UsageError for an unknown name."""
    known = {rule.id for rule in RULES}
    for name in (*settings.select, *settings.ignore):
        if name not in known:
            raise UsageError(f"unknown rule: {name}", "`kanben rules` lists them.")
    return tuple(r for r in RULES if (not settings.select or r.id in settings.select) and r.id not in settings.ignore)


def clean(text: Text | str, settings: CleanSettings | None = None, *, keep_words: Sequence[str] = ()) -> Cleaned:
    """Repair a text; one paragraph a line, a blank line between blocks.

    Certain and likely edits are applied and logged; likely and doubtful ones are listed as findings.
    No edit touches one of the `keep_words`. GuardError where the log would not lead from the raw
    text to the cleaned one: whoever holds a Cleaned holds one that passed.
    """
    if isinstance(text, str):
        text = Text.of(text)
    settings = settings or CleanSettings()
    context = resolve(text.value, settings)
    findings: list[Finding] = []
    rules = chosen(settings)
    for rule in rules:
        text = _pass(rule, text, context, keep_words, findings)
    text = _settle(rules, text, context, keep_words, findings)
    log = CleanLog(text)
    log.check()
    removed = [piece for edits in log.passes if edits.rule == PAGE_FURNITURE.id for piece in furniture_of(edits)]
    return Cleaned(text, log, tuple(removed), findings)


def _settle(
    rules: Sequence[Rule], text: Text, context: Context, keep_words: Sequence[str], findings: list[Finding]
) -> Text:
    """The text after rounds of the rules that made edits possible for each other, until none makes another."""
    made = {edits.rule for edits in text.history}
    if made <= _PAGE:
        return text
    # a quotation that is open now tells of a paragraph that goes on
    settling = _SETTLING | ({BROKEN_PARAGRAPH.id} if quotes.STRAIGHT_QUOTE.id in made else set())
    rules = [rule for rule in rules if rule.id in settling]
    for _ in range(_ROUNDS):
        last, again = text, list[Finding]()
        for rule in rules:
            text = _pass(rule, text, context, keep_words, again)
        findings += (finding for finding in again if finding.confidence is not Confidence.DOUBTFUL)
        if text is last:
            break
    return text


def _pass(rule: Rule, text: Text, context: Context, keep_words: Sequence[str], findings: list[Finding]) -> Text:
    """The text after one rule; what a person may want to look at is added to `findings`."""
    edits: list[Found] = []
    proposed = rule.find(text.value, context)
    for found in _outside(proposed, spans_of(text.value, keep_words)) if keep_words else proposed:
        if len(found) == 3:  # certain, and by the million
            edits.append(found)
            continue
        confidence = confidence_of(found)
        if confidence is not Confidence.CERTAIN:
            message = found[4] if len(found) > 4 and found[4] else rule.summary
            findings.append(
                finding_at(text, found[0], found[1], rule.id, message, confidence=confidence, after=found[2])
            )
        if confidence is not Confidence.DOUBTFUL:
            edits.append(found)
    return apply(text, Edits(rule.id, edits, text.value))


def _outside(edits: Iterable[Found], kept: Sequence[Span]) -> Iterator[Found]:
    """The edits that touch none of the kept spans."""
    at = 0
    for found in edits:
        while at < len(kept) and kept[at].end <= found[0]:
            at += 1
        if at == len(kept) or found[1] <= kept[at].start:
            yield found
