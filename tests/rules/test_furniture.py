"""Page furniture: found where pages end, whatever it says, and described as it was printed."""

import pytest

from convert.model import Furniture
from convert.rules import clean
from convert.rules.furniture.pieces import is_nameplate

LINES = [
    "\u3000\u3000老码头始建于一九零八年，曾是江城最",
    "繁忙的一处货运港口。上世纪九十年代港口外迁以",
    "后，这一带堆满了集装箱和废旧船只，成为城市中",
    "的一块“伤疤”。公园的设计保留了三座起重机、两",
    "段铁轨和一排红砖仓库，让人们记得这座城市从哪",
]


def pages(*heads: str) -> str:
    """Pages of lines that no page's end may part, each under one of these heads."""
    body = [line.replace("一", number) for number in "二三四五六七八九十" for line in LINES]
    return "\n".join("\n".join([head, *body[5 * n : 5 * n + 5]]) for n, head in enumerate(heads)) + "\n"


@pytest.mark.parametrize(
    "heads",
    [
        [f"{n}  松江晚报" for n in range(11, 16)],
        [f"松江晚报 2019年10月13日 第{n}版" for n in range(1, 6)],
        [f"— {n} —" for n in range(98, 103)],
        ["11\u3000松江晚报", "要闻\u300012", "13\u3000松江晚报", "要闻\u300014", "15\u3000松江晚报"],
        ["第 3 页 共 4 页", "第 4 页 共 4 页"],
    ],
)
def test_heads_and_folios_go_and_the_paragraph_closes_up(heads: list[str]) -> None:
    cleaned = clean(pages(*heads))
    assert [piece.text for piece in cleaned.furniture] == heads
    assert "松江" not in cleaned.text.value
    assert cleaned.text.value.count("从哪\n") == 1  # where the text ends


def test_furniture_is_described() -> None:
    text = "松江晚报 2019年10月13日 第3版\n全会由省委常委主持。\n\f————————\n全会强调\n"
    assert clean(text).furniture == (
        Furniture("folio", "松江晚报 2019年10月13日 第3版", "3"),
        Furniture("rule", "————————"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "下转第二版\n\n全会由省委常委主持。\n\n上接第一版\n",
        "2019年10月13日\n\n全会由省委常委主持。\n\n2019年10月14日\n\n全会强调，要狠抓落实。\n\n2019年10月15日\n",
        "2023.11.28-12.1\n",
        "2023.11.28-12.1\n\n全会由省委常委主持。\n",
        "第3版\n",
        "全会由省委常委主持。\n\n《松江晚报》（2023年11月28日 第3版）\n",
        "他问道：\n\n“你来了？”\n\n他又问道：\n\n“你来了？”\n\n他再问道：\n\n“你来了？”\n",
    ],
)
def test_lines_that_only_look_alike_stay(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.furniture == ()
    assert cleaned.text.value == text


def two_pages(first: str, *between: str, last: str = "") -> str:
    half = "\n".join(LINES * 2)
    return "\n".join([first, half, *between, half, last]).rstrip() + "\n"


@pytest.mark.parametrize(
    ("first", "between", "last"),
    [
        ("文化", ("45", "文化"), "46"),
        ("2023.8.20  松江晚报  55", ("2023.8.20  松江晚报  56",), ""),
        ("要闻", ("· 54 ·", "要闻"), ""),
    ],
)
def test_two_pages_are_enough_where_the_first_line_comes_again_behind_a_folio(
    first: str, between: tuple[str, ...], last: str
) -> None:
    cleaned = clean(two_pages(first, *between, last=last))
    assert [piece.text for piece in cleaned.furniture] == [body for body in (first, *between, last) if body]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("问题1", "问题2"),
        ("人物专访（1）", "人物专访（2）"),
        ("第1场：老李", "第2场：老李"),
        ("2023年大事记", "2024年大事记"),
        ("第1天", "第2天"),
        ("Day 1", "Day 2"),
    ],
)
def test_headings_that_count_are_no_heads_of_two_pages(first: str, again: str) -> None:
    article = "\n".join(f"{line}。" for line in LINES * 2)
    text = f"{first}\n{article}\n{again}\n{article}\n"
    assert clean(text).furniture == ()


def test_a_head_that_counts_on_in_mid_sentence_goes() -> None:
    assert [piece.text for piece in clean(two_pages("文化55", "文化56")).furniture] == ["文化55", "文化56"]


def test_a_first_line_that_comes_again_in_the_text_stays() -> None:
    assert clean(two_pages("春天的码头", "春天的码头")).furniture == ()


def test_chapters_that_count_are_no_folios_however_evenly_they_stand() -> None:
    chapter = "\n".join(f"{line}。" for line in LINES)
    text = "文化周刊\n本刊记者 林希言\n" + "".join(f"0{n}\n{chapter}\n" for n in range(1, 6))
    assert clean(text).furniture == ()


def test_a_sentence_that_names_a_day_and_a_number_is_no_running_head() -> None:
    day = "2023年6月27日，新药获批，用了48天。"
    assert day in clean(f"第 1 页\n{day}\n" + "\n".join(LINES) + f"\n{day}\n第 2 页\n").text.value


def test_the_rows_of_a_table_beside_a_folio_do_not_hide_it() -> None:
    rows = [f"19{n}0年\u3000{n}8.{n}" for n in range(3, 8)]
    text = (
        pages(*(f"第{n}页 共8页" for n in range(1, 5))).rstrip()
        + "\n"
        + "\n".join([*rows, "第5页 共8页", *rows])
        + "\n"
    )
    assert [piece.text for piece in clean(text).furniture] == [f"第{n}页 共8页" for n in range(1, 6)]


def test_a_sentence_that_names_days_is_no_running_head_at_a_pages_end() -> None:
    body = "总统拉希莫夫于2024年11月1日至3日对中华人民共和国"
    assert body in clean(f"— 1 —\n应我国邀请，塔吉克斯坦共和国\n{body}\n\f进行国事访问。\n").text.value


def test_the_one_character_that_a_second_wrapping_leaves_over_is_no_running_head() -> None:
    text = "\n".join([*LINES[:3], "江城日报 2001年3月5日 第2版", *LINES[3:]]) + "里来。\n"
    assert "成为城市中的一块" in clean(text).text.value


@pytest.mark.parametrize(
    "line", ["原载《江城日报》2001年3月5日第1版", "摘自江城日报2001年3月5日第1版", "2001年3月5日江城日报创刊"]
)
def test_where_something_was_printed_is_no_furniture(line: str) -> None:
    article = "\n".join(f"{body}。" for body in LINES[:3])
    assert clean("\n".join([article, line] * 3) + "\n").furniture == ()


@pytest.mark.parametrize("papers", [("江城日报", "松江晚报", "北岸日报"), ("江城日报",) * 3])
def test_a_list_of_sources_is_no_pages_foot(papers: tuple[str, ...]) -> None:
    sources = "\n".join(f"{paper} 1978年5月1{n}日 第{n}版" for n, paper in enumerate(papers, 1))
    assert clean(f"全会由省委常委主持。\n\n参考文献\n{sources}\n").furniture == ()


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("江城晚报　1996年5月14日　第3版", True),
        ("江城晚报　1996年5月14日　第3版　要闻", True),
        ("江城晚报　1996年5月14日　星期二　丙", False),
    ],
)
def test_a_nameplate_whose_rest_stands_on_the_next_line_is_none(line: str, whole: bool) -> None:
    assert is_nameplate(line) is whole


@pytest.mark.parametrize("gap", ["　　", " " * 22])
def test_a_running_head_is_known_however_wide_its_blanks(gap: str) -> None:
    above = (
        "　　入夏以来，我省各地小麦陆续成熟。各级党组织和\n人民政府都把麦收当作目前农村的中心工作，到本月八日止，全省"
    )
    head, below = (
        f"第二版{gap}东河日报{gap}1953年6月12日 星期五",
        "已收割小麦三百二十余万亩，占麦田总面积的百分之二十\n六点五。",
    )
    cleaned = clean(f"{above}\n{head}\n{below}\n")
    assert "到本月八日止，全省已收割小麦三百二十余万亩" in cleaned.text.value
    assert [piece.text for piece in cleaned.furniture] == [head]


def test_folios_are_known_among_crossheads_that_count() -> None:
    names = iter(
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火土天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁"
        * 2
    )
    pages = []
    for n in range(1, 5):
        lines = [f"老{next(names)}说，这半分钟没有让人剪掉，小{next(names)}听了以后也点头同意。" for _ in range(12)]
        cut = [
            "她把合同锁进抽屉，合同上写着所录的声音可以用于新产品，三分钟就够了，从",
            f"{n + 8}",
            "要闻",
            "事这一行的人都知道。",
        ]
        pages += [f"0{n}", *lines[:6], *cut, *lines[6:]]
    cleaned = clean("\n".join(pages) + "\n")
    assert [piece.text for piece in cleaned.furniture if piece.text.isdigit()] == ["9", "10", "11", "12"]
    assert [line for line in cleaned.text.value.split("\n") if line.isdigit()] == ["01", "02", "03", "04"]
