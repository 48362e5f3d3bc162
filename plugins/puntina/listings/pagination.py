"""Pages of a list, numbered from the oldest, so that a page once full never changes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slice:
    """A page of a list that is sorted newest first: items `start` to `stop`; the newest page has no number."""

    number: int | None
    start: int
    stop: int


def slices(count: int, size: int) -> tuple[Slice, ...]:
    """The pages of `count` items, newest first.

    Page 1 holds the oldest `size` items, page 2 the next, for ever. The plain address holds the rest: from `size` to
    2 × `size` − 1 items, or all where there are fewer, so that it is never nearly empty.
    """
    full = max(0, count // size - 1)
    newest = Slice(None, 0, count - full * size)
    return (newest, *(Slice(n, count - n * size, count - (n - 1) * size) for n in range(full, 0, -1)))
