"""The cleaner: a table of rules, run in order, each pass logged."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..config import CleanSettings
from ..errors import UsageError
from ..model import Furniture
from ..report import CleanLog, Finding, finding_at, numbered
from ..text import Confidence, Edits, Span, Text, apply
from . import (
    brackets,
    characters,
    dashes,
    doubled_marks,
    misread,
    punctuation,
    quotes,
    remnants,
    spaces,
    specks,
    stops,
    stray_script,
    stray_space,
    suspects,
)
from .context import resolve, spans_of
from .furniture import PAGE_FURNITURE, furniture_of
from .reflow import BROKEN_PARAGRAPH, PARAGRAPH_FORM, stays_open
from .rule import Context, Found, Rule, confidence_of
from .settling import changes, find_near, find_sought
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
    *stray_space.BEFORE_REFLOW,
    *suspects.BEFORE_REFLOW,
    # the page: its lines become paragraphs
    BROKEN_PARAGRAPH,
    PARAGRAPH_FORM,
    # what only whole paragraphs show
    *doubled_marks.AFTER_REFLOW,
    *characters.AFTER_REFLOW,
    *quotes.AFTER_REFLOW,
    *brackets.AFTER_REFLOW,
    *spaces.AFTER_REFLOW,
    stray_script.STRAY_SCRIPT,
    *suspects.AFTER_REFLOW,
)
# What one of these repairs may be another's evidence: they run again until nothing changes.
_SETTLING = {PARAGRAPH_FORM.id, BROKEN_PARAGRAPH.id} | {
    rule.id
    for family in (specks, brackets, punctuation, stops, dashes, misread, spaces, stray_space, quotes, doubled_marks)
    for rule in (*getattr(family, "BEFORE_REFLOW", ()), *getattr(family, "AFTER_REFLOW", ()))
}
# Whose edits tell on a rule, where not all do, and at which places.
_TELLING = {BROKEN_PARAGRAPH.id: ({quotes.STRAIGHT_QUOTE.id}, stays_open)}
_PAGE = {PAGE_FURNITURE.id, BROKEN_PARAGRAPH.id, PARAGRAPH_FORM.id}
# Who sees more in paragraphs than in lines, though these be all that changed.
_WAITING = {stray_space.STRAY_SPACE.id}
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


def clean(
    text: Text | str, settings: CleanSettings | None = None, *, keep_words: Sequence[str] = (), jobs: int = 1
) -> Cleaned:
    """Repair a text; one paragraph a line, a blank line between blocks.

    Certain and likely edits are applied and logged; likely and doubtful ones are listed as findings.
    No edit touches one of the `keep_words`. Up to `jobs` processes share in the work on a long text.
    GuardError where the log would not lead from the raw text to the cleaned one: whoever holds a Cleaned holds one
    that passed.
    """
    if isinstance(text, str):
        text = Text.of(text)
    settings = settings or CleanSettings()
    context = resolve(text.value, settings, jobs)
    findings: list[Finding] = []
    rules = chosen(settings)
    seen: dict[str, int] = {}  # how many passes lay behind the text when a rule ran last
    held = _Held(text.value, rules)
    for rule in rules:
        seen[rule.id] = len(text.history)
        if held.any_of(rule.seeks):
            text = _pass(rule, text, find_sought(rule, text.value, context), keep_words, findings)
            held.follow(text.history[seen[rule.id] :])
    text = _settle([rule for rule in rules if rule.id in _SETTLING], text, context, keep_words, findings, seen)
    log = CleanLog(text)
    log.check()
    removed = [piece for edits in log.passes if edits.rule == PAGE_FURNITURE.id for piece in furniture_of(edits)]
    return Cleaned(text, log, tuple(removed), numbered(findings))


class _Held:
    """Which of the characters that rules seek a text holds: one look at it spares each of them its own."""

    def __init__(self, value: str, rules: Sequence[Rule]) -> None:
        sought = "".join(rule.seeks for rule in rules)
        self._sought = re.compile(f"[{sought}]" if sought else "(?!)")
        self._held = set(self._sought.findall(value))

    def any_of(self, characters: str) -> bool:
        """Whether the text may hold one of a class; always so for none."""
        return not characters or re.search(f"[{characters}]", "".join(self._held)) is not None

    def follow(self, passes: Iterable[Edits]) -> None:
        """Add what some passes put into the text."""
        for edits in passes:
            self._held.update(self._sought.findall("".join(set(edits.replacements))))


def _settle(
    rules: Sequence[Rule],
    text: Text,
    context: Context,
    keep_words: Sequence[str],
    findings: list[Finding],
    seen: dict[str, int],
) -> Text:
    """The text after rounds of the rules that made edits possible for each other, until none makes another."""
    if {edits.rule for edits in text.history} <= _PAGE:
        rules = [rule for rule in rules if rule.id in _WAITING]
    for _ in range(_ROUNDS):
        last, again = text, list[Finding]()
        for rule in rules:
            by, tells = _TELLING.get(rule.id, (None, None))
            changed, value = changes(text.history[seen[rule.id] :], by), text.value
            if changed and tells:
                changed = [span for span in changed if tells(value, span)]
            if changed == []:
                continue
            seen[rule.id] = len(text.history)
            proposed = (
                find_sought(rule, value, context) if changed is None else find_near(rule, value, context, changed)
            )
            text = _pass(rule, text, proposed, keep_words, again)
        findings += (finding for finding in again if finding.confidence is not Confidence.DOUBTFUL)
        if text is last:
            break
    return text


def _pass(
    rule: Rule, text: Text, proposed: Iterable[Found], keep_words: Sequence[str], findings: list[Finding]
) -> Text:
    """The text after one rule's edits; what a person may want to look at is added to `findings`."""
    if keep_words:
        proposed = _outside(proposed, spans_of(text.value, keep_words))
    return apply(text, Edits(rule.id, _applied(rule, text, proposed, findings), text.value))


def _applied(rule: Rule, text: Text, proposed: Iterable[Found], findings: list[Finding]) -> Iterator[Found]:
    """Of a rule's edits those to be applied; what a person may want to look at is added to `findings`."""
    for found in proposed:
        if len(found) == 3:  # certain, and by the million
            yield found
            continue
        confidence = confidence_of(found)
        if confidence is not Confidence.CERTAIN:
            message = found[4] if len(found) > 4 and found[4] else rule.summary
            findings.append(
                finding_at(text, found[0], found[1], rule.id, message, confidence=confidence, after=found[2])
            )
        if confidence is not Confidence.DOUBTFUL:
            yield found


def _outside(edits: Iterable[Found], kept: Sequence[Span]) -> Iterator[Found]:
    """The edits that touch none of the kept spans."""
    at = 0
    for found in edits:
        while at < len(kept) and kept[at].end <= found[0]:
            at += 1
        if at == len(kept) or found[1] <= kept[at].start:
            yield found
