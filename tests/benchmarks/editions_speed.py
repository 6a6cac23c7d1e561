"""Three editions of the sample issue, whole process, beside pandoc's three.

    python tests/benchmarks/editions_speed.py [--rounds 5]

Prints the median of the wall-clock times and the largest memory of each, and their ratio. Needs
pypandoc_binary and typst (PyPI); pandoc is given the same text as Markdown, and typst sets its PDF
in three columns. Both run in turn on the same machine, so that its noise falls on both.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "seeds" / "jilin-2023-11-28.txt"
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"


def kanben(folder: Path) -> None:
    command = [sys.executable, "-m", "convert", "build", str(SAMPLE), "-o", str(folder), "--force", "--quiet"]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def pandoc(folder: Path) -> None:
    import pypandoc

    program, source = pypandoc.get_pandoc_path(), folder / "in.md"
    source.write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("out.docx", "out.epub", "out.typ"):
        command = [program, "-f", "markdown", "--metadata=title:吉林日报", "-s", str(source), "-o", str(folder / name)]
        subprocess.run(command, check=True)
    page = folder / "page.typ"
    rules = '#set page(paper: "a4", columns: 3)\n#set text(font: "Noto Serif SC", size: 9pt, lang: "zh")\n'
    page.write_text(rules + (folder / "out.typ").read_text(encoding="utf-8"), encoding="utf-8")
    arguments = [str(page), str(folder / "out.pdf"), str(ROOT / "fonts")]
    subprocess.run([sys.executable, "-c", TYPST, *arguments], check=True)


def measure(run) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        run(Path(folder))
        return time.perf_counter() - start


def main() -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    both = [(measure(kanben), measure(pandoc)) for _ in range(rounds)]
    ours, theirs = map(statistics.median, zip(*both, strict=True))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"kanben {ours:.2f} s   pandoc {theirs:.2f} s   ratio {ours / theirs:.2f}   largest process {peak:.0f} MiB")


if __name__ == "__main__":
    main()
