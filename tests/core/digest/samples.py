"""Digests for tests: the rules of a small publication, and texts read by them."""

from pathlib import Path
from zoneinfo import ZoneInfo

from puntina.core.digest import BlockKind, Digest, Reading, Rules
from puntina.core.digest.parse import parse

FIXTURES = Path(__file__).parents[2] / "fixtures"
PASTED = (FIXTURES / "present-site-it.txt").read_text("utf-8")
RULES = Rules(
    languages=("it", "en", "vi"),
    timezone=ZoneInfo("Asia/Ho_Chi_Minh"),
    categories=(("world", ("Mondo", "World", "Thế giới")), ("technology", ("Tecnologia", "Technology", "Công nghệ"))),
    default_category="world",
    networks=("x", "email", "copy"),
    licences=("CC-BY-4.0", "CC0-1.0"),
    extra_keys=("mood",),
)
PATH = "it/2025/cambricon.md"
HEADER = "id: d7k2m9qfx4c\ntitle: Titolo\ndate: 2025-09-02 07:30"
FIRST = 6  # the line in which the body begins


def text_of(body: str, header: str = HEADER) -> str:
    """Return the text of a file."""
    return f"---\n{header}\n---\n{body}"


def reading(body: str, header: str = HEADER, path: str = PATH, rules: Rules = RULES) -> Reading:
    """Return what came of reading a file."""
    return parse(text_of(body, header).encode(), path, rules)


def digest(body: str = "- a\n\n📌 b\n", header: str = HEADER, path: str = PATH, rules: Rules = RULES) -> Digest:
    """Return the digest of a file; fails if there is none."""
    found = reading(body, header, path, rules)
    assert found.digest, found.problems
    return found.digest


def problems(body: str = "- a\n\n📌 b\n", header: str = HEADER, path: str = PATH) -> list[str]:
    """Return the printed problems of a file, without the file's name."""
    return [str(problem).partition("cambricon.md:")[2] for problem in reading(body, header, path).problems]


def parts(body: str) -> list[tuple[str, int, str, str]]:
    """Return kind, line from the body's first, HTML and text of every part."""
    return [
        (block.kind.value, part.line - FIRST + 1, str(part.html), part.text)
        for block in digest(body).blocks
        for part in block.parts
    ]


def shape(body: str) -> list[tuple[str, str]]:
    """Return kind and text of every part."""
    return [(kind, text) for kind, _, _, text in parts(body)]


def points(*texts: str) -> list[tuple[str, str]]:
    """Return the shape of points with these texts."""
    return [(BlockKind.POINTS.value, text) for text in texts]


def summary(text: str) -> list[tuple[str, str]]:
    """Return the shape of a summary with this text."""
    return [(BlockKind.SUMMARY.value, text)]


def body(*texts: str) -> list[tuple[str, str]]:
    """Return the shape of other text."""
    return [(BlockKind.BODY.value, text) for text in texts]
