"""Brackets in Chinese text: half-width ones, and pairs whose halves do not match."""

import re
from collections.abc import Iterator
from typing import Final

from .punctuation import Kept, is_wide, left_of, right_of
from .rule import Context, Found, Rule

_ROUND: Final = re.compile("[()（）]")
_FARTHEST: Final = 400  # characters between the halves of a pair


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the round brackets that belong together, -1 for a half that is alone; in order of the closing half."""
    stack: list[int] = []
    for match in _ROUND.finditer(text):
        at = match.start()
        if match[0] in "(（":
            stack.append(at)
        elif stack and at - stack[-1] <= _FARTHEST:
            yield stack.pop(), at
        else:
            stack.clear()
            yield -1, at
    for at in stack:
        yield at, -1


def _has_wide(text: str, start: int, end: int) -> bool:
    return _WIDE_CHARACTER.search(text, start, end) is not None


_WIDE_CHARACTER: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff，。、；：？！《》“”]")


def _round(text: str, context: Context) -> Iterator[Found]:
    if "(" not in text and ")" not in text:
        return
    kept, found = Kept(text), []
    for start, end in _pairs(text):
        halves = [at for at in (start, end) if at >= 0]
        half = [at for at in halves if text[at] in "()"]
        if not half or any(at in kept for at in half):
            continue
        if start >= 0 and end >= 0:
            full = len(half) == 1 or _in_chinese(text, start, end)
        else:
            at = half[0]
            full = is_wide(left_of(text, at)) and (is_wide(right_of(text, at + 1)) or text[at] == ")")
        if full:
            found += [(at, at + 1, "（" if text[at] == "(" else "）") for at in half]
    yield from sorted(found)


def _in_chinese(text: str, start: int, end: int) -> bool:
    """Whether a pair of half-width brackets belongs to Chinese text."""
    if _has_wide(text, start + 1, end):
        return True
    before = text[start - 1 : start]
    if before.isascii() and before.isalnum():
        return False  # f(x), 12(3), Ca(OH)2
    return is_wide(left_of(text, start)) or (is_wide(right_of(text, end + 1)) and not before.strip())


HALFWIDTH_BRACKET: Final = Rule(
    "halfwidth-bracket",
    "Half-width brackets in Chinese text",
    _round,
    (
        ("就《决定(讨论稿)》作了说明", "就《决定（讨论稿）》作了说明"),
        ("(2023年11月28日通过)", "（2023年11月28日通过）"),
        ("世界卫生组织(WHO)说", "世界卫生组织（WHO）说"),
    ),
    ("函数f(x)与Ca(OH)2", "see the note (above)", "2023年（癸卯）", "王明. 振兴[J]. 学报, 2020, 12(3): 45-50."),
    "GB/T 15834-2011, 4.9",
)

BEFORE_REFLOW: Final = (HALFWIDTH_BRACKET,)
