"""What the reflow's continuity is worth: its figures at sentences cut in two, and at paragraphs that lost their stop.

    python tests/benchmarks/continuity.py FOLDER

FOLDER holds clean texts, a paragraph a line. Prints for each range of the ratio its share of both
kinds and the log odds that follow: what `_MEANING` in convert/rules/reflow/continuity.py is rounded from.
"""

import random
import sys
from itertools import pairwise
from math import inf, log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from convert.lines import lines_of
from convert.rules.reflow.continuity import Continuity

EVERY = 500  # characters from one cut to the next
LIMITS = (-inf, -1.5, -0.5, 0.5, 2.5, inf)


def ratios(paragraphs: list[str], cut: bool, rng: random.Random) -> list[float]:
    """The ratios at places where a sentence was cut, or where a stop was taken from a paragraph's end."""
    lines: list[str] = []
    touched: list[int] = []
    since = 0
    for paragraph in paragraphs:
        since += len(paragraph)
        at = rng.randrange(8, len(paragraph) - 8) if len(paragraph) > 40 else 0
        if cut and since >= EVERY and at and paragraph[at - 1].isalpha() and paragraph[at].isalpha():
            touched.append(len(lines))
            lines += [paragraph[:at], paragraph[at:]]
            since = 0
        elif not cut and paragraph[-1] in "。！？" and rng.random() < 0.3:
            touched.append(len(lines))
            lines.append(paragraph[:-1])
        else:
            lines.append(paragraph)
    continuity = Continuity(lines_of("\n\n".join(lines)))
    return [continuity.ratio(i) for i in touched if i + 1 < len(lines)]


def main() -> None:
    rng = random.Random(1)
    found: dict[bool, list[float]] = {True: [], False: []}
    for file in sorted(Path(sys.argv[1]).rglob("*.txt")):
        paragraphs = [line.strip() for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
        for cut in found:
            found[cut] += ratios(paragraphs, cut, rng)
    for low, high in pairwise(LIMITS):
        cut, lost = ((sum(low <= r < high for r in found[kind]) + 1) / (len(found[kind]) + 5) for kind in (True, False))
        print(f"{low:5} to {high:4}: {cut:.3f} of the cuts, {lost:.3f} of the ends, log odds {log(cut / lost):+.1f}")


if __name__ == "__main__":
    main()
