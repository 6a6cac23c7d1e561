"""kanben script"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click

from ..export.files import replacing
from ..readers import STDIN, read_text, standard_input
from ..readers.stream import stream_lines
from ..report import Finding
from ..style import REGIONS, Script
from . import options
from .output import put_bytes, put_json
from .sources import Input, each, text_outputs


@click.command("script")
@options.sources_argument
@click.option(
    "--to",
    "script",
    type=click.Choice(list(REGIONS), case_sensitive=False),
    required=True,
    help="The script to convert to.",
)
@click.option("-o", "--output", "out", metavar="FILE|DIR", help="Where to write; a folder for several sources.")
@options.terms_option
@click.option(
    "--json", "as_json", is_flag=True, help="Print what was not sure, as one JSON array; the text goes to -o."
)
@options.all_of(*options.reading, options.quiet_option, options.debug_option)
@click.pass_context
def command(
    ctx: click.Context,
    src: tuple[str, ...],
    script: Script,
    out: str | None,
    vocabulary: bool,
    as_json: bool,
    config: Path | None,
    encoding: str | None,
    quiet: bool,
) -> None:
    """Convert between Simplified and Traditional Chinese.

    Line by line, and nothing else is changed; quotation marks follow the region within each line.
    hans is Simplified, hant Traditional, tw that of Taiwan, hk that of Hong Kong.

    \b
    kanben script --to tw issue.txt -o issue-tw.txt
    kanben script --to hans < issue.txt
    kanben script --to hk --terms issue.txt         with the words that Hong Kong uses
    """
    outputs = dict(text_outputs(src, out))
    findings: list[Finding] = []

    def convert_one(source: Input) -> None:
        from ..script import convert_stream, weak_decisions

        chosen = options.settings(source.path, config)
        terms, keep = chosen.terms, chosen.keep_words
        stdin = standard_input().read() if as_json and source.path == STDIN else None  # it is looked at twice
        if as_json:
            text = read_text(source.path, encoding=encoding, stdin=stdin)
            findings.extend(weak_decisions(text, script, terms=terms, keep=keep, vocabulary=vocabulary))
        if not as_json or outputs[source]:
            lines = stream_lines(source.path, encoding=encoding, stdin=stdin)
            converted = convert_stream(lines, script, terms=terms, keep=keep, vocabulary=vocabulary)
            _write(converted, outputs[source])

    code = each(outputs, convert_one)
    if as_json:
        put_json([finding.to_json() for finding in findings])
    ctx.exit(code)


def _write(lines: Iterator[str], path: Path | None) -> None:
    """Write lines as they come, to standard output, or to a file that is whole or not there at all."""
    if path is None:
        for data in _pieces(lines):
            put_bytes(data)
        return
    with replacing(path) as temporary, temporary.open("wb") as file:
        file.writelines(_pieces(lines))


def _pieces(lines: Iterator[str]) -> Iterator[bytes]:
    """Lines in UTF-8, many together."""
    while piece := "".join(islice(lines, 1000)):
        yield piece.encode("utf-8", "backslashreplace")
