"""What each character does in a line: the kinds that breaking and adjustment work on.

A paragraph's kinds are one string with a letter for each cluster, so that regular expressions find the
places where something happens.
"""

import re
import unicodedata
from typing import Final, Literal

from .. import chars

ProhibitionLevel = Literal["none", "basic", "gb", "strict"]
LEVELS: Final[tuple[ProhibitionLevel, ...]] = ("none", "basic", "gb", "strict")

HAN: Final = "H"  # an ideograph, or anything else that fills a square and may be parted from its neighbours
OPENING: Final = "O"
CLOSING: Final = "C"
PAUSE: Final = "P"  # ，、；：
STOP: Final = "S"  # 。！？
INTERPUNCT: Final = "I"
DASH: Final = "D"
ELLIPSIS: Final = "E"
CONNECTOR: Final = "K"
SOLIDUS: Final = "X"
ITERATION: Final = "T"  # 々 and what else repeats the character before it
WIDE_PREFIX: Final = "r"  # ￥
WIDE_UNIT: Final = "u"  # ％ ℃
LETTER: Final = "L"
DIGIT: Final = "N"
PREFIX: Final = "R"  # $
UNIT: Final = "U"  # %
HYPHEN: Final = "h"
WESTERN_OPENING: Final = "w"
WESTERN_MARK: Final = "W"  # closing brackets, commas and stops of Western text
SPACE: Final = "_"
WIDE_SPACE: Final = "Z"
GLUE: Final = "B"  # a no-break space, a word joiner

SYMBOL: Final = "Y"  # + = & and the like: part of Western words, but set close to Han characters
RATIO: Final = "∶"  # of a match or a mixture, 3∶1: a square in Chinese faces, but set half an em wide
WESTERN: Final = "LNRUhwWXY"  # what makes up Western words
ADJUSTABLE_MARKS: Final = "OCPSI"

_KINDS: Final[dict[str, str]] = {}
for _letter, _members in {
    OPENING: chars.OPENING + "〝｟⦅«",
    CLOSING: chars.CLOSING + "〞〟｠⦆»",
    PAUSE: chars.PAUSES + "︰",
    STOP: chars.STOPS + "｡．‼⁇⁈⁉",
    INTERPUNCT: chars.INTERPUNCTS + "･",
    DASH: "—―⸺⸻",
    ELLIPSIS: "…⋯‥․︙\U00010af6",
    CONNECTOR: "～–－〜゠‐",
    SOLIDUS: "／/",
    ITERATION: "々〻ゝゞヽヾー〱〲〳〴〵ㆍ",
    WIDE_PREFIX: "￥￡＄",
    WIDE_UNIT: "％‰℃℉￠′″‵﹪°‱",
    PREFIX: "$£¥€₩№#",
    UNIT: "%¢",
    SYMBOL: RATIO + "+=<>&@*_~^|`\\\"'",
    HYPHEN: "-",
    WESTERN_OPENING: "([{",
    WESTERN_MARK: ".,;:!?)]}",
    SPACE: " \t\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f",
    WIDE_SPACE: "\u3000",
    GLUE: "\u00a0\u2007\u202f\u2060\ufeff\u00ad",
}.items():
    for _ch in _members:
        _KINDS[_ch] = _letter

_WORD_CHARACTERS: Final = (
    r"!-~\u00a1-\u00ac\u00ae\u00af\u00b1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u052f\u1e00-\u1fff\u20ac\u2116"
)
_SQUARES: Final = "\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_AFTER_DASH: Final = "(?:(?<=[—―⸺⸻])一)?"  # 一 is set apart from a dash before it
# What stands between ideographs and kana, which are all alike: each a square of the kind HAN, alone. With what combines
# with them they are not.
BETWEEN_SQUARES: Final = re.compile(f"([^{_SQUARES}]+{_AFTER_DASH})")
# Western words (a curly apostrophe only between letters), and marks that are one though written as two
# (CLREQ 符号分离禁则). The pattern begins with a plain set of characters, which makes the search quick.
WORD_OR_PAIR: Final = re.compile(
    rf"[{_WORD_CHARACTERS}—…⋯‥](?:(?<=—)—|(?<=…)…|(?<=⋯)⋯|(?<=‥)‥|(?<![—…⋯‥])"
    rf"(?:[{_WORD_CHARACTERS}\u0300-\u036f]|(?<=[A-Za-z])’(?=[A-Za-z]))*)"
)
PAIRS: Final = frozenset(("——", "……", "⋯⋯", "‥‥"))
# Accents, tone marks, variation selectors, joiners: they belong to the character before them.
COMBINING: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\u302a-\u302f\u3099\u309a\u200c\u200d"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]+"
)
COMBINED: Final = re.compile("[^\\s\u200b-\u200f]" + COMBINING.pattern)
BETWEEN_SQUARES_COMBINING: Final = re.compile(f"((?:[^{_SQUARES}]|.(?={COMBINING.pattern}))+{_AFTER_DASH})")
# 〔1〕 or [12]: it stays with the character before it.
NOTE_MARK: Final = re.compile(r"(?:〔[0-9０-９〇一二三四五六七八九十]{1,3}〕|\[[0-9]{1,3}\]|［[0-9０-９]{1,3}］)")

_NO_START: Final[dict[ProhibitionLevel, str]] = {
    "none": "",
    "basic": "PSCIKuUWT",
    "gb": "PSCIKuUWT",
    "strict": "PSCIKuUWTDE",
}
_NO_END: Final[dict[ProhibitionLevel, str]] = {
    "none": "",
    "basic": "OrRw",
    "gb": "OrRwX",
    "strict": "OrRwX",
}


def kind_of(ch: str) -> str:
    """The kind of a character, by its first code point."""
    known = _KINDS.get(ch[0])
    if known:
        return known
    if "0" <= ch[0] <= "9":
        return DIGIT
    if ch[0] < "\u2000" and not "\u1100" <= ch[0] <= "\u11ff":
        return LETTER
    return GLUE if unicodedata.category(ch[0]) in ("Mn", "Me", "Cf") else HAN


def kind_of_word(text: str) -> str:
    """The kind of a cluster of Western text, be it a character or a word."""
    if len(text) < 2 or not any(ch.isalnum() for ch in text[1:]):
        return kind_of(text)
    return LETTER if any(ch.isalpha() for ch in text) else DIGIT


def no_line_start(level: ProhibitionLevel) -> str:
    """The kinds that begin no line (行首禁则): SPACE and GLUE at every level."""
    return _NO_START[level] + SPACE + WIDE_SPACE + GLUE


def no_line_end(level: ProhibitionLevel) -> str:
    """The kinds that end no line (行尾禁则)."""
    return _NO_END[level] + GLUE
