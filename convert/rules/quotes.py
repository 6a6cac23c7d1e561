"""Straight quotation marks, turned ones, nested ones, and those that are never closed."""

import re
from collections.abc import Iterator
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .neighbours import ROW, Kept, is_wide
from .rule import Context, Found, Rule

_STRAIGHT: Final = '"＂'
_BEFORE_OPENING: Final = frozenset("：，、；（《—…“‘「『:,;( \u3000")
_AFTER_CLOSING: Final = frozenset("，。、；：？！）》—…”’」』,.;:?!) \u3000")
_HAN: Final = regex("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LETTER: Final = regex("[A-Za-z]")
_FAR: Final = 200  # characters within which a quotation that is open is looked for

# Costs of a reading, in tenths of a certainty: against the neighbours' evidence, against the pairing.
_EVIDENCE, _BROKEN, _ACROSS = 3, 8, 5


def _forms(context: Context) -> tuple[str, str]:
    return ("“", "”") if context.profile == "mainland" else ("「", "」")


def _cost(line: str, at: int, opening: bool) -> int:
    """How much a mark's neighbours speak against its opening, or closing, a quotation."""
    left, right = line[at - 1 : at], line[at + 1 : at + 2]
    opens = (not left or left in _BEFORE_OPENING) - (not right or right in _AFTER_CLOSING)
    return -_EVIDENCE * opens if opening else _EVIDENCE * opens


def _read(line: str, marks: list[int], pair: tuple[str, str], goes_on: bool) -> tuple[list[bool], bool]:
    """For each mark whether it opens, by the cheapest reading of the line, and whether they pair without a fault."""
    outside, inside = (2, 0) if goes_on else (0, _ACROSS + 1)  # cost so far, by whether a quotation is open
    steps: list[tuple[bool, bool]] = []  # where each state came from: was it open before?
    choices: list[bool] = []
    for at in marks:
        if line[at] in _STRAIGHT:
            opening, closing = _cost(line, at, True), _cost(line, at, False)
        else:
            wrong = 2 * _BROKEN
            opening, closing = (0, wrong) if line[at] == pair[0] else (wrong, 0)
        to_inside = (outside + opening, inside + opening + _BROKEN)
        to_outside = (outside + closing + _BROKEN, inside + closing)
        steps.append((to_outside[1] <= to_outside[0], to_inside[1] < to_inside[0]))
        outside, inside = min(to_outside), min(to_inside)
    open_now = inside + _ACROSS < outside
    sound = not open_now
    for was_outside, was_inside in reversed(steps):
        choices.append(open_now)
        came_from = was_inside if open_now else was_outside
        sound = sound and came_from != open_now
        open_now = came_from
    return choices[::-1], sound and not open_now


def _straight(text: str, context: Context) -> Iterator[Found]:
    if '"' not in text and "＂" not in text:
        return
    pair = _forms(context)
    kinds = f'["＂{"".join(pair)}]'
    tokens = re.compile(f"{kinds}{kinds}*")
    start, before = 0, ""
    for line in text.split("\n"):
        if ('"' in line or "＂" in line) and (_HAN.search(line) or not _LETTER.search(line)):
            yield from _straight_in(line, start, tokens, pair, _leaves_open(before, pair))
        start += len(line) + 1
        before = line or before


def _leaves_open(line: str, pair: tuple[str, str]) -> bool:
    """Whether a paragraph seems to end within a quotation, its straight marks not yet read."""
    straight = sum(map(line.count, _STRAIGHT))
    opened, closed = map(line.count, pair)
    return (opened + closed + straight) % 2 == 1 if straight else opened > closed


def _straight_in(
    line: str, start: int, tokens: re.Pattern[str], pair: tuple[str, str], goes_on: bool
) -> Iterator[Found]:
    rows = (m.span() for m in tokens.finditer(line))
    marks: list[int] = []
    kept = Kept(line)
    for at in (at for a, b in rows if b - a <= ROW for at in range(a, b)):
        if at not in kept and not _is_measure(line, at, marks):
            marks.append(at)
    again = bool(marks) and not line[: marks[0]].strip()  # each paragraph of a long quotation opens anew
    opens, sound = _read(line, marks, pair, goes_on and not again)
    western = _western(line, marks, opens)
    for at, opening in zip(marks, opens, strict=True):
        if line[at] in _STRAIGHT and at not in western:
            new = pair[0] if opening else pair[1]
            if sound:
                yield start + at, start + at + 1, new
            else:
                yield Edit(start + at, start + at + 1, new, Confidence.LIKELY, "quotation marks do not pair here")


def _is_measure(line: str, at: int, marks: list[int]) -> bool:
    """Whether a straight mark means inches or seconds, 27"显示器: behind a digit, while no quotation is open."""
    if line[at] != '"' or not line[at - 1 : at].isdigit():
        return False
    before = [line[mark] for mark in marks[-_FAR:] if mark >= at - _FAR]
    opened, closed = (sum(map(before.count, kinds)) for kinds in ("“「", "”」"))
    return before.count('"') % 2 == 0 and opened == closed


def _western(line: str, marks: list[int], opens: list[bool]) -> set[int]:
    """The straight marks of quotations that stand between Western words and hold nothing but such."""
    out: set[int] = set()
    for k in range(len(marks) - 1):
        a, b = marks[k], marks[k + 1]
        if opens[k] and not opens[k + 1] and not _HAN.search(line, a, b):
            before, after = line[max(0, a - 3) : a].strip(), line[b + 1 : b + 4].strip()
            around = before + after
            says = len(before) > 1 and before[-1] in ",:" and before[0].isalpha() and " " in line[a:b]  # He said, "…"
            if around and (around.isascii() or (says and before.isascii())) and any(map(str.isalpha, around)):
                out |= {a, b}
    return out


STRAIGHT_QUOTE: Final = Rule(
    "straight-quote",
    "Straight quotation marks in Chinese text",
    _straight,
    (('他说:"好。"又说:"走吧!"', "他说:“好。”又说:“走吧!”"), ('他們說這個「國家"很好', "他們說這個「國家」很好")),
    (
        'He said "yes" to 张三',
        'He said, "Yes, it is." 他走了。',
        '27"显示器',
        '屏幕为27"，重3公斤',
        '买了65"电视，又买了65"电视',
        "用时25'29\"。次日用时26'30\"。",
        '程序里写print("好")就行',
        "“好”",
    ),
    "GB/T 15834-2011, 4.8; 重訂標點符號手冊 (Taiwan, 2008)",
)

_SINGLE: Final = regex(r"'(?<![0-9A-Za-z']')([^'\n]{1,80})'(?![0-9A-Za-z'])")


def _single(text: str, context: Context) -> Iterator[Found]:
    if "'" not in text:
        return
    left, right = ("‘", "’") if context.profile == "mainland" else ("『", "』")
    for match in _SINGLE.finditer(text):
        if _HAN.search(match[1]) and (is_wide(match[1][0]) or is_wide(match[1][-1])):
            yield match.start(), match.start() + 1, left
            yield match.end() - 1, match.end(), right


STRAIGHT_SINGLE_QUOTE: Final = Rule(
    "straight-single-quote",
    "Straight single quotation marks around Chinese words",
    _single,
    (("所谓'新常态'指的是", "所谓‘新常态’指的是"),),
    ("McDonald's和Wendy's", "90's金曲与80's金曲", "‘好’"),
    "GB/T 15834-2011, 4.8",
    reach=0,
)

# No quotation opens before a pause or at a paragraph's end, none closes after a colon.
_OPENS_WRONGLY: Final = regex("“(?=[，。、；：？！）》](?![，。、；：？！…—]{0,8}”))|“(?<=[。！？…]“)(?=\n|\\Z)")
_CLOSES_WRONGLY: Final = regex("”(?<=[：（《]”)(?=[\u3400-\u9fff])")


def _turned(text: str, context: Context) -> Iterator[Found]:
    places = [(match.start(), "”") for match in _OPENS_WRONGLY.finditer(text)]
    places += [(match.start(), "“") for match in _CLOSES_WRONGLY.finditer(text)]
    for match in _SWAPPED.finditer(text) if "“”" in text else ():
        places += [(match.start(), "”"), (match.start() + 1, "“")]
    for at, right in sorted(places):
        yield Edit(at, at + 1, right, Confidence.LIKELY)


TURNED_QUOTE: Final = Rule(
    "turned-quote",
    "A quotation mark that faces the wrong way",
    _turned,
    (
        ("提倡“国术“、“国技”", "提倡“国术”、“国技”"),
        ("他说：”好。”", "他说：“好。”"),
        ("“谁不错！“\n", "“谁不错！”\n"),
        ("“吃了吗？“”吃了。”", "“吃了吗？”“吃了。”"),
    ),
    ("提倡“国术”、“国技”", "他说：“好。”", "他回了一句“？？！”就走了"),
    "GB/T 15834-2011, 4.8",
    reach=100,
)

# “吃了吗？“”吃了。”: the one that ends and the one that begins were both turned.
_SWAPPED: Final = regex("“(?<=[。！？…]“)”[^“”\n]{1,200}”")
_TWICE: Final = regex("”(?<!””)(?=”(?!”))|“(?<=[。！？…]“)(?=”)")
_DEPTH: Final = regex("[“”\n]")


def _doubled(text: str, context: Context) -> Iterator[Found]:
    if "””" not in text and "“”" not in text:
        return
    twice = {match.start() for match in _TWICE.finditer(text)}
    depth, goes_on, line = 0, False, 0
    for match in _DEPTH.finditer(text) if twice else ():
        at = match.start()
        if (
            at in twice and depth == 1 and not _SWAPPED.match(text, at)
        ):  # two would close the one that is open, or that of paragraphs before
            yield Edit(at, at + 1, "", Confidence.DOUBTFUL if goes_on else Confidence.LIKELY)
        elif match[0] == "\n":
            if any(mark in text[line:at] for mark in "“”"):
                goes_on = depth > 0
            depth, line = 0, at + 1
        else:
            depth += 1 if match[0] == "“" else -1


DOUBLED_QUOTE: Final = Rule(
    "doubled-quote",
    "A closing quotation mark that was read twice",
    _doubled,
    (("“七大人？””他问。", "“七大人？”他问。"), ("“上岸哩！“”船家叫着", "“上岸哩！”船家叫着")),
    ("他说：“我读过“皇汉医学””。", "内容为“”", "“好！”"),
    "GB/T 15834-2011, 4.8",
    reports=("“第一段。\n“第二段。\n“第三段结束。””", "“第一段。\n\n第二段。\n\n“第三段结束。””"),
)

_NEST: Final = regex("“[^“”\n]*“|「[^「」\n]*「")
_DOUBLE: Final = regex("[“”‘’]")
_CORNER: Final = regex("[「」『』]")
_INNER_FORM: Final = {"“": "‘", "”": "’", "「": "『", "」": "』"}


def _nested(text: str, context: Context) -> Iterator[Found]:
    done = 0
    for match in _NEST.finditer(text):
        if match.start() < done:
            continue
        start, done = text.rfind("\n", done, match.start()) + 1 or done, text.find("\n", match.end())
        done = done if done >= 0 else len(text)
        places = _inner(_DOUBLE, text, start, done) + _inner(_CORNER, text, start, done)
        for at in sorted(places):
            yield Edit(at, at + 1, _INNER_FORM[text[at]], Confidence.LIKELY)


def _inner(marks: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    """Outer marks within outer ones, in a paragraph where all of them pair and no inner ones stand."""
    depth, found = 0, list[int]()
    for match in marks.finditer(text, start, end):
        opens = match[0] in "“「"
        depth += 1 if opens else -1
        if match[0] not in _INNER_FORM or not 0 <= depth <= 2:
            return []
        if (depth, opens) in ((2, True), (1, False)):
            found.append(match.start())
    return found if depth == 0 else []


NESTED_QUOTE: Final = Rule(
    "nested-quote",
    "A quotation within a quotation with the same marks",
    _nested,
    (
        ("他说：“我读过“皇汉医学”一书。”", "他说：“我读过‘皇汉医学’一书。”"),
        ("他說：「我讀過「論語」一書。」", "他說：「我讀過『論語』一書。」"),
    ),
    ("他说：“我读过‘皇汉医学’一书。”", "“第一段\n“第二段”", "“甲”“乙”", "「甲」「乙」", "「甲『乙』」"),
    "GB/T 15834-2011, 4.8",
    reach=0,
)

AFTER_REFLOW: Final = (STRAIGHT_QUOTE, STRAIGHT_SINGLE_QUOTE, TURNED_QUOTE, DOUBLED_QUOTE, NESTED_QUOTE)
