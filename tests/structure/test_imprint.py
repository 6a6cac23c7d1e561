"""What an issue says of itself, and that nothing is invented."""

from datetime import date

import pytest

from convert.config import Config, Fix
from convert.model import Byline, Furniture
from convert.structure import check_coverage, parse
from convert.structure.bylines import is_author
from convert.structure.colophon import is_dating, is_imprint
from convert.structure.dates import date_in_name, number_of, printed_date
from convert.structure.imprint import is_folio, page_of, section_of
from convert.text import Source, Text

BODY = "全省春耕会议召开\n\n本报讯（记者张三）会议昨天召开。\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年3月12日　星期二", date(2024, 3, 12)),
        ("一九五四年五月十八日", date(1954, 5, 18)),
        ("二〇二三年十一月二十八日", date(2023, 11, 28)),
        ("中華民國四十三年五月十八日", date(1954, 5, 18)),
        ("民国元年一月一日", date(1912, 1, 1)),
        ("民国壹百零二年一月一日", date(2013, 1, 1)),
        ("２０２４年３月１２日", date(2024, 3, 12)),
        ("2024年2月30日", None),
        ("3月12日", None),
        ("农历甲辰年二月初三", None),
    ],
)
def test_printed_dates(text: str, day: date | None) -> None:
    assert printed_date(text) == day


@pytest.mark.parametrize(
    ("stem", "day"),
    [
        ("jilin-2023-11-28", date(2023, 11, 28)),
        ("人民日报20231128", date(2023, 11, 28)),
        ("rmrb_2023.11.28_01", date(2023, 11, 28)),
        ("issue-123456789", None),
        ("20231328", None),
        ("report-2023", None),
    ],
)
def test_dates_in_file_names(stem: str, day: date | None) -> None:
    assert date_in_name(stem) == day


def test_numbers() -> None:
    assert [number_of(n) for n in ("18", "十八", "一九五四", "廿三", "卅", "元", "１２", "A")] == [
        18, 18, 1954, 23, 30, 1, 12, None,
    ]  # fmt: skip


def test_folios() -> None:
    line = "江城晚报　2019年7月6日　星期六　A05 社会"
    assert (is_folio(line), page_of(line), section_of(line)) == (True, "A05", "社会")
    assert is_folio("第二版") and page_of("第二版") == "二"
    assert not any(
        map(is_folio, ["2023年3月10日", "本报将出版第二版增刊", "我省版图上的新城", "3月12日，第二版发行。"])
    )


def test_furniture_is_trusted_before_the_text_and_the_text_before_the_name() -> None:
    source = Source("人民日报20200101.txt")
    text = "江城晚报　2019年7月6日　星期六\n\n" + BODY
    bare, named = Text(BODY, BODY, source), Text(text, text, source)
    furniture = (Furniture("nameplate", "云川日报 2021年5月4日 星期二 第88号"),)
    issues = [parse(bare).issue, parse(named).issue, parse(named, furniture=furniture).issue]
    assert [(i.title, str(i.date)) for i in issues[:2]] == [("人民日报", "2020-01-01"), ("江城晚报", "2019-07-06")]
    assert (issues[2].title, issues[2].number) == ("云川日报", "第88号")
    for issue, given in zip(issues, [bare, named, named], strict=True):
        check_coverage(given, furniture if issue is issues[2] else (), issue)


def test_what_is_not_known_stays_unknown() -> None:
    issue = parse(BODY).issue
    assert (issue.title, issue.number, issue.date, issue.publisher) == (None, None, None, None)


def test_settings_win() -> None:
    config = Config(title="甲报", date=date(2000, 1, 2), number="7", publisher="乙社")
    issue = parse("江城晚报　2019年7月6日　星期六\n\n" + BODY, config=config).issue
    assert (issue.title, issue.date, issue.number, issue.publisher) == ("甲报", date(2000, 1, 2), "7", "乙社")


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        ("晚报\n2024年3月5日", "晚报", date(2024, 3, 5)),
        ("中華民國一百一十三年三月五日\n青嶺時報\n第二版", "青嶺時報", date(2024, 3, 5)),
        ("青岭日报 2024-03-05 第3版", "青岭日报", date(2024, 3, 5)),
    ],
)
def test_a_masthead_of_few_words(head: str, title: str, day: date) -> None:
    issue = parse(f"{head}\n图书馆开放\n本报讯（记者 孙晓）市图书馆昨天开放。\n").issue
    assert (issue.title, issue.date, [article.headline for article in issue.articles]) == (title, day, ["图书馆开放"])


def test_a_nameplate_of_two_lines_within_the_text_is_no_kicker() -> None:
    head = "东江日报\n1999年10月8日 星期五 第{}版\n"
    first = (
        head.format("一")
        + "东江大桥昨日合龙\n本报讯（记者 何志强）大桥昨日合龙，误差远远小于设计允许的\n（下转第三版）\n"
    )
    second = head.format("三") + "东江大桥昨日合龙\n（上接第一版）误差。这样的精度在国内同类桥梁中是少见的。\n"
    parsed = parse(first + second)
    (article,) = parsed.issue.articles
    assert (article.headline, article.kicker) == ("东江大桥昨日合龙", None)
    assert article.blocks[0].text.endswith("设计允许的误差。这样的精度在国内同类桥梁中是少见的。")
    assert not parsed.findings
    check_coverage(first + second, (), parsed.issue)


@pytest.mark.parametrize("head", ["", "江城晚报 1996年5月14日 星期二 第3版\n"])
def test_who_edited_a_page_is_said_below_its_head(head: str) -> None:
    text = f"{head}责任编辑 王 敏    电话 2345678\n老码头修缮一新\n本报讯（记者 陈立新）码头昨天完工。\n"
    issue = parse(text).issue
    assert [article.headline for article in issue.articles] == ["老码头修缮一新"]
    assert "责任编辑 王 敏    电话 2345678" in [item.text for item in issue.furniture]
    check_coverage(text, (), issue)


PAGE = """松江日报

2024年1月3日　星期三

北堤工程开工

本报讯（记者 王一鸣）北堤加固工程3日正式开工，预计明年完工，受益人口十二万。

工程全长十二公里，总投资一亿元，由市水务局承建。

"""


@pytest.mark.parametrize(
    "line",
    [
        "本报自2024年1月1日起由对开四版改为对开八版",
        "自2024年1月1日起由四版改为八版",
        "民国廿六年七月七日 星期三",
        "1966年8月1日 第5000期",
        "第1版 要闻\n\n第2版 社会\n\n第3版 副刊",
    ],
)
def test_a_line_within_the_text_that_dates_what_is_told_stays(line: str) -> None:
    issue = parse(f"{PAGE}{line}\n\n欢迎读者到当地邮局订阅，全年定价298元。\n").issue
    shown = "\n".join(
        text for article in issue.articles for text in (*article.titles(), *(b.text for b in article.blocks))
    )
    assert all(one in shown for one in line.split("\n\n"))
    assert issue.date == date(2024, 1, 3)


@pytest.mark.parametrize("line", ["松江日报　2024年1月3日　第2版", "2024年1月3日　星期三", "第2版　要闻"])
def test_a_folio_within_the_text_is_none_of_its_lines(line: str) -> None:
    parsed = parse(f"{PAGE}{line}\n\n欢迎读者到当地邮局订阅，全年定价298元。\n")
    assert line in [item.text for item in parsed.issue.furniture]
    told = [finding.before for finding in parsed.findings if finding.rule == "folio-in-text"]
    assert told == ([line] if line == "第2版　要闻" else [])


def test_a_folio_that_a_person_named_is_not_told_of() -> None:
    config = Config(fixes=(Fix("第2版　要闻", action="role", value="furniture"),))
    parsed = parse(f"{PAGE}第2版　要闻\n\n欢迎读者到当地邮局订阅，全年定价298元。\n", config=config)
    assert "第2版　要闻" in [item.text for item in parsed.issue.furniture]
    assert "folio-in-text" not in [finding.rule for finding in parsed.findings]


def test_a_masthead_may_register_the_paper_below_its_day() -> None:
    head = "松江日报\nSONGJIANG RIBAO\n2023年12月4日 星期一 农历十月廿二\n国内统一刊号CN 22-0099 第15820号 今日四版\n\n"
    issue = parse(f"{head}松江城投百亿元修新堤\n\n本报12月3日讯（记者 周怡然）北堤加固工程正式开工。\n").issue
    assert [article.headline for article in issue.articles] == ["松江城投百亿元修新堤"]
    assert (issue.title, issue.number, issue.date) == ("松江日报", "第15820号", date(2023, 12, 4))


def test_a_masthead_may_set_its_name_apart_and_its_day_large() -> None:
    head = "松 江 日 报\n\n2025年9月　3　星期三　乙巳年七月十二　松江日报社出版　第18845期（代号1-77）\n\n"
    issue = parse(f"{head}松江城投百亿元修新堤\n\n本报9月2日讯（记者 周怡然）北堤加固工程正式开工。\n").issue
    assert [article.headline for article in issue.articles] == ["松江城投百亿元修新堤"]
    assert (issue.title, issue.number, issue.date) == ("松江日报", "第18845期", date(2025, 9, 3))


@pytest.mark.parametrize(
    ("line", "bylines"),
    [
        ("2019年5月16日　来源：中原日报　作者：李红", ("作者：李红",)),
        ("中原日报　2019年5月16日　记者　李红", ("记者　李红",)),
        ("2019年5月16日 记者 张伟", ("记者 张伟",)),
        ("2019年5月16日　文／李红　图／王强", ("文／李红", "图／王强")),
        ("中华民国七十四年三月八日　记者林淑贞", ("记者林淑贞",)),
        ("2019-05-16 10:20 来源：中原日报", ()),
        ("2019年5月16日　王强 摄", ("王强 摄",)),
    ],
)
def test_a_line_that_dates_a_text_and_names_its_author_is_no_folio(line: str, bylines: tuple[str, ...]) -> None:
    told = "　　会议指出，过去一年清理河道1260公里，效果十分明显。大家认为办法很好。\n"
    text = f"全省河湖治理工作会议召开\n{line}\n{told}"
    issue = parse(text).issue
    article = issue.articles[0]
    assert (article.headline, article.bylines) == ("全省河湖治理工作会议召开", bylines)
    assert not issue.furniture and article.blocks[0] == Byline(line)
    check_coverage(Text.of(text), (), issue)
    assert not is_folio(line) and not is_imprint(line) and not is_dating(line)


def test_a_name_beside_a_day_below_the_headline_is_the_authors() -> None:
    article = parse("全省河湖治理工作会议召开\n李红　2019年5月16日\n　　会议指出，过去一年效果明显。\n").issue.articles[
        0
    ]
    assert (article.headline, article.bylines) == ("全省河湖治理工作会议召开", ("李红",))
    assert not is_author("2017年1月1日　施行")


@pytest.mark.parametrize(
    "line",
    [
        "中原日报　2019年5月16日　星期四　第3版　责任编辑　李红",
        "中原日报　2019年5月16日　星期四　记者连线",
        "2019年5月16日　星期四　第3版　来信",
    ],
)
def test_a_folio_may_name_its_editor_and_section(line: str) -> None:
    assert is_folio(line)


@pytest.mark.parametrize(
    "masthead",
    [
        "中 原 日 报\nZHONGYUAN RIBAO\n2019年5月16日 星期四\n国内统一连续出版物号 CN41-0000\n",
        "中 原 日 报\nZ H O N G Y U A N\n2019年5月16日 星期四\n国内统一连续出版物号 CN 41－0000\n",
        "2019年5月16日 星期四\n中　原　日　报\n国内统一刊号 CN41-0000 第12345期\n",
        "中 原 日 报\n国内统一连续出版物号 CN41-0000\n",
    ],
)
def test_a_letter_spaced_nameplate_above_its_registration(masthead: str) -> None:
    issue = parse(masthead + BODY).issue
    assert issue.title == "中原日报"
    assert [item.text for item in issue.furniture] == masthead.splitlines()
    assert [(article.headline, article.deck) for article in issue.articles] == [("全省春耕会议召开", ())]
