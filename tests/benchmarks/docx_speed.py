"""A Word edition of a book of 1,000,000 characters and of the sample issue, whole process, beside pandoc's.

    python tests/benchmarks/docx_speed.py [--rounds 5]

kanben reads the Issue from its JSON form, pandoc the same articles as Markdown. Both run in turn, so that the
machine's noise falls on both. Prints medians of wall-clock time, peak memory, and ratios. Needs pypandoc_binary.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from convert.model import Article, Crosshead, Issue, Paragraph, issue_from_json, issue_to_json

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "cases" / "parse" / "jilin-2023-11-28" / "in.gold.json"
OURS = """
import json, sys
from convert.export import write
from convert.model import issue_from_json
write(issue_from_json(json.load(open(sys.argv[1], encoding="utf-8"))), sys.argv[2])
"""


def sample() -> Issue:
    return issue_from_json(json.loads(SAMPLE.read_text(encoding="utf-8")) | {"version": 1})


def book(characters: int = 1_000_000, articles: int = 140) -> Issue:
    """Articles whose paragraphs are the sample's sentences in another order, always the same one."""
    rng = random.Random(140)
    text = "".join(block.text for article in sample().articles for block in article.blocks)
    sentences = [sentence + "。" for sentence in text.split("。") if 5 < len(sentence) < 120]

    def blocks(length: int) -> Iterator[Paragraph | Crosshead]:
        at = 0
        while at < length:
            if at and rng.random() < 0.1:
                yield Crosshead(rng.choice(sentences)[:12])
            yield Paragraph("".join(rng.choices(sentences, k=rng.randint(2, 6))))
            at += 200

    def article(number: int) -> Article:
        found = tuple(blocks(characters // articles))
        return Article(headline=f"第{number}篇 {rng.choice(sentences)[:14]}", blocks=found)

    return Issue(tuple(article(n) for n in range(1, articles + 1)), title="百万字书")


def markdown(issue: Issue) -> str:
    lines = [f"% {issue.title or '样刊'}"]
    for article in issue.articles:
        lines.append(f"# {article.headline or '图片新闻'}")
        lines += [("## " if isinstance(block, Crosshead) else "") + block.text for block in article.blocks]
    return "\n\n".join(lines) + "\n"


def commands(issue: Issue, folder: Path) -> dict[str, list[str]]:
    import pypandoc

    source, draft = folder / "in.json", folder / "in.md"
    source.write_text(json.dumps(issue_to_json(issue), ensure_ascii=False), encoding="utf-8")
    draft.write_text(markdown(issue), encoding="utf-8")
    return {
        "kanben": [sys.executable, "-c", OURS, str(source), str(folder / "ours.docx")],
        "pandoc": [pypandoc.get_pandoc_path(), "--toc", "-o", str(folder / "theirs.docx"), str(draft)],
    }


def run(command: list[str]) -> tuple[float, float]:
    """Seconds and the peak memory in MiB of one process."""
    start = time.perf_counter()
    watched = subprocess.Popen(command, cwd=ROOT)
    usage = wait(watched)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def wait(process: "subprocess.Popen[bytes]") -> resource.struct_rusage:
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{process.args} failed")
    return usage


def compare(name: str, make: Callable[[], Issue], rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        both = commands(make(), Path(folder))
        taken: dict[str, list[tuple[float, float]]] = {who: [] for who in both}
        for _ in range(rounds):
            for who, command in both.items():
                taken[who].append(run(command))
        time_of = {who: statistics.median(t for t, _ in runs) for who, runs in taken.items()}
        memory = {who: max(m for _, m in runs) for who, runs in taken.items()}
        sizes = [(Path(folder) / file).stat().st_size // 1024 for file in ("ours.docx", "theirs.docx")]
    print(
        f"{name}: kanben {time_of['kanben']:.2f} s {memory['kanben']:.0f} MiB {sizes[0]} KiB   "
        f"pandoc {time_of['pandoc']:.2f} s {memory['pandoc']:.0f} MiB {sizes[1]} KiB   "
        f"ratio {time_of['kanben'] / time_of['pandoc']:.2f}"
    )


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    compare("book", book, rounds)
    compare("sample", sample, rounds)


if __name__ == "__main__":
    main()
