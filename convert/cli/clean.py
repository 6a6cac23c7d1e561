"""kanben clean"""

from pathlib import Path

import click

from ..chars import visible
from ..errors import UsageError
from ..export.files import write_chunks
from ..parallel import processors
from ..readers import read
from ..report import Finding
from ..text import Text
from . import options
from .output import put, put_json
from .sources import Input, each, refuse_clashes, text_outputs


@click.command("clean")
@options.sources_argument
@click.option("-o", "--output", "out", metavar="FILE|DIR", help="Where to write; a folder for several sources.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="Write every applied edit as JSON.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print what is to review, as one JSON array; the text goes to -o."
)
@options.with_settings
@options.all_of(options.quiet_option, options.debug_option)
@click.pass_context
def command(
    ctx: click.Context,
    src: tuple[str, ...],
    out: str | None,
    report: Path | None,
    as_json: bool,
    settings: options.Settings,
    encoding: str | None,
    quiet: bool,
) -> None:
    """Repair a raw text, and nothing else.

    The cleaned text holds one paragraph a line and a blank line between blocks. SRC is a file, a folder
    (every .txt below it, what kanben wrote there aside) or - for standard input. A [[fix]] of the settings is
    not applied here, but by build, check, outline and draft, and finds its place in the cleaned text.

    \b
    kanben clean issue.txt                       to standard output
    kanben clean issue.txt -o clean.txt          to a file
    kanben clean issue.txt --report edits.json   with a log of every edit
    kanben clean archive/ -o cleaned             every .txt below a folder
    """
    pairs = text_outputs(src, out)
    if report:
        if len(pairs) > 1:
            raise click.UsageError("--report takes one source", ctx)
        refuse_clashes([(pairs[0][0], path) for path in (report, pairs[0][1]) if path])
    outputs = dict(pairs)
    told: dict[str, tuple[int, int]] = {}
    findings: list[Finding] = []

    def clean_one(source: Input) -> None:
        from ..rules import clean

        chosen = settings(source.path)
        text = read(source.path, encoding=encoding)
        if not isinstance(text, Text):
            raise UsageError(
                f"{source.path}: has a structure of its own, and is not cleaned", "`kanben build` takes it."
            )
        cleaned = clean(text, chosen.clean, keep_words=chosen.keep_words, jobs=processors())
        if report:
            write_chunks(report, cleaned.log.json_chunks())
        if outputs[source] or not as_json:
            put(cleaned.text.value, outputs[source])
        findings.extend(cleaned.findings)
        if outputs[source]:
            told[str(outputs[source])] = (len(cleaned.log), len(cleaned.findings))

    code = each(outputs, clean_one)
    if as_json:
        put_json([finding.to_json() for finding in findings])
    elif told and not quiet:
        what = next(iter(told)) if len(told) == 1 else f"{len(told)} files in {out}"
        repairs, review = map(sum, zip(*told.values(), strict=True))
        click.echo(f"{visible(what)}: {repairs} repairs, {review} to review", err=True)
    ctx.exit(code)
