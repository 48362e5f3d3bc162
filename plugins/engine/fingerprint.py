"""Values to fingerprints: equal values have equal ones, on every machine; types outside a short list have none."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
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
        if is_dataclass(value):
            return self._frozen(value, type(value))
        chunks: list[bytes] = []
        self._encode(value, chunks)
        return hashed(b"".join(chunks))

    def _encode(self, value: Any, chunks: list[bytes]) -> None:
        kind = type(value)
        if kind is str:
            _sized(b"s", value.encode("utf-8", "surrogatepass"), chunks)
        elif kind is tuple or kind is list:
            chunks.append(b"(%d:" % len(value))
            for item in value:
                self._encode(item, chunks)
        elif simple := _SIMPLE.get(kind):
            _sized(simple[0], simple[1](value), chunks)
        elif value is None:
            chunks.append(b"n")
        else:
            self._encode_object(value, kind, chunks)

    def _encode_object(self, value: Any, kind: type, chunks: list[bytes]) -> None:
        if isinstance(value, enum.Enum):
            _sized(b"e", f"{kind.__qualname__} {value.name}".encode(), chunks)
        elif isinstance(value, Mapping):
            # The order counts: a template may print it.
            chunks.append(b"{%d:" % len(value))
            for item in value.items():
                self._encode(item, chunks)
        elif is_dataclass(value):
            chunks.append(self._frozen(value, kind))
        else:
            raise UnfitError(f"{kind.__qualname__} has no fingerprint")

    def _frozen(self, value: Any, kind: type) -> bytes:
        if (known := self._known.get(id(value))) and known[0] is value:
            return known[1]
        made = getattr(value, "fingerprint", None)  # some know their own
        if made is None:
            chunks = [kind.__qualname__.encode(), b"("]
            for part in _parts_of(kind)(value):
                self._encode(part, chunks)
            made = hashed(b"".join(chunks))
        self._known[id(value)] = (value, made)
        return bytes(made)


def hashed(data: bytes) -> bytes:
    """The fingerprint of bytes."""
    return blake2b(data, digest_size=SIZE).digest()


def _sized(mark: bytes, data: bytes, chunks: list[bytes]) -> None:
    chunks.append(b"%b%d:" % (mark, len(data)))
    chunks.append(data)


@cache
def _parts_of(kind: type) -> Any:
    """The values of a frozen dataclass's fields, as a tuple."""
    if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # every dataclass has them
        raise UnfitError(f"{kind.__qualname__} is not frozen")
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda value, _get=attrgetter(*names): (_get(value),)
    return attrgetter(*names) if names else tuple


_SIMPLE: dict[type, tuple[bytes, Any]] = {
    Markup: (b"m", lambda value: value.encode("utf-8", "surrogatepass")),
    bytes: (b"b", bytes),
    bool: (b"t", lambda value: b"1" if value else b"0"),
    int: (b"i", lambda value: b"%d" % value),
    dt.date: (b"d", lambda value: value.isoformat().encode()),
    # The offset counts, which equality passes over; so do the seconds' fractions.
    dt.datetime: (b"D", lambda value: value.isoformat().encode()),
}
