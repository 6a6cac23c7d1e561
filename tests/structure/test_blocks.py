"""The parts of an article's body, each shown by the lines around it."""

import pytest

from convert.model import Issue
from convert.structure import check_coverage, parse

HEAD = "云川举行冬季运动会\n\n本报讯（记者张三）运动会昨天在青岭举行，各地选手三百人参加。\n\n"
END = "\n\n运动会今天下午闭幕，青岭队获得团体第一名。\n"


def blocks_of(middle: str) -> list[tuple[str, str]]:
    """The blocks between the first paragraph and the last, of what must be one article."""
    text = HEAD + middle + END
    issue = parse(text).issue
    check_coverage(text, (), issue)
    assert len(issue.articles) == 1
    return [(b.kind, b.text) for b in issue.articles[0].blocks[1:-1]]


def parsed(text: str) -> Issue:
    issue = parse(text).issue
    check_coverage(text, (), issue)
    return issue


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("list", ["1. 青岭队", "2. 白水队", "3. 石门队"]),
        ("list", ["（一）高山滑雪；", "（二）短道速滑；", "（三）冰球。"]),
        ("list", ["一等奖：刘思雨；", "二等奖：陈浩然、何佳；", "三等奖：张一鸣。"]),
        ("table", ["名次\t队名\t金牌", "1\t青岭\t12", "2\t白水\t9"]),
        ("table", ["名次　队名　金牌", "1　青岭　12", "2　白水　9"]),
        ("verse", ["雪落无声夜未央，", "冰刀划破一湖霜。", "少年意气凌云起，", "笑指峰头是故乡。"]),
    ],
)
def test_runs_of_like_lines_are_one_block(kind: str, lines: list[str], gap: str) -> None:
    text = "\n".join(lines)
    assert blocks_of(gap.join(lines)) == [(kind, text.replace("　", "\t") if kind == "table" else text)]


def test_table_rows_hold_their_cells() -> None:
    issue = parsed(HEAD + "名次\t队名\n\n1\t青岭\n\n2\t白水" + END)
    tables = [b for b in issue.articles[0].blocks if b.kind == "table"]
    assert [getattr(t, "rows", None) for t in tables] == [(("名次", "队名"), ("1", "青岭"), ("2", "白水"))]


def test_what_a_colon_announces_is_a_list() -> None:
    made = blocks_of("组委会人员名单如下：\n\n主任 周明德\n\n副主任 何志远\n\n委员 高建平")
    assert made == [("paragraph", "组委会人员名单如下："), ("list", "主任 周明德\n副主任 何志远\n委员 高建平")]


def test_conversation_is_no_list() -> None:
    middle = "问：赛场难在哪里？\n\n答：风大，雪硬。\n\n问：明年还来吗？\n\n答：一定来。"
    assert {kind for kind, _ in blocks_of(middle)} == {"paragraph"}


@pytest.mark.parametrize(
    "head", ["一、进校园", "（二）场馆建设", "第三章　赛后利用", "——各队备战", "“我们准备好了”", "延伸阅读"]
)
def test_crossheads_by_their_form(head: str) -> None:
    assert blocks_of(head + "\n\n各队早早来到赛场，运动会的准备工作已经就绪。")[0] == ("crosshead", head)


def test_a_box_stays_inside_its_article() -> None:
    made = blocks_of("记者手记\n\n雪场上的热情\n\n采访这次运动会，雪场上的热情让人难忘，各地选手都说还要再来青岭。")
    assert [kind for kind, _ in made] == ["crosshead", "crosshead", "paragraph"]


def test_captions_and_credits() -> None:
    made = blocks_of("运动会高山滑雪比赛现场，青岭队选手冲过终点。\n\n李广友 摄")
    assert made == [("caption", "运动会高山滑雪比赛现场，青岭队选手冲过终点。"), ("credit", "李广友 摄")]


def test_a_numbered_table_stays_in_its_article_with_its_source() -> None:
    made = blocks_of("表1 各队奖牌\n\n队名\t金牌\n\n青岭\t12\n\n白水\t9\n\n资料来源：组委会")
    assert [kind for kind, _ in made] == ["caption", "table", "credit"]


@pytest.mark.parametrize(
    "line",
    [
        "选手们纷纷表示：一定要在今后的比赛里赛出水平，赛出风格，不辜负家乡父老的期望！",
        "运动员们一定要赛出水平和风格来，不辜负家乡全体父老乡亲的殷切期望！",
        "教练周明德对大家说（",
    ],
)
def test_a_sentence_is_no_crosshead(line: str) -> None:
    assert blocks_of(line) == [("paragraph", line)]


def test_credits_with_slashes_stand_below_their_headline() -> None:
    text = (
        "專訪林望舒：山是我的老師\n\n文／周青嵐　圖片提供／青嶺影業\n\n問：您怎麼開始爬山的？\n\n林：小時候住在山裡。\n"
    )
    (article,) = parsed(text).articles
    assert (article.headline, article.kicker) == ("專訪林望舒：山是我的老師", None)
    assert article.bylines == ("文／周青嵐", "圖片提供／青嶺影業")


def test_a_picture_of_something_else_is_an_item_of_its_own() -> None:
    picture = "白水市樱花盛开，市民在花树下踏青赏春。图为滨江公园一角。\n\n唐立 摄\n\n"
    issue = parsed(HEAD + picture + "省图书馆新馆开放\n\n本报讯（记者李四）省图书馆新馆昨天开放。\n")
    assert [a.headline for a in issue.articles] == ["云川举行冬季运动会", None, "省图书馆新馆开放"]
    assert [b.kind for b in issue.articles[1].blocks] == ["caption", "credit"]


def test_notes_and_editors_notes() -> None:
    made = blocks_of("编者按：这是本报开设的新栏目。\n\n〔1〕见《云川体育志》。")
    assert made == [("editors_note", "编者按：这是本报开设的新栏目。"), ("note", "〔1〕见《云川体育志》。")]


def test_a_document_stays_inside_the_article_that_announces_it() -> None:
    text = HEAD + "组委会昨天发表宣言，全文如下：\n\n冬季运动会青岭宣言\n\n（1月5日通过）\n\n我们承诺公平竞赛。\n"
    assert len(parsed(text).articles) == 1


def test_briefs_under_one_headline() -> None:
    text = "体育简讯\n\n●青岭市举办越野滑雪赛。\n\n●白水市冰球馆开放。\n\n●石门县成立雪橇队。\n"
    (article,) = parsed(text).articles
    assert (article.headline, [b.kind for b in article.blocks]) == ("体育简讯", ["brief"] * 3)


def test_poems_in_stanzas_end_where_the_next_headline_stands() -> None:
    poem = "冬夜\n\n顾一舟\n\n月亮搬空了院子\n只留下一把竹椅\n椅子上坐着\n去年的我\n\n"
    issue = parsed(poem + "故乡的井\n\n沈念青\n\n故乡的井在村子中央，一棵老槐树守着它。\n\n后来村里通了自来水。\n")
    assert [(a.headline, a.bylines) for a in issue.articles] == [("冬夜", ("顾一舟",)), ("故乡的井", ("沈念青",))]
    assert [b.kind for b in issue.articles[0].blocks] == ["byline", "verse"]


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        (["通化：", "冰雪燃动今冬"], ("通化：", "冰雪燃动今冬", ())),
        (["罗启明在全省会议上强调", "抓紧抓实春季生产"], ("罗启明在全省会议上强调", "抓紧抓实春季生产", ())),
        (["青岭开出高铁", "——来自建设工地的报告"], (None, "青岭开出高铁", ("——来自建设工地的报告",))),
        (["省委全会决议", "（2023年11月28日通过）"], (None, "省委全会决议", ("（2023年11月28日通过）",))),
        (["全省民营经济大会召开", "罗启明讲话 周怀远主持"], (None, "全省民营经济大会召开", ("罗启明讲话 周怀远主持",))),
        (["向着新征程", "一条路 一座城", "——青岭见闻"], ("向着新征程", "一条路 一座城", ("——青岭见闻",))),
    ],
)
def test_kicker_headline_and_deck(lines: list[str], roles: tuple[str | None, str, tuple[str, ...]]) -> None:
    article = parsed("\n\n".join(lines) + "\n\n本报讯（记者张三）会议昨天举行。\n").articles[0]
    assert (article.kicker, article.headline, article.deck) == roles


def test_indents_part_headlines_from_crossheads() -> None:
    text = "县城书店十年\n　　张慧的账本记满了书店的十年。\n　　活下来\n　　头三年书店靠教辅活着，账本上没有盈余。\n"
    text += "吃面的人\n　　楼下有一间面馆，老板姓胡。\n　　胡老板看一眼就知道客人要宽要细。\n"
    assert [a.headline for a in parsed(text).articles] == ["县城书店十年", "吃面的人"]


def test_a_trace_runs_beside_the_issue() -> None:
    made = parse("\n\n" + HEAD)
    (traced,) = made.trace.articles
    assert [(line.line, line.kind) for line in traced.lines] == [(3, "headline"), (5, "paragraph")]
    assert traced.line == 3 and traced.why and not traced.doubtful


def test_a_doubtful_beginning_is_told_in_plain_words() -> None:
    text = HEAD + "周末转凉\n\n气象台预测，受冷空气影响，全省气温周末将明显下降。\n"
    found = [finding for finding in parse(text).findings if finding.rule == "article-start"]
    assert len(found) == 1 and "For a beginning: " in found[0].message and not set("+%") & set(found[0].message)


def test_labels_and_briefs_may_be_letterspaced() -> None:
    text = HEAD + "社　论\n\n把雪场办好\n\n雪场办得好，山里人的日子就好，住的吃的都要跟上去。\n\n"
    text += "简　讯\n\n●青岭市举办越野滑雪赛。\n\n●白水市冰球馆开放。\n"
    _, leader, briefs = parsed(text).articles
    assert (leader.label, leader.headline) == ("社　论", "把雪场办好")
    assert (briefs.headline, [block.kind for block in briefs.blocks]) == ("简　讯", ["brief"] * 2)


@pytest.mark.parametrize(
    ("lines", "bylines"),
    [
        (["全国乡村饮水状况调查公报", "水利部　卫生部", "（2004年9月20日）"], ("水利部　卫生部",)),
        (["关于表彰优秀图书管理员的决定", "中共中央　国务院"], ("中共中央　国务院",)),
        (["在河湖学会年会上的致辞", "（2007年11月13日）", "河湖学会理事长　路宗岳"], ("河湖学会理事长　路宗岳",)),
    ],
)
def test_who_issued_a_document_or_spoke_and_the_day_stand_below_the_title(
    lines: list[str], bylines: tuple[str, ...]
) -> None:
    text = "\n\n".join([*lines, "各地认真贯彻，取得显著成绩。现将有关情况公布如下，请遵照执行。"]) + "\n"
    (article,) = parsed(text).articles
    assert (article.headline, article.kicker, article.bylines) == (lines[0], None, bylines)


def test_headline_and_decks_in_two_phrases_with_figures_are_no_table() -> None:
    lines = ["人口普查数据公布　人口总量持续增长", "总人口达14.12亿人　年均增长0.53%", "流动人口3.76亿人　近七成往城镇"]
    text = "\n\n".join([*lines, "本报青岭5月12日电　（记者张三）统计局昨天公布人口普查主要数据，总量持续增长。"]) + "\n"
    (article,) = parsed(text).articles
    assert (article.headline, article.deck) == (lines[0], tuple(lines[1:]))
