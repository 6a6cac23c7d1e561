"""A person's corrections of an Issue that was read with its structure, like a Word file with headings.

The Issue is laid out as its pieces in reading order: titles and blocks, each with its role. On their texts, blank
lines between them, fixes find their places as in a cleaned text; join makes one piece of several, break two of one,
role gives a piece another role, and of the pieces articles are made again.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from ..config import Fix
from ..model import Furniture, Image, Issue, Table
from ..report import Finding
from ..text import Span
from .coverage import check_coverage
from .fixes import ROLES, Change, changes_of, find_place, no_role, told
from .pieces import Piece, articles_of, pieces_of, words_of

_BETWEEN: Final = "\n\n"


def fix_issue(issue: Issue, fixes: Sequence[Fix], path: str) -> tuple[Issue, list[Finding]]:
    """An Issue with the fixes carried out, and a finding for each that does not fit.

    GuardError where a character would be lost on the way.
    """
    pieces = [piece for article in issue.articles for piece in pieces_of(article)]
    unfit = _carry_out(pieces, fixes)
    fixed = _BETWEEN.join(words_of(pieces))
    unfit += _give_roles(pieces, [fix for fix in fixes if fix.action in ("role", "image")])
    furniture = tuple(Furniture("folio", piece.text) for piece in pieces if piece.role == "furniture")
    articles = tuple(articles_of(pieces))
    check_coverage(fixed, (), replace(issue, articles=articles, furniture=furniture))
    order = {id(fix): at for at, fix in enumerate(fixes)}
    findings = [told(fix, why, path) for fix, why in sorted(unfit, key=lambda one: order[id(one[0])])]
    return replace(issue, articles=articles, furniture=(*issue.furniture, *furniture)), findings


def _carry_out(pieces: list[Piece], fixes: Sequence[Fix]) -> list[tuple[Fix, str]]:
    """Join, break and replace; the fixes that do not fit, with the reasons."""
    value, starts = _laid_out(pieces)

    def touched(change: Change) -> tuple[int, int]:
        """The first and the last piece that it touches."""
        return bisect_right(starts, change.start) - 1, bisect_right(starts, change.end) - 1

    def refusal(change: Change) -> str:
        first, last = touched(change)
        return _refusal(pieces[first : last + 1], change)

    changes, unfit = changes_of(value, fixes, refusal)
    misfits = {id(fix) for fix, _ in unfit}
    for fix in fixes:
        if fix.action == "replace" and id(fix) not in misfits and isinstance(place := find_place(value, fix), Span):
            _reword(pieces[bisect_right(starts, place.start) - 1 :: -1], fix)
    for change in reversed(changes):
        _change(pieces, *touched(change), change, starts)
    return unfit


def _reword(above: Sequence[Piece], fix: Fix) -> None:
    """Change the words also where the article of a piece says again who reports from where; `above` goes up from it."""
    bearer = next((piece for piece in above if piece.frame), None)
    if bearer and (frame := bearer.frame):
        dateline = frame.dateline and frame.dateline.replace(fix.text, fix.value)
        bylines = tuple(name.replace(fix.text, fix.value) for name in frame.bylines)
        bearer.frame = replace(frame, dateline=dateline, bylines=bylines)


def _laid_out(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    """The texts of all pieces as one, and where each begins."""
    texts = [piece.text for piece in pieces]
    return _BETWEEN.join(texts), [*accumulate((len(text) + len(_BETWEEN) for text in texts[:-1]), initial=0)]


def _refusal(touched: Sequence[Piece], change: Change) -> str:
    """Why a change cannot be made to the pieces it touches; "" where it can."""
    if change.begins and len(touched) > 1:
        return "a paragraph begins there already"
    if any(not one.role or isinstance(one.block, Image) for one in (touched[0], touched[-1])):
        return "no text stands there"
    if len(touched) > 1 and len({piece.role if piece.is_title else "block" for piece in touched}) > 1:
        return "a title and the text below it cannot be joined; give one of them another role"
    if any(piece.role == "table" for piece in touched) and (len(touched) > 1 or change.begins or not change.value):
        return "a table can only be changed within its cells"
    return ""


def _change(pieces: list[Piece], first: int, last: int, change: Change, starts: Sequence[int]) -> None:
    """Carry a change out: from piece `first` to piece `last`, which are one then; pictures between them follow it."""
    one, text = pieces[first], pieces[last].text
    left, right = one.text[: change.start - starts[first]], text[change.end - starts[last] :]
    pictures = [replace(piece, frame=None) for piece in pieces[first + 1 : last] if isinstance(piece.block, Image)]
    if change.begins:
        rest = Piece("deck" if one.is_title else one.role, right)
        changed = [Piece(one.role, left, frame=one.frame), rest] if left else [one]
    else:
        whole = left + change.value + right
        rows = tuple(tuple(row.split("\t")) for row in whole.split("\n")) if one.role == "table" else ()
        changed = [Piece(one.role if whole.strip() else "", whole, Table(rows) if rows else None, one.frame)]
    pieces[first : last + 1] = [*changed, *pictures]


def _give_roles(pieces: list[Piece], fixes: Sequence[Fix]) -> list[tuple[Fix, str]]:
    """Give pieces the roles that fixes name, and set pictures."""
    unfit = []
    for fix in fixes:
        value, starts = _laid_out(pieces)
        place = find_place(value, fix)
        if fix.action == "role" and fix.value not in ROLES:
            place = no_role(fix, ROLES)
        if isinstance(place, str):
            unfit.append((fix, place))
            continue
        at = bisect_right(starts, place.start) - 1
        piece = pieces[at]
        if fix.action == "role":
            if piece.role != fix.value:
                piece.become(fix.value)
        elif "".join(fix.text.split()) == "".join(piece.text.split()):
            piece.become("image", Image(fix.value, piece.text))
        else:
            _set_above(pieces, at, Image(fix.value))
    return unfit


def _set_above(pieces: list[Piece], at: int, picture: Image) -> None:
    """Set a picture above a piece; that of a title stands below all titles."""
    piece = Piece("image", "", picture)
    if pieces[at].is_title:
        at += 1
        while at < len(pieces) and pieces[at].is_title and not pieces[at].frame:
            at += 1
    else:
        piece.frame, pieces[at].frame = pieces[at].frame, None
    pieces.insert(at, piece)
