"""What the words of a single line say: datelines, bylines, names, columns, and all that only looks like them."""

import pytest

from convert.structure import parse
from convert.structure.bylines import is_author, is_signature, names_function, signs_piece
from convert.structure.labels import label_lines
from convert.structure.names import are_names, is_name
from convert.structure.signs import SIMPLIFIED, TRADITIONAL, column_tail, dateline_of, plain, split_byline
from convert.text import Text


def kind_of(line: str) -> str:
    return label_lines(Text.of(line))[0].kind


@pytest.mark.parametrize(
    ("line", "dateline", "bylines"),
    [
        ("本报11月28日讯（记者邱国强）今天，会议召开。", "本报11月28日讯", ("记者邱国强",)),
        ("本报北京10月3日电  （记者李晓晴、王洲）会议召开。", "本报北京10月3日电", ("记者李晓晴、王洲",)),
        ("本报讯（记者 吴海涛 通讯员 警宣）凌晨。", "本报讯", ("记者 吴海涛", "通讯员 警宣")),
        ("本报讯 记者李志伟报道：会议召开。", "本报讯", ("记者李志伟",)),
        ("本报讯 记者 李志伟 昨天，会议召开。", "本报讯", ("记者 李志伟",)),
        ("本报讯 记者 李志伟 通讯员 王 洲 市里昨天开会。", "本报讯", ("记者 李志伟", "通讯员 王 洲")),
        ("本报讯 记者李志伟、王洲报道 昨天，会议召开。", "本报讯", ("记者李志伟、王洲",)),
        ("本报讯 记者再访云川，看到桥已修好。", "本报讯", ()),
        ("本报北京1月1日讯 记者李志伟从国家统计局获悉：去年全国粮食总产量。", "本报北京1月1日讯", ("记者李志伟",)),
        ("据新华社联合国10月2日电 秘书长发表声明。", "据新华社联合国10月2日电", ()),
        (
            "本报讯（云川日报全媒体记者 张三 实习生 李四）会议召开。",
            "本报讯",
            ("云川日报全媒体记者 张三", "实习生 李四"),
        ),
        ("〔記者王大明／台北報導〕中央氣象署表示。", "記者王大明／台北報導", ("記者王大明",)),
        ("【本報訊】港鐵東綫昨早故障。", "本報訊", ()),
        ("（中央社台中20日電）兄弟象今晚逆轉。", "中央社台中20日電", ()),
        ("【基隆訊】一艘貨輪昨日入港。", "基隆訊", ()),
        ("【高雄電】市府昨天說。", "高雄電", ()),
        ("【新华社布加勒斯特十五日电】球队今日抵达。", "新华社布加勒斯特十五日电", ()),
    ],
)
def test_datelines(line: str, dateline: str, bylines: tuple[str, ...]) -> None:
    assert dateline_of(line) == (dateline, bylines)


@pytest.mark.parametrize(
    "line",
    [
        "本报电视部昨天成立。",
        "本报通讯员会议昨天召开，三十人到会。",
        "新华社记者走进村庄。",
        "本报记者近日来到青岭。",
        "据介绍，电站已建成。",
        "【快訊】市府昨天說。",
        "（發電）三號機組昨天併網。",
    ],
)
def test_no_datelines(line: str) -> None:
    assert dateline_of(line) is None


@pytest.mark.parametrize(
    "line",
    ["本报记者 张三", "本报记者　赵　成　吴　月", "本报驻俄罗斯记者 肖新新", "通讯员 邓光明 记者 韩雪梅", "□ 方圆",
     "文/周以宁 图/高原", "（本报记者 夏雨）", "采访/整理：本刊记者 苏晴", "記者 王大明", "本报记者 琼达卓嘎",
     "本报记者 汪 洋 通讯员 海 潮", "⊙ 林間", "⊙林间"],
)  # fmt: skip
def test_bylines(line: str) -> None:
    assert names_function(plain(line))
    assert kind_of(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "切实做好今冬明春安全防范工作",
        "记者节里话记者",
        "记者近日获悉",
        "记者走进青岭县",
        "■链接",
        "编译出版工作会议",
        "□ 本期关注",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not names_function(line)


def test_names() -> None:
    assert all(map(is_name, ["张三", "欧阳修", "何 静", "扎西·多吉", "［英］史密斯", "陳怡安"]))
    assert not any(map(is_name, ["七律·登岳阳楼", "沁园春·雪", "前言", "高质量发展", "张", "张三李四王五", "a"]))
    assert are_names("赵 成 吴 月 李四光") and are_names("张三、李四") and not are_names("牢记嘱托 感恩奋进")


def test_authors_and_signatures_depend_on_the_place() -> None:
    assert is_author("望海楼") and not is_author("望海楼", strict=True)
    assert is_author("高一（4）班 叶知秋", strict=True)
    assert all(map(is_signature, ["河西乡 赵明", "（图书馆）", "青岭市人民政府", "河口县 一名乡村医生"]))
    assert not any(map(is_signature, ["长白天下雪 吉美在延边", "城因路兴，人随业聚", "通化："]))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("李广友 摄", "credit"),
        ("新华社记者 谢环驰摄", "credit"),
        ("孙江昆摄（影像中国）", "credit"),
        ("（梁偉文攝）", "credit"),
        ("制图：张芳曼", "credit"),
        ("景川县文化馆供图", "credit"),
        ("新华社发（程里摄）", "credit"),
        ("千名学子学摄影", "head"),
        ("谁来种地？怎么种地？", "head"),
        ("“没有什么用。”", "prose"),
        ("退休后他迷上了拍摄。", "prose"),
        ("图为检测列车经过。", "caption"),
        ("左上图：村民在采茶。", "caption"),
        ("社论", "label"),
        ("本报评论员", "label"),
        ("書邊札記", "label"),
        ("（下转第二版）", "jump_to"),
        ("▶下轉A12版", "jump_to"),
        ("上接第一版", "jump_from"),
        ("（作者为中国社会科学院研究员）", "end_matter"),
        ("责任编辑：徐静　版式：马力", "end_matter"),
        ("（完）", "end_matter"),
        ("本版投稿信箱：fukan@example.com", "end_matter"),
        ("来稿请寄：河口县文化街八号", "end_matter"),
        ("编者按：书店的消失与重生。", "editors_note"),
        ("〔1〕见《史记》。", "note"),
        ("二、推动高质量发展", "numbered"),
        ("第一章　总则", "numbered"),
        ("3月10日 晴", "numbered"),
        ("7月1日起新规实施", "head"),
        ("第一条　为了促进城市绿化，制定本办法。", "prose"),
        ("问：您怎么看这个问题？", "prose"),
        ("罗启明强调，要严格落实耕地保护", "prose"),
        ("“冰雪+”燃动今冬“冰雪季”", "head"),
        ("牢记嘱托 感恩奋进 全力推动吉林全面振兴率先实现新突破", "head"),
    ],
)
def test_kinds_of_single_lines(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("headline", "column"),
    [
        ("让青年大显身手（人民时评）", "（人民时评）"),
        ("母亲的缝纫机（小小说）", "（小小说）"),
        ("论持久战（上）", None),
        ("城市绿化条例（修订草案征求意见稿）", None),
        ("秋夜（外二首）", None),
        ("石桥往事（连载之三）", None),
        ("（人民时评）", None),
    ],
)
def test_column_names_behind_headlines(headline: str, column: str | None) -> None:
    assert column_tail(headline) == column


def test_a_byline_is_parted_by_function() -> None:
    assert split_byline("本报记者 韩雪梅 通讯员 邓光明") == ("本报记者 韩雪梅", "通讯员 邓光明")
    assert split_byline("本报记者 张三 李四") == ("本报记者 张三 李四",)


@pytest.mark.parametrize("did", ["摄影报道", "摄影/报道", "文/图", "整理"])
def test_what_bylines_did_is_none(did: str) -> None:
    assert split_byline(f"本报记者　桑夏影　{did}") == (f"本报记者　桑夏影　{did}",)
    assert split_byline(f"本报记者 桑夏影 通讯员 邓光明 {did}") == ("本报记者 桑夏影", f"通讯员 邓光明 {did}")


def test_plain_keeps_places() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert plain("記者報導：𠮷") == "记者报导：𠮷"


def test_names_alone_in_brackets_behind_a_dateline_are_bylines() -> None:
    assert dateline_of("本报酒泉7月14日电（贺逸舒、王行舟）火箭升空。") == ("本报酒泉7月14日电", ("贺逸舒", "王行舟"))
    assert dateline_of("新华社北京7月14日电（经济随笔）夜市又亮了。") == ("新华社北京7月14日电", ())


@pytest.mark.parametrize("title", ["大 雪", "家 信", "母 亲"])
def test_titles_of_two_characters_are_letter_spaced_as_names_are(title: str) -> None:
    assert not is_author(title) and not is_author(title, strict=True)
    (article,) = parse(f"湖区秋收的故事\n{title}\n湖区的秋天来得早，稻子一片金黄。\n").issue.articles
    assert (article.kicker, article.headline, article.bylines) == ("湖区秋收的故事", title, ())


@pytest.mark.parametrize(
    "line",
    ["記者林淑貞╱鹿港報導", "記者林淑貞／鹿港報導", "台北　林淑貞", "記者林淑貞特稿", "記者林淑特寫",
     "記者林淑貞、王大明／綜合報導", "特派記者林淑貞／華盛頓專電", "記者林淑貞／鹿港報導／攝影"],
)  # fmt: skip
def test_reporters_who_say_where_they_are_are_no_headline(line: str) -> None:
    told = "　　走進鹿港的老街，打鐵聲從巷子裏傳出來。六十八歲的施老先生站在爐火前面，敲打着時間。\n"
    (article,) = parse(f"老街裏的打鐵舖\n{line}\n{told}").issue.articles
    assert (article.headline, article.kicker, article.label) == ("老街裏的打鐵舖", None, None)
    assert article.bylines == (line,)


def test_columns_of_features_and_reporters_walks_are_no_bylines() -> None:
    lines = ("记者连线特稿", "环保系列特稿", "记者走访／鹿港报导", "记者林淑贞专访市长")
    assert not any(names_function(line) or signs_piece(line) for line in lines)


@pytest.mark.parametrize("line", ["本报记者 市民看病方便了", "本报记者 看病方便了", "本报记者 见证通车"])
def test_what_stands_behind_a_function_is_a_name(line: str) -> None:
    assert not names_function(line)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            "credit",
            "李广友 摄|周文制图|王晓 绘|摄影：周文|图片来源：县档案馆|本文图片均由县档案馆提供|照片为周文摄",
        ),
        (
            "credit",
            "新华社／法新|新华社发|中新社发|人民视觉|人民图片|影像中国|视觉中国|资料图片|题图由周文提供|数据来源：县统计局",
        ),
        (
            "end_matter",
            "责任编辑：周文|版式设计：周文|组版／周文|执行主编：周文|本版责编 周文|来稿请寄：河口县文化馆",
        ),
        (
            "end_matter",
            "读者热线：234567|投稿邮箱：河口县文化馆|联系电话：234567|来源：河口日报|原载：河口日报|一九五四年五月十八日|2024年5月18日",
        ),
        ("end_matter", "《河口集》（三联书店1998年版）|（完）|〔未完待续〕|编辑：周文，版面：李兰。"),
        ("label", "社论|短　评|本报评论员文章|【文化观察】|（人民时评）|●快评|记者手记|河口晚报征文"),
        (
            "caption",
            "村民在田里插秧。（资料图片）|工人在厂里装车。新华社发|收割机开进稻田。人民视觉（李兰）",
        ),
    ],
)
def test_what_is_looked_at_first_lets_every_sign_through(kind: str, lines: str) -> None:
    assert {line: kind_of(line) for line in lines.split("|")} == dict.fromkeys(lines.split("|"), kind)
