"""The search for cycles is off while a stage runs, and as it was when none does."""

import gc
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from convert.memory import no_collection


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was_on else gc.disable)()


def test_it_is_off_within_and_on_behind_also_when_a_stage_fails() -> None:
    with pytest.raises(KeyError), no_collection():
        with no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()


def test_it_stays_off_where_a_program_has_it_off() -> None:
    gc.disable()
    with no_collection():
        pass
    assert not gc.isenabled()


def test_stages_of_two_threads_that_overlap_leave_it_on() -> None:
    """Whichever begins or ends first: it is off as long as one of them runs."""
    begun, end = Event(), Event()

    def other() -> None:
        with no_collection():
            begun.set()
            end.wait()

    with no_collection():
        thread = Thread(target=other)
        thread.start()
        begun.wait()
    assert not gc.isenabled()
    end.set()
    thread.join()
    assert gc.isenabled()
