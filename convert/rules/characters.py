"""Characters that are not what they look like: invisible ones, radicals, compatibility and presentation forms."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from ..patterns import regex
from ..text import Confidence, Edit
from .rule import Context, Found, Rule

# Line ends that are no "\n": vertical tab (Word's line break), next line, line and paragraph separator.
_LINE_ENDS: Final = "\x0b\x85\u2028\u2029"
_CONTROLS: Final = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff"
_CONTROL: Final = regex(f"[{_CONTROLS}]")


def _control(text: str, context: Context) -> Iterator[Found]:
    for match in _CONTROL.finditer(text):
        yield match.start(), match.end(), "\n" if match[0] in _LINE_ENDS else ""


CONTROL_CHARACTER: Final = Rule(
    "control-character",
    "A control character, of no use in text",
    _control,
    (("全会\x07在长春\x00举行。", "全会在长春举行。"), ("第一行\u2028第二行", "第一行\n第二行")),
    ("姓名\t职务", "第一页\f第二页"),
    seeks=_CONTROLS,
)

_LOST: Final = "\ufffd\ud800-\udfff"
_UNDECODED: Final = regex(f"[{_LOST}][{_LOST}]*")


def _undecoded(text: str, context: Context) -> Iterator[Found]:
    for match in _UNDECODED.finditer(text):
        if match[0].strip("\ufffd"):  # half of a surrogate pair: no file can hold it
            yield Edit(match.start(), match.end(), "\ufffd" * len(match[0]), Confidence.LIKELY)
        else:
            yield Edit(match.start(), match.end(), match[0], Confidence.DOUBTFUL)


UNDECODED_CHARACTER: Final = Rule(
    "undecoded-character",
    "A character was lost before the text came here (U+FFFD)",
    _undecoded,
    (("吉林\ud800日报", "吉林\ufffd日报"),),
    ("吉林日报", "Jilin"),
    reports=("吉林\ufffd日报",),
    seeks=_LOST,
)

_PRIVATE_USE: Final = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_PRIVATE: Final = regex(f"[{_PRIVATE_USE}][{_PRIVATE_USE}]*")


def _private(text: str, context: Context) -> Iterator[Found]:
    for match in _PRIVATE.finditer(text):
        yield Edit(match.start(), match.end(), match[0], Confidence.DOUBTFUL)


PRIVATE_CHARACTER: Final = Rule(
    "private-character",
    "A character of the private use area: only the font it was made for can show it",
    _private,
    (),
    ("吉林日报", "𠮷野家"),
    "Unicode Standard, 23.5 (private-use characters)",
    reports=("吉林\ue5e5日报",),
    seeks=_PRIVATE_USE,
)

# Zero-width spaces and joiners, direction marks, soft hyphens, byte order marks, and fillers.
_HIDDEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
)
_INVISIBLE: Final = regex(f"[{_HIDDEN}][{_HIDDEN}]*")  # the search is quick where a class of one character comes first
_JOINERS: Final = "\u200c\u200d\u200e\u200f\u061c"
_SOFT_HYPHEN: Final = "\u00ad"


def _joins(ch: str) -> bool:
    """Whether a joiner or direction mark beside this character may do its work: other scripts, pictures."""
    return "\u0590" <= ch <= "\u10ff" or "\u1780" <= ch <= "\u18af" or ch >= "\U0001f000" or "\ufe00" <= ch <= "\ufe0f"


def _invisible(text: str, context: Context) -> Iterator[Found]:
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if before and after and _joins(before) and not match[0].strip(_JOINERS):
            continue
        hyphen = _SOFT_HYPHEN in match[0] and after in ("", "\n") and before.isascii() and before.isalpha()
        yield start, end, "-" if hyphen else ""


INVISIBLE_CHARACTER: Final = Rule(
    "invisible-character",
    "An invisible character: zero-width space, byte order mark, soft hyphen, direction mark",
    _invisible,
    (("全\u200b会在\ufeff长春举行", "全会在长春举行"), ("inter\u00adnational", "international")),
    ("葛\U000e0100城市", "一家人👨\u200d👩\u200d👧", "می\u200cخواهم"),
    seeks=_HIDDEN,
)

# The radicals that are words of their own, after Unicode's EquivalentUnifiedIdeograph.txt: the supplement has no
# compatibility mappings. A mere part (⺘, ⻌) has no equal in running text and is left alone.
_RADICALS: Final = dict(
    zip(
        "⺎⺒⺓⺜⺝⺟⺠⺩⺪⺬⺮⺯⺻⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "兀巳幺日月母民王疋示竹糸聿肉臼虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
_RADICALS.update({chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0x2F00, 0x2FD6)})
_RADICALS["⾭"] = "青"  # the mapping is 靑, which nobody prints
_RADICAL: Final = regex(f"[{''.join(_RADICALS)}]")
# Where the scripts differ by a stroke the mapping is the Traditional form.
_HANS_RADICALS: Final = {"⼾": "户", "⿈": "黄"}


def _radical(text: str, context: Context) -> Iterator[Found]:
    hans = context.script == "hans"
    for match in _RADICAL.finditer(text):
        ch = match[0]
        yield match.start(), match.end(), (hans and _HANS_RADICALS.get(ch)) or _RADICALS[ch]


RADICAL: Final = Rule(
    "radical",
    "A radical's code where the ideograph is meant",
    _radical,
    (("⽂化⼴场，⼈⺠⽇报，⻓春", "文化广场，人民日报，长春"), ("⾃⼰的⼾⼝", "自己的户口")),
    ("文化广场", "ABC"),
    "Unicode Standard, 18.1 (CJK and Kangxi radicals)",
    seeks="".join(_RADICALS),
)

_COMPATIBLE: Final = "\uf900-\ufaff\U0002f800-\U0002fa1f"
_COMPATIBILITY: Final = regex(f"[{_COMPATIBLE}]")


def _compatibility(text: str, context: Context) -> Iterator[Found]:
    for match in _COMPATIBILITY.finditer(text):
        plain = unicodedata.normalize("NFC", match[0])
        if plain != match[0]:
            yield match.start(), match.end(), plain


COMPATIBILITY_IDEOGRAPH: Final = Rule(
    "compatibility-ideograph",
    "A compatibility ideograph where the unified one is meant",
    _compatibility,
    (("\uf90a融机构", "金融机构"), ("\uf9b5外", "例外")),
    ("﨎﨏﨑", "金融机构"),
    "Unicode Standard, 18.1 (CJK compatibility ideographs)",
    seeks=_COMPATIBLE,
)

# Marks in vertical and small forms, half-width marks of Japanese fonts, and ligatures of Latin letters.
_VERTICAL: Final = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹐﹑﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞｡｢｣､･",
        "，、。：；！？〖〗…—（）｛｝〔〕【】《》〈〉「」『』［］，、；：？！（）｛｝〔〕。「」、·",
        strict=True,
    )
)
_LIGATURES: Final = {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0xFB00, 0xFB07)}
_PRESENTATION: Final = _VERTICAL | _LIGATURES
_BAR: Final = "︱"  # a dash is two of them; one parts a word from a name: 文︱王明
_PRESENTED: Final = regex(f"[{''.join(_PRESENTATION)}]")


def _presentation(text: str, context: Context) -> Iterator[Found]:
    for match in _PRESENTED.finditer(text):
        if match[0] == _BAR and _BAR not in (
            text[match.start() - 1 : match.start()],
            text[match.end() : match.end() + 1],
        ):
            continue
        yield match.start(), match.end(), _PRESENTATION[match[0]]


PRESENTATION_FORM: Final = Rule(
    "presentation-form",
    "A mark or letter in a form for vertical setting, small print or a ligature",
    _presentation,
    (("他說﹁好﹂︒", "他說「好」。"), ("o\ufb03ce", "office"), ("这就是︱︱春天", "这就是——春天")),
    ("他說「好」。", "カタカナ", "文︱王明"),
    "Unicode Standard, 6.2 (CJK compatibility forms)",
    seeks="".join(_PRESENTATION),
)

# Digits and letters, the point within a number, the comma of what may be thousands, the colon of a time.
_FULLWIDTH: Final = regex(
    "[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ]"
    "|(?<=[０-９])(?:．(?=[０-９])|，(?=[０-９]{3}(?![０-９]))|：(?=[０-５][０-９](?![０-９]))))*"
)
_LISTED: Final = regex("[０-９]，$|第$")  # stands before a number that is one of several
_GOES_ON: Final = regex("，[０-９]")
_FIRST_GROUP: Final = regex("(?:^|[Ａ-Ｚａ-ｚ])[１-９][０-９]?$")  # three digits may as well be a number of their own
_TO_ASCII: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def _fullwidth(text: str, context: Context) -> Iterator[Found]:
    for match in _FULLWIDTH.finditer(text):
        at = match.start()
        if "，" not in match[0] or _is_thousands(text, *match.span()):
            yield at, match.end(), match[0].translate(_TO_ASCII)
            continue
        for number in match[0].split("，"):
            yield at, at + len(number), number.translate(_TO_ASCII)
            at += len(number) + 1


def _is_thousands(text: str, start: int, end: int) -> bool:
    """Whether commas before three digits each group one number, and part no list: ９８，１００，９５."""
    first = text[start:end].partition("，")[0]
    listed = _LISTED.search(text[max(0, start - 2) : start]) or _GOES_ON.match(text, end)
    return not listed and _FIRST_GROUP.search(first) is not None


FULLWIDTH_LETTER: Final = Rule(
    "fullwidth-letter",
    "Full-width digits or letters in running text",
    _fullwidth,
    (
        ("２０２３年１１月２８日", "2023年11月28日"),
        ("增长３．５％", "增长3.5％"),
        ("８：３０投资１，２３４元", "8:30投资1,234元"),
        ("ＧＤＰ总量", "GDP总量"),
        ("共，１２，３４５，６７８．５元", "共，12,345,678.5元"),
        ("１０１，２０２，３０３", "101，202，303"),
        ("編號００１，００２", "編號001，002"),
        ("请拨１１０，１２０，１１９", "请拨110，120，119"),
        ("第１０１，１０２条；第９，１００条", "第101，102条；第9，100条"),
        ("９８，１００，９５分；９５，９８，１００分", "98，100，95分；95，98，100分"),
        ("１２３，４５６人", "123，456人"),
    ),
    ("2023年11月", "比分为三：二，胜率90％", "8：30，1，2"),
    "GB/T 15835-2011 (digits take half a square)",
    seeks="０-９Ａ-Ｚａ-ｚ",
)

BEFORE_REFLOW: Final = (
    CONTROL_CHARACTER,
    UNDECODED_CHARACTER,
    PRIVATE_CHARACTER,
    INVISIBLE_CHARACTER,
    RADICAL,
    COMPATIBILITY_IDEOGRAPH,
    PRESENTATION_FORM,
)
AFTER_REFLOW: Final = (FULLWIDTH_LETTER,)
