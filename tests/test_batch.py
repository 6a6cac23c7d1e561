"""Many sources at once: results in order, errors beside them, at any number of processes."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from convert.batch import build_all
from convert.errors import GuardError, InputError
from convert.parallel import processors
from convert.pipeline import Built, build


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_orders(tmp_path: Path, jobs: int) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text("" if n == 2 else f"第{n}版内容。\n", encoding="utf-8")
    orders = [partial(build, tmp_path / f"{n}.txt", tmp_path / "out", to=("txt",)) for n in range(5)]
    results = list(build_all(orders, jobs))
    assert [type(result) for result in results] == [Built, Built, InputError, Built, Built]
    assert [Path(result.source).stem for result in results if isinstance(result, Built)] == ["0", "1", "3", "4"]


def broken(source: str) -> Built:
    raise ZeroDivisionError("division by zero") if source == "1.txt" else InputError(source)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_that_one_source_meets_keeps_back_no_other(jobs: int) -> None:
    results = list(build_all([partial(broken, f"{n}.txt") for n in range(3)], jobs))
    assert [type(result) for result in results] == [InputError, GuardError, InputError]
    assert str(results[1]) == "1.txt: unexpected: ZeroDivisionError: division by zero"


def test_there_is_a_processor() -> None:
    assert processors() >= 1


def living(group: int) -> int:
    """The number of processes of a group that have not ended."""
    states = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it ended meanwhile
            continue
        states += [state] * (int(its_group) == group)
    return len([state for state in states if state not in "ZX"])


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks Linux which processes there are")
@pytest.mark.parametrize(
    "many", ["from convert.batch import build_all as run", "from convert.parallel import in_parallel as run"]
)
def test_no_worker_outlives_a_parent_that_was_killed(many: str) -> None:
    code = f"import time; {many}; from functools import partial; list(run([partial(time.sleep, 60)] * 4, 3))"
    root = Path(__file__).parents[1]
    with subprocess.Popen([sys.executable, "-c", code], cwd=root, start_new_session=True) as process:
        try:
            wait = time.monotonic() + 20
            while living(process.pid) < 3 and time.monotonic() < wait:
                time.sleep(0.05)
            assert living(process.pid) >= 3
            time.sleep(0.3)
            process.kill()
            while living(process.pid) and time.monotonic() < wait:
                time.sleep(0.05)
            assert not living(process.pid)
        finally:
            if living(process.pid):
                os.killpg(process.pid, signal.SIGKILL)
