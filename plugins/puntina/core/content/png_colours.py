"""The colours of a PNG that says them in chunks of its own and not by a profile, as the profile that means the same.

Portable Network Graphics 3 (https://www.w3.org/TR/png-3/#4Concepts.ColourSpaces): cICP goes before iCCP, that before
sRGB, and that before gAMA and cHRM.
"""

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence

PNG = b"\x89PNG\r\n\x1a\n"
Matrix = tuple[tuple[float, float, float], ...]
Primaries = tuple[float, ...]  # x and y of white, red, green and blue
_SRGB: Primaries = (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
# ITU-T H.273, tables 2 and 3: the codes that a cICP chunk of an ordinary picture has; PQ and HLG are for films.
_PRIMARIES: dict[int, Primaries] = {
    1: _SRGB,
    9: (0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    12: (0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
}
_SRGB_GAMMA = 0.45455
_GAMMAS = 0.1, 10.0  # what is not between them is a slip
_NEAR = 0.005  # of gamma and of chromaticities: rounded figures of sRGB itself
_STEPS = 1024  # of a curve
_D50 = (0.9642, 1.0, 0.8249)  # of profiles (ICC.1, section 7.2.16)
_BRADFORD: Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))


def png_profile(data: bytes) -> bytes | None:
    """The ICC profile for the colours of a PNG; None where it has one itself, is sRGB, or is no PNG."""
    if not data.startswith(PNG):
        return None
    found = dict(_chunks(data))
    if len(found.get(b"cICP", b"")) == 4:
        primaries, transfer = _PRIMARIES.get(found[b"cICP"][0]), _CURVES.get(found[b"cICP"][1])
        is_srgb = primaries == _SRGB and transfer is _from_srgb
        return _profile(primaries, _table(transfer)) if primaries and transfer and not is_srgb else None
    if b"iCCP" in found or b"sRGB" in found:
        return None
    gamma = next(iter(_figures(found, b"gAMA", 1)), 0.0)
    said = _figures(found, b"cHRM", 8)
    has_own = any(abs(one - other) > _NEAR for one, other in zip(said, _SRGB, strict=False))
    has_gamma = _GAMMAS[0] < gamma < _GAMMAS[1]
    if not has_own and (not has_gamma or abs(gamma - _SRGB_GAMMA) < _NEAR):
        return None
    curve = struct.pack(">4sIIH", b"curv", 0, 1, round(256 / gamma)) if has_gamma else _table(_from_srgb)
    return _profile(said if has_own else _SRGB, curve)


def _figures(chunks: Mapping[bytes, bytes], name: bytes, count: int) -> tuple[float, ...]:
    """The figures of a chunk, of 1/100,000 each; none where it is missing or has another length."""
    data = chunks.get(name, b"")
    return tuple(each / 100_000 for each in struct.unpack(f">{count}I", data)) if len(data) == 4 * count else ()


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks before the picture itself."""
    at = len(PNG)
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if name == b"IDAT":
            return
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _from_srgb(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _from_bt709(value: float) -> float:
    return value / 4.5 if value < 0.081 else ((value + 0.099) / 1.099) ** (1 / 0.45)


_CURVES: dict[int, Callable[[float], float]] = {1: _from_bt709, 8: float, 13: _from_srgb, 14: _from_bt709}


def _table(curve: Callable[[float], float]) -> bytes:
    values = (round(0xFFFF * curve(step / (_STEPS - 1))) for step in range(_STEPS))
    return struct.pack(f">4sII{_STEPS}H", b"curv", 0, _STEPS, *values)


def _profile(primaries: Primaries, curve: bytes) -> bytes | None:
    """A profile of three primaries and a curve (ICC.1:2001-04, section 6.3.1.2); None for impossible primaries."""
    try:
        columns = _colorants(primaries)
    except ZeroDivisionError:
        return None
    text = b"text\0\0\0\0-\0"
    description = struct.pack(">4sII", b"desc", 0, 4) + b"PNG\0" + bytes(78)
    tags = {b"desc": description, b"cprt": text, b"wtpt": _xyz(_D50)}
    tags |= {name: _xyz(column) for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">12s4s28x3I48x", struct.pack(">6H", 2000, 1, 1, 0, 0, 0), b"acsp", *map(_fixed, _D50))
    return head + struct.pack(">I", len(tags)) + table + body


def _colorants(primaries: Primaries) -> list[tuple[float, float, float]]:
    """The three primaries as XYZ, so scaled that together they are white, and white is that of profiles."""
    pairs = list(zip(primaries[::2], primaries[1::2], strict=True))
    white, *colours = [(x / y, 1.0, (1 - x - y) / y) for x, y in pairs]
    shares = _times(_inverse(_columns(colours)), white)
    scaled = [tuple(share * part for part in colour) for share, colour in zip(shares, colours, strict=True)]
    cones, wanted, back = _times(_BRADFORD, white), _times(_BRADFORD, _D50), _inverse(_BRADFORD)
    adapted: list[tuple[float, float, float]] = []
    for each in scaled:
        parts = zip(_times(_BRADFORD, each), wanted, cones, strict=True)
        adapted.append(_times(back, [value * to / of for value, to, of in parts]))
    return adapted


def _columns(vectors: Sequence[Sequence[float]]) -> Matrix:
    return tuple(tuple(row) for row in zip(*vectors, strict=True))


def _times(matrix: Matrix, vector: Sequence[float]) -> tuple[float, float, float]:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _inverse(matrix: Matrix) -> Matrix:
    """The inverse of three rows, whose cofactors are their cross products."""
    first, second, third = matrix
    columns = [_cross(second, third), _cross(third, first), _cross(first, second)]
    own = sum(a * b for a, b in zip(first, columns[0], strict=True))
    return tuple((row[0] / own, row[1] / own, row[2] / own) for row in zip(*columns, strict=True))


def _cross(one: Sequence[float], other: Sequence[float]) -> tuple[float, float, float]:
    (a, b, c), (d, e, f) = one, other
    return b * f - c * e, c * d - a * f, a * e - b * d


def _xyz(values: Sequence[float]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *map(_fixed, values))


def _fixed(value: float) -> int:
    return round(value * 65536)
