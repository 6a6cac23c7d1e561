"""word/styles.xml: one named style for every role, so that changing a style changes the document."""

from typing import Final

from ...chars import is_han
from ...style import STYLES, Role
from .faces import Faces
from .markup import el, part
from .names import (
    BAND_RULE,
    BYLINE_RUN,
    COLUMN_HEADLINE,
    DATELINE,
    DATELINE_BYLINE,
    FOOT,
    HEAD,
    HEADLINE,
    LEAD_HEADLINE,
    NAMES,
    NOTE_MARK,
    PICTURE,
    SECTION_END,
    SONG_MARKS,
    TABLE,
)
from .page import Page

_NARROW: Final = 14  # characters in a line; below this one em of indent is enough (CLREQ 段首缩排)
_SHORT: Final = 6  # characters of a nameplate that is spaced out
_APART: Final = 0.25  # em between them


def styles(page: Page, faces: Faces, title: str) -> bytes:
    """The styles of an edition, with the fonts and language of its region; a short title is spaced out."""
    return part(
        "styles",
        _defaults(page, faces),
        *_bases(),
        *(_role(role, page, faces, role == "title" and _spaced(title)) for role in NAMES),
        *_headlines(page),
        *_furniture(page),
        _section_end(),
        _picture(),
        *_character_styles(faces),
        *_table_styles(),
    )


def _defaults(page: Page, faces: Faces) -> str:
    size = round(page.edition.body_size * 2)
    run = el(
        "rPr",
        faces.rpr("song"),
        el("kern", val=0),
        el("sz", val=size),
        el("szCs", val=size),
        el("lang", val="en-US", eastAsia=faces.region.word_language, bidi="ar-SA"),
    )
    paragraph = el(
        "pPr",
        el("widowControl"),
        el("kinsoku"),
        el("wordWrap"),
        el("overflowPunct", val=int(faces.region.glyphs == "sc")),  # Traditional marks never hang (CLREQ 行末悬挂)
        el("autoSpaceDE"),
        el("autoSpaceDN"),
        el("snapToGrid"),
        el("spacing", before=0, after=0, line=240, lineRule="auto"),
        el("jc", val="both"),
    )
    return el("docDefaults", el("rPrDefault", run), el("pPrDefault", paragraph))


def _style(kind: str, id: str, name: str, *inside: str, chinese: str = "", based_on: str = "", follow: str = "") -> str:
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


def _bases() -> list[str]:
    """What all others are based on. Heading 1 and 2 give outline and contents their levels."""
    normal = el("style", el("name", val="Normal"), el("qFormat"), type="paragraph", default=1, styleId="Normal")
    font = el(
        "style", el("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont"
    )

    def heading(id: str, name: str, level: int | None) -> str:
        outline = el("outlineLvl", val=level) if level is not None else ""
        return _style("paragraph", id, name, el("pPr", el("keepNext"), el("keepLines"), outline), based_on="Normal")

    return [
        normal,
        font,
        heading("Title", "Title", None),
        heading("Heading1", "heading 1", 0),
        heading("Heading2", "heading 2", 1),
    ]


def _role(role: Role, page: Page, faces: Faces, spaced: bool) -> str:
    name, style = NAMES[role], STYLES[role]
    size = int(2 * (page.headline_sizes[HEADLINE] if role == "headline" else page.size(role)))
    after = 0.5 if role == "issue_line" else style.lines_after  # below the rule of the nameplate
    paragraph = el(
        "pPr",
        el("keepNext") + el("keepLines") if style.keep_with_next else "",
        _rule() if role == "issue_line" and not page.edition.vertical else "",
        el("snapToGrid", val=0) if style.size > 1 else "",  # else many a font would take two lines of the grid
        spacing(style.lines_before, after, page.pitch) if style.lines_before or after else "",
        _indent(role, size * 10, page),
        el("jc", val=_alignment(role, page)),
    )
    apart = el("spacing", val=round(size * 10 * _APART)) if spaced else ""
    run = el("rPr", faces.rpr(style.face), apart, el("sz", val=size), el("szCs", val=size))
    follow = "Body" if role in ("headline", "crosshead", "deck", "byline") else ""
    return _style(
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


def _rule() -> str:
    """The double rule under the nameplate."""
    return el("pBdr", el("bottom", val="double", sz=6, space=4, color="auto"))


def spacing(before: float, after: float, pitch: int) -> str:
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
        return _style("paragraph", id, name, look, chinese=chinese, based_on=HEADLINE, follow="Body")

    return [
        headline(LEAD_HEADLINE, "Lead Headline", "头条主题"),
        headline(COLUMN_HEADLINE, "Column Headline", "栏内主题"),
    ]


def _furniture(page: Page) -> list[str]:
    """Heads and feet of the pages, and the rule between the bands of a newspaper."""
    tabs = el("tabs", el("tab", val="center", pos=page.width // 2), el("tab", val="right", pos=page.width))
    head = el("pPr", el("pBdr", el("bottom", val="single", sz=4, space=2, color="auto")), tabs, el("jc", val="left"))
    line = el("pBdr", el("top", val="single", sz=6, space=0, color="auto"))
    thin = el("spacing", beforeLines=50, before=page.pitch // 2, line=120, lineRule="exact")
    rule = el("pPr", el("keepNext"), line, el("snapToGrid", val=0), thin)
    return [
        _style("paragraph", HEAD, "header", head, based_on="Folio"),
        _style("paragraph", FOOT, "footer", based_on="Folio"),
        _style(
            "paragraph", BAND_RULE, "Band Rule", rule, el("rPr", el("sz", val=2)), chinese="栏线", based_on="Normal"
        ),
    ]


def _section_end() -> str:
    paragraph = el("pPr", el("snapToGrid", val=0), el("spacing", line=20, lineRule="exact"))
    return _style("paragraph", SECTION_END, "Section End", paragraph, el("rPr", el("sz", val=2)), based_on="Normal")


def _picture() -> str:
    """Held to its caption, and off the grid, which would cut its height to whole lines."""
    paragraph = el("pPr", el("keepNext"), el("snapToGrid", val=0), el("jc", val="center"))
    return _style("paragraph", PICTURE, "Picture", paragraph, chinese="图片", based_on="Normal")


def _character_styles(faces: Faces) -> list[str]:
    def character(id: str, name: str, chinese: str, *look: str, based_on: str = "DefaultParagraphFont") -> str:
        return _style("character", id, name, el("rPr", *look) if look else "", chinese=chinese, based_on=based_on)

    return [
        character(DATELINE, "Dateline", "电头", faces.rpr("hei")),
        character(DATELINE_BYLINE, "Dateline Byline", "电头署名", based_on=DATELINE),
        character(BYLINE_RUN, "Byline Run", "文中署名", faces.rpr("kai")),
        character(SONG_MARKS, "Song Marks", "宋体标点", faces.rpr("song")),
        character(NOTE_MARK, "footnote reference", "", el("vertAlign", val="superscript")),
    ]


def _table_styles() -> list[str]:
    edges = [el(side, val="single", sz=4, space=0, color="auto") for side in ("top", "bottom", "insideH", "insideV")]
    margins = el("tblCellMar", *(el(side, w=80, type="dxa") for side in ("left", "right")))
    normal = el(
        "style",
        el("name", val="Normal Table"),
        el("tblPr", el("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    table = _style(
        "table", TABLE, "Issue Table", el("tblPr", el("tblBorders", *edges)), chinese="报刊表格", based_on="TableNormal"
    )
    return [normal, table]
