"""kanben build"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from ..batch import Order, build_all
from ..errors import ConvertError, UsageError
from ..export import FORMATS
from ..parallel import processors
from ..pipeline import Built, build, stage_files, targets, undecided
from ..readers import STDIN
from ..style import PAPERS, REGIONS, Edition, Layout, Prohibition
from . import options
from .boundary import show
from .output import put_bytes, put_json
from .sources import Input, as_one, expand, mark_output, refuse_clashes, refuse_replacing
from .table import table, untold

T = TypeVar("T")

_APPEARANCE = (
    click.option(
        "--layout",
        type=click.Choice(get_args(Layout), case_sensitive=False),
        default="newspaper",
        show_default=True,
        help="A newspaper's page, a book's, or a page in large print.",
    ),
    click.option(
        "--paper", type=click.Choice(list(PAPERS), case_sensitive=False), help="Paper, instead of the layout's own."
    ),
    click.option(
        "--columns", type=options.Number(1, 8, whole=True), metavar="N", help="Columns, instead of the layout's own."
    ),
    click.option(
        "--font-size",
        type=options.Number(4, 72, unit="points"),
        metavar="PT",
        help="Size of the body type, in points.",
    ),
    click.option("--vertical", is_flag=True, help="Lines from top to bottom, pages from right to left."),
    click.option(
        "--prohibition",
        type=click.Choice(get_args(Prohibition), case_sensitive=False),
        default="basic",
        show_default=True,
        help="Which marks begin or end no line of a PDF (行首行尾禁则).",
    ),
    click.option("--hanging", is_flag=True, help="Let 、，。 hang over the end of a PDF's lines."),
    click.option("--booklet", is_flag=True, help="Put the PDF's pages two on a sheet, to fold and stitch."),
    click.option("--embed-fonts", is_flag=True, help="Put the characters' shapes into DOCX, EPUB and HTML."),
)
_EDITION = ("layout", "paper", "columns", "font_size", "vertical", "prohibition", "hanging", "booklet", "embed_fonts")
_MAKING = (
    click.option("--title", help="Title of the issue."),
    click.option("--date", callback=options.day, metavar="YYYY-MM-DD", help="Date of the issue."),
    click.option("--strict", is_flag=True, help="Write nothing while likely findings are undecided."),
    click.option("--force", is_flag=True, help="Replace a NAME.md that is there."),
    click.option("--keep-stages", "stages", metavar="DIR", help="Write what each stage makes, too."),
    click.option("--verify", is_flag=True, help="Read DOCX, PDF, EPUB and HTML back, and refuse what differs."),
    options.together_option,
    click.option(
        "--jobs",
        type=options.Number(1, whole=True),
        metavar="N",
        help="Processes at once; as many as there are processors.",
    ),
    click.option("--json", "as_json", is_flag=True, help="Say as JSON what was written."),
)


@click.command("build")
@click.argument("src", nargs=-1, required=True, type=options.SOURCE)
@click.option("-o", "--output", "out", metavar="DIR", help="Folder to write to, instead of beside the source.")
@click.option(
    "--to", "formats", callback=options.names, default="docx,pdf,epub", show_default=True, metavar="FORMAT,…",
    help=f"Formats, of {', '.join(FORMATS)}.",
)  # fmt: skip
@click.option(
    "--script", "scripts", callback=options.names, default="keep", show_default=True, metavar="SCRIPT,…",
    help=f"Scripts, of keep, {', '.join(REGIONS)}.",
)  # fmt: skip
@options.all_of(options.terms_option, *_APPEARANCE, *_MAKING)
@options.with_settings
@options.all_of(options.quiet_option, options.debug_option)
def command(src: tuple[str, ...], out: str | None, as_json: bool, quiet: bool, **how: Any) -> None:
    """Make printable editions of a raw text.

    The text is cleaned, its articles are found, and editions are written beside SRC or to -o DIR. SRC is
    a file, a folder (every .txt below it, what kanben wrote there aside) or - for standard input.

    \b
    kanben build issue.txt                          issue.docx, issue.pdf, issue.epub
    kanben build issue.txt --to pdf --script tw     issue-tw.pdf, in Traditional Chinese
    kanben build issue.txt --layout book            A5 in one column
    kanben build archive/ -o editions               every .txt below a folder
    kanben build page*.txt --as-one                 the pages of one issue
    """
    folder = _folder(out)
    sources = [as_one(src, folder)] if how["together"] else expand(src, folder)
    if len(sources) > 1 and (how["title"] or how["date"]):
        raise UsageError("--title and --date are those of one issue, and there are several sources")
    if out == STDIN or (folder is None and any(source.path == STDIN for source in sources)):
        _to_stdout(sources, how)
        return
    places = {source: source.beside if folder is None else (folder / source.place).parent for source in sources}
    _refuse(places, how)
    for written in (folder, Path(how["stages"]) if how["stages"] else None):
        mark_output(written, src)
    jobs = how["jobs"] or processors()
    if len(sources) == 1:  # its editions are shared out to the processes, else the sources are
        results: list[Built | ConvertError] = [
            _alone(sources[0], _order(sources[0], places[sources[0]], how, jobs), as_json)
        ]
        code = 0
    else:
        results, code = _carry_out([_order(source, places[source], how) for source in sources], jobs, quiet)
    built = [result for result in results if isinstance(result, Built)]
    if as_json:
        put_json([_fields(*pair) for pair in zip(sources, results, strict=True)])
    elif built and not quiet:
        click.echo(table(built))
        for line in untold(built):
            click.echo(line, err=True)
    click.get_current_context().exit(code)


def _to_stdout(sources: list[Input], how: dict[str, Any]) -> None:
    """Write the one edition that standard output takes; an edition of standard input goes there too."""
    if (len(sources), len(how["formats"]), len(how["scripts"])) != (1, 1, 1):
        raise UsageError("standard output takes one edition of one source", "Name a folder with -o DIR.")
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        built = _order(sources[0], Path(temporary), how)()
        put_bytes(next(iter(built.written)).read_bytes())


def _refuse(places: dict[Input, Path], how: dict[str, Any]) -> None:
    """Errors in what would be written, before anything is."""
    goals = [
        (source, goal)
        for source, place in places.items()
        for goal in targets(source.place.stem, place, how["formats"], how["scripts"])
    ]
    outputs = [(source, goal.path) for source, goal in goals]
    for source in places:
        if stages := _stages(source, how):
            outputs += [(source, path) for path in stage_files(source.place.stem, stages)]
    refuse_clashes(outputs)
    for _, goal in goals:
        if goal.format == "md":
            refuse_replacing(goal.path, how["force"])


def _alone(source: Input, order: Order, as_json: bool) -> Built:
    """What was built of the one source. Its error is raised, after JSON has named it."""
    try:
        return order()
    except ConvertError as error:
        if as_json:
            put_json([_fields(source, error)])
        raise


def _carry_out(orders: list[Order], jobs: int, quiet: bool) -> tuple[list[Built | ConvertError], int]:
    """What came of each order, and the exit code of the first error; errors are shown as they come."""
    results: list[Built | ConvertError] = []
    code = 0
    for result in _with_progress(build_all(orders, jobs), len(orders), quiet):
        results.append(result)
        if isinstance(result, ConvertError):
            shown = show(result)  # each, though the first gives the code
            code = code or shown
    return results, code


def _folder(out: str | None) -> Path | None:
    """The output folder. UsageError for a file, or for what reads like the name of one."""
    if out is None or out == STDIN:
        return None
    if not out:
        raise UsageError("-o names no folder")
    path = Path(out)
    if path.is_file() or (path.suffix.lstrip(".") in FORMATS and not path.is_dir()):
        raise UsageError(f"-o {out}: names a folder, and editions are named after their source", "Try -o editions.")
    return path


def _with_progress(results: Iterator[T], count: int, quiet: bool) -> Iterator[T]:
    """The results, with a bar on the terminal that says how far they are."""
    if quiet or not sys.stderr.isatty():
        return results
    from rich.console import Console
    from rich.progress import track

    return iter(track(results, "Building", count, console=Console(stderr=True), transient=True))


def _order(source: Input, place: Path, how: dict[str, Any], jobs: int = 1) -> Order:
    """The call that makes the editions of a source."""
    return partial(
        build,
        source.pages or source.path,
        place,
        name=source.place.stem,
        to=how["formats"],
        scripts=how["scripts"],
        edition=Edition(**{name: how[name] for name in _EDITION}),
        config=how["settings"](source.path, title=how["title"], date=how["date"]),
        encoding=how["encoding"],
        vocabulary=how["vocabulary"],
        strict=how["strict"],
        verify=how["verify"],
        stages=_stages(source, how),
        jobs=jobs,
    )


def _stages(source: Input, how: dict[str, Any]) -> Path | None:
    """The folder for the product of each stage."""
    return Path(how["stages"]) / source.place.parent if how["stages"] else None


def _fields(source: Input, built: Built | ConvertError) -> dict[str, Any]:
    if isinstance(built, ConvertError):
        return {"source": source.path, "error": built.message}
    return {
        "source": built.source,
        "written": [{"path": str(path), "bytes": size} for path, size in built.written.items()],
        "repairs": built.repairs,
        "review": len(undecided(built.findings)),
        "findings": [finding.to_json() for finding in built.findings],
    }
