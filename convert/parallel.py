"""Work done side by side, in processes forked off: each sees what its parent holds without its being copied.

Where the system cannot fork safely (Windows, macOS, a program with threads) one task is done after another.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from .errors import GuardError

T = TypeVar("T")


def in_parallel(tasks: Sequence[Callable[[], T]], jobs: int) -> list[T]:
    """The results of some tasks, in their order. The first error is raised when all have ended."""
    if jobs < 2 or len(tasks) < 2 or not sys.platform.startswith("linux") or threading.active_count() > 1:
        return [task() for task in tasks]
    jobs = min(jobs, len(tasks))
    children = [_fork(tasks[share::jobs]) for share in range(jobs - 1)]
    shares = [_attempt(tasks[jobs - 1 :: jobs])]
    shares[:0] = [_collect(*child) if child else _attempt(tasks[n::jobs]) for n, child in enumerate(children)]
    for _, error in shares:
        if error is not None:
            raise error
    return [shares[n % jobs][0][n // jobs] for n in range(len(tasks))]


def processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _attempt(tasks: Sequence[Callable[[], T]]) -> tuple[list[T], BaseException | None]:
    try:
        return [task() for task in tasks], None
    except BaseException as error:  # an interruption too: the other processes must be waited for
        return [], error


def _fork(tasks: Sequence[Callable[[], T]]) -> tuple[int, int] | None:
    """Run tasks in a child; returns its process id and the pipe that it writes to, None where none is to be had."""
    here, there = os.pipe()
    parent = os.getpid()
    try:
        child = os.fork()
    except OSError:  # too many processes, or too little memory
        os.close(here)
        os.close(there)
        return None
    if child:
        os.close(there)
        return child, here
    try:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
        with os.fdopen(there, "wb") as pipe:
            pipe.write(_packed(_attempt(tasks)))
    finally:
        os._exit(0)  # nothing of the parent's may be flushed or cleaned up twice


def _end_with(parent: int) -> None:
    """End this process when its parent has ended, even where that was killed and could not say so."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _packed(result: tuple[list[T], BaseException | None]) -> bytes:
    import pickle

    try:
        return pickle.dumps(result)
    except Exception:
        return pickle.dumps(([], GuardError(f"unexpected: {result[1]!r}")))


def _collect(child: int, here: int) -> tuple[list[T], BaseException | None]:
    with os.fdopen(here, "rb") as pipe:
        data = pipe.read()
    status: int | str = "unknown"
    with suppress(ChildProcessError):  # a daemon's children may be reaped by the system
        _, status = os.waitpid(child, 0)
    if not data:
        return [], GuardError(f"a process that did part of the work ended unexpectedly (status {status})")
    import pickle

    result: tuple[list[T], BaseException | None] = pickle.loads(data)
    return result
