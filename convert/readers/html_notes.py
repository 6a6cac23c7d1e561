"""Notes that stand at a page's end, brought into the article that calls them."""

import re
from collections.abc import Iterator
from typing import Any, Final

from .html_lists import BLOCK
from .raised import raised

_HOLDERS: Final = ("li", "p", "div", "aside", "dd")  # elements that a note may be
_BLOCKS: Final = ("p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "div")
_AROUND: Final = ("ul", "ol", "dl", "figure", "blockquote")  # no note stands within
_WITHIN: Final = ("p", "div")  # the blocks in it
_BACK: Final = re.compile("[↩↑⤴⏎^\ufe0e\ufe0f\\s]*|返回(?:正文)?|back", re.IGNORECASE)
_MARK: Final = re.compile(  # of a call that is no words: 1, [2], 〔三〕, ④, *, †, 注5, a
    r"[\[［〔【(（]?(?:注释?|note)?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{1,5}|[⁰¹²³⁴-⁹]{1,3}|[①-⑳❶-❿]|[*＊†‡§¶※]{1,3}|注)"
    r"[\]］〕】)）.]?",
    re.IGNORECASE,
)
_LONGEST: Final = 4000  # characters


def place_notes(root: Any) -> None:
    """Set each note of a page behind the block that calls it first, as a paragraph of the class footnote."""
    targets = {element.get("id"): element for element in root.iter(*_HOLDERS) if element.get("id")}
    for call in [*root.iter("a")]:
        note = targets.get(name := str(call.get("href") or "").removeprefix("#")) if _calls(call) else None
        if note is None or note in call.iterancestors() or next(call.iterancestors(*_BLOCKS), None) is None:
            continue
        del targets[name]
        ways_back = [*_ways_back(note, call)]
        if not _is_note(note) or not (ways_back or _MARK.fullmatch("".join(call.text_content().split()))):
            continue
        mark = raised("".join(call.text_content().split()), called=True) or ""
        for link in ways_back:
            link.drop_tree()
        for inner in [*note.iterdescendants(*_WITHIN)]:
            inner.text = f" {inner.text or ''}"
            inner.drop_tag()
        if not "".join(note.text_content().split()).startswith(mark):
            note.text = mark + (note.text or "").lstrip()
        note.drop_tree()
        note.tag, note.tail = "p", None
        note.attrib.clear()
        note.set("class", "footnote")
        _block(call).addnext(note)


def _calls(link: Any) -> bool:
    """Whether a link is a raised mark that leads to another place of the page."""
    if not str(link.get("href") or "").startswith("#"):
        return False
    if link.get("role") == "doc-noteref" or link.find(".//sup") is not None:
        return True
    return next(link.iterancestors("sup"), None) is not None


def _is_note(element: Any) -> bool:
    """Whether an element holds a note and nothing else; pages by kanben say so themselves, and keep theirs."""
    if len(element.text_content()) > _LONGEST:
        return False
    inside = [one for one in element.iterdescendants() if one.tag in _WITHIN or not BLOCK.fullmatch(one.tag)]
    named = {name for one in element.iter() for name in (one.get("class") or "").split()}
    only_text = len(inside) == sum(1 for _ in element.iterdescendants()) and element.find(".//img") is None
    return only_text and "note" not in named and bool(element.text_content().strip())


def _ways_back(note: Any, call: Any) -> Iterator[Any]:
    """The links of a note that lead back to its calls: signs alone, or its mark again."""
    mark = re.sub(r"\W", "", call.text_content())
    for link in note.iter("a"):
        said = link.text_content()
        if str(link.get("href") or "").startswith("#") and (_BACK.fullmatch(said) or re.sub(r"\W", "", said) == mark):
            yield link


def _block(call: Any) -> Any:
    """The block that a call stands in, with the lists around it."""
    block = next(call.iterancestors(*_BLOCKS))
    block = next(block.iterancestors("table"), block) if block.tag in ("td", "th", "caption") else block
    return next(reversed([*block.iterancestors(*_AROUND)]), block)
