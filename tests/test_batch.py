"""Many sources at once: results in order, errors beside them, at any number of processes."""

from functools import partial
from pathlib import Path

import pytest

from convert.batch import build_all, processors
from convert.errors import InputError
from convert.pipeline import Built, build


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_orders(tmp_path: Path, jobs: int) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text("" if n == 2 else f"第{n}版内容。\n", encoding="utf-8")
    orders = [partial(build, tmp_path / f"{n}.txt", tmp_path / "out", to=("txt",)) for n in range(5)]
    results = list(build_all(orders, jobs))
    assert [type(result) for result in results] == [Built, Built, InputError, Built, Built]
    assert [Path(result.source).stem for result in results if isinstance(result, Built)] == ["0", "1", "3", "4"]


def test_there_is_a_processor() -> None:
    assert processors() >= 1
