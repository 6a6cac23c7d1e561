"""What a reader sees of a Word edition, as LibreOffice shows it, whatever fonts the machine has."""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from test_docx import ISSUE

from convert import fonts
from convert.export import write
from convert.model import Article, Issue, Paragraph, Table
from convert.style import Edition, Layout

_FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@pytest.fixture
def shown(tmp_path: Path, tool: Callable[[str], str]) -> Callable[[Path, Path], Path]:
    """Shows a document as a PDF, on a machine that has the fonts of a folder and no others."""
    soffice = tool("soffice")

    def show(path: Path, folder: Path) -> Path:
        settings = tmp_path / "fonts.conf"
        settings.write_text(_FONTCONFIG.format(fonts=folder, cache=tmp_path / "cache"), "utf-8")
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
        environment = os.environ | {"FONTCONFIG_FILE": str(settings)}
        subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
        return tmp_path / f"{path.stem}.pdf"

    return show


def read(pdf: Path, pdftotext: str) -> str:
    """The text of a PDF's pages, a form feed after each."""
    command = [pdftotext, "-raw", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def lost(path: Path, text: str) -> Counter[str]:
    """The letters and figures of a document that the text of its pages does not have."""
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    wanted = "".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return Counter(re.findall(r"\w", wanted)) - Counter(re.findall(r"\w", text))


def families(pdf: Path, pdffonts: str) -> set[str]:
    """The fonts that a PDF is set in."""
    out = subprocess.run([pdffonts, str(pdf)], check=True, capture_output=True, timeout=60).stdout.decode()
    return {line.split()[0].partition("+")[2] for line in out.splitlines()[2:]}


@pytest.fixture
def latin(tmp_path: Path) -> Path:
    """A folder with one font that has no Chinese: LibreOffice does not start without any."""
    (folder := tmp_path / "latin").mkdir()
    (folder / "latin.ttf").write_bytes(fonts.subset(fonts.font_file("song", "tc"), "ABCabc123"))
    return folder


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("carried", [False, True])
def test_libreoffice_shows_every_word(
    tmp_path: Path,
    full_issue: Issue,
    pictures: Path,
    latin: Path,
    carried: bool,
    vertical: bool,
    shown: Callable[[Path, Path], Path],
    tool: Callable[[str], str],
) -> None:
    """To a reader who has Chinese fonts, and to one who has only those that the document carries."""
    path, issue = tmp_path / "issue.docx", replace(full_issue, articles=full_issue.articles + ISSUE.articles)
    layout: Layout = "book" if carried else "newspaper"
    write(issue, path, Edition(layout=layout, vertical=vertical, embed_fonts=carried, pictures=str(pictures)))
    pdf = shown(path, latin if carried else fonts.folder())
    assert not lost(path, read(pdf, tool("pdftotext")))
    if carried:
        assert families(pdf, tool("pdffonts")) == {"NotoSerifSC-Regular", "NotoSansSC-Bold", "LXGWWenKai-Regular"}


PRICES = (("品名", "一月", "三月", "六月"), ("大米", "2.10", "2.15", "2.20"), ("面粉", "1.80", "1.82", "1.85"))
TRAINS = (("车次", "始发站", "到点", "开点", "终点站"), ("K215", "上海", "11:45", "11:53", "佳木斯"))


def test_cells_that_a_column_has_room_for_stand_on_one_line(
    tmp_path: Path, shown: Callable[[Path, Path], Path], tool: Callable[[str], str]
) -> None:
    """Ideographs are twice as wide as figures; cells that wrap are hard to read, and drive text to other pages."""
    articles = (Article("价格", blocks=(Table(PRICES),)), Article("时刻", blocks=(Table(TRAINS), Paragraph("完。"))))
    write(Issue(articles, title="日报"), tmp_path / "issue.docx", Edition())
    text = read(shown(tmp_path / "issue.docx", fonts.folder()), tool("pdftotext"))
    assert text.count("\f") == 1
    for row in (*PRICES, *TRAINS):
        assert " ".join(row) in text
