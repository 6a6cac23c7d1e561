"""Jump lines: halves that belong together are joined, and only those."""

from convert.structure import check_coverage, parse

FIRST = """第一版

民营经济大会召开

本报讯（记者张三）民营经济大会昨天召开，提出设立民营企业纾困

（下转第二版）

望江桥平移

本报讯（记者李四）望江桥昨天完成平移，施工人员用了二十七天。（下转第三版）
"""
SECOND = """第二版

民营经济大会召开

（上接第一版）基金，规模一百亿元，支持民营经济。
"""
THIRD = """第三版

（上接第一版）望江桥始建于1919年，平移后将作为步行桥。
"""


def test_halves_are_joined_across_pages() -> None:
    text = FIRST + "\n" + SECOND + "\n" + THIRD
    parsed = parse(text)
    first, second = parsed.issue.articles
    assert [b.text for b in first.blocks] == [
        "本报讯（记者张三）民营经济大会昨天召开，提出设立民营企业纾困基金，规模一百亿元，支持民营经济。"
    ]
    assert [b.kind for b in second.blocks] == ["paragraph", "paragraph"]
    assert (first.page, second.page) == ("一", "一")
    assert sorted(f.kind for f in parsed.issue.furniture) == ["folio"] * 3 + ["jump_line"] * 4 + ["running_head"]
    assert not parsed.findings
    check_coverage(text, (), parsed.issue)


def test_page_numbers_that_disagree_join_nothing() -> None:
    text = FIRST.replace("第二版", "第七版") + "\n" + SECOND
    parsed = parse(text)
    assert [f.rule for f in parsed.findings].count("jump-line") == 3
    check_coverage(text, (), parsed.issue)


def test_a_jump_line_that_joins_nothing_stays_where_it_was_printed() -> None:
    parsed = parse(FIRST)
    blocks = [[(b.kind, b.text[-7:]) for b in a.blocks] for a in parsed.issue.articles]
    assert blocks[0][-1] == ("end_matter", "（下转第二版）")
    assert blocks[1] == [("paragraph", "（下转第三版）")]
    assert [f.rule for f in parsed.findings] == ["jump-line", "jump-line"]
    check_coverage(FIRST, (), parsed.issue)


def test_news_without_a_headline_begins_below_a_jump_line() -> None:
    text = """要爱护耕牛

新华社记者　陆明

耕牛是农民的宝贝，这种现象必须坚决纠正。

（下转第四版）

本报讯　县第二届人民代表大会昨天在县城开幕，出席会议的代表二百一十七人。
"""
    parsed = parse(text)
    first, second = parsed.issue.articles
    assert [(b.kind, b.text[:6]) for b in first.blocks][-1] == ("end_matter", "（下转第四版")
    assert (second.headline, second.dateline) == (None, "本报讯")
    assert [f.rule for f in parsed.findings] == ["jump-line"]
    check_coverage(text, (), parsed.issue)


def test_text_below_a_jump_line_begins_no_article_without_a_dateline() -> None:
    text = FIRST.replace("（下转第二版）\n", "（下转第二版）\n\n会议还讨论了其他事项，与会者一致表示赞成。\n")
    assert len(parse(text).issue.articles) == 2
