"""Whatever a page or a Word file is made of, each of its words stands in the Issue once, or a finding tells."""

import re
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_office import word_xml

from convert.errors import InputError
from convert.model import Issue
from convert.readers import read
from convert.report import Finding

INLINE = (
    "b",
    "a href='http://x.cn'",
    "a href='#n'",
    "span",
    "sup",
    "sub",
    "q",
    "s",
    "em class='call'",
    "ruby",
    "label",
)
BLOCKS = (
    *("p", "div", "section", "article", "header", "aside", "main", "center", "address", "blockquote", "pre", "details"),
    *(
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "tr",
        "td",
        "th",
        "figure",
        "figcaption",
    ),
    *("summary", "form", "nav", "footer", "del", "svg", "noscript", "math", "mfrac"),
)
Tree = tuple[str, list["Tree | None"]]  # a tag, and what is in it; None is a text
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.tuples(st.sampled_from(INLINE + BLOCKS), st.lists(st.none(), max_size=1)),
    lambda inner: st.tuples(st.sampled_from(INLINE + BLOCKS), st.lists(st.none() | inner, max_size=4)),
    max_leaves=12,
)
PAGE = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORD = settings(PAGE, max_examples=50)


def markup(tree: Tree, numbers: "count[int]") -> str:
    tag, children = tree
    inside = "".join(f"字{next(numbers)}末" if child is None else markup(child, numbers) for child in children)
    return f"<{tag}>{inside}</{tag.split()[0]}>"


def words(text: str) -> "Counter[str]":
    return Counter(re.findall("字[0-9]+末", re.sub(r"\s", "", text)))


@pytest.fixture(autouse=True)
def whole_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings quote texts whole, not their beginnings."""
    monkeypatch.setattr("convert.readers.left_out._SHOWN", 1 << 20)


def check(path: Path, source: str) -> None:
    """Each word of the source stands in the Issue, or the text, once, or in a finding."""
    findings: list[Finding] = []
    try:
        found = read(path, findings=findings)
    except InputError as error:
        assert "no text" in error.message
        return
    texts = [found.title or "", *found.texts()] if isinstance(found, Issue) else [found.value]
    shown, told = words("\n".join(texts)), words(" ".join(finding.before for finding in findings))
    assert all(number == 1 for number in shown.values()), shown
    assert not words(source) - shown - told


@PAGE
@given(st.lists(TREES, min_size=1, max_size=4))
def test_no_word_of_a_page_is_lost_or_doubled(tmp_path: Path, trees: list[Tree]) -> None:
    numbers = count(1)
    source = "".join(markup(tree, numbers) for tree in trees)
    (tmp_path / "a.html").write_text(f"<html><body>{source}</body></html>", encoding="utf-8")
    check(tmp_path / "a.html", source)


# What stands in a paragraph, and around paragraphs; {} is what is in it.
IN_PARAGRAPH = (
    "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
    "<w:ins>{}</w:ins>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:fldSimple w:instr='PAGE'>{}</w:fldSimple>",
    "<w:smartTag>{}</w:smartTag>",
    "<m:oMath><m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup></m:oMath>",
    "<w:r><w:ruby><w:rt><w:r><w:t>yī</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p>{}</w:p></w:txbxContent>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>",
)
RUNS = ("", "<w:strike/>", "<w:vanish/>", "<w:vertAlign w:val='superscript'/>", "<w:b/>")
STYLES = ("Normal", "Heading1", "Heading2", "Title", "Caption", "ListBullet", "Header", "Quote")
IN_BODY = (
    "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
    "<w:sdt><w:sdtContent>{}{}</w:sdtContent></w:sdt>",
    "<w:customXml>{}</w:customXml>",
)
TEXT = st.sampled_from(RUNS).map(lambda properties: f"<w:r><w:rPr>{properties}</w:rPr><w:t>字#末</w:t></w:r>")
PIECES = st.recursive(
    TEXT,
    lambda inner: st.builds(str.format, st.sampled_from(IN_PARAGRAPH), inner, inner),
    max_leaves=4,
)
PARAGRAPHS = st.builds(
    lambda style, pieces: f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{''.join(pieces)}</w:p>",
    st.sampled_from(STYLES),
    st.lists(PIECES, max_size=3),
)
BODIES = st.recursive(
    PARAGRAPHS,
    lambda inner: st.builds(
        lambda around, *parts: around.format(*parts), st.sampled_from(IN_BODY), inner, inner, inner
    ),
    max_leaves=6,
)


@WORD
@given(st.lists(BODIES, min_size=1, max_size=3))
def test_no_word_of_a_word_file_is_lost_or_doubled(tmp_path: Path, bodies: list[str]) -> None:
    numbers = count(1)
    source = re.sub("#", lambda _: str(next(numbers)), "".join(bodies))
    document = Document()
    for element in list(word_xml(f"<w:body>{source}</w:body>")):
        document.element.body.insert(-1, element)
    document.save(str(tmp_path / "a.docx"))
    check(tmp_path / "a.docx", source)
