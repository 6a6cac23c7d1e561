"""A folded and stapled booklet reads in order: every leaf's back is the page after its front."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.export import write
from convert.export.pdf.booklet import sides
from convert.model import Article, Issue, Paragraph
from convert.style import Edition


@given(st.integers(1, 60), st.booleans())
def test_leaves_read_in_order(count: int, from_right: bool) -> None:
    made = sides(count, from_right)
    assert len(made) % 2 == 0
    assert sorted(page for side in made for page in side if page is not None) == list(range(count))
    for front, back in zip(made[::2], made[1::2], strict=True):
        outer, inner = (front[::-1], back) if not from_right else (front, back[::-1])
        assert outer[0] is not None and (inner[0] is None or inner[0] == outer[0] + 1)  # one leaf
        assert inner[1] is None or outer[1] is None or outer[1] == inner[1] + 1  # the other


@pytest.mark.parametrize("vertical", [False, True])
def test_a_booklet_is_a5_on_a4(vertical: bool, tmp_path: Path, tool: Callable[[str], str]) -> None:
    text = "春天来了，湖水解冻，小船出港，渔民满载而归。" * 40
    articles = tuple(Article(headline=f"第{n}篇", blocks=(Paragraph(text),)) for n in range(4))
    path = tmp_path / "booklet.pdf"
    write(Issue(articles, title="刊"), path, Edition(layout="book", booklet=True, vertical=vertical))
    said = subprocess.run([tool("pdfinfo"), str(path)], capture_output=True, text=True, check=True).stdout
    assert "841.89 x 595.28" in said or "841.89 x 595.276" in said
    assert subprocess.run([tool("qpdf"), "--check", str(path)], capture_output=True).returncode == 0
