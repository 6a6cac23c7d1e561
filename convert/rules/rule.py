"""What a rule is, and what it may know of the text beside the text itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..config import CleanSettings
from ..region import Region, TextScript
from ..text import Confidence, Edit

# A plain tuple is an edit that is certain: the cheap form, for edits by the million.
Found = Edit | tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the whole text: the settings, and what was resolved from them and the text once.

    `profile` is never "auto" here; `script` is "mixed" where neither script prevails.
    `narrow_marks` says whether the raw text has half-width marks between ideographs. Up to `jobs` processes may
    share in the work on a long text; what they find does not depend on their number.
    """

    settings: CleanSettings = field(default_factory=CleanSettings)
    profile: Region = "mainland"
    script: TextScript = "hans"
    narrow_marks: bool = False
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """One defect and its repair.

    `id` names the defect and is never used again for another. `find` yields edits in ascending
    order, without overlaps, and applies none. `changes` are before and after, `keeps` texts that
    stay as they are, `reports` texts that stay and get a finding: all are run as tests and printed
    by `kanben rules`. `source` cites the standard a repair rests on. `seeks`, the
    inside of a character class, is what each span that the rule finds holds one of, where the rule says so: without
    ranges, if it has a `reach` too. `reach` is how many characters before and after a line can tell on what is found
    in it; None where any of the text can.
    """

    id: str
    summary: str
    find: Callable[[str, Context], Iterable[Found]]
    changes: tuple[tuple[str, str], ...]
    keeps: tuple[str, ...]
    source: str = ""
    reports: tuple[str, ...] = ()
    seeks: str = ""
    reach: int | None = None


def confidence_of(found: Found) -> Confidence:
    """A plain tuple is certain."""
    return found[3] if len(found) > 3 else Confidence.CERTAIN
