"""Patterns that once took quadratic time on hostile text take linear time.

Steps are counted, not seconds: a matcher that goes back as `re` does tries the patterns as `re` has parsed them.
tests/benchmarks/patterns.py tries every pattern of the package on many more runs, with the clock.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from re import _compiler, _parser
from re import _constants as sre
from typing import Any

import pytest

from convert.export.verify import pdf
from convert.readers import html_inline, marks, tree
from convert.rules import furniture
from convert.rules.reflow import evidence
from convert.structure import dates, fixes, imprint, signs

SHORT, LONG = 25, 100  # characters
STEEP = 8  # times the steps on a run of four times the length: between 4, as linear, and 16, as quadratic
MOST = 100_000  # steps: no pattern that is linear takes so many
AHEAD = 1


class Steep(Exception):
    """A pattern takes more than MOST steps."""


class Matcher:
    """Looks for a pattern in a text, and counts the characters and places that it tries on its way."""

    def __init__(self, pattern: Any, text: str | bytes) -> None:
        self.tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self.text, self.steps = text, 0
        self.single: dict[int, Any] = {}  # what matches one character or a place, compiled

    def search(self, last: int) -> int:
        """The steps of looking for all that begins up to the place `last`."""
        at = 0
        while at <= last:
            end = next(self.ends(self.tree, at), at)
            at = max(end, at + 1)
        return self.steps

    def ends(self, items: Iterable[Any], at: int) -> Iterator[int]:
        """Where the items may end that begin at a place, what `re` prefers first."""
        first, *rest = [*items] or [None]
        if first is None:
            yield at
            return
        for middle in self.one(first, at):
            yield from self.ends(rest, middle)

    def one(self, item: Any, at: int) -> Iterator[int]:
        op, value = item
        if op is sre.BRANCH:
            for branch in value[1]:
                yield from self.ends(branch, at)
        elif op is sre.SUBPATTERN:
            yield from self.ends(value[3], at)
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            yield from self.repeated(op is sre.MIN_REPEAT, *value, at)
        elif op in (sre.POSSESSIVE_REPEAT, sre.ATOMIC_GROUP):
            once = self.ends(value, at) if op is sre.ATOMIC_GROUP else self.repeated(False, *value, at)
            yield from islice(once, 1)
        elif op in (sre.ASSERT, sre.ASSERT_NOT) and value[0] == AHEAD:
            if (next(self.ends(value[1], at), None) is None) == (op is sre.ASSERT_NOT):
                yield at
        else:
            self.steps += 1
            if self.steps > MOST:
                raise Steep
            if found := self.compiled(item).match(self.text, at):
                yield found.end()

    def repeated(self, lazy: bool, least: int, most: int, item: Any, at: int) -> Iterator[int]:
        """Greedy, the ends of most repetitions come first; lazy, those of fewest."""
        if lazy and least <= 0:
            yield at
        if most > 0:
            for end in self.ends(item, at):
                if end > at or least > 0:
                    yield from self.repeated(lazy, least - 1, most - 1, item, end)
        if not lazy and least <= 0:
            yield at

    def compiled(self, item: Any) -> Any:
        if id(item) not in self.single:
            self.single[id(item)] = _compiler.compile(_parser.SubPattern(self.tree.state, [item]))
        return self.single[id(item)]


def is_steep(pattern: Any, before: str, one: str) -> bool:
    """Whether a pattern's steps grow much faster than a run of `one` behind `before`, with a strange end."""
    at_start = pattern in (signs.JUMP_TO, signs.JUMP_FROM)  # which nobody searches for within a text
    runs = (before + one * (size // len(one)) + "\x00" for size in (SHORT, LONG))
    raw = isinstance(pattern.pattern, bytes)
    try:
        few, many = (Matcher(pattern, run.encode() if raw else run).search(0 if at_start else len(run)) for run in runs)
    except Steep:
        return True
    return many > STEEP * few


@pytest.mark.parametrize(
    ("pattern", "before", "one"),
    [
        (pdf._TOKEN, "(", "\\("),
        (pdf._REFERENCE, "", "1"),
        (html_inline._BLANK, "", " "),
        (marks._ATTRIBUTE, "", "a"),
        (tree._SUBSET, "", "<!DOCTYPE"),
        (furniture._PAGE, "", "一"),
        (furniture._PAGE, "第", " "),
        (evidence._CAPITALS, "", "A"),
        (dates._PRINTED, "", " "),
        (dates._PRINTED, "民国", " "),
        (fixes._BREAKS, "", "\u3000"),
        (imprint._OF_FOLIOS, "", " "),
        (imprint._DATED, "", "甲"),
        (imprint._DATED, "", "第"),
        (signs.JUMP_TO, "", " "),
        (signs.JUMP_FROM, "", " "),
    ],
)
def test_steps_grow_as_the_text_does(pattern: Any, before: str, one: str) -> None:
    assert not is_steep(pattern, before, one)


@pytest.mark.parametrize(
    ("source", "before", "one"),
    [
        (r"\s+#", "", " "),
        ("(?:a+)+$", "", "a"),
        ("[a-z]+@", "", "a"),
        ("a.*b", "", "a"),
        (r"(\d+) 0 R", "", "1"),
        (r"\(\s*甲?\s*\)", "(", " "),
        (r"<!DOCTYPE[^>\[]*\[", "", "<!DOCTYPE"),
    ],
)
def test_what_is_steep_is_noticed(source: str, before: str, one: str) -> None:
    assert is_steep(re.compile(source), before, one)


@pytest.mark.parametrize(
    "source", ["(?:a|b)*?c", "a{2,3}+b", "(?>a*)b", "(?<!a)a+$", "(?=a*b)a", "^[^a]|(a)", "(?!b)a?"]
)
@pytest.mark.parametrize("text", ["aaab", "abac", "aabb", "baaa", ""])
def test_the_matcher_finds_what_re_finds(source: str, text: str) -> None:
    matcher = Matcher(re.compile(source), text)
    for at in range(len(text) + 1):
        found = re.compile(source).match(text, at)
        assert next(matcher.ends(matcher.tree, at), None) == (found.end() if found else None)
