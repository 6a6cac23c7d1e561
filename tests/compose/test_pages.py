"""Pages: one grid over all columns, no widow or orphan, no heading parted from its text, columns that balance."""

from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.compose import Page, Placed, Words, compose
from convert.compose.edition import Composition
from convert.compose.sheet import sheet_of
from convert.errors import UsageError
from convert.model import Article, Block, Crosshead, EditorsNote, Issue, Paragraph, Table, Verse
from convert.style import Edition

from .conftest import EmShaper

TEXT = "春天来了湖水解冻小船出港渔民满载而归今年收成比去年好"


def composed(articles: Iterable[Article], edition: Edition, title: str | None = "湖区日报") -> Composition:
    issue = Issue(tuple(articles), title=title)
    titles = {n: article.headline or "图片新闻" for n, article in enumerate(issue.articles)}
    return compose(issue, edition, EmShaper(), Words("2023年3月5日", titles), {})


def body(page: Page) -> list[Placed]:
    return [placed for placed in page.placed if placed.slug.element.role == "body"]


def columns(page: Page, composition: Composition) -> list[list[Placed]]:
    """The body lines of each column, from its top."""
    sheet = composition.sheet
    out: dict[int, list[Placed]] = {}
    for placed in body(page):
        out.setdefault(int(placed.u / (sheet.measure + sheet.gap) + 0.001), []).append(placed)
    return [sorted(out[n], key=lambda p: p.v) for n in sorted(out)]


def paragraphs(*lengths: int) -> tuple[Block, ...]:
    return tuple(Paragraph((TEXT * (n // len(TEXT) + 1))[:n]) for n in lengths)


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("layout", ["newspaper", "book", "large-print"])
def test_body_lines_stand_on_one_grid_within_the_type_area(layout: str, vertical: bool) -> None:
    blocks = (*paragraphs(900, 40, 333), Crosshead("出港"), *paragraphs(200, 1200))
    articles = [Article(headline="湖区开渔", kicker="走基层", blocks=blocks), Article(headline="短讯", blocks=blocks)]
    composition = composed(articles, Edition(layout=layout, vertical=vertical))
    sheet = composition.sheet
    for page in composition.pages:
        for placed in body(page):
            assert placed.v / sheet.row == pytest.approx(round(placed.v / sheet.row), abs=1e-6)
            assert placed.slug.line
            width = placed.slug.line.width * placed.slug.size / 1000
            assert placed.u >= -1e-6 and placed.u + width <= sheet.along + 1e-6 + 0.02 * sheet.size
            assert placed.v + placed.slug.size <= sheet.across + 1e-6


def test_no_widow_and_no_orphan() -> None:
    blocks = paragraphs(*[n * 7 % 160 + 20 for n in range(200)])
    composition = composed([Article(headline="题", blocks=blocks)], Edition())
    flow = [column for page in composition.pages for column in columns(page, composition)]
    for above, below in pairwise(flow):
        last, first = above[-1].slug, below[0].slug
        if last.element is first.element and len(below) > 1:
            assert last.line and last.line.start > 0, "a paragraph's first line stands alone"
            assert below[1].slug.element is first.element, "a paragraph's last line stands alone"


@given(st.lists(st.integers(1, 400), min_size=1, max_size=25), st.integers(1, 4))
@settings(max_examples=60)
def test_nothing_is_lost_on_the_way_to_pages(lengths: list[int], count: int) -> None:
    blocks = tuple(b for n in lengths for b in (*paragraphs(n), *([Crosshead("小标题")] if n % 5 == 0 else [])))
    composition = composed([Article(headline="题目", blocks=blocks)], Edition(columns=count))
    placed = [p for page in composition.pages for p in page.placed]
    runs = [run for p in placed if p.slug.line for run in p.slug.line.runs]
    codes = "".join(piece for run in runs for piece in run.pieces if isinstance(piece, str))
    assert codes == "湖区日报2023年3月5日题目" + "".join(b.text for b in blocks)


def test_a_crosshead_never_ends_a_column() -> None:
    blocks = tuple(b for n in range(60) for b in (Crosshead("出港"), *paragraphs(n * 13 % 90 + 20)))
    composition = composed([Article(headline="题", blocks=blocks)], Edition(columns=4))
    for page in composition.pages:
        sheet = composition.sheet
        slugs = sorted(page.placed, key=lambda p: (int(p.u / (sheet.measure + sheet.gap) + 0.001), p.v))
        for here, after in pairwise(slugs):
            if here.slug.element.role == "crosshead":
                assert after.v > here.v, "a heading stands at a column's foot"


def test_the_last_columns_are_balanced() -> None:
    composition = composed([Article(headline="题", blocks=paragraphs(*[51] * 20))], Edition())
    (page,) = composition.pages
    lengths = [len(column) for column in columns(page, composition)]
    assert len(lengths) == 3 and max(lengths) - min(lengths) <= 4


def test_long_articles_span_the_columns_and_short_ones_do_not() -> None:
    long, short = Article(headline="长文", blocks=paragraphs(900)), Article(headline="短讯", blocks=paragraphs(60))
    composition = composed([short, long, short], Edition())
    heads = {
        placed.slug.element.article: placed
        for page in composition.pages
        for placed in page.placed
        if placed.slug.element.role == "headline"
    }
    assert heads[1].u > composition.sheet.measure  # centred over three columns
    assert heads[2].u < composition.sheet.measure


def test_verse_keeps_its_lines_and_a_table_its_cells() -> None:
    blocks: tuple[Block, ...] = (Verse("小雪初晴\n画舫明"), Table((("项目", "人数"), ("跳绳", "12"))))
    composition = composed([Article(headline="题", blocks=blocks)], Edition(layout="book"))
    placed = [p for page in composition.pages for p in page.placed]
    verse = [p for p in placed if p.slug.element.role == "verse"]
    assert len(verse) == 2 and verse[0].u == verse[1].u > 0
    cells = [p for p in placed if p.slug.element.part == "cell"]
    assert len(cells) == 4 and cells[0].v == cells[1].v < cells[2].v == cells[3].v and cells[0].u < cells[1].u


def test_narrow_columns_of_a_table_get_what_they_need() -> None:
    rows = (("队", "场"), ("甲", "昨天下午在城北湖边老体育场举行的那一场迟到的比赛到晚上才结束"))
    composition = composed([Article(headline="题", blocks=(Table(rows),))], Edition(layout="book"))
    cells = [p for page in composition.pages for p in page.placed if p.slug.element.part == "cell"]
    assert cells[3].u - cells[2].u < 2.5 * composition.sheet.size


def test_rows_of_tables_are_not_parted() -> None:
    rows = tuple((TEXT[: n % 19 + 1], TEXT[: n % 7 + 1]) for n in range(90))
    articles = [Article(headline="题", blocks=(*paragraphs(n), Table(rows))) for n in range(40, 400, 30)]
    held: dict[object, set[tuple[int, int]]] = {}
    composition = composed(articles, Edition(columns=4))
    sheet = composition.sheet
    for page in composition.pages:
        for placed in page.placed:
            if placed.slug.element.part == "cell":
                column = int(placed.u / (sheet.measure + sheet.gap) + 0.001)
                held.setdefault(placed.slug.element.parent, set()).add((page.number, column))
    assert len(held) == 90 * len(articles) and all(len(columns) == 1 for columns in held.values())


def test_vertical_pages_are_all_song_and_headlines_larger() -> None:
    article = Article(headline="湖区开渔", blocks=(Crosshead("出港"), *paragraphs(60)))
    sizes = {}
    for vertical in (False, True):
        composition = composed([article], Edition(layout="book", vertical=vertical))
        placed = [p for page in composition.pages for p in page.placed]
        sizes[vertical] = next(p.slug.size for p in placed if p.slug.element.role == "headline")
        assert (composition.compositor.case("hei") is composition.compositor.case("song")) == vertical
    assert sizes[True] > sizes[False]


def test_a_kicker_stands_above_its_headline_in_the_contents() -> None:
    articles = [Article(headline="湖区开渔", kicker="走基层", blocks=paragraphs(30)), Article(kicker="只有引题")]
    composition = composed(articles, Edition())
    placed = [p for page in composition.pages for p in page.placed if p.slug.element.role == "contents"]
    assert [p.slug.entry for p in placed] == [None, 0, 1]
    kicker, headline = placed[0], placed[1]
    assert kicker.slug.size < headline.slug.size and kicker.v < headline.v
    assert kicker.slug.element.parent is headline.slug.element.parent is not None


def test_no_heading_stays_behind_with_one_line_of_its_text() -> None:
    for filling in range(300, 1200, 17):
        articles = [Article(headline="湖区开渔", blocks=paragraphs(n)) for n in (filling, 200)]
        for page in composed(articles, Edition(layout="large-print")).pages:
            rows = [p.slug.element for p in page.placed if p.slug.element.article is not None]
            first = [e for e in rows if e.article == 1 and e.role in ("headline", "body")]
            if any(e.role == "headline" for e in first):
                assert sum(e.role == "body" for e in first) >= 2


def test_notes_of_the_editor_that_follow_each_other_stand_between_one_pair_of_rules() -> None:
    blocks = (EditorsNote("核心阅读"), EditorsNote(TEXT), *paragraphs(60))
    composition = composed([Article(headline="题", blocks=blocks)], Edition(layout="book"), title=None)
    assert sum(len(page.rules) for page in composition.pages) == 2


def test_lines_are_set_closer_where_that_saves_a_page_with_next_to_nothing_on_it() -> None:
    edition = Edition(paper="a5", columns=2)
    usual = sheet_of(edition)
    closer = []
    for n in range(1500, 4500, 100):
        composition = composed([Article(headline="题", blocks=paragraphs(n))], edition)
        pages = list(composition.pages)
        sheet = composition.sheet
        assert sheet.across <= usual.across + usual.row and 1.35 * sheet.size < sheet.row <= usual.row
        if sheet.rows > usual.rows:
            closer.append(n)
            assert len(body(pages[-1])) > sheet.rows
        assert sum(p.slug.line.end - p.slug.line.start for page in pages for p in body(page) if p.slug.line) == n
    assert closer


def test_type_that_fits_no_page_is_refused() -> None:
    with pytest.raises(UsageError, match="too large"):
        composed([], Edition(paper="a5", font_size=100))


def test_an_empty_issue_is_one_page(composition: Callable[..., Composition] = composed) -> None:
    assert len(list(composition([], Edition(), title=None).pages)) == 1


SHORT = st.tuples(st.booleans(), st.lists(st.integers(1, 250), min_size=1, max_size=4))


@given(st.lists(SHORT, min_size=1, max_size=30), st.integers(2, 5), st.sampled_from(["a4", "a3"]))
@settings(max_examples=25, deadline=None)
def test_nothing_is_lost_or_out_of_order_in_modules(
    given_articles: list[tuple[bool, list[int]]], count: int, paper: str
) -> None:
    articles = [
        Article(headline=f"{TEXT[: n % 20 + 2]}" if headed else None, blocks=paragraphs(*lengths))
        for n, (headed, lengths) in enumerate(given_articles)
    ]
    composition = composed(articles, Edition(columns=count, paper=paper), title=None)
    sheet = composition.sheet
    drawn: dict[int, str] = {}
    order: list[int] = []
    for page in composition.pages:
        boxes = set()
        for placed in page.placed:
            element = placed.slug.element
            if element.article is None or element.role == "contents":
                continue
            order.append(element.article)
            runs = placed.slug.line.runs if placed.slug.line else []
            text = "".join(piece for run in runs for piece in run.pieces if isinstance(piece, str))
            drawn[element.article] = drawn.get(element.article, "") + text
            box = round(placed.u - placed.slug.x, 3), round(placed.v, 3)
            assert box not in boxes and placed.v + placed.slug.size <= sheet.across + 1e-6
            boxes.add(box)
    assert order == sorted(order), "articles are drawn in their order"
    assert [drawn[n] for n in range(len(articles))] == [
        (article.headline or "") + "".join(block.text for block in article.blocks) for article in articles
    ]


def weights(*counts: int) -> list[Article]:
    lead = Article(headline="头条新闻在此", blocks=paragraphs(700))
    return [lead, *(Article(headline=f"{TEXT[n : n + 8]}", blocks=paragraphs(c)) for n, c in enumerate(counts))]


def test_an_article_of_middling_weight_has_two_columns_beside_short_ones() -> None:
    composition = composed(weights(300, 51, 51), Edition())
    (page,) = composition.pages
    sheet = composition.sheet
    headline = next(p for p in page.placed if p.slug.element.article == 1 and p.slug.element.role == "headline")
    assert headline.slug.line
    middle = headline.u + headline.slug.line.width * headline.slug.size / 2000
    assert middle == pytest.approx(sheet.measure + sheet.gap / 2, abs=1)
    text = [p for p in body(page) if p.slug.element.article == 1]
    beside = [p for p in body(page) if p.slug.element.article in (2, 3)]
    assert {round(p.u / (sheet.measure + sheet.gap)) for p in beside} == {2}
    assert max(p.v for p in text) == pytest.approx(max(p.v for p in beside), abs=2 * sheet.row)


def test_a_heading_that_a_low_column_cannot_hold_goes_to_the_next_page() -> None:
    for rows in range(30, 60):
        first = Article(headline="头条", blocks=paragraphs(*[17] * (3 * rows)))
        second = Article(headline=TEXT + TEXT, kicker=TEXT, blocks=paragraphs(60))
        composition = composed([first, second], Edition())
        pages = {
            page.number
            for page in composition.pages
            for placed in page.placed
            if placed.slug.element.article == 1 and placed.slug.element.role in ("kicker", "headline")
        }
        assert len(pages) == 1, "a heading is parted"


def test_a_long_title_is_made_smaller_before_it_is_broken() -> None:
    for title, lines in (("湖区日报", 1), (TEXT[:18], 1), (TEXT * 2, 2)):
        composition = composed([Article(headline="题", blocks=paragraphs(60))], Edition(), title=title)
        page = next(iter(composition.pages))
        assert sum(p.slug.element.role == "title" for p in page.placed) == lines


def test_a_short_table_is_not_parted() -> None:
    rows = tuple((TEXT[:5], str(n)) for n in range(8))
    for before in range(20, 400, 20):
        article = Article(headline="题", blocks=(*paragraphs(before), Table(rows), *paragraphs(100)))
        composition = composed([article], Edition())
        cells = [p for page in composition.pages for p in page.placed if p.slug.element.part == "cell"]
        assert len({int(p.u / (composition.sheet.measure + composition.sheet.gap)) for p in cells}) == 1


def test_short_articles_of_a_book_follow_each_other_on_a_page() -> None:
    articles = [Article(headline=f"题{n}", blocks=paragraphs(count)) for n, count in enumerate((250, 60, 60, 400))]
    pages = list(composed(articles, Edition(layout="book")).pages)
    began = {article: page.number for page in pages for article, _u, _v in page.starts}
    assert began[0] == began[1] == began[2] < began[3]
