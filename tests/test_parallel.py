"""Tasks run side by side give what they give one after another, their errors too."""

import os
import signal
from collections.abc import Callable

import pytest

from convert.errors import GuardError, InputError
from convert.parallel import in_parallel


def task(value: int) -> Callable[[], int]:
    return lambda: value


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_results_keep_their_order(jobs: int, count: int) -> None:
    assert in_parallel([task(n) for n in range(count)], jobs) == list(range(count))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_error_comes_through_with_its_hint(place: int) -> None:
    def fail() -> int:
        raise InputError("message", "hint")

    tasks = [task(0), task(1), task(2)]
    tasks[place] = fail
    with pytest.raises(InputError) as caught:
        in_parallel(tasks, 2)
    assert (caught.value.message, caught.value.hint) == ("message", "hint")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="asks for processes that are forked")
def test_a_child_that_dies_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.parallel.threading.active_count", lambda: 1)
    here = os.getpid()

    def die() -> int:
        if os.getpid() != here:
            os._exit(7)
        return 0

    with pytest.raises(GuardError, match="ended unexpectedly"):
        in_parallel([die, die], 2)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="asks for processes that are forked")
def test_where_no_process_is_to_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.parallel.threading.active_count", lambda: 1)

    def no_more() -> int:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr("convert.parallel.os.fork", no_more)
    assert in_parallel([task(n) for n in range(5)], 3) == [0, 1, 2, 3, 4]


@pytest.mark.skipif(not hasattr(signal, "SIGCHLD"), reason="asks for processes that are forked")
def test_children_that_the_system_reaps_are_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convert.parallel.threading.active_count", lambda: 1)
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert in_parallel([task(n) for n in range(5)], 3) == [0, 1, 2, 3, 4]
    finally:
        signal.signal(signal.SIGCHLD, before)
