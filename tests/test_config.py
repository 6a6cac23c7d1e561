"""Settings files: which one wins, and what is said of one that is wrong."""

from datetime import date
from pathlib import Path

import pytest

from convert.config import Fix, load_config
from convert.errors import InputError, UsageError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_beside_the_source_wins_over_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "kanben.toml", '[issue]\ntitle = "晚报"\npublisher = "报社"\n[terms]\n"回归" = "回歸"\n')
    source = write(tmp_path / "1951" / "03.txt", "文")
    write(tmp_path / "1951" / "03.kanben.toml", '[issue]\ntitle = "日报"\ndate = 1951-03-09\n')
    config = load_config(source)
    assert (config.title, config.publisher, config.date) == ("日报", "报社", date(1951, 3, 9))
    assert config.terms == {"回归": "回歸"}


def test_a_named_file_stands_in_for_the_one_beside(tmp_path: Path) -> None:
    source = write(tmp_path / "a.txt", "文")
    write(tmp_path / "a.kanben.toml", '[issue]\ntitle = "日报"\n')
    other = write(tmp_path / "other.toml", '[issue]\nnumber = 12\n[words]\nkeep = ["范仲淹"]\n')
    config = load_config(source, other)
    assert (config.title, config.number, config.keep_words) == (None, "12", ("范仲淹",))


def test_nothing_beside_means_nothing_known(tmp_path: Path) -> None:
    config = load_config(write(tmp_path / "a.txt", "文"))
    assert config.title is None and config.date is None and config.clean.spacing == "keep"


def test_fonts_are_found_from_the_settings_file(tmp_path: Path) -> None:
    source = write(tmp_path / "deep" / "a.txt", "文")
    write(tmp_path / "kanben.toml", '[fonts]\nbody = "my/font.ttf"\n')
    assert Path(load_config(source).fonts["body"]) == tmp_path / "my" / "font.ttf"


def test_fixes_come_in_their_order(tmp_path: Path) -> None:
    source = write(tmp_path / "a.txt", "文")
    write(
        tmp_path / "a.kanben.toml",
        '[[fix]]\ntext = "动"\nafter = "人"\n[[fix]]\ntext = "题"\naction = "role"\nvalue = "deck"\n',
    )
    assert load_config(source).fixes == (Fix("动", "", "人", "join", ""), Fix("题", "", "", "role", "deck"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[issue]\ntitle = 吉林\n", "line 2"),
        ('[isue]\ntitle = "日报"\n', r"\[isue\]"),
        ('[issue]\ntilte = "日报"\n', "tilte"),
        ('[issue]\ndate = "soon"\n', "soon"),
        ("[issue]\ntitle = 5\n", "title"),
        ("[issue]\nnumber = 5.5\n", "number"),
        ("[issue]\npublisher = true\n", "publisher"),
        ("[clean]\nspacing = 'wide'\n", "wide"),
        ("[clean]\nignore = 'x'\n", "ignore"),
        ("[words]\nkeep = '范'\n", "keep"),
        ("[[fix]]\ntext = '动'\naction = 'jion'\n", "jion"),
        ("[terms]\n回归 = 1\n", "line 2"),
        ('[fonts]\nbold = "a.ttf"\n', "bold"),
        ("[fonts]\nbody = 3\n", "body"),
        ('[fix]\ntext = "动"\n', r"\[\[fix\]\]"),
        ("[[fix]]\nafter = '人'\n", "no text"),
        ("[[fix]]\ntext = '动'\nbefore = 3\n", "before"),
        ("[[fix]]\ntext = '动'\naction = 'replace'\nvalue = 4\n", "value"),
        ("issue = 3\n", "issue"),
    ],
)
def test_a_wrong_file_is_an_error_that_says_where(tmp_path: Path, text: str, said: str) -> None:
    source = write(tmp_path / "a.txt", "文")
    write(tmp_path / "a.kanben.toml", text)
    with pytest.raises(InputError if "line 2" in said else UsageError, match=said) as caught:
        load_config(source)
    assert str(tmp_path / "a.kanben.toml") in caught.value.message


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        load_config(None, tmp_path / "none.toml")


def test_every_key_knows_its_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "kanben.toml", '[clean]\nignore = ["a"]\nspacing = "none"\n')
    own = write(tmp_path / "a.kanben.toml", '[clean]\nignore = ["b"]\n')
    assert load_config(tmp_path / "a.txt").files == {"clean.ignore": own, "clean.spacing": folder}
