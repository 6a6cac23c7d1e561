"""How fast the cleaner is, and how much memory it takes, beside pangu.py and ftfy where they are installed.

    python tests/benchmarks/clean_speed.py [--megabytes 10] [--times 10] [--hard]

Every figure is of a whole process: start, reading, cleaning with its log, writing. `--times` adds a text so many
times as long, whose time and memory must grow no more than it does; `--hard` adds files of one endless line,
which must cost no more than ordinary text of their size.
"""

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
WIDTH = 24  # ideographs a line
CARELESS = 0.01  # share of paragraphs with half-width quotes and brackets
HALF_WIDTH = str.maketrans("“”（）", '""()')
OTHERS = {
    "pangu": "import sys, pangu; t = open(sys.argv[1], encoding='utf-8').read();"
    "space = getattr(pangu, 'space_text', None) or pangu.spacing_text;"
    "open(sys.argv[2], 'w', encoding='utf-8').write(space(t))",
    "ftfy": "import sys, ftfy; t = open(sys.argv[1], encoding='utf-8').read();"
    "open(sys.argv[2], 'w', encoding='utf-8').write(ftfy.fix_text(t))",
}


def paragraphs() -> list[str]:
    """The paragraphs of the project's own texts."""
    files = sorted(ROOT.glob("tests/cases/clean/*/in.gold.txt"))
    return [line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line]


def wrapped(paragraph: str) -> list[str]:
    """A paragraph's lines, indented, numbers and Latin words whole, no mark at a line's start."""
    lines, line, cells = [], "", 0
    for piece in re.findall(r"[!-~]+ ?|.[，。、；：？！）》”’」』】]*", "\u3000\u3000" + paragraph):
        size = sum(1 if ch < "\x7f" else 2 for ch in piece)
        if cells + size > 2 * WIDTH + 2:
            lines.append(line)
            line, cells = "", 0
        line, cells = line + piece, cells + size
    return [*lines, line]


def hard_wrapped(size: int) -> str:
    """About `size` bytes of them in random order, indented and wrapped, a few of them typed without care."""
    choices, rng = ["\n".join(wrapped(paragraph)) for paragraph in paragraphs()], random.Random(1)
    made: list[str] = []
    while size > 0:
        chosen = rng.choice(choices)
        made.append(chosen if rng.random() > CARELESS else chosen.translate(HALF_WIDTH))
        size -= len(made[-1].encode()) + 1
    return "\n".join(made) + "\n"


def endless(size: int) -> dict[str, str]:
    """Files of one line that a careless pattern would choke on."""
    count = size // 3
    return {
        "one character": "字" * count,
        "brackets": "（" * count,
        "quotes": "“" * count,
        "half quotes": '"' * size,
        "spaces": "字" + " " * size + "字",
        "wide spaces": "字" + "\u3000" * count + "字",
        "digits": "1" * size,
        "commas": "，" * count,
        "dots": "." * size,
        "dashes": "—" * count,
        "hyphens": "-" * size,
        "Latin letters": "a" * size,
        "Latin words": "word " * (size // 5),
        "half brackets": "(" * size,
        "titles": "《甲》" * (count // 3),
        "sentences": "会议听取了报告，通过了决定。" * (count // 14),
    }


def run(command: list[str]) -> tuple[float, float, float | None]:
    """Seconds of processor and of waiting, and peak MiB, of a process; the wait twice and None where nothing tells."""
    code = (
        "import subprocess, sys, time\n"
        "start = time.perf_counter(); subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "wait = busy = time.perf_counter() - start; peak = ''\n"
        "try:\n"
        "    import resource; used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "    busy = used.ru_utime + used.ru_stime\n"
        "    peak = used.ru_maxrss / 2 ** (20 if sys.platform == 'darwin' else 10)\n"
        "except ImportError: pass\n"
        "print(busy, wait, peak)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True, cwd=ROOT)
    busy, wait, *peak = done.stdout.split()
    return float(busy), float(wait), float(peak[0]) if peak else None


def report(name: str, text: str, command: list[str], file: Path, runs: int = 3) -> tuple[float, float, float]:
    """Print one line of figures, the best of some runs; returns MB a second by processor and by clock, and peak MiB."""
    file.write_text(text, encoding="utf-8", newline="\n")
    megabytes = file.stat().st_size / 1e6
    busy, wait, peak = min((run(command) for _ in range(runs)), key=lambda figures: figures[0])
    memory = f"{peak:6.0f} MiB = {peak * 2**20 / megabytes / 1e6:4.1f} times the input" if peak else ""
    print(f"{name:16} {megabytes:6.1f} MB {wait:6.2f} s, busy {busy:6.2f} s = {megabytes / busy:5.2f} MB/s {memory}")
    return megabytes / busy, megabytes / wait, peak or 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--hard", action="store_true")
    args = parser.parse_args()
    size = int(args.megabytes * 1e6)
    with tempfile.TemporaryDirectory() as folder:
        source, out, log = (Path(folder) / name for name in ("in.txt", "out.txt", "log.json"))
        kanben = [sys.executable, "-m", "convert", "clean", str(source), "-o", str(out), "--report", str(log)]
        text = hard_wrapped(size)
        ours, seen, peak = report("kanben", text, kanben, source)
        for name, code in OTHERS.items():
            command = [sys.executable, "-c", code, str(source), str(out)]
            if subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode:
                print(f"{name:24} not installed")
            else:
                theirs, waited, _ = report(name, text, command, source)
                print(f"{'':24} kanben is {ours / theirs:.1f} times as fast, by the clock {seen / waited:.1f} times")
        if args.times > 1:
            speed, _, most = report("kanben", hard_wrapped(size * args.times), kanben, source, 1)
            grown = f"{most / peak:.1f} times the memory" if peak else ""
            print(f"{'':24} {args.times} times the text: {args.times * ours / speed:.1f} times the time, {grown}")
        for name, line in endless(size).items() if args.hard else ():
            speed, *_ = report(name, line, kanben, source, 1)
            print(f"{'':24} {ours / speed:.1f} times the time of ordinary text")


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"{time.perf_counter() - started:.0f} s in all")
