"""word/styles.xml: one named style for every role, so that changing a style changes the document."""

from collections.abc import Iterable

from .faces import Faces
from .markup import el, part
from .names import (
    BAND_RULE,
    BYLINE_RUN,
    DATELINE,
    DATELINE_BYLINE,
    FOOT,
    HEAD,
    NOTE_MARK,
    PICTURE,
    SECTION_END,
    SONG_MARKS,
    TABLE,
)
from .page import Page
from .roles import role_styles, style
from .tables import CELL_MARGIN


def styles(page: Page, faces: Faces, title: str, openings: Iterable[str]) -> bytes:
    """The styles of an edition, with the fonts and language of its region; a short title is spaced out.

    `openings` are the ids of those that begin articles: each is the base of one that parts articles.
    """
    return part(
        "styles",
        _defaults(page, faces),
        *_bases(),
        *role_styles(page, faces, title, openings),
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


def _bases() -> list[str]:
    """What all others are based on. Heading 1 and 2 give outline and contents their levels."""
    normal = el("style", el("name", val="Normal"), el("qFormat"), type="paragraph", default=1, styleId="Normal")
    font = el(
        "style", el("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont"
    )

    def heading(id: str, name: str, level: int | None) -> str:
        outline = el("outlineLvl", val=level) if level is not None else ""
        return style("paragraph", id, name, el("pPr", el("keepNext"), el("keepLines"), outline), based_on="Normal")

    return [
        normal,
        font,
        heading("Title", "Title", None),
        heading("Heading1", "heading 1", 0),
        heading("Heading2", "heading 2", 1),
    ]


def _furniture(page: Page) -> list[str]:
    """Heads and feet of the pages, and the rule between the bands of a newspaper."""
    tabs = el("tabs", el("tab", val="center", pos=page.width // 2), el("tab", val="right", pos=page.width))
    head = el("pPr", el("pBdr", el("bottom", val="single", sz=4, space=2, color="auto")), tabs, el("jc", val="left"))
    line = el("pBdr", el("top", val="single", sz=6, space=0, color="auto"))
    thin = el("spacing", beforeLines=50, before=page.pitch // 2, line=120, lineRule="exact")
    rule = el("pPr", el("keepNext"), line, el("snapToGrid", val=0), thin)
    return [
        style("paragraph", HEAD, "header", head, based_on="Folio"),
        style("paragraph", FOOT, "footer", based_on="Folio"),
        style("paragraph", BAND_RULE, "Band Rule", rule, el("rPr", el("sz", val=2)), chinese="栏线", based_on="Normal"),
    ]


def _section_end() -> str:
    paragraph = el("pPr", el("snapToGrid", val=0), el("spacing", line=20, lineRule="exact"))
    return style("paragraph", SECTION_END, "Section End", paragraph, el("rPr", el("sz", val=2)), based_on="Normal")


def _picture() -> str:
    """Held to its caption, and off the grid, which would cut its height to whole lines."""
    paragraph = el("pPr", el("keepNext"), el("snapToGrid", val=0), el("jc", val="center"))
    return style("paragraph", PICTURE, "Picture", paragraph, chinese="图片", based_on="Normal")


def _character_styles(faces: Faces) -> list[str]:
    def character(id: str, name: str, chinese: str, *look: str, based_on: str = "DefaultParagraphFont") -> str:
        return style("character", id, name, el("rPr", *look) if look else "", chinese=chinese, based_on=based_on)

    return [
        character(DATELINE, "Dateline", "电头", faces.rpr("hei")),
        character(DATELINE_BYLINE, "Dateline Byline", "电头署名", based_on=DATELINE),
        character(BYLINE_RUN, "Byline Run", "文中署名", faces.rpr("kai")),
        character(SONG_MARKS, "Song Marks", "宋体标点", faces.rpr("song")),
        character(NOTE_MARK, "footnote reference", "", el("vertAlign", val="superscript")),
    ]


def _table_styles() -> list[str]:
    edges = [el(side, val="single", sz=4, space=0, color="auto") for side in ("top", "bottom", "insideH", "insideV")]
    margins = el("tblCellMar", *(el(side, w=CELL_MARGIN, type="dxa") for side in ("left", "right")))
    normal = el(
        "style",
        el("name", val="Normal Table"),
        el("tblPr", el("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    table = style(
        "table", TABLE, "Issue Table", el("tblPr", el("tblBorders", *edges)), chinese="报刊表格", based_on="TableNormal"
    )
    return [normal, table]
