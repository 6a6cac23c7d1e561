"""What the styles of the Word edition are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...style import Role


@dataclass(frozen=True, slots=True)
class Name:
    """What a role's style is called: its id, the name that Word shows, a Chinese one, the style it is based on."""

    id: str
    name: str
    chinese: str = ""
    based_on: str = "Normal"


LEAD_HEADLINE, HEADLINE, COLUMN_HEADLINE = "LeadHeadline", "Headline", "ColumnHeadline"

# The names in lower case are Word's own: it knows them in every language.
NAMES: Final[Mapping[Role, Name]] = {
    "title": Name("Nameplate", "Nameplate", "报头", "Title"),
    "issue_line": Name("IssueLine", "Issue Line", "刊期"),
    "label": Name("Label", "Label", "栏目"),
    "kicker": Name("Kicker", "Kicker", "引题"),
    "headline": Name(HEADLINE, "Headline", "主题", "Heading1"),
    "deck": Name("Deck", "Deck", "副题"),
    "byline": Name("Byline", "Byline", "署名"),
    "body": Name("Body", "Body", "文章正文"),
    "crosshead": Name("Crosshead", "Crosshead", "小标题", "Heading2"),
    "caption": Name("Caption", "caption"),
    "credit": Name("Credit", "Credit", "作者来源"),
    "verse": Name("Verse", "Verse", "诗行"),
    "list": Name("ListItem", "List Item", "列表项"),
    "brief": Name("Brief", "Brief", "简讯", "Body"),
    "table": Name("TableText", "Table Text", "表格文字"),
    "editors_note": Name("EditorsNote", "Editor's Note", "编者按", "Body"),
    "end_matter": Name("EndMatter", "End Matter", "文末"),
    "note": Name("FootnoteText", "footnote text"),
    "folio": Name("Folio", "Folio", "书眉页码"),
    "contents_title": Name("TOCHeading", "TOC Heading"),
    "contents": Name("TOC1", "toc 1"),
}
SECTION_END: Final = "SectionEnd"  # a paragraph without height that holds a section's settings
DATELINE, DATELINE_BYLINE, BYLINE_RUN = "Dateline", "DatelineByline", "BylineRun"
SONG_MARKS, NOTE_MARK = "SongMarks", "FootnoteReference"
CLOSING_BYLINE, CREDITED_CAPTION = "ClosingByline", "CreditedCaption"
OPENING: Final = "Opening"  # before the id of a style: the style of a paragraph like that which begins an article
PICTURE, TABLE = "Picture", "IssueTable"
HEAD, FOOT, BAND_RULE = "Header", "Footer", "BandRule"
