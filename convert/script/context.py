"""A rule for a one-to-many character: what surrounds it where it takes a form."""

import re
from dataclasses import dataclass
from typing import Final

from ..style import Script
from .classes import WITHIN

TRADITIONAL: Final[tuple[Script, ...]] = ("hant", "tw", "hk")


@dataclass(frozen=True, slots=True)
class Context:
    """The pattern is matched at the character: it takes the form there, or, without one, stays as OpenCC has it.

    `doubt` is why it is not sure there. `decides` and `leaves` are texts with the character that it decides, and that
    it must leave alone: both are run as tests.
    """

    char: str
    form: str
    pattern: re.Pattern[str]
    decides: tuple[str, ...]
    leaves: tuple[str, ...]
    scripts: tuple[Script, ...] = TRADITIONAL
    doubt: str = ""


def context(
    char: str, form: str, pattern: str, decides: str, leaves: str, *scripts: Script, doubt: str = ""
) -> Context:
    """A rule for some scripts, without any for all Traditional ones; examples stand in one string, with blanks."""
    examples = tuple(decides.split()), tuple(leaves.split())
    return Context(char, form, re.compile(pattern), *examples, scripts or TRADITIONAL, doubt)


def after(chars: str, ends: str = "，。；！？") -> str:
    """A pattern for a place that stands after one of these characters, not far from it, with no such end between."""
    between = f"[^{ends}\\n]"
    return "(?:" + "|".join(f"(?<=[{chars}]{between * n})" for n in range(WITHIN)) + ")"
