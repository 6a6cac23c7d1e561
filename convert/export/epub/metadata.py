"""What a book says of itself beside title and language: its series, and who can read it how."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ...model import Image, Issue
from ...style import region_of
from ..nameplate import issue_name
from ..pictures import Picture

_POSITIONS: Final = ("[总總]第?([0-9]+)", "第([0-9]+)[期号號]", "^[^0-9]*([0-9]+)[^0-9]*$")
Meta = tuple[str, dict[str, str]]  # value and attributes of a meta element

_SUMMARY: Final = {
    "sc": "正文为文字，按文章分章，有目录和标题可供跳转。",
    "tc": "正文為文字，按文章分章，有目錄和標題可供跳轉。",
}
_WITHOUT_ALT: Final = {"sc": "部分图片没有替代文字。", "tc": "部分圖片沒有替代文字。"}


def collection(issue: Issue) -> Iterator[Meta]:
    """The paper as a series (EPUB 3.3, D.3.2), and the issue's place in it."""
    if issue.title:
        yield issue.title, {"property": "belongs-to-collection", "id": "paper"}
        yield "series", {"refines": "#paper", "property": "collection-type"}
        if position := _position(issue.number or ""):
            yield position, {"refines": "#paper", "property": "group-position"}


def _position(number: str) -> str:
    """The place in the series that an issue's number tells: that of all issues, else of its year, else the only one.

    >>> _position("2024年第3期（总第128期）"), _position("第3期"), _position("3版8页")
    ('128', '3', '')
    """
    for pattern in _POSITIONS:
        if len(found := re.findall(pattern, number)) == 1:
            return str(found[0])
    return ""


def accessibility(issue: Issue, pictures: Mapping[str, Picture]) -> Iterator[Meta]:
    """Schema.org's accessibility properties, each true of this book (EPUB Accessibility 1.1, 2)."""
    shown = [
        block
        for article in issue.articles
        for block in article.blocks
        if isinstance(block, Image) and block.path in pictures
    ]
    described = all(image.alt for image in shown)
    yield _schema("accessMode", "textual")
    if shown:
        yield _schema("accessMode", "visual")
    if described:
        yield _schema("accessModeSufficient", "textual")
    features = ["tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"]
    if described:
        features.append("alternativeText")  # the cover's, if no other's
    if any(article.page for article in issue.articles):
        features += ["pageNavigation", "pageBreakMarkers"]
        yield issue_name(issue), {"property": "pageBreakSource"}
    for feature in features:
        yield _schema("accessibilityFeature", feature)
    moving = any(picture.suffix == "gif" for picture in pictures.values())
    yield _schema("accessibilityHazard", "unknown" if moving else "none")
    glyphs = region_of(issue.language).glyphs
    yield _schema("accessibilitySummary", _SUMMARY[glyphs] + ("" if described else _WITHOUT_ALT[glyphs]))


def _schema(name: str, value: str) -> Meta:
    return value, {"property": f"schema:{name}"}
