"""The files of a book: contents, chapters, style sheet."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ...model import Issue
from ...style import Edition, Region
from ..css import physical, text_css
from ..markup import Setting, article_markup, contents_markup, escape, nameplate_markup
from ..nameplate import entry, issue_name

_SHEET: Final = Path(__file__).with_name("book.css")
_VERTICAL: Final = (
    "html { writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; -epub-writing-mode: vertical-rl }\n"
)
_WORDS: Final = {"sc": ("导览", "正文"), "tc": ("導覽", "正文")}  # landmarks, body


def chapter_name(number: int) -> str:
    """The file of an article: numbers alone, whatever its headline holds."""
    return f"article-{number:03}.xhtml"


def style_sheet(region: Region, edition: Edition) -> str:
    """The book's only style sheet. It names no colour: the reader's own are kept, dark ones too."""
    direction = _VERTICAL if edition.vertical else ""
    return direction + text_css(region, edition.vertical) + physical(_SHEET.read_text("utf-8"), edition.vertical)


def chapter(issue: Issue, number: int, vertical: bool, pictures: Mapping[str, str]) -> str:
    """The document of one article, numbered from 1."""
    article = issue.articles[number - 1]
    setting = Setting(epub=True, vertical=vertical, pictures=pictures)
    name = entry(article, issue)
    return _document(issue.language, name, article_markup(article, name, number, setting))


def contents_page(issue: Issue, region: Region, vertical: bool) -> str:
    """The navigation document, which is also the page that shows nameplate and contents."""
    name = issue_name(issue)
    landmarks, body = _WORDS[region.glyphs]
    first = chapter_name(1) if issue.articles else "nav.xhtml"
    contents = f'<ol>\n<li><a href="nav.xhtml">{escape(name)}</a></li>\n</ol>'
    if issue.articles:
        contents = contents_markup(issue, map(chapter_name, range(1, len(issue.articles) + 1)), vertical)
    markup = f"""{nameplate_markup(issue, vertical)}
<nav id="toc" epub:type="toc" role="doc-toc" aria-labelledby="contents">
<h2 id="contents" class="contents_title">{region.contents}</h2>
{contents}
</nav>
<nav epub:type="landmarks" hidden="hidden" aria-label="{landmarks}">
<ol>
<li><a epub:type="toc" href="#toc">{region.contents}</a></li>
<li><a epub:type="bodymatter" href="{first}">{body}</a></li>
</ol>
</nav>"""
    return _document(issue.language, name, markup)


def _document(language: str, title: str, body: str) -> str:
    tag = escape(language)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}">
<head>
<title>{escape(title)}</title>
<link rel="stylesheet" type="text/css" href="edition.css"/>
</head>
<body>
{body}
</body>
</html>
"""
