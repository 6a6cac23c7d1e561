"""What SRC and -o mean."""

from pathlib import Path

import pytest

from convert.cli import main
from convert.cli.sources import expand, natural, refuse_clashes
from convert.errors import InputError, UsageError

TEXT = "会议昨日在长春举行，听取了工作报告。\n"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with texts at two depths, and files that are none."""
    monkeypatch.chdir(tmp_path)
    for name in ("a/p2.txt", "a/p10.TXT", "a/deep/p1.txt", "a/notes.md", "a/.hidden.txt", "a/.git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return Path("a")


def texts(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("[!.]*") if path.is_file())


def test_a_folder_is_every_txt_below_it_in_natural_order(archive: Path) -> None:
    assert [str(source.place) for source in expand([str(archive)])] == ["deep/p1.txt", "p2.txt", "p10.TXT"]


def test_page_2_comes_before_page_10() -> None:
    paths = [Path("1/p10"), Path("1/p2"), Path("1/p1b"), Path("1/p1"), Path("10/p1"), Path("2/p1")]
    assert [str(p) for p in sorted(paths, key=natural)] == ["1/p1", "1/p1b", "1/p2", "1/p10", "2/p1", "10/p1"]


def test_a_source_named_twice_is_one(archive: Path) -> None:
    assert len(expand(["a/p2.txt", "a", "./a/p2.txt"])) == 3


def test_several_keep_their_relative_paths(archive: Path) -> None:
    assert main(["clean", "a", "-o", "out", "-q"]) == 0
    assert texts(Path("out")) == ["deep/p1.txt", "p10.TXT", "p2.txt"]


def test_an_output_folder_below_the_source_is_no_source(archive: Path) -> None:
    for _ in range(2):
        assert main(["clean", "a", "-o", "a/out", "-q"]) == 0
    assert texts(Path("a/out")) == ["deep/p1.txt", "p10.TXT", "p2.txt"]


def test_one_file_goes_into_a_folder_that_exists_or_is_named_as_one(archive: Path) -> None:
    assert main(["clean", "a/p2.txt", "-o", "new/", "-q"]) == 0
    assert texts(Path("new")) == ["p2.txt"]
    assert main(["clean", "a/p2.txt", "-o", "file", "-q"]) == 0
    assert Path("file").is_file()


@pytest.mark.parametrize("command", [["clean"], ["script", "--to", "tw"]])
@pytest.mark.parametrize("sources", [["a"], ["a/p2.txt", "a/p10.TXT"]])
def test_several_without_a_folder_are_a_usage_error(archive: Path, command: list[str], sources: list[str]) -> None:
    assert main([*command, *sources]) == 2
    assert main([*command, *sources, "-o", "a/notes.md"]) == 2


def test_an_output_that_is_an_input_is_refused(archive: Path) -> None:
    before = Path("a/p2.txt").stat().st_mtime_ns
    assert main(["clean", "a/p2.txt", "-o", "a/p2.txt"]) == 2
    assert main(["clean", "a", "-o", "a"]) == 2
    assert main(["build", "a/p2.txt", "--to", "txt"]) == 2
    assert main(["clean", "a/p2.txt", "-o", "x.txt", "--report", "a/p2.txt"]) == 2
    assert Path("a/p2.txt").stat().st_mtime_ns == before
    assert not Path("x.txt").exists()


def test_a_hard_link_to_the_input_is_the_input(archive: Path) -> None:
    Path("link.txt").hardlink_to("a/p2.txt")
    assert main(["clean", "a/p2.txt", "-o", "link.txt"]) == 2


def test_two_sources_with_one_output_are_refused(archive: Path) -> None:
    Path("b").mkdir()
    Path("b/p2.txt").write_text(TEXT, encoding="utf-8")
    assert main(["clean", "a/p2.txt", "b/p2.txt", "-o", "out"]) == 2
    assert not Path("out").exists()
    with pytest.raises(UsageError, match=r"both .* and .* would be written"):
        refuse_clashes([(source, Path("x.pdf")) for source in expand(["a"])])


def test_title_and_date_are_those_of_one_issue(archive: Path) -> None:
    assert main(["build", "a", "--title", "日报", "-o", "out"]) == 2
    assert main(["build", "a", "--date", "2023-11-28", "-o", "out"]) == 2


def test_build_wants_a_folder_not_a_file(archive: Path) -> None:
    assert main(["build", "a/p2.txt", "-o", "issue.pdf"]) == 2
    assert main(["build", "a/p2.txt", "-o", "a/notes.md"]) == 2


def test_one_of_several_that_fails_does_not_keep_back_the_others(archive: Path) -> None:
    Path("a/p2.txt").write_bytes(b"")
    assert main(["clean", "a", "-o", "out", "-q"]) == 3
    assert texts(Path("out")) == ["deep/p1.txt", "p10.TXT"]


def test_what_is_missing_or_holds_no_text_is_an_input_error(archive: Path) -> None:
    Path("empty").mkdir()
    with pytest.raises(InputError):
        expand(["empty"])
    for name in ("none.txt", "none/", "empty"):
        assert main(["clean", name]) == 3


@pytest.mark.parametrize("missing", ["none.txt", "none.docx", "none/none.txt"])
def test_a_source_that_is_missing_does_not_keep_back_the_others(
    archive: Path, missing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is like one that cannot be read."""
    for words in (["clean"], ["script", "--to", "tw"], ["build", "--to", "txt"]):
        assert main([*words, missing, "a/p2.txt", "-o", "out", "-q"]) == 3
        assert texts(Path("out")) == ["p2.txt"]
        Path("out/p2.txt").unlink()
        assert capsys.readouterr().err == f"Error: {missing}: no such file or folder\n"
    assert main(["check", missing, "a/p2.txt"]) == 3


def test_a_run_ends_with_a_line_on_what_was_done(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "a/p2.txt", "-o", "p2.txt"]) == 0
    assert main(["clean", "a", "-o", "out"]) == 0
    assert capsys.readouterr().err == "p2.txt: 0 repairs, 0 to review\n3 files in out: 0 repairs, 0 to review\n"


def test_long_names_are_written_where_they_fit_and_named_where_not(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fits, too_long, worse = "x" * 240, "刊" * 83, "y" * 250
    for name in (fits, too_long, worse):  # with .txt, all are names that the system takes; a settings file's is not
        Path("a", f"{name}.txt").write_text(TEXT, encoding="utf-8")
    for jobs in ("1", "2"):
        assert main(["build", "a", "-o", "out", "--to", "docx", "--script", "tw", "--jobs", jobs, "-q"]) == 5
        told = capsys.readouterr().err
        assert f"{too_long}-tw.docx: cannot be written" in told and f"{worse}-tw.docx: cannot be written" in told
        assert texts(Path("out")) == ["deep/p1-tw.docx", "p10-tw.docx", "p2-tw.docx", f"{fits}-tw.docx"]
    assert main(["clean", "a", "-o", "cleaned", "-q"]) == 0
    assert main(["clean", "a/p2.txt", "-o", "." + "z" * 250]) == 0
    assert main(["clean", f"{worse * 2}.txt"]) == 3
    assert f"{worse * 2}.txt: cannot be read" in capsys.readouterr().err


def test_output_within_a_source_folder_is_no_source_of_a_later_run(archive: Path) -> None:
    assert main(["clean", "a", "-o", "a/cleaned", "-q"]) == 0
    assert main(["build", "a", "-o", "a/editions", "--to", "txt", "--keep-stages", "a/stages", "-q"]) == 0
    assert [str(source.place) for source in expand(["a"])] == ["deep/p1.txt", "p2.txt", "p10.TXT"]
    assert len(expand(["a/cleaned"])) == 3  # but it is one where it is named


def test_an_output_folder_elsewhere_bears_no_mark(archive: Path) -> None:
    assert main(["clean", "a", "-o", "cleaned", "-q"]) == 0
    assert sorted(path.name for path in Path("cleaned").iterdir()) == ["deep", "p10.TXT", "p2.txt"]
