"""How fast the cleaner is, and how much memory it takes, beside pangu.py and ftfy where they are installed.

    python tests/benchmarks/clean_speed.py [--megabytes 10] [--hard]

Every figure is of a whole process: start, reading, cleaning with its log, writing. `--hard` adds
files of one endless line, which must cost no more than ordinary text of their size.
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
OTHERS = {
    "pangu": "import sys, pangu; t = open(sys.argv[1], encoding='utf-8').read();"
    "open(sys.argv[2], 'w', encoding='utf-8').write(pangu.spacing_text(t))",
    "ftfy": "import sys, ftfy; t = open(sys.argv[1], encoding='utf-8').read();"
    "open(sys.argv[2], 'w', encoding='utf-8').write(ftfy.fix_text(t))",
}


def paragraphs() -> list[str]:
    """The paragraphs of the project's own texts."""
    files = [*sorted(ROOT.glob("seeds/*.txt")), *sorted(ROOT.glob("tests/cases/clean/*/in.gold.txt"))]
    return [line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line]


def hard_wrapped(size: int) -> str:
    """About `size` bytes of them in random order, indented and wrapped."""
    choices, rng = paragraphs(), random.Random(1)
    lines: list[str] = []
    made = 0
    while made < size:
        text = "\u3000\u3000" + rng.choice(choices)
        for line in re.findall(f".{{1,{WIDTH}}}[，。、；：？！）》”’」』】]{{0,2}}", text):
            lines.append(line)
            made += len(line.encode()) + 1
    return "\n".join(lines) + "\n"


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
        "Latin words": "word " * (size // 5),
    }


def run(command: list[str]) -> tuple[float, float | None]:
    """Seconds and peak MiB of a process; the latter None where the system does not tell."""
    code = (
        "import subprocess, sys, time\n"
        "start = time.perf_counter(); subprocess.run(sys.argv[1:], check=True, capture_output=True)\n"
        "seconds = time.perf_counter() - start\n"
        "try:\n"
        "    import resource; peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "    peak /= 2**20 if sys.platform == 'darwin' else 2**10\n"
        "except ImportError: peak = ''\n"
        "print(seconds, peak)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True, cwd=ROOT)
    seconds, *peak = done.stdout.split()
    return float(seconds), float(peak[0]) if peak else None


def report(name: str, text: str, command: list[str], file: Path) -> float:
    """Print one line of figures; returns MB/s."""
    file.write_text(text, encoding="utf-8", newline="\n")
    megabytes = file.stat().st_size / 1e6
    seconds, peak = min(run(command) for _ in range(3))
    memory = f"{peak:7.0f} MiB = {peak * 2**20 / megabytes / 1e6:4.1f} times the input" if peak else ""
    print(f"{name:24} {megabytes:6.1f} MB {seconds:7.2f} s {megabytes / seconds:6.2f} MB/s {memory}", flush=True)
    return megabytes / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--hard", action="store_true")
    args = parser.parse_args()
    size = int(args.megabytes * 1e6)
    with tempfile.TemporaryDirectory() as folder:
        source, out, log = (Path(folder) / name for name in ("in.txt", "out.txt", "log.json"))
        kanben = [sys.executable, "-m", "convert", "clean", str(source), "-o", str(out), "--report", str(log)]
        text = hard_wrapped(size)
        ours = report("kanben", text, kanben, source)
        for name, code in OTHERS.items():
            command = [sys.executable, "-c", code, str(source), str(out)]
            if subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode:
                print(f"{name:24} not installed")
            else:
                theirs = report(name, text, command, source)
                print(f"{'':24} kanben is {ours / theirs:.1f} times as fast")
        for name, line in endless(size).items() if args.hard else ():
            report(name, line, kanben, source)


if __name__ == "__main__":
    started = time.perf_counter()
    main()
    print(f"{time.perf_counter() - started:.0f} s in all")
