"""Content files with one thing wrong, as a slip of a hand, a bad disk or a paste leaves them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from tests.site_builder import ROOT

CASES = ROOT / "tests/fixtures/cases"
# What pastes and attackers bring, besides the lines of the cases.
PIECES = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xc3",
        b"\xe2\x80\xae",
        b"\xe2\x80\x8b",
        b"\xef\xbb\xbf",
        b"\r",
        b"\x1b[2J",
    ),
    *(
        b"---\n",
        b"...\n",
        b"<!--",
        b"-->",
        b"```\n",
        b"[",
        b"![",
        b"[a](",
        b"](x.md)",
        b"<<<<<<< HEAD\n",
        b">>>>>>> x\n",
    ),
    *(
        b": ",
        b"- ",
        b"? ",
        b"&a ",
        b"*a ",
        b"!!python/object:x {}",
        b"{",
        b"[1, ",
        b"|\n",
        b">\n",
        b"%",
        b"\t",
        b"'",
        b'"',
    ),
    *(
        b"title: [a]\n",
        b"date: 0000-00-00\n",
        b"date: 9999-12-31 23:59:59 +14:00\n",
        b"lang: xx\n",
        b"status: ~\n",
        b"id: a:b\n",
    ),
    *(
        b"slug: ../../x\n",
        b"tags: {a: b}\n",
        b"image: {file: /etc/passwd}\n",
        b"updates: [[]]\n",
        b"aliases: [//x, ../x]\n",
    ),
    *(
        "📌 ".encode(),
        "📌".encode() * 3,
        "•\t".encode(),
        b"[^1]: x\n",
        b"[^1]",
        b"|a|\n|-|\n",
        b"> " * 60,
        b"#" * 7 + b"\n",
    ),
    *(
        b"https://\xc3\xa9.example/%zz",
        b"<script>alert(1)</script>\n",
        b"&#0;",
        b"\\",
        b"javascript:alert(1)",
        b"::error::x\n",
    ),
)
Mutation = Callable[[bytes, Random], bytes]


def mutant(data: bytes, rng: Random) -> bytes:
    """Return the bytes with one to three mutations."""
    for _ in range(rng.choice([1, 1, 2, 3])):
        data = rng.choice(MUTATIONS)(data, rng)
    return data


def _delete(data: bytes, rng: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at = rng.randrange(len(lines) + 1)
    return b"".join([*lines[:at], *lines[at + rng.randint(1, 3) :]])


def _duplicate(data: bytes, rng: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at = rng.randrange(len(lines) + 1)
    return b"".join([*lines[:at], *lines[at : at + 2] * rng.choice([2, 2, 40]), *lines[at + 2 :]])


def _swap(data: bytes, rng: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    one, other = (rng.randrange(len(lines)) for _ in range(2)) if lines else (0, 0)
    if lines:
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _cut(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + data[at + rng.choice([1, 1, 3, 200, len(data)]) :]


def _insert(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(PIECES) * rng.choice([1, 1, 1, 5, 300]) + data[at:]


def _paste(data: bytes, rng: Random) -> bytes:
    """Lines of one of the cases, somewhere."""
    lines, own = rng.choice(hostile()), data.splitlines(keepends=True)
    start, at = rng.randrange(len(lines)), rng.randrange(len(own) + 1)
    return b"".join([*own[:at], *lines[start : start + rng.randint(1, 6)], *own[at:]])


def hostile() -> Sequence[Sequence[bytes]]:
    """Return the lines of each text among the cases."""
    if not _HOSTILE:
        texts = [path.read_bytes() for path in sorted(CASES.rglob("*.md"))]
        _HOSTILE.extend([lines for text in texts if (lines := text.splitlines(keepends=True))])
    return _HOSTILE


def sample(folder: Path) -> dict[str, bytes]:
    """Return the text of each digest and page below the folder by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.md"))}


_HOSTILE: list[Sequence[bytes]] = []
MUTATIONS: tuple[Mutation, ...] = (_delete, _duplicate, _swap, _cut, _insert, _paste)
