"""Options that several commands have, and the settings they make with the files beside a source."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial, wraps
from math import isnan, nan
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from ..errors import UsageError

if TYPE_CHECKING:
    from ..config import Config

C = TypeVar("C", bound=Callable[..., Any])
Settings = Callable[..., "Config"]  # `settings` without what the command line has said already


def names(_ctx: click.Context, _option: click.Parameter, values: tuple[str, ...] | str | None) -> tuple[str, ...]:
    """The names of a comma list that may also be given several times, each once, in order, in small letters."""
    values = (values,) if isinstance(values, str) else values or ()
    found = tuple(dict.fromkeys(name.strip().lower() for value in values for name in value.split(",") if name.strip()))
    if values and not found:
        raise click.BadParameter("names nothing.")
    return found


class Number(click.FloatRange):
    """A number from `least` to `most`, which Click names in the help; a wrong one is told what is wanted."""

    def __init__(self, least: int, most: int | None = None, *, whole: bool = False, unit: str = "") -> None:
        super().__init__(least, most)
        kind = f"a {'whole ' if whole else ''}number{unit and f' of {unit}'}"
        self.wanted = f"{kind} from {least} to {most}" if most is not None else f"{kind}, {least} or more"
        self.read = int if whole else float

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            found = self.read(value)
            super().convert(found, param, ctx)
        except (ValueError, click.BadParameter):
            found = nan
        if isnan(found):  # which Click lets pass
            raise click.BadParameter(f"{value!r} is not {self.wanted}.", ctx, param)
        return found


def day(_ctx: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """A date written 2023-11-28."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date; write 2023-11-28.") from None


SOURCE: Final = click.Path(readable=False)  # what cannot be read is an error of the source, not of the words

# Looked up in the arguments by the boundary, so that it works wherever it stands.
debug_option: Final = click.option("--debug", is_flag=True, expose_value=False, help="Show tracebacks.")
quiet_option: Final = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
config_option: Final = click.option(
    "--config",
    type=click.Path(readable=False, path_type=Path),
    metavar="FILE",
    help="Settings to use instead of NAME.kanben.toml beside the source.",
)
encoding_option: Final = click.option(
    "--encoding", metavar="NAME", help="Encoding of the source, instead of detecting it."
)
terms_option: Final = click.option(
    "--terms", "vocabulary", is_flag=True, help="Use the region's own words too (软件, 軟體), not its script alone."
)
sources_argument: Final = click.argument("src", nargs=-1, type=SOURCE)
reading: Final = (config_option, encoding_option)
_cleaning: Final = (
    click.option("--select", multiple=True, callback=names, metavar="RULE,…", help="Run these rules alone."),
    click.option("--ignore", multiple=True, callback=names, metavar="RULE,…", help="Leave these rules out."),
)


together_option: Final = click.option(
    "--as-one", "together", is_flag=True, help="Read several files, one a page, as one issue."
)


def all_of(*options: Any) -> Callable[[C], C]:
    """Several options as one decorator, in the order given."""

    def decorate(function: C) -> C:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def with_settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that settings are made of; the command gets a `Settings` in their place, and the `encoding`."""

    @wraps(function)
    def called(
        *args: Any, config: Path | None, select: tuple[str, ...], ignore: tuple[str, ...], **more: Any
    ) -> object:
        chosen = partial(settings, config=config, select=select, ignore=ignore)
        return function(*args, settings=chosen, **more)

    return all_of(*reading, *_cleaning)(called)


def settings(
    source: str,
    config: Path | None = None,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    title: str | None = None,
    date: date | None = None,
) -> "Config":
    """The settings for a source: those of its files, and what the command line says over them."""
    from ..config import load_config
    from ..readers import STDIN

    loaded = load_config(None if source == STDIN else Path(source), config)
    _refuse_unknown_rules(loaded)
    rules = replace(loaded.clean, select=select or loaded.clean.select, ignore=ignore or loaded.clean.ignore)
    return replace(loaded, clean=rules, title=(title or "").strip() or loaded.title, date=date or loaded.date)


def _refuse_unknown_rules(loaded: "Config") -> None:
    """UsageError for a rule that a settings file names and nobody knows."""
    for key in ("select", "ignore"):
        if named := getattr(loaded.clean, key):
            from ..config import CleanSettings
            from ..rules import chosen

            try:
                chosen(CleanSettings(select=named))
            except UsageError as error:
                raise UsageError(f"{loaded.files[f'clean.{key}']}: {key}: {error.message}", error.hint) from None
