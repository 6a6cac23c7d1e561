"""kanben fonts"""

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Final, get_args
from unicodedata import category

import click

from ..chars import visible
from ..readers import read
from ..style import Face, Glyphs
from ..text import Text
from . import options
from .output import put_json
from .sources import expand

_NAMES: Final = {"song": "宋体 body", "hei": "黑体 headlines", "kai": "楷体 bylines, decks, captions"}


@click.command("fonts")
@options.sources_argument
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@options.all_of(*options.reading, options.debug_option)
def command(src: tuple[str, ...], as_json: bool, config: Path | None, encoding: str | None) -> None:
    """List the faces, and characters that none of them has.

    With a SRC, the characters of it that no face can show are listed with the line they first stand in.

    \b
    kanben fonts
    kanben fonts issue.txt
    """
    from ..fonts import font_file

    sources = expand(src) if src else []
    own = options.settings(sources[0].path if sources else "-", config).fonts
    faces = [
        {"face": face, "glyphs": glyphs, "file": str(font_file(face, glyphs, own))}
        for face, glyphs in product(get_args(Face), get_args(Glyphs))
    ]
    lacking = {
        source.path: _lacking(source.path, encoding, options.settings(source.path, config).fonts) for source in sources
    }
    if as_json:
        put_json({"faces": faces, "uncovered": lacking})
        return
    if not sources:
        for face in faces:
            click.echo(f"{face['face']:5}{face['glyphs']:4}{Path(face['file']).name}  ({_NAMES[face['face']]})")
    for path, places in lacking.items():
        for ch, line in places.items():
            click.echo(f"{visible(path)}:{line}: no face has {ch} U+{ord(ch):04X}")
        if not places:
            click.echo(f"{visible(path)}: every character is covered")


def _lacking(path: str, encoding: str | None, own: Mapping[str, str]) -> dict[str, int]:
    """Visible characters that no face has, with the line each first stands in."""
    from ..export.embedding import has_shape
    from ..fonts import covers, fallbacks, font_file

    pairs = tuple(product(get_args(Face), get_args(Glyphs)))
    files = {file for face, glyphs in pairs for file in (font_file(face, glyphs, own), *fallbacks(face, glyphs, own))}
    covered = frozenset[int]().union(*map(covers, files))
    out: dict[str, int] = {}
    source = read(path, encoding=encoding)
    text = source.value if isinstance(source, Text) else "\n".join(source.texts())
    for number, line in enumerate(text.split("\n"), 1):
        for ch in dict.fromkeys(line):
            if ord(ch) not in covered and has_shape(ch) and category(ch) != "Cs":
                out.setdefault(ch, number)
    return out
