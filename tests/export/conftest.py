"""Issues that tests of several formats share."""

import datetime
from pathlib import Path

import pytest

from convert.model import (
    Article,
    Brief,
    Byline,
    Caption,
    Credit,
    Crosshead,
    EditorsNote,
    EndMatter,
    Image,
    Issue,
    ListBlock,
    Note,
    Paragraph,
    Table,
    Verse,
)

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
HOSTILE = '</script><b a="1">&amp;]]> ../x'


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder with the picture of `full_issue`."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "snow.png").write_bytes(PNG)
    return folder


@pytest.fixture
def full_issue() -> Issue:
    """An issue with every kind of block, and text that would be markup if a writer let it."""
    first = Article(
        headline="春到山乡 溪水解冻",
        kicker="走基层",
        label="社论",
        deck=("——记一所小学的早晨",),
        dateline="本报3月5日讯",
        bylines=("记者王小明",),
        page="2",
        blocks=(
            EditorsNote("编者按：这是第一组报道。"),
            Paragraph("本报3月5日讯（记者王小明）早晨6点15分，𠮷老师〔1〕走进校门。"),
            Crosshead("一、上学路上"),
            Image("snow.png", "雪后的山路"),
            Caption("图为山路。"),
            Credit("李四 摄"),
            Verse("小雪初晴画舫明\n\n山路十八弯"),
            ListBlock("（一）早读\n（二）早操"),
            Table((("项目", "人数"), ("跳绳", "12"), ("合计",))),
            Note("〔1〕吉老师，教龄三十年。"),
            Note("〔9〕没有人提到的注。"),
            EndMatter("（完）"),
        ),
    )
    photo = Article(blocks=(Image("missing.png"), Caption("图为晚霞。"), Credit("张三 摄")))
    briefs = Article(headline="简讯", blocks=(Brief("昨日有雨。"), Brief("今日转晴。"), Byline("王五")))
    hostile = Article(headline=HOSTILE, kicker=HOSTILE, deck=(HOSTILE,), blocks=(Paragraph(HOSTILE),), page="3")
    return Issue((first, photo, briefs, hostile), "山乡日报", "128", datetime.date(2024, 3, 6), "山乡日报社")
