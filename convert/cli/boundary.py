"""The one place where errors become messages and exit codes."""

import io
import os
import signal
import sys
from collections.abc import Sequence
from typing import Final

import click

from ..chars import visible
from ..errors import ConvertError, GuardError, OutputError

INTERRUPTED: Final = 130  # 128 + SIGINT, as shells have it
_PIPE_CLOSED: Final = 141  # 128 + SIGPIPE
_TERMINATED: Final = 143  # 128 + SIGTERM


def guarded(group: click.Group, name: str, argv: Sequence[str] | None) -> int:
    """Run a group of commands and return the exit code; errors are printed, after a traceback only under --debug."""
    arguments = (sys.argv[1:] if argv is None else list(argv)) or ["--help"]
    if argv is None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))  # so that temporary files go
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale: what is shown is Chinese
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(group, name, arguments)
    except Exception as error:
        if "--debug" in arguments:
            from traceback import print_exc

            print_exc()
        return show(_as_ours(error))


def _run(group: click.Group, name: str, arguments: list[str]) -> int:
    try:
        code = group.main(arguments, prog_name=name, standalone_mode=False)
    except click.Abort:
        click.echo("Interrupted", err=True)
        return INTERRUPTED
    except SystemExit as end:  # shell completion ends so
        return end.code if isinstance(end.code, int) else 0
    return code if isinstance(code, int) else 0


def pipe_closed() -> int:
    """Whoever read has had enough. What is still buffered goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _PIPE_CLOSED


def _as_ours(error: Exception) -> ConvertError:
    """Any error as one of ours; what nobody foresaw is a bug of kanben's own."""
    if isinstance(error, ConvertError):
        return error
    if isinstance(error, click.ClickException):
        message = error.format_message().replace("\n\t", " ")  # choices, which click puts on a line each
        ours = ConvertError(message, _help_of(error))
        ours.exit_code = error.exit_code
        return ours
    if isinstance(error, OSError):  # of standard output, mostly; files have messages of their own
        name = f"{error.filename}: " if error.filename else ""
        return OutputError(f"{name}cannot be written: {error.strerror or error}")
    return GuardError(
        f"unexpected: {type(error).__name__}: {error}",
        "This is a bug of kanben's own. --debug shows where it happened.",
    )


def _help_of(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"`{context.command_path} --help` shows how it is called." if context else ""


def show(error: ConvertError) -> int:
    """Print an error and its hint to standard error; returns its exit code."""
    click.echo(f"Error: {visible(error.message)}", err=True)
    if error.hint:
        click.echo(f"Hint: {visible(error.hint)}", err=True)
    return error.exit_code
