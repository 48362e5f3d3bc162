"""The line that an import prints for each file: what it recognised, kept and left out."""

from collections.abc import Iterable
from functools import reduce

from puntina.commands.importer.origins import DateFrom, TitleFrom
from puntina.commands.importer.text import Imported
from puntina.core.digest.message import Message, counted, message

LONGEST = 60  # characters of a line that are shown
MOST = 20  # lines that are named
TITLES = {
    TitleFrom.FRONT_MATTER: message("title from its front matter"),
    TitleFrom.OPTION: message("title as given"),
    TitleFrom.FIRST_LINE: message("title from the first line"),
    TitleFrom.FILE_NAME: message("title from the file name"),
    TitleFrom.ANSWER: message("title as entered"),
}
DATES = {
    DateFrom.OPTION: message("date as given"),
    DateFrom.FRONT_MATTER: message("date from its front matter"),
    DateFrom.FILE_NAME: message("date from the file name"),
    DateFrom.NOW: message("current date, so a draft"),
}


def sentence(path: str, imported: Imported, *, date_from: DateFrom) -> Message:
    """One line on the new file at `path`."""
    rights = " ".join(filter(None, (imported.rights.year, imported.rights.holder)))
    parts = [
        _points(imported),
        _summary(imported),
        *([message("Markdown")] if imported.markdown else []),
        TITLES[imported.title_from],
        DATES[date_from],
        *([message("© {rights}", rights=rights)] if rights else []),
    ]
    said = message("{file}: {found}", file=path, found=_joined(parts))
    if imported.paragraphs:
        lines = _lines((piece.line, piece.text) for piece in imported.paragraphs)
        said = message("{report}; kept as text: {lines}", report=said, lines=lines)
    if imported.joined:
        lines = _lines((line.number, line.text) for line in imported.joined)
        said = message("{report}; joined to the line above: {lines}", report=said, lines=lines)
    if imported.dropped:
        lines = _lines((line.number, line.text) for line in imported.dropped)
        said = message("{report}; left out: {lines}", report=said, lines=lines)
    return said


def _points(imported: Imported) -> Message:
    count = sum(not point.level for point in imported.points)
    return counted("{count} point", "{count:,} points", count=count) if count else message("no points")


def _summary(imported: Imported) -> Message:
    if not imported.summaries:
        return message("no summary")
    words = sum(len(piece.text.split()) for piece in imported.summaries)
    return counted("summary ({count} word)", "summary ({count:,} words)", count=words)


def _lines(lines: Iterable[tuple[int, str]]) -> Message:
    """The first of the lines by number and text, and how many others there are."""
    every = [message('line {number} "{text}"', number=number, text=_short(text)) for number, text in lines]
    others = len(every) - MOST
    more = [counted("and {count:,} more", "and {count:,} more", count=others)] if others > 0 else []
    return _joined([*every[:MOST], *more])


def _joined(parts: Iterable[Message]) -> Message:
    return reduce(lambda before, part: message("{before}, {next}", before=before, next=part), parts)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
