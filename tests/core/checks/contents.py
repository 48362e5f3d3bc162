"""Content folders for tests: files written, read, and what an editor is told."""

from collections.abc import Mapping
from pathlib import Path

from puntina.core.checks.reading import read_content
from puntina.core.content.content import Content
from puntina.core.reporting.report import report
from puntina.core.settings import Site
from tests.core.settings import settings

GOOD = "- a\n\n📌 b\n"
HEADER = "title: T\ndate: 2025-09-02 07:30"
CUTOFF = "2025-09-03 00:00"


def text(body: str = GOOD, header: str = HEADER, *, id: str = "") -> str:
    """Return a digest's text; without an id, problems have a note about it."""
    return f"---\nid: {id}\n{header}\n---\n{body}" if id else f"---\n{header}\n---\n{body}"


def write(folder: Path, files: Mapping[str, str | bytes], **changes: object) -> Site:
    """Write files below content/ and return the publication's Site."""
    found = settings.site(folder, **{"CUTOFF": CUTOFF, "STATIC_PATHS": ["media"]} | changes)
    for path, data in files.items():
        target = found.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)
    return found


def content(folder: Path, files: Mapping[str, str | bytes], **changes: object) -> Content:
    """Return the content of these files as read."""
    return read_content(write(folder, files, **changes))


def told(folder: Path, files: Mapping[str, str | bytes], **changes: object) -> list[str]:
    """Return every line that an editor is shown, without notes and the last line, which counts."""
    found = content(folder, files, **changes)
    problems = [problem for problem in found.problems if problem.code != "FM-ID" or problem.severity.value == "error"]
    return list(report(problems, folder))[:-1]


def lines(folder: Path, files: Mapping[str, str | bytes], **changes: object) -> list[str]:
    """Return the printed problems, without source lines and carets."""
    return [line for line in told(folder, files, **changes) if not line.startswith("    ")]
