"""What Word files and web pages hold beside their words is left out or kept, and told in either case."""

from pathlib import Path

import pytest
from test_office_kept import blocks_of

from convert.model import ListBlock, Paragraph
from convert.report import Finding


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.before) for finding in findings]


def test_of_a_revised_page_the_revised_text_is_read(tmp_path: Path) -> None:
    """三天兩天 is what neither the old text nor the new one says."""
    blocks, findings = blocks_of(tmp_path, "<p>為期<del>三天</del><ins>兩天</ins>。</p><del><p>旧段。</p></del>")
    assert blocks == (Paragraph("為期兩天。"),)
    assert told(findings) == [("deleted-text", "三天"), ("deleted-text", "旧段。")]
    assert findings[0].context == ("為期", "")


@pytest.mark.parametrize(
    "struck",
    ["<s>300元</s>", "<strike><s>300</s>元</strike>", '<i style="x:y;text-decoration: line-through">300元</i>'],
)
def test_what_a_page_strikes_out_stays_and_is_told(tmp_path: Path, struck: str) -> None:
    blocks, findings = blocks_of(tmp_path, f"<p>原价{struck}298元。</p>")
    assert (blocks, told(findings)) == ((Paragraph("原价300元298元。"),), [("struck-text", "300元")])


def test_what_a_page_hides_is_left_out_and_told(tmp_path: Path) -> None:
    hidden = '<p hidden>甲</p><div style="color:red; display:none"><p>乙</p></div><ul><li>丙<b hidden>丁</b></li></ul>'
    blocks, findings = blocks_of(tmp_path, f"{hidden}<p hidden></p>")
    assert blocks == (ListBlock("• 丙"),)
    assert told(findings) == [("hidden-text", "甲"), ("hidden-text", "乙"), ("hidden-text", "丁")]


def test_parts_of_the_page_are_no_text_of_its_articles(tmp_path: Path) -> None:
    page = (
        "<nav>首页</nav><article><p>正文。</p><footer>作者附记。</footer></article><form>"
        "<textarea>留言</textarea><select><option>选项</select><button>送出</button></form>"
        "前<footer>版权所有</footer>后<script>var a='字'</script>"
    )
    blocks, findings = blocks_of(tmp_path, page)
    assert [block.text for block in blocks] == ["正文。", "作者附记。", "前", "后"]
    assert told(findings) == [("page-furniture", text) for text in ("首页", "留言", "选项", "送出", "版权所有")]
