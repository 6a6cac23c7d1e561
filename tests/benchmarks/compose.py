"""Measure composition on a folder of clean texts, one paragraph a line.

    python tests/benchmarks/compose.py --corpus DIR           faults of lines, and text lost on the way to the PDF
    python tests/benchmarks/compose.py --corpus DIR --speed   1,000,000 characters beside typst: time, memory, size

Lines are set in three measures, horizontal and vertical, in the bundled Song, and judged from where their glyphs
stand, not from what the composer says of them. Needs pdfinfo (poppler); --speed needs the PyPI package typst.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from convert.chars import is_han
from convert.compose import Line, Setting, break_lines, prepare
from convert.compose.case import Case
from convert.compose.paragraph import Prepared
from convert.export.pdf.shaper import PdfShaper
from convert.fonts import folder
from convert.style import region_of

MEASURES = (17, 28, 40)  # em: a newspaper's column, a book's page, a wide page
NO_START = frozenset("，。、；：？！）》〉”’」』】〕·")
NO_END = frozenset("（《〈“‘「『【〔")
FLUSH, WIDE = 20.0, 250.0  # 1/1000 em


def language_of(text: str) -> str:
    """The script a text is in, by which standard set holds more of it."""
    sample = [ch for ch in text[:20000] if is_han(ch)]
    share = {name: sum(_encodes(ch, name) for ch in sample) for name in ("gb2312", "big5")}
    return "zh-Hant-TW" if share["big5"] > share["gb2312"] else "zh-Hans"


def _encodes(ch: str, name: str) -> bool:
    try:
        ch.encode(name)
    except UnicodeEncodeError:
        return False
    return True


def places(line: Line, prepared: Prepared) -> list[float]:
    """Where each cluster of a line begins, walked from its runs."""
    out: list[float] = []
    clusters = iter(prepared.clusters[line.start : line.end])
    for run in line.runs:
        x = run.x
        for piece in run.pieces:
            if not isinstance(piece, str):
                x += piece
                continue
            done = 0
            while done < len(piece):
                cluster = next(clusters)
                out.append(x)
                x += cluster.advance + run.spacing
                done += len(cluster.code)
    return out


def judge(lines: list[Line], prepared: Prepared, measure: float, faults: Counter[str]) -> None:
    """Count the lines of a paragraph and their faults."""
    clusters = prepared.clusters
    for n, line in enumerate(lines):
        faults["lines"] += 1
        held = clusters[line.start : line.end]
        xs = places(line, prepared)
        while held and not held[-1].text.strip():
            held, xs = held[:-1], xs[:-1]
        if not held:
            continue
        right = xs[-1] + held[-1].advance
        trimmed = right - (held[-1].back if held[-1].kind in "CPSI" and prepared.setting.adjust else 0)
        if trimmed > measure + FLUSH and not all(c.kind in "LNRUhwWXY" for c in held):
            faults["over-full lines"] += 1
        if n:
            faults["prohibited starts"] += held[0].text[0] in NO_START
        if n == len(lines) - 1:
            continue
        faults["prohibited ends"] += held[-1].text[-1] in NO_END
        faults["full lines"] += 1
        faults["not flush"] += abs(trimmed - measure) > FLUSH
        gaps = [
            xs[i + 1] - xs[i] - held[i].advance
            for i in range(len(held) - 1)
            if is_han(held[i].text[0]) and is_han(held[i + 1].text[0])
        ]
        faults["gaps over a quarter em"] += bool(gaps) and max(gaps) > WIDE + 1


def lines_of(texts: list[str]) -> None:
    """Print the faults of all lines in each measure and direction."""
    for vertical in (False, True):
        for ems in MEASURES:
            faults: Counter[str] = Counter()
            for text in texts:
                region = region_of(language_of(text))
                setting = Setting(region.glyphs, adjust=region.glyphs == "sc", vertical=vertical)
                case = Case(PdfShaper(region.glyphs, region.language), "song", setting)
                for paragraph in filter(None, text.split("\n")):
                    prepared = prepare(paragraph, case, setting)
                    judge(break_lines(prepared, ems * 1000, 2000), prepared, ems * 1000, faults)
            wide = 100 * faults["gaps over a quarter em"] / max(1, faults["full lines"])
            print(
                f"{'vertical  ' if vertical else 'horizontal'} {ems} em: {faults['lines']} lines, "
                f"{faults['prohibited starts']} prohibited starts, {faults['prohibited ends']} ends, "
                f"{faults['over-full lines']} over-full, {faults['not flush']} not flush, "
                f"{wide:.2f} % with gaps over a quarter em"
            )


def copied(texts: list[str]) -> None:
    """Print how many characters differ between the texts and what the tagged PDF holds."""
    tool = shutil.which("pdfinfo") or sys.exit("pdfinfo (poppler) is needed")
    for language in ("zh-Hans", "zh-Hant-TW"):
        mine = [text for text in texts if language_of(text) == language]
        for vertical in (False, True) if mine else ():
            with tempfile.TemporaryDirectory() as place:
                path = Path(place) / "texts.pdf"
                write_pdf("\n".join(mine), path, vertical, language)
                done = subprocess.run([tool, "-struct-text", str(path)], capture_output=True, check=True)
            got = "".join(re.findall(r'^ +"(.*)"$', done.stdout.decode(), re.M))
            wanted, got = re.sub(r"\s", "", "".join(mine)), re.sub(r"\s", "", got)
            wrong = sum(((Counter(wanted) - Counter(got)) + (Counter(got) - Counter(wanted))).values())
            same = "in order" if wanted == got else "NOT in order"
            print(f"{language} {'vertical' if vertical else 'horizontal'}: {wrong} characters lost or doubled, {same}")


def write_pdf(text: str, path: Path, vertical: bool = False, language: str = "zh-Hans") -> None:
    """A text as one article without a headline, in three columns of newspaper."""
    from convert.export.pdf import write
    from convert.model import Article, Issue, Paragraph
    from convert.style import Edition

    blocks = tuple(Paragraph(line) for line in text.split("\n") if line)
    write(Issue((Article(blocks=blocks),), language=language), path, Edition(vertical=vertical, columns=3))


def write_typst(text: str, path: Path) -> None:
    """The same with typst: the same paper, columns, font, size and line gap."""
    import typst

    escaped = re.sub(r"([\\#$*_`<>@=\-+/\[\]~\"'])", r"\\\1", text)
    source = path.with_suffix(".typ")
    source.write_text(
        '#set page(paper: "a4", margin: (x: 18mm, y: 18mm), columns: 3)\n#set columns(gutter: 2em)\n'
        '#set text(font: "Noto Serif SC", size: 9pt, lang: "zh", region: "cn")\n'
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.45em, spacing: 0.45em)\n"
        + escaped.replace("\n", "\n\n"),
        encoding="utf-8",
    )
    typst.compile(str(source), output=str(path), font_paths=[str(folder())], ignore_system_fonts=True)


class Cost(NamedTuple):
    """What a whole process took: seconds by the clock and of the processor, MiB, and bytes of PDF."""

    clock: float
    processor: float
    memory: float
    size: int


def cost(mode: str, text: Path, runs: int) -> Cost:
    """The best of some runs of one mode, each a process of its own."""
    best: Cost | None = None
    path = text.with_suffix(f".{mode}.pdf")
    # Packages have their bytecode beside them once installed; a checkout has it after the first of these runs.
    compiled = {"PYTHONPYCACHEPREFIX": str(text.parent / "bytecode")}
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | compiled
    for _ in range(runs + 1):
        start = time.perf_counter()
        child = subprocess.Popen([sys.executable, __file__, "--one", mode, str(text), str(path)], env=environment)
        _pid, status, used = os.wait4(child.pid, 0)
        clock = time.perf_counter() - start
        if status:
            sys.exit(f"{mode} failed")
        one = Cost(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, path.stat().st_size)
        if best is None or one.processor < best.processor:
            best = one
    assert best
    return best


def speed(texts: list[str], runs: int) -> None:
    """Print time, memory and size for a million characters of Simplified prose, and the ratios to typst's."""
    pool = [text for text in texts if language_of(text) == "zh-Hans"]
    prose = ""
    while len(prose) < 1_000_000:
        prose += "".join(pool)
    with tempfile.TemporaryDirectory() as place:
        text = Path(place) / "prose.txt"
        text.write_text(prose[:1_000_000], encoding="utf-8")
        costs = {mode: cost(mode, text, runs) for mode in ("typst", "horizontal", "vertical")}
    base = costs["typst"]
    for mode, one in costs.items():
        print(
            f"{mode:10s} {one.clock:5.2f} s ({one.clock / base.clock:.2f}), processor {one.processor:5.2f} s "
            f"({one.processor / base.processor:.2f}), {one.memory:4.0f} MiB ({one.memory / base.memory:.2f}), "
            f"{one.size / 1e6:.2f} MB ({one.size / base.size:.2f})"
        )


def main() -> None:
    """Read the command line."""
    if sys.argv[1:2] == ["--one"]:
        mode, text, path = sys.argv[2], Path(sys.argv[3]).read_text(encoding="utf-8"), Path(sys.argv[4])
        if mode == "typst":
            write_typst(text, path)
        else:
            write_pdf(text, path, vertical=mode == "vertical")
        return
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=Path, required=True, help="a folder with .txt files, a paragraph a line")
    options.add_argument("--speed", action="store_true", help="compare a million characters with typst")
    options.add_argument("--runs", type=int, default=3, help="runs of which the best counts")
    given = options.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(given.corpus.rglob("*.txt"))]
    if given.speed:
        speed(texts, given.runs)
    else:
        lines_of(texts)
        copied(texts)


if __name__ == "__main__":
    main()
