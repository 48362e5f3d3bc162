"""Values to fingerprints: equal values have equal ones, on every machine; types outside a short list have none."""

import datetime as dt
import enum
import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from puntina.core.digest.serialization import FORMAT

KEPT = 30_000  # frozen objects that are remembered with their fingerprints
SIZE = 16  # bytes; of blake2b, so that two of a million values fall together once in 10^26


class UnfitError(TypeError):
    """A value whose type has no fingerprint, as it could change or lead elsewhere."""


class Fingerprints:
    """Fingerprints that remember those of the frozen objects met last, as many pages share them."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}  # with the object, so that its id is not given again

    def of(self, value: object) -> bytes:
        """The value's fingerprint; UnfitError where it or a part of it has none."""
        kind = type(value)
        if kind in _FROZEN or (kind not in _WRITTEN and _is_frozen(kind)):
            return self._frozen(value)
        return _hashed(self._plain(value))

    def _plain(self, value: Any) -> Any:
        """The value in types that marshal writes with their kind and length, so that no two values are written alike.

        Tuples stay tuples; what has a type of its own becomes a list.
        """
        kind = type(value)
        if kind in _WRITTEN:
            return value
        if kind is tuple or kind is list:
            return tuple([each if type(each) is str else self._plain(each) for each in value])
        if kind in _FROZEN:
            return [self._frozen(value)]
        if text := _TEXTS.get(kind):
            return [kind.__name__, text(value)]
        if isinstance(value, enum.Enum):
            return [kind.__qualname__, value.name]
        if isinstance(value, Mapping):  # the order counts: a template may print it
            return ["Mapping", self._plain(tuple(value.items()))]
        if _is_frozen(kind):
            return [self._frozen(value)]
        raise UnfitError(f"{kind.__qualname__} has no fingerprint")

    def _frozen(self, value: Any) -> bytes:
        own: bytes | None = getattr(value, "fingerprint", None)  # some know their own
        if own is not None:
            return own
        known = self._known.get(id(value))
        if known and known[0] is value:
            return known[1]
        kind = type(value)
        made = _hashed([kind.__qualname__, self._plain(tuple(_FROZEN[kind](value)))])
        if len(self._known) >= KEPT:  # most are of a single page, and held in memory by this alone
            self._known.clear()
        self._known[id(value)] = (value, made)
        return made


def _hashed(plain: Any) -> bytes:
    return blake2b(marshal.dumps(plain, FORMAT), digest_size=SIZE).digest()


# Frozen dataclasses that were met, each with a function for the values of its fields.
_FROZEN: dict[type, Callable[[Any], Iterable[Any]]] = {}


def _is_frozen(kind: type) -> bool:
    """Whether it is a frozen dataclass, which is noted; UnfitError for one that is not frozen."""
    if not is_dataclass(kind):
        return False
    if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # every dataclass has them
        raise UnfitError(f"{kind.__qualname__} is not frozen")
    names = [field.name for field in fields(kind)]
    _FROZEN[kind] = _values_of(names)
    return True


def hashed(data: bytes) -> bytes:
    """The fingerprint of bytes."""
    return blake2b(data, digest_size=SIZE).digest()


def _values_of(names: Sequence[str]) -> Callable[[Any], Iterable[Any]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: [getattr(value, name) for name in names]


# What marshal writes as it is, and the texts of what it does not.
_WRITTEN = frozenset({str, bytes, bool, int, type(None)})
_TEXTS: dict[type, Callable[[Any], str]] = {
    Markup: str,
    dt.date: dt.date.isoformat,
    # The offset counts, which equality passes over; so do the seconds' fractions.
    dt.datetime: dt.datetime.isoformat,
}
