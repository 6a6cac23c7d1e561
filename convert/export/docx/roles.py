"""The styles of the roles: how each paragraph looks, and what parts it from its neighbours."""

import re
from collections.abc import Iterable
from typing import Final

from ...chars import is_han
from ...style import STYLES, Role
from .faces import Faces
from .markup import el
from .names import (
    CLOSING_BYLINE,
    COLUMN_HEADLINE,
    CREDITED_CAPTION,
    HEADLINE,
    LEAD_HEADLINE,
    NAMES,
    OPENING,
)
from .page import Page

_NARROW: Final = 14  # characters in a line; below this one em of indent is enough (CLREQ 段首缩排)
_SHORT: Final = 6  # characters of a nameplate that is spaced out
_APART: Final = 0.25  # em between them, and between those of a label
_BELOW_TITLES: Final = 0.3  # lines


def style(kind: str, id: str, name: str, *inside: str, chinese: str = "", based_on: str = "", follow: str = "") -> str:
    """The element of a style."""
    return el(
        "style",
        el("name", val=name),
        el("aliases", val=chinese) if chinese else "",
        el("basedOn", val=based_on) if based_on else "",
        el("next", val=follow) if follow else "",
        el("qFormat"),
        *inside,
        type=kind,
        styleId=id,
    )


def role_styles(page: Page, faces: Faces, title: str, openings: Iterable[str]) -> list[str]:
    """The styles of all roles, and those of paragraphs that begin articles; a short title is spaced out."""
    return [
        *(_role(role, page, faces, role == "title" and _spaced(title)) for role in NAMES),
        *_headlines(page),
        *_neighbours(),
        *(_opening(id, page) for id in openings),
    ]


def _role(role: Role, page: Page, faces: Faces, spaced: bool) -> str:
    name, look = NAMES[role], STYLES[role]
    size = int(2 * (page.headline_sizes[HEADLINE] if role == "headline" else page.size(role)))
    before, after = _around(role)
    paragraph = el(
        "pPr",
        el("keepNext") + el("keepLines") if look.keep_with_next else "",
        _rules(role) if not page.edition.vertical else "",  # programs differ on which side they are there
        el("snapToGrid", val=0) if look.size > 1 else "",  # else many a font would take two lines of the grid
        _spacing(before, after, page.pitch) if before or after else "",
        _indent(role, size * 10, page),
        el("contextualSpacing") if role == "editors_note" else "",
        el("jc", val=_alignment(role, page)),
    )
    apart = el("spacing", val=round(size * 10 * _APART)) if spaced or role == "label" else ""
    run = el("rPr", faces.rpr(look.face), apart, el("sz", val=size), el("szCs", val=size))
    follow = "Body" if role in ("headline", "crosshead", "deck", "byline") else ""
    return style(
        "paragraph", name.id, name.name, paragraph, run, chinese=name.chinese, based_on=name.based_on, follow=follow
    )


def _spaced(title: str) -> bool:
    return len(title) <= _SHORT and all(map(is_han, title))


def _alignment(role: Role, page: Page) -> str:
    """A vertical nameplate stands in the upper right corner, its lines at the head of the page."""
    if page.edition.vertical and role in ("title", "issue_line", "contents_title"):
        return "left"
    align = STYLES[role].align
    return "both" if align == "justify" else align


def _rules(role: Role) -> str:
    """The double rule under the nameplate, and those around an editor's note."""
    if role == "issue_line":
        return el("pBdr", el("bottom", val="double", sz=6, space=4, color="auto"))
    if role == "editors_note":
        return el("pBdr", *(el(side, val="single", sz=4, space=1, color="auto") for side in ("top", "bottom")))
    return ""


def _around(role: Role) -> tuple[float, float]:
    """Lines before and after a paragraph. Titles stand close: what begins an article parts it from the one before."""
    if role in ("headline", "deck", "byline"):
        return 0, _BELOW_TITLES
    if role == "issue_line":
        return 0, 0.5  # below the rule of the nameplate
    if role == "editors_note":
        return 0.5, 0.5
    return STYLES[role].lines_before, STYLES[role].lines_after


def _spacing(before: float, after: float, pitch: int) -> str:
    """Space around a paragraph in lines of the body grid."""
    lines = {"beforeLines": round(before * 100), "before": round(before * pitch)}
    return el("spacing", **lines, afterLines=round(after * 100), after=round(after * pitch))


def _indent(role: Role, em: int, page: Page) -> str:
    """Indents in hundredths of a character, for the reader's own changes of size, and in twips."""
    if role == "list":
        return el("ind", leftChars=200, left=2 * em, hangingChars=100, hanging=em)
    indent = STYLES[role].indent
    if role == "verse":
        return el("ind", leftChars=round(indent * 100), left=round(indent * em))
    if indent and page.line_length <= _NARROW:
        indent = 1
    return el("ind", firstLineChars=round(indent * 100), firstLine=round(indent * em))


def _headlines(page: Page) -> list[str]:
    """The first headline of a newspaper, and those of short articles, within one column."""

    def headline(id: str, name: str, chinese: str) -> str:
        size = int(page.headline_sizes[id] * 2)
        look = el("rPr", el("sz", val=size), el("szCs", val=size))
        return style("paragraph", id, name, look, chinese=chinese, based_on=HEADLINE, follow="Body")

    return [
        headline(LEAD_HEADLINE, "Lead Headline", "头条主题"),
        headline(COLUMN_HEADLINE, "Column Headline", "栏内主题"),
    ]


def _neighbours() -> list[str]:
    """A byline that closes a text rather than heads one, and a caption that its credit follows."""
    closing = el("pPr", el("keepNext", val=0), el("spacing", afterLines=0, after=0))
    credited = el("pPr", el("keepNext"))
    return [
        style(
            "paragraph", CLOSING_BYLINE, "Closing Byline", closing, chinese="文末署名", based_on="Byline", follow="Body"
        ),
        style("paragraph", CREDITED_CAPTION, "Credited Caption", credited, based_on="Caption", follow="Credit"),
    ]


def _opening(id: str, page: Page) -> str:
    """The style of a paragraph that begins an article: a new page or a free line parts it from the one before."""
    name = f"{OPENING} {re.sub('(?<=[a-z])(?=[A-Z])', ' ', id)}"
    line = el("spacing", beforeLines=100, before=page.pitch)
    apart = el("pPr", el("pageBreakBefore") if page.edition.layout == "book" else line)
    return style("paragraph", OPENING + id, name, apart, based_on=id, follow="Body")
