"""The command line. A command stands in a module of its own, which is loaded when it is called."""

import atexit
import gc
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final

import click

from .. import __version__
from ..errors import UsageError
from .boundary import guarded, pipe_closed
from .options import debug_option

COMMANDS: Final[Mapping[str, str]] = {  # name -> what it does, as its own help begins
    "build": "Make printable editions of a raw text.",
    "clean": "Repair a raw text, and nothing else.",
    "check": "List what a person should look at, like a linter.",
    "outline": "Show the articles of an issue and their parts.",
    "draft": "Write the issue as Markdown, to edit and build again.",
    "script": "Convert between Simplified and Traditional Chinese.",
    "rules": "List the repairs, or explain one.",
    "fonts": "List the faces, and characters that none of them has.",
    "specimen": "Print a sheet with every face, size, mark and rule.",
}


class _Lazy(click.Group):
    """A group that knows the names of its commands and loads one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f".{cmd_name}", __name__).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, 1)
            hint = f"Did you mean {close[0]}?" if close else "`kanben --help` lists them."
            raise UsageError(f"no such command: {args[0]}", hint)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            try:
                return super().invoke(ctx)
            finally:
                if sys.stdout:  # a service may have none
                    sys.stdout.flush()
        except BrokenPipeError:  # before Click makes an error of it
            return pipe_closed()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@debug_option
@click.pass_context
def kanben(ctx: click.Context) -> None:
    """kanben (刊本) turns the raw text of a Chinese newspaper or magazine issue into clean, structured, printable
    editions: DOCX, PDF and EPUB, in Simplified or Traditional Chinese.

    \b
    kanben build issue.txt                     issue.docx, issue.pdf and issue.epub beside it
    kanben build issue.txt --script hans,tw    in two scripts, in one run
    kanben clean issue.txt -o clean.txt        the repaired text alone
    kanben check issue.txt                     what a person should look at

    Completion in the shell: eval "$(_KANBEN_COMPLETE=bash_source kanben)", likewise zsh_source; for fish,
    _KANBEN_COMPLETE=fish_source kanben | source.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line (`sys.argv` without `argv`) and return its exit code. Nothing is raised."""
    gc.set_threshold(100_000)  # a command makes many objects and few cycles: looking for them cost a tenth of its time
    atexit.register(gc.freeze)  # nor does the end of a process, which frees all, need another search of them
    return guarded(kanben, "kanben", argv)
