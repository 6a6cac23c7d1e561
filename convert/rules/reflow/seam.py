"""What stands between the two halves of a line that was cut: nothing, a space, or a hyphen too many."""

from collections import Counter
from functools import cached_property
from typing import Final

from ...patterns import regex
from .fields import in_address

_WORD: Final = regex("[A-Za-z]+(?:-[A-Za-z]+)*")
_LAST: Final = regex("[A-Za-z]+(?:-[A-Za-z]+)*-?$")
_FIRST: Final = regex("[A-Za-z]+")
_LONGEST: Final = 60  # letters of a word
# Hong Kong writes 2888 0000.
_PHONE: Final = regex("(?:电话|電話|热线|熱線|致电|致電|查询|查詢|传真|傳真|Tel)[^0-9]{0,4}[0-9]{4}$")
_PHONE_REACH: Final = 16
_PHONE_FIRST: Final = regex("[0-9]{4}(?![0-9])")
# What is set with a hyphen wherever it stands.
_HARD: Final = regex(
    "(?i:all|anti|co|cross|double|e|ex|first|full|half|high|large|left|long|low|mid|multi|non|off|old|one|open|over"
    "|part|post|pre|pro|right|second|self|semi|short|single|small|so|sub|third|three|top|two|ultra|under|well|x)"
)


class Seams:
    """The seams of a text. Its own words tell whether two halves are one: Weima|rer beside a whole Weimarer."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(_WORD.findall(self._text))

    def between(self, a: str, b: str, squares: bool = False) -> tuple[str, int]:
        """What to put between two halves, and how many characters to take from the first one's end.

        In a page that set each letter in a square (`squares`), words were cut anywhere.
        """
        left, right = a[-1], b[0]
        if left > "\x7f" or right > "\x7f":
            return "", 0
        if left.isdigit() and right.isdigit():
            return " " if _PHONE.search(a[-_PHONE_REACH:]) and _PHONE_FIRST.match(b) else "", 0
        if left == "-" and right.islower():
            return "", int(self._is_soft(a, b))
        if left.isalpha() and right.isalpha():
            return "" if self._is_one_word(a, b, squares) else " ", 0
        if (left.isalnum() or left == "_") and right.isalnum():
            return "" if in_address(a) else " ", 0
        apart = (left in ",.;:!?" and right.isalpha()) or (left == ")" and right.isalnum())
        apart = apart or (left.isalpha() and right == "(")
        return " " if apart and not in_address(a) else "", 0

    def _is_soft(self, a: str, b: str) -> bool:
        """Whether a hyphen at the line's end only parts a word."""
        last, first = _LAST.search(a[-_LONGEST:]), _FIRST.match(b)
        if not last or not first or "-" in last[0][:-1]:
            return False
        word = last[0][:-1]
        if self._words[word + first[0]] or self._words[word + "-" + first[0]]:
            return self._words[word + first[0]] > self._words[word + "-" + first[0]]
        return not _HARD.fullmatch(word) and len(word) > 1 and len(first[0]) > 1

    def _is_one_word(self, a: str, b: str, squares: bool) -> bool:
        """Whether the line end cut a Western word, or an address, in two."""
        if in_address(a):
            return True
        last, first = _LAST.search(a[-_LONGEST:]), _FIRST.match(b)
        if not last or not first:
            return False
        # both halves stand at a line's edge and were counted there
        if self._words[last[0] + first[0]] and min(self._words[last[0]], self._words[first[0]]) < 2:
            return True
        return squares and b[0].islower()
