"""Word and EPUB editions beside pandoc's: whole processes, in turns, from the same structured Markdown.

    python tests/benchmarks/office_speed.py [--runs 7] [--from md|json]

Two texts: the sample issue, and a book of 1,000,000 characters in 140 articles. Both programs read the draft that
`kanben draft` writes; with `--from json` kanben reads the Issue instead. Prints the medians of the processor time,
which other programs disturb least, the peak memory, and the ratios. Needs pypandoc_binary.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from convert.export import write
from convert.model import Article, Crosshead, Issue, Paragraph, issue_to_json
from convert.pipeline import prepare

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "seeds" / "jilin-2023-11-28.txt"
ARTICLES, CHARACTERS = 140, 1_000_000


def book(seed: int = 1) -> Issue:
    """An issue as large as a book: sentences of common characters, always the same ones, each article another."""
    rng = random.Random(seed)
    characters = [chr(code) for code in range(0x4E00, 0x9FA5) if chr(code).encode("gb2312", "ignore")]
    common = characters[:: len(characters) // 2400]

    def words(count: int) -> str:
        return "".join(rng.choices(common, k=count))

    def sentence() -> str:
        return "，".join(words(rng.randint(5, 16)) for _ in range(rng.randint(2, 5))) + "。"

    def blocks() -> Iterator[Paragraph | Crosshead]:
        left = CHARACTERS // ARTICLES
        while left > 0:
            if left < CHARACTERS // ARTICLES and rng.random() < 0.1:
                yield Crosshead(words(8))
            text = "".join(sentence() for _ in range(rng.randint(2, 6)))[:left]
            yield Paragraph(text)
            left -= len(text)

    articles = (
        Article(headline=f"第{number}篇 {words(10)}", kicker="引题", blocks=tuple(blocks()))
        for number in range(1, ARTICLES + 1)
    )
    return Issue(tuple(articles), title="大书")


def run(command: list[str]) -> tuple[float, float]:
    """Seconds of processor time and mebibytes at the peak of one process."""
    process = subprocess.Popen(command, cwd=ROOT)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(title: str, source: Path, draft: Path, name: str, runs: int) -> None:
    import pypandoc

    out = source.with_suffix(f".{name}")
    programs = {
        "kanben": [sys.executable, "-m", "convert", "build", str(source), "--to", name, "--quiet"],
        "pandoc": [pypandoc.get_pandoc_path(), str(draft), "--toc", "-s", "-o", str(draft.with_name(f"pandoc.{name}"))],
    }
    taken: dict[str, list[tuple[float, float]]] = {program: [] for program in programs}
    for _ in range(runs):  # in turns, so that the machine's noise falls on both
        for program, command in programs.items():
            taken[program].append(run(command))
    seconds = {program: statistics.median(time for time, _ in found) for program, found in taken.items()}
    memory = {program: statistics.median(peak for _, peak in found) for program, found in taken.items()}
    for program in programs:
        size = (out if program == "kanben" else draft.with_name(f"pandoc.{name}")).stat().st_size // 1024
        print(f"{title:6} {name} {program} {seconds[program]:6.2f} s {memory[program]:6.0f} MiB {size:6} KiB")
    times, share = seconds["kanben"] / seconds["pandoc"], memory["kanben"] / memory["pandoc"]
    print(f"{title:6} {name} ratio  {times:6.2f}   {share:6.2f}")


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--from", dest="source", choices=("md", "json"), default="md")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, issue in (("sample", prepare(SAMPLE).issue), ("book", book())):
            (folder / f"{title}.json").write_text(json.dumps(issue_to_json(issue), ensure_ascii=False), "utf-8")
            write(issue, folder / f"{title}.md")
            for format in ("docx", "epub"):
                compare(title, folder / f"{title}.{chosen.source}", folder / f"{title}.md", format, chosen.runs)


if __name__ == "__main__":
    main()
