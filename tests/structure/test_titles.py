"""Which of two title lines is the headline, where no mark says so."""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from convert.structure import parse
from convert.structure.heads import read_heads
from convert.structure.labels import label_lines
from convert.structure.titles import WEIGHTS, evidence_of, main_line
from convert.structure.two_lines import are_one
from convert.text import Text

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("全国人大常委会副委员长会见", "乌兹别克斯坦客人"),
        ("最高法院出台司法解释", "拖欠工资案件可先予执行"),
        ("全国统计工作会议召开", "坚决防治统计造假"),
        ("打通断头路 拓宽致富路", "云川农村公路里程突破三万公里"),
        ("春运今日关注", "南站三十万旅客平安返程"),
        ("农业部门最新调度显示", "全国秋粮收获过八成"),
        ("前十一月", "我国货物贸易进出口增长百分之八"),
        ("深入学习贯彻全会精神", "把论文写在大地上"),
    ],
)
def test_a_kicker_leads_up_to_the_headline(kicker: str, headline: str) -> None:
    assert main_line([kicker, headline]) == 1


@pytest.mark.parametrize(
    ("headline", "deck"),
    [
        ("北方九省区出现沙尘天气", "中央气象台预计明天起减弱"),
        ("海岛共和国未能如期偿还债务", "成为首个违约的发达经济体"),
        ("市图书馆新馆开放", "首日接待读者一万二千人次"),
        ("海湾冲突升级", "多国呼吁立即停火"),
        ("半床棉被的故事", "白水村的变迁"),
        ("总理会见英国客人", "双方就贸易问题交换意见"),
        ("林区大火全部扑灭", "五万军民奋战二十五昼夜"),
    ],
)
def test_a_deck_goes_on_from_the_headline(headline: str, deck: str) -> None:
    assert main_line([headline, deck]) == 0


def test_a_headline_on_two_lines_is_joined_with_a_space() -> None:
    lines = ["周怀远在全国职业教育工作会议上指出", "大力发展职业教育", "提高亿万劳动者素质"]
    heads = read_heads(label_lines(Text.of("\n".join(lines))))
    assert (heads.kicker, heads.headline, heads.deck) == (lines[0], f"{lines[1]} {lines[2]}", ())


@pytest.mark.parametrize(
    "lines",
    [
        ("中方就有关国家在南礁挑衅", "提出严正交涉"),
        ("甲兰共和国和乙兰共和国", "关于深化战略伙伴关系的联合声明"),
        ("中国女排", "挺进决赛"),
        ("各地群众踊跃捐款捐物", "支援灾区"),
        ("北岭首次发现约三亿年前", "古鲨完整骨骼"),
        ("国家主席周怀远", "会见乙兰共和国客人"),
        ("一切为了人民健康", "一切依靠人民健康事业的建设者"),
    ],
)
def test_a_sentence_that_goes_on_below_is_one_headline(lines: tuple[str, str]) -> None:
    heads = read_heads(label_lines(Text.of("\n".join(lines))))
    assert (heads.kicker, heads.headline, heads.deck) == (None, " ".join(lines), ())


@pytest.mark.parametrize(
    "lines",
    [
        ("坚持以人民为中心的创作导向", "市剧院推出百场公益演出"),
        ("改革中的人和事", "“怪人”邱立本"),
        ("老港区货轮参与", "渔民夜救落水者"),
        ("故事发生在三十年前", "一张老照片引出感人往事"),
        ("我的老师王明同志", "逝世十周年祭"),
        ("女足", "离开球场以后"),
        ("老书记", "离开村子以后"),
    ],
)
def test_a_line_that_only_seems_to_go_on_is_none(lines: tuple[str, str]) -> None:
    heads = read_heads(label_lines(Text.of("\n".join(lines))))
    assert heads.headline != " ".join(lines)


@pytest.mark.parametrize("part", ["（续一）", "（连载之三）", "（第三章）", "（第十二回）"])
def test_a_part_of_a_text_told_below_its_headline_is_a_deck(part: str) -> None:
    heads = read_heads(label_lines(Text.of(f"石桥往事\n{part}")))
    assert (heads.label, heads.headline, heads.deck) == (None, "石桥往事", (part,))


def test_of_a_series_a_kicker_and_a_headline_the_first_is_the_label() -> None:
    heads = read_heads(label_lines(Text.of("新春走基层\n内蒙古北口县\n零下三十度的“热”服务")))
    assert (heads.label, heads.kicker, heads.headline) == ("新春走基层", "内蒙古北口县", "零下三十度的“热”服务")


@pytest.mark.parametrize("picture", ["【图片】", "（图略）", "[图一]"])
def test_a_picture_may_have_stood_between_head_lines(picture: str) -> None:
    told = "本报云川3月1日电（记者林立）昨天，云川市开会部署春耕工作。"
    lines = ["云川全力保障春耕", picture, "——农资供应充足 农机整装待发", told]
    (article,) = parse("\n".join(lines)).issue.articles
    assert (article.headline, article.deck) == (lines[0], (lines[2],))
    assert [(block.kind, block.text) for block in article.blocks] == [("caption", picture), ("paragraph", told)]


def test_who_signs_the_last_paragraph_is_the_author() -> None:
    (article,) = parse(
        "平炉炼出新钢种\n本报鞍岭讯 炉长同技术员一起试了三个月。\n经验已向全厂推广。（李有年）\n"
    ).issue.articles
    assert article.bylines == ("李有年",)


@pytest.mark.parametrize(
    "end",
    [
        *(
            f"读来令人深思。（{source}）"
            for source in ("孔子", "李白", "史记", "文汇报", "江西", "连载", "左图", "苏东坡")
        ),
        "书上说：“温故知新。”（张有为）",
    ],
)
def test_what_a_text_quotes_at_its_end_does_not_sign_it(end: str) -> None:
    (article,) = parse(f"平炉炼出新钢种\n本报鞍岭讯 炉长同技术员一起试了三个月。\n{end}\n").issue.articles
    assert article.bylines == ()


def test_an_editors_note_above_a_headline_belongs_to_the_article_below() -> None:
    above = "会议讨论了实施的意见，交流了十四个地区的经验，各地代表作了发言。"
    note = "编者按：最近本报收到不少读者来信，反映乱收费的问题。现选登一封。"
    first = ["全省会议召开", f"本报青岭6月9日电（记者韩雪梅）{above}"]
    articles = parse("\n\n".join([*first, note, "百里公路六道卡", "河口县 程建军", "我常年跑这条路。"])).issue.articles
    assert [article.headline for article in articles] == ["全省会议召开", "百里公路六道卡"]
    assert [block.kind for block in articles[1].blocks] == ["editors_note", "byline", "paragraph"]


def test_the_beginning_of_a_cut_paragraph_is_no_headline() -> None:
    text = "古城新貌\n\n本报青岭6月9日电（记者韩雪梅）古城修好了。\n\n说起古城，人们都很\n\n高兴，因为它又活了。\n"
    assert len(parse(text).issue.articles) == 1


def test_free_verse_leaves_the_headline_below_it() -> None:
    poem = ["插秧机手", "石 岩", "他在镜子一样的田里倒退着走", "身后的绿一行一行", "排成给天空的信", "邮差是七月的风"]
    below = ["评弹新韵", "本报记者 姚雪青", "一张半桌，两把椅子，三弦一响，乡音便从花窗里漫出来。"]
    articles = parse("\n".join([*poem, *below])).issue.articles
    assert [article.headline for article in articles] == ["插秧机手", "评弹新韵"]


def labelled_groups(name: str) -> list[list[tuple[str, str]]]:
    """Title lines with their roles, k(icker), h(eadline), d(eck), l(abel), and the beginning of the text, b(ody)."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [[(role, text) for role, _, text in (part.partition(":") for part in line.split("|"))] for line in lines]


@pytest.mark.parametrize(("name", "least"), [("titles.txt", 0.9), ("titles-held-out.txt", 0.85)])
def test_most_title_lines_have_their_roles_without_a_mark(name: str, least: float) -> None:
    """Weighed line by line; what is left is what a reader, too, knows from the picture of the page alone.

    The weights are fitted by the first file; the second one is kept from them.
    """
    groups = labelled_groups(name)
    right = 0
    for group in groups:
        (article, *_) = parse("\n".join(text for _, text in group)).issue.articles
        said = {role: " ".join(text for r, text in group if r == role) for role in "khdl"}
        label = article.label if article.label and article.label.startswith("（") else ""
        right += said["h"] == f"{article.headline}{label}" and said["k"] in (article.kicker, article.label, "")
    assert right / len(groups) > least


def test_the_weights_are_those_that_anyone_can_fit_again() -> None:
    """By tests/benchmarks/title_weights.py, which prints the table."""
    sys.path.insert(0, str(CASES.parent / "benchmarks"))
    try:
        benchmark = importlib.import_module("title_weights")
    finally:
        sys.path.pop(0)
    assert benchmark.table(benchmark.fit(benchmark.labelled())) == WEIGHTS


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (["中央农村工作会议召开", "锚定强国目标", "切实抓好三农工作"], 0, "锚定强国目标 切实抓好三农工作"),
        (["林启元主持召开政务会议", "研究稳就业", "讨论《排水条例》"], 0, "研究稳就业 讨论《排水条例》"),
        (["就业会议强调", "千方百计拓宽就业门路", "切实保障职工生活"], 0, "千方百计拓宽就业门路 切实保障职工生活"),
        (["奋力攀登", "永不言弃", "——听登山队员讲科考"], None, "奋力攀登 永不言弃"),
    ],
)  # fmt: skip
def test_what_was_called_for_is_one_headline(lines: list[str], kicker: int | None, headline: str) -> None:
    heads = read_heads(label_lines(Text.of("\n".join(lines))))
    assert (heads.kicker, heads.headline) == (None if kicker is None else lines[kicker], headline)


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (["一河秋水过古镇", "（大运河纪行）"], "（大运河纪行）"),
        (["（大运河纪行）", "一河秋水过古镇"], "（大运河纪行）"),
        (["强国建设·大国工匠", "一河秋水过古镇"], "强国建设·大国工匠"),
        (["一河秋水过古镇", "讲述·一辈子一件事"], "讲述·一辈子一件事"),
        (["学思录", "一河秋水过古镇"], "学思录"),
        (["【大家谈】一河秋水过古镇"], "【大家谈】"),
    ],
)
def test_a_column_stands_in_brackets_in_two_parts_or_speaks(lines: list[str], label: str) -> None:
    heads = read_heads(label_lines(Text.of("\n".join(lines))))
    assert (heads.label, heads.kicker, heads.headline, heads.deck) == (label, None, "一河秋水过古镇", ())


@pytest.mark.parametrize(
    "deck", ["（2026年6月28日省人大常委会通过）", "（第四十一号）", "（二〇二三年九月四日于北京）", "（上篇）"]
)
def test_a_date_or_number_in_brackets_is_no_column(deck: str) -> None:
    heads = read_heads(label_lines(Text.of(f"海洋牧场管理条例\n{deck}")))
    assert (heads.label, heads.deck) == (None, (deck,))


def test_a_poem_and_its_form_are_no_column() -> None:
    heads = read_heads(label_lines(Text.of("沁园春·云川\n（词二首）")))
    assert (heads.label, heads.headline) == (None, "沁园春·云川")


def test_the_name_of_a_body_alone_is_no_headline() -> None:
    assert main_line(["国家市场监督管理总局", "一季度查处民生领域案件三点六万件"]) == 1
    assert main_line(["国家图书馆恢复开放", "首日接待读者一万二千人次"]) == 0


def test_a_short_line_above_a_headline_names_a_column() -> None:
    heads = read_heads(label_lines(Text.of("走笔\n清明时节话“寻根”")))
    assert (heads.label, heads.kicker, heads.headline) == ("走笔", None, "清明时节话“寻根”")


@pytest.mark.parametrize("title", ["新生", "暖心", "好消息"])
def test_a_short_line_that_names_no_column_is_a_kicker(title: str) -> None:
    heads = read_heads(label_lines(Text.of(f"{title}：\n县医院妇产科搬进新楼")))
    assert (heads.label, heads.kicker) == (None, f"{title}：")
    assert read_heads(label_lines(Text.of(f"{title}\n县医院妇产科搬进新楼"))).label is None


def test_a_short_line_above_several_headlines_names_a_column() -> None:
    texts = ["民警冒雨送考生", "县医院妇产科搬进新楼"]
    body = "六月七日一早下起了大雨，路上的积水没过了脚面。"
    articles = parse("\n\n".join(f"暖新闻\n{title}\n{body}" for title in texts)).issue.articles
    assert [(article.label, article.headline) for article in articles] == [("暖新闻", title) for title in texts]


def test_the_name_of_a_series_above_several_headlines_is_a_label() -> None:
    bodies = ["天刚亮，护路工就出了门，山路上结着一层薄冰。", "渔港的灯一盏一盏亮起来，出海的船又满舱回来了。"]
    titles = ["雪线上的护路人", "渔火映年红"]
    text = "\n\n".join(f"新春走基层\n{title}\n{body}" for title, body in zip(titles, bodies, strict=True))
    assert [(a.label, a.headline) for a in parse(text).issue.articles] == [("新春走基层", title) for title in titles]


@pytest.mark.parametrize("below", ["——北河新区接诉即办一线见闻", "本报记者 李志伟"])
def test_a_quotation_that_cries_is_a_headline_above_a_byline_or_deck(below: str) -> None:
    above = "本报讯 记者李志伟报道：会议讨论了意见，代表作了发言。"
    lines = ["全市开会部署春耕", above, "“您的事，我们马上办！”", below, "电话铃响了，值班员接起来。"]
    assert [a.headline for a in parse("\n".join(lines)).issue.articles] == [lines[0], lines[2]]
    talk = ["全市开会部署春耕", above, "“您的事，我们马上办！”", "说完他就出了门，村民都笑了。"]
    assert [a.headline for a in parse("\n".join(talk)).issue.articles] == [lines[0]]


def test_a_label_may_stand_in_its_headlines_line() -> None:
    (article,) = parse("短评 用好身边的活教材\n一堂好课，往往就在身边。\n").issue.articles
    assert (article.label, article.headline) == ("短评", "用好身边的活教材")


def test_below_a_columns_headline_stands_its_author() -> None:
    (article,) = parse("以小切口做实大民生（人民时评）\n徐文秀峰\n一盏路灯，照亮了回家的最后一百米。\n").issue.articles
    assert (article.headline, article.label, article.bylines) == ("以小切口做实大民生", "（人民时评）", ("徐文秀峰",))


def test_an_outline_is_the_same_in_every_process() -> None:
    """Signs come in sets, whose order differs from process to process; what they weigh must not."""
    groups = [[text for role, text in group if role in "khd"] for group in labelled_groups("titles.txt")]
    program = (
        "import json, sys; from convert.structure.titles import main_line;"
        " print([main_line(group) for group in json.load(sys.stdin) if len(group) > 1])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=json.dumps(groups), capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1


def test_why_tells_what_made_a_line_a_kicker() -> None:
    lines = label_lines(Text.of("农业部门最新调度显示\n全国秋粮收获过八成"))
    read_heads(lines)
    assert "first says" in lines[0].why[-1]


def test_news_tells_its_headline_again_but_not_the_slogan_above_it() -> None:
    titles = ["坚持绿色办赛", "冬运会场馆全部使用绿电"]
    told = "记者日前从河口电力公司获悉，冬运会场馆已全部实现绿色电力供应。"
    (article,) = parse("\n".join([*titles, told])).issue.articles
    assert (article.kicker, article.headline) == (titles[0], titles[1])


def test_all_evidence_weighs_something() -> None:
    found = {name for group in labelled_groups("titles.txt") for name in evidence_found(group)}
    assert {name for name in found if not name.startswith(("first ", "second "))} <= WEIGHTS.keys()


def evidence_found(group: list[tuple[str, str]]) -> set[str]:
    titles = [text for role, text in group if role in "khd"]
    lead = "".join(text for role, text in group if role == "b")
    return set(evidence_of(titles, lead)) if len(titles) > 1 else set()


DOCUMENT = "各省、自治区、直辖市水利厅：\n为了加强农村饮水安全工作，保障农村居民身体健康，现就有关事项通知如下：\n"


@pytest.mark.parametrize(
    "above", ["本报讯（记者张三）会议昨天召开。\n（下转第二版）\n", "会议昨天召开，大家很高兴。\n"]
)
@pytest.mark.parametrize("bodies", ["水利部 卫生部", "水利部　卫生部", "最高人民法院 最高人民检察院"])
def test_several_bodies_above_a_documents_title_are_its_kicker(above: str, bodies: str) -> None:
    title = "关于加强农村饮水安全工作的通知"
    first, second = parse(f"全省会议召开\n{above}{bodies}\n{title}\n{DOCUMENT}").issue.articles
    assert not any(block.kind == "byline" for block in first.blocks)
    assert (second.kicker, second.headline) == (bodies, title)
    (_, second) = parse(f"全省会议召开\n{above}{title}\n{bodies}\n{DOCUMENT}").issue.articles
    assert (second.kicker, second.headline, second.bylines) == (None, title, (bodies,))


def test_bodies_below_a_document_sign_it_and_below_news_they_issue_the_next_one() -> None:
    below = f"国家统计局 水利部\n二〇一八年水利发展统计公报\n{DOCUMENT}"
    news, document = parse(f"全省会议召开\n会议昨天召开，大家很高兴。\n{below}").issue.articles
    assert not any(block.kind == "byline" for block in news.blocks)
    assert (document.kicker, document.headline) == ("国家统计局 水利部", "二〇一八年水利发展统计公报")
    (signed, _) = parse(f"关于加强水利统计工作的通知\n特此通知，请遵照执行。\n{below}").issue.articles
    assert signed.bylines == ("国家统计局 水利部",)


def test_one_body_above_its_document_is_of_the_headline() -> None:
    (article,) = parse(f"中央人民政府政务院\n关于统一财经工作的决定\n{DOCUMENT}").issue.articles
    assert (article.kicker, article.headline) == (None, "中央人民政府政务院 关于统一财经工作的决定")


@pytest.mark.parametrize(
    ("head", "label", "bylines"),
    [
        ("评论员文章\n把河长制落到实处去\n本报评论员", "评论员文章", ("本报评论员",)),
        ("评论员文章\n本报评论员\n把河长制落到实处去", "评论员文章", ("本报评论员",)),
        ("短　评\n把河长制落到实处去\n本报特约评论员", "短　评", ("本报特约评论员",)),
        ("本报评论员\n把河长制落到实处去", "本报评论员", ()),
    ],
)
def test_a_commentator_below_a_label_is_the_author(head: str, label: str, bylines: tuple[str, ...]) -> None:
    (article,) = parse(
        head + "\n河长制实行以来，各地的河流面貌有了明显改观。但也要看到，制度的生命力在于执行。\n"
    ).issue.articles
    assert (article.label, article.headline, article.bylines) == (label, "把河长制落到实处去", bylines)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("把河长制落到", "实处去"),
        ("省政府任命一批", "国家工作人员"),
        ("我国自行设计制造的第一台", "万吨水压机试车成功"),
        ("把粮食产量提高到", "新的水平"),
        ("小山村变成", "大花园"),
    ],
)
def test_a_line_that_cannot_end_goes_on_in_the_next_one(first: str, second: str) -> None:
    told = "人们走进老街，打铁声从巷子里传出来，老人站在炉火前面敲打，好像在敲打着时间。\n"
    (article,) = parse(f"{first}\n{second}\n{told}").issue.articles
    assert (article.kicker, article.headline, article.bylines) == (None, f"{first} {second}", ())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("关停一批 整治一批", "环保督察见实效"),
        ("全省重大项目开工一批", "总投资千亿元"),
        ("全市表彰一批先进", "春季植树活动结束"),
        ("勇夺全国第一名", "我省女排凯旋"),
        ("民生承诺说到做到", "市政府十件实事"),
    ],
)
def test_a_line_that_can_end_is_not_joined_for_its_last_word(first: str, second: str) -> None:
    assert not are_one(first, second)
