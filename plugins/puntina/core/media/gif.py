"""GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt): its blocks."""

from collections.abc import Iterator

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")  # applications whose blocks say how the picture looks


def parts(data: bytes) -> Iterator[bytes]:
    """The file up to its trailer, without comments and other programs' data."""
    at = 13 + _table(data[10])
    yield data[:at]
    while data[at] != _TRAILER:
        start, kind = at, data[at]
        if kind == _IMAGE:
            at = _after_blocks(data, at + 10 + _table(data[at + 9]) + 1)
            yield data[start:at]
        elif kind == _EXTENSION:
            label = data[at + 1]
            at = _after_blocks(data, at + 2)
            named = data[start + 3 : start + 14]
            if label != _COMMENT and (label != _APPLICATION or named in _LOOPS):
                yield data[start:at]
        else:
            raise ValueError("no block where one must be")
    yield b";"


def _table(packed: int) -> int:
    """The bytes of a colour table, of which these flags tell."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while size := data[at]:
        at += 1 + size
    return at + 1
