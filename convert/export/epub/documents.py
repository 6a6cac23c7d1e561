"""The files of a book: cover page, contents, chapters, style sheet."""

from pathlib import Path
from typing import Final

from ...model import Issue
from ...style import Edition, region_of
from ..css import body_family, physical, text_css
from ..embedding import Embedding
from ..files import escape
from ..markup import Setting, article_markup, contents_markup, contents_title, nameplate_markup
from ..nameplate import entry, issue_name

_SHEET: Final = Path(__file__).with_name("book.css")
_VERTICAL: Final = (
    "html { writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; -epub-writing-mode: vertical-rl }\n"
)
_WORDS: Final = {  # of the lists that readers' programs show
    "sc": {"landmarks": "导览", "cover": "封面", "body": "正文", "pages": "版面"},
    "tc": {"landmarks": "導覽", "cover": "封面", "body": "正文", "pages": "版面"},
}


def chapter_name(number: int) -> str:
    """The file of an article: numbers alone, whatever its headline holds."""
    return f"article-{number:03}.xhtml"


def pages_of(issue: Issue) -> dict[int, str]:
    """The pages of the printed issue, by the number of the first article on each."""
    first: dict[str, int] = {}
    for number, article in enumerate(issue.articles, 1):
        if article.page:
            first.setdefault(article.page, number)
    return {number: page for page, number in first.items()}


def style_sheet(issue: Issue, edition: Edition, carried: Embedding) -> str:
    """The book's only style sheet. It names no colour, and no face for the body unless the book carries it: a reader's
    own choice is kept, dark pages too."""
    region = region_of(issue.language)
    faces = "".join(font.rule(f"{font.family}.{font.suffix}") for font in carried.fonts)
    direction = _VERTICAL if edition.vertical else ""
    text = text_css(region, edition.vertical, carried.families)
    body = f"body {{ font-family: {body_family(region, carried.families)} }}\n" if carried.fonts else ""
    return faces + direction + text + body + physical(_SHEET.read_text("utf-8"), edition.vertical)


def cover_page(issue: Issue, picture: str) -> str:
    """The page that shows the cover."""
    name = escape(issue_name(issue))
    image = f'<img src="{picture}" alt="{name}" role="doc-cover"/>'
    return _document(issue.language, name, f'<div id="cover">{image}</div>', ' epub:type="cover"')


def chapter(issue: Issue, number: int, setting: Setting, page: str = "") -> str:
    """The document of one article, numbered from 1; `page` is the printed page that begins with it."""
    article = issue.articles[number - 1]
    name = entry(article, issue)
    markup = article_markup(article, name, number, setting)
    if page:
        label = f'{setting.role("pagebreak")} aria-label="{escape(page)}"'
        markup = f'<div id="page-{number}"{label}></div>\n{markup}'
    return _document(issue.language, escape(name), markup)


def contents_page(issue: Issue, vertical: bool, cover: bool) -> str:
    """The navigation document, which is also the page that shows nameplate and contents."""
    region, name = region_of(issue.language), escape(issue_name(issue))
    words = _WORDS[region.glyphs]
    contents = f'<ol>\n<li><a href="nav.xhtml">{name}</a></li>\n</ol>'
    if issue.articles:
        contents = contents_markup(issue, map(chapter_name, range(1, len(issue.articles) + 1)), vertical)
    marks = [("cover", "cover.xhtml", words["cover"])] if cover else []
    marks.append(("toc", "#toc", region.contents))
    if issue.articles:
        marks.append(("bodymatter", chapter_name(1), words["body"]))
    landmarks = [f'<a epub:type="{kind}" href="{address}">{word}</a>' for kind, address, word in marks]
    pages = [f'<a href="{chapter_name(n)}#page-{n}">{escape(page)}</a>' for n, page in pages_of(issue).items()]
    markup = f"""{nameplate_markup(issue, vertical)}
<nav id="toc" epub:type="toc" role="doc-toc" aria-labelledby="contents">
{contents_title(issue)}
{contents}
</nav>
{_hidden_list("landmarks", "", words["landmarks"], landmarks)}
{_hidden_list("page-list", ' role="doc-pagelist"', words["pages"], pages) if pages else ""}"""
    return _document(issue.language, name, markup)


def _hidden_list(epub_type: str, role: str, label: str, links: list[str]) -> str:
    items = "\n".join(f"<li>{link}</li>" for link in links)
    return f'<nav epub:type="{epub_type}"{role} hidden="hidden" aria-label="{label}">\n<ol>\n{items}\n</ol>\n</nav>'


def _document(language: str, title: str, body: str, attributes: str = "") -> str:
    """A whole document around markup; `title` is escaped already."""
    tag = escape(language)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}">
<head>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="edition.css"/>
</head>
<body{attributes}>
{body}
</body>
</html>
"""
