"""The short table that ends `kanben build`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ..chars import visible, width
from ..pipeline import Built, undecided

_MOST: Final = 20  # findings shown after the table


def table(results: Sequence[Built]) -> str:
    """What was written, its size, how many repairs, how many to review; of several sources, a line for each."""
    rows = [("written", "size", "repairs", "to review")]
    for built in results:
        counts = (str(built.repairs), str(len(undecided(built.findings))))
        if len(results) == 1:
            files = [(visible(str(path)), _size(size)) for path, size in built.written.items()]
            rows += [(*file, *(counts if n == 0 else ("", ""))) for n, file in enumerate(files)]
        else:
            rows.append((visible(_names(list(built.written))), _size(sum(built.written.values())), *counts))
    widths = [max(width(row[n]) for row in rows) for n in range(4)]
    return "\n".join(_line(row, widths) for row in rows)


def untold(results: Sequence[Built]) -> Iterator[str]:
    """A line for each thing that reading or the editions could not keep and each correction that fits nowhere.

    Of many the first alone. The other findings are counted in the table, and `kanben check` lists them.
    """
    found = (one for built in results for one in built.findings)
    lines = [
        str(one) for one in found if one.rule == "fix" or (one.stage in ("read", "write") and one.severity != "info")
    ]
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"and {len(lines) - _MOST} more, which --json lists"


def _names(paths: Sequence[Path]) -> str:
    """The editions of one source, scripts and formats each once: out/issue-hans, -tw (docx, pdf)."""
    stems = list(dict.fromkeys(path.stem for path in paths))
    formats = dict.fromkeys(path.suffix[1:] for path in paths)
    base = min(stems, key=len)
    if not all(stem.startswith(base) for stem in stems):
        base = base.rpartition("-")[0]
    scripts = [stem.removeprefix(base) for stem in stems[1:]]
    return f"{', '.join([str(paths[0].with_suffix('')), *scripts])} ({', '.join(formats)})"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = row[0] + " " * (widths[0] - width(row[0]))
    return "  ".join([first, *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]).rstrip()


def _size(count: int) -> str:
    """A number of bytes, as people read it.

    >>> _size(950), _size(48_213), _size(12_400_000)
    ('950 B', '48 kB', '12.4 MB')
    """
    if count < 1000:
        return f"{count} B"
    return f"{count / 1e3:.0f} kB" if count < 999_500 else f"{count / 1e6:.1f} MB"
