"""kanben build"""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from ..errors import UsageError
from ..export import FORMATS
from ..pipeline import Built, build, targets, undecided
from ..readers import STDIN
from ..style import PAPERS, REGIONS, Edition, Layout, Script
from . import options
from .draft import refuse_replacing
from .output import put_bytes, put_json
from .sources import Input, each, expand, refuse_clashes
from .table import table

_APPEARANCE = (
    click.option("--layout", type=click.Choice(get_args(Layout)), default="newspaper", show_default=True),
    click.option("--paper", type=click.Choice(list(PAPERS)), help="Paper, instead of the layout's own."),
    click.option("--columns", type=click.IntRange(1, 8), metavar="N", help="Columns, instead of the layout's own."),
    click.option("--font-size", type=click.FloatRange(4, 72), metavar="PT", help="Size of the body type, in points."),
    click.option("--vertical", is_flag=True, help="Lines from top to bottom, pages from right to left."),
    click.option("--embed-fonts", is_flag=True, help="Put the characters' shapes into DOCX, EPUB and HTML."),
)
_EDITION = ("layout", "paper", "columns", "font_size", "vertical", "embed_fonts")
_MAKING = (
    click.option("--title", help="Title of the issue."),
    click.option("--date", callback=options.day, metavar="YYYY-MM-DD", help="Date of the issue."),
    click.option("--strict", is_flag=True, help="Write nothing while likely findings are undecided."),
    click.option("--force", is_flag=True, help="Replace a NAME.md that is there."),
    click.option("--keep-stages", "stages", metavar="DIR", help="Write what each stage makes, too."),
    click.option("--verify", is_flag=True, help="Read DOCX, PDF and EPUB back, and refuse what differs."),
    click.option("--json", "as_json", is_flag=True, help="Say as JSON what was written."),
)


@click.command("build")
@click.argument("src", nargs=-1, required=True, type=click.Path())
@click.option("-o", "--output", "out", metavar="DIR", help="Folder to write to, instead of beside the source.")
@click.option(
    "--to", "formats", callback=options.names, default="docx,pdf,epub", show_default=True, metavar="FORMAT,…",
    help=f"Formats, of {', '.join(FORMATS)}.",
)  # fmt: skip
@click.option(
    "--script", "scripts", callback=options.names, default="keep", show_default=True, metavar="SCRIPT,…",
    help=f"Scripts, of keep, {', '.join(REGIONS)}.",
)  # fmt: skip
@options.all_of(options.terms_option, *_APPEARANCE, *_MAKING, *options.reading, *options.cleaning)
@options.all_of(options.quiet_option, options.debug_option)
def command(
    src: tuple[str, ...],
    out: str | None,
    formats: tuple[str, ...],
    scripts: tuple[Script, ...],
    title: str | None,
    date: date | None,
    force: bool,
    as_json: bool,
    quiet: bool,
    **how: Any,
) -> None:
    """Make printable editions of a raw text.

    The text is cleaned, its articles are found, and editions are written beside SRC or to -o DIR. SRC is
    a file, a folder (every .txt below it) or - for standard input.

    \b
    kanben build issue.txt                          issue.docx, issue.pdf, issue.epub
    kanben build issue.txt --to pdf --script tw     issue-tw.pdf, in Traditional Chinese
    kanben build issue.txt --layout book            A5 in one column
    kanben build archive/ -o editions               every .txt below a folder
    """
    folder = _folder(out)
    sources = expand(src, folder)
    if len(sources) > 1 and (title or date):
        raise UsageError("--title and --date are those of one issue, and there are several sources")
    to_stdout = folder is None and any(source.path == STDIN for source in sources)
    if to_stdout and (len(sources), len(formats), len(scripts)) != (1, 1, 1):
        raise UsageError("standard input makes one edition on standard output", "Name a folder with -o DIR.")
    goals = {source: targets(source.path, _place(source, folder), formats, scripts) for source in sources}
    refuse_clashes([(source, goal.path) for source in sources for goal in goals[source]])
    for goal in (goal for each_goals in goals.values() for goal in each_goals if goal.format == "md"):
        refuse_replacing(goal.path, force or to_stdout)
    results: list[Built] = []

    def build_one(source: Input) -> None:
        place = Path(temporary) if to_stdout else _place(source, folder)
        built = _build(source, place, formats, scripts, title, date, **how)
        if to_stdout:
            put_bytes(next(iter(built.written)).read_bytes())
        results.append(built)

    with tempfile.TemporaryDirectory() as temporary:
        code = each(sources, build_one)
    if not to_stdout:
        _tell(results, as_json, quiet)
    click.get_current_context().exit(code)


def _folder(out: str | None) -> Path | None:
    """The output folder. UsageError for a file, or for what reads like the name of one."""
    if out is None or out == STDIN:
        return None
    path = Path(out)
    if path.is_file() or (path.suffix.lstrip(".") in FORMATS and not path.is_dir()):
        raise UsageError(f"-o {out}: names a folder, and editions are named after their source", "Try -o editions.")
    return path


def _place(source: Input, folder: Path | None) -> Path:
    return source.folder if folder is None else (folder / source.place).parent


def _build(
    source: Input,
    place: Path,
    formats: tuple[str, ...],
    scripts: tuple[Script, ...],
    title: str | None,
    date: date | None,
    **how: Any,
) -> Built:
    chosen = options.settings(
        source.path, how["config"], select=how["select"], ignore=how["ignore"], title=title, date=date
    )
    return build(
        source.path,
        place,
        to=formats,
        scripts=scripts,
        edition=Edition(**{name: how[name] for name in _EDITION}),
        config=chosen,
        encoding=how["encoding"],
        vocabulary=how["vocabulary"],
        strict=how["strict"],
        verify=how["verify"],
        stages=how["stages"] and Path(how["stages"]) / source.place.parent,
    )


def _tell(results: list[Built], as_json: bool, quiet: bool) -> None:
    if as_json:
        put_json([_fields(built) for built in results])
    elif results and not quiet:
        click.echo(table(results))


def _fields(built: Built) -> dict[str, Any]:
    return {
        "source": built.source,
        "written": [{"path": str(path), "bytes": size} for path, size in built.written.items()],
        "repairs": built.repairs,
        "review": len(undecided(built.findings)),
        "findings": [finding.to_json() for finding in built.findings],
    }
