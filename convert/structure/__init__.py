"""From the lines of a cleaned text to an Issue: label lines, find where articles begin, read their parts.

`labels` and `runs` say what each line seems to be, `starts` where articles begin, `heads` and `bodies` read their
parts, `jumps` joins what pages have parted, `imprint` reads what the issue says of itself. The Trace beside the Issue
(see trace.py) says of every line where it stood, what it became and why. `fixes.apply_fixes` carries out a person's
corrections on the cleaned text before it is parsed, `issue_fixes.fix_issue` on an Issue that was read as such.
"""

from dataclasses import dataclass, field
from functools import cached_property

from ..config import Config
from ..memory import no_collection
from ..model import Furniture, Issue
from ..region import written
from ..report import Finding, finding_at, numbered
from ..text import Confidence, Text
from .articles import Draft, drafts_of, read_article, trace_article
from .candidates import Candidate
from .coverage import check_coverage as check_coverage
from .fixes import apply_fixes as apply_fixes
from .fixes import decided as decided
from .fixes import mark_roles
from .imprint import mark_folios, read_imprint, taken_on_trust
from .issue_fixes import fix_issue as fix_issue
from .jumps import join_jumps
from .labels import Labelled, label_lines
from .neighbours import (
    label_authors,
    label_captions,
    label_columns,
    label_notes,
    label_quotations,
    label_salutations,
    label_signatures,
)
from .pages import folios_of, give_pages
from .runs import label_runs
from .starts import DOUBT, find_starts
from .trace import Trace as Trace
from .trace import TracedArticle as TracedArticle
from .trace import TracedLine as TracedLine
from .verse import label_announced_verse, label_verse, mark_stanzas


@dataclass(frozen=True)
class Parsed:
    """An Issue, where its parts came from, and what a person may want to look at."""

    issue: Issue
    findings: list[Finding]
    _drafts: list[Draft] = field(repr=False)

    @cached_property
    def trace(self) -> Trace:
        """The articles of the Issue, line by line, with the evidence."""
        return Trace(tuple(map(trace_article, self._drafts, self.issue.articles)))


@no_collection()
def parse(text: Text | str, *, furniture: tuple[Furniture, ...] = (), config: Config | None = None) -> Parsed:
    """Find the articles of a cleaned text and their parts. Never fails: what is not recognised is a paragraph.

    Title, date, number and publisher of `config` win over what the issue says of itself.
    """
    if isinstance(text, str):
        text = Text.of(text)
    config = config or Config()
    printed = label_lines(text)
    mark_folios(printed)
    lines = [item for item in printed if item.kind != "folio"]
    _label_by_neighbours(lines)
    findings = mark_roles(text, printed, config.fixes)
    findings += (_folio(text, item) for item in taken_on_trust(printed) if not item.role)
    lines = [item for item in printed if item.kind != "folio"]
    candidates = find_starts(lines)
    for c in candidates:
        if not c.begins:
            lines[c.first].why.append(f"no article begins here ({', '.join(c.why)})")
        if abs(c.score) < DOUBT:
            findings.append(_doubt(text, lines[c.first], c))
    drafts = drafts_of(lines, candidates)
    folios = folios_of(text, [item for item in printed if item.kind == "folio"], furniture)
    give_pages(drafts, folios)
    drafts, jumped, unjoined = join_jumps(text, drafts)
    findings += unjoined
    imprint = read_imprint(furniture, [folio.text for folio in folios if not folio.removed], text.source.path)
    articles = tuple(map(read_article, drafts))
    issue = Issue(
        articles=articles,
        title=config.title or imprint.title,
        number=config.number or imprint.number,
        date=config.date or imprint.date,
        publisher=config.publisher or imprint.publisher,
        language=written(text.value).language,
        furniture=(*furniture, *(folio.as_furniture() for folio in folios if not folio.removed), *jumped),
    )
    return Parsed(issue, numbered(findings), drafts)


def _label_by_neighbours(lines: list[Labelled]) -> None:
    """Each pass takes for granted what the passes before it found."""
    label_announced_verse(lines)
    label_salutations(lines)
    label_quotations(lines)
    label_authors(lines)
    label_runs(lines)
    label_verse(lines)
    mark_stanzas(lines)
    label_columns(lines)
    label_captions(lines)
    label_signatures(lines)
    label_notes(lines)


def _folio(text: Text, item: Labelled) -> Finding:
    """A line that no edition shows, though nothing but its shape tells that it is a folio."""
    line, message = item.line, "taken for a folio, which no edition shows"
    start = line.start + len(line.indent)
    return finding_at(text, start, line.end, "folio-in-text", message, stage="parse")


def _doubt(text: Text, item: Labelled, c: Candidate) -> Finding:
    """A beginning that little decided, for or against."""
    line = item.line
    taken = "the beginning of an article" if c.begins else "a part of the article above"
    sides = (("for a beginning", c.reasons("+")), ("against it", c.reasons("-")))
    said = ". ".join(f"{side.capitalize()}: {reasons}" for side, reasons in sides if reasons)
    return finding_at(
        text,
        line.start + len(line.indent),
        line.end,
        "article-start",
        f"taken for {taken}, but the signs do not decide it. {said}",
        stage="parse",
        confidence=Confidence.DOUBTFUL,
    )
