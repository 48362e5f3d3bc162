"""Values to fingerprints: equal values have equal ones, on every machine; types outside a short list have none."""

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from markupsafe import Markup

SIZE = 16  # bytes; of blake2b, so that two of a million values fall together once in 10^26


class UnfitError(TypeError):
    """A value whose type has no fingerprint, as it could change or lead elsewhere."""


class Fingerprints:
    """Fingerprints that remember those of frozen objects, which many pages share, for as long as it lives itself."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}  # with the object, so that its id is not given again

    def of(self, value: object) -> bytes:
        """The value's fingerprint; UnfitError where it or a part of it has none."""
        if type(value) in _FROZEN or _is_frozen(type(value)):
            return self._frozen(value)
        chunks: list[bytes] = []
        self._encode(value, chunks)
        return hashed(b"".join(chunks))

    def _encode(self, value: Any, chunks: list[bytes]) -> None:
        kind = type(value)
        if kind is str:
            data = value.encode("utf-8", "surrogatepass")
            chunks.append(b"s%d:%b" % (len(data), data))
        elif kind in _FROZEN:
            chunks.append(self._frozen(value))
        elif kind is tuple or kind is list:
            chunks.append(b"(%d:" % len(value))
            for item in value:
                self._encode(item, chunks)
        elif value is None:
            chunks.append(b"n")
        elif simple := _SIMPLE.get(kind):
            data = simple[1](value)
            chunks.append(b"%b%d:%b" % (simple[0], len(data), data))
        else:
            self._encode_other(value, kind, chunks)

    def _encode_other(self, value: Any, kind: type, chunks: list[bytes]) -> None:
        if isinstance(value, enum.Enum):
            self._encode(f"{kind.__qualname__} {value.name}", chunks)
        elif isinstance(value, Mapping):
            # The order counts: a template may print it.
            chunks.append(b"{%d:" % len(value))
            for item in value.items():
                self._encode(item, chunks)
        elif _is_frozen(kind):
            chunks.append(self._frozen(value))
        else:
            raise UnfitError(f"{kind.__qualname__} has no fingerprint")

    def _frozen(self, value: Any) -> bytes:
        known = self._known.get(id(value))
        if known and known[0] is value:
            return known[1]
        made: bytes | None = getattr(value, "fingerprint", None)  # some know their own
        if made is None:
            chunks: list[bytes] = []
            for part in _FROZEN[type(value)](value):
                self._encode(part, chunks)
            made = hashed(b"%b(%b" % (type(value).__qualname__.encode(), b"".join(chunks)))
        self._known[id(value)] = (value, made)
        return made


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


_SIMPLE: dict[type, tuple[bytes, Any]] = {
    Markup: (b"m", lambda value: value.encode("utf-8", "surrogatepass")),
    bytes: (b"b", bytes),
    bool: (b"t", lambda value: b"1" if value else b"0"),
    int: (b"i", lambda value: b"%d" % value),
    dt.date: (b"d", lambda value: value.isoformat().encode()),
    # The offset counts, which equality passes over; so do the seconds' fractions.
    dt.datetime: (b"D", lambda value: value.isoformat().encode()),
}
