"""reportlab's canvas, as far as kanben uses it: what rests on its insides stands here, and is tested."""

import threading
import zlib
from datetime import datetime
from functools import partial
from queue import SimpleQueue
from typing import Any, Final, Self

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from .face import Face

_LEVEL: Final = 5
_BATCH: Final = 16  # pages that are packed together: threads change places seldom


def packed(code: str) -> bytes:
    """A page description as it stands in the file."""
    return zlib.compress(code.encode(), _LEVEL)


_Task = tuple[bytes, "SimpleQueue[bytes]"]


class Packer:
    """Packs page descriptions in a thread of its own, while the pages after them are composed."""

    def __init__(self) -> None:
        self._batch: list[_Task] = []
        self._waiting: SimpleQueue[list[_Task]] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._waiting.put([])
        self._thread.join()

    def pack(self, code: str) -> SimpleQueue[bytes]:
        """A description to be packed; what is returned will give the outcome, once, when all are `done`."""
        outcome: SimpleQueue[bytes] = SimpleQueue()
        self._batch.append((code.encode(), outcome))
        if len(self._batch) == _BATCH:
            self.done()
        return outcome

    def done(self) -> None:
        """No more are to come for now."""
        if self._batch:
            self._waiting.put(self._batch)
            self._batch = []

    def _work(self) -> None:
        while batch := self._waiting.get():
            for code, outcome in batch:
                outcome.put(zlib.compress(code, _LEVEL))


class Raw(pdfdoc.PDFObject):
    """An object whose bytes are known before the document is put together."""

    __RefOnly__ = 1
    __slots__ = ("__InternalName__", "data")
    __InternalName__: str

    def __init__(self) -> None:
        self.data = b""

    def format(self, _document: Any) -> bytes:
        return self.data


def register(doc: Any, raw: Raw) -> int:
    """Give an object a number, as PDFDocument.Reference does, which takes its time over questions that do not arise."""
    number: int = doc.objectcounter + 1
    doc.objectcounter = number
    raw.__InternalName__ = name = f"raw-{number}"
    doc.idToObjectNumberAndVersion[name], doc.numberToId[number], doc.idToObject[name] = (number, 0), name, raw
    return number


def _file(doc: Any) -> bytes:
    """The whole file, as PDFDocument.format makes it, which takes as long over objects whose bytes are known."""
    root, info = doc.Reference(doc.Catalog), doc.Reference(doc.info)
    out = [b"%PDF-1.7\n%\223\214\213\236\n"]
    at = len(out[0])
    places: list[int] = []
    while name := doc.numberToId.get(len(places) + 1):  # objects may bring others with them
        content = doc.idToObject[name]
        data = content.data if isinstance(content, Raw) else pdfdoc.format(content, doc, toplevel=1)
        places.append(at)
        out.append(b"%d 0 obj\n%b\nendobj\n" % (len(places), data.rstrip(b"\n")))
        at += len(out[-1])
    out.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    out += [b"%010d 00000 n \n" % place for place in places]
    trailer = pdfdoc.PDFTrailer(startxref=at, Size=len(places) + 1, Root=root, Info=info, ID=doc.ID())
    return b"".join([*out, trailer.format(doc)])


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

    def save(self) -> None:
        """Write the file."""
        self._doc.format = partial(_file, self._doc)
        super().save()

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
