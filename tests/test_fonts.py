"""The bundled fonts are the files their list names, cover what kanben promises, and subset quickly and repeatably."""

import hashlib
import re
from pathlib import Path

import pytest
import uharfbuzz

from convert import fonts
from convert.errors import MissingError

FACES = [(face, glyphs) for face in ("song", "hei", "kai") for glyphs in ("sc", "tc")]


def test_the_files_are_those_the_list_names() -> None:
    readme = (fonts.folder() / "README.md").read_text("utf-8")
    listed = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", readme, re.M)}
    assert listed == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in fonts.folder().glob("*.ttf")}


def test_every_licence_carries_the_notice_of_its_fonts() -> None:
    for path in fonts.folder().glob("*.ttf"):
        licence = next(f for f in fonts.folder().glob("OFL-*.txt") if path.name.startswith(f.stem.removeprefix("OFL-")))
        notice = fonts.open_face(path).get_name(uharfbuzz.OTNameIdPredefined.COPYRIGHT)
        for line in notice.splitlines():
            assert line.strip().rstrip(".") in licence.read_text("utf-8")


@pytest.mark.parametrize(("face", "glyphs"), FACES)
def test_with_its_fallbacks_every_face_covers_the_national_sets(face: fonts.Face, glyphs: fonts.Glyphs) -> None:
    chain = (fonts.font_file(face, glyphs), *fonts.fallbacks(face, glyphs))
    assert len(set(chain)) == len(chain)
    covered = frozenset().union(*map(fonts.covers, chain))
    for encoding, rows in (
        ("gb2312", range(0xB0, 0xF8)),
        ("big5", range(0xA4, 0xF9)),
        ("big5hkscs", range(0x87, 0xA0)),
    ):
        text = bytes(b for row in rows for cell in range(0xA1, 0xFF) for b in (row, cell)).decode(encoding, "ignore")
        assert {
            ch for ch in text if ord(ch) not in covered and ord(ch) > 0x2FFF and not 0xE000 <= ord(ch) < 0xF900
        } == set()
    assert ord("𠮷") in covered


def test_the_users_font_stands_before_the_bundled_ones() -> None:
    own = str(fonts.font_file("kai", "sc"))
    assert fonts.font_file("song", "sc", {"body": own}) == Path(own)
    assert fonts.font_file("hei", "sc", {"body": own}) == fonts.font_file("hei", "sc")
    assert fonts.fallbacks("song", "sc", {"body": own})[0] == fonts.font_file("song", "sc")


def test_what_is_no_font_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=r"nowhere\.ttf"):
        fonts.font_file("song", "sc", {"song": str(tmp_path / "nowhere.ttf")})
    (tmp_path / "words.ttf").write_text("no font at all")
    with pytest.raises(MissingError, match=r"words\.ttf: not a font"):
        fonts.covers(fonts.font_file("song", "sc", {"song": str(tmp_path / "words.ttf")}))


def test_a_subset_holds_the_text_and_little_else(tmp_path: Path) -> None:
    path = fonts.font_file("song", "sc")
    data = fonts.subset(path, "汉字，“刊本”—A\ue000")
    assert data == fonts.subset(path, "汉字，“刊本”—A\ue000")
    assert len(data) < 60_000
    (tmp_path / "subset.ttf").write_bytes(data)
    assert fonts.covers(tmp_path / "subset.ttf") == frozenset(map(ord, "汉字，“刊本”—A"))
    assert fonts.family(tmp_path / "subset.ttf") == "Noto Serif SC"
