"""Which form a one-to-many character takes where it stands."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..style import Script
from .contexts import contexts_of
from .lexicon import Entry, entries


class Choice(NamedTuple):
    """A decision: where, which form (None: as OpenCC has it), and why it is weak (empty where it is firm).

    `by_default` tells that neither a word nor a rule decided.
    """

    at: int
    form: str | None
    doubt: str = ""
    by_default: bool = False


@cache
def _scan(script: Script) -> re.Pattern[str]:
    return re.compile(f"[{''.join({*entries(script), *contexts_of(script)})}]")


def choices(text: str, script: Script) -> Iterator[Choice]:
    """What is known of the one-to-many characters of a text, in order."""
    table, contexts = entries(script), contexts_of(script)
    for match in _scan(script).finditer(text):
        at, char = match.start(), match[0]
        entry = table.get(char)
        if entry and (text[at : at + 2] in entry.pairs or text[max(0, at - 1) : at + 1] in entry.pairs):
            found = _by_words(text, at, entry)
            if found:
                yield found
                continue
        for context in contexts.get(char, ()):
            if context.pattern.match(text, at):
                yield Choice(at, context.form or None, context.doubt)
                break
        else:
            if entry:
                yield Choice(at, entry.default, "no word decides" if entry.open else "", True)


def _by_words(text: str, at: int, entry: Entry) -> Choice | None:
    """The heaviest word around a character; of two the one that begins later."""
    best, form, doubt = 0, "", ""
    words = entry.words
    for length in entry.lengths:
        for start in range(min(at, len(text) - length), max(-1, at - length), -1):
            found = words.get(text[start : start + length])
            if found and found[1] > best:
                form, best, doubt = found[0], found[1], ""
            elif found and found[1] == best and found[0] != form:
                doubt = f"{text[start : start + length]} is a word too"
    return Choice(at, form, doubt) if form else None
