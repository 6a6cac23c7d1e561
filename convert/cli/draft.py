"""kanben draft"""

from pathlib import Path

import click

from ..chars import visible
from ..export.markdown import draft
from ..pipeline import prepare, stem_of
from ..readers import STDIN
from . import options
from .output import put
from .sources import expand, refuse_clashes, refuse_replacing


@click.command("draft")
@click.argument("src", default="-", type=click.Path())
@click.option("-o", "--output", "out", metavar="FILE", help="Where to write, instead of NAME.md beside the source.")
@click.option("--force", is_flag=True, help="Replace a draft that is there.")
@options.with_settings
@options.all_of(options.quiet_option, options.debug_option)
def command(
    src: str,
    out: str | None,
    force: bool,
    settings: options.Settings,
    encoding: str | None,
    quiet: bool,
) -> None:
    """Write the issue as Markdown, to edit and build again.

    What was found wrong, a person puts right in the draft: # is the issue's title, ## a headline, ### a
    crosshead, and ::: fences hold the other roles. The draft of standard input goes to standard output.

    \b
    kanben draft issue.txt            issue.md beside it
    kanben build issue.md             editions of the draft
    """
    source = expand([src])[0]
    path = None if out == STDIN or (out is None and src == STDIN) else Path(out or source.beside / f"{stem_of(src)}.md")
    if path:
        refuse_clashes([(source, path)])
        refuse_replacing(path, force)
    prepared = prepare(src, settings(src), encoding=encoding)
    put(draft(prepared.issue), path)
    if path and not quiet:
        click.echo(f"{visible(str(path))}: {len(prepared.issue.articles)} articles", err=True)
