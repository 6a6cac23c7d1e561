"""kanben check"""

import click

from ..pipeline import DEFAULT_FORMATS, foreseen, in_scripts, prepare, refuse_unknown_scripts, undecided
from ..report import Finding, in_order
from ..style import Edition, Script
from ..text import Confidence
from . import options
from .output import put_json
from .sources import Input, each, expand


@click.command("check")
@click.argument("src", nargs=-1, required=True, type=options.SOURCE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@click.option(
    "--script", "scripts", callback=options.names, metavar="SCRIPT,…",
    help="List what is not sure in these scripts, too.",
)  # fmt: skip
@options.with_settings
@options.all_of(options.quiet_option, options.debug_option)
@click.pass_context
def command(
    ctx: click.Context,
    src: tuple[str, ...],
    as_json: bool,
    scripts: tuple[Script, ...],
    settings: options.Settings,
    encoding: str | None,
    quiet: bool,
) -> None:
    """List what a person should look at, like a linter.

    A line a finding, as PATH:LINE:COLUMN, and at its end the place, as before[was→became]after: repairs that
    are only likely, what is doubtful and was left as it is, and what reading or editions could not keep.
    Nothing is written. The exit code is 1 when there are findings, other than those marked info, which leave
    nothing to decide.

    \b
    kanben check issue.txt
    kanben check archive/ --json > findings.json
    """
    refuse_unknown_scripts(scripts)
    findings: list[Finding] = []

    def check_one(source: Input) -> None:
        prepared = prepare(source.path, settings(source.path), encoding=encoding)
        issues, unsure = in_scripts(prepared, dict.fromkeys(("keep", *scripts)))
        ahead = foreseen(prepared, issues, DEFAULT_FORMATS, Edition())
        findings.extend((*prepared.findings, *unsure, *ahead))

    code = each(expand(src), check_one)
    listed = in_order(one for one in findings if one.confidence is not Confidence.CERTAIN)
    if as_json:
        put_json([finding.to_json() for finding in listed])
    elif not quiet:
        for finding in listed:
            click.echo(str(finding))
    ctx.exit(code or bool(undecided(listed)))
