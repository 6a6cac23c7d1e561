"""The Issue as one HTML page that carries all it needs: no script, no address outside itself."""

from base64 import b64encode
from pathlib import Path
from typing import Final

from ..model import Issue
from ..report import Finding
from ..style import Edition, region_of
from .cover import HEIGHT, WIDTH, draw_cover
from .css import body_family, text_css
from .embedding import Embedding, embed
from .files import escape, xml_issue
from .markup import Setting, article_markup, contents_markup, contents_title, nameplate_markup
from .nameplate import entry, issue_name
from .pictures import load_pictures

# The page asks nobody for anything and runs nothing, whatever its text says.
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"
# A page that runs to the left is not shrunk to fit, else a phone opens it in the middle.
_RIGHT_EDGE: Final = ", minimum-scale=1"
_SHEET: Final = Path(__file__).with_name("page.css")


def write(issue: Issue, path: Path, edition: Edition) -> list[Finding]:
    """Write the page, in UTF-8."""
    issue, findings = xml_issue(issue)
    pictures, missing = load_pictures(issue, edition)
    addresses = {name: _data(picture.media_type, picture.data) for name, picture in pictures.items()}
    setting = Setting(vertical=edition.vertical, level=2, pictures=addresses)
    fonts = embed(issue, edition)
    cover = _cover(issue, draw_cover(issue, edition))
    path.write_text(_page(issue, setting, cover, _style(issue, edition, fonts)), "utf-8", newline="\n")
    return [*findings, *missing, *fonts.findings]


def _data(media_type: str, data: bytes) -> str:
    """An address that is the thing itself."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"


def _cover(issue: Issue, data: bytes | None) -> str:
    """The cover at the head of the page, a region that readers can skip. Its size is given, so that nothing moves."""
    if data is None:
        return ""
    name = escape(issue_name(issue))
    source, size = _data("image/png", data), f'width="{WIDTH}" height="{HEIGHT}"'
    image = f'<img src="{source}" alt="{name}" role="doc-cover" {size}/>'
    return f'<section class="cover" aria-label="封面">{image}</section>'


def _style(issue: Issue, edition: Edition, carried: Embedding) -> str:
    region = region_of(issue.language)
    faces = "".join(font.rule(_data(font.media_type, font.data)) for font in carried.fonts)
    body = f"body {{ font-family: {body_family(region, carried.families)} }}\n"
    return faces + text_css(region, edition.vertical, carried.families) + body + _SHEET.read_text("utf-8")


def _page(issue: Issue, setting: Setting, cover: str, style: str) -> str:
    articles = "\n".join(
        article_markup(article, entry(article, issue), number, setting)
        for number, article in enumerate(issue.articles, 1)
    )
    contents = contents_markup(issue, [f"#a{number}" for number in range(1, len(issue.articles) + 1)], setting.vertical)
    return f"""<!DOCTYPE html>
<html lang="{escape(issue.language)}"{' class="vertical"' if setting.vertical else ""}>
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1{_RIGHT_EDGE if setting.vertical else ""}"/>
<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>
<title>{escape(issue_name(issue))}</title>
<style>
{style}</style>
</head>
<body>
{cover}
{nameplate_markup(issue, setting.vertical)}
<nav role="doc-toc" aria-labelledby="contents">
{contents_title(issue)}
{contents}
</nav>
<main>
{articles}
</main>
</body>
</html>
"""
