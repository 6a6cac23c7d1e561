"""reportlab's canvas, as far as kanben uses it: what rests on its insides stands here, and is tested."""

import threading
import zlib
from datetime import datetime
from queue import SimpleQueue
from typing import Any, Final, Self

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from .face import Face

_LEVEL: Final = 5


def packed(code: str) -> bytes:
    """A page description as it stands in the file."""
    return zlib.compress(code.encode(), _LEVEL)


class Packer:
    """Packs page descriptions in a thread of its own, while the pages after them are composed."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[bytes, SimpleQueue[bytes]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._waiting.put(None)
        self._thread.join()

    def pack(self, code: str) -> SimpleQueue[bytes]:
        """A description to be packed; what is returned will give the outcome, once."""
        outcome: SimpleQueue[bytes] = SimpleQueue()
        self._waiting.put((code.encode(), outcome))
        return outcome

    def _work(self) -> None:
        while task := self._waiting.get():
            code, outcome = task
            outcome.put(zlib.compress(code, _LEVEL))


class Canvas(canvas.Canvas):
    """A canvas that names no font of its own: each of ours is named by the text that uses it."""

    _code: list[str]
    _doc: Any

    def _make_preamble(self) -> None:
        self._preamble = ""

    def finish_page(self, content: bytes, number: int) -> None:
        """Close the page with this packed description."""
        self._code = []
        self.showPage()
        stream = pdfdoc.PDFStream(content=content, filters=[])
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
