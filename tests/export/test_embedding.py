"""Fonts inside an edition: every character of the text is there, in the face that it is set in."""

import uharfbuzz

from convert.export.embedding import embed
from convert.model import Article, Caption, Issue, Paragraph
from convert.style import Edition, Face

EMBED = Edition(embed_fonts=True)


def shown(issue: Issue, edition: Edition, face: Face) -> set[str]:
    """The characters that the families of a face can show."""
    carried = embed(issue, edition)
    names = carried.families[face]
    fonts = [font for font in carried.fonts if f'"{font.family}"' in names]
    return {chr(code) for font in fonts for code in uharfbuzz.Face(font.data).unicodes}


def test_nothing_is_carried_unless_asked_for() -> None:
    assert embed(Issue(title="报"), Edition()).fonts == ()


def test_every_face_has_the_characters_set_in_it() -> None:
    issue = Issue(
        (Article(headline="春到", kicker="基层", blocks=(Paragraph("𠮷文，㗎"), Caption("图“为”"))),), title="日报"
    )
    assert set("𠮷文，㗎") <= shown(issue, EMBED, "song")
    assert set("春到日报目录") <= shown(issue, EMBED, "hei")
    assert set("基层图“为”") <= shown(issue, EMBED, "kai")
    assert embed(issue, EMBED).findings == ()


def test_quotes_in_kai_text_come_from_song() -> None:
    issue = Issue((Article(blocks=(Caption("“图”——为"),)),))
    for edition, marks in ((EMBED, "“”"), (Edition(embed_fonts=True, vertical=True), "“”—")):
        kai = next(font for font in embed(issue, edition).fonts if font.family == "kanben-kai")
        assert not set(map(ord, marks)) & set(uharfbuzz.Face(kai.data).unicodes)


def test_character_that_no_font_has_is_reported() -> None:
    findings = embed(Issue((Article(blocks=(Paragraph("文\U000e0100\u200d\U0001f9ff"),)),)), EMBED).findings
    assert [finding.before for finding in findings] == ["\U0001f9ff"]
