"""Make convert/rules/reflow/language.py: what stands side by side in Chinese, and at the ends of clauses.

    python tests/benchmarks/language_table.py WORDS TEXT...

WORDS is a list of words with how often each was counted, `word number` a line (jieba's dict.txt, MIT, was used):
it knows the pairs within words. TEXT are files or folders of running text, which know those between words.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from convert import chars
from convert.patterns import regex
from convert.rules.variants import HANT_AS_HANS, HANT_ONLY

MADE = Path(__file__).parents[2] / "convert/rules/reflow/language.py"
HAN = regex(f"[{chars.HAN_CLASS}]+")
LAST = regex(f"[{chars.HAN_CLASS}](?=[，。；！？])")  # of a clause
FIRST = regex(f"(?:^|(?<=[\n。！？”」]))[“「]?[{chars.HAN_CLASS}]")  # of a sentence
SIMPLIFIED = str.maketrans(HANT_ONLY, HANT_AS_HANS)
KEPT = 8000  # pairs, the most frequent: more of them add little
LEAST, STRONG = 1.5, 3.0  # in logarithms, how much likelier than by chance
SELDOM = 5  # counts below which a word is left out
SMOOTHING = 40  # characters that the word list counts for, behind one of the texts
WITHIN = 0.8  # of neighbours, the share that the word list speaks for
UNSEEN = 3  # places that every character is granted, and the share of chance that goes with them


class Counted:
    """How often characters, and pairs of them, were counted."""

    def __init__(self, stretches: Iterable[tuple[str, int]]) -> None:
        self.single: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        for stretch, count in stretches:
            for ch in stretch:
                self.single[ch] += count
            for a, b in pairwise(stretch):
                self.pairs[a + b] += count
        self.total = self.single.total()

    def share(self, ch: str) -> float:
        return (self.single[ch] + 0.5) / self.total


def words(path: Path) -> Iterator[tuple[str, int]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        word, _, rest = line.partition(" ")
        if HAN.fullmatch(word) and int(rest.split()[0]) >= SELDOM:
            yield word.translate(SIMPLIFIED), int(rest.split()[0])


def texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            yield file.read_text(encoding="utf-8").translate(SIMPLIFIED)


def likely_pairs(listed: Counted, running: Counted) -> dict[str, float]:
    """The most frequent pairs, with how much likelier than by chance, in logarithms, the second follows the first."""
    found: dict[str, tuple[float, float]] = {}
    for pair in {**listed.pairs, **running.pairs}:
        a, b = pair
        chance = (running.share(b) + listed.share(b)) / 2
        within = listed.pairs[pair] / (listed.single[a] + 50)
        prior = WITHIN * within + (1 - WITHIN) * chance
        after = (running.pairs[pair] + SMOOTHING * prior) / (running.single[a] + SMOOTHING)
        ratio = log(after / chance)
        if ratio >= LEAST:
            found[pair] = ((running.share(a) + listed.share(a)) / 2 * after, ratio)
    frequent = sorted(found, key=lambda pair: found[pair], reverse=True)[:KEPT]
    return {pair: found[pair][1] for pair in frequent}


def avoided(places: Counter[str], running: Counted) -> dict[str, float]:
    """How much seldomer than by chance, in logarithms, each character stands at some places."""
    out = {}
    for ch in sorted(running.single):
        chance = running.share(ch) * places.total()
        out[ch] = log((chance + UNSEEN) / (places[ch] + UNSEEN))
    return out


def pairs_block(name: str, pairs: Iterable[str]) -> str:
    """A table, as the characters that follow each first one: 会议员 for 会议 and 会员."""
    after: dict[str, str] = {}
    for a, b in sorted(pairs):
        after[a] = after.get(a, a) + b
    lines, line = [], ""
    for group in after.values():
        if line and len(line) + len(group) > 56:
            lines.append(line)
            line = ""
        line += group + " "
    return block(name, [*lines, line.rstrip()])


def chars_block(name: str, found: Iterable[str]) -> str:
    value = "".join(found)
    return block(name, [value[i : i + 56] for i in range(0, len(value), 56)])


def block(name: str, lines: list[str]) -> str:
    return f"{name}: Final = (\n" + "\n".join(f'    "{line}"' for line in lines) + "\n)"


def main() -> None:
    running = list(texts(map(Path, sys.argv[2:])))
    listed = Counted(words(Path(sys.argv[1])))
    counted = Counted((stretch, 1) for text in running for stretch in HAN.findall(text))
    pairs = likely_pairs(listed, counted)
    last = avoided(Counter(ch for text in running for ch in LAST.findall(text)), counted)
    first = avoided(Counter(found[-1] for text in running for found in FIRST.findall(text)), counted)
    parts = [
        '"""What stands side by side in Chinese, and at the ends of clauses, in Simplified form.\n',
        'Made by tests/benchmarks/language_table.py; do not edit.\n"""\n',
        "from typing import Final\n",
        f"# Pairs over {STRONG}, in logarithms, likelier than by chance: a character and those that follow it.",
        pairs_block("STRONG", (pair for pair, ratio in pairs.items() if ratio >= STRONG)),
        f"# Over {LEAST}.",
        pairs_block("WEAK", (pair for pair, ratio in pairs.items() if ratio < STRONG)),
        "# Characters that hardly ever end a clause (2.0 or more seldomer than by chance), and that seldom do (1.0).",
        chars_block("NEVER_LAST", (ch for ch, ratio in last.items() if ratio >= 2)),
        chars_block("SELDOM_LAST", (ch for ch, ratio in last.items() if 1 <= ratio < 2)),
        "# That seldom begin a sentence (1.0), and that often do.",
        chars_block("SELDOM_FIRST", (ch for ch, ratio in first.items() if ratio >= 1)),
        chars_block("OFTEN_FIRST", (ch for ch, ratio in first.items() if ratio <= -1)),
    ]
    MADE.write_text("\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
