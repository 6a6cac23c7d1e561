"""What SRC and -o mean: which files are read, and where what is made of them goes."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from errno import ELOOP
from pathlib import Path
from typing import Final

from ..errors import ConvertError, InputError, OutputError, UsageError
from ..export.files import write_bytes
from ..readers import STDIN, refuse_unreadable
from .boundary import show

_DIGITS: Final = re.compile(r"(\d+)")
_MARK: Final = ".kanben-output"
_MARKED: Final = "kanben wrote this folder, and passes it by when it reads the one around it.\n"


@dataclass(frozen=True, slots=True)
class Input:
    """A source, and the path that what is made of it keeps below an output folder. The path `-` is standard input.

    `pages` are all files of a source that is read from several.
    """

    path: str
    place: Path
    beside: Path = Path()
    pages: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are read."""
        return self.pages or (self.path,)


def expand(arguments: Sequence[str], out: Path | None = None) -> list[Input]:
    """The sources that some arguments mean: files, `-`, and for a folder every .txt below it, each once.

    Hidden files are left out, and output: the folder `out`, and what `mark_output` marked. A file that does not exist
    is a source all the same: reading it fails, and keeps back no other. InputError for a folder without .txt.
    """
    found: dict[str, Input] = {}
    for argument in arguments or (STDIN,):
        for source in _of(argument, out):
            key = source.path if source.path == STDIN else os.path.realpath(source.path)
            found.setdefault(key, source)
    return list(found.values())


def _of(argument: str, out: Path | None) -> Iterable[Input]:
    path = Path(argument)
    if argument == STDIN:
        return [Input(STDIN, Path("stdin.txt"))]
    if not argument:  # else a shell's empty variable would mean the folder it stands in
        raise InputError("the name of a source is empty")
    if not _is_folder(path):
        return [Input(argument, Path(path.name), path.parent)]
    files = list(_texts_below(path, out))
    if not files:
        raise InputError(f"{argument}: no .txt below this folder", "Files in other formats must be named.")
    return [Input(str(file), file.relative_to(path), file.parent) for file in sorted(files, key=natural)]


def _is_folder(path: Path) -> bool:
    """Whether there is a folder of this name; none can be where the name is too long for the system."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _texts_below(folder: Path, out: Path | None) -> Iterable[Path]:
    skipped = _goal(out) if out else None
    for where, folders, files in os.walk(folder):
        here = Path(where)
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_output(here / name, skipped)]
        for name in files:
            if name.lower().endswith(".txt") and not name.startswith("."):
                yield here / name


def _is_output(folder: Path, out: Path | None) -> bool:
    return folder.resolve() == out or (folder / _MARK).exists()


def _goal(folder: Path) -> Path:
    """Where a folder to write to lies, links followed. OutputError where these lead round in a circle."""
    try:
        folder.stat()
    except OSError as error:
        if error.errno == ELOOP:
            raise OutputError(f"{folder}: cannot be written: {error.strerror}", "Choose another folder.") from None
    return folder.resolve()


def mark_output(folder: Path | None, arguments: Sequence[str]) -> None:
    """Mark a folder to write to that lies within one of the sources, so that no later run reads it as a source."""
    if folder is None:
        return
    place = _goal(folder)
    if any(_is_folder(Path(argument)) and Path(argument).resolve() in place.parents for argument in arguments):
        folder.mkdir(parents=True, exist_ok=True)
        write_bytes(folder / _MARK, _MARKED.encode())


def natural(path: Path) -> list[tuple[int, str]]:
    """A key that sorts page 2 before page 10."""
    return [
        (int(piece), "") if piece.isdecimal() else (-1, piece)
        for part in path.parts
        for piece in (*_DIGITS.split(part), "/")
    ]


def as_one(arguments: Sequence[str], out: Path | None = None) -> Input:
    """Several files, or those of a folder, as the pages of one source, in natural order.

    It is called after the folder, or after its first page.
    """
    pages = sorted(expand(arguments, out), key=lambda page: natural(page.place))
    paths = tuple(page.path for page in pages)
    if STDIN in paths:
        raise UsageError("--as-one reads files, not standard input")
    folder = Path(arguments[0]).resolve()
    if len(arguments) == 1 and _is_folder(folder):
        return Input(paths[0], Path(f"{folder.name}.txt"), Path(arguments[0]).parent, paths)
    return Input(paths[0], Path(pages[0].place.name), pages[0].beside, paths)


def one_issue(arguments: Sequence[str], together: bool) -> Input:
    """The one source that a command is for; several files are one with --as-one only, else UsageError."""
    if together:
        return as_one(arguments)
    for argument in arguments:
        if argument and _is_folder(Path(argument)):
            raise InputError(f"{argument}: is a folder", "--as-one reads every .txt below it as a page of one issue.")
    inputs = expand(arguments)
    if len(inputs) > 1:
        raise UsageError("several sources, and this is done for one", "--as-one reads the pages of one issue.")
    return inputs[0]


def text_outputs(arguments: Sequence[str], out: str | None) -> list[tuple[Input, Path | None]]:
    """Sources with the file that each one's text goes to; None is standard output.

    UsageError for several sources, or a folder, without a folder to write to.
    """
    if out == "":
        raise UsageError("-o names nothing")
    folder = Path(out) if out else None
    many = len(arguments) > 1 or any(_is_folder(Path(argument)) for argument in arguments)
    inputs = expand(arguments, folder if many else None)
    if not many and (out is None or out == STDIN):
        return [(inputs[0], None)]
    if folder is None or out == STDIN:
        raise UsageError("several sources need a folder to write to", "Name it with -o DIR.")
    if many and folder.is_file():
        raise UsageError(f"-o {out}: several sources need a folder, and this is a file")
    if many or _is_folder(folder) or (out or "").endswith(("/", os.sep)):
        pairs: list[tuple[Input, Path | None]] = [(source, folder / source.place) for source in inputs]
    else:
        pairs = [(inputs[0], folder)]
    refuse_clashes([(source, path) for source, path in pairs if path])
    if many:
        mark_output(folder, arguments)
    return pairs


def refuse_clashes(outputs: Iterable[tuple[Input, Path]]) -> None:
    """UsageError where an output is also an input, or two sources have one output."""
    outputs = list(outputs)
    files = {file for source, _ in outputs for file in source.files} - {STDIN}
    sources = {_identity(Path(file)) for file in files}
    seen: dict[object, str] = {}
    for source, path in outputs:
        one = _identity(path)
        if one in sources:
            refuse_unreadable(path)  # a PDF is no source to begin with
            raise UsageError(f"{path}: is a source too, and would be overwritten", "Choose another place with -o.")
        if one in seen:
            raise UsageError(f"{path}: both {seen[one]} and {source.path} would be written here")
        seen[one] = source.path


def _identity(path: Path) -> object:
    """What makes two paths one file, hard links and letter case included where the file exists."""
    try:
        status = path.stat()
        return status.st_dev, status.st_ino
    except OSError:
        return os.path.realpath(path)


def each(inputs: Iterable[Input], act: Callable[[Input], None]) -> int:
    """Do something with each source; what fails for one of several is shown and does not keep back the others.

    Returns the exit code of the first error, else 0. A single source's error is raised.
    """
    inputs, code = list(inputs), 0
    for source in inputs:
        try:
            act(source)
        except ConvertError as error:
            if len(inputs) == 1:
                raise
            shown = show(error)  # each, though the first gives the code
            code = code or shown
    return code


def refuse_replacing(path: Path, force: bool) -> None:
    """OutputError where a draft is there: it may hold somebody's work. A name that cannot be is left to the writing."""
    try:
        there = path.exists()
    except OSError:
        return
    if there and not force:
        raise OutputError(f"{path}: is there already, and may hold somebody's work", "--force replaces it.")
