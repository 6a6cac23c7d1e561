"""`kanben draft`, a person's edits, and `kanben build` of the draft."""

import json
from pathlib import Path

import pytest

from convert.cli import main

FORMATS = "docx,pdf,epub,html,txt,json"


def test_a_draft_builds_what_its_source_builds_byte_for_byte(sample: Path, tmp_path: Path) -> None:
    draft = tmp_path / f"{sample.stem}.md"
    assert main(["draft", str(sample), "-o", str(draft), "-q"]) == 0
    for source, folder in ((sample, "source"), (draft, "draft")):
        words = ["--to", FORMATS, "--script", "keep,tw", "-o", str(tmp_path / folder), "-q"]
        assert main(["build", str(source), *words]) == 0
    names = sorted(path.name for path in (tmp_path / "source").iterdir())
    assert len(names) == 12
    for name in names:
        assert (tmp_path / "source" / name).read_bytes() == (tmp_path / "draft" / name).read_bytes(), name


def test_the_draft_of_pages_builds_what_the_pages_build(tmp_path: Path) -> None:
    for n, text in enumerate(
        ("会议开幕\n\n本报讯（记者 张三）会议昨天开幕，（下转第二版）", "（上接第一版）代表三百人。"), 1
    ):
        (tmp_path / f"p{n}.txt").write_text(text + "\n", encoding="utf-8")
    pages = [str(tmp_path / "p1.txt"), str(tmp_path / "p2.txt")]
    assert main(["draft", *pages, "--as-one", "-q"]) == 0
    assert main(["build", *pages, "--as-one", "--to", "json,epub", "-o", str(tmp_path / "a"), "-q"]) == 0
    assert main(["build", str(tmp_path / "p1.md"), "--to", "json,epub", "-o", str(tmp_path / "b"), "-q"]) == 0
    for name in ("p1.json", "p1.epub"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_what_a_person_changes_is_built(sample: Path, tmp_path: Path) -> None:
    draft = tmp_path / "issue.md"
    assert main(["draft", str(sample), "-o", str(draft), "-q"]) == 0
    draft.write_text(draft.read_text(encoding="utf-8").replace("## 省委十二届", "## 吉林省委十二届"), encoding="utf-8")
    assert main(["build", str(draft), "--to", "json", "--title", "新名", "-q"]) == 0
    issue = json.loads((tmp_path / "issue.json").read_text(encoding="utf-8"))
    assert issue["articles"][0]["headline"] == "吉林省委十二届四次全会决议"
    assert issue["title"] == "新名"


def test_issue_json_builds_too(sample: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["outline", "--json", str(sample)]) == 0
    (tmp_path / "issue.json").write_bytes(capfdbinary.readouterr().out)
    assert main(["build", str(tmp_path / "issue.json"), "--to", "txt", "-o", str(tmp_path / "a"), "-q"]) == 0
    assert main(["build", str(sample), "--to", "txt", "-o", str(tmp_path / "b"), "-q"]) == 0
    assert (tmp_path / "a/issue.txt").read_bytes() == (tmp_path / f"b/{sample.stem}.txt").read_bytes()


def test_a_draft_that_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, draft = tmp_path / "issue.txt", tmp_path / "issue.md"
    source.write_text("会议昨日在长春举行。\n", encoding="utf-8")
    draft.write_text("work of hours", encoding="utf-8")
    assert main(["draft", str(source)]) == 5
    assert main(["build", str(source), "--to", "md,txt", "-o", str(tmp_path)]) == 2  # the .txt is the source
    assert main(["build", str(source), "--to", "md,json"]) == 5
    assert "--force" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == "work of hours"
    assert not (tmp_path / "issue.json").exists()
    assert main(["draft", str(source), "--force", "-q"]) == 0
    assert "会议昨日" in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("a.json", "{", "not valid JSON"),
        ("a.json", "[]", "not an Issue"),
        ("a.json", '{"version": 1, "articles": [3]}', "articles[0]"),
        ("a.json", "[" * 100_000, "nested"),
        ("a.md", "---\ntitle: x\n", "no end"),
    ],
)
def test_a_structured_source_that_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, error: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["build", str(tmp_path / name), "--to", "txt"]) == 3
    assert error in capsys.readouterr().err


def test_an_issue_with_lone_surrogates_is_built(tmp_path: Path) -> None:
    issue = {"version": 1, "title": "报\ud800", "articles": [{"headline": "题\udfff", "blocks": []}]}
    (tmp_path / "a.json").write_text(json.dumps(issue), encoding="utf-8")
    assert main(["build", str(tmp_path / "a.json"), "--to", f"{FORMATS},md", "-o", str(tmp_path / "out"), "-q"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == 7
