"""What a line break within a paragraph of a page meant: a new line of verse, a new paragraph, or nothing."""

from pathlib import Path

import pytest
from test_office_kept import blocks_of

from convert.model import Paragraph, Verse
from convert.readers.breaks import unbroken


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("老街改造工程今天启动，\n预计明年五月完工。", "老街改造工程今天启动，预计明年五月完工。"),
        ("A soft\nbreak", "A soft break"),
        ("会上说。今天\n工程开工。预\n计明年完工。", "会上说。今天工程开工。预计明年完工。"),
        ("老街改造工程今天\n启动，预计明年五\n月完工。", "老街改造工程今天启动，预计明年五月完工。"),
        ("老街改造工程今天启动，\n涉及居民300户，\n明年完工。", "老街改造工程今天启动，涉及居民300户，明年完工。"),
        (
            "老街改造工程今天由市政府正式启动施工队伍已经\n进场，预计明年五月完工。",
            "老街改造工程今天由市政府正式启动施工队伍已经进场，预计明年五月完工。",
        ),
        ("（记者\n王明）", "（记者王明）"),
        ("会议今天召开\n，明天结束。", "会议今天召开，明天结束。"),
    ],
)
def test_a_sentence_goes_on_over_a_line_end(text: str, joined: str) -> None:
    assert unbroken(text) == ("paragraph", [joined])


@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize(
    "lines",
    [
        ["记者 王明", "通讯员 李华"],
        ["地址：人民路1号", "电话：88880000"],
        ["地址：一号", "电话：二号", "邮编：三号"],
        ["此致", "敬礼"],
        ["王明", "2023年11月28日"],
        ["尊敬的读者，", "您好！"],
        ["“你来了？”", "“来了。”", "“坐吧。”"],
        ["一等奖", "王明", "李华", "张三"],
        ["成人票 30元", "学生票 15元", "老人免票"],
        ["他走了。", "她哭了。", "天黑了。"],
        ["王明，男，35岁", "李华，女，30岁"],
        ["一、开幕", "二、致辞", "三、演出"],
        ["· 甲队", "· 乙队", "· 丙队"],
        ["东河市老街改造工程建设指挥部办公室全体工作人员", "二〇二三年十一月二十八日"],
        ["第一段有一句比诗行还要长的话，一直到这里才说完。", "第二段。"],
    ],
)
def test_what_stands_on_its_own_stays_so(lines: list[str], quoted: bool) -> None:
    assert unbroken("\n".join(lines), quoted=quoted) == ("paragraph", lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["东河市人民路", "第三中学", "高二三班"],
        ["市教育局", "市体育局", "市文联", "市残联"],
        ["东河第一中学校", "东河第二中学校", "东河第三中学校", "东河第四中学校"],
        ["会议时间另行通知", "请各单位准时参加"],
    ],
)
def test_lists_of_names_are_no_verse(lines: list[str]) -> None:
    assert unbroken("\n".join(lines)) == ("paragraph", lines)


@pytest.mark.parametrize("text", ["第一段。\n　　第二段。", "第一段。\n\n第二段。", "第一段\n\n第二段", ""])
def test_empty_lines_and_indents_part_paragraphs(text: str) -> None:
    assert unbroken(text) == ("paragraph", [part.strip() for part in text.split("\n") if part])


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("春风又绿\n江南岸", True),
        ("长亭外，\n古道边，\n\n芳草碧连天。", False),
        ("白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼", False),
        ("白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。", False),
        ("春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。", False),
        ("我站在窗前\n看雨落下来\n落在你走过的\n那条街", False),
    ],
)
def test_verse_keeps_its_lines(text: str, quoted: bool) -> None:
    assert unbroken(text, quoted=quoted) == ("verse", [text])


def test_lines_are_parted_behind_a_sentence(tmp_path: Path) -> None:
    """As pages part paragraphs, with <p> or without; the line end within a sentence is none of the text's."""
    lines = "第一段有一句比诗行还要长的话，一直到这里才说完。<br>第二段的文字不短，而且在<br>这里折行。"
    parted = (
        Paragraph("第一段有一句比诗行还要长的话，一直到这里才说完。"),
        Paragraph("第二段的文字不短，而且在这里折行。"),
    )
    assert blocks_of(tmp_path, f"<div>{lines}</div>")[0] == parted
    assert blocks_of(tmp_path, f"<p>{lines}</p>")[0] == parted


def test_verse_of_a_page_is_verse(tmp_path: Path) -> None:
    quoted = "<blockquote><p>春风又绿<br>江南岸</p><p>明月何时<br>照我还</p></blockquote>"
    assert blocks_of(tmp_path, quoted)[0] == (Verse("春风又绿\n江南岸\n\n明月何时\n照我还"),)
    assert blocks_of(tmp_path, "<pre>白日依山尽\n黄河入海流</pre>")[0] == (Verse("白日依山尽\n黄河入海流"),)


def test_two_paragraphs_are_not_one_poem(tmp_path: Path) -> None:
    first, second = "长亭外，<br>古道边，<br>芳草碧连天。", "春眠时，<br>不觉晓，<br>处处闻啼鸟。"
    blocks, _ = blocks_of(tmp_path, f"<p>{first}</p><p>{second}</p>")
    assert blocks == (Verse(first.replace("<br>", "\n")), Verse(second.replace("<br>", "\n")))
