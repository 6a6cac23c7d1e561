"""reportlab's canvas, as far as kanben uses it: what rests on its insides stands here, and is tested."""

import zlib
from datetime import datetime
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from .face import Face


class Canvas(canvas.Canvas):
    """A canvas that names no font of its own: each of ours is named by the text that uses it."""

    _code: list[str]
    _doc: Any

    def _make_preamble(self) -> None:
        self._preamble = ""

    def finish_page(self, code: list[str], number: int) -> None:
        """Close the page with this description; packed at once, since descriptions are long."""
        self._code = []
        self.showPage()
        stream = pdfdoc.PDFStream(content=zlib.compress("\n".join(code).encode(), 5), filters=[])
        stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
        self._doc.idToObject[f"Page{number}"].Contents = stream

    def embed(self, faces: list[Face]) -> None:
        """Have the fonts written when the document is saved."""
        for face in faces:
            self._doc.fontMapping[face.names[False]] = face.names[False]
            self._doc.delayedFonts.append(face)

    def dated(self, when: datetime) -> None:
        """Give the document a time of our own."""
        clock = self._doc._timeStamp
        clock.t, clock.lt = when.timestamp(), when.timetuple()
        clock.YMDhms = tuple(when.timetuple()[:6])
