"""Work in forked processes: each takes the next part when it has done one; what comes of it returns as values.

Where there is no fork, or where other threads run, which a fork would leave behind in unknown states, the same work is
done here, one part after the other.
"""

import ctypes
import os
import pickle
import selectors
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from puntina.core.digest import Faults, Problem
from puntina.core.digest.message import message
from puntina.core.engine.chunks import claimed, queues_of

Part = TypeVar("Part")
Result = TypeVar("Result")

_PR_SET_PDEATHSIG = 1  # https://man7.org/linux/man-pages/man2/pr_set_pdeathsig.2const.html
_HEAD = struct.Struct("<BQ")  # kind, length
_DONE, _FAULTS, _CRASH = range(3)
_READ, _ROOM = 1 << 20, 1 << 16  # bytes taken from a pipe at once, and those that one has room for


@dataclass(slots=True)
class Worker:
    """A forked process and the end of the pipe on which its results come."""

    process: int
    pipe: int
    received: bytearray


def _die_with(parent: int) -> None:
    """Has the system end this process with its parent: the next build may begin in the same folders at once."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def cores() -> int:
    """How many processes may work at once: the cores that this one may use, 1 where forking is not safe."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parallel_map(
    parts: Sequence[Part], work: Callable[[Part], Result], *, jobs: int, apart: bool = False
) -> Iterator[Result]:
    """The result of each part (at most MOST), in any order; the work begins at once, whenever they are asked for.

    The processes take the parts in order; with `apart` each begins with a run of its own, as what lies together in
    memory is then touched by one of them, which copies it. Faults that the work raises are gathered from all parts and
    raised at the end, any other error as a RuntimeError with the worker's traceback.
    """
    if jobs < 2 or len(parts) < 2:
        return _here(parts, work)
    count = min(jobs, len(parts))
    queues = queues_of(len(parts), count if apart else 1)
    workers = [_start(parts, work, [*queues[at:], *queues[:at]]) for at in range(count)]
    for queue in queues:
        os.close(queue)
    return _results(workers)


@contextmanager
def background_map(
    parts: Sequence[Part], work: Callable[[Part], Result], *, jobs: int
) -> Iterator[Callable[[], tuple[Result, ...]]]:
    """The function that gives the results of all parts (at most MOST), in any order; another process begins at once.

    Who asks for them does those that are left.
    """
    if jobs < 2 or not parts:
        yield cache(lambda: tuple(map(work, parts)))
        return
    queues = queues_of(len(parts), 1)
    worker = _start(parts, work, queues)
    try:
        yield cache(lambda: (*map(work, claimed(parts, queues)), *_values([worker])))
    finally:
        os.close(queues[0])
        _end([worker])


def _results(workers: list[Worker]) -> Iterator[Any]:
    try:
        yield from _values(workers)
    finally:
        _end(workers)


def _values(workers: list[Worker]) -> Iterator[Any]:
    problems: list[Problem] = []
    for kind, payload in _received(workers):
        if kind == _DONE:
            yield pickle.loads(payload)  # noqa: S301 - from a process of our own
        elif kind == _FAULTS:
            problems += pickle.loads(payload)  # noqa: S301 - likewise
        else:
            raise RuntimeError(f"a worker failed:\n{payload.decode()}")
    if problems:
        raise Faults(problems)


def _here(parts: Sequence[Part], work: Callable[[Part], Result]) -> Iterator[Result]:
    problems: list[Problem] = []
    for part in parts:
        try:
            result = work(part)
        except Faults as faults:
            problems += faults.problems
        else:
            yield result
    if problems:
        raise Faults(problems)


def _start(parts: Sequence[Part], work: Callable[[Part], Result], queues: Sequence[int]) -> Worker:
    reading, writing = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process:
        os.close(writing)
        return Worker(process, reading, bytearray())
    status = 1
    try:
        os.close(reading)
        _die_with(parent)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the parent, which then ends this one
        _work(parts, work, queues, writing, parent)
        status = 0
    except BrokenPipeError:
        pass  # nobody waits for results any more
    finally:
        os._exit(status)  # not through what the parent would do at its end


def _work(
    parts: Sequence[Part], work: Callable[[Part], Result], queues: Sequence[int], writing: int, parent: int
) -> None:
    results = bytearray()  # that the pipe has no room for as yet: nobody waits for who reads it late
    os.set_blocking(writing, False)
    for part in claimed(parts, queues):
        if os.getppid() != parent:
            return
        try:
            kind, payload = _DONE, pickle.dumps(work(part), pickle.HIGHEST_PROTOCOL)
        except Faults as faults:
            kind, payload = _FAULTS, pickle.dumps(faults.problems)
        except BaseException:  # noqa: BLE001 - whatever it is, it is the parent's to raise
            kind, payload = _CRASH, traceback.format_exc().encode(errors="replace")
        results += _HEAD.pack(kind, len(payload)) + payload
        _write(writing, results)
    os.set_blocking(writing, True)
    _write(writing, results)


def _write(pipe: int, data: bytearray) -> None:
    """Writes the data, or what of it the pipe takes at once; what was written is taken out of it."""
    with suppress(BlockingIOError):
        while data:
            del data[: os.write(pipe, bytes(data[:_ROOM]))]


def _received(workers: list[Worker]) -> Iterator[tuple[int, bytes]]:
    """Each message of each worker, as it comes; Faults where one ended before its time."""
    with selectors.DefaultSelector() as selector:
        for worker in workers:
            selector.register(worker.pipe, selectors.EVENT_READ, worker)
        while selector.get_map():
            for key, _ in selector.select():
                worker = key.data
                data = os.read(worker.pipe, _READ)
                worker.received += data
                yield from _messages(worker.received)
                if not data:
                    selector.unregister(worker.pipe)
                    _check(worker)


def _messages(received: bytearray) -> Iterator[tuple[int, bytes]]:
    """The whole messages at the beginning of what was received, which are taken out of it."""
    at = 0
    while len(received) >= at + _HEAD.size:
        kind, length = _HEAD.unpack_from(received, at)
        end = at + _HEAD.size + length
        if len(received) < end:
            break
        yield kind, bytes(received[at + _HEAD.size : end])
        at = end
    del received[:at]


def _check(worker: Worker) -> None:
    _, status = os.waitpid(worker.process, 0)
    worker.process = 0
    if status:
        code = os.waitstatus_to_exitcode(status)
        how = message("signal {number}", number=-code) if code < 0 else message("exit code {number}", number=code)
        text = message("a worker process ended early ({how})", how=how)
        hint = message("build again; if it happens again, give the machine more memory, or build with --jobs 1")
        raise Faults([Problem("the build", 0, 0, "BUILD-WORKER", text, hint)])


def _end(workers: list[Worker]) -> None:
    """Ends what still runs, and waits for it."""
    for worker in workers:
        os.close(worker.pipe)
        if worker.process:
            os.kill(worker.process, 9)
            os.waitpid(worker.process, 0)
