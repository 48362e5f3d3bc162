"""The files of an index in one form, whatever run made them.

Pagefind writes the values of a filter in the order of a hash table that is seeded anew in each run; the rest of an
index is the same each time. The values are put in order here, and the names that are made of contents follow.
"""

import gzip
from collections.abc import Iterator, Mapping
from hashlib import blake2b

SIGNATURE = b"pagefind_dcd"  # before the data of each file, which is CBOR (RFC 8949)
ENTRY = "pagefind-entry.json"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4  # major types, RFC 8949, section 3.1


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same index with the values of its filter in order; an index has one filter or none."""
    old = next((path for path in files if path.startswith("filter/")), "")
    if not old:
        return dict(files)
    made = dict(files)
    data = in_order(gzip.decompress(made.pop(old)))
    new = _renamed(old, "/", data)
    meta = next(path for path in files if path.endswith(".pf_meta"))
    inside = gzip.decompress(made.pop(meta)).replace(_mark(old, "/"), _mark(new, "/"))
    found = _renamed(meta, ".", inside)
    made |= {new: _packed(data), found: _packed(inside)}
    made[ENTRY] = made[ENTRY].replace(_mark(meta, "."), _mark(found, "."))
    return made


def in_order(data: bytes) -> bytes:
    """A filter's file, unpacked, with its values in order: an array of its name and of pairs of value and pages."""
    start = len(SIGNATURE) + 1
    values = _end(data, start)
    first = _head(data, values)[2]
    return data[:first] + b"".join(sorted(_items(data, values)))


def _items(data: bytes, at: int) -> Iterator[bytes]:
    """The bytes of each item of the array that begins there."""
    _, count, at = _head(data, at)
    for _ in range(count):
        end = _end(data, at)
        yield data[at:end]
        at = end


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The item's major type, its number or length, and where what follows the head begins."""
    kind, short = data[at] >> 5, data[at] & 31
    size = 0 if short < 24 else 1 << (short - 24)
    return kind, int.from_bytes(data[at + 1 : at + 1 + size]) if size else short, at + 1 + size


def _end(data: bytes, at: int) -> int:
    """Where the item that begins there ends."""
    kind, count, at = _head(data, at)
    if kind == _TEXT:
        return at + count
    if kind == _ARRAY:
        for _ in range(count):
            at = _end(data, at)
    elif kind != _NUMBER:
        raise ValueError(f"a filter of Pagefind's with CBOR of major type {kind}")
    return at


def _mark(path: str, before: str) -> bytes:
    """What other files call the file: its name between the sign and its extension."""
    return path.rpartition(".")[0].rpartition(before)[2].encode()


def _renamed(path: str, before: str, data: bytes) -> str:
    """The path with another hash of the same length, made of the data."""
    mark = _mark(path, before).decode()
    lang, _, old = mark.rpartition("_")
    return path.replace(mark, f"{lang}_{blake2b(data).hexdigest()[: len(old)]}")


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
