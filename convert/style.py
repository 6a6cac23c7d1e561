"""What an edition looks like: script and region, paper, layout, and the style of every role.

Sizes are in points, or in em of the role's own size where the name says so. The same table serves
all formats; what a format cannot do it leaves out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Script = Literal["keep", "hans", "hant", "tw", "hk"]
Layout = Literal["newspaper", "book", "large-print"]
Face = Literal["song", "hei", "kai"]
Glyphs = Literal["sc", "tc"]
Align = Literal["justify", "left", "center", "right"]
Prohibition = Literal["none", "basic", "gb", "strict"]  # which marks may begin or end no line (CLREQ 行首行尾禁则)

MM: Final = 72 / 25.4  # points in a millimetre
PAPERS: Final[Mapping[str, tuple[float, float]]] = {  # width and height in millimetres
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "b5": (176, 250),
    "16k": (184, 260),
    "letter": (215.9, 279.4),
}


@dataclass(frozen=True, slots=True)
class Region:
    """What a script's readers expect: language tag, glyph shapes, and the words kanben itself puts on a page."""

    language: str  # BCP 47
    glyphs: Glyphs
    word_language: str  # as Word knows it
    contents: str
    photo: str  # name of an item without a headline, in contents and outline


REGIONS: Final[Mapping[str, Region]] = {
    "hans": Region("zh-Hans", "sc", "zh-CN", "目录", "图片新闻"),
    "hant": Region("zh-Hant", "tc", "zh-TW", "目錄", "圖片新聞"),
    "tw": Region("zh-Hant-TW", "tc", "zh-TW", "目錄", "圖片新聞"),
    "hk": Region("zh-Hant-HK", "tc", "zh-HK", "目錄", "圖片新聞"),
}


def region_of(language: str) -> Region:
    """The region of a language tag; Simplified for one that names no script known here."""
    for region in REGIONS.values():
        if region.language == language:
            return region
    return REGIONS["hant" if language.startswith(("zh-Hant", "zh-TW", "zh-HK", "zh-MO")) else "hans"]


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How one role is set.

    `size` is a factor of the body size; `indent` the first line's, in em; `lines_before` and
    `lines_after` are in lines of the body grid; `keep_with_next` holds a heading to its text.
    """

    face: Face = "song"
    size: float = 1.0
    indent: float = 2.0
    align: Align = "justify"
    lines_before: float = 0.0
    lines_after: float = 0.0
    keep_with_next: bool = False


Role = Literal[
    "title", "issue_line", "label", "kicker", "headline", "deck", "byline", "body", "crosshead", "caption", "credit",
    "verse", "list", "brief", "table", "editors_note", "end_matter", "note", "folio", "contents_title", "contents",
]  # fmt: skip

STYLES: Final[Mapping[Role, RoleStyle]] = {
    "title": RoleStyle("hei", 4.0, 0, "center", keep_with_next=True),
    "issue_line": RoleStyle("song", 0.9, 0, "center"),
    "label": RoleStyle("hei", 1.0, 0, "center", keep_with_next=True),
    "kicker": RoleStyle("kai", 1.3, 0, "center", keep_with_next=True),
    "headline": RoleStyle("hei", 1.9, 0, "center", 1.0, 0.5, keep_with_next=True),
    "deck": RoleStyle("kai", 1.2, 0, "center", keep_with_next=True),
    "byline": RoleStyle("kai", 1.0, 0, "center", keep_with_next=True),
    "body": RoleStyle(),
    "crosshead": RoleStyle("hei", 1.05, 0, "center", 0.5, 0.5, keep_with_next=True),
    "caption": RoleStyle("kai", 0.95, 0, "justify"),
    "credit": RoleStyle("kai", 0.9, 0, "right"),
    "verse": RoleStyle("kai", 1.0, 2, "left"),
    "list": RoleStyle("song", 1.0, 0, "justify"),
    "brief": RoleStyle(),
    "table": RoleStyle("song", 0.9, 0, "left"),
    "editors_note": RoleStyle("kai"),
    "end_matter": RoleStyle("kai", 0.9, 0, "right"),
    "note": RoleStyle("song", 0.85, 0),
    "folio": RoleStyle("song", 0.85, 0, "center"),
    "contents_title": RoleStyle("hei", 1.4, 0, "center", 0, 1, keep_with_next=True),
    "contents": RoleStyle("song", 1.0, 0, "left"),
}

# Characters of an article's text from which its head runs over all columns of a newspaper: so many a column, or so many
# where it shares its rows with no other. From so many on, an article of a book begins a page.
WIDE_HEAD: Final = 200
WIDE_HEAD_ALONE: Final = 150
CHAPTER: Final = 240
# A newspaper's headlines beside the usual size: the first, others over all columns, those within one.
LEAD_SCALE: Final = 1.35
WIDE_SCALE: Final = 1.12
COLUMN_SCALE: Final = 0.78

_DEFAULTS: Final[Mapping[Layout, tuple[str, int, float]]] = {  # paper, columns, body size
    "newspaper": ("a4", 3, 9.0),
    "book": ("a5", 1, 10.5),
    "large-print": ("a4", 1, 18.0),
}
_NEWSPAPER_COLUMNS: Final[Mapping[str, int]] = {"a3": 4, "a4": 3, "letter": 3, "16k": 3, "b5": 2, "a5": 2}


@dataclass(frozen=True, slots=True)
class Edition:
    """How one edition is set. None for paper, columns or font size means the layout's own.

    `fonts` names the user's own files by face ("song", "hei", "kai") or by the word "body"; with `hanging`, 、，。 may
    hang over the end of a PDF's lines; `prohibition` is how strict their beginnings and ends are;
    `pictures` is the folder that the paths of pictures start from.
    """

    script: Script = "keep"
    layout: Layout = "newspaper"
    paper: str | None = None
    columns: int | None = None
    font_size: float | None = None
    vertical: bool = False
    booklet: bool = False
    embed_fonts: bool = False
    hanging: bool = False
    prohibition: Prohibition = "basic"
    fonts: Mapping[str, str] = field(default_factory=dict)
    pictures: str = "."

    @property
    def paper_name(self) -> str:
        """The paper of one page: that of the layout, half of it in a booklet."""
        return self.paper or ("a5" if self.booklet else _DEFAULTS[self.layout][0])

    @property
    def paper_size(self) -> tuple[float, float]:
        """Width and height of the paper in points."""
        width, height = PAPERS[self.paper_name]
        return width * MM, height * MM

    @property
    def column_count(self) -> int:
        """Columns of a page, or tiers (栏) of a vertical one, which are the shorter."""
        if self.columns or self.layout != "newspaper":
            return self.columns or _DEFAULTS[self.layout][1]
        return _NEWSPAPER_COLUMNS[self.paper_name] + self.vertical

    @property
    def body_size(self) -> float:
        """Size of the body type in points."""
        return self.font_size or _DEFAULTS[self.layout][2]
