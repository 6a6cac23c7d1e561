"""word/footnotes.xml: the notes that marks in the text call, each under the mark that the paper printed."""

from ...style import Role
from .markup import el, paragraph, part, run
from .names import NAMES, NOTE_MARK
from .runs import Runs

_NOTE: Role = "note"
_STYLE = f'<w:rStyle w:val="{NOTE_MARK}"/>'


def mark_run(mark: str) -> str:
    """A mark without a note of its own: one that calls again, or the one that a note begins with."""
    return run(mark, _STYLE)


def _split(mark: str) -> str:
    """A mark whose first character stands in a run of its own: LibreOffice repeats a longer one."""
    return mark_run(mark[0]) + (mark_run(mark[1:]) if len(mark) > 1 else "")


class Footnotes:
    """The footnotes of a document, numbered from 1; 0 and -1 are Word's separators."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._notes: list[str] = []

    def call(self, mark: str, text: str) -> str:
        """The run that calls a note with this text. The mark stays as it was printed: Word counts nothing anew."""
        number = len(self._notes) + 1
        before, _, after = text.partition(mark)
        content = (self._runs(before) if before.strip() else "") + _split(mark) + self._runs(after)
        self._notes.append(el("footnote", paragraph(NAMES[_NOTE].id, content), id=number))
        reference = el("footnoteReference", customMarkFollows=1, id=number)
        return _split(mark).replace("</w:rPr>", f"</w:rPr>{reference}", 1)

    def __len__(self) -> int:
        return len(self._notes)

    def part(self) -> bytes:
        separators = [
            el("footnote", paragraph("Normal", el("r", el(kind))), type=kind, id=number)
            for kind, number in (("separator", -1), ("continuationSeparator", 0))
        ]
        return part("footnotes", *separators, *self._notes)
