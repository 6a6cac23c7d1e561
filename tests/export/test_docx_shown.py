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
from convert.model import Issue
from convert.style import Edition

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


def lost(path: Path, pdf: Path, pdftotext: str) -> Counter[str]:
    """The letters and figures of a document that its pages do not show."""
    command = [pdftotext, "-raw", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    wanted = "".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    return Counter(re.findall(r"\w", wanted)) - Counter(re.findall(r"\w", text))


def families(pdf: Path, pdffonts: str) -> set[str]:
    """The fonts that a PDF is set in."""
    out = subprocess.run([pdffonts, str(pdf)], check=True, capture_output=True, timeout=60).stdout.decode()
    return {line.split()[0].partition("+")[2] for line in out.splitlines()[2:]}


@pytest.mark.parametrize("vertical", [False, True])
def test_libreoffice_shows_every_word(
    tmp_path: Path,
    full_issue: Issue,
    pictures: Path,
    vertical: bool,
    shown: Callable[[Path, Path], Path],
    tool: Callable[[str], str],
) -> None:
    """A reader has Chinese fonts, if not those that the document names first."""
    path, issue = tmp_path / "issue.docx", replace(full_issue, articles=full_issue.articles + ISSUE.articles)
    write(issue, path, Edition(vertical=vertical, pictures=str(pictures)))
    assert not lost(path, shown(path, fonts.folder()), tool("pdftotext"))


@pytest.mark.parametrize("vertical", [False, True])
def test_a_reader_without_chinese_fonts_sees_those_that_the_document_carries(
    tmp_path: Path,
    full_issue: Issue,
    pictures: Path,
    vertical: bool,
    shown: Callable[[Path, Path], Path],
    tool: Callable[[str], str],
) -> None:
    (folder := tmp_path / "latin").mkdir()
    latin = fonts.subset(fonts.font_file("song", "tc"), "ABCabc123")  # LibreOffice does not start without any
    (folder / "latin.ttf").write_bytes(latin)
    path, issue = tmp_path / "issue.docx", replace(full_issue, articles=full_issue.articles + ISSUE.articles)
    edition = Edition(layout="book", vertical=vertical, embed_fonts=True, pictures=str(pictures))
    write(issue, path, edition)
    pdf = shown(path, folder)
    assert not lost(path, pdf, tool("pdftotext"))
    assert families(pdf, tool("pdffonts")) == {"NotoSerifSC-Regular", "NotoSansSC-Bold", "LXGWWenKai-Regular"}
