"""Fast pickling of dataclasses that cross processes and are kept in the store: as their class and field values."""

from functools import cache
from operator import attrgetter
from typing import Any


class Portable:
    """A frozen dataclass that pickle makes again by calling it.

    The state methods that slotted frozen dataclasses have of their own run a loop in Python for every value.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        kind: Any = type(self)
        return kind, values_of(kind)(self)


@cache
def values_of(cls: Any) -> Any:
    """A function that gives the values of all fields of a dataclass as a tuple."""
    names = cls.__match_args__
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)
