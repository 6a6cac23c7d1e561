"""kanben script"""

from io import StringIO
from pathlib import Path

import click

from ..readers import read_text
from ..style import REGIONS, Script
from . import options
from .output import put
from .sources import Input, each, text_outputs


@click.command("script")
@options.sources_argument
@click.option("--to", "script", type=click.Choice(list(REGIONS)), required=True, help="The script to convert to.")
@click.option("-o", "--output", "out", metavar="FILE|DIR", help="Where to write; a folder for several sources.")
@options.all_of(*options.reading, options.debug_option)
@click.pass_context
def command(
    ctx: click.Context,
    src: tuple[str, ...],
    script: Script,
    out: str | None,
    config: Path | None,
    encoding: str | None,
) -> None:
    """Convert between Simplified and Traditional Chinese.

    Line by line, and nothing else is changed; quotation marks follow the region within each line.
    hans is Simplified, hant Traditional, tw that of Taiwan, hk that of Hong Kong.

    \b
    kanben script --to tw issue.txt -o issue-tw.txt
    kanben script --to hans < issue.txt
    """
    outputs = dict(text_outputs(src, out))

    def convert_one(source: Input) -> None:
        from ..script import convert_stream

        chosen = options.settings(source.path, config)
        lines = StringIO(read_text(source.path, encoding=encoding).value)
        converted = convert_stream(lines, script, terms=chosen.terms, keep=chosen.keep_words)
        put("".join(converted), outputs[source])

    ctx.exit(each(outputs, convert_one))
