"""Pictures in the text, each with the words for those who cannot see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.shape import CT_Inline
from docx.package import Package
from docx.shared import Twips
from lxml import etree

from ...model import Image
from ...report import Finding
from ..pictures import Picture
from .markup import el, paragraph
from .page import Page
from .styles import PICTURE

_DAMAGED: Final = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    ArithmeticError,
    LookupError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A picture in the package: the relationship that leads to it, its own size in twips."""

    rel: str
    width: float
    height: float


class Drawings:
    """The pictures of a document; `findings` name those that Word cannot show."""

    def __init__(self, package: Package, main: Part, pictures: Mapping[str, Picture], page: Page) -> None:
        self.page = page
        self.findings: list[Finding] = []
        self._count = 0
        self._placed: dict[str, _Placed] = {}
        for path, picture in pictures.items():
            try:
                image = package.get_or_add_image_part(BytesIO(picture.data))
                size = image.image.width.twips, image.image.height.twips
                if min(size) <= 0:
                    raise ValueError
            except _DAMAGED:
                message = f"the picture {path} is left out: Word cannot show this file"
                self.findings.append(Finding("missing-picture", message, stage="write", before=path))
            else:
                self._placed[path] = _Placed(main.relate_to(image, RELATIONSHIP_TYPE.IMAGE), *size)

    def place(self, image: Image) -> list[str]:
        """The picture as a paragraph of its own, as large as its column allows; nothing where it is missing."""
        if image.path not in self._placed:
            return []
        self._count += 1
        placed = self._placed[image.path]
        width, height = self.page.picture_room()
        scale = min(1.0, width / placed.width, height / placed.height)
        inline = CT_Inline.new_pic_inline(
            self._count,
            placed.rel,
            f"picture{self._count}",
            Twips(max(1, round(placed.width * scale))),
            Twips(max(1, round(placed.height * scale))),
        )
        inline.docPr.set("descr", image.alt)
        return [paragraph(PICTURE, el("r", el("drawing", etree.tostring(inline, encoding="unicode"))))]
