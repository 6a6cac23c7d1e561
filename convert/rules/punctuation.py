"""Half-width marks where Chinese wants full-width ones (GB/T 15834-2011)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from .. import chars
from .rule import Context, Found, Rule

_SOURCE: Final = "GB/T 15834-2011"

# Closing quotes and brackets before a mark, opening ones after it, and blanks say nothing of the language.
_SKIP_LEFT: Final = "\"')]>”’— …" + chars.BLANKS
_SKIP_RIGHT: Final = "\"'([<“‘— …" + chars.BLANKS
_REACH: Final = 5

# Addresses, and what looks like one: marks within stay.
_ADDRESS: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]{1,10}://|www\.)[!-~]*[A-Za-z0-9/&=#%_~-]"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
)
# A line of a bibliography (GB/T 7714) keeps its half-width marks.
_CITATION: Final = re.compile(r"^.*\[(?:[MCNJDRSPAGZ]|DB|CP|EB)(?:/OL|/CD)?\].*$", re.M)


def is_wide(ch: str) -> bool:
    """Whether a character belongs to Chinese text: ideographs, kana, full-width marks; not full-width letters."""
    return bool(ch) and (
        "\u2e80" <= ch < "\ua000" or "\uf900" <= ch <= "\ufaff" or ch >= "\U00020000" or ch in chars.FULLWIDTH_MARKS
    )


def left_of(text: str, at: int) -> str:
    """The nearest character before an offset that tells the language; "" at a line's start."""
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if text[i] not in _SKIP_LEFT:
            return "" if text[i] == "\n" else text[i]
    return ""


def right_of(text: str, at: int) -> str:
    """The nearest character from an offset on that tells the language; "" at a line's end."""
    for ch in text[at : at + _REACH]:
        if ch not in _SKIP_RIGHT:
            return "" if ch == "\n" else ch
    return ""


class Kept:
    """The spans of a text whose marks stay as they are: addresses and citations."""

    def __init__(self, text: str) -> None:
        spans = []
        if "://" in text or "www." in text or "@" in text:
            spans += [match.span() for match in _ADDRESS.finditer(text)]
        if "]" in text:
            spans += [match.span() for match in _CITATION.finditer(text)]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]


_PAUSE: Final = re.compile("[,;:?!]")
_FULL: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}


def _pause(text: str, context: Context) -> Iterator[Found]:
    kept = Kept(text)
    for match in _PAUSE.finditer(text):
        at = match.start()
        left, right = left_of(text, at), right_of(text, at + 1)
        if not is_wide(left) and not (is_wide(right) and _ends_word(left, text[at - 1 : at])):
            continue
        if at not in kept:
            yield at, at + 1, _FULL[match[0]]


def _ends_word(left: str, beside: str) -> bool:
    return (left.isalnum() or left in "%％℃") and (beside.isalnum() or beside in "%％℃\"')]”’")


HALFWIDTH_PAUSE: Final = Rule(
    "halfwidth-pause",
    "A half-width comma, colon, semicolon, question or exclamation mark in Chinese text",
    _pause,
    (
        ("会议要求,要坚持:守正创新;解放思想!", "会议要求，要坚持：守正创新；解放思想！"),
        ("增长8.5%,其中GDP:总量", "增长8.5%，其中GDP：总量"),
    ),
    (
        "8:30开会，投资1,000万元",
        "见http://a.cn/b?c=d,e",
        "He said: Yes, it is!",
        "王明. 振兴, 2020[J]. 学报, 2020, 12(3): 45-50.",
    ),
    _SOURCE + ", 4.4–4.8",
)

_DOT: Final = re.compile(r"(?<!\.)\.(?!\.)")
_SUFFIX: Final = re.compile(r"[A-Za-z]{2,5}(?![A-Za-z])")
_SUFFIXES: Final = frozenset(
    (
        *("com", "cn", "net", "org", "gov", "edu", "tw", "hk", "txt", "doc", "docx", "pdf", "xls", "xlsx", "ppt"),
        *("pptx", "jpg", "jpeg", "png", "gif", "zip", "rar", "exe", "html", "htm", "md", "csv"),
    )
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Za-z]|No|Vol|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|Inc|Ltd|Co|Fig|pp|ed)$"
)


def _stop(text: str, context: Context) -> Iterator[Found]:
    kept = Kept(text)
    for match in _DOT.finditer(text):
        at = match.start()
        left = left_of(text, at)
        if is_wide(left):
            suffix = _SUFFIX.match(text, at + 1)
            if suffix and suffix[0].lower() in _SUFFIXES:
                continue
        elif not _closes_sentence(text, at, left):
            continue
        if at not in kept:
            yield at, at + 1, "。"


def _closes_sentence(text: str, at: int, left: str) -> bool:
    """Whether a dot after Western text ends a Chinese sentence: 增长到50%.他说"""
    if not is_wide(text[at + 1 : at + 2]):
        return False
    word = re.search(r"[0-9A-Za-z%.]+$", text[max(0, at - 20) : at])
    if word is None:
        return False
    if not is_wide(text[max(0, at - 20) + word.start() - 1 : max(0, at - 20) + word.start()]):
        return False
    if word[0].isdigit():
        return len(word[0]) > 2
    return not _ABBREVIATION.search(word[0])


HALFWIDTH_STOP: Final = Rule(
    "halfwidth-stop",
    "A dot where a Chinese sentence ends",
    _stop,
    (("全会在长春举行.省委书记讲话.", "全会在长春举行。省委书记讲话。"), ("增长到50%.他说", "增长到50%。他说")),
    ("增长3.5%", "1.总则", "请看文件.docx", "A.选项", "No.三", "版本2.0.1发布", "I came. I saw."),
    _SOURCE + ", 4.1",
)

BEFORE_REFLOW: Final = (HALFWIDTH_PAUSE, HALFWIDTH_STOP)
