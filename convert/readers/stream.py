"""Reading a text line by line in constant memory, with its ends of line as they are."""

import codecs
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from ..errors import InputError
from . import STDIN, standard_input
from .encoding import as_meant, decode, encoding_of, undecodable

_BLOCK: Final = 1 << 20  # bytes read at once; the first block decides the encoding
_LINE_START: Final = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def stream_lines(path: str | Path, *, encoding: str | None = None, stdin: bytes | None = None) -> Iterator[str]:
    """The lines of a file, or of standard input for `-`, each with its end of line; `stdin` stands in for the latter.

    InputError and UsageError as `read_text` raises them; the first block alone is looked at before the first line.
    """
    name = str(path)
    if name == STDIN:
        return _lines(_texts(standard_input() if stdin is None else BytesIO(stdin), name, encoding))
    return _lines_of_file(name, encoding)


def _lines_of_file(name: str, encoding: str | None) -> Iterator[str]:
    try:
        with Path(name).open("rb") as file:
            yield from _lines(_texts(file, name, encoding))
    except FileNotFoundError:
        raise InputError(f"{name}: no such file or folder") from None
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror or error}") from None


def _lines(texts: Iterator[str]) -> Iterator[str]:
    rest = ""
    for text in texts:
        text = rest + text
        held = text.endswith("\r")  # the \n of a \r\n may follow
        *lines, rest = _split(text[:-1] if held else text)
        rest += "\r" if held else ""
        yield from lines
    if rest:
        yield from (line for line in _split(rest) if line)


def _split(text: str) -> list[str]:
    """The lines of a text with their ends; the last has none, and may be empty."""
    if "\r" in text:
        return _LINE_START.split(text)
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), last]


def _texts(file: BinaryIO, path: str, encoding: str | None) -> Iterator[str]:
    block = _block(file)
    whole = len(block) < _BLOCK
    if whole:
        decode(block, path, encoding)  # for what it refuses
    name = encoding_of(block, path, encoding, whole=whole)
    decoder = codecs.getincrementaldecoder(name)()
    at = 0
    while True:
        at += len(block)
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            raise undecodable(error, at - len(error.object), path, given=bool(encoding)) from None
        yield as_meant(text, name)
        if not block:
            return
        block = _block(file)


def _block(file: BinaryIO) -> bytes:
    """A whole block; a pipe may give less at a time."""
    pieces = list[bytes]()
    size = 0
    while size < _BLOCK and (piece := file.read(_BLOCK - size)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)
