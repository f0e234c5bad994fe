"""Compiles chunks, with several workers where that is wanted: processes forked from this one, once WeasyPrint is imported and has read fonts.

Each chunk is compiled by itself, so it does not matter by whom. The longest are begun first, that none is waited for at the end.
"""

import gc
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from pipeline.emit import MeansError
from pipeline.emit.press.compile import compiled
from pipeline.emit.press.objects import Object
from pipeline.emit.press.trial import tried
from pipeline.emit.press.typesetter import Kit, Typesetter, typesetting


def compiled_all(html: Sequence[str], kit: Kit, workers: int) -> list[Object]:
    """The object of each chunk's HTML; ``UnfamiliarError`` where WeasyPrint is not the one that we know."""
    if not html:
        return []
    # Elsewhere a process can't be forked, or not once system libraries are in use.
    several = min(workers, len(html)) if sys.platform == "linux" else 1
    with typesetting(kit) as typesetter, _unswept():
        tried(typesetter)
        made = dict(_one_by_one(html, typesetter) if several < 2 else _shared_out(html, typesetter, several))  # noqa: PLR2004 - one is alone
    return [made[number] for number in range(len(html))]


@contextmanager
def _unswept() -> Iterator[None]:
    """Holds the cyclic garbage collector off: a layout is one big living web of boxes, and sweeping it is a tenth of the time."""
    running = gc.isenabled()
    gc.disable()
    gc.freeze()  # what is there already is not looked at between two chunks either
    try:
        yield
    finally:
        gc.unfreeze()
        if running:
            gc.enable()


def _one_by_one(html: Sequence[str], typesetter: Typesetter) -> Iterator[tuple[int, Object]]:
    for number, text in enumerate(html):
        yield number, compiled(text, typesetter)
        gc.collect()  # the boxes of this chunk, before those of the next


def _shared_out(html: Sequence[str], typesetter: Typesetter, count: int) -> Iterator[tuple[int, Object]]:
    waiting = sorted(range(len(html)), key=lambda number: len(html[number]))  # the longest last, to be taken first
    workers = dict(_started(html, typesetter, count))
    try:
        for line, process in workers.items():
            _tell(line, process, waiting.pop())
        open_ = len(html)
        while open_:
            heard = wait(list(workers))
            for line in filter(heard.__contains__, workers):
                yield _received(line, workers[line])
                open_ -= 1
                if waiting:
                    _tell(line, workers[line], waiting.pop())
    finally:
        for line, process in workers.items():
            line.close()
            process.terminate()
            process.join()


def _started(html: Sequence[str], typesetter: Typesetter, count: int) -> Iterator[tuple[Connection, Any]]:
    context = get_context("fork")
    lines: list[Connection] = []
    for _ in range(count):
        here, there = context.Pipe()
        lines.append(here)
        process = context.Process(target=_work, args=(html, typesetter, there, tuple(lines)), daemon=True)
        process.start()
        there.close()
        yield here, process


def _work(html: Sequence[str], typesetter: Typesetter, line: Connection, others: Sequence[Connection]) -> None:
    """A worker's life: it is told numbers of chunks, and answers each with its object, until nobody listens any longer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started it is interrupted, and ends it
    for other in others:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            number = line.recv()
            line.send((number, _answer(html[number], typesetter)))
            gc.collect()


def _answer(html: str, typesetter: Typesetter) -> Object | Exception:
    try:
        return compiled(html, typesetter)
    except Exception as error:  # noqa: BLE001 - it is raised again where it is understood
        return error


def _tell(line: Connection, process: Any, number: int) -> None:  # noqa: ANN401  # a process of a context's own class
    try:
        line.send(number)
    except ConnectionError:
        raise _ended(process) from None


def _received(line: Connection, process: Any) -> tuple[int, Object]:  # noqa: ANN401  # as above
    try:
        number, answer = line.recv()
    except (EOFError, ConnectionError):
        raise _ended(process) from None
    if isinstance(answer, Exception):
        raise answer
    return number, answer


def _ended(process: Any) -> MeansError:  # noqa: ANN401  # as above
    process.join()
    message = f"a process that lays out pages ended too early ({process.exitcode})"
    return MeansError(message, "perhaps memory was short: try it again with --workers 1")
