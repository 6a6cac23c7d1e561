"""How files come to be: never half of one, and the same bytes for the same issue."""

import os
import secrets
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ..errors import OutputError
from ..model import Issue

_EPOCH: Final = datetime(1980, 1, 1, tzinfo=UTC)  # zip knows nothing earlier
_NAMESPACE: Final = uuid.UUID("6a1f0d5e-2f0c-5c8e-9a53-6b616e62656e")


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary path in the same folder that takes the place of `path` if the block ends well.

    Whatever goes wrong, the old file stays as it was and the temporary one is gone. OutputError
    where the folder cannot be written.
    """
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(6)}.tmp{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"{path}: cannot be written: {reason}", "Choose another place with -o.") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file or nothing."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def stamp(issue: Issue) -> datetime:
    """The time that files of this issue carry: SOURCE_DATE_EPOCH, else the issue's date, else 1980-01-01, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return max(_EPOCH, datetime.fromtimestamp(int(epoch), UTC))
    if issue.date:
        return max(_EPOCH, datetime(issue.date.year, issue.date.month, issue.date.day, tzinfo=UTC))
    return _EPOCH


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
