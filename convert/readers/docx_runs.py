"""What becomes of the runs of a Word file: shown, struck out, hidden or deleted; and the signs of symbol fonts."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from ..report import Finding
from .left_out import told

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = ("0", "false", "off")
_SYMBOL_FONTS: Final = re.compile("symbol|webdings|wingdings.*|zapf ?dingbats|mt extra", re.IGNORECASE)


def own(paragraph: Any, *names: str) -> Iterator[Any]:
    """The elements of some names in a paragraph; not those of the paragraphs of text boxes that are anchored in it."""
    return (one for one in paragraph.iter(*names) if next(one.iterancestors(f"{_W}p")) is paragraph)


def hidden_styles(styles: Any) -> frozenset[str]:
    """The ids of the character styles in a document's styles element whose text is hidden."""
    return frozenset(
        str(style.get(f"{_W}styleId"))
        for style in styles.iterchildren(f"{_W}style")
        if style.get(f"{_W}type") == "character" and _is_on(style, "vanish")
    )


def places_of(styles: Any) -> dict[str, str]:
    """The character styles in a document's styles element that raise or lower their text: superscript, subscript."""
    found = {
        str(style.get(f"{_W}styleId")): vertical_place(style, {})
        for style in styles.iterchildren(f"{_W}style")
        if style.get(f"{_W}type") == "character"
    }
    return {name: place for name, place in found.items() if place}


def vertical_place(run: Any, styles: Mapping[str, str]) -> str:
    """superscript or subscript, by the properties of a run or by its style; "" for one that is neither.

    What is small and moved from the line, as some programs write it, is one too.
    """
    properties = run.find(f"{_W}rPr")
    told = {} if properties is None else {one.tag.removeprefix(_W): str(one.get(f"{_W}val", "")) for one in properties}
    place = told.get("vertAlign", styles.get(told.get("rStyle", ""), ""))
    if "vertAlign" not in told and "sz" in told and re.fullmatch("-?[1-9][0-9]{0,2}", told.get("position", "")):
        place = "subscript" if told["position"].startswith("-") else "superscript"
    return place if place in ("superscript", "subscript") else ""


def is_hidden(run: Any, styles: Collection[str]) -> bool:
    """Whether a run is hidden, by its own properties or by one of the character styles given."""
    if run.find(f"{_W}rPr/{_W}vanish") is not None:
        return _is_on(run, "vanish")
    style = run.find(f"{_W}rPr/{_W}rStyle")
    return style is not None and style.get(f"{_W}val") in styles


def told_runs(paragraph: Any, hidden: Collection[str], path: str, line: int) -> list[Finding]:
    """A finding for each row of runs in a paragraph that is deleted, hidden or struck out; not moved."""
    shown = (run for run in own(paragraph, f"{_W}r") if next(run.iterancestors(f"{_W}moveFrom"), None) is None)
    parts = [(rule, _text(runs)) for rule, runs in groupby(shown, lambda run: _rule(run, hidden))]
    findings = []
    for at, (rule, text) in enumerate(parts):
        if rule and text.strip():
            beside = (parts[at - 1][1] if at else "", parts[at + 1][1] if at + 1 < len(parts) else "")
            findings.append(told(rule, text, path, line, beside))
    return findings


def symbol(element: Any, path: str, line: int, findings: list[Finding]) -> str:
    """The character of a w:sym; "" and a finding with its code where only its font knows what it shows."""
    font, code = str(element.get(f"{_W}font", "")), str(element.get(f"{_W}char", ""))
    value = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else 0
    known = 0x20 <= value < 0xD800 or 0xF900 <= value < 0xFFFE or 0x10000 <= value < 0xF0000
    if known and not _SYMBOL_FONTS.fullmatch(font):
        return chr(value)
    findings.append(told("symbol-font", f"{font} {code}", path, line))
    return ""


def _rule(run: Any, hidden: Collection[str]) -> str:
    """The rule of the finding for a run; "" for one that is shown."""
    if next(run.iterancestors(f"{_W}del"), None) is not None:
        return "deleted-text"
    if is_hidden(run, hidden):
        return "hidden-text"
    return "struck-text" if _is_on(run, "strike") or _is_on(run, "dstrike") else ""


def _is_on(element: Any, name: str) -> bool:
    """Whether a run or style has a property that is on or off."""
    found = element.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val") not in _OFF


def _text(runs: Iterator[Any]) -> str:
    return "".join(text.text or "" for run in runs for text in run.iterchildren(f"{_W}t", f"{_W}delText"))
