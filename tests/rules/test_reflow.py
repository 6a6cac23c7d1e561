"""The rooms of the reflow, each by itself: measures, second wrappings, cues, continuity, and what joins two halves."""

import pytest

from convert.lines import lines_of
from convert.rules import clean
from convert.rules.reflow import language
from convert.rules.reflow.continuity import Continuity, language_odds
from convert.rules.reflow.evidence import NUMBER_CUT, number_odds
from convert.rules.reflow.measure import need
from convert.rules.reflow.page import Page
from convert.rules.reflow.seam import Seams
from convert.rules.reflow.shapes import shape_odds, stub_odds
from convert.rules.reflow.twice import cut_blindly
from convert.text import Confidence

PROSE = (
    "老码头始建于一九零八年曾是江城最繁忙的货运港口上世纪九十年代港口外迁以后这里一度堆满了集装箱和废旧船只成为"
    "城市中心的一块伤疤公园的设计保留了三座起重机一段铁轨和六间红砖仓库我们不想把历史抹平而是想让人们记得这座城市"
)


def wrapped(length: int, indent: str = "", text: str = PROSE) -> str:
    text = indent + text
    return "\n".join(text[i : i + length] for i in range(0, len(text), length))


@pytest.mark.parametrize(
    ("body", "cells"),
    [("全会", 2), ("字，还", 4), ("（长春", 4), ("“冰雪+", 4), ("Latin words", 5), ("2015年", 4), ("6.5%。", 6)],
)
def test_a_lines_first_piece_is_not_parted(body: str, cells: int) -> None:
    assert need(body) == cells


@pytest.mark.parametrize("length", [10, 14, 20])
def test_the_measure_is_found_and_cut_lines_are_full(length: int) -> None:
    page = Page(lines_of(wrapped(length)))
    assert {found.cells for found in page.measures} == {2 * length}
    assert all(left is not None and left < 0 for left in page.slack[:-1])


def test_a_reporter_named_behind_the_dateline_stands_in_a_line_of_its_own() -> None:
    text = "河边的老柳树\n\n本报讯 记者 王一鸣\n\n老柳树长在河边，已经有一百多年。去年夏天，大风吹断了它的一根粗枝。\n"
    assert clean(text).text.value == text


@pytest.mark.parametrize("numbers", [("一、", "二、", "三、"), ("（一）", "（二）", "（三）"), ("1、", "2、", "3、")])
def test_lines_that_count_from_one_to_the_next_are_a_list_however_even(numbers: tuple[str, ...]) -> None:
    lines = [
        f"{number}{what}"
        for number, what in zip(numbers, ("学习文件精神", "开展工作讨论", "总结经验教训"), strict=True)
    ]
    assert clean("\n".join(lines) + "\n").text.value.split() == lines


def test_paragraphs_on_one_line_each_are_not_wrapped() -> None:
    text = "\n\n".join(PROSE[:n] + "。" for n in (12, 30, 22, 41, 17, 35))
    assert Page(lines_of(text)).slack == [None] * 6


def test_two_layouts_in_one_file_have_a_measure_each() -> None:
    page = Page(lines_of(wrapped(10, text=PROSE * 4) + "\n" + wrapped(18, text=PROSE * 4)))
    cells = [found.cells for found in page.measures]
    assert (cells[0], cells[-1]) == (20, 36)


def test_the_first_lines_of_the_second_layout_go_by_its_measure() -> None:
    first = wrapped(18, text=PROSE * 4)
    lines = lines_of(first + "\n" + wrapped(10, text=PROSE * 4))
    cells = [found.cells for found in Page(lines).measures]
    at = len(lines_of(first))
    assert set(cells[: at - 1]) == {36}
    assert set(cells[at:-1]) == {20}


def test_lines_cut_twice_are_known() -> None:
    twice = "\n".join(
        line[i : i + 18] for line in wrapped(20, text=PROSE * 3).split("\n") for i in range(0, len(line), 18)
    )
    lines = lines_of(twice)
    blind = cut_blindly(lines)
    assert blind
    assert all(len(lines[i].body) == 18 and len(lines[i + 1].body) <= 2 for i in blind)


def test_once_wrapped_lines_are_not_taken_for_twice_wrapped_ones() -> None:
    assert not cut_blindly(lines_of(wrapped(18, text=PROSE * 3)))


def test_what_an_indent_means_is_learnt_from_the_page() -> None:
    marked = PROSE[:13] + "，" + PROSE[13:40] + "。"
    page = Page(lines_of("\n".join(wrapped(14, "\u3000\u3000", marked) for _ in range(6))))
    indent = page.cues(0).indent
    assert indent.present < -1 < 0.5 < indent.absent


def test_a_word_that_stands_whole_elsewhere_binds_its_halves() -> None:
    lines = lines_of("会议在长春举行，代表抵达长春。\n\n他们乘车前往长\n\n春游览。\n\n天气很好\n\n大家高兴。")
    continuity = Continuity(lines)
    assert continuity.ratio(1) > 0.5 > continuity.ratio(3)


def test_a_blind_cut_within_a_latin_word_leaves_no_space_and_one_between_two_words_does() -> None:
    once = [PROSE[n : n + 33] + title + PROSE[n] for n in range(20) for title in ("Museums", "Art of it")]
    raw = "\n".join(line[i : i + 36] for line in once for i in range(0, len(line), 36)) + "\n"
    assert cut_blindly(lines_of(raw))
    cleaned = clean(raw).text.value
    assert cleaned.count("Museums") == cleaned.count("Art of it") == 20


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("在2012年6月2", "8日昆明机场启用，同日关闭。"),
        ("自1957年至198", "4年公社改为乡镇。"),
        ("会议要求做好2023", "年防汛抗旱工作。"),
        ("全市投资约3", "亿元。"),
    ],
)
def test_numbers_cut_in_two_are_known(left: str, right: str) -> None:
    assert number_odds(left, right) == NUMBER_CUT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("长春亚泰3", "年轻队员出场"),
        ("2023", "年度报告"),
        ("目标定在2035", "年轻一代"),
        ("气温下降3", "日前，北方大风。"),
    ],
)
def test_a_figure_at_a_headings_end_is_no_number_cut_in_two(left: str, right: str) -> None:
    assert number_odds(left, right) == 0.0


def test_a_crosshead_is_not_joined_because_the_text_has_its_last_word_before_the_next_one_too() -> None:
    lines = lines_of(
        "各地举办马拉松。\n\n学校举办马拉松。\n\n公司举办马拉松。\n\n谁来举办马拉松？\n\n热闹之后怎么办\n\n马拉松一年一次。\n\n再次举办马拉松。"
    )
    assert Continuity(lines).ratio(4) > 2.5 > Continuity(lines).odds(4)


def test_long_paragraphs_make_the_end_of_one_at_a_full_line_less_likely() -> None:
    long, short = ("\n".join([wrapped(14, text=PROSE[:30] + "，" + PROSE * n + "好。")] * 6) for n in (3, 1))
    assert Page(lines_of(long)).cues(0).within >= Page(lines_of(short)).cues(0).within == 1.0


def test_an_indented_paragraph_that_a_blank_line_cuts_goes_on_in_a_line_without_indent() -> None:
    before = "\n".join("\u3000\u3000" + PROSE[n : n + 40] + "。" for n in range(6))
    cleaned = clean(
        f"{before}\n\u3000\u3000公园保留了三座起重机、一段铁轨和六间红砖\n\n仓库，让人们记得这座城市。\n{before}\n"
    )
    assert "红砖仓库" in cleaned.text.value


def test_a_crosshead_with_an_indent_is_not_joined_to_a_paragraph_without() -> None:
    before = "\n".join("\u3000\u3000" + PROSE[n : n + 40] + "。" for n in range(6))
    cleaned = clean(f"{before}\n\u3000\u3000公园怎样建成\n\n仓库留了下来，让人们记得这座城市。\n{before}\n")
    assert "建成\n\n仓库" in cleaned.text.value


def test_a_dateline_is_not_parted_from_its_reporters() -> None:
    body = "（记者王珂）" + PROSE[:40] + "。"
    assert "电（记者" in clean(f"新华社北京7月24日电\n\n{body}\n").text.value


@pytest.mark.parametrize(
    ("left", "right", "between"),
    [("长", "春", ""), ("World", "Trade", " "), ("20", "15", ""), ("新华社", "Xinhua", "")],
)
def test_what_stands_between_two_halves(left: str, right: str, between: str) -> None:
    assert Seams("").between(left, right) == (between, 0)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("研究机构inter-", "national的报告", "研究机构international的报告"),
        ("这种well-", "known的方法", "这种well-known的方法"),
        ("克鲁泡特金Kropot-", "kin的书", "克鲁泡特金Kropotkin的书"),
        ("作者Audre", "y Tang等", "作者Audrey Tang等"),
        ("作者Audrey", "Tang等", "作者Audrey Tang等"),
        ("见http://a.cn/ab", "c.html一文", "见http://a.cn/abc.html一文"),
        ("组织（World", "Health）发布", "组织（World Health）发布"),
        ("Regulation", "(EU)的用意", "Regulation (EU)的用意"),
        ("热线电话2888", "0000（24小时）", "热线电话2888 0000（24小时）"),
        ("共有2888", "0000人", "共有28880000人"),
    ],
)
def test_western_words_cut_in_two_are_whole_again(left: str, right: str, whole: str) -> None:
    between, less = Seams("此前Audrey也说过。\n" + left + "\n" + right).between(left, right)
    assert left[: len(left) - less] + between + right == whole


def test_a_hyphen_between_words_that_the_text_hyphenates_stays() -> None:
    text = "用free-form的写法\n再用free-\nform一次"
    assert Seams(text).between("再用free-", "form一次") == ("", 0)


def test_in_a_page_of_squares_words_are_cut_anywhere() -> None:
    assert Seams("").between("（Howe", "lls）", squares=True) == ("", 0)
    assert Seams("").between("（Howe", "Allen）", squares=True) == (" ", 0)


WRAPPED = """　　春分刚过，走进榆树沟村，一排排育苗大棚格外醒
目，村民李桂兰正忙着给秧苗通风，她说今年换了新品
种，抗倒伏，亩产能多打一百来斤，大家心里都有了底
气。
　　据介绍，今年的水利建设将突出重点，着力解决沿江
沿河地区防洪标准偏低的问题，去冬今春降水偏少，土
壤墒情不容乐观，必须早谋划、早动手，不误农时。
"""


@pytest.mark.parametrize(
    "line",
    [
        "2019年4月8日　星期一　农历己亥年三月初四　今日8版",
        "2　要闻　2019年4月8日　责任编辑：陈静　松江晚报",
        "图为村民在育苗大棚内劳作。　　本报记者　潘小硕　摄",
    ],
)
def test_a_line_of_fields_as_wide_as_the_column_stays_by_itself(line: str) -> None:
    paragraphs = clean(f"{WRAPPED}{line}\n村里的年轻人\n{WRAPPED}").text.value.rstrip().split("\n\n")
    assert len(paragraphs) == 6
    assert paragraphs[2] == line


def test_a_number_cut_at_its_point_is_whole_again() -> None:
    text = WRAPPED.replace("必须早谋划、早动手，不误农时。", "计划今年总共投资128.\n6亿元，新建重点工程。")
    assert "投资128.6亿元" in clean(text).text.value


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("据新华社日内瓦6月1", "8日电　海岛难民的粮食只够维持三周，有关机构今天呼吁各国紧急援助。"),
        ("新华社新港十一月", "十四日电　代表团结束了对海岛共和国的访问，今天上午乘专机离开这里回国。"),
        ("本报北京7月23日电", "（记者韩雪梅）记者从气象部门获悉，北方沙尘天气明天起减弱。"),
    ],
)
def test_a_dateline_cut_in_two_is_whole_again(first: str, rest: str) -> None:
    head, below = "标题在这里", "这一段说的是别的事情，与上面没有关系，写到这里为止。"
    assert len(clean(f"{head}\n\n{first}\n\n{rest}\n\n{below}\n").text.value.split("\n\n")) == 3


@pytest.mark.parametrize("line", ["本报评论员", "新华社北京分社", "本报讯", "本报启事"])
def test_lines_that_only_begin_like_datelines_stay_by_themselves(line: str) -> None:
    text = f"{line}\n\n记者昨天在电视台看到，节目的录制已经开始。\n"
    assert clean(text).text.value == text


@pytest.mark.parametrize(
    "end",
    ["——唐望，诗人，《江城》与《码头》作者，曾任江城图书馆馆长", "“码头是我们的记忆，也是我们的未来。”——唐望，2020"],
)
def test_whose_words_they_are_is_a_lines_end(end: str) -> None:
    assert shape_odds(end, PROSE[:60] + "。", ended=True) <= -2.5


@pytest.mark.parametrize(("left", "right"), [("全年发", "展"), ("證人承", "認"), ("未来三天仍", "有")])
def test_pairs_of_the_language_and_words_that_end_no_clause_speak_for_a_join(left: str, right: str) -> None:
    assert language_odds(left[-2:], right) >= 1.0


@pytest.mark.parametrize(
    ("left", "right"), [("感恩奋进", "在"), ("谁来使用", "记"), ("通往自由", "但"), ("进展顺利", "他")]
)
def test_words_that_end_a_clause_well_do_not(left: str, right: str) -> None:
    assert language_odds(left[-2:], right) <= 0.0


@pytest.mark.parametrize(
    ("a", "b"), [("去年综合产值达到21亿", "元，带动四万人增收。"), ("读书会每月一次，到", "去年底办了七十四次。")]
)
def test_no_heading_ends_and_no_paragraph_begins_with_a_stub_of_a_clause(a: str, b: str) -> None:
    assert stub_odds(a, b) >= 2.5


@pytest.mark.parametrize(
    ("a", "b"), [("新的一天开始", "啊，天亮了。"), ("一根火腿肠，带出一条龙", "最早做文章的是市肉联厂。")]
)
def test_an_outcry_and_a_heading_of_two_halves_are_no_stubs(a: str, b: str) -> None:
    assert stub_odds(a, b) == 0.0


PAGE_END = "\n\n".join("公园保留了三座起重机、一段铁轨和六间红砖仓库。" + PROSE[n : n + 30] + "。" for n in range(4))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("本报讯（记者沈一鸣）历", "时九天的帆船公开赛昨天在潮湾市落幕。"),
        ("【體育組】世界乒聯支線賽薩格勒布站，港將鄭穎琳", "在女單八強以四比二淘汰三號種子，首度闖入四強。"),
        ("差估署發言人回覆時表示，署方自去年七月起主動巡查，並與非政府機", "構合作設立六隊地區服務隊。"),
    ],
)
def test_one_page_end_in_a_text_is_closed_where_the_words_say_so(a: str, b: str) -> None:
    assert a + b in clean(f"{PAGE_END}\n\n{a}\n\n{b}\n").text.value


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("本报记者 韩雪梅 通讯员 邓光明", "清晨六点，茶园里已经热闹起来，采茶的人来了。"),
        ("日期：二十三日晚上七时四十五分，二十四日加场", "地点：演艺学院戏剧院"),
        ("读后很受感动，并请", "代向作者致意。"),
        ("丰收之年尚不敷民食，向来依靠外江商贩接济。”③", "米市的兴盛，带动了一系列的行业。"),
        ("祖母便应：“来了——”", "门环上各铸一只狮子，左边的少了半只耳朵。"),
        ("〔以上引文据原刊。〕〔12〕", "此后七斤照例日日进城，家景总有些黯淡。"),
    ],
)
def test_what_ends_a_block_without_a_stop_stays_apart(a: str, b: str) -> None:
    assert f"{a}\n\n{b}" in clean(f"{PAGE_END}\n\n{a}\n\n{b}\n").text.value


SHORT_PARAGRAPHS = "\n".join(wrapped(20, text=PROSE[n : n + 47] + "。") for n in range(0, 40, 5))


def test_a_heading_below_a_full_last_line_is_no_part_of_the_paragraph() -> None:
    full = PROSE[:39] + "。"
    text = f"{SHORT_PARAGRAPHS}\n{wrapped(20, text=full)}\n修路容易养路难\n{SHORT_PARAGRAPHS}\n"
    assert "。\n\n修路容易养路难\n\n" in clean(text).text.value


def test_where_paragraphs_are_short_a_stop_at_a_full_line_is_rather_their_end() -> None:
    long = "\n".join(wrapped(20, text=(PROSE[:19] + "，") * 9 + PROSE[30:47] + "。") for _ in range(8))
    cues = [Page(lines_of(text)).cues(0).stopped for text in (SHORT_PARAGRAPHS, long)]
    assert cues[0] < 0 < cues[1]


def test_a_jump_line_ends_its_block_at_a_full_line_too() -> None:
    text = wrapped(20, text=PROSE[:54] + "（下转第二版）" + PROSE[:20])
    assert "（下转第二版）\n\n" in clean(text.replace("）", "）\n") + "\n" + SHORT_PARAGRAPHS + "\n").text.value


def test_the_table_of_the_language_is_well_formed() -> None:
    for table in (language.STRONG, language.WEAK):
        groups = table.split(" ")
        assert all(len(group) > 1 for group in groups)
        assert len({group[0] for group in groups}) == len(groups)
    assert not set(language.NEVER_LAST) & set(language.SELDOM_LAST)
    assert not set(language.SELDOM_FIRST) & set(language.OFTEN_FIRST)


def test_first_words_with_a_verb_are_rather_a_sentence_than_a_heading() -> None:
    after = PROSE[:50] + "。"
    assert shape_odds("他的父亲温国强是一", after, True) > shape_odds("公交司机温国强一家", after, True)
    assert shape_odds("半夜下雨 原来是空调", after, True) == shape_odds("半夜下雨 空调惹的祸", after, True)


def test_an_address_that_a_page_cut_in_two_is_whole_again() -> None:
    cleaned = clean(f"{PAGE_END}\n\n详情请见https://www.example.cn/news/2023/\n\nabc.html一文，欢迎来稿。\n")
    assert "https://www.example.cn/news/2023/abc.html一文" in cleaned.text.value


INDENTED = [
    "\u3000\u3000老码头曾是江城最繁忙的货运港",
    "口。港口外迁以后，这里一度堆满了",
    "集装箱和废旧船只，成为城市的伤。",
    "公园保留了三座起重机、一段铁轨和",
    "六间红砖仓库。",
]


def test_a_crosshead_below_a_full_last_line_stays_by_itself_where_paragraphs_are_indented() -> None:
    text = "\n".join([*INDENTED * 3, *INDENTED[:3], "钱往哪里流，谁来算", *INDENTED]) + "\n"
    assert "钱往哪里流，谁来算" in clean(text).text.value.split("\n")


def test_headings_without_indent_say_nothing_of_what_an_indent_means() -> None:
    other = [INDENTED[0], INDENTED[1], "集装箱和废旧船只，来往的人绕着走，", "成为江城里的一块伤疤。"]
    plain, headed = (
        Page(lines_of("\n".join([*other, *other, *heading] * 6))).cues(0) for heading in ([], ["江城的旧事"])
    )
    assert headed.indent.absent > plain.indent.absent - 0.5 > 1.0


def test_a_short_page_is_measured_by_the_lines_that_wait_for_more_too() -> None:
    lines = [
        "\u3000\u3000港口外迁以后，这里一度堆满了",
        "集装箱和废旧船只，上世纪九十年代",
        "这里成了工业遗址，据市里介绍说，",
        "修缮工程年底完工。",
    ]
    assert clean("\n".join(lines) + "\n").text.value == "".join(lines).strip("\u3000") + "\n"


def test_half_width_marks_may_have_been_narrow_when_the_page_was_wrapped() -> None:
    lines = [
        "    本报讯 连日来,我市普降暴雨,",
        "河水猛涨,全市三万多名干部群众",
        "奋战在大堤上,昼夜巡查,排除险情",
        "十七处,截至昨日下午五时,水位开",
        "始回落,大堤安然无恙.",
    ]
    assert "险情十七处" in clean("\n".join(lines) + "\n").text.value
    assert "水位开始回落" in clean("\n".join(lines) + "\n").text.value
    assert "群众奋战" in clean("\n".join(lines) + "\n").text.value


def test_a_headline_between_blank_lines_is_no_part_of_the_full_last_line_above() -> None:
    paragraph = [*INDENTED[:3]]
    text = (
        "\n".join([*paragraph, "", "上半年工业稳定增长", *INDENTED, *paragraph, "", "", "下半年", "", *INDENTED]) + "\n"
    )
    got = clean(text).text.value.split("\n")
    assert "上半年工业稳定增长" in got
    assert "下半年" in got


@pytest.mark.parametrize(
    "text",
    [
        "联合国官员说，过去一年各地新\n建了许多学校，增速有所降低。\n",
        "新华社电，他特意换上了新的衣服，\n来到了会场。\n",
    ],
)
def test_a_line_end_that_too_little_tells_of_is_listed_and_stays(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text.value == text.replace("\n", "\n\n", 1)
    assert [(f.line, f.confidence) for f in cleaned.findings] == [(1, Confidence.DOUBTFUL)]


def test_headlines_and_verse_are_no_doubtful_line_ends() -> None:
    heads = "冬日里的长白山迎来今年的第一场雪\n各地游客纷至沓来\n"
    text = heads + "万里烟波迷远树，千山月色照归舟，\n一湖星月入孤舟，西风吹老荻花秋。\n"
    assert clean(text).findings == []


def test_a_masthead_keeps_its_lines_and_the_headline_below() -> None:
    heads = ("2023年12月4日 星期一 农历十月廿二", "国内统一刊号CN 22-0099 第15820号 今日四版", "松江城投百亿元修新堤")
    wrapped = (
        "　　本报12月3日讯（记者 周怡然）松江市水务局\n3日宣布，总投资1.25亿元的北堤加固工程正式开\n"
        "工。工程全长12.6公里，设计防洪标准为100年\n一遇，预计2024年6月底前完工。\n"
    )
    cleaned = clean("松江日报\nSONGJIANG RIBAO\n" + "\n".join(heads[:2]) + f"\n\n{heads[2]}\n" + 3 * wrapped).text.value
    assert [line for line in cleaned.split("\n") if line][2:5] == list(heads)


@pytest.mark.parametrize("jobs", [2, 5, 20])
def test_a_long_text_is_weighed_in_shares_which_find_what_the_whole_does(
    jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("convert.parallel.threading.active_count", lambda: 1)  # a worker of the tests has several
    pages = [wrapped(length, "\u3000\u3000", PROSE * n) for n in range(1, 9) for length in (14, 17, 20)]
    western = "".join(PROSE[n : n + 23] + "Tolstoi Karenina" for n in range(20)) * 6
    squares = "\n".join(western[i : i + 20] for i in range(0, len(western), 20))  # each letter fills a square
    text = "\n".join([*pages, squares, *pages])
    whole = clean(text)
    assert "".join(western.split()) in "".join(whole.text.value.split())
    monkeypatch.setattr("convert.rules.reflow.shares._SHARE", 1)
    shared = clean(text, jobs=jobs)
    assert len(text.split("\n")) > 12 * 48
    assert shared.text.value == whole.text.value
    assert list(shared.log.json_chunks()) == list(whole.log.json_chunks())


def test_a_line_much_longer_than_those_around_was_not_wrapped_with_them() -> None:
    long = PROSE + "，" + PROSE + "。"
    text = f"{wrapped(14, text=PROSE + '。')}\n\n{long}\n\n{long}\n\n{wrapped(14, text=PROSE + '。')}\n"
    assert clean(text).text.value == "\n\n".join([PROSE + "。", long, long, PROSE + "。"]) + "\n"


@pytest.mark.parametrize(
    "dateline", ["本报杭州8月21日电　（记者鲍安琪）", "本报北京5月12日电（记者王明）", "据新华社北京8月2日电 "]
)
@pytest.mark.parametrize("head", ["青年科研人员占比超六成", "十年间增长近七成", "各地加强秋季防火"])
def test_a_dateline_goes_on_from_no_headline_whatever_the_two_characters_make(head: str, dateline: str) -> None:
    text = f"{head}\n\n{dateline}为期三天的人才成果展昨天闭幕，展会降低了企业的成本，人才成本也有所下降。\n"
    assert clean(text).text.value.split("\n\n")[0] == head


@pytest.mark.parametrize("byline", ["記者林淑貞╱鹿港報導", "記者林淑貞／鹿港報導", "記者林淑貞|鹿港專訪"])
def test_a_byline_at_the_right_margin_stands_by_itself(byline: str) -> None:
    body = "走進鹿港的老街，叮叮噹噹的打鐵聲從巷子裏傳出來。六十八歲的施老先生著一件舊背心，站在爐火前面。"
    text = f"老街裏的打鐵舖\n{'　' * 20}{byline}\n" + wrapped(30, "　　", body * 3) + "\n"
    assert byline in clean(text).text.value.split("\n\n")


def test_who_speaks_behind_quotations_binds_no_crosshead_that_ends_in_one() -> None:
    said = "“种子是农业的芯片。”程小麦说。“急不得。”程小麦又说，“我们等了十年。”程小麦笑了，大家也都笑了。"
    lines = lines_of(f"{said}\n\n从“看天选”到“看码选”\n\n程小麦如今是团队里负责分子育种的骨干。\n\n{said}\n")
    assert Continuity(lines).ratio(1) > 2.5 > 1.5 > Continuity(lines).odds(1)


def test_a_line_that_is_all_one_quotation_is_a_crosshead() -> None:
    below = "结隆乡1200多户牧民散居在四千多平方公里的草原上，最远的一户离乡政府一百二十公里，送一封信要走两天。"
    whole, part = (shape_odds(a, below, True) for a in ("“信到了，人心就到了”", "信到了，“人心就到了”"))
    assert whole < part - 3
