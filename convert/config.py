"""Settings that stand in files: kanben.toml for a folder, NAME.kanben.toml for one source."""

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, get_args

from .errors import InputError, UsageError
from .style import Face

Spacing = Literal["keep", "none", "thin"]
Profile = Literal["auto", "mainland", "taiwan", "hongkong"]
FixAction = Literal["join", "break", "role", "replace", "image"]

FOLDER_FILE: Final = "kanben.toml"
SOURCE_SUFFIX: Final = ".kanben.toml"

_TABLES: Final[Mapping[str, frozenset[str] | None]] = {  # None: the texts of the source are the keys
    "issue": frozenset({"title", "date", "number", "publisher"}),
    "clean": frozenset({"select", "ignore", "spacing", "profile"}),
    "words": frozenset({"keep"}),
    "terms": None,
    "fonts": frozenset({"body", *get_args(Face)}),
    "fix": frozenset({"text", "before", "after", "action", "value"}),
}


@dataclass(frozen=True, slots=True)
class CleanSettings:
    """Which rules run, and how. An empty `select` means every rule."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    spacing: Spacing = "keep"
    profile: Profile = "auto"


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction addressed by a text with its neighbours."""

    text: str
    before: str = ""
    after: str = ""
    action: FixAction = "join"
    value: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings that hold for one source."""

    title: str | None = None
    date: datetime.date | None = None
    number: str | None = None
    publisher: str | None = None
    clean: CleanSettings = CleanSettings()
    keep_words: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)  # where a key stands, as "fonts.body"


def load_config(source: Path | None = None, override: Path | None = None) -> Config:
    """The settings for a source: those of `override`, else of NAME.kanben.toml beside it, over the nearest kanben.toml.

    InputError for a file that is missing or is no TOML, UsageError for one with a key unknown here, or a value that
    does not fit its key.
    """
    found = []
    if source is not None and (folder_file := _nearest(Path(os.path.realpath(source)).parent)):
        found.append(folder_file)
    if override is not None:
        found.append(override)
    elif source is not None and _is_file(beside := source.parent / (source.stem + SOURCE_SUFFIX)):
        found.append(beside)
    merged: dict[str, Any] = {}
    files: dict[str, Path] = {}
    for file in found:
        for table, value in _load(file).items():
            merged[table] = {**merged.get(table, {}), **value} if isinstance(value, dict) else value
            files |= {f"{table}.{key}": file for key in value if isinstance(value, dict)}
    return _config(merged, files)


def _is_file(path: Path) -> bool:
    """Whether the file is there; a name too long for the system is that of none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _nearest(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if _is_file(place / FOLDER_FILE):
            return place / FOLDER_FILE
    return None


def _load(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise InputError(f"{file}: no such file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{file}: not valid TOML: {error}", 'A text stands in quotes: title = "吉林日报".') from None
    for table, value in data.items():
        _check_table(file, table, value)
    if "fonts" in data:
        data["fonts"] = {face: str(file.parent / path) for face, path in data["fonts"].items()}
    try:
        _config(data)
    except UsageError as error:
        raise UsageError(f"{file}: {error.message}", error.hint) from None
    return data


def _check_table(file: Path, table: str, value: Any) -> None:
    if table not in _TABLES:
        raise UsageError(f"{file}: unknown table [{table}]", f"The tables are {', '.join(_TABLES)}.")
    if table == "fix":
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise UsageError(f"{file}: a fix must be written as [[fix]]")
    elif not isinstance(value, dict):
        raise UsageError(f"{file}: {table} must be written as [{table}]")
    allowed = _TABLES[table]
    for entry in value if isinstance(value, list) else [value]:
        for key, item in entry.items():
            if allowed is not None and key not in allowed:
                raise UsageError(f"{file}: [{table}] has no {key!r}", f"It knows {', '.join(sorted(allowed))}.")
            if table in ("terms", "fonts") and not isinstance(item, str):
                raise UsageError(f"{file}: [{table}] {key} must be a text in quotes")


def _config(data: Mapping[str, Any], files: Mapping[str, Path] = {}) -> Config:
    issue, clean = data.get("issue", {}), data.get("clean", {})
    return Config(
        title=_text(issue, "title"),
        date=_date(issue),
        number=_number(issue),
        publisher=_text(issue, "publisher"),
        clean=CleanSettings(
            select=_texts(clean, "select"),
            ignore=_texts(clean, "ignore"),
            spacing=_choice(clean, "spacing", get_args(Spacing)),
            profile=_choice(clean, "profile", get_args(Profile)),
        ),
        keep_words=_texts(data.get("words", {}), "keep"),
        terms=data.get("terms", {}),
        fonts=data.get("fonts", {}),
        fixes=tuple(_fix(entry) for entry in data.get("fix", ())),
        files=files,
    )


def _text(table: Mapping[str, Any], key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{key} must be a text in quotes")
    return value if value and value.strip() else None


def _number(issue: Mapping[str, Any]) -> str | None:
    """The issue's number, which may stand there as one: 88, "第88期"."""
    value = issue.get("number")
    return str(value) if type(value) is int else _text(issue, "number")


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f'{key} must be a list of texts, like ["a", "b"]')
    return tuple(value)


def _date(table: Mapping[str, Any]) -> datetime.date | None:
    value = table.get("date")
    if isinstance(value, str) and value:
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise UsageError(f"date {value!r} is no date", "Write 2023-11-28.") from None
    if value is None or value == "":
        return None
    if type(value) is not datetime.date:
        raise UsageError("date must be a day", "Write 2023-11-28.")
    return value


def _choice(table: Mapping[str, Any], key: str, choices: tuple[str, ...]) -> Any:
    value = table.get(key, choices[0])
    if value not in choices:
        raise UsageError(f"{key} is {value!r}", f"Choose from {', '.join(choices)}.")
    return value


def _fix(entry: Mapping[str, Any]) -> Fix:
    if not isinstance(entry.get("text"), str) or not entry["text"]:
        raise UsageError("a [[fix]] has no text")
    for key in ("before", "after", "value"):
        if not isinstance(entry.get(key, ""), str):
            raise UsageError(f"{key} of a [[fix]] must be a text in quotes")
    action = _choice(entry, "action", get_args(FixAction))
    return Fix(entry["text"], entry.get("before", ""), entry.get("after", ""), action, entry.get("value", ""))
