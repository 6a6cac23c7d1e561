"""Everyday prose in which a rule for rarer words must not fire."""

import pytest

from convert.script import convert_text


def _taken(text: str, script: str) -> str:
    return str(convert_text(text, script))


@pytest.mark.parametrize("text", ["作者：王小波 著", "他曾著文批判", "此著一出", "著书立说", "他的新著已出版"])
def test_simplified_text_keeps_the_character_for_writing(text: str) -> None:
    assert _taken(text, "hans") == text


@pytest.mark.parametrize("script", ["tw", "hk"])
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("奥巴马只在这里停留", "馬只在"),
        ("罗马只受此一灾", "馬只受"),
        ("不该只强调速度", "該只強調"),
        ("本该只收一次费", "該只收"),
        ("不该只批评别人", "該只批評"),
        ("夜间有云，明天转晴", "有雲"),
        ("天上没有云，只有风", "沒有雲"),
        ("树枝被狂风折成两截", "折成"),
        ("工资被折成粮票", "折成"),
        ("信用卡积分折成现金", "折成"),
        ("戴女士填好登记表，交给窗口", "登記表"),
        ("数据中台登陆云端", "中台登"),
        ("以海里为单位", "海里為單位"),
        ("停售通知发出后，余票退款", "餘票"),
        ("扣除成本，余量不多", "餘量"),
        ("会议结束，余人散去", "餘人"),
        ("交完学费，余钱不多", "餘錢"),
        ("穿过庭院，里墙斑驳", "裡墙|裡牆|裏牆"),
        ("一只表演的海豚", "隻表演"),
        ("这只袋鼠跳得很远", "隻袋鼠"),
        ("他喂了一声，没有人应", "喂了一聲"),
    ],
)
def test_everyday_prose_is_not_taken_for_rarer_words(text: str, word: str, script: str) -> None:
    taken = _taken(text, script)
    assert any(one in taken for one in word.split("|")), taken


def test_a_measure_of_weight_is_no_sinew() -> None:
    assert "筋" not in _taken("二觔豬肉", "hans")
