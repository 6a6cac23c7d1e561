"""Jump lines: 下转第三版 and 上接第一版 join the halves of an article that the pages have parted."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ..model import Furniture
from ..report import Finding, finding_at
from ..text import Confidence, Text
from .articles import Draft
from .continuity import trigrams
from .dates import number_of
from .labels import Labelled
from .signs import JUMP_FROM, JUMP_TO

_NEAR: Final = 30  # unfinished articles among which the other half is looked for
_LOOKED_AT: Final = 12  # lines


class _Half(NamedTuple):
    """An article that goes on elsewhere, with its vocabulary."""

    draft: Draft
    words: set[str]


def join_jumps(text: Text, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Furniture], list[Finding]]:
    """Join halves by their page numbers and vocabulary; report what found no other half.

    The jump lines of joined halves, and a headline printed again above the second, come back as furniture.
    """
    waiting: list[_Half] = []
    furniture: list[Furniture] = []
    findings: list[Finding] = []
    out: list[Draft] = []
    for draft in drafts:
        if not (draft.body and draft.body[0].kind == "jump_from"):
            out.append(draft)
        elif first := _other_half(draft, waiting[-_NEAR:]):
            waiting.remove(first)
            furniture += _join(first.draft, draft)
            draft = first.draft
        else:
            findings.append(_finding(text, draft.body[0], "no article above goes on here"))
            _put_back(text, draft, 0)
            out.append(draft)
        if _jump_out(draft):
            waiting.append(_Half(draft, _words(draft)))
    for draft, _ in waiting:
        at = _jump_out(draft) or 0
        findings.append(_finding(text, draft.body[at], "the article's other half was not found"))
        _put_back(text, draft, at - 1)
    return out, furniture, findings


def _jump_out(draft: Draft) -> int | None:
    """Where in its body an article's 下转 stands: last, but for pictures and end matter."""
    for at in range(len(draft.body) - 1, 0, -1):
        if draft.body[at].kind == "jump_to":
            return at
        if draft.body[at].kind not in ("caption", "credit", "end_matter", "byline"):
            return None
    return None


def _other_half(second: Draft, near: Sequence[_Half]) -> _Half | None:
    """The first half that shares most words with the second, among those whose page numbers agree."""
    words = _words(second)
    fit = (first for first in near if _pages_agree(first.draft, second))
    return max(fit, key=lambda first: len(words & first.words), default=None)


def _words(draft: Draft) -> set[str]:
    return trigrams("".join(item.body for item in (*draft.head, *draft.body)[:_LOOKED_AT]))


def _pages_agree(first: Draft, second: Draft) -> bool:
    jump = _jump_out(first)
    out = JUMP_TO.match(first.body[jump].words) if jump else None
    back = JUMP_FROM.match(second.body[0].words)
    return _same(out and out["page"], second.page) and _same(back and back["page"], first.page)


def _same(named: str | None, page: str | None) -> bool:
    if named is None or page is None:
        return True
    a, b = number_of(named), number_of(page)
    return a == b if a is not None and b is not None else named == page


def _join(first: Draft, second: Draft) -> list[Furniture]:
    """Put the second half behind the first; a sentence that the page's end cut becomes whole again."""
    at = _jump_out(first) or 0
    out, back = first.body.pop(at), second.body.pop(0)
    above = first.body[at - 1]
    if at == len(first.body) and second.body and above.kind == second.body[0].kind == "prose" and not above.closed:
        below = second.body.pop(0)
        above.reword(above.body + below.body)
        above.why.append("goes on across the page's end")
    first.body += second.body
    again = [Furniture("running_head", item.body, second.page) for item in second.head]
    return [Furniture("jump_line", out.body, first.page), *again, Furniture("jump_line", back.body, second.page)]


def _put_back(text: Text, draft: Draft, at: int) -> None:
    """A jump line that was run in and joins nothing stays in its paragraph."""
    if at < 0 or at + 1 >= len(draft.body) or not draft.body[at].run_in:
        return
    above, below = draft.body[at], draft.body[at + 1]
    if not below.run_in:
        return
    start = above.line.start + len(above.line.indent)
    above.reword(text.value[start : below.line.end])
    above.kind, above.dateline = "prose", above.dateline or below.dateline
    del draft.body[at + 1]


def _finding(text: Text, item: Labelled, message: str) -> Finding:
    start = item.line.start + len(item.line.indent)
    return finding_at(text, start, item.line.end, "jump-line", message, stage="parse", confidence=Confidence.DOUBTFUL)
