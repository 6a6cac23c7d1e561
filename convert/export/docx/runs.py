"""Text as runs, each sign in the face and direction that Chinese readers expect."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ... import chars
from ...style import STYLES, Face, Role
from .markup import el, paragraph, run
from .names import NAMES, SONG_MARKS

_WESTERN: Final = "0-9A-Za-z\u00c0-\u024f\u0370-\u04ff"
# A stretch of Western text: words with their apostrophes, and the marks that spaces tie to them.
_WESTERN_TEXT: Final = re.compile(
    rf"[{_WESTERN}]+(?:[’–][{_WESTERN}]+|[!-/:-@\[-`{{-~]*[”’]?(?: [–—])? [“‘]?[!-/:-@\[-`{{-~]*[{_WESTERN}]+)*"
)
# What Word sets in the Latin face unless a hint says otherwise.
_AMBIGUOUS: Final = re.compile("[“”‘’—…·‧•\u00a7\u00b0-\u00d7\u00f7\u2010-\u2027\u2030-\u2044\u2100-\u27bf]")
_QUOTES: Final = "(?<![A-Za-z])[“”‘’]+|[“”‘’]+(?![A-Za-z])"  # apostrophes aside
_EAST_ASIAN: Final = el("rFonts", hint="eastAsia")
_IN_ONE_SQUARE: Final = el("eastAsianLayout", id=1, vert=1, vertCompress=1)


class Runs:
    """Makes runs of texts. `rare` gives the family for each character that the face of its text lacks."""

    def __init__(self, rare: Mapping[str, str], *, vertical: bool) -> None:
        self._rare = rare
        self._special: dict[bool, re.Pattern[str] | None] = {}
        for kai in (False, True):
            kinds = [f"[{re.escape(''.join(rare))}]+"] if rare else []
            kinds += [_QUOTES] if kai else []
            kinds += [chars.SHORT_NUMBER] if vertical else []
            self._special[kai] = re.compile("|".join(kinds)) if kinds else None

    def __call__(self, text: str, face: Face = "song", style: str = "") -> str:
        """The text as runs of a character style, or of their paragraph's.

        Quotes, dashes and ellipses of Chinese text carry the hint that puts them in its face; those within Western
        text do not: don’t keeps its apostrophe. Curly quotes in Kai are set in Song: few Kai faces have them wide.
        """
        mark = el("rStyle", val=style) if style else ""
        special = self._special[face == "kai"]
        chinese = _AMBIGUOUS.search(text) is not None and any(map(chars.is_han, text))
        if special is None:
            return "".join(_hinted(text, mark, chinese))
        out: list[str] = []
        at = 0
        for match in special.finditer(text):
            out.extend(_hinted(text[at : match.start()], mark, chinese))
            out.append(self._special_run(match[0], mark))
            at = match.end()
        out.extend(_hinted(text[at:], mark, chinese))
        return "".join(out)

    def styled(self, role: Role, text: str) -> str:
        """A paragraph in the style of a role."""
        return paragraph(NAMES[role].id, self(text, STYLES[role].face))

    def _special_run(self, text: str, mark: str) -> str:
        if text[0] in self._rare:
            family = self._rare[text[0]]
            return run(text, mark + el("rFonts", ascii=family, hAnsi=family, eastAsia=family))
        if text.isdigit():
            return run(text, mark + _IN_ONE_SQUARE)
        return run(text, el("rStyle", val=SONG_MARKS) + _EAST_ASIAN)


def _hinted(text: str, mark: str, chinese: bool) -> Iterator[str]:
    """Text in one direction and face, parted where Chinese and Western marks meet."""
    if not text:
        return
    if not chinese or not _AMBIGUOUS.search(text):
        yield run(text, mark)
        return
    at = 0
    for match in _WESTERN_TEXT.finditer(text):
        if match[0].isascii():
            continue
        if match.start() > at:
            yield run(text[at : match.start()], mark + _EAST_ASIAN)
        yield run(match[0], mark)
        at = match.end()
    if at < len(text):
        yield run(text[at:], mark + _EAST_ASIAN)
