"""Formulas on one line, from the markup of Word files (OMML) and of web pages (MathML)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from .raised import raised

Part = tuple[str, str]  # the name of an element within a structure, and its text


def script(text: str, *, below: bool) -> str:
    """A superscript or subscript in Unicode's own characters, else behind ^ or _.

    >>> script("2", below=False), script("n+1", below=True), script("12", below=True)
    ('²', '_(n+1)', '₁₂')
    """
    shown = raised(text, below=below)
    return shown if shown is not None else ("_" if below else "^") + _whole(text)


def _whole(text: str) -> str:
    """A text that stays together: in brackets, unless it is one letter or number."""
    return text if len(text) < 2 or text.isdecimal() else f"({text})"


def _fraction(parts: Sequence[Part]) -> str:
    over, under = (_whole(text) for _, text in parts[:2])
    return f"{over}/{under}"


def _scripts(parts: Sequence[Part]) -> str:
    (_, base), *others = parts
    return base + "".join(script(text, below=name in ("sub", "under")) for name, text in others)


# By the local names of both languages, with what their parts are in order.
_SHAPES: Final[Mapping[str, tuple[tuple[str, ...], Callable[[Sequence[Part]], str]]]] = {
    "f": (("num", "den"), _fraction),
    "mfrac": (("num", "den"), _fraction),
    "sSup": (("e", "sup"), _scripts),
    "msup": (("e", "sup"), _scripts),
    "sSub": (("e", "sub"), _scripts),
    "msub": (("e", "sub"), _scripts),
    "sSubSup": (("e", "sub", "sup"), _scripts),
    "msubsup": (("e", "sub", "sup"), _scripts),
    "munder": (("e", "under"), _scripts),
    "mover": (("e", "sup"), _scripts),
    "munderover": (("e", "under", "sup"), _scripts),
    "mroot": (("e", "deg"), lambda parts: f"{script(parts[1][1], below=False)}√{_whole(parts[0][1])}"),
}


_BUILT: Final = frozenset(
    (
        "f",
        "mfrac",
        "rad",
        "msqrt",
        "mroot",
        "d",
        "nary",
        "m",
        "mtable",
        "eqArr",
        "limLow",
        "limUpp",
        "acc",
        "bar",
        "box",
    )
)


def on_one_line(element: Any, plain: Callable[[Any], str]) -> str:
    """The text of a formula; `plain` gives that of what is no structure of one."""
    language, _, name = str(element.tag).rpartition("}")
    if language and not language.endswith("/math"):  # a run of Word's own
        return plain(element)
    inside = [child for child in element if isinstance(child.tag, str) and not child.tag.endswith("Pr")]
    texts = [on_one_line(child, plain) for child in inside]
    if not inside:
        return plain(element)
    loose = [(text or "").strip() for text in (element.text, *(child.tail for child in inside))]
    if any(loose):  # no formula has such
        return loose[0] + "".join(text + after for text, after in zip(texts, loose[1:], strict=True))
    if name in _SHAPES and len(_SHAPES[name][0]) == len(inside):
        names, shape = _SHAPES[name]
        return shape([*zip(names, texts, strict=True)])
    if name in ("rad", "msqrt"):
        return "√" + _whole(
            "".join(t for child, t in zip(inside, texts, strict=True) if not child.tag.endswith("}deg"))
        )
    if name == "d":  # with brackets that its properties name
        left, right = (_property(element, bracket, usual) for bracket, usual in (("begChr", "("), ("endChr", ")")))
        return left + ",".join(texts) + right
    sign = _property(element, "chr", "∫") if name == "nary" else ""
    return sign + "".join(texts)


def is_exact(element: Any, shown: str) -> bool:
    """Whether nothing of a formula is lost by setting it on one line: there are only texts, raised and lowered ones."""
    names = {str(one.tag).rpartition("}")[2] for one in element.iter() if isinstance(one.tag, str)}
    return names.isdisjoint(_BUILT) and "^" not in shown and "_" not in shown


def _property(element: Any, name: str, usual: str) -> str:
    """What a property of a structure says, like the bracket on its left."""
    found = next((one for one in element.iter() if str(one.tag).endswith(f"}}{name}")), None)
    return usual if found is None else next(iter(found.values()), "")
