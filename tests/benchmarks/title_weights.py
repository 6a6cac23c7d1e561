"""Fit the weights by which the first of several title lines is taken for a kicker or for the headline.

    python tests/benchmarks/title_weights.py [FILE|FOLDER ...]

Logistic regression over what `convert.structure.titles.evidence_of` finds in labelled groups of title lines: those
of tests/cases/titles.txt (k:…|h:…|d:…, and b: for the beginning of the text) and of the golden issues, and any given
(files of groups, or folders with *.gold.json). Prints how many groups are read right by weights fitted without them
(ten folds; groups of one issue stay together), the groups that are not, and the weights to put into titles.py.
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from convert.structure.titles import GIVEN, LEAD, by_marks, evidence_of

CASES = Path(__file__).parents[1] / "cases"
FOLDS, ROUNDS, RATE, SHRINK = 10, 400, 0.3, 1.0
LEAST = 0.15  # weights nearer to 0 are left out


class Group(NamedTuple):
    """The title lines of an article, from where they are, and whether the first is a kicker."""

    source: str
    titles: list[str]
    kicker: bool
    lead: str = ""  # the beginning of the text below, where it is known

    @property
    def marked(self) -> bool:
        """Whether a mark or the lines' shape decides it, so that nothing is weighed."""
        return by_marks(self.titles) is not None


def groups_in(path: Path) -> Iterator[Group]:
    """The labelled groups of a file, a line each (k:…|h:…|d:…), or of the golden issues below a folder."""
    if path.is_dir():
        for gold in sorted(path.rglob("*.gold.json")):
            for article in json.loads(gold.read_text(encoding="utf-8"))["articles"]:
                kicker, label = article.get("kicker"), article.get("label") or ""
                headline = (article.get("headline") or "") + (label if label.startswith("（") else "")
                titles = [*filter(None, [kicker]), headline, *article.get("deck", [])]
                if headline and len(titles) > 1:
                    body = [block["text"] for block in article["blocks"] if block["kind"] == "paragraph"]
                    yield Group(gold.parent.name + gold.name, titles, kicker is not None, "".join(body)[:LEAD])
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        parts = [part.split(":", 1) for part in line.split("|")]
        titles = [text for role, text in parts if role in "khd"]
        if len(titles) > 1:
            lead = "".join(text for role, text in parts if role == "b")
            yield Group(f"{path.name}:{number}", titles, parts[0][0] == "k", lead)


def fit(groups: Sequence[Group]) -> dict[str, float]:
    """Weights by gradient descent, each step scaled by the steps before it, shrunk towards 0; some are given."""
    rows = [(evidence_of(group.titles, group.lead), group.kicker) for group in groups]
    weights = dict.fromkeys(sorted({name for row, _ in rows for name in row}), 0.0) | GIVEN
    walked = dict.fromkeys(weights.keys() - GIVEN.keys(), 1e-8)
    for _ in range(ROUNDS):
        slope = {name: SHRINK * weight for name, weight in weights.items()}
        for row, kicker in rows:
            off = 1 / (1 + math.exp(-weigh(weights, row))) - kicker
            for name, much in row.items():
                slope[name] += off * much
        for name in walked:
            walked[name] += slope[name] ** 2
            weights[name] -= RATE * slope[name] / math.sqrt(walked[name])
    return weights


def weigh(weights: dict[str, float], row: dict[str, float]) -> float:
    """The log-odds of a kicker."""
    return sum(weights.get(name, 0.0) * much for name, much in row.items())


def labelled(paths: Sequence[Path] = ()) -> list[Group]:
    """The groups to fit by: those of the project, and those of any paths given."""
    return [
        group
        for path in (CASES / "titles.txt", CASES / "parse", *paths)
        for group in groups_in(path)
        if not group.marked
    ]


def table(weights: dict[str, float]) -> dict[str, float]:
    """The weights as they stand in titles.py: rounded, without those near 0."""
    kept = sorted((item for item in weights.items() if abs(item[1]) >= LEAST), key=lambda item: (item[1], item[0]))
    return {name: round(weight, 1) for name, weight in kept}


def main() -> None:
    """Print what cross-validation says, and the weights fitted on everything."""
    groups = labelled([Path(path) for path in sys.argv[1:]])
    sources = sorted({group.source for group in groups})
    fold = {source: at % FOLDS for at, source in enumerate(sources)}
    wrong = []
    for k in range(FOLDS):
        weights = fit([group for group in groups if fold[group.source] != k])
        held = [
            (weigh(weights, evidence_of(group.titles, group.lead)), group)
            for group in groups
            if fold[group.source] == k
        ]
        wrong += [(score, group) for score, group in held if (score > 0) != group.kicker]
    print(f"{len(groups)} groups, {1 - len(wrong) / len(groups):.3f} right by weights fitted without them")
    for score, group in sorted(wrong, key=lambda pair: abs(pair[0])):
        gold = "kicker" if group.kicker else "headline"
        print(f"  {score:+.1f} {gold}: {' | '.join(group.titles)}  ({group.source})")
    print("\nfitted on all:")
    for name, weight in table(fit(groups)).items():
        print(f'    "{name}": {weight:.1f},')


if __name__ == "__main__":
    main()
