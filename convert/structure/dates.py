"""Dates as papers print them: 2024年3月12日, 一九五四年五月十八日, 民國四十三年五月十八日, 2023-11-28."""

from datetime import date
from typing import Final

from ..patterns import regex

_DIGITS: Final = {ch: i for i, ch in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "Ｏ": 0, "元": 1, "壹": 1}
_FULLWIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_NUMBER: Final = "[0-9〇○零元一二三四五六七八九十廿卅]"
_PRINTED: Final = regex(
    rf"(?:(?P<era>民国|民國|中华民国|中華民國)\s*)?(?P<year>[一壹]百{_NUMBER}{{0,4}}|{_NUMBER}{{1,4}})\s*年"
    rf"\s*(?P<month>{_NUMBER}{{1,3}})\s*月\s*(?P<day>{_NUMBER}{{1,3}})"
    r"(?:\s*[日号號]|(?=\s+(?:星期|[周週])))"  # a masthead's day stands large and alone: 9月　3　星期三
)
_PLAIN: Final = regex(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<sep>[-./_]?)(?P<month>[01][0-9]|[1-9])(?P=sep)(?P<day>[0-3][0-9]|[1-9])(?![0-9])"
)
_REPUBLIC: Final = 1911  # the year before the first of the Republic


def number_of(text: str) -> int | None:
    """A number in Arabic or Chinese digits: 18, 十八, 一九五四, 廿三, 一百一十三.

    >>> number_of("十八"), number_of("一九五四"), number_of("廿三"), number_of("元"), number_of("一百一十三")
    (18, 1954, 23, 1, 113)
    """
    text = text.translate(_FULLWIDTH)
    if text.isascii() and text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    hundreds, hundred, rest = text.partition("百")
    if hundred:
        high, low = _DIGITS.get(hundreds), number_of(rest.lstrip("零〇")) if rest else 0
        return high * 100 + low if high is not None and low is not None else None
    if "十" not in text:
        digits = [_DIGITS.get(ch) for ch in text]
        return int("".join(map(str, digits))) if digits and None not in digits else None
    tens, _, ones = text.partition("十")
    high, low = (_DIGITS.get(tens) if tens else 1), (_DIGITS.get(ones) if ones else 0)
    return high * 10 + low if high is not None and low is not None else None


def printed_date(text: str) -> date | None:
    """The first full date in a text; years of the Republic are counted from 1912. None where there is no such day."""
    for found in _PRINTED.finditer(text.translate(_FULLWIDTH)):
        year, month, day = (number_of(found[name]) for name in ("year", "month", "day"))
        if year is None or month is None or day is None:
            continue
        if found["era"]:
            year += _REPUBLIC
        if year >= 1800 and (whole := _day(year, month, day)):
            return whole
    return None


def date_in_name(stem: str) -> date | None:
    """The date in a file's name, or in a folio: jilin-2023-11-28, 青岭日报20231128, 2023年11月28日."""
    found = printed_date(stem)
    if found:
        return found
    for plain in _PLAIN.finditer(stem):
        if not plain["sep"] and len(plain[0]) != 8:
            continue
        whole = _day(int(plain["year"]), int(plain["month"]), int(plain["day"]))
        if whole:
            return whole
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
