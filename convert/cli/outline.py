"""kanben outline"""

import click

from ..model import issue_to_json
from ..pipeline import prepare
from . import options
from .output import put_json
from .sources import one_issue
from .tree import tree


@click.command("outline")
@options.sources_argument
@click.option("--json", "as_json", is_flag=True, help="Print the whole Issue as JSON.")
@click.option("--why", is_flag=True, help="Add the evidence for each line.")
@options.together_option
@options.with_settings
@options.debug_option
def command(
    src: tuple[str, ...],
    as_json: bool,
    why: bool,
    together: bool,
    settings: options.Settings,
    encoding: str | None,
) -> None:
    """Show the articles of an issue and their parts.

    As a tree, with the line in the raw file at which each part stands; a ? marks an article that may not
    begin there.

    \b
    kanben outline issue.txt
    kanben outline issue.txt --why
    kanben outline issue.txt --json > issue.json
    kanben outline page*.txt --as-one               the pages of one issue
    """
    source = one_issue(src, together)
    prepared = prepare(source.pages or source.path, settings(source.path), encoding=encoding)
    if as_json:
        put_json(issue_to_json(prepared.issue))
        return
    trace = prepared.parsed.trace if prepared.parsed else None
    for line in tree(prepared.issue, trace, why, prepared.pages):
        click.echo(line)
