"""The package around the parts of a DOCX file (ISO/IEC 29500-2): content types, relationships, properties.

python-docx, which reads such files elsewhere, has all this too; to import it takes ten times as long as to write
a newspaper's issue.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, relpath
from typing import Final

from .markup import DECLARATION, escape

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_APPLICATION: Final = "application/vnd.openxmlformats"
CORE_PROPERTIES: Final = f"{_PACKAGE}/relationships/metadata/core-properties"


def word_type(name: str) -> str:
    """The content type of one of Word's XML parts."""
    return f"{_APPLICATION}-officedocument.wordprocessingml.{name}+xml"


OBFUSCATED_FONT: Final = f"{_APPLICATION}-officedocument.obfuscatedFont"
CORE_TYPE: Final = f"{_APPLICATION}-package.core-properties+xml"


@dataclass(slots=True)
class Part:
    """A file in the package, with what it refers to; `name` is its path, "" for the package itself."""

    name: str
    content_type: str = ""
    data: bytes = b""
    relations: list[tuple[str, "Part"]] = field(default_factory=list)

    def relate(self, kind: str, target: "Part") -> str:
        """The id under which this part refers to another; `kind` is one of Office's relationships, or an address."""
        self.relations.append((kind if ":" in kind else f"{_OFFICE}/{kind}", target))
        return f"rId{len(self.relations)}"

    def below(self) -> Iterator["Part"]:
        """All parts that can be reached from this one, itself first, each once: a tree, as we build it."""
        yield self
        for _, target in self.relations:
            yield from target.below()


def entries(package: Part) -> Iterator[tuple[str, bytes]]:
    """Names and contents of all files of a package, [Content_Types].xml first."""
    parts = list(package.below())
    overrides = "".join(
        f'<Override PartName="/{escape(part.name)}" ContentType="{escape(part.content_type)}"/>' for part in parts[1:]
    )
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = f'<Default Extension="rels" ContentType="{relationships}"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    types = f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
    yield "[Content_Types].xml", (DECLARATION + types).encode()
    for part in parts:
        if part.name:
            yield part.name, part.data
        if part.relations:
            folder, _, name = part.name.rpartition("/")
            yield f"{folder}/_rels/{name}.rels".lstrip("/"), _relations(part)


def _relations(part: Part) -> bytes:
    folder = dirname(part.name) or "."
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{escape(relpath(target.name, folder))}"/>'
        for n, (kind, target) in enumerate(part.relations, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()
