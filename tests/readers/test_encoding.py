"""Bytes become the text they were written as, or an error that says where they do not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.errors import InputError, UsageError
from convert.readers import read
from convert.readers.encoding import decode, newlines

SIMPLIFIED = "省委全会在长春举行。\n本报讯（记者 王小明）“三农”工作会议昨日召开，代表们来自全省各地。"
TRADITIONAL = "立法會昨日三讀通過條例草案。\n【本報訊】行政長官表示，政府將會繼續聽取市民意見。"
HONG_KONG = TRADITIONAL + "佢哋喺度食嘢，啲嘢好好食，冇問題，𨋢壞咗。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (TRADITIONAL, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED + "𠮷镕", "gb18030"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (HONG_KONG, "big5hkscs"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
    ],
)
def test_an_encoding_is_detected_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "issue.txt") == (text, encoding)


@pytest.mark.parametrize("text", ["吉林日报", "光明日报", "人民日报海外版", "第三版", "要闻", "新华社北京电"])
def test_a_few_simplified_characters_are_enough(text: str) -> None:
    assert decode(text.encode("gb18030"), "issue.txt") == (text, "gb18030")


@pytest.mark.parametrize("text", ["聯合報", "明報", "中國時報", "第三版", "中央社臺北電", "要聞"])
def test_a_few_traditional_characters_are_enough(text: str) -> None:
    assert decode(text.encode("big5hkscs"), "issue.txt") == (text, "big5hkscs")


def test_a_long_western_beginning_does_not_hide_the_chinese_text() -> None:
    text = "Contents\n" * 20_000 + SIMPLIFIED
    assert decode(text.encode("gb18030"), "issue.txt") == (text, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_goes(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding), "issue.txt") == (SIMPLIFIED, encoding.removesuffix("-sig"))


def test_a_byte_order_mark_of_gb18030_decides_and_goes() -> None:
    assert decode(("\ufeff" + SIMPLIFIED).encode("gb18030"), "issue.txt") == (SIMPLIFIED, "gb18030")


@pytest.mark.parametrize(("label", "written"), [("gb2312", "gbk"), ("gbk", "gb18030"), ("big5", "big5hkscs")])
def test_a_label_means_the_larger_set(label: str, written: str) -> None:
    text = HONG_KONG if label == "big5" else "朱镕基"
    assert decode(text.encode(written), "issue.txt", label)[0] == text


def test_big5_marks_are_the_ones_taiwan_prints() -> None:
    text = "約翰‧史密斯（１９００～１９８０）"
    assert decode(text.encode("cp950"), "issue.txt", "big5")[0] == text


def test_the_named_encoding_overrides_detection() -> None:
    assert decode("café".encode("cp1252"), "issue.txt", "cp1252") == ("café", "cp1252")


@pytest.mark.parametrize(
    ("data", "encoding", "offset"),
    [
        ("报纸".encode() + b"\xff" + "一期".encode() * 9, None, 6),
        ("报纸".encode("gb18030") * 9 + b"\xff\xff", None, 36),
        ("报纸".encode("gb18030"), "utf-8", 0),
        (b"\xff\xfe" + "报".encode("utf-16-le") + b"\x00\xd8a\x00", None, 4),  # a lone surrogate
        ("报纸".encode() * 9 + b"\xed\xa0\x80", None, 54),  # the same in UTF-8
    ],
)
def test_what_cannot_be_decoded_is_named_by_its_offset(data: bytes, encoding: str | None, offset: int) -> None:
    with pytest.raises(InputError, match=rf"byte {offset} "):
        decode(data, "issue.txt", encoding)


@pytest.mark.parametrize("name", ["utf-99", "base64"])
def test_an_encoding_must_be_one_of_text(name: str) -> None:
    with pytest.raises(UsageError, match="encoding"):
        decode(b"abcd", "issue.txt", name)


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdftotext"),
        (b"PK\x03\x04\x14\x00", "docx"),
        (b"\x89PNG\r\n\x1a\n\x00", "OCR"),
        (bytes(range(256)) * 40, "--encoding"),
    ],
)
def test_binary_data_is_refused_with_a_hint(data: bytes, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "issue.txt")
    assert hint in caught.value.hint


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\u3000\u200b\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_text_without_a_visible_character_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match=r"blank|empty"):
        decode(data, "issue.txt")


def test_every_newline_is_one() -> None:
    assert newlines("a\r\nb\rc\u2028d\u2029e\x85f\ng\r\r\nh\f") == "a\nb\nc\nd\ne\nf\ng\nh\f"


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    text = SIMPLIFIED + "\x00\x0b" + SIMPLIFIED
    assert decode(text.encode(), "issue.txt")[0] == text


def test_reading_a_long_line_is_linear() -> None:
    data = ("省委全会在长春举行。" * 170_000).encode()  # 5 MB
    assert len(decode(data, "issue.txt")[0]) == 1_700_000


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), min_size=1))
def test_any_utf8_text_comes_back(text: str) -> None:
    try:
        decoded = decode(("\ufeff" + text).encode(), "issue.txt")[0]
    except InputError:
        assert not text.strip("\u3000\u200b\x00").strip()  # blank to the eye
    else:
        assert decoded == newlines(text)


def test_read_fills_in_the_source(tmp_path: Path) -> None:
    file = tmp_path / "issue.txt"
    file.write_bytes("报纸\r\n".encode("utf-8-sig"))
    text = read(file)
    assert (text.value, text.raw, text.source.path, text.source.encoding) == ("报纸\n", "报纸\n", str(file), "utf-8")
    assert len(text.source.sha256) == 64


def test_standard_input_is_read_for_a_dash() -> None:
    assert read("-", stdin="报纸".encode()).source.path == "-"


def test_a_missing_file_and_a_folder_are_input_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="folder"):
        read(tmp_path)
