"""The fingerprint of a digest: 16 bytes that differ if two digests render differently."""

import datetime as dt
import marshal
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from puntina.core.digest.serialization import FORMAT, Rendered

SIZE = 16  # bytes
# Positions matter only for problems: moving a digest down a line changes nothing that is rendered.
NOT_RENDERED = frozenset({"position", "positions", "line"})


def fingerprint(shown: Rendered, *others: object) -> bytes:
    """The fingerprint of rendered blocks and other values: the same in every process and on every machine."""
    return blake2b(marshal.dumps((shown, _plain(others)), FORMAT), digest_size=SIZE).digest()


def _plain(value: Any) -> Any:
    """The value in types that marshal writes with their kind and length, so that no two values are written alike.

    Tuples stay tuples; what has a type of its own becomes a list that begins with the type's name.
    """
    kind: Any = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return value
    if kind is tuple:
        return tuple([each if type(each) is str else _plain(each) for each in value])
    if isinstance(value, dt.date):  # a moment too; its text has the offset, and so needs no name of a time zone
        return [kind.__name__, value.isoformat()]
    if isinstance(value, Enum):
        return [kind.__name__, value.value]
    return [kind.__name__, *[each if type(each) is str else _plain(each) for each in _rendered_fields(kind)(value)]]


@cache
def _rendered_fields(kind: Any) -> Any:
    """A function that returns the rendered fields of a dataclass."""
    names = [name for name in kind.__match_args__ if name not in NOT_RENDERED]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
