"""The Markdown that is read: CommonMark with tables, and with pandoc's fenced divs and footnotes.

A footnote is [^1] in the text, and [^1]: with the note, wherever that stands.
"""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_DEPTH: Final = 100  # of quotations and lists in each other; what lies deeper is not read at all
_CALL: Final = re.compile(r"\[\^([^\s\[\]^]+)\]")
_NOTE: Final = re.compile(_CALL.pattern + r":[ \t]*")


def commonmark() -> "MarkdownIt":
    """The parser, without HTML; blocks only, their inline content as it stands.

    Notes go into `env["notes"]` by their labels; calls of these, "note_call", and divs are tokens.
    """
    from markdown_it import MarkdownIt

    class Dialect(MarkdownIt):
        """Addresses stay as they are written: nothing is ever followed."""

        def validateLink(self, url: str) -> bool:
            return True

        def normalizeLink(self, url: str) -> str:
            return url

        def normalizeLinkText(self, link: str) -> str:
            return link

    parser = Dialect("commonmark", {"html": False, "maxNesting": _DEPTH}).enable("table")
    parser.disable(["inline", "entity", "reference"])
    parser.block.ruler.before("paragraph", "div", _div, {"alt": ["paragraph", "blockquote", "list"]})
    parser.block.ruler.before("paragraph", "note", _note, {"alt": ["paragraph"]})
    parser.inline.ruler.before("link", "note_call", _call)
    return parser


def _div(state: "StateBlock", line: int, _end: int, silent: bool) -> bool:
    """The block rule for the first and the last line of a fenced div."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    if not text.startswith(":::"):
        return False
    if not silent:
        token = state.push("div", "", 0)
        token.info, token.map = text.strip(": \t"), [line, line + 1]
        state.line = line + 1
    return True


def _note(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
    """The block rule for a note: its paragraph, and those after it that are indented."""
    found = _NOTE.match(_line(state, line))
    if not found or state.is_code_block(line):
        return False
    if silent:
        return True
    lines = [_line(state, line)[found.end() :]]
    line += 1
    while line < end:
        if state.isEmpty(line):
            following = next((n for n in range(line, end) if not state.isEmpty(n)), end)
            if following == end or not state.is_code_block(following):
                break
            line = following
        elif not state.is_code_block(line) and _ends(state, line, end):
            break
        lines.append(_line(state, line))
        line += 1
    state.env["notes"].setdefault(found[1], "\n".join(lines))
    state.line = line
    return True


def _ends(state: "StateBlock", line: int, end: int) -> bool:
    """Whether something that is no paragraph begins in a line."""
    return any(rule(state, line, end, True) for rule in state.md.block.ruler.getRules("paragraph"))


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _call(state: "StateInline", silent: bool) -> bool:
    """The inline rule for the call of a note that there is."""
    found = _CALL.match(state.src, state.pos, state.posMax)
    if not found or found[1] not in state.env["notes"]:
        return False
    if not silent:
        state.push("note_call", "", 0).info = found[1]
    state.pos = found.end()
    return True
