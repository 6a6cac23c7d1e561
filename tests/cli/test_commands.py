"""The commands as they are called, from their words to what they print, write and return."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from convert import __version__
from convert.cli import COMMANDS, main

ROOT = Path(__file__).parents[2]
RAW = """省委全会在长春举行

本报讯(记者 王小明)省委全会昨日在长春举行，会议听取了报告。

会议指出，要做好下一步工作。
"""


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    path = tmp_path / "issue.txt"
    path.write_text(RAW, encoding="utf-8")
    return path


def run(*words: str | Path, **more: object) -> "subprocess.CompletedProcess[bytes]":
    """The command in a process of its own."""
    command = [sys.executable, "-m", "convert", *map(str, words)]
    return subprocess.run(command, capture_output=True, cwd=ROOT, **more)


def test_help_names_every_command_with_its_own_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    overview = capsys.readouterr().out
    for name, summary in COMMANDS.items():
        assert summary in overview
        assert main([name, "--help"]) == 0
        own = capsys.readouterr().out
        assert summary in own
        assert f"kanben {name}" in own.split("Options:")[0].split("\n", 2)[2], "an example"


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, convert.cli; convert.cli.main(['--help']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True).stdout.split()
    heavy = {b"docx", b"lxml", b"reportlab", b"opencc", b"ebooklib", b"uharfbuzz", b"rich", b"charset_normalizer"}
    assert not heavy & set(loaded)
    assert b"convert.rules" not in loaded


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("Usage: kanben")


def test_a_mistyped_command_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["buidl", "x"]) == 2
    assert "Did you mean build?" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kanben {__version__}\n"


def test_clean_writes_standard_output(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["clean", str(issue)]) == 0
    assert "省委全会在长春举行\n\n本报讯（记者 王小明）省委" in capfdbinary.readouterr().out.decode()


def test_clean_reads_standard_input() -> None:
    assert "（记者".encode() in run("clean", input=RAW.encode()).stdout
    assert "（记者".encode() in run("clean", "-", "-o", "-", input=RAW.encode("gb18030")).stdout


def test_clean_report_replays(issue: Path, tmp_path: Path) -> None:
    from convert.report import replay

    report, out = tmp_path / "edits.json", tmp_path / "clean.txt"
    assert main(["clean", str(issue), "-o", str(out), "--report", str(report), "--quiet"]) == 0
    log = json.loads(report.read_text(encoding="utf-8"))
    assert log["source"]["path"] == str(issue)
    assert replay(RAW, log) == out.read_text(encoding="utf-8") != RAW


def test_clean_json_lists_what_is_to_review(
    sample: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "clean.txt"
    assert main(["clean", str(sample), "--json"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    assert {one["confidence"] for one in found} <= {"likely", "doubtful"} and found[0]["path"] == str(sample)
    assert main(["clean", str(sample), "--json", "-o", str(out)]) == 0
    told = capfdbinary.readouterr()
    assert json.loads(told.out) == found and told.err == b"" and out.exists()


def test_names_are_taken_in_any_case(issue: Path, tmp_path: Path) -> None:
    words = ["--to", "TXT", "--script", "TW", "--paper", "A5", "--layout", "Book"]
    assert main(["build", str(issue), *words, "-o", str(tmp_path / "out"), "-q"]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["issue-tw.txt"]
    assert main(["script", str(issue), "--to", "TW", "-o", str(tmp_path / "tw.txt"), "-q"]) == 0
    assert "長春" in (tmp_path / "tw.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="asks for a file system that takes such names")
def test_a_name_with_a_line_end_breaks_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\nb\x1b[2J.txt"
    path.write_text("标题\n\n　　会议在长春\U0001f600举行。\n", encoding="utf-8")
    assert main(["check", str(path)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{tmp_path}/a\\nb\\x1b[2J.txt:3:8 likely ")
    assert main(["build", str(path), "--to", "pdf"]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2 and len(told.err.splitlines()) == 1
    path.write_bytes(b"")
    assert main(["clean", str(path)]) == 3
    assert "a\\nb\\x1b" in capsys.readouterr().err.splitlines()[0]


def test_select_and_ignore_choose_the_rules(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["clean", str(issue), "--select", "halfwidth-bracket"]) == 0
    assert "（记者" in capfdbinary.readouterr().out.decode()
    assert main(["clean", str(issue), "--ignore", "halfwidth-bracket"]) == 0
    assert "(记者" in capfdbinary.readouterr().out.decode()


def test_script_converts_line_by_line(issue: Path, tmp_path: Path) -> None:
    issue.write_text("“头发”\n  ‘里程碑’ A\n", encoding="utf-8")
    out = tmp_path / "tw.txt"
    assert main(["script", "--to", "tw", str(issue), "-o", str(out)]) == 0
    lines = out.read_text(encoding="utf-8").split("\n")
    assert lines[0] == "「頭髮」"
    assert (lines[1][:2], lines[1][-2:], lines[2:]) == ("  ", " A", [""])


def test_script_takes_the_terms_beside_the_source(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    issue.with_name("issue.kanben.toml").write_text('[terms]\n"长春" = "長春城"\n', encoding="utf-8")
    assert main(["script", "--to", "tw", str(issue)]) == 0
    assert "長春城" in capfdbinary.readouterr().out.decode()


def test_script_is_a_filter_that_keeps_ends_of_line(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    issue.write_bytes("国\r\n\n“学”".encode())
    assert main(["script", "--to", "hk", str(issue)]) == 0
    assert capfdbinary.readouterr().out == "國\r\n\n「學」".encode()


@pytest.mark.parametrize("source", ["issue.txt", "-"])
def test_script_writes_the_same_with_and_without_json(
    issue: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.chdir(issue.parent)
    issue.write_bytes("“国\x0c学”\r\n刘开干\r\n".encode())
    for name, words in (("plain.txt", []), ("json.txt", ["--json"])):
        with issue.open("rb") as stdin:
            monkeypatch.setattr("sys.stdin", type("", (), {"buffer": stdin}))
            assert main(["script", "--to", "tw", source, "-o", name, *words]) == 0
    assert Path("json.txt").read_bytes() == Path("plain.txt").read_bytes()
    assert Path("json.txt").read_bytes().startswith("「國\x0c學」\r\n".encode())


def test_script_takes_regional_words_on_request(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    issue.write_text("软件\n", encoding="utf-8")
    assert main(["script", "--to", "tw", str(issue)]) == 0
    assert main(["script", "--to", "tw", "--terms", str(issue)]) == 0
    assert capfdbinary.readouterr().out == "軟件\n軟體\n".encode()


def test_script_and_check_tell_what_was_not_sure(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue.write_text("标题\n\n　　刘开干昨天来到了这里，说了很多的话。\n", encoding="utf-8")
    assert main(["script", "--to", "tw", "--json", str(issue)]) == 0
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["rule"], finding["line"], finding["column"]) == ("one-to-many", 3, 5)
    assert main(["check", "--script", "tw,hans", str(issue)]) == 1
    assert f"{issue}:3:5 likely one-to-many" in capsys.readouterr().out
    assert main(["check", "--script", "cn", str(issue)]) == 2


def test_check_lists_findings_like_a_linter(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sample)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith(f"{sample}:19:") and " likely stray-script: " in line for line in lines)
    places = [tuple(map(int, line.removeprefix(f"{sample}:").split(" ")[0].split(":"))) for line in lines]
    assert places == sorted(places)


def test_check_gives_one_json_array(sample: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["check", "--json", str(sample)]) == 1
    found = json.loads(capfdbinary.readouterr().out)
    assert {"id", "stage", "rule", "confidence", "severity", "path", "line", "column", "message"} <= found[0].keys()
    assert all(one["confidence"] in ("likely", "doubtful") for one in found)


def test_check_is_content_with_a_good_text(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue.write_text("会议昨日在长春举行，听取了工作报告。\n", encoding="utf-8")
    assert main(["check", str(issue)]) == 0
    assert capsys.readouterr().out == ""


def test_outline_shows_the_articles_as_a_tree(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", str(issue)]) == 0
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "      (no title)",
        "   1  └─ 省委全会在长春举行",
        "   3     ├─ dateline: 本报讯",
        "   3     ├─ byline: 记者 王小明",
        "   3     └─ paragraph × 2: 本报讯（记者 王小明）省委全会昨日在长春举行，会议听取了报告…",
    ]
    assert main(["outline", str(issue), "--why"]) == 0
    assert "a dateline follows" in capsys.readouterr().out


def test_outline_gives_every_part_its_own_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Like texts keep apart, tables have a line, a byline on a line of its own is told once."""
    text = "雪場開放\n\n□ 周青嵐\n\n雪場昨天開放，來了很多人。\n\n一、雪場開放\n\n名次\t隊名\n1\t青嶺\n2\t白水\n\n"
    source = tmp_path / "issue.txt"
    source.write_text(text + "二、雪場開放以後\n\n雪場開放以後，山下的店也多了起來。\n", encoding="utf-8")
    assert main(["outline", str(source)]) == 0
    lines = {line.strip("├└│─ ")[:2].strip(): line for line in capsys.readouterr().out.splitlines()[1:]}
    assert list(lines) == ["1", "3", "5", "7", "9", "13", "15"]
    assert "table" in lines["9"] and "crosshead: 二、" in lines["13"]


def test_outline_names_an_article_without_a_headline_by_its_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "issue.txt"
    source.write_text("〔記者周青嵐／青嶺報導〕雪場昨天開放，來了很多人，大家都很高興。\n", encoding="utf-8")
    assert main(["outline", str(source)]) == 0
    name = capsys.readouterr().out.splitlines()[1]
    assert "〔記者周青嵐" in name and "图" not in name and "圖" not in name


def test_outline_json_is_the_issue(sample: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    from convert.model import issue_from_json
    from convert.pipeline import prepare

    assert main(["outline", "--json", str(sample)]) == 0
    assert issue_from_json(json.loads(capfdbinary.readouterr().out)) == prepare(sample).issue


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "halfwidth-bracket" in names
    assert main(["rules", "halfwidth-bracket"]) == 0
    assert "Kept as it is:" in capsys.readouterr().out
    assert main(["rules", "no-such-rule"]) == 2
    capsys.readouterr()
    assert main(["rules", "--help"]) == 0
    example = next(line.split() for line in capsys.readouterr().out.splitlines() if "kanben rules h" in line)
    assert main(["rules", example[-1]]) == 0


def test_fonts_name_characters_without_a_glyph(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fonts"]) == 0
    assert "NotoSerifSC" in capsys.readouterr().out
    issue.write_text("吉林\n日报\U000323af\n", encoding="utf-8")
    assert main(["fonts", str(issue)]) == 0
    assert f"{issue}:2: no face has \U000323af U+323AF" in capsys.readouterr().out


def test_fonts_looks_where_editions_do(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the user's own font lacks comes from the bundled ones; each source has its own settings."""
    kai = ROOT / "fonts" / "LXGWWenKai-Regular.ttf"
    faces = "".join(f"{face} = {str(kai)!r}\n" for face in ("song", "hei", "kai"))
    other = issue.with_name("other.txt")
    for path in (issue, other):
        path.write_text("\U00024a01\n", encoding="utf-8")
    issue.with_name("issue.kanben.toml").write_text(f"[fonts]\n{faces}", encoding="utf-8")
    assert main(["fonts", str(issue), str(other)]) == 0
    assert capsys.readouterr().out.count("every character is covered") == 2  # Song has it, that Kai has not


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(RAW * 20_000, encoding="utf-8")
    command = [sys.executable, "-m", "convert", "script", "--to", "hans", str(long)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks for /dev/full")
def test_a_full_disk_under_standard_output_is_an_output_error(sample: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "convert", "clean", str(sample)]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert ended.returncode == 5
    assert b"Traceback" not in ended.stderr


def test_an_interruption_is_quiet(tmp_path: Path) -> None:
    code = "import sys, convert.cli; print('ready', flush=True); sys.exit(convert.cli.main(['clean']))"
    command = [sys.executable, "-c", code]  # waits for standard input
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT) as process:
        assert process.stdout and process.stdout.readline() == b"ready\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=10)
    assert process.returncode == 130
    assert errors.strip() == b"Interrupted"


def test_a_bug_is_called_one(issue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of type")

    monkeypatch.setattr("convert.rules.clean", fail)
    assert main(["clean", str(issue)]) == 6
    assert "out of type" in capsys.readouterr().err
    assert main(["clean", str(issue), "--debug"]) == 6
    assert "Traceback" in capsys.readouterr().err


def test_debug_changes_no_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean", "none.txt", "--debug"]) == 3
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert told.splitlines()[-1] == "Error: none.txt: no such file or folder"


def test_without_standard_output_files_are_written_all_the_same(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert main(["build", str(issue), "--to", "txt", "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "issue.txt").is_file()
    assert main(["clean", str(issue)]) == 5


@pytest.mark.parametrize("words", [["clean"], ["script", "--to", "tw"], ["outline"]])
def test_a_closed_standard_input_is_an_input_error(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(words) == 3


@pytest.mark.skipif(os.name == "nt", reason="asks for a POSIX shell's completion")
def test_the_shell_completes_commands() -> None:
    env = {**os.environ, "_KANBEN_COMPLETE": "bash_complete", "COMP_WORDS": "kanben cl", "COMP_CWORD": "1"}
    assert b"clean" in run(env=env).stdout
