"""Opening a Word file, and how its paragraphs are numbered."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from ..errors import InputError
from .encoding import refuse_binary
from .tree import refuse_entities

_LIMIT: Final = 512 << 20  # bytes, unpacked
_XML_LIMIT: Final = 128 << 20
_HEAD: Final = 4096  # bytes, in which entities would be defined
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@contextmanager
def opened(data: bytes, path: str) -> Iterator[Any]:
    """The document of a file. InputError for what is no Word file, or too big, and for damage, whenever it is found."""
    import docx

    if not data.startswith(b"PK"):
        refuse_binary(data, path)
    if not data:
        raise InputError(f"{path}: the file is empty", "Give a file that holds text.")
    try:
        _refuse(data, path)
        yield docx.Document(io.BytesIO(data))
    except InputError:
        raise
    except Exception as error:  # zipfile, lxml and python-docx raise whatever a damaged file makes them stumble over
        reason = f"not a Word file (.docx), or damaged: {error}"
        raise InputError(f"{path}: {reason}", "Save it as .docx or as plain text.") from None


def _refuse(data: bytes, path: str) -> None:
    """InputError for a file that unpacks to too much, or defines entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > _LIMIT:
            raise InputError(f"{path}: unpacks to more than {_LIMIT >> 20} MB", "Save its text alone.")
        if any(entry.file_size > _XML_LIMIT for entry in entries if entry.filename.endswith(".xml")):
            raise InputError(f"{path}: holds more than {_XML_LIMIT >> 20} MB of text", "Save it as plain text.")
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):  # none may have a DTD (ECMA-376 Part 2, 8.1.4)
                refuse_entities(archive.open(entry).read(_HEAD).replace(b"\0", b"").decode("latin-1"), path)


def numbered(document: Any) -> dict[Any, int]:
    """The number of each paragraph of a document's body, from 1: empty ones and those of tables and text boxes too."""
    found = (one for one in document.element.body.iter(f"{_W}p") if not is_fallback(one))
    return {one: number for number, one in enumerate(found, 1)}


def paragraphs(data: bytes, path: str) -> list[str]:
    """The words of each paragraph, in the order of their numbers."""
    with opened(data, path) as document:
        texts = ("".join(node.text or "" for node in one.iter(f"{_W}t")) for one in numbered(document))
        return [text.replace("\n", " ") for text in texts]


def is_fallback(element: Any) -> bool:
    """Whether an element only says again, for old programs, what stands before it."""
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None
