"""The type specimen is one sheet that shows every face."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from convert.cli import main


def test_one_page_with_all_five_faces(tmp_path: Path, tool: Callable[[str], str]) -> None:
    path = tmp_path / "specimen.pdf"
    assert main(["specimen", "-o", str(path)]) == 0
    said = subprocess.run([tool("pdfinfo"), str(path)], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1" in said and "841.89 x 1190.55" in said
    faces = subprocess.run([tool("pdffonts"), str(path)], capture_output=True, text=True, check=True).stdout
    for name in ("NotoSerifSC", "NotoSerifTC", "NotoSansSC", "NotoSansTC", "LXGWWenKai"):
        assert name in faces
    assert subprocess.run([tool("qpdf"), "--check", str(path)], capture_output=True).returncode == 0
    first = path.read_bytes()
    assert main(["specimen", "-o", str(path)]) == 0 and path.read_bytes() == first


def test_without_a_file_it_is_a_question_of_usage(tmp_path: Path) -> None:
    assert main(["specimen"]) == 2
    assert main(["specimen", "-o", str(tmp_path)]) == 5


def test_a_text_is_not_overwritten_with_a_pdf(tmp_path: Path) -> None:
    source = tmp_path / "issue.txt"
    source.write_text("吉林日报\n", encoding="utf-8")
    assert main(["specimen", "-o", str(source)]) == 2
    assert source.read_text(encoding="utf-8") == "吉林日报\n"
