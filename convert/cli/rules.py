"""kanben rules"""

from typing import Any

import click

from ..errors import UsageError
from . import options
from .output import put_json


@click.command("rules")
@click.argument("rule", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@options.debug_option
def command(rule: str | None, as_json: bool) -> None:
    """List the repairs, or explain one.

    The examples are the rule's own tests.

    \b
    kanben rules
    kanben rules halfwidth-pause
    """
    from ..rules import RULES

    chosen = [one for one in RULES if rule in (None, one.id)]
    if rule and not chosen:
        raise UsageError(f"unknown rule: {rule}", "`kanben rules` lists them.")
    if as_json:
        put_json([_fields(one) for one in chosen])
    elif rule:
        _explain(chosen[0])
    else:
        width = max((len(one.id) for one in chosen), default=0)
        for one in chosen:
            click.echo(f"{one.id:{width}}  {one.summary}")


def _fields(rule: Any) -> dict[str, Any]:
    return {
        "id": rule.id,
        "summary": rule.summary,
        "source": rule.source,
        "changes": [list(pair) for pair in rule.changes],
        "keeps": list(rule.keeps),
        "reports": list(rule.reports),
    }


def _explain(rule: Any) -> None:
    click.echo(f"{rule.id}: {rule.summary}")
    if rule.source:
        click.echo(f"After {rule.source}.")
    if rule.changes:
        click.echo("\nRepaired:")
    for before, after in rule.changes:
        click.echo(f"  {_visible(before)}\n  → {_visible(after)}")
    if rule.reports:
        click.echo("\nReported:")
    for text in rule.reports:
        click.echo(f"  {_visible(text)}")
    click.echo("\nKept as it is:")
    for text in rule.keeps:
        click.echo(f"  {_visible(text)}")


def _visible(text: str) -> str:
    """The text with newlines and what cannot be seen written as escapes."""
    return "".join(ch if ch == " " or ch == "\u3000" or ch.isprintable() else repr(ch)[1:-1] for ch in text)
