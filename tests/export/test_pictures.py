"""Pictures are read from beside the source, and only those that every edition can show."""

import io
from pathlib import Path

import pytest
from PIL import Image as Pillow

from convert.export.pictures import load_pictures
from convert.model import Article, Image, Issue
from convert.style import Edition


def encoded(kind: str) -> bytes:
    out = io.BytesIO()
    Pillow.new("RGB", (4, 3)).save(out, kind)
    return out.getvalue()


def load(folder: Path, *names: str) -> tuple[dict[str, str], dict[str, str]]:
    """Media types of the pictures that were read, and the reasons why others were not."""
    issue = Issue((Article(blocks=tuple(map(Image, names))),))
    pictures, findings = load_pictures(issue, Edition(pictures=str(folder)))
    assert all(finding.rule == "missing-picture" for finding in findings)
    reasons = {finding.before: finding.message.partition(": ")[2] for finding in findings}
    return {name: picture.media_type for name, picture in pictures.items()}, reasons


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "png"), ("JPEG", "jpeg"), ("GIF", "gif"), ("WEBP", "webp")])
def test_kind_is_told_by_content_not_by_name(tmp_path: Path, kind: str, media_type: str) -> None:
    (tmp_path / "图.dat").write_bytes(encoded(kind))
    assert load(tmp_path, "图.dat", "图.dat") == ({"图.dat": f"image/{media_type}"}, {})


def test_what_cannot_be_shown_is_left_out_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    (tmp_path / "b.png").write_bytes(encoded("PNG")[:-20])
    pictures, reasons = load(tmp_path, "a.svg", "b.png", "c.png", "bad\x00name", "http://example.org/a.png")
    assert pictures == {}
    assert reasons["a.svg"] == "it is neither PNG, JPEG, GIF nor WebP"
    assert reasons["b.png"] == "the file is damaged"
    assert reasons["c.png"] == "No such file or directory"
    assert set(reasons) == {"a.svg", "b.png", "c.png", "bad\x00name", "http://example.org/a.png"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_file_that_breaks_off_is_damaged(tmp_path: Path, kind: str) -> None:
    data = io.BytesIO()
    Pillow.effect_noise((99, 99), 50).convert("RGB").save(data, kind)
    (tmp_path / "a").write_bytes(data.getvalue()[: len(data.getvalue()) // 2])
    assert load(tmp_path, "a") == ({}, {"a": "the file is damaged"})


def test_paths_do_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.png").write_bytes(encoded("PNG"))
    (inner / "link.png").symlink_to(tmp_path / "secret.png")
    names = ("../secret.png", str(tmp_path / "secret.png"), "link.png")
    pictures, reasons = load(inner, *names)
    assert pictures == {} and set(reasons.values()) == {"it lies outside the source's folder"}


def test_a_link_that_leads_round_to_itself_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "round.png").symlink_to("about.png")
    (tmp_path / "about.png").symlink_to("round.png")
    pictures, reasons = load(tmp_path, "round.png")
    assert pictures == {} and set(reasons) == {"round.png"}


def test_picture_too_large_to_be_honest_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.png").write_bytes(encoded("PNG"))
    monkeypatch.setattr(Pillow, "MAX_IMAGE_PIXELS", 5)
    assert load(tmp_path, "a.png")[1] == {"a.png": "it is too large"}
