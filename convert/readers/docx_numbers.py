"""The automatic numbers of paragraphs in a Word file, as its numbering part tells them (ECMA-376 Part 1, 17.9)."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS: Final = 9
_DIGITS: Final = "〇一二三四五六七八九"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")


def _chinese(number: int) -> str:
    """
    >>> [_chinese(number) for number in (0, 3, 10, 12, 20, 101, 110)]
    ['〇', '三', '十', '十二', '二十', '一百〇一', '一百一十']
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        tens_said = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
        return tens_said + (_DIGITS[ones] if ones or not tens else "")
    said = f"{_DIGITS[hundreds]}百"
    if tens:
        said += f"{_DIGITS[tens]}十"
    elif ones:
        said += "〇"
    return said + (_DIGITS[ones] if ones else "")


def letters(number: int) -> str:
    """a to z, then aa, bb: as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else ""


def roman(number: int) -> str:
    said = ""
    for value, sign in (
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        said += sign * (number // value)
        number %= value
    return said


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": lambda number: chr(0x245F + number) if 1 <= number <= 20 else str(number),
    "decimalEnclosedCircleChinese": lambda number: chr(0x245F + number) if 1 <= number <= 20 else str(number),
    "chineseCounting": _chinese,
    "chineseCountingThousand": lambda number: _chinese(number).replace("〇", "零"),
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "ideographTraditional": lambda number: _STEMS[number - 1] if 1 <= number <= 10 else str(number),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}  # fmt: skip
MOST: Final = 999  # the number up to which all of them count


class Numbers:
    """Counts the numbered paragraphs of a document, in their order."""

    def __init__(self, document: Any) -> None:
        self._styles = document.styles.element
        related = (part for part in document.part.rels.values() if part.reltype.endswith("/numbering"))
        relation = next(related, None)
        self._root: Any = None if relation is None else getattr(relation.target_part, "element", None)
        self._counts: dict[str, dict[int, int]] = {}  # by abstract definition and level
        self._begun: set[tuple[str, int]] = set()  # numberings of which a level counts from a number of its own

    def number_of(self, paragraph: Any) -> str | None:
        """The number before a paragraph, with what parts them; "" where there is none, None for one not read.

        Counts it: ask once for each paragraph.
        """
        found = self._numbering(paragraph)
        if found is None or self._root is None:
            return ""
        name, level = found
        num = self._one("num", "numId", name)
        abstract = _value(num, "abstractNumId")
        definition = self._one("abstractNum", "abstractNumId", abstract)
        levels = {number: _level(num, definition, number) for number in range(_LEVELS)}
        if levels.get(level) is None:
            return None if num is not None else ""
        self._count(name, abstract, level, levels[level], num)
        return self._said(abstract, level, levels)

    def _numbering(self, paragraph: Any) -> tuple[str, int] | None:
        """The id of a paragraph's numbering, its own or its style's, and the level."""
        properties = paragraph.find(f"{_W}pPr")
        name, level = _value(properties, "numPr/numId"), _value(properties, "numPr/ilvl")
        style = _value(properties, "pStyle")
        for _ in range(_LEVELS):  # styles may go round in a circle
            if name or not style:
                break
            one = next((s for s in self._styles.iterchildren(f"{_W}style") if s.get(f"{_W}styleId") == style), None)
            name = _value(one, "pPr/numPr/numId")
            level = level or _value(one, "pPr/numPr/ilvl")
            style = _value(one, "basedOn")
        return (name, int(level) if level.isdecimal() else 0) if name and name != "0" else None

    def _one(self, tag: str, attribute: str, value: str) -> Any:
        found = self._root.iterchildren(f"{_W}{tag}")
        return next((one for one in found if one.get(f"{_W}{attribute}") == value), None)

    def _count(self, name: str, abstract: str, level: int, definition: Any, num: Any) -> None:
        counts = self._counts.setdefault(abstract, {})
        own = next((o for o in num.iterchildren(f"{_W}lvlOverride") if o.get(f"{_W}ilvl") == str(level)), None)
        restart = _value(own, "startOverride")
        if restart and (name, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((name, level))
        start = restart or _value(definition, "start")
        counts[level] = counts[level] + 1 if level in counts else int(start) if start.isdecimal() else 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

    def _said(self, abstract: str, level: int, levels: Mapping[int, Any]) -> str | None:
        counts, unread = self._counts[abstract], False

        def said(found: re.Match[str]) -> str:
            nonlocal unread
            at = int(found[1]) - 1
            start = _value(levels[at], "start")
            count = counts.get(at, int(start) if start.isdecimal() else 1)
            shape = "decimal" if levels[level].find(f"{_W}isLgl") is not None else _format(levels[at])
            unread = unread or (shape != "none" and (shape not in _FORMATS or count > MOST))
            return "" if shape == "none" or unread else _FORMATS[shape](count)

        if _format(levels[level]) == "bullet":
            return ""
        text = re.sub("%([1-9])", said, _value(levels[level], "lvlText"))
        if unread or not text.strip():
            return None if unread else ""
        return text if not text[-1].isascii() else f"{text.rstrip()} "


def _format(level: Any) -> str:
    """The format of a level's numbers; decimal where none is told."""
    return _value(level, "numFmt") or "decimal"


def _level(num: Any, abstract: Any, level: int) -> Any:
    """The definition of a level, a numbering's own before that of what it is based on."""
    if num is None:
        return None
    for override in num.iterchildren(f"{_W}lvlOverride"):
        own = override.find(f"{_W}lvl")
        if override.get(f"{_W}ilvl") == str(level) and own is not None:
            return own
    found = () if abstract is None else abstract.iterchildren(f"{_W}lvl")
    return next((one for one in found if one.get(f"{_W}ilvl") == str(level)), None)


def _value(element: Any, path: str) -> str:
    """The value of the element at a path; "" where there is none."""
    found = None if element is None else element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return "" if found is None else str(found.get(f"{_W}val", ""))
