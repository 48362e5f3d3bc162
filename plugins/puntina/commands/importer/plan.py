"""Plans an import: each pasted file with its target path, and every problem of every file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from puntina.commands.importer.foreign import Foreign, split_front_matter
from puntina.commands.importer.lines import cleaned
from puntina.commands.importer.markdown import heading, is_markdown, markdown_body, tidied
from puntina.commands.importer.names import NameSays, name_says
from puntina.commands.importer.options import Options, old_address
from puntina.commands.importer.origins import DateFrom, TitleFrom
from puntina.commands.importer.source import read_text
from puntina.commands.importer.text import Imported, recognise
from puntina.commands.importer.write import as_markdown
from puntina.core.digest.conflicts import merge_conflict
from puntina.core.digest.message import message
from puntina.core.digest.names import fault_of_name, folded
from puntina.core.digest.parse import parse
from puntina.core.digest.problem import Problem
from puntina.core.digest.rules import Rules
from puntina.core.digest.slugs import slugify
from puntina.core.digest.text import FORBIDDEN


@dataclass(frozen=True, slots=True)
class Pasted:
    """A file as given, read and recognised."""

    file: str
    name: NameSays
    imported: Imported
    foreign: Foreign


@dataclass(frozen=True, slots=True)
class Entry:
    """A content file to be written; `path` is below content/, with slashes."""

    file: str
    path: str
    text: str
    imported: Imported
    date_from: DateFrom


def read(file: Path, options: Options, *, holder: str) -> tuple[Pasted | None, tuple[Problem, ...]]:
    """The digest pasted into the file, or None and the problems that keep it from being read."""
    shown = file.as_posix()
    text, problems = read_text(file)
    if text is None:
        return None, problems
    if "<<<<<<<" in text and ">>>>>>>" in text and (conflict := merge_conflict(text, shown)):
        return None, (conflict,)
    foreign, text, problems = split_front_matter(text, shown)
    name = name_says(file)
    imported = _recognised(text, foreign, options, name, holder=holder)
    dated = [problem for problem in problems if not (options.date and problem.code == "IMP-DATE")]
    faults = (*dated, *_faults(imported, shown))
    return (None, faults) if faults else (Pasted(shown, name, imported, foreign or Foreign()), ())


def _recognised(text: str, foreign: Foreign | None, options: Options, name: NameSays, *, holder: str) -> Imported:
    """The digest in the text, which is kept as Markdown where it is Markdown."""
    given = foreign.title if foreign else ""
    if foreign is None and not is_markdown(text):
        return recognise(text, title=options.title, name_title=name.title, holder=holder)
    text, head = tidied(text), heading(text)
    lines = text.split("\n")
    title = options.title or given or (head.text if head else "")
    plain = "\n".join("" if head and number == head.number else line for number, line in enumerate(lines, 1))
    found = recognise(plain, title=title, name_title=name.title, holder=holder)
    taken = found.title_from is TitleFrom.FIRST_LINE
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    without = {line.number for line in found.dropped if cleaned(lines[line.number - 1]) == line.text}
    without |= ({head.number} if head else set()) | ({first} if taken else set())
    origin = TitleFrom.OPTION if options.title else TitleFrom.FRONT_MATTER if given else TitleFrom.FIRST_LINE
    left = foreign.left_out if foreign else ()
    return replace(
        found,
        title_from=origin if title else found.title_from,
        pieces=tuple(replace(piece, level=int(lines[piece.line - 1][:1].isspace())) for piece in found.pieces),
        dropped=(*left, *found.dropped),
        joined=(),
        markdown=markdown_body(text, frozenset(without)),
        tags=foreign.tags if foreign else (),
        summary=foreign.summary if foreign else "",
    )


def retitled(pasted: Pasted, answer: str) -> Pasted:
    """The pasted digest with the title that the editor typed; an empty answer leaves it as it is."""
    title = cleaned(FORBIDDEN.sub("", answer))
    if not title:
        return pasted
    return replace(pasted, imported=replace(pasted.imported, title=title, title_from=TitleFrom.ANSWER))


def entry(pasted: Pasted, options: Options, *, now: datetime, id: str) -> Entry:
    """The content file that comes of the pasted digest: `<lang>/<year>/<slug>.md`.

    Without a known date it is a draft, so that an old text is not published as today's.
    """
    when, date_from = _dated(pasted, options, now)
    slug = slugify(options.title) or pasted.name.slug or slugify(pasted.imported.title)
    path = PurePosixPath(options.lang, f"{when:%Y}", f"{slug}.md").as_posix()
    text = as_markdown(
        pasted.imported,
        id=id,
        date=when,
        category=options.category,
        draft=date_from is DateFrom.NOW or pasted.foreign.is_draft,
        source_url=options.source_url,
        alias=old_address(options.old_url, slug, when),
    )
    return Entry(pasted.file, path, text, pasted.imported, date_from)


def problems_of(entries: Iterable[Entry], rules: Rules, taken: Callable[[str], str]) -> Iterator[Problem]:
    """The problems of what would be written; `taken` gives the file that is in a path's place, or ""."""
    first: dict[str, Entry] = {}
    for found in entries:
        shown = PurePosixPath(rules.folder, found.path).as_posix()
        key = folded(found.path)
        if not found.imported.title:
            hint = message("give one with --title, or write it as the first line, above the text")
            yield Problem(found.file, 0, 0, "IMP-TITLE", message("no title"), hint)
        elif fault := fault_of_name(PurePosixPath(found.path).name.removesuffix(".md")):
            hint = message("rename the pasted file; the new file takes its name")
            text = message("the name of {file} {fault}", file=shown, fault=fault)
            yield Problem(found.file, 0, 0, "IMP-NAME", text, hint)
        elif key in first:
            hint = message("rename {file}; the new file takes its name", file=found.file)
            text = message("both {first} and {second} would become this file", first=first[key].file, second=found.file)
            yield Problem(shown, 0, 0, "IMP-SAME", text, hint)
        elif there := taken(found.path):
            text = message("the file already exists")
            if there != found.path:
                text = message(
                    "the file already exists, as {other}", other=PurePosixPath(rules.folder, there).as_posix()
                )
            hint = message("rename {file}, or delete the content file", file=found.file)
            yield Problem(shown, 0, 0, "IMP-EXISTS", text, hint)
        else:
            yield from parse(found.text.encode(), found.path, rules).problems
        first.setdefault(key, found)


def _faults(imported: Imported, shown: str) -> Iterator[Problem]:
    if not imported.pieces:
        is_title = imported.title_from is TitleFrom.FIRST_LINE
        what = message("the file has only a title") if is_title else message("the file has no text of a digest")
        yield Problem(shown, 0, 0, "IMP-EMPTY", what, message("paste the points and the 📌 summary below it"))
    for extra in imported.summaries[1:]:
        text = message("duplicate 📌 (first on line {line})", line=imported.summaries[0].line)
        hint = message("keep one summary; delete the 📌 of the other")
        yield Problem(shown, extra.line, 1, "IMP-SUMMARIES", text, hint)


def _dated(pasted: Pasted, options: Options, now: datetime) -> tuple[date | datetime, DateFrom]:
    if options.date:
        return options.date, DateFrom.OPTION
    if pasted.foreign.date:
        return pasted.foreign.date, DateFrom.FRONT_MATTER
    if pasted.name.date:
        return pasted.name.date, DateFrom.FILE_NAME
    return now.replace(second=0, microsecond=0), DateFrom.NOW
