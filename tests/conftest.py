"""What tests share."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """Finds an outside program, as `tool("qpdf")`, and returns its path.

    Where it is missing the test is skipped with that reason; with KANBEN_REQUIRE_TOOLS=1 it fails.
    """

    def find(name: str) -> str:
        path = shutil.which(name)
        if path:
            return path
        if os.environ.get("KANBEN_REQUIRE_TOOLS") == "1":
            pytest.fail(f"{name} is not installed, and KANBEN_REQUIRE_TOOLS=1 asks for it")
        pytest.skip(f"{name} is not installed")

    return find


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample issue that comes with kanben."""
    return Path(__file__).parents[1] / "seeds" / "jilin-2023-11-28.txt"
