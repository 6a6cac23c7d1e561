"""Bytes to text: which encoding, and every newline a `\\n`.

A byte order mark decides, then strict UTF-8, then how Chinese the text reads in each encoding that
Chinese files use. What cannot be decoded is an error with its place; no character is ever replaced.
"""

import codecs
import re
from functools import cache
from typing import Final

from .. import chars
from ..errors import InputError, UsageError

_MARKS: Final = (  # longest first: the UTF-32 mark begins with that of UTF-16
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Files say gb2312 or big5 and mean the larger sets, as the WHATWG Encoding Standard reads them too.
_MEANT: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}
# Where Python's Big5 with HKSCS differs from what Big5 files mean by the same bytes (WHATWG index-big5).
_BIG5_MARKS: Final = str.maketrans("•､∼‾♁☉¥¢£", "‧﹑～¯⊕⊙￥￠￡")
# In order of trust where two read equally well. UTF-8 takes part although it failed: a file of a
# thousand good sequences and one bad one is a damaged UTF-8 file, not a GB 18030 one.
_CANDIDATES: Final = ("utf-8", "gb18030", "big5hkscs")
_WIDE: Final = ("utf-16-le", "utf-16-be")  # where there are NUL bytes
_SAMPLE: Final = 1 << 16  # bytes
_CHINESE: Final = 0.25  # below this mean score no encoding reads as Chinese
_SURELY: Final = 0.6

_CONTROLS: Final = tuple(bytes([c]) for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b")

_BINARY: Final = (
    (b"%PDF-", "a PDF file", "Take its text first: pdftotext issue.pdf issue.txt (without -layout)."),
    (b"PK\x03\x04", "a zip archive", "A Word file is read when its name ends in .docx."),
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one with a password", "Save it as .docx without one, or as text."),
    (b"{\\rtf", "an RTF file", "Save it as .docx or as plain text."),
    (b"\x89PNG", "a picture", "Take its text with an OCR program first."),
    (b"\xff\xd8\xff", "a picture", "Take its text with an OCR program first."),
    (b"GIF8", "a picture", "Take its text with an OCR program first."),
    (b"II*\x00", "a picture", "Take its text with an OCR program first."),
    (b"MM\x00*", "a picture", "Take its text with an OCR program first."),
    (b"AT&TFORM", "a DjVu file", "Take its text first: djvutxt issue.djvu issue.txt."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
)

# The characters that make up about half of any modern Chinese text, in both scripts, with its marks.
_FREQUENT: Final = frozenset(
    "的一是不了在人有我他这这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全"
    "三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常"
    "先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再建务做接必场件计管期"
    "市直资命山金指许统区保至队形社便空决治展科司五基书非则听白却界达光放强即记南品住告类求据程北边张该交规万取领共确传师观清今切院"
    "讯农村党委会省县京城六七八九百千亿元届讲话会议这個們來為國說時會對後過發裡麼學現當沒動還進樣無與長機關點業將兩間問並應戰向頭"
    "體見產給門東聲員論處義幾條氣題爾別變總電數報結務場計資統區隊決書則聽達強記類據邊張該規萬領確傳師觀訊農黨縣億屆講話議從實經種"
    "着著於裏臺灣香港澳新聞記者表示指出今日昨天目前政府市民"
    "，。、：；？！“”‘’「」『』（）《》—…·　"
)


def decode(data: bytes, path: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file, mark off and newlines made one, and the name of its encoding; errors as of `decode_as_is`."""
    text, name = decode_as_is(data, path, encoding)
    return newlines(text), name


def decode_as_is(data: bytes, path: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file, mark off, its ends of line as they are, and the name of its encoding.

    `encoding` overrides detection. UsageError for an unknown one; InputError for binary data, for
    bytes that cannot be decoded (naming the offset), and for a text without a visible character.
    """
    name = encoding_of(data, path, encoding)
    try:
        text = as_meant(data.decode(name), name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise undecodable(error, 0, path, given=bool(encoding)) from None
    if encoding:
        _refuse_noise(text, data, name, path)
    if not text.strip(chars.BLANKS + "\r\n\f\v\x00\u200b\ufeff\u2028\u2029\x85"):
        raise InputError(f"{path}: the file is {'blank' if text else 'empty'}", "Give a file that holds text.")
    return text, name.removesuffix("-sig")


def encoding_of(data: bytes, path: str, encoding: str | None = None, *, whole: bool = True) -> str:
    """The name of the encoding of a file, or of its beginning where `whole` is false; `encoding` overrides detection.

    UsageError for an unknown one, InputError for binary data.
    """
    refuse_binary(data, path)
    return _named(encoding) if encoding else _marked(data) or _detected(data, path, whole)


def as_meant(text: str, name: str) -> str:
    """A decoded text with what Python's codec of that name reads otherwise than the file means it."""
    return text.translate(_BIG5_MARKS) if name == "big5hkscs" else text


def undecodable(error: UnicodeDecodeError, base: int, path: str, *, given: bool) -> InputError:
    """What to say of bytes that cannot be decoded; `base` is the offset in the file of the data they stand in."""
    bad = error.object[error.start : error.start + 4].hex(" ")
    hint = "Another --encoding may fit." if given else "Mend the file, or name its --encoding."
    return InputError(f"{path}: byte {base + error.start} ({bad}) cannot be read as {error.encoding}", hint)


def newlines(text: str) -> str:
    r"""The text with every kind of newline as `\n`; `\r\r\n` is one, the trace of a twofold conversion."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")


def refuse_binary(data: bytes, path: str) -> None:
    """InputError for the beginning of a file that is known to be no text, with what to do about it."""
    for magic, what, hint in _BINARY:
        if data.startswith(magic):
            raise InputError(f"{path}: this is {what}, not text", hint)


def _named(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except LookupError:
        raise UsageError(f"unknown encoding: {encoding}", "Common ones: utf-8, gb18030, big5hkscs, utf-16.") from None
    if not codec._is_text_encoding:  # like base64
        raise UsageError(f"not an encoding of text: {codec.name}")
    return _MEANT.get(codec.name, codec.name)


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _detected(data: bytes, path: str, whole: bool) -> str:
    """The encoding that a file without a mark is in."""
    controls = sum(data.count(byte, 0, _SAMPLE) for byte in _CONTROLS)
    if controls * 10 <= min(len(data), _SAMPLE):
        try:
            codecs.getincrementaldecoder("utf-8")().decode(data, whole)
            return "utf-8"
        except UnicodeDecodeError:
            pass
    candidates = _WIDE if b"\x00" in data[:_SAMPLE] else _CANDIDATES
    scores = {name: _reads_chinese(data, name) for name in candidates}
    best = max(candidates, key=scores.__getitem__)
    if scores[best] >= _CHINESE:
        return best
    if controls:
        raise InputError(f"{path}: this is binary data, not text", "If it is text after all, name its --encoding.")
    return _guessed(data, path)


def _refuse_noise(text: str, data: bytes, name: str, path: str) -> None:
    """InputError where a text reads as noise in the encoding that was named, and as Chinese in another."""
    if len(data) < 64 or _chinese(text[:_SAMPLE]) >= _CHINESE:
        return
    other = max((one for one in _CANDIDATES if one != name), key=lambda one: _reads_chinese(data, one))
    if _reads_chinese(data, other) >= _SURELY:
        raise InputError(f"{path}: reads as noise in the encoding {name}, and as Chinese in {other}")


def _reads_chinese(data: bytes, name: str) -> float:
    """How Chinese a file reads in an encoding, at most 1."""
    first = None if name in _WIDE else re.search(rb"[\x80-\xff]", data)
    start = first.start() if first else 0
    text = data[start : start + _SAMPLE].decode(name, "replace")
    return _chinese(text[:-1] if start + _SAMPLE < len(data) else text)  # the last character may be cut


def _chinese(text: str) -> float:
    """How Chinese a text reads: the mean over its characters beyond ASCII, at most 1."""
    common = _common()
    score = count = 0.0
    for ch in text:
        if ch < "\x80":
            continue
        count += 1
        if ch in _FREQUENT:
            score += 1
        elif ch in common:
            score += 0.6
        elif not chars.is_han(ch):
            score -= 1
    return score / count if count else 0.0


@cache
def _common() -> frozenset[str]:
    """The first levels of GB 2312 (3,755 characters) and Big5 (5,401): what a text in daily use is made of."""
    simplified = bytes(b for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for b in (row, cell))
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(b for row in range(0xA4, 0xC7) for cell in cells for b in (row, cell))
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))


def _guessed(data: bytes, path: str) -> str:
    """The encoding of a text that is hardly Chinese, by the library that knows them all."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[:_SAMPLE]).best()
    if match is None:
        raise InputError(f"{path}: its encoding was not recognised", "Name it with --encoding.")
    return codecs.lookup(match.encoding).name
