"""Glyphs that the PDF's fonts make of others: turned letters, figures in one square, stacked accents."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import uharfbuzz

from convert import fonts
from convert.compose import Setting, prepare
from convert.compose.case import Case
from convert.export import write
from convert.export.pdf.composite import Part, glyph_count, with_composites
from convert.export.pdf.outlines import _Tracer, truetype
from convert.export.pdf.shaper import PdfShaper
from convert.model import Article, Issue, Paragraph
from convert.style import Edition


def extents(data: bytes, number: int) -> tuple[int, int, int, int]:
    found = uharfbuzz.Font(uharfbuzz.Face(data)).get_glyph_extents(number)
    assert found
    return found.x_bearing, found.y_bearing + found.height, found.x_bearing + found.width, found.y_bearing


def test_a_turned_glyph_lies_on_its_side() -> None:
    data = fonts.subset(fonts.font_file("song", "sc"), "A字")
    number = uharfbuzz.Font(uharfbuzz.Face(data)).get_nominal_glyph(ord("A"))
    assert number
    left, bottom, right, top = extents(data, number)
    made = with_composites(data, [[Part(number, 100, 50, turned=True)], [Part(number), Part(number, 700)]])
    assert glyph_count(made) == glyph_count(data) + 2
    assert extents(made, glyph_count(data)) == (bottom + 100, -right + 50, top + 100, -left + 50)
    assert extents(made, glyph_count(data) + 1) == (left, bottom, right + 700, top)
    assert extents(made, number) == (left, bottom, right, top)  # the others stay as they were


def test_two_figures_fit_one_square() -> None:
    shaper = PdfShaper("sc", "zh-Hans")
    square = shaper.square("28", "hei")
    assert square.text == "28" and square.advance == 1000
    (glyph,) = shaper.faces[0].glyphs.values()
    assert len(glyph.parts) == 2 and glyph.parts[0].scale < 1


def test_a_stacked_accent_is_one_glyph_with_its_text() -> None:
    shaper = PdfShaper("sc", "zh-Hans")
    for western in (False, True):
        (shaped,) = shaper.shape("m\u0303", "song", vertical=False, western=western)
        assert shaped.text == "m\u0303" and len(shaped.code) == 2 and not shaper.missing
    shaper.shape("m\u1ab0", "song", vertical=False, western=True)
    assert list(shaper.missing) == ["\u1ab0"]  # no face has it, and it is said


def test_a_variation_selector_is_kept_with_its_character() -> None:
    shaper = PdfShaper("sc", "zh-Hans")
    (shaped,) = shaper.shape("葛\U000e0100", "song", vertical=False, western=False)
    assert shaped.text == "葛\U000e0100" and shaped.advance == 1000


@pytest.mark.parametrize("vertical", [False, True])
def test_a_rare_character_falls_back_to_another_face(vertical: bool) -> None:
    shaper = PdfShaper("sc", "zh-Hans")
    clusters = shaper.shape("野", "song", vertical=vertical, western=False)
    clusters += shaper.shape("𠮷", "song", vertical=vertical, western=False)
    assert [face.path.name[:5] for face in shaper.faces] == ["NotoS", "LXGWW"]
    assert [c.advance for c in clusters] == [1000, 1000] and not shaper.missing


def test_the_users_own_font_is_embedded(tmp_path: Path, tool: Callable[[str], str]) -> None:
    own = tmp_path / "own.ttf"
    own.write_bytes(fonts.subset(fonts.font_file("kai", "sc"), "春天来了"))
    issue = Issue((Article(headline="题", blocks=(Paragraph("春天来了，湖水解冻。"),)),))
    assert write(issue, tmp_path / "issue.pdf", Edition(fonts={"body": str(own)})) == []
    said = subprocess.run([tool("pdffonts"), str(tmp_path / "issue.pdf")], capture_output=True, text=True, check=True)
    assert "LXGWWenKai" in said.stdout and "NotoSerifSC" in said.stdout


def test_vertical_numbers_are_copied_in_their_place(tmp_path: Path, tool: Callable[[str], str]) -> None:
    issue = Issue((Article(headline="题", blocks=(Paragraph("今天是2023年11月28日，第100期。"),)),))
    write(issue, tmp_path / "issue.pdf", Edition(vertical=True))
    done = subprocess.run([tool("pdftotext"), str(tmp_path / "issue.pdf"), "-"], capture_output=True, check=True)
    assert "今天是2023年11月28日，第100期。" in done.stdout.decode().replace(" ", "")


MIXED = (
    "春天来了，湖水解冻，OpenAI 与 Microsoft 在 San Francisco 宣布，GPT-4 Turbo 每 1,000 个 token 为 0.01 美元，较此前"
    "下降 66.7%。小船出港，渔民满载而归，详见 https://example.org/a/long/path?x=1 所载，气温 -5℃，今年收成比去年好。"
)


def _vertical(tmp_path: Path) -> Path:
    path = tmp_path / "vertical.pdf"
    blocks = (Paragraph(MIXED), Paragraph("“今年”的渔民满载而归，小船出港。"), Paragraph(MIXED))
    write(Issue((Article(blocks=blocks),), language="zh-Hans"), path, Edition(vertical=True))
    return path


def test_words_and_numbers_of_vertical_lines_are_copied_whole(tmp_path: Path, tool: Callable[[str], str]) -> None:
    path = _vertical(tmp_path)
    run = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, check=True)
    text = run.stdout.decode()
    for word in ("OpenAI", "Microsoft", "Francisco", "GPT-4", "1,000", "0.01", "66.7%", "https://", "-5"):
        assert word in text, f"{word} is parted"


def test_pdfium_copies_vertical_lines_in_their_order(tmp_path: Path) -> None:
    (page,) = pypdfium2.PdfDocument(str(_vertical(tmp_path)))
    text = "".join(page.get_textpage().get_text_range().split())
    assert "".join(MIXED.split()) + "“今年”的渔民满载而归，小船出港。" + "".join(MIXED.split()) in text


def test_a_font_of_drawn_outlines_has_the_same_glyphs() -> None:
    face = fonts.open_face(fonts.font_file("song", "sc"))
    font = uharfbuzz.Font(face)
    numbers = [font.get_nominal_glyph(ord(ch)) or 0 for ch in "永，A 一"]
    data, new = truetype(face, numbers)
    made = uharfbuzz.Font(uharfbuzz.Face(data))
    assert glyph_count(data) == len(new) == 6
    for number in numbers:
        assert font.get_glyph_h_advance(number) == made.get_glyph_h_advance(new[number])
        was, now = font.get_glyph_extents(number), made.get_glyph_extents(new[number])
        assert (
            was
            and now
            and (was.x_bearing, was.y_bearing, was.width, was.height)
            == (
                now.x_bearing,
                now.y_bearing,
                now.width,
                now.height,
            )
        )


def test_a_cubic_curve_is_met_within_a_unit() -> None:
    tracer = _Tracer(0.4)
    tracer.move(0, 0)
    tracer.cubic(0, 552, 448, 1000, 1000, 1000)  # a quarter of a circle
    (contour,) = tracer.contours
    assert contour[0] == (0, 0, True) and contour[-1] == (1000, 1000, True) and len(contour) < 12
    for x, y, on in contour:
        away = ((x - 1000) ** 2 + y**2) ** 0.5 - 1000
        assert abs(away) < 1 if on else 0 < away < 60


@pytest.mark.parametrize("vertical", [False, True])
def test_the_users_own_font_may_have_postscript_outlines(
    vertical: bool, tmp_path: Path, tool: Callable[[str], str], postscript_font: Path
) -> None:
    path = tmp_path / "issue.pdf"
    issue = Issue((Article(headline="题", blocks=(Paragraph("春天来了，Spring 2023 came。"),)),))
    assert write(issue, path, Edition(fonts={"body": str(postscript_font)}, vertical=vertical)) == []
    subprocess.run([tool("qpdf"), "--check", str(path)], check=True, capture_output=True)
    done = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, check=True)
    assert "春天来了，Spring2023came。" in "".join(done.stdout.decode().split())


@pytest.mark.parametrize("vertical", [False, True])
def test_a_space_between_words_is_narrow(vertical: bool) -> None:
    setting = Setting(vertical=vertical)
    prepared = prepare("San Francisco", Case(PdfShaper("sc", "zh-Hans"), "song", setting), setting)
    (space,) = (cluster for cluster in prepared.clusters if cluster.text == " ")
    assert 150 < space.advance < 350
