"""Pictures in the text, each with the words for those who cannot see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.shape import CT_Inline
from docx.package import Package
from docx.shared import Twips
from lxml import etree

from ...model import Image
from ..pictures import Picture
from .markup import el, paragraph
from .names import PICTURE
from .page import Page

_INCH: Final = 1440  # twips
_USUAL_DPI: Final = 96  # of a file that does not say, or says what cannot be


@dataclass(frozen=True, slots=True)
class _Placed:
    """A picture in the package: the relationship that leads to it, its own size in twips."""

    rel: str
    width: float
    height: float


class Drawings:
    """The pictures of a document, by their paths."""

    def __init__(self, package: Package, main: Part, pictures: Mapping[str, Picture], page: Page) -> None:
        self._page = page
        self._count = 0
        self._placed: dict[str, _Placed] = {}
        for number, (path, picture) in enumerate(pictures.items(), 1):
            picture, width, height = _measured(picture)
            name = PackURI(f"/word/media/image{number}.{picture.suffix}")
            part = Part(name, picture.media_type, picture.data, package)
            self._placed[path] = _Placed(main.relate_to(part, RELATIONSHIP_TYPE.IMAGE), width, height)

    def place(self, image: Image) -> list[str]:
        """The picture as a paragraph of its own, as large as its column allows; nothing where it is missing."""
        if image.path not in self._placed:
            return []
        self._count += 1
        placed = self._placed[image.path]
        width, height = self._page.picture_room()
        scale = min(1.0, width / placed.width, height / placed.height)
        inline = CT_Inline.new_pic_inline(
            self._count,
            placed.rel,
            f"picture{self._count}",
            Twips(max(1, round(placed.width * scale))),
            Twips(max(1, round(placed.height * scale))),
        )
        inline.docPr.set("descr", image.alt)
        for side in "TBLR":  # else LibreOffice keeps the text at a distance, and the picture out of its column
            inline.set(f"dist{side}", "0")
        return [paragraph(PICTURE, el("r", el("drawing", etree.tostring(inline, encoding="unicode"))))]


def _measured(picture: Picture) -> tuple[Picture, float, float]:
    """The picture with its own width and height in twips; WebP, which Word does not show, as PNG."""
    from PIL import Image as Pillow

    with Pillow.open(BytesIO(picture.data)) as opened:
        across, down = (float(dpi) if dpi >= 1 else _USUAL_DPI for dpi in opened.info.get("dpi", (_USUAL_DPI,) * 2))
        width, height = opened.width * _INCH / across, opened.height * _INCH / down
        if picture.suffix == "webp":
            converted = BytesIO()
            opened.save(converted, "PNG")
            picture = Picture(converted.getvalue(), "image/png", "png")
    return picture, width, height
