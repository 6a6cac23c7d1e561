"""Bad input gets a clear error and its exit code, and nothing is written."""

import time
from pathlib import Path

import pytest

from convert.cli import main
from convert.errors import InputError
from convert.pipeline import build

GOOD = "省委全会在长春举行\n\n本报讯（记者王小明）省委全会昨日在长春举行，会议听取了报告。\n"
FORMATS = "docx,pdf,epub,html,md,txt,json"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def fails(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> str:
    """The message of a build that must fail with this code, one Error line, and write nothing."""
    assert main(["build", *words]) == code
    error = capsys.readouterr().err
    assert error.count("Error: ") == 1
    assert "Traceback" not in error
    assert not Path("out").exists()
    return error


def test_a_missing_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "none.txt: no such file" in fails(capsys, 3, "none.txt", "-o", "out")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n\xe3\x80\x80\n"])
def test_an_empty_or_blank_file(here: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    Path("blank.txt").write_bytes(data)
    assert "blank.txt: the file is" in fails(capsys, 3, "blank.txt", "-o", "out")


def test_a_folder_without_txt(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert "no .txt below" in fails(capsys, 3, "empty", "-o", "out")


def test_an_empty_name_is_not_the_folder_one_stands_in(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is empty" in fails(capsys, 3, "", "-o", "out")
    assert main(["clean", "good.txt", "-o", ""]) == 2


@pytest.mark.parametrize("words", [["outline", "."], ["draft", "."], ["clean", "good.txt", "-o", "x", "--report", "."]])
def test_a_folder_in_the_place_of_a_file(here: Path, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert main(words) in (3, 5)
    assert "folder" in capsys.readouterr().err


def test_binary_data(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("scan.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    error = fails(capsys, 3, "scan.pdf", "-o", "out")
    assert "pdftotext" in error
    assert "without -layout" in error


def test_a_pdf_beside_which_its_own_edition_would_stand(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("scan.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    assert "pdftotext" in fails(capsys, 3, "scan.pdf")


@pytest.mark.parametrize(("name", "code"), [("utf-16", 3), ("ascii", 3), ("no-such", 2)])
def test_a_wrong_encoding(here: Path, capsys: pytest.CaptureFixture[str], name: str, code: int) -> None:
    assert "encod" in fails(capsys, code, "good.txt", "--encoding", name, "-o", "out")


def test_an_unwritable_output(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = fails(capsys, 5, "good.txt", "-o", "good.txt/below")
    assert "cannot be written" in error
    assert [path.name for path in here.iterdir()] == ["good.txt"]


@pytest.mark.parametrize("words", [["good.txt"], ["folder"]])
@pytest.mark.parametrize("place", ["round", "round/below"])
def test_an_output_folder_whose_links_lead_round_in_a_circle(
    here: Path, capsys: pytest.CaptureFixture[str], words: list[str], place: str
) -> None:
    Path("round").symlink_to("about")
    Path("about").symlink_to("round")
    Path("folder").mkdir()
    Path("folder/a.txt").write_text(GOOD, encoding="utf-8")
    error = fails(capsys, 5, *words, "-o", place)
    assert f"{place}: cannot be written" in error
    assert "Hint: " in error
    fails(capsys, 5, *words, "-o", "out", "--keep-stages", place)
    assert main(["clean", "folder", "-o", place]) == 5


def test_a_source_whose_links_lead_round_in_a_circle(here: Path) -> None:
    Path("round.txt").symlink_to("about.txt")
    Path("about.txt").symlink_to("round.txt")
    with pytest.raises(InputError, match="round"):
        build("round.txt")


def test_choices_of_an_option_that_is_missing_stand_on_the_messages_line(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["script", "good.txt"]) == 2
    assert "Error: Missing option '--to'. Choose from: hans, hant, tw, hk\n" in capsys.readouterr().err


def test_an_output_that_is_an_input(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is a source too" in fails(capsys, 2, "good.txt", "--to", "pdf,txt")
    assert Path("good.txt").read_text(encoding="utf-8") == GOOD


def test_broken_toml(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("good.kanben.toml").write_text("[issue]\n\ntitle = 吉林日报\n", encoding="utf-8")
    error = fails(capsys, 3, "good.txt", "-o", "out")
    assert "good.kanben.toml" in error
    assert "line 3" in error


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ('[clean]\nignore = ["no-such"]\n', 2, "ignore: unknown rule: no-such"),
        ("[issue]\ntitle = 5\n", 2, "title must be a text"),
        ('[fonts]\nhei = "none.ttf"\n', 4, "hei: none.ttf: no such font file"),
        ('[fonts]\nhei = "good.txt"\n', 4, "hei: good.txt: not a font"),
    ],
)
def test_settings_that_name_what_is_not_there(
    here: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, said: str
) -> None:
    Path("good.kanben.toml").write_text(text, encoding="utf-8")
    assert f"good.kanben.toml: {said}" in fails(capsys, code, "good.txt", "-o", "out")


@pytest.mark.parametrize(("words", "name"), [(("--to", "doc"), "doc"), (("--script", "cn"), "cn")])
def test_an_unknown_format_or_script(
    here: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str], name: str
) -> None:
    error = fails(capsys, 2, "good.txt", *words, "-o", "out")
    assert f": {name}\n" in error
    assert "Hint: " in error


@pytest.mark.parametrize(
    "words",
    [("--to", ""), ("--script", ","), ("--columns", "0"), ("--date", "28.11.2023"), ("--font-size", "nan")],
)
def test_words_without_a_meaning(here: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str]) -> None:
    fails(capsys, 2, "good.txt", *words, "-o", "out")


def test_one_line_of_5_mb_finishes_in_linear_time(here: Path) -> None:
    seconds = []
    for size in (1_250_000, 5_000_000):
        Path("line.txt").write_bytes(("会议昨日在长春举行，听取了工作报告。" * (size // 54)).encode())
        start = time.perf_counter()
        assert main(["build", "line.txt", "--to", "txt,json", "-o", "out", "-q"]) == 0
        seconds.append(time.perf_counter() - start)
    assert seconds[1] < 8 * seconds[0] + 1


@pytest.mark.parametrize("bad", ["\x00", "\x08", "\x1b", "\ufffe", "\U0001ffff", "\x0b", "\x7f"])
def test_characters_that_xml_cannot_hold(here: Path, bad: str) -> None:
    Path("bad.txt").write_text(GOOD.replace("会议", f"会{bad}议"), encoding="utf-8")
    assert main(["build", "bad.txt", "--to", FORMATS, "-o", "out", "-q"]) == 0
    assert len(list(Path("out").iterdir())) == 7


def test_a_lone_surrogate(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = GOOD.replace("会议", "会\ud800议")
    Path("bad.txt").write_bytes(data.encode("utf-8", "surrogatepass"))
    assert "byte " in fails(capsys, 3, "bad.txt", "-o", "out")
    Path("bad.txt").write_bytes(b"\xff\xfe" + data.encode("utf-16-le", "surrogatepass"))
    assert "byte " in fails(capsys, 3, "bad.txt", "-o", "out")


@pytest.mark.parametrize(
    "text", ["</script>", "A & B <b>", "]]>", "../../etc/passwd", "a/b\\c", "'\"`$(x)", "--", "# 甲"]
)
def test_a_headline_and_title_that_mean_something_elsewhere(here: Path, text: str) -> None:
    Path("odd.txt").write_text(f"{text}举行\n\n{GOOD}", encoding="utf-8")
    assert main(["build", "odd.txt", "--to", FORMATS, "--title", text, "-o", "out", "-q"]) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(f"odd.{name}" for name in FORMATS.split(","))
    assert sorted(path.name for path in here.iterdir()) == ["good.txt", "odd.txt", "out"]
    html = Path("out/odd.html").read_text(encoding="utf-8")
    assert text not in html or "<" not in text


def test_a_source_that_may_not_be_read(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is an error of the source, 3, and not of the command's words, as which Click would take it."""
    monkeypatch.setattr("os.access", lambda *_words, **_more: False)

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "good.txt: cannot be read: Permission denied" in fails(capsys, 3, "good.txt", "-o", "out")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("--font-size", "abc"), "'abc' is not a number of points from 4 to 72"),
        (("--font-size", "nan"), "'nan' is not a number of points from 4 to 72"),
        (("--columns", "2.5"), "'2.5' is not a whole number from 1 to 8"),
        (("--columns", "9"), "'9' is not a whole number from 1 to 8"),
        (("--jobs", "0"), "'0' is not a whole number, 1 or more"),
    ],
)
def test_a_wrong_number_is_told_what_is_wanted(
    here: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str], wanted: str
) -> None:
    assert wanted in fails(capsys, 2, "good.txt", *words, "-o", "out")
