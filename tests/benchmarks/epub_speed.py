"""EPUB beside pandoc: processor time and peak memory of whole processes, in turns, on the same structured text.

    python tests/benchmarks/epub_speed.py [--runs N]

Two texts: the sample issue, and a book of 1,000,000 characters in 140 articles. kanben reads the Issue JSON, pandoc
the Markdown of the same. Needs pypandoc_binary.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from convert.export import write
from convert.model import Article, Issue, Paragraph, issue_to_json
from convert.pipeline import prepare

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "seeds" / "jilin-2023-11-28.txt"
ARTICLES, CHARACTERS = 140, 1_000_000


def book(seed: int = 1) -> Issue:
    """An issue as large as a book: sentences of common characters, each article another."""
    rng = random.Random(seed)
    characters = [chr(code) for code in range(0x4E00, 0x9FA5) if chr(code).encode("gb2312", "ignore")]
    common = characters[:: len(characters) // 2400]

    def sentence() -> str:
        words = ["".join(rng.choices(common, k=rng.randint(5, 16))) for _ in range(rng.randint(2, 5))]
        return "，".join(words) + "。"

    articles = []
    for number in range(ARTICLES):
        left, paragraphs = CHARACTERS // ARTICLES, []
        while left > 0:
            text = "".join(sentence() for _ in range(rng.randint(2, 6)))[:left]
            paragraphs.append(Paragraph(text))
            left -= len(text)
        headline = f"第{number + 1}篇 " + "".join(rng.choices(common, k=10))
        articles.append(Article(headline=headline, kicker="引题", blocks=tuple(paragraphs)))
    return Issue(tuple(articles), title="大书")


def run(command: list[str]) -> tuple[float, float]:
    """Seconds of processor time, which other programs disturb least, and mebibytes at the peak of one process."""
    process = subprocess.Popen(command, cwd=ROOT)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    import pypandoc

    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, issue in (("sample", prepare(SAMPLE).issue), ("book", book())):
            (folder / f"{title}.json").write_text(json.dumps(issue_to_json(issue), ensure_ascii=False), "utf-8")
            write(issue, folder / f"{title}.md")
            source, draft = f"{folder}/{title}.json", f"{folder}/{title}.md"
            programs = {
                "kanben": [sys.executable, "-m", "convert", "build", source, "--to", "epub", "--quiet"],
                "pandoc": [pypandoc.get_pandoc_path(), draft, "--toc", "-s", "-o", f"{folder}/pandoc.epub"],
            }
            taken: dict[str, list[tuple[float, float]]] = {program: [] for program in programs}
            for _ in range(chosen.runs):  # in turns, so that the machine's noise falls on both
                for program, command in programs.items():
                    taken[program].append(run(command))
            seconds = {program: statistics.median(t for t, _ in runs) for program, runs in taken.items()}
            memory = {program: statistics.median(m for _, m in runs) for program, runs in taken.items()}
            for program in programs:
                print(f"{title:7} {program:7} {seconds[program]:6.2f} s {memory[program]:6.0f} MiB")
            times, share = seconds["kanben"] / seconds["pandoc"], memory["kanben"] / memory["pandoc"]
            print(f"{title:7} ratio   {times:6.2f}   {share:6.2f}")


if __name__ == "__main__":
    main()
