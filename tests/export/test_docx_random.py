"""Whatever an Issue holds, Word's file of it is whole: it opens, its links lead somewhere, its text is the Issue's."""

import tempfile
import zipfile
from pathlib import Path

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from test_docx import W

from convert.export import write
from convert.export.files import xml_issue
from convert.export.verify import verify
from convert.model import Article, Issue, Note, Paragraph, Table, text_block
from convert.style import Edition

TEXT = st.text("字号，。“”’—…·〔〕1①②3aé \t\n<&>\"'\x00\ud800\u2028\U00020bb7", max_size=12)
KINDS = ["paragraph", "byline", "crosshead", "caption", "verse", "list", "brief", "editors_note", "end_matter"]
ROWS = st.lists(st.lists(TEXT, max_size=3).map(tuple), max_size=3).map(tuple)
BLOCKS = st.one_of(
    st.builds(text_block, st.sampled_from(KINDS), TEXT),
    st.builds(Table, ROWS),
    st.builds(Note, st.builds("{}{}".format, st.sampled_from(["〔1〕", "①", "注"]), TEXT)),
)
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
MAYBE = st.none() | TEXT
ARTICLES = st.builds(
    Article, MAYBE, MAYBE, MAYBE, TEXTS, MAYBE, TEXTS, st.none(), st.none(), st.lists(BLOCKS, max_size=5).map(tuple)
)
EDITIONS = st.builds(Edition, layout=st.sampled_from(["newspaper", "book"]), vertical=st.booleans())


@settings(max_examples=60)
@given(st.builds(Issue, st.lists(ARTICLES, max_size=3).map(tuple), MAYBE, MAYBE), EDITIONS)
def test_any_issue_is_a_whole_document(issue: Issue, edition: Edition) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        write(issue, path, edition)
        verify(issue, path, "docx")
        docx.Document(str(path))
        with zipfile.ZipFile(path) as archive:
            trees = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}
    body = trees["word/document.xml"]
    targets = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(set(targets)) == len(targets)
    assert {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} <= set(targets)
    calls = [call.get(f"{W}id") for call in body.iter(f"{W}footnoteReference")]
    notes = trees.get("word/footnotes.xml")
    assert calls == [note.get(f"{W}id") for note in notes if not note.get(f"{W}type")] if calls else notes is None


@settings(max_examples=60)
@given(TEXT, st.booleans())
def test_any_paragraph_comes_back_to_the_letter(text: str, vertical: bool) -> None:
    issue = Issue(articles=(Article(headline="题", blocks=(Paragraph(text),)),))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        write(issue, path, Edition(vertical=vertical))
        found = [p.text for p in docx.Document(str(path)).paragraphs if p.style.style_id == "Body"]
    assert found == [xml_issue(issue)[0].articles[0].blocks[0].text]
