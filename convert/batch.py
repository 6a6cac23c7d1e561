"""Many sources, several at once."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from .errors import ConvertError, GuardError
from .pipeline import Built, first_of

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Order = partial[Built]  # a call of `build` with its words, the source first, such as another process can be given


def build_all(orders: Sequence[Order], jobs: int) -> Iterator[Built | ConvertError]:
    """What came of each order, in their order, each as soon as it and those before it are done.

    An error of one does not keep back the others. Up to `jobs` processes work at once; they are begun
    when this is called, before anything else of the program's has threads.
    """
    if jobs < 2 or len(orders) < 2:
        return map(_attempt, orders)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Forked where that is safe, so that a worker need not load everything anew.
    context = get_context("fork" if sys.platform.startswith("linux") else "spawn")
    pool = ProcessPoolExecutor(min(jobs, len(orders)), context, _end_with_parent)
    return _until_done(pool, pool.map(_attempt, orders))


def _end_with_parent() -> None:
    """Make a worker end when the process that began it does, even where that was killed and could not say so."""
    import threading
    from multiprocessing import parent_process

    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _until_done(pool: "ProcessPoolExecutor", results: Iterator[Built | ConvertError]) -> Iterator[Built | ConvertError]:
    with pool:
        try:
            yield from results
        finally:
            pool.shutdown(cancel_futures=True)


def _attempt(order: Order) -> Built | ConvertError:
    try:
        return order()
    except ConvertError as error:
        return error
    except Exception as error:  # what nobody foresaw of one source does not keep back the others either
        return GuardError(
            f"{first_of(order.args[0])}: unexpected: {type(error).__name__}: {error}",
            "This is a bug of kanben's own. Build this source alone with --debug to see where it happened.",
        )
