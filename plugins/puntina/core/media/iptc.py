"""IPTC's older form (IIM 4.2) inside Photoshop's resources, cut down to rights and credit."""

import struct
from collections.abc import Iterator

HEADER = b"Photoshop 3.0\0"
_RESOURCE = 0x0404  # of Photoshop's image resources: IPTC-NAA record
# Data sets of record 2: By-line, By-line Title, Credit, Source, Copyright Notice.
KEPT = frozenset({80, 85, 110, 115, 116})
_CHARSET = (1, 90)  # says that the others are UTF-8


def kept(resources: bytes) -> bytes:
    """The body of an APP13 segment, behind HEADER, with those data sets alone; b"" where it has none of them."""
    for number, data in _resources(resources):
        if number == _RESOURCE:
            found = list(_data_sets(data))
            if any(record == 2 for record, _, _ in found):
                written = b"".join(_data_set(*each) for each in found)
                header = b"8BIM" + struct.pack(">H", _RESOURCE) + b"\0\0" + struct.pack(">I", len(written))
                return header + written + b"\0" * (len(written) % 2)
    return b""


def _resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while data[at : at + 4] == b"8BIM":
        (number,) = struct.unpack_from(">H", data, at + 4)
        name = 1 + data[at + 6]
        at += 6 + name + name % 2
        (length,) = struct.unpack_from(">I", data, at)
        yield number, data[at + 4 : at + 4 + length]
        at += 4 + length + length % 2


def _data_sets(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while data[at : at + 1] == b"\x1c":
        record, number, length = struct.unpack_from(">BBH", data, at + 1)
        if length & 0x8000:  # of more than 32 kB: none that is kept
            return
        if (record == 2 and number in KEPT) or (record, number) == _CHARSET:
            yield record, number, data[at + 5 : at + 5 + length]
        at += 5 + length


def _data_set(record: int, number: int, value: bytes) -> bytes:
    return b"\x1c" + struct.pack(">BBH", record, number, len(value)) + value
