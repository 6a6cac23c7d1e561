"""Every text of an Issue is converted, tagged, and keeps its shape."""

from convert import script
from convert.model import Article, Caption, Furniture, Image, Issue, ListBlock, Paragraph, Table

ISSUE = Issue(
    title="吉林日报",
    publisher="吉林日报社",
    furniture=(Furniture("folio", "要闻", "第一版"),),
    articles=(
        Article(
            headline="“体育”强国",
            kicker="学习",
            label="[社论]",
            deck=("会议召开", "强调‘发展’"),
            dateline="本报长春讯",
            bylines=("记者 刘东",),
            section="要闻",
            page="第1版",
            blocks=(
                Paragraph("他说：“学习"),
                Paragraph("“学习‘为了’发展。”"),
                Table((("门类", "数额"), ("“丝绸”", ""))),
                ListBlock("一、开门\n二、关门"),
                Image("a.png", "会场"),
                Caption("图为会场"),
            ),
        ),
    ),
)


def test_every_text_of_an_issue_is_converted() -> None:
    issue, findings = script.convert_script(ISSUE, "tw")
    assert issue == Issue(
        title="吉林日報",
        publisher="吉林日報社",
        language="zh-Hant-TW",
        furniture=(Furniture("folio", "要聞", "第一版"),),
        articles=(
            Article(
                headline="「體育」強國",
                kicker="學習",
                label="[社論]",
                deck=("會議召開", "強調「發展」"),
                dateline="本報長春訊",
                bylines=("記者 劉東",),
                section="要聞",
                page="第1版",
                blocks=(
                    Paragraph("他說：「學習"),
                    Paragraph("「學習『為了』發展。」"),
                    Table((("門類", "數額"), ("「絲綢」", ""))),
                    ListBlock("一、開門\n二、關門"),
                    Image("a.png", "會場"),
                    Caption("圖為會場"),
                ),
            ),
        ),
    )
    assert findings == []


def test_language_tags() -> None:
    tags = {to: script.convert_script(ISSUE, to)[0].language for to in ("keep", "hans", "hant", "tw", "hk")}
    assert tags == {"keep": "zh-Hans", "hans": "zh-Hans", "hant": "zh-Hant", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK"}
    assert script.convert_script(ISSUE, "keep")[0] is ISSUE


def test_the_users_words_win() -> None:
    assert script.convert_text("发展大发展", "tw", terms={"大发": "大髮"}) == "發展大髮展"
    assert script.convert_text("发展与发", "tw", keep=["发展"], terms={"发": "×"}) == "发展與×"
    assert script.convert_text("\ufdd0国发", "tw", keep=["发"]) == "\ufdd0國发"
    assert script.convert_text("學習", "hans", keep=["學"]) == "學习"


def test_mixed_input_and_odd_characters() -> None:
    assert script.convert_text("他们說：皇后、乾隆、發展", "tw") == "他們說：皇后、乾隆、發展"
    assert script.convert_text("国\ud800国𠮷", "tw") == "國\ud800國𠮷"
    assert script.convert_text("", "tw") == ""


def test_a_stream_keeps_lines_and_their_ends() -> None:
    lines = ["“国”\r\n", "\n", "说“\n", "国”\r", "\ufdd1国\x85\n", "末"]
    assert list(script.convert_stream(lines, "tw")) == ["「國」\r\n", "\n", "說「\n", "國」\r", "\ufdd1國\x85\n", "末"]
