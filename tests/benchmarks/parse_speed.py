"""How fast parse() finds the articles of a long text, and whether its time grows in line with it.

    python tests/benchmarks/parse_speed.py [FILE ...]

Without files the golden issues are put together, one after another, until there are 10 MB: short articles in close
order, the dearest text there is. One article of 10 MB follows. Prints CPU time by size, parse() alone, then the whole
of `kanben outline --json`, and the ratio to ftfy's on the same text in the same run.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

import ftfy

from convert.rules import clean
from convert.structure import parse
from convert.text import Text

CASES = Path(__file__).parents[1] / "cases" / "parse"
SIZE = 10_000_000  # bytes
SHARES = (10, 3, 1)  # of the text


def repeated(text: str) -> str:
    """A text over and over, to 10 MB."""
    return "\n".join([text] * (SIZE // len(text.encode()) + 1))


def seconds(work: Callable[[], object]) -> float:
    """CPU time of the better of two runs."""
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def whole_process(text: str) -> float:
    """CPU time of `kanben outline --json`."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "issue.txt"
        source.write_text(text, encoding="utf-8")
        begun = getrusage(RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "convert", "outline", "--json", str(source)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        ended = getrusage(RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime


def main() -> None:
    """Print a line for each text and size."""
    texts = {Path(path).name: repeated(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:]}
    if not texts:
        issues = (path.read_text(encoding="utf-8") for path in sorted(CASES.glob("*/in.blocks.txt")))
        texts["golden issues"] = repeated("\n".join(issues))
        paragraph = "春耕时节，河口县的田野上到处是忙碌的身影，农技员走进田间，把新的种法讲给乡亲们听。" * 4
        texts["one long article"] = f"河口县春耕忙\n本报讯（记者张三）{repeated(paragraph)}\n"
    for name, text in texts.items():
        print(name)
        for share in SHARES:
            part = text[: len(text) // share]
            size = len(part.encode()) / 1e6
            cleaned = clean(Text.of(part))
            took = seconds(partial(parse, cleaned.text, furniture=cleaned.furniture))
            print(f"  parse() {size:5.1f} MB  {took:5.2f} s  {size / took:5.2f} MB/s")
        size, took, peer = len(text.encode()) / 1e6, whole_process(text), seconds(partial(ftfy.fix_text, text))
        speed = f"{took:5.2f} s  {size / took:5.2f} MB/s, {took / peer:.2f} of ftfy's {peer:.2f} s"
        print(f"  outline {size:5.1f} MB  {speed}")


if __name__ == "__main__":
    main()
