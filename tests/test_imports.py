"""Imports run downwards only: the floors of the house, as the import statements stand."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "convert"
FLOORS = [
    {"errors", "chars", "memory", "patterns"},
    {"text", "region", "parallel"},
    {"report", "model", "style"},
    {"config", "lines"},
    {"readers", "rules", "structure", "script", "compose", "fonts"},
    {"export"},
    {"review"},
    {"pipeline"},
    {"batch"},
    {"cli"},
]
FLOOR = {room: n for n, floor in enumerate(FLOORS) for room in floor}
MODULES = sorted(PACKAGE.rglob("*.py"))
# Libraries that make a program slow to start are imported inside the functions that use them.
HEAVY = {"docx", "ebooklib", "reportlab", "uharfbuzz", "opencc", "charset_normalizer", "rich", "lxml"}
LIGHT_ROOMS = {
    "errors",
    "chars",
    "memory",
    "patterns",
    "text",
    "region",
    "parallel",
    "report",
    "model",
    "style",
    "config",
    "lines",
    "rules",
    "structure",
}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_rooms(path: Path) -> set[str]:
    """The rooms of `convert` that a module imports, wherever in the file the statement stands."""
    here = ("convert", *path.relative_to(PACKAGE).parts[:-1])
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else ()
            full = (*base, *(node.module or "").split(".")) if node.module else base
            names = [(*full, alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        else:
            continue
        rooms |= {name[1] for name in names if name[0] == "convert" and len(name) > 1 and name[1] in FLOOR}
    return rooms


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_downwards(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    assert room in FLOOR, f"{room} stands on no floor: add it to the design first"
    for other in imported_rooms(path) - {room}:
        assert FLOOR[other] < FLOOR[room], f"{path.name} ({room}) must not import {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_cli_knows_click_and_rich(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if room_of(path) not in ("cli", "__main__"):
        for name in ("click", "rich"):
            assert f"import {name}" not in text and f"from {name}" not in text


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_cleaning_and_parsing_import_nothing_heavy(path: Path) -> None:
    if room_of(path) not in LIGHT_ROOMS:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not {alias.name.split(".")[0] for alias in node.names} & HEAVY
        elif isinstance(node, ast.ImportFrom) and not node.level:
            assert (node.module or "").split(".")[0] not in HEAVY
