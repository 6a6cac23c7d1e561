"""How the draft writes text as Markdown, and reads it back: escapes, attributes and front matter.

What CommonMark or pandoc would take for markup gets a backslash; white space that they would drop, and
characters that no text file should hold, are numeric character references. Reading undoes exactly that.
"""

import json
import re
from collections.abc import Container, Iterable, Mapping
from typing import Any, Final

from ..errors import InputError

_KEYS: Final = ("title", "date", "number", "publisher", "lang", "furniture")
# Controls, line ends other than \n, the byte order mark and lone surrogates.
_HIDDEN: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_INLINE: Final = re.compile(r"""[\\`*_\[\]<>&$^~"'@{}|]|(?<=-)-|(?<=\.)\.""")
_IN_LINE: Final = re.compile("#|" + _INLINE.pattern)  # a heading may end in #
_AT_START: Final = re.compile(r"(?m)^(?:([#+\-=:%])|(\(?[0-9A-Za-z]{1,9})([.)])(?=\s|$))")
_OUTER_SPACE: Final = re.compile(r"(?m)^[^\S\n]+|[^\S\n]+$")
_REFERENCE: Final = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_ATTRIBUTE: Final = re.compile(
    r"""\.(?P<cls>[\w-]+)|(?<![\w-])(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"}]+))"""
)
_BESIDE: Final = re.compile(r"#[\w:.-]+|-")  # an identifier, or unnumbered: nothing that is printed
_SPAN: Final = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)
_ATTRIBUTES_FIRST: Final = re.compile(r"\{([^{}\n]*)\}")
_ATTRIBUTES_AT_END: Final = re.compile(r"(?<!\\)\{([^{}\n]*)\}[ \t]*$")


def escape(text: str) -> str:
    """A text as Markdown; a line end within it is a hard break."""
    text = _escaped(text, _INLINE)
    body = text.strip("\n")  # a break at the very beginning or end would not be one
    before = len(text) - len(text.lstrip("\n")) if body else len(text)
    after = len(text) - before - len(body)
    return "&#10;" * before + body.replace("\n", "\\\n") + "&#10;" * after


def escape_line(text: str) -> str:
    """A text as Markdown on one line, as headings and table cells ask for."""
    return _escaped(text, _IN_LINE).replace("\n", "&#10;")


def _escaped(text: str, marks: re.Pattern[str]) -> str:
    text = marks.sub(r"\\\g<0>", text)
    text = _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
    text = _OUTER_SPACE.sub(lambda m: references(m[0]), text)
    return _HIDDEN.sub(lambda m: references(m[0]), text)


def references(text: str) -> str:
    """The characters of a text as numeric character references."""
    return "".join(f"&#{ord(ch)};" for ch in text)


def unescape(text: str) -> str:
    """The text with its numeric references resolved, those too that CommonMark has no character for."""
    return _REFERENCE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if code < 0x110000 else match[0]


def attributes(classes: Iterable[str], values: Mapping[str, str]) -> str:
    """Attributes as pandoc has them, like {.table cells="3 2"}; values must be escaped."""
    return "{" + " ".join([*(f".{name}" for name in classes), *(f'{k}="{v}"' for k, v in values.items())]) + "}"


def escape_value(text: str) -> str:
    """A text as the value of an attribute, or as one of several parted by |."""
    return re.sub(r'["{}\\&|\n]|' + _HIDDEN.pattern, lambda m: references(m[0]), text)


def read_attributes(text: str) -> tuple[list[str], dict[str, str]]:
    """Classes and values of what stands between the braces; values are still escaped."""
    classes, values = [], {}
    for found in _ATTRIBUTE.finditer(text):
        if found["cls"]:
            classes.append(found["cls"])
        else:
            values[found["key"]] = found["quoted"] if found["quoted"] is not None else found["bare"]
    return classes, values


def split_role(content: str, roles: Container[str]) -> tuple[str, str | None]:
    """A text and the role that a person gave it behind it: 副题一行 {.deck}, or as pandoc's span [副题一行]{.deck}.

    >>> split_role("[副题一行]{.deck}", {"deck"}), split_role("花括号 {.x}", {"deck"})
    (('副题一行', 'deck'), ('花括号 {.x}', None))
    """
    found = _ATTRIBUTES_AT_END.search(content)
    role = next((name for name in read_attributes(found[1])[0] if name in roles), None) if found else None
    if not found or role is None:
        return content, None
    text = content[: found.start()].rstrip(" \t\n")
    span = _SPAN.fullmatch(text) if content[found.start() - 1 : found.start()] == "]" else None
    return span[1] if span else text, role


def split_attributes(content: str) -> tuple[str, list[str], dict[str, str]]:
    """A heading's content, and the classes and values of the attributes at its end; other braces are text."""
    found = _ATTRIBUTES_AT_END.search(content)
    if not found or _BESIDE.sub("", _ATTRIBUTE.sub("", found[1])).strip():
        return content, [], {}
    return content[: found.start()].rstrip(" \t"), *read_attributes(found[1])


def split_attributes_first(content: str) -> tuple[str, list[str], dict[str, str]]:
    """What follows attributes at the beginning of a content, and their classes and values; other braces are text."""
    found = _ATTRIBUTES_FIRST.match(content)
    if not found or _BESIDE.sub("", _ATTRIBUTE.sub("", found[1])).strip():
        return content, [], {}
    return content[found.end() :], *read_attributes(found[1])


def is_line_block(content: str) -> bool:
    """Whether lines are marked as such, as pandoc does: a bar and a space before each."""
    return all(line.rstrip() == "|" or line.startswith("| ") for line in content.split("\n"))


def without_bars(content: str) -> str:
    """The lines of such a block as they are meant."""
    return "\n".join(line[2:].lstrip(" ") for line in content.split("\n"))


def front_matter(values: Mapping[str, Any]) -> str:
    """YAML front matter: a line a value, as JSON, which is YAML too; the items of a list a line each."""
    lines = ["---"]
    for key, value in values.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"- {_json(item)}" for item in value)]
        else:
            lines.append(f"{key}: {_json(value)}")
    return "\n".join([*lines, "---"])


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _HIDDEN.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def split_front_matter(text: str, path: str) -> tuple[dict[str, Any], dict[str, int], str]:
    """The values of the front matter, the lines of keys that a draft does not know, and the Markdown after it.

    InputError, with the line, where it is no front matter.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, {}, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        raise InputError(f"{path}:1: the front matter has no end", "It ends with a line of three dashes.")
    values: dict[str, Any] = {}
    others: dict[str, int] = {}
    key = ""
    for number, line in enumerate(lines[1:end], 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = re.match(r"([\w-]+):(?:\s+(.*))?$", line)
        if found:
            key = found[1]
            if key not in _KEYS:  # what else pandoc may be told is not ours to read
                others[key] = number
            else:
                values[key] = _scalar(found[2], path, number) if (found[2] or "").strip() else None
        elif key in _KEYS and line.lstrip().startswith("- "):
            values[key] = [*(values[key] or []), _scalar(line.lstrip()[2:], path, number)]
        elif not key or (not line[0].isspace() and line[0] != "-"):
            raise InputError(f"{path}:{number}: not a line of front matter", 'Write it as key: "value".')
    return values, others, "\n".join([""] * (end + 1) + lines[end + 1 :])


def _scalar(text: str, path: str, number: int) -> Any:
    text = text.strip()
    if text[0] in '"[{':
        try:
            return json.loads(text)
        except ValueError as error:
            raise InputError(f"{path}:{number}: cannot be read: {error}", 'Write it as key: "value".') from None
    if text[0] == "'" and text[-1] == "'" and len(text) > 1:
        return text[1:-1].replace("''", "'")
    text = re.split(r"\s#", text, maxsplit=1)[0].rstrip()  # a comment follows
    return None if text in ("null", "~") else text
