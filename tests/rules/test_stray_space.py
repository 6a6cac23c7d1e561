"""Spaces that a scan strews over sentences: told from those that are meant, whatever the page."""

import random
import re

import pytest

from convert.rules import clean
from convert.rules.gaps import Place, gaps_of
from convert.text import Confidence

PARAGRAPHS = (
    "老码头始建于一九零八年，曾是江城最繁忙的货运港口。上世纪九十年代港口外迁以后，这里一度堆满了集装箱和废旧船只，成为城市中心的一块伤疤。",
    "公园的设计保留了三座起重机、一段铁轨和六间红砖仓库。我们不想把历史抹平，而是想让人们记得，这座城市是从哪里来的。",
    "居民委员会的代表说，孩子们每天放学以后都要来这里看船，老人们则喜欢坐在江边的长椅上，听汽笛的声音。",
)
HAN = "[\u4e00-\u9fff]"


def strewn(text: str, share: float) -> str:
    """The text with a space in some of the gaps between its ideographs."""
    rng = random.Random(7)
    return re.sub(f"(?<={HAN})(?={HAN})", lambda _: " " if rng.random() < share else "", text)


def wrapped(paragraph: str, length: int) -> str:
    text = "\u3000\u3000" + paragraph
    lines = re.findall(f".{{1,{length}}}[，。、]?", text)
    return "\n".join(lines)


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2, 0.3])
def test_a_text_strewn_with_spaces_is_whole_again(share: float) -> None:
    text = "\n\n".join(PARAGRAPHS) + "\n"
    assert clean(strewn(text, share)).text.value == text


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_wrapped_lines_with_spaces_are_paragraphs_again(share: float) -> None:
    noisy = "\n".join(strewn(wrapped(paragraph, 22), share) for paragraph in PARAGRAPHS) + "\n"
    assert clean(noisy).text.value == "\n\n".join(PARAGRAPHS) + "\n"


def test_spaces_that_were_line_ends_go() -> None:
    text = "\n\n".join(PARAGRAPHS) + "\n"
    assert clean(re.sub("(.{23})", r"\1 ", text)).text.value == text


@pytest.mark.parametrize(
    "line",
    [
        "牢记嘱托 感恩奋进 全力推动振兴",
        "李广友 摄",
        "本报记者 张三 通讯员 李四",
        "责任编辑：王五 版式设计：赵六",
        "目 录",
        "第一条 为了规范市场秩序，根据有关法律，制定本办法。",
        "新华社北京9月20日电 国务院任免国家工作人员，自即日起施行。",
        "图为会场一角，代表们正在热烈讨论。本报记者 王 伟摄",
        "省长 李红，副省长 张三，秘书长 王五，均出席了会议。",
        "主演 葛优 导演 冯小刚，昨日公映，观众反响热烈。",
        "《诗经》云：关关雎鸠 在河之洲 窈窕淑女 君子好逑。",
        "本报记者 铁 英 特约记者 孙泊宁报道，昨日大雪。",
        "会议选举张 三、李 四为代表，王五为候补代表，任期三年。",
    ],
)
def test_a_space_that_is_meant_stays_in_the_midst_of_noise(line: str) -> None:
    text = "\n\n".join([strewn(PARAGRAPHS[0], 0.1), line, strewn(PARAGRAPHS[1], 0.1)]) + "\n"
    assert line in clean(text).text.value.split("\n")


def test_words_set_before_their_paragraphs_stay() -> None:
    text = "\n\n".join(
        f"{word} {rest}"
        for word, rest in (
            ("蒲河", "县内第一大河，发源于县西，东流入江。"),
            ("滏溪", "自邻县入境，过境段长二十二公里，沿岸多堰。"),
            ("牛栏河", "是蒲河的支流，因两岸石壁夹峙而得名。"),
            ("永丰堰", "在高桥乡，引蒲河水，灌田三万九千亩。"),
        )
    )
    assert clean(text + "\n").text.value == text + "\n"
    assert not clean(text + "\n").findings


def test_a_lone_space_in_a_sentence_is_told_and_one_within_a_word_goes() -> None:
    torn = clean("老码头始建于一九零八年，曾是江城最繁忙的货运港 口，后来外迁了。\n")
    assert " " not in torn.text.value
    assert [finding.confidence for finding in torn.findings] == [Confidence.LIKELY]
    lone = clean("老码头始建于一九零八年，前几天我在他家里和季 谈起这件事，他很感慨。\n")
    assert " " in lone.text.value
    assert [finding.rule for finding in lone.findings] == ["stray-space"]


def test_a_space_among_others_is_only_told() -> None:
    cleaned = clean("今天是先總統 蔣公 逝世 紀念日，全國下半旗。\n")
    assert cleaned.text.value == "今天是先總統 蔣公 逝世 紀念日，全國下半旗。\n"
    assert {finding.confidence for finding in cleaned.findings} == {Confidence.DOUBTFUL}


def test_where_a_space_stands() -> None:
    text = "全会 由省委常委会主持，省委书记 昨天作了讲话，以“滑雪摇篮 冰雪地标”为题。\n\n牢记嘱托 感恩奋进\n"
    assert [gap.place for gap in gaps_of(text)] == [Place.HEAD, Place.SENTENCE, Place.TITLE, Place.TITLE]


def test_many_spaces_cost_no_more_than_their_number() -> None:
    text = "字 " * 50_000 + "。"
    assert sum(1 for _ in gaps_of(text)) < 50_000
