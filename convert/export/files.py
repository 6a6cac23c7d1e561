"""How files come to be: never half of one, only what the format can hold, and the same bytes for the same issue."""

import errno
import os
import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from ..chars import NOT_XML_CLASS
from ..errors import OutputError
from ..model import Issue, issue_from_json, issue_to_json
from ..report import Finding
from ..style import region_of
from ..text import Confidence

_EPOCH: Final = datetime(1980, 1, 1, tzinfo=UTC)  # zip knows nothing earlier
_LAST: Final = datetime(2107, 12, 31, tzinfo=UTC)  # nor later
_NAMESPACE: Final = uuid.UUID("6a1f0d5e-2f0c-5c8e-9a53-6b616e62656e")
_TAG: Final = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_NOT_XML: Final = re.compile(f"[{NOT_XML_CLASS}\r]")  # XML would read U+000D as U+000A


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path in the same folder that takes the place of `path` if the block ends well.

    Whatever goes wrong, the old file stays as it was and the temporary one is gone. OutputError
    where the folder cannot be written.
    """
    with replacing_all([path]) as temporary:
        yield temporary[0]


@contextmanager
def replacing_all(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Temporary paths that take the places of `paths` together if the block ends well, or none of them does."""
    # Short, so that none is too long where the file's own name is not: a suffix may be all of a name.
    temporary = [path.parent / f".{path.stem[:20]}-{os.urandom(6).hex()}.tmp{path.suffix[:8]}" for path in paths]
    try:
        for path in paths:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():  # known before the first file is replaced
                raise IsADirectoryError(errno.EISDIR, "there is a folder of this name", str(path))
        yield temporary
        for path, new in zip(paths, temporary, strict=True):
            new.replace(path)
    except OSError as error:
        names = {str(new): path for path, new in zip(paths, temporary, strict=True)}
        place = names.get(str(error.filename), error.filename or paths[0])
        raise OutputError(
            f"{place}: cannot be written: {error.strerror or error}", "Choose another place with -o."
        ) from error
    finally:
        for new in temporary:
            with suppress(OSError):
                new.unlink()


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file or nothing."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_chunks(path: Path, chunks: Iterable[str]) -> None:
    """Write a whole file, piece by piece, in UTF-8, or nothing."""
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(chunks)


def stamp(issue: Issue) -> datetime:
    """The time that files of this issue carry: SOURCE_DATE_EPOCH, else the issue's date, else 1980-01-01, in UTC.

    Never one that a zip archive cannot hold.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    when = _EPOCH
    if epoch.isdecimal():
        when = datetime.fromtimestamp(min(int(epoch), int(_LAST.timestamp())), UTC)
    elif issue.date:
        when = datetime(issue.date.year, issue.date.month, issue.date.day, tzinfo=UTC)
    return min(max(_EPOCH, when), _LAST)


def identifier(issue: Issue) -> uuid.UUID:
    """An identifier made of title, number, date, language and headlines, so that it stays with the issue."""
    parts = [issue.title, issue.number, issue.date and issue.date.isoformat(), issue.language]
    parts += [article.headline or (article.blocks[0].text[:40] if article.blocks else "") for article in issue.articles]
    key = "\x1f".join(part or "" for part in parts)
    return uuid.uuid5(_NAMESPACE, key.encode("utf-8", "backslashreplace").decode())


def write_zip(
    path: Path, entries: Iterable[tuple[str, bytes]], when: datetime, stored: frozenset[str] = frozenset()
) -> None:
    """A zip whose bytes depend on names, contents and `when` alone; names in `stored` are not compressed."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name, when.timetuple()[:6])
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # whatever the machine
            archive.writestr(info, data)


def escape(text: str) -> str:
    """The text with every character that markup could take for its own written as an entity."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def xml_text(text: str) -> str:
    """The text with U+FFFD for every character that XML cannot hold, lone surrogates among them."""
    return _NOT_XML.sub("\ufffd", text)


def xml_issue(issue: Issue) -> tuple[Issue, list[Finding]]:
    """The Issue with every text as `xml_text` gives it, and a finding for each character replaced.

    Names that are blank and a language that is no tag (BCP 47) are none, since checkers refuse them. Page furniture is
    left out: no edition that asks here prints it, and a form feed in it is no loss.
    """
    language = issue.language if _TAG.fullmatch(issue.language) else region_of(issue.language).language
    issue = replace(issue.without_blanks(), furniture=(), language=language)
    lost: set[str] = set()

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            found = _NOT_XML.findall(value)
            lost.update(found)
            return xml_text(value) if found else value
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        return [walk(item) for item in value] if isinstance(value, list) else value

    safe = walk(issue_to_json(issue))
    if not lost:
        return issue, []
    return issue_from_json(safe), [
        Finding(
            "unwritable-character",
            f"U+{ord(ch):04X} cannot be written in this format: U+FFFD stands for it",
            stage="write",
            confidence=Confidence.CERTAIN,
            after="\ufffd",
        )
        for ch in sorted(lost)
    ]
