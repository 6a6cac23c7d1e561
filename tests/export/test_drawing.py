"""The sheet that covers are drawn on: places, inks, vertical forms."""

import io

from PIL import Image

from convert.export.drawing import Drawing
from convert.fonts import font_file

SONG = font_file("song", "sc")
PAPER, BLACK, RED = (250, 250, 240), (0, 0, 0), (200, 0, 0)


def shown(drawing: Drawing) -> Image.Image:
    return Image.open(io.BytesIO(drawing.png())).convert("RGB")


def character(ch: str, upright: bool) -> Image.Image:
    drawing = Drawing(100, 100, PAPER, (BLACK, RED))
    drawing.character(0, SONG, ch, 100, 0, 88, upright)
    return shown(drawing).convert("L").point([255 if value < 128 else 0 for value in range(256)])


def test_boxes_fill_their_places_in_their_ink() -> None:
    drawing = Drawing(40, 30, PAPER, (BLACK, RED))
    drawing.box(0, 5, 4, 10, 8)
    drawing.box(1, 20, 20, 40, 30)
    image = shown(drawing)
    assert image.size == (40, 30)
    points = [(4, 4), (5, 4), (9, 7), (10, 7), (5, 8), (20, 20), (39, 29)]
    assert [image.getpixel(at) for at in points] == [PAPER, BLACK, BLACK, PAPER, PAPER, RED, RED]


def test_a_character_stands_upright_above_its_baseline() -> None:
    box = character("丁", upright=False).getbbox()
    assert box is not None and box[1] < 25 and 80 < box[3] <= 100
    top, foot = (character("丁", upright=False).crop((0, y, 100, y + 20)).histogram()[255] for y in (10, 60))
    assert top > foot, "the broad stroke of 丁 is its upper one"


def test_vertical_lines_have_forms_of_their_own() -> None:
    level, turned = character("（", upright=False).getbbox(), character("（", upright=True).getbbox()
    assert level is not None and turned is not None
    assert level[3] - level[1] > level[2] - level[0]
    assert turned[3] - turned[1] < turned[2] - turned[0]


def test_advances_are_in_em() -> None:
    drawing = Drawing(1, 1, PAPER, (BLACK, RED))
    assert drawing.advance(SONG, "字") == 1 and 0.3 < drawing.advance(SONG, "n") < 0.8
