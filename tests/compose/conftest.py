"""Type in which every Chinese character is 1 em wide and every Western one half an em, drawn as text."""

from collections.abc import Callable, Sequence

import pytest

from convert.compose import Line, Setting, Shaped, break_lines, prepare
from convert.compose.case import Case
from convert.compose.kinds import kind_of

_BASIC = Setting()
_BLANKS = {"O": (500, 0), "C": (0, 500), "P": (0, 500), "S": (0, 500)}


class EmShaper:
    """A shaper without a font: the code of a cluster is its text; `centred` marks stand in the middle."""

    def __init__(self, centred: bool = False) -> None:
        self.centred = centred

    def shape(self, text: str, face: str, *, vertical: bool, western: bool) -> Sequence[Shaped]:
        out = []
        for ch in text:
            kind = kind_of(ch)
            before, after = _BLANKS.get(kind, (0, 0))
            if self.centred and kind in "PS":
                before = after = 400
            out.append(Shaped(ch, ch, "em", 500 if western or kind == "_" else 1000, before, after))
        return out

    def square(self, text: str, face: str) -> Shaped:
        return Shaped(text, text, "em", 1000, 0, 0)


Set = Callable[..., list[Line]]


@pytest.fixture
def set_type() -> Set:
    """Sets a text: `set_type(text, 10)` gives the lines of a paragraph 10 em wide."""

    def run(text: str, ems: float, indent: float = 0, setting: Setting = _BASIC, **options: object) -> list[Line]:
        case = Case(EmShaper(centred=setting.glyphs == "tc"), "song", setting)
        return break_lines(prepare(text, case, setting), ems * 1000, indent * 1000, **options)

    return run


@pytest.fixture
def drawn(set_type: Set) -> Callable[..., str]:
    """Lines drawn as text, one below the other, an indent as `□`."""

    def draw(text: str, ems: float, indent: float = 0, **options: object) -> str:
        lines = set_type(text, ems, indent, **options)
        rows = ["".join(p for run in line.runs for p in run.pieces if isinstance(p, str)) for line in lines]
        return "\n".join(["□" * int(indent) + rows[0], *rows[1:]])

    return draw
