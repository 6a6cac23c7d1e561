"""Named classes of characters: the single source for rules, structure and composition.

Sets are plain strings or frozensets of single characters; `*_CLASS` strings are the inside of a
regular expression's square brackets.
"""

from typing import Final
from unicodedata import category

_UNSEEN: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
# Ideographs: URO with extension A, compatibility ideographs, the planes above the BMP, and 〇.
HAN_CLASS: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"

IDEOGRAPHIC_SPACE: Final = "\u3000"
# White space within a line, as OCR and typesetters leave it. No-break and thin spaces count.
BLANKS: Final = " \t\u00a0\u3000\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"

# Marks of Chinese text (GB/T 15834-2011), by what they do at a line's ends (CLREQ 行首行尾禁则).
PAUSES: Final = "，、；："
STOPS: Final = "。！？"
OPENING: Final = "（《〈“‘「『【〔［｛〖〘﹁﹃"
CLOSING: Final = "）》〉”’」』】〕］｝〗〙﹂﹄"
INTERPUNCTS: Final = "·・‧•"
DASH: Final = "—"
ELLIPSIS: Final = "…"

# Marks with which a paragraph may end.
TERMINAL: Final = frozenset("。！？!?…：:；;”’」』）)】")

NO_LINE_START: Final = frozenset(PAUSES + STOPS + CLOSING + INTERPUNCTS + "％%‰℃°,.;:!?)]}")
NO_LINE_END: Final = frozenset(OPENING + "([{")

# All punctuation that is set in a full square in Chinese text.
FULLWIDTH_MARKS: Final = frozenset(PAUSES + STOPS + OPENING + CLOSING)

# One or two digits that stand alone, as a pattern: upright in one square of a vertical line (CLREQ 纵中横).
SHORT_NUMBER: Final = r"(?<![0-9A-Za-z.,:%/\-])[0-9]{1,2}(?![0-9A-Za-z.,:%/\-])"

# What XML 1.0 cannot hold: most controls, lone surrogates, U+FFFE and U+FFFF.
NOT_XML_CLASS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"

_WIDE_FROM: Final = "\u1100"
# Narrow in Western text, a full square in Chinese: quotes, dashes, ellipses, interpunct.
_AMBIGUOUS_WIDE: Final = frozenset("“”‘’—…·※→←↑↓○●◎△▲□■☆★①②③④⑤⑥⑦⑧⑨⑩×÷±°′″℃‰•‧∼−∶≈≠≤≥∞√")


def is_han(ch: str) -> bool:
    """Whether `ch` is an ideograph (〇 counts)."""
    return (
        "\u4e00" <= ch <= "\u9fff"
        or "\u3400" <= ch <= "\u4dbf"
        or "\uf900" <= ch <= "\ufaff"
        or "\U00020000" <= ch <= "\U0003ffff"
        or ch == "〇"
    )


def cells(ch: str) -> int:
    """Width of a character in half-width cells: 1 for Western characters, 2 for what fills a square.

    >>> cells("字"), cells("a"), cells("“"), cells("，")
    (2, 1, 2, 2)
    """
    if ch < _WIDE_FROM:
        return 2 if ch in _AMBIGUOUS_WIDE else 1
    if "\uff61" <= ch <= "\uffdc":  # half-width katakana and hangul
        return 1
    if "\u2000" <= ch <= "\u2bff":
        return 2 if ch in _AMBIGUOUS_WIDE or "\u2460" <= ch <= "\u24ff" else 1
    return 2


def width(text: str) -> int:
    """Width of a line in half-width cells."""
    if text.isascii():
        return len(text)
    return sum(map(cells, text))


def visible(text: str) -> str:
    """The text on one line of a terminal: controls, line ends, format characters and lone surrogates as escapes.

    >>> visible("甲\\n\\x1b[2J")
    '甲\\\\n\\\\x1b[2J'
    """
    return "".join(repr(ch)[1:-1] if category(ch) in _UNSEEN else ch for ch in text)
