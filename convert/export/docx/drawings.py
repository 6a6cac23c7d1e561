"""Pictures in the text, each with the words for those who cannot see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from ...model import Image
from ..pictures import Picture
from .markup import el, escape, paragraph
from .names import PICTURE
from .opc import Part
from .page import Page

_INCH: Final = 1440  # twips
_EMU: Final = 635  # English metric units in a twip
_USUAL_DPI: Final = 96  # of a file that does not say, or says what cannot be


@dataclass(frozen=True, slots=True)
class _Placed:
    """A picture in the package: the relationship that leads to it, its own size in twips."""

    rel: str
    width: float
    height: float


class Drawings:
    """The pictures of a document, by their paths."""

    def __init__(self, main: Part, pictures: Mapping[str, Picture], page: Page) -> None:
        self._page = page
        self._count = 0
        self._placed: dict[str, _Placed] = {}
        for number, (path, picture) in enumerate(pictures.items(), 1):
            picture, width, height = _measured(picture)
            part = Part(f"word/media/image{number}.{picture.suffix}", picture.media_type, picture.data)
            self._placed[path] = _Placed(main.relate("image", part), width, height)

    def place(self, image: Image) -> list[str]:
        """The picture as a paragraph of its own, as large as its column allows; nothing where it is missing."""
        if image.path not in self._placed:
            return []
        self._count += 1
        placed = self._placed[image.path]
        width, height = self._page.picture_room()
        scale = min(1.0, width / placed.width, height / placed.height)
        across, down = (max(1, round(side * scale * _EMU)) for side in (placed.width, placed.height))
        inline = _inline(self._count, placed.rel, across, down, image.alt)
        return [paragraph(PICTURE, el("r", el("drawing", inline)))]


def _inline(number: int, rel: str, width: int, height: int, alt: str) -> str:
    """A picture that stands in the text like a character (ISO/IEC 29500-1, 20.4.2.8), its size in EMU."""
    name = f'id="{number}" name="picture{number}" descr="{escape(alt)}"'
    extent = f'cx="{width}" cy="{height}"'
    return (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:docPr {name}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline>"
    )


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
