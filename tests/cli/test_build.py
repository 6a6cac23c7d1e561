"""`kanben build` from its words to its files: names, the table, whole editions or none, the same bytes."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document

from convert.cli import main
from convert.errors import GuardError, OutputError
from convert.model import Article, Image, Issue
from convert.pipeline import build
from convert.readers import read

ROOT = Path(__file__).parents[2]
RAW = "省委全会在长春举行\n\n本报讯(记者 王小明)省委全会昨日在长春举行，会议听取了“工作报告”。\n"


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("issue.txt")
    path.write_text(RAW, encoding="utf-8")
    return path


def names(folder: str | Path = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_editions_stand_beside_the_source(issue: Path) -> None:
    assert main(["build", str(issue), "--to", "docx,epub,html"]) == 0
    assert names() == ["issue.docx", "issue.epub", "issue.html", "issue.txt"]


def test_a_converted_edition_has_its_script_in_its_name(issue: Path) -> None:
    assert main(["build", str(issue), "--to", "txt", "--script", "keep,tw,hans", "-o", "out"]) == 0
    assert names("out") == ["issue-hans.txt", "issue-tw.txt", "issue.txt"]
    assert "長春" in Path("out/issue-tw.txt").read_text(encoding="utf-8")


def test_several_scripts_read_and_clean_once(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from convert import rules

    calls: list[object] = []
    clean = rules.clean
    monkeypatch.setattr(rules, "clean", lambda *a, **k: calls.append(a) or clean(*a, **k))
    build(issue, "out", to=("txt", "json"), scripts=("hans", "hant", "tw", "hk"))
    assert (len(calls), len(names("out"))) == (1, 8)


def test_a_table_says_what_was_written(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(issue), "--to", "txt,json", "-o", "out"]) == 0
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split("  ")[0] == "written"
    assert first.split()[:2] == ["out/issue.txt", str(Path("out/issue.txt").stat().st_size)]
    assert first.split()[-2:] == ["2", "0"]  # two brackets
    assert second.startswith("out/issue.json")


def test_quiet_says_nothing_and_json_everything(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["build", str(issue), "--to", "txt", "-o", "out", "-q"]) == 0
    assert capfdbinary.readouterr().out == b""
    assert main(["build", str(issue), "--to", "txt", "-o", "out", "--json"]) == 0
    (told,) = json.loads(capfdbinary.readouterr().out)
    assert told["source"] == "issue.txt"
    assert told["written"] == [{"path": "out/issue.txt", "bytes": Path("out/issue.txt").stat().st_size}]


def test_standard_input_makes_one_edition_on_standard_output(
    issue: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    with issue.open("rb") as stdin:
        monkeypatch.setattr("sys.stdin", type("", (), {"buffer": stdin}))
        assert main(["build", "-", "--to", "txt"]) == 0
    assert "省委全会" in capfdbinary.readouterr().out.decode()
    assert names() == ["issue.txt"]
    assert main(["build", "-", "--to", "txt,json"]) == 2


def test_one_edition_goes_to_standard_output_on_request(issue: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["build", "issue.txt", "--to", "md", "-o", "-"]) == 0
    assert "## 省委全会" in capfdbinary.readouterr().out.decode()
    assert main(["build", "issue.txt", "-o", "-"]) == 2
    assert names() == ["issue.txt"]


def test_title_and_date_win_over_the_file_beside_the_source(issue: Path) -> None:
    Path("issue.kanben.toml").write_text('[issue]\ntitle = "旧名"\nnumber = "7"\n', encoding="utf-8")
    assert main(["build", "issue.txt", "--to", "json", "--title", "新名", "--date", "2023-11-28"]) == 0
    told = json.loads(Path("issue.json").read_text(encoding="utf-8"))
    assert (told["title"], told["date"], told["number"]) == ("新名", "2023-11-28", "7")


def test_keep_stages_shows_what_went_on(issue: Path) -> None:
    assert main(["build", "issue.txt", "--to", "txt", "-o", "out", "--keep-stages", "stages"]) == 0
    assert names("stages") == ["issue.clean.txt", "issue.edits.json", "issue.issue.json"]
    assert "（记者" in Path("stages/issue.clean.txt").read_text(encoding="utf-8")


def test_what_stages_make_overwrites_no_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("x.txt", "x.clean.txt", "deep/x.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(RAW, encoding="utf-8")
    assert main(["build", "x.txt", "x.clean.txt", "--to", "json", "-o", "out", "--keep-stages", "."]) == 2
    assert Path("x.clean.txt").read_text(encoding="utf-8") == RAW
    assert main(["build", "x.txt", "deep/x.txt", "--to", "json", "--keep-stages", "stages"]) == 2
    assert names() == ["deep", "x.clean.txt", "x.txt"]


def test_strict_writes_nothing_while_findings_are_undecided(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(sample), "--strict", "--to", "txt", "-o", str(tmp_path / "out")]) == 1
    assert "kanben check" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_what_leaves_nothing_to_decide_is_told_and_refuses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    document = Document()
    document.sections[0].header.paragraphs[0].text = "某报"
    document.add_heading("标题", 1)
    document.add_paragraph("正文一段。")
    document.save("header.docx")
    Path("link.html").write_text("<h1>标题</h1><p>正文见<a href=next.html>下页</a>。</p>", encoding="utf-8")
    for name, rule in (("header.docx", "page-furniture"), ("link.html", "lost-address")):
        assert main(["check", name]) == 0
        assert f"info {rule}" in capsys.readouterr().out
        assert main(["build", name, "--strict", "--to", "txt", "-o", "out", "--json"]) == 0
        (built,) = json.loads(capsys.readouterr().out)
        assert (built["review"], [one["rule"] for one in built["findings"]]) == (0, [rule])


def test_strict_asks_of_conversion_too(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue.write_text("标题\n\n　　刘开干昨天来到了这里，说了很多的话。\n", encoding="utf-8")
    words = ["build", "issue.txt", "--strict", "--to", "txt", "-o", "out"]
    assert main([*words, "--script", "keep,tw"]) == 1
    assert "kanben check --script" in capsys.readouterr().err
    assert not Path("out").exists()
    assert main(words) == 0
    issue.with_suffix(".kanben.toml").write_text('[terms]\n"刘开干" = "劉開幹"\n', encoding="utf-8")
    assert main([*words, "--script", "tw"]) == 0
    assert "劉開幹" in Path("out/issue-tw.txt").read_text(encoding="utf-8")


def test_strict_asks_of_what_editions_would_lack(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("issue.md").write_text("## 标题\n\n![图](pic%20one.png)\n\n正文。\n", encoding="utf-8")
    Path("emoji.txt").write_text(RAW.replace("听取", "听\U0001f600取"), encoding="utf-8")
    for source, formats in (("issue.md", "epub"), ("emoji.txt", "pdf")):
        assert main(["build", source, "--strict", "--to", formats, "-o", "out", "--keep-stages", "stages"]) == 1
    assert names() == ["emoji.txt", "issue.md", "issue.txt"]
    assert main(["build", "emoji.txt", "--strict", "--to", "docx", "-o", "out"]) == 0, "Word has fonts of its own"
    capsys.readouterr()
    assert main(["check", "issue.md", "emoji.txt"]) == 1
    listed = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in listed] == [
        "emoji.txt:3:27 likely uncovered-character",
        "issue.md:3:6 likely missing-picture",
    ]


def test_what_editions_lack_is_told_once_below_the_table(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue.write_text(RAW.replace("听取", "听\U0001f600取"), encoding="utf-8")
    words = ["build", "issue.txt", "-o", "out", "--paper", "a5", "--columns", "8", "--script", "keep,tw"]
    assert main([*words, "--to", "pdf,docx,txt"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[1].split()[-1] == "1"
    assert [line.split(": ")[0] for line in told.err.splitlines()] == [
        "issue.txt:1:1 certain fewer-columns",
        "issue.txt:3:27 likely uncovered-character",
    ]
    assert main([*words, "--to", "pdf", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_what_combines_is_no_character_that_fonts_lack(issue: Path) -> None:
    from convert.export.limits import foreseen
    from convert.model import Paragraph
    from convert.style import Edition

    article = Article(headline="题", blocks=(Paragraph("o\u031b 与 \u1ab0 与 \ufe0f"),))
    assert [finding.before for finding in foreseen(Issue((article,)), Edition(), ("pdf",))] == ["\u1ab0"]


def test_a_failed_edition_keeps_back_all_and_touches_no_older_one(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("issue.docx").write_text("older")

    def fail(_: Issue, path: Path, __: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("convert.export.epub.write", fail)
    with pytest.raises(OutputError, match=r"issue\.epub: cannot be written: No space"):
        build(issue, to=("docx", "epub"))
    assert Path("issue.docx").read_text() == "older"
    assert names() == ["issue.docx", "issue.txt"]


@pytest.mark.parametrize(
    ("stage", "error"), [("convert.structure.check_coverage", "lost"), ("convert.rules.CleanLog.check", "log")]
)
def test_a_guard_that_refuses_writes_nothing(
    issue: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stage: str, error: str
) -> None:
    def refuse(*_: object) -> None:
        raise GuardError(error)

    monkeypatch.setattr(stage, refuse)
    assert main(["build", "issue.txt", "--to", "txt", "-o", "out"]) == 6
    assert error in capsys.readouterr().err
    assert not Path("out").exists()


def test_the_same_source_gives_the_same_bytes_on_any_machine(issue: Path, tmp_path: Path) -> None:
    """Whatever the order of sets, the time zone, the locale, and the folder in which one stands."""
    machines = {
        "one": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        "two": {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    }
    for folder, machine in machines.items():
        (here := tmp_path / f"in {folder}").mkdir()
        command = [sys.executable, "-m", "convert", "build", str(issue.resolve()), "-o", str(tmp_path / folder)]
        command += ["--to", "docx,pdf,epub,html,md,txt,json", "--script", "keep,hk", "--embed-fonts", "--quiet"]
        environment = os.environ | machine | {"PYTHONPATH": str(ROOT)}
        subprocess.run(command, check=True, cwd=here, env=environment)
    assert len(names("one")) == 14
    for name in names("one"):
        assert (Path("one") / name).read_bytes() == (Path("two") / name).read_bytes(), name


def test_verify_reads_editions_back_and_keeps_back_what_differs(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def refuse(issue: object, path: Path, name: str) -> list[object]:
        read.append((name, path.is_file()))
        if name == "pdf":
            raise GuardError("the pdf edition differs from the issue")
        return []

    monkeypatch.setattr("convert.export.verify.verify", refuse)
    assert main(["build", str(issue), "--verify", "--jobs", "1"]) == 6
    assert read == [("docx", True), ("pdf", True)]
    assert not list(issue.parent.glob("*.docx"))


def test_vertical_and_embedded_fonts_reach_the_editions(issue: Path) -> None:
    assert main(["build", str(issue), "--to", "epub", "--vertical", "--embed-fonts", "--quiet"]) == 0
    with zipfile.ZipFile(issue.with_suffix(".epub")) as book:
        assert b"vertical-rl" in book.read("EPUB/edition.css")
        assert "EPUB/kanben-song.ttf" in book.namelist()


def test_several_sources_are_built_at_once_and_one_that_fails_keeps_back_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for n in range(1, 12):
        Path(f"archive/p{n}.txt").parent.mkdir(exist_ok=True)
        Path(f"archive/p{n}.txt").write_text("" if n == 3 else RAW, encoding="utf-8")
    assert main(["build", "archive", "--to", "txt,json", "-o", "out", "--jobs", "2"]) == 3
    told = capsys.readouterr()
    assert len(names("out")) == 20
    assert "p3.txt: the file is empty" in told.err
    lines = told.out.splitlines()[1:]
    assert [line.split()[0] for line in lines] == [f"out/p{n}" for n in range(1, 12) if n != 3]


def test_json_has_an_entry_for_a_source_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", RAW), ("b", ""), ("c", RAW)):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    command = ["--to", "html", "-o", "out", "--json"]
    assert main(["build", "a.txt", "b.txt", "c.txt", *command]) == 3
    told = capfd.readouterr()
    first, second, third = json.loads(told.out)
    assert second == {"source": "b.txt", "error": "b.txt: the file is empty"}
    assert (first["source"], third["source"]) == ("a.txt", "c.txt")
    assert "Error: b.txt: the file is empty" in told.err
    assert main(["build", "b.txt", *command]) == 3
    assert json.loads(capfd.readouterr().out) == [second]
    missing = {"source": "d.txt", "error": "d.txt: no such file or folder"}
    assert main(["build", "d.txt", *command]) == 3
    assert json.loads(capfd.readouterr().out) == [missing]
    assert main(["build", "d.txt", "a.txt", *command]) == 3
    assert json.loads(capfd.readouterr().out) == [missing, first]


def test_pages_are_read_as_one_issue_in_natural_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("issue").mkdir()
    for n, text in ((10, "末版。\n"), (1, RAW), (2, "会议对下一步工作作出部署。\n")):
        Path(f"issue/p{n}.txt").write_text(text, encoding="utf-8")
    assert main(["build", "issue", "--as-one", "--to", "json", "-q"]) == 0
    assert names() == ["issue", "issue.json"]
    told = json.loads(Path("issue.json").read_text(encoding="utf-8"))
    assert [block["text"] for block in told["articles"][0]["blocks"]] == [
        "本报讯（记者 王小明）省委全会昨日在长春举行，会议听取了“工作报告”。",
        "会议对下一步工作作出部署。",
        "末版。",
    ]
    words = ["issue/p10.txt", "issue/p2.txt", "issue/p1.txt", "--as-one", "--to", "json", "-o", "out", "-q"]
    assert main(["build", *words]) == 0
    assert json.loads(Path("out/p1.json").read_text(encoding="utf-8")) == told


def test_fields_of_white_space_alone_are_none(issue: Path) -> None:
    article = {
        "headline": " ",
        "kicker": "\u3000",
        "deck": ["", "副题"],
        "blocks": [{"kind": "image", "path": "no.png"}],
    }
    told = {"version": 1, "title": "\u3000", "number": " ", "articles": [article]}
    Path("odd.json").write_text(json.dumps(told), encoding="utf-8")
    built = build("odd.json", "out", to=("json", "epub", "html", "docx"))
    assert [finding.rule for finding in built.findings] == ["missing-picture"]  # once, not once an edition
    issue = read("out/odd.json")
    assert isinstance(issue, Issue)
    assert (issue.title, issue.number) == (None, None)
    assert issue.articles[0] == Article(deck=("副题",), blocks=(Image("no.png"),))


def test_findings_of_pages_name_the_page(tmp_path: Path) -> None:
    pages = []
    for n, raw in enumerate((RAW, RAW.replace("省委全会昨日", "省委全會昨日"))):
        pages.append(tmp_path / f"p{n}.txt")
        pages[-1].write_text(raw, encoding="utf-8")
    built = build(pages, tmp_path / "out", to=("txt",))
    places = {(finding.path, finding.line) for finding in built.findings if finding.rule == "stray-script"}
    assert places == {(str(pages[1]), 3)}


def test_structured_pages_are_one_issue_too(tmp_path: Path) -> None:
    for n in (1, 2):
        (tmp_path / f"p{n}.md").write_text(f"## 标题{n}\n\n正文{n}。\n", encoding="utf-8")
    (tmp_path / "p3.txt").write_text(RAW, encoding="utf-8")
    pages = [str(tmp_path / f"p{n}.md") for n in (1, 2)]
    assert main(["build", *pages, "--as-one", "--to", "json", "-q"]) == 0
    told = json.loads((tmp_path / "p1.json").read_text(encoding="utf-8"))
    assert [article["headline"] for article in told["articles"]] == ["标题1", "标题2"]
    assert main(["build", *pages, str(tmp_path / "p3.txt"), "--as-one", "--to", "json"]) == 2


def test_an_article_that_jumps_to_another_page_is_joined(tmp_path: Path) -> None:
    first = RAW.replace("听取了“工作报告”。", "听取了工作报告，（下转第二版）")
    (tmp_path / "p1.txt").write_text(first, encoding="utf-8")
    (tmp_path / "p2.txt").write_text("（上接第一版）并对下一步工作作出部署。\n", encoding="utf-8")
    built = build([tmp_path / "p1.txt", tmp_path / "p2.txt"], tmp_path, to=("json",), name="issue")
    (article,) = json.loads(next(iter(built.written)).read_text(encoding="utf-8"))["articles"]
    assert article["blocks"][-1]["text"].endswith("听取了工作报告，并对下一步工作作出部署。")


def test_the_table_of_several_sources_keeps_to_a_terminals_width(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "a-tw"):
        Path(f"{name}.txt").write_text("省委全会在长春举行\n\n本报讯　会议听取了报告。\n", encoding="utf-8")
    formats = "html,md,txt,json"
    assert main(["build", "a.txt", "a-tw.txt", "--to", formats, "--script", "hans,hant,hk", "-o", "out"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("out/a-hans, -hant, -hk (html, md, txt, json) ")
    assert lines[2].startswith("out/a-tw-hans, -hant, -hk (html, md, txt, json) ")
    assert max(map(len, lines)) <= 80


def test_a_correction_that_fits_nowhere_and_markup_that_is_not_understood_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The edition is not what the person meant; a count alone would not tell which of their words was at fault."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("省委全会在长春举行\n\n本报讯　会议听取了报告。\n", encoding="utf-8")
    Path("a.kanben.toml").write_text('[[fix]]\ntext = "动"\nbefore = "舞蹈等"\nafter = "人的"\n', encoding="utf-8")
    assert main(["build", "a.txt", "--to", "txt", "-o", "out"]) == 0
    assert "a.txt:1:1 doubtful fix: the fix join for '动' is left undone: it fits no place" in (
        said := capsys.readouterr().err
    )
    assert said.endswith(": 舞蹈等[动]人的\n")
    Path("b.md").write_text("## 题\n\n::: frobnicate\n文。\n:::\n", encoding="utf-8")
    assert main(["build", "b.md", "--to", "txt", "-o", "out"]) == 0
    said = capsys.readouterr().err
    assert "b.md:3:1 likely unknown-markup: a draft knows no 'frobnicate'; the text below it is kept" in said
    assert "文。" in Path("out/b.txt").read_text(encoding="utf-8")
