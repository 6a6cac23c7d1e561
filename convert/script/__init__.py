"""Script conversion: Simplified and Traditional Chinese, as the readers of each region expect them.

OpenCC converts the whole text; on it stand our decisions about one-to-many characters (forms.txt holds the words,
contexts.py the rules), what the user's words say, and the quotation marks of the region. terms.txt is the regional
vocabulary that is used on request.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Issue
from ..report import Finding, numbered
from ..style import Script
from ..text import Text
from .doubts import Places, finding_of
from .engine import Converter
from .issue import IssueConversion
from .quotes import regional

__all__ = ["convert_script", "convert_stream", "convert_text", "weak_decisions"]

_BATCH = 1_000_000  # characters converted at once: few calls, little memory


def convert_text(
    text: str,
    script: Script,
    *,
    terms: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    vocabulary: bool = False,
) -> str:
    """A text in another script. Its lines are the paragraphs of one article, over which quotation marks are matched.

    `terms` are words with their form, `keep` words that stay as they are; both win over everything. `vocabulary` adds
    the region's own words (软件, 軟體), which is a choice of words and not of script.
    """
    lines = Converter(script, terms, keep, vocabulary).convert(text).split("\n")
    return "\n".join(regional(lines, script))


def convert_stream(
    lines: Iterable[str],
    script: Script,
    *,
    terms: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    vocabulary: bool = False,
) -> Iterator[str]:
    """Lines in another script, each for itself, in order and with their own ends of line, in constant memory."""
    converter = Converter(script, terms, keep, vocabulary)
    for batch in _batches(lines):
        at, converted = 0, converter.convert("".join(batch))
        if converter.even:
            for line in batch:
                yield regional([converted[at : at + len(line)]], script)[0]
                at += len(line)
        else:
            for line in batch:
                yield regional([converter.convert(line)], script)[0]


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def convert_script(
    issue: Issue,
    script: Script,
    *,
    terms: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    vocabulary: bool = False,
    source: Text | None = None,
) -> tuple[Issue, list[Finding]]:
    """The issue in another script: every text of it, quotation marks and the language tag included.

    A finding tells of each character whose form was not sure. `source`, the cleaned text that the issue was made of,
    gives the findings their places.
    """
    if script == "keep":
        return issue, []
    conversion = IssueConversion(Converter(script, terms, keep, vocabulary))
    converted = conversion.issue(issue)
    places = Places(source)
    return converted, numbered([places.set(finding) for finding in conversion.findings])


def weak_decisions(
    text: Text,
    script: Script,
    *,
    terms: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    vocabulary: bool = False,
) -> list[Finding]:
    """What is not sure when a text is converted, each with its place."""
    converter = Converter(script, terms, keep, vocabulary)
    converter.convert(text.value)
    places = Places(text)
    return [places.set(finding_of(text.value, doubt), doubt.at) for doubt in converter.doubts]
