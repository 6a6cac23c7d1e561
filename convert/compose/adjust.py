"""Adjusting a line to its measure, and giving its glyphs places (CLREQ 行内调整)."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable
from typing import Final, NamedTuple

from . import kinds
from .paragraph import HAN_WESTERN, Prepared, between

EPS: Final = 0.5  # 1/1000 em: what arithmetic may lose


class Run(NamedTuple):
    """Glyphs of one font, set from `x` on. Lengths are in 1/1000 em, along the line.

    `pieces` are the codes of clusters, and between them the extra space that lies there; `spacing` is added after
    every cluster.
    """

    x: float
    font: Hashable
    spacing: float
    pieces: list[str | float]


def reduce(p: Prepared, start: int, last: int, need: float) -> dict[int, float]:
    """Take `need` from the places that give way: kind after kind, equally within each."""
    turns: dict[int, list[tuple[float, int]]] = {}
    # Where marks keep their widths they give way in a line that would else be very loose.
    marks = p.setting.adjust or p.give(start, last, marks=False) < need - EPS
    for turn, i, most in p.gives_way(start, last, marks):
        turns.setdefault(turn, []).append((most, i))
    changes: dict[int, float] = {}
    for turn in sorted(turns):
        places = sorted(turns[turn])
        for k, (most, i) in enumerate(places):
            share = min(most, need / (len(places) - k))
            changes[i] = -share
            need -= share
        if need <= EPS:
            break
    return changes


def expand(p: Prepared, start: int, last: int, slack: float) -> tuple[float, dict[int, float]]:
    """Spread `slack`: over Latin spaces, then Han–Western spacing, then all gaps that may be stretched.

    Spaces grow to half an em, Han–Western spacing to a third, in very loose lines to a half.
    """
    gaps, rigid = between(p.gaps, start, last), between(p.rigid, start, last)
    spaced = p.kinds.find(kinds.SPACE, start, last) >= 0
    places = last - start - len(rigid)
    if places > 0 and not (gaps or spaced):  # as in most lines: nothing but characters
        spacing = slack / places
        return spacing, dict.fromkeys(rigid, -spacing)
    changes: dict[int, float] = {}
    spaces = [i for i in range(start + 2, last + 1) if p.kinds[i - 1] == kinds.SPACE] if spaced else []
    words = [i for i in spaces if i not in gaps]
    slack = _widen(changes, words, slack, lambda i: 500 - p.clusters[i - 1].advance - p.lead.get(i, 0))
    loose = places > 0 and slack / places > HAN_WESTERN / 2
    slack = _widen(changes, gaps, slack, lambda _: HAN_WESTERN if loose else HAN_WESTERN / 3)
    if slack <= EPS:
        return 0.0, changes
    if places <= 0 and not gaps and not spaces:  # a part of one long word
        return min(slack / max(1, last - start), 50.0), changes
    if places <= 0:
        rest = gaps or spaces
        for i in rest:
            changes[i] = changes.get(i, 0) + slack / len(rest)
        return 0.0, changes
    spacing = slack / places
    for i in rigid:
        changes[i] = changes.get(i, 0) - spacing
    return spacing, changes


def _widen(changes: dict[int, float], places: list[int], slack: float, most: Callable[[int], float]) -> float:
    for k, i in enumerate(places):
        share = max(0.0, min(most(i), slack / (len(places) - k)))
        changes[i] = share
        slack -= share
    return slack


def runs(p: Prepared, start: int, end: int, x: float, spacing: float, changes: dict[int, float] | None) -> list[Run]:
    """The glyphs of the clusters from `start` to `end`, the first at `x`, with `changes` to the leads before some."""
    if not p.plain:
        return _mixed_runs(p, start, end, x, spacing, changes or {})
    font, codes, step = p.clusters[start].font, p.codes, p.step
    at = p.lead_at
    first = bisect_right(at, start)
    places = at[first : bisect_left(at, end, first)]
    if changes:
        places = sorted({*places, *changes})
    elif not places:
        return [Run(x, font, spacing, [codes[start * step : end * step]])]
    pieces: list[str | float] = []
    done = start
    for i in places:
        extra = p.lead.get(i, 0.0) + (changes.get(i, 0.0) if changes else 0.0)
        if extra:
            pieces += (codes[done * step : i * step], extra)
            done = i
    pieces.append(codes[done * step : end * step])
    return [Run(x, font, spacing, pieces)]


def _mixed_runs(p: Prepared, start: int, end: int, x: float, spacing: float, changes: dict[int, float]) -> list[Run]:
    """Several fonts: a run for each stretch of one."""
    out: list[Run] = []
    for i in range(start, end):
        cluster = p.clusters[i]
        extra = (p.lead.get(i, 0.0) if i > start else 0.0) + changes.get(i, 0.0)
        x += extra
        run = out[-1] if out else None
        if run and run.font == cluster.font:
            if extra:
                run.pieces.extend((extra, cluster.code))
            else:
                run.pieces[-1] = f"{run.pieces[-1]}{cluster.code}"
        else:
            out.append(Run(x, cluster.font, spacing, [cluster.code]))
        x += cluster.advance + spacing
    return out
