"""kanben draft"""

from pathlib import Path

import click

from ..chars import visible
from ..export.markdown import draft
from ..pipeline import prepare
from ..readers import STDIN
from . import options
from .output import put
from .sources import one_issue, refuse_clashes, refuse_replacing


@click.command("draft")
@options.sources_argument
@click.option("-o", "--output", "out", metavar="FILE", help="Where to write, instead of NAME.md beside the source.")
@click.option("--force", is_flag=True, help="Replace a draft that is there.")
@options.together_option
@options.with_settings
@options.all_of(options.quiet_option, options.debug_option)
def command(
    src: tuple[str, ...],
    out: str | None,
    force: bool,
    together: bool,
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
    kanben draft page*.txt --as-one   the pages of one issue
    """
    source = one_issue(src, together)
    beside = None if source.path == STDIN else source.beside / f"{source.place.stem}.md"
    path = None if out == STDIN else Path(out) if out else beside
    if path:
        refuse_clashes([(source, path)])
        refuse_replacing(path, force)
    prepared = prepare(source.pages or source.path, settings(source.path), encoding=encoding)
    put(draft(prepared.issue), path)
    if path and not quiet:
        click.echo(f"{visible(str(path))}: {len(prepared.issue.articles)} articles", err=True)
