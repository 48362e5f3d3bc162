"""Chunks of work, and the pipes from which free workers claim the next chunk."""

import os
import struct
from collections.abc import Iterator, Sequence
from typing import TypeVar

Part = TypeVar("Part")

MOST = 1000  # parts: their numbers fit into the smallest pipe that Linux makes, which has 4,096 bytes
_NUMBER = struct.Struct("<I")


def chunks_of(items: Sequence[Part], smallest: int) -> list[Sequence[Part]]:
    """The items in runs of at least `smallest`, few enough for `parallel_map`."""
    size = max(smallest, -(-len(items) // MOST))
    return [items[at : at + size] for at in range(0, len(items), size)]


def queues_of(count: int, runs: int) -> list[int]:
    """The reading ends of pipes with the numbers of all chunks; the worker that reads a number does that chunk."""
    if count > MOST:
        raise ValueError(f"{count:,} parts, over {MOST:,}: the pipe would never take them all")
    return [_queue(range(count * run // runs, count * (run + 1) // runs)) for run in range(runs)]


def _queue(numbers: range) -> int:
    reading, writing = os.pipe()
    os.write(writing, b"".join(map(_NUMBER.pack, numbers)))  # whole, as an empty pipe has room for MOST
    os.close(writing)
    return reading


def claimed(parts: Sequence[Part], queues: Sequence[int]) -> Iterator[Part]:
    """The chunks that no other worker has claimed, those of the first queue first."""
    for queue in queues:
        while number := os.read(queue, _NUMBER.size):
            yield parts[_NUMBER.unpack(number)[0]]
