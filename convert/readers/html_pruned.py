"""What a page holds beside the words of its articles: scripts, forms, navigation, what is deleted or hidden."""

import re
from typing import Any, Final

from ..report import Finding
from .addresses import lost
from .left_out import told

_NO_TEXT: Final = ("head", "script", "style", "template", "datalist", "annotation", "annotation-xml")
_UNREAD: Final = ("svg", "iframe", "object", "embed", "video", "audio", "canvas", "noscript")
_SCRIPTED: Final = ("canvas", "noscript")  # of which their words are all there is
_FURNITURE: Final = ("nav", "button", "select", "textarea")
_STRUCK: Final = ("s", "strike")
_INLINE: Final = ("a", "b", "em", "font", "i", "ins", "s", "span", "strike", "strong", "u")
_PARTS: Final = ("article", "section", "main", "aside", "blockquote", "figure", "details", "td")
_HIDDEN: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_LINED: Final = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)


def prune(root: Any, path: str, findings: list[Finding]) -> None:
    """Take out of a page what is no text of it; findings tell what could be read there, and what is struck out.

    Findings tell also of the addresses and titles behind what stays.
    """
    for element in [*root.iter(*_NO_TEXT)]:
        _drop(element)
    for element in [*root.iter(*_UNREAD)]:
        _drop_unread(element, path, findings)
    for element in [*root.iter()]:
        rule = _rule(element)
        if not rule or next(element.iterancestors("body"), None) is None:  # gone with what held it
            continue
        text = element.text_content()
        if text.strip() and element.get("role") != "doc-toc":  # contents, as pages by kanben have them
            findings.append(told(rule, text, path, element.sourceline or 1, _beside(element)))
        if rule == "page-furniture" and element.tag in ("nav", "footer"):
            element.clear(keep_tail=True)  # it parts what stands on both sides
            element.tag = "div"
        elif rule != "struck-text":
            _drop(element)
    for element in root.iter("a", "area", "img", "abbr"):
        words = " ".join((element.text_content(), *(one.get("alt") or "" for one in element.iter())))
        for name, what in (("href", "address"), ("title", "title")):
            findings += lost(what, element.get(name) or "", words, path, element.sourceline or 1)


def _drop_unread(element: Any, path: str, findings: list[Finding]) -> None:
    """Take out what is shown by other programs than those for text; told where it names a file or holds words."""
    if element.getparent() is None or next(element.iterancestors("body"), None) is None:
        return
    sources = (one.get(name) for one in element.iter() for name in ("src", "data") if element.tag not in _SCRIPTED)
    what = next(filter(None, sources), "") or element.text_content()
    if what.strip():
        findings.append(told("unread-part", f"{element.tag} {what}", path, element.sourceline or 1, _beside(element)))
    _drop(element)


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()  # what follows it stays


def _rule(element: Any) -> str:
    """The rule of the finding for an element; "" for one that is read."""
    style = element.get("style") or ""
    if element.get("hidden") is not None or _HIDDEN.search(style):
        return "hidden-text"
    if element.tag == "del":
        return "deleted-text"
    if element.tag in _FURNITURE or (element.tag == "footer" and not any(map(_is_part, element.iterancestors()))):
        return "page-furniture"
    if (element.tag in _STRUCK or _LINED.search(style)) and not any(map(_is_struck, element.iterancestors())):
        return "struck-text"
    return ""


def _is_part(element: Any) -> bool:
    """Whether an element is a part of the page that may have a footer of its own."""
    return element.tag in _PARTS or "article" in (element.get("class") or "").split()


def _is_struck(element: Any) -> bool:
    return element.tag in _STRUCK or _LINED.search(element.get("style") or "") is not None


def _beside(element: Any) -> tuple[str, str]:
    """The text right before and behind an element, on its line."""
    previous = element.getprevious()
    if previous is None:
        before = element.getparent().text
    else:
        before = previous.tail or (previous.text_content() if previous.tag in _INLINE else "")
    return before or "", element.tail or ""
