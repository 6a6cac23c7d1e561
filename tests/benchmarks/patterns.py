"""Which regular expressions of the package take more than linear time on hostile text.

    python tests/benchmarks/patterns.py [MODULE.py ...]

Each pattern is tried alone on long runs made of its own parts: a character of each class, what each repetition
repeats, what almost matches. Steep is one that takes more than eight times as long on a run of four times the length;
of the patterns whose callers give them short texts alone (REACH), one that takes long on the longest such text.
Prints what is steep, and what could not be tried as it is made of what a function is given; exits 1 if any is steep.
Other runs may still be worse than those tried.
"""

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice, permutations
from pathlib import Path
from re import _constants as sre
from re import _parser
from time import thread_time
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

PACKAGE = Path(__file__).parents[2] / "convert"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.stem != "__main__")
METHODS = {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
FLAGS_AT = {"compile": 1, "regex": 1, "split": 3, "sub": 4, "subn": 4}  # else 2
FIRST = (16, 24, 250)  # characters; what is slow here would take ages on more
SHORT, LONG = 2000, 8000
SLOW = 0.002  # seconds: some ten times what a run of SHORT takes in linear time
MOST = 0.02  # seconds, for a text of the greatest length that there is
STEEP = 8  # between 4, as linear, and 16, as quadratic
# The most characters that the callers of a pattern, or of all in a module, let it see.
REACH = {
    "rules/gaps.py:_NUMBER": 20,
    "rules/neighbours.py:_SCHEME": 12,
    "rules/neighbours.py:_MAILBOX": 64,
    "rules/neighbours.py:_FUNCTION": 40,
    "rules/reflow/fields.py:_ADDRESS": 80,
    "rules/reflow/seam.py:_LAST": 60,
    "rules/stops.py:_WORD": 40,
    "structure/bylines.py:_WORK": 50,
    "structure/colophon.py": 160,
    "structure/labels.py:_CRY": 100,
    "structure/signs.py": 160,
    "structure/title_signs.py": 100,
}
COMMON = (
    "a",
    "1",
    " ",
    "\n",
    "\u3000",
    "(",
    "[",
    "“",
    '"',
    "'",
    "，",
    "。",
    "-",
    "—",
    "甲",
    "<",
    "{",
    "&",
    "\\",
    ":",
    "=",
    "|",
)
SAMPLES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_NOT_DIGIT: "a甲 ",
    sre.CATEGORY_SPACE: " \n\u3000",
    sre.CATEGORY_NOT_SPACE: "a甲，",
    sre.CATEGORY_WORD: "a甲1",
    sre.CATEGORY_NOT_WORD: " ，",
}
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


class Place(NamedTuple):
    """A pattern, where it stands, and the methods that are asked of it; none where these are not known.

    `unknown` is the name without which the pattern cannot be made.
    """

    line: int
    source: Any
    flags: int = 0
    methods: frozenset[str] = frozenset()
    reach: int = 0
    unknown: str = ""


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def asked() -> dict[str, set[str]]:
    """The methods that the package asks of each name, in whatever module."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, (ast.Name, ast.Attribute)):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                found.setdefault(name, set()).add(node.attr)
    return found


def places(path: Path) -> Iterator[Place]:
    """The patterns of a module, also those that only its functions could make."""
    room = path.relative_to(PACKAGE).as_posix()
    values = vars(importlib.import_module(".".join(("convert", *path.relative_to(PACKAGE).with_suffix("").parts))))
    names: dict[ast.AST, str] = {}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and isinstance(node.value, ast.Call):
            names[node.value] = node.target.id
        if not isinstance(node, ast.Call) or not (method := _called(node.func)):
            continue
        where = [*node.args, *(word.value for word in node.keywords if word.arg == "flags")]
        at = FLAGS_AT.get(method, 2)
        try:
            source = _value(where[0], values)
            flags = int(_value(where[at], values)) if len(where) > at else 0
        except NameError as error:
            yield Place(node.lineno, "", unknown=error.name or "")
            continue
        name = names.get(node, "")
        methods = frozenset({method} if method in METHODS else asked().get(name, ())) & METHODS
        yield Place(node.lineno, source, flags, methods, REACH.get(f"{room}:{name}", REACH.get(room, 0)))


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re":
        return function.attr if function.attr in METHODS | {"compile"} else ""
    return "regex" if isinstance(function, ast.Name) and function.id == "regex" else ""


def _value(node: ast.expr, values: dict[str, Any]) -> Any:
    return eval(compile(ast.Expression(node), "pattern", "eval"), values)


def example(parsed: Any, choice: int = 0) -> str:
    """A text that the parts of a pattern match, assertions aside; `choice` takes other characters and branches."""
    out = []
    for op, value in parsed:
        if op is sre.LITERAL:
            out.append(chr(value))
        elif op in (sre.NOT_LITERAL, sre.ANY):
            out.append("甲")
        elif op is sre.IN:
            out.append(samples(value)[choice % len(samples(value))])
        elif op in REPEATS:
            out.append(example(value[2], choice) * max(value[0], min(1, value[1])))
        elif op is sre.SUBPATTERN:
            out.append(example(value[3], choice))
        elif op is sre.ATOMIC_GROUP:
            out.append(example(value, choice))
        elif op is sre.BRANCH:
            out.append(example(value[1][choice % len(value[1])], choice))
    return "".join(out)


def samples(items: Any) -> str:
    """Characters of a class."""
    if items[0][0] is sre.NEGATE:
        outside = re.compile("|".join(re.escape(ch) for ch in samples(items[1:])))
        return "".join(ch for ch in "a1 甲，。-x(" if not outside.match(ch)) or "\u1234"
    found = ""
    for op, value in items:
        found += SAMPLES[value] if op is sre.CATEGORY else chr(value) if op is sre.LITERAL else chr(value[0])
    return found[:6]


def inner(parsed: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """The parts of a pattern with what matches before them: single ones, and what is repeated."""
    for op, value in parsed:
        below = [value[2]] if op in REPEATS else [value[3]] if op is sre.SUBPATTERN else []
        below = value[1] if op is sre.BRANCH else [value] if op is sre.ATOMIC_GROUP else below
        below = [value[1]] if op in (sre.ASSERT, sre.ASSERT_NOT) else below
        if op in REPEATS:
            yield before, value[2]
        elif not below:
            yield before, [(op, value)]
        for one in below:
            yield from inner(one, before)
        before += example([(op, value)])


def hostile(parsed: Any) -> list[tuple[str, str]]:
    """What a run begins with, and what it repeats."""
    parts = [(before, one) for before, part in inner(parsed) for one in {example(part, k) for k in range(3)} if one]
    single = [*dict.fromkeys(one for _, one in parts)]
    runs = [("", one) for one in (*COMMON, *islice(single, 60))]
    runs += [("", a + b) for a, b in permutations(single[:6], 2)]
    runs += [run for before, one in islice(parts, 60) for run in ((before, one), ("", before + one))]
    runs += [("", example(parsed, k)) for k in range(4)]
    return [*dict.fromkeys((before, one) for before, one in runs if one)]


def seconds(pattern: Any, methods: frozenset[str], text: Any) -> float:
    """The least of three times on the processor, as others may take it away."""
    times = []
    for _ in range(3):
        start = thread_time()
        for method in methods & {"match", "fullmatch"}:
            getattr(pattern, method)(text)
        if not methods or methods - {"match", "fullmatch"}:
            for _found in pattern.finditer(text):
                pass
        times.append(thread_time() - start)
        if times[-1] < SLOW:
            break
    return min(times)


def steep(place: Place) -> Iterator[str]:
    """The runs on which a pattern's time grows faster than they do."""
    pattern, raw = re.compile(place.source, place.flags), isinstance(place.source, bytes)
    for before, one in hostile(_parser.parse(place.source, place.flags)):
        for end in ("", "\x00"):
            sizes = (place.reach,) if place.reach else (*FIRST, SHORT, LONG)
            runs = (before + one * (size // len(one)) + end for size in sizes)
            times = (seconds(pattern, place.methods, run.encode("latin-1", "replace") if raw else run) for run in runs)
            if place.reach:
                bad = next(times) > MOST
            else:
                early = any(next(times) > SLOW for _ in FIRST)
                bad = early or ((took := next(times)) > SLOW and next(times) > STEEP * took)
            if bad:
                yield f"{before!r} and then {one!r}"
                return


def main() -> None:
    chosen = [path.resolve() for path in map(Path, sys.argv[1:])] or MODULES
    tried, bad = 0, 0
    for path in chosen:
        room = path.relative_to(PACKAGE)
        for place in places(path):
            if place.unknown:
                print(f"{room}:{place.line}: not tried, for {place.unknown} is known only within its function")
                continue
            tried += 1
            for said in steep(place):
                bad += 1
                print(f"{room}:{place.line}: steep on {said}")
    print(f"{tried} patterns tried, {bad} of them steep")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
