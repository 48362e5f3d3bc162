"""What an import says of each file: what it recognised, what it kept, what it left out."""

from collections.abc import Iterable

from plugins.importer.text import Imported, TitleFrom

LONGEST = 60  # characters of a line that are shown


def sentence(path: str, imported: Imported, *, date_from: str) -> str:
    """One line on the new file at `path`."""
    claim = " ".join(filter(None, (imported.rights.year, imported.rights.holder)))
    rights = f", © {claim}" if claim else ""
    origin = f"title {imported.title_from}, date {date_from}"
    if imported.title_from is TitleFrom.FILE_NAME and date_from == TitleFrom.FILE_NAME:
        origin = f"title and date {date_from}"
    kept = _listed("kept as text", ((piece.line, piece.text) for piece in imported.paragraphs))
    left_out = _listed("left out", ((line.number, line.text) for line in imported.dropped))
    joined = _listed("joined to the line above", ((line.number, line.text) for line in imported.joined))
    form = ", Markdown" if imported.markdown else ""
    return f"{path}: {_points(imported)}, {_summary(imported)}{form}, {origin}{rights}{kept}{joined}{left_out}"


def _points(imported: Imported) -> str:
    count = sum(not point.level for point in imported.points)
    return {0: "no points", 1: "1 point"}.get(count, f"{count} points")


def _summary(imported: Imported) -> str:
    words = sum(len(piece.text.split()) for piece in imported.summaries)
    return f"summary ({words} word{'s' * (words != 1)})" if imported.summaries else "no summary"


def _listed(label: str, lines: Iterable[tuple[int, str]]) -> str:
    shown = ", ".join(f'line {number} "{_short(text)}"' for number, text in lines)
    return f"; {label}: {shown}" if shown else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
