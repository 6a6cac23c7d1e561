"""Lines are read one after the other: their ends, every encoding, and errors with their place."""

import io
import sys
from pathlib import Path

import pytest

from convert.errors import InputError
from convert.readers import stream
from convert.readers.stream import stream_lines

TEXT = "第一行，这是中国的报纸。\r\n\n  第三行\r老式\n末行𠮷没有换行"


@pytest.fixture(params=[7, 64, 1 << 20])
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(stream, "_BLOCK", request.param)
    return request.param


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_lines_keep_their_ends(tmp_path: Path, block: int, name: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(name))
    encoding = "gb18030" if name == "gb18030" and block < 1 << 20 else None  # a few bytes tell nothing
    lines = list(stream_lines(file, encoding=encoding))
    assert "".join(lines) == TEXT
    assert [line[-2:] for line in lines] == ["\r\n", "\n", "行\r", "式\n", "换行"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("一\n二".encode())))
    assert list(stream_lines("-")) == ["一\n", "二"]


def test_a_bad_byte_is_named_with_its_offset_in_the_file(tmp_path: Path, block: int) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("中文".encode() * 20 + b"\xff" + "中文\n".encode())
    with pytest.raises(InputError, match="byte 120 "):
        list(stream_lines(file, encoding="utf-8"))


def test_what_is_not_text_is_refused(tmp_path: Path) -> None:
    for data in (b"", b" \n", b"%PDF-1.7"):
        (tmp_path / "a.txt").write_bytes(data)
        with pytest.raises(InputError):
            list(stream_lines(tmp_path / "a.txt"))
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(InputError):
            list(stream_lines(path))
