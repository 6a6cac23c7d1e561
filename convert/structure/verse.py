"""Verse: many short lines below a headline or an author, or behind words that announce them, and its stanzas."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from ..chars import HAN_CLASS
from ..lines import width
from ..patterns import regex
from . import signs
from .dates import number_of
from .labels import Labelled
from .runs import LOOSE
from .title_signs import signs_of

_VERSE_WIDTH: Final = 36  # half-width cells
_TITLE_WIDTH: Final = 24
_TITLES: Final = 3  # title lines of an article
_STANZA: Final = 4  # lines
_FEWEST: Final = 3
_NO_VERSE: Final = frozenset({"says", "issues", "event", "contest", "convenes", "occasion"})
_VERSE_MARKS: Final = "，。！？；、"
_OPEN_MARKS: Final = frozenset("，；、")  # with which no paragraph ends
_COUPLET: Final = regex(
    rf"[{HAN_CLASS}]{{5}}[，？！][{HAN_CLASS}]{{5}}[。？！；]|[{HAN_CLASS}]{{7}}[，？！][{HAN_CLASS}]{{7}}[。？！；]"
)
_LOOKED_AT: Final = 16  # characters before the colon
# 正如诗人所写： 歌中唱道： 有诗云： What follows these in short lines is quoted verse.
_ANNOUNCES: Final = regex(r"(?:[诗詩]\S{0,8}|[写寫唱吟咏詠诵誦曰云题題]\S{0,3}|[歌词詞谣謠联聯]\S{0,6})[：:]$")
# A headline over several poems: 松花江（外一首）, 边塞三首, 组诗.
_GROUP: Final = regex(rf"外(?P<more>{signs.COUNT})[首章则題题篇]|(?P<all>{signs.COUNT})首|组诗|組詩|[诗詩][抄钞选選]")


def label_announced_verse(lines: Sequence[Labelled]) -> None:
    """Short lines behind a colon and a word of verse are a quotation, not headlines; before these are looked for."""
    for at, lead in enumerate(lines):
        if lead.kind not in ("prose", "head") or lead.body[-1] not in "：:":
            continue
        if not _ANNOUNCES.search(lead.body[-_LOOKED_AT:]):
            continue
        first = end = at + 1
        while end < len(lines) and _is_verse_line(lines[end]):
            end += 1
        end = _quotation_ends(lines, first, end)
        run = lines[first:end]
        tight = any(not item.blanks for item in run[1:])
        if len(run) >= (2 if tight else 3) and _scans(run):
            lead.kind = "prose"
            lead.why.append("announces verse")
            for item in run:
                item.become("verse", "short lines that a colon announces as verse")


def _quotation_ends(lines: Sequence[Labelled], first: int, end: int) -> int:
    """The end of quoted verse among the short lines from `first` on: at a line that stands alone, or a headline."""
    starts = [first, *_openings(lines[first:end], first), end]
    kept = 1
    while kept + 1 < len(starts) and starts[kept + 1] - starts[kept] > 1:
        kept += 1
    whole = starts[kept] == end
    if whole and end < len(lines) and end > first and (lines[end].dateline or lines[end].kind == "byline"):
        return starts[kept - 1] if kept > 1 else end - 1
    return starts[kept]


def _openings(run: Sequence[Labelled], first: int = 0) -> list[int]:
    """Where stanzas open within a run: below more white than its lines have between them in the raw text."""
    gaps = [item.blanks for item in run[1:]]
    usual = min(gaps, default=0)
    found = [first + at for at, gap in enumerate(gaps, 1) if gap > usual]
    return found if 2 * (len(found) + 1) <= len(run) + 1 else []


def mark_stanzas(lines: Sequence[Labelled]) -> None:
    """Note which lines of verse open a stanza."""
    for kind, group in groupby(lines, key=attrgetter("kind")):
        if kind == "verse":
            run = list(group)
            for at in _openings(run):
                run[at].opens_stanza = True


def _titles_at(lines: Sequence[Labelled], first: int, end: int) -> int:
    """How many title lines stand at the end of free verse: a kicker tells of something that happened, or who speaks."""
    before = end - 2
    return 2 if before > first and not signs_of(lines[before].words).isdisjoint(_NO_VERSE) else 1


def _titles_within(lines: Sequence[Labelled], first: int, last: int) -> list[Labelled]:
    """The titles of further poems: short lines alone, where the headline tells of several, or with most white above."""
    opens = set(_openings(lines[first:last], first))
    alone = [
        at
        for at in range(first + 2, last - 2)
        if {at, at + 1} <= opens and width(lines[at].body) <= _TITLE_WIDTH and lines[at].body[-1] not in _VERSE_MARKS
    ]
    apart = [at for at in alone if lines[at].blanks > lines[at + 1].blanks]
    named = [found for item in lines[max(0, first - 3) : first] if (found := _GROUP.search(item.body))]
    if named and not apart:
        told = named[-1]["more"] or named[-1]["all"]
        most = number_of(told) if told else None
        apart = alone if most is None or len(alone) <= most else []
    return [lines[at] for at in apart]


def _scans(run: Sequence[Labelled]) -> bool:
    """Whether lines end as verse does. Free verse does not end in full stops, that is talk; couplets do."""
    ends = {item.body[-1] for item in run}
    return bool(ends & _OPEN_MARKS) or not ends & set("。！？”") or _are_couplets(run)


def _are_couplets(run: Sequence[Labelled]) -> bool:
    """Whether each line is a couplet of regular verse: 洞庭秋水接天流，独上高楼望九州。"""
    return len(run) > 1 and len({len(item.body) for item in run}) == 1 and all(_COUPLET.fullmatch(i.body) for i in run)


def _is_verse_line(item: Labelled) -> bool:
    if item.kind not in LOOSE or item.kind == "numbered" or item.dateline or len(item.body) > _VERSE_WIDTH:
        return False
    short = 2 * len(item.body) <= _VERSE_WIDTH or width(item.body) <= _VERSE_WIDTH
    return short and not signs.item_mark(item.body)


def tells_of_poems(headline: str) -> bool:
    """Whether a headline says that several poems follow: 松花江（外一首）."""
    return _GROUP.search(headline) is not None


def opens_verse(lines: Sequence[Labelled], at: int) -> bool:
    """Whether three short lines stand here."""
    return at + 2 < len(lines) and all(map(_is_verse_line, lines[at : at + 3]))


def label_verse(lines: Sequence[Labelled]) -> None:
    """Many short lines in a row, below a headline or an author."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_verse_line(lines[end]):
            if end > at and lines[end].kind in ("label", "byline"):
                break
            end += 1
        if end - at >= _FEWEST:
            _label_short_lines(lines, at, end)
        at = max(end, at + 1)


def _label_short_lines(lines: Sequence[Labelled], at: int, end: int) -> None:
    """Give short lines in a row their kind, where they are verse."""
    stanzas = _stanzas(lines, at, end)
    if len(stanzas) > 1:
        for first, last in stanzas:
            for item in lines[first:last]:
                item.become("verse", "one of several stanzas")
        return
    first = _verse_begins(lines, at, end)
    last = _verse_ends(lines, first, end)
    signed = any(item.kind == "byline" for item in lines[max(0, first - 2) : first])
    marked = any(item.body[-1] in _OPEN_MARKS for item in lines[first:last])
    fewest = (2 if marked else _FEWEST) if signed else (4 if marked else 6)
    if last - first < fewest or not _scans(lines[first:last]):
        return
    titles = _titles_within(lines, first, last)
    for item in lines[first:last]:
        if item not in titles:
            item.become("verse", "one of many short lines")


def _stanzas(lines: Sequence[Labelled], at: int, end: int) -> list[tuple[int, int]]:
    """Stretches of lines that end in marks, in a run of short lines: poems with a title each."""
    out, first = [], at
    for place in range(at, end + 1):
        if place < end and lines[place].body[-1] in _VERSE_MARKS:
            continue
        if place - first >= _STANZA and any(item.body[-1] in "，；、" for item in lines[first:place]):
            out.append((first, place))
        first = place + 1
    return out


def _verse_begins(lines: Sequence[Labelled], at: int, end: int) -> int:
    """Where the verse of a run of short lines begins: below an author, or below the first line, its title."""
    if lines[at].kind == "byline":
        return at + 1
    if at and lines[at - 1].kind == "byline":
        return at
    if lines[at].body[-1] in _VERSE_MARKS:
        return at
    return at + 1 if not at or lines[at - 1].closed else end


def _verse_ends(lines: Sequence[Labelled], first: int, end: int) -> int:
    """The end of the verse; what follows may be the next article's headline."""
    if first >= end:
        return first
    marked = [item.body[-1] in _VERSE_MARKS for item in lines[first:end]]
    if sum(marked) * 2 >= len(marked):
        return first + marked.index(False) if False in marked else end
    if end == len(lines):
        return end
    gaps = [place for place in range(first + 1, end) if lines[place].blanks]
    if not gaps and lines[end].blanks:
        return end
    if gaps and len(gaps) * 2 < end - first:  # blank lines part blocks here, so the headline has one above it
        last = len(gaps) - 1
        while last and gaps[last] - gaps[last - 1] == 1:  # title lines of one article, with a blank line between them
            last -= 1
        return gaps[last] if end - gaps[last] <= _TITLES else end
    return end - _titles_at(lines, first, end) if lines[end].kind in ("byline", "prose") else end
