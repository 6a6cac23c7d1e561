"""What a person's settings correct and decide, and which commands heed them."""

import json
from pathlib import Path

import pytest

from convert.cli import main


def test_a_likely_finding_is_decided_in_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By each of the ways that the README names."""
    monkeypatch.chdir(tmp_path)
    raw = "全县劳动模範会议昨日在长春举行，到会代表三百多人，会议听取了工作报告。\n"
    Path("a.txt").write_text(raw, encoding="utf-8")
    words = ["build", "a.txt", "--strict", "--to", "txt", "-o", "out", "--json"]
    assert main(words) == 1
    fix = '[[fix]]\naction = "replace"\ntext = "模范"\nvalue = "{}"\n'
    for settings, printed in (
        (fix.format("模范"), "模范"),
        (fix.format("模範"), "模範"),
        ('[words]\nkeep = ["模範"]\n', "模範"),
        ('[clean]\nignore = ["stray-script"]\n', "模範"),
    ):
        Path("a.kanben.toml").write_text(settings, encoding="utf-8")
        capsys.readouterr()
        assert main(words) == 0
        assert [one["review"] for one in json.loads(capsys.readouterr().out)] == [0]
        assert printed in Path("out/a.txt").read_text(encoding="utf-8")
        assert main(["check", "a.txt"]) == 0


def test_corrections_find_the_cleaned_text_and_clean_makes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("会议在长春举行，听取了工作报告(讨论稿)。\n", encoding="utf-8")
    fix = '[[fix]]\naction = "replace"\ntext = "{}"\nvalue = "（草案）"\n'
    Path("a.kanben.toml").write_text(fix.format("（讨论稿）") + fix.format("(讨论稿)"), encoding="utf-8")
    assert main(["clean", "a.txt"]) == 0
    assert capsys.readouterr().out == "会议在长春举行，听取了工作报告（讨论稿）。\n"
    for words in (["outline", "a.txt", "--json"], ["draft", "a.txt", "-o", "-"]):
        assert main(words) == 0
        assert "报告（草案）。" in capsys.readouterr().out
    assert main(["build", "a.txt", "--to", "txt", "-o", "out", "-q"]) == 0
    assert "报告（草案）。" in Path("out/a.txt").read_text(encoding="utf-8")
    assert main(["check", "a.txt"]) == 1
    assert "'(讨论稿)' is left undone: it fits no place" in capsys.readouterr().out
