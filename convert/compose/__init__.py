"""Chinese composition after W3C CLREQ: lines, columns and pages, of any font, for any medium.

compose/ knows no PDF: it takes a `Shaper`, which measures clusters of glyphs, and returns pages of placed lines.
"""

from .adjust import Run
from .cluster import Setting, Shaped, Shaper
from .edition import Composition, Words, compose
from .galley import Compositor, Element, Slug
from .lines import Line, break_lines
from .pages import Page, Placed, Rule
from .paragraph import prepare
from .sheet import Sheet, sheet_of

__all__ = [
    "Composition",
    "Compositor",
    "Element",
    "Line",
    "Page",
    "Placed",
    "Rule",
    "Run",
    "Setting",
    "Shaped",
    "Shaper",
    "Sheet",
    "Slug",
    "Words",
    "break_lines",
    "compose",
    "prepare",
    "sheet_of",
]
