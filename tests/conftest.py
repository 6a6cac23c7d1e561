"""What tests share."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from convert import fonts

# No deadline: how long an example takes says more of the machine than of the code. CI must fail twice alike.
settings.register_profile("kanben", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("kanben")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what comes out of the golden cases as their new gold")


@pytest.fixture
def matches_gold(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compares a text with a gold file, byte for byte, or writes that file under --accept.

    Gold that people made is marked by a file BY_HAND in its folder, and is never rewritten.
    """

    def check(made: str, gold: Path) -> None:
        if request.config.getoption("--accept"):
            if (gold.parent / "BY_HAND").exists():
                assert made == gold.read_text(encoding="utf-8"), f"{gold} was made by hand: --accept leaves it"
            gold.write_text(made, encoding="utf-8", newline="\n")
        assert made == gold.read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """Finds an outside program, as `tool("qpdf")`, and returns its path.

    Where it is missing the test is skipped with that reason; with KANBEN_REQUIRE_TOOLS=1 it fails.
    """

    def find(name: str) -> str:
        path = shutil.which(name)
        if path:
            return path
        _missing(name)

    return find


@pytest.fixture(scope="session")
def postscript_font() -> Path:
    """A font of the system with PostScript outlines, as of Debian's fonts-urw-base35; missing as a tool may be."""
    paths = sorted(Path("/usr/share/fonts").glob("**/*.otf"))
    found = next((path for path in paths if "CFF " in fonts.open_face(path).table_tags), None)
    return found or _missing("a font with PostScript outlines (.otf)")


def _missing(what: str) -> NoReturn:
    if os.environ.get("KANBEN_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{what} is not installed, and KANBEN_REQUIRE_TOOLS=1 asks for it")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample issue that comes with kanben."""
    return Path(__file__).parents[1] / "seeds" / "jilin-2023-11-28.txt"
