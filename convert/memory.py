"""How the interpreter looks after memory while a stage makes many objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Stages:
    """How many stages run now, in whatever threads, and whether the search was on before the first of them."""

    lock = Lock()
    running = 0
    was_on = False


@contextmanager
def no_collection() -> Iterator[None]:
    """Leave the search for cycles off: a stage makes millions of small objects, and no cycles but a few.

    Of stages that overlap, as in several threads, the last to end puts it back to what the first one found.
    """
    with _Stages.lock:
        if not _Stages.running:
            _Stages.was_on = gc.isenabled()
            gc.disable()
        _Stages.running += 1
    try:
        yield
    finally:
        with _Stages.lock:
            _Stages.running -= 1
            if not _Stages.running and _Stages.was_on:
                gc.enable()
