"""The examples in docstrings and of the README are true."""

import datetime
import doctest
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from convert.pipeline import prepare

ROOT = Path(__file__).parents[1]
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted((ROOT / "convert").rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    assert doctest.testmod(import_module(name.removesuffix(".__init__"))).failed == 0


def test_the_readmes_python_makes_an_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the sample issue, its pages under running heads, with all that `build` finds of it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", readme, re.M | re.S)
    monkeypatch.chdir(tmp_path)
    halves = (ROOT / "seeds/jilin-2023-11-28.txt").read_text(encoding="utf-8").partition("\n\n\n")[::2]
    pages = (f"吉林日报　2023年11月29日　星期三　第{n}版\n\n{half}\n\n" for n, half in enumerate(halves, 1))
    Path("issue.txt").write_text("".join(pages), encoding="utf-8")
    names: dict[str, Any] = {}
    exec(code, names)
    issue = names["parsed"].issue
    assert issue == prepare("issue.txt").issue
    assert (issue.title, issue.date) == ("吉林日报", datetime.date(2023, 11, 29))
    assert (tmp_path / "issue-tw.epub").stat().st_size
