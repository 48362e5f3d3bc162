"""The whole content, read: every digest and page, every file beside them, every problem."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from puntina.core.checks.copies import copies, copy_problems, sure_copies
from puntina.core.checks.media_files import media_problems
from puntina.core.checks.pictures import Facts
from puntina.core.checks.shown import pictures
from puntina.core.checks.together import address_of, problems_together
from puntina.core.checks.walk import Walk, walk
from puntina.core.digest import Digest, Problem, Reading
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.settings import Address, Site


@dataclass(frozen=True, slots=True)
class Content:
    """The content folder as read; digests and pages, where each has its page, and what pictures they show, by path."""

    digests: dict[str, Digest]
    addresses: Mapping[str, Address]
    files: frozenset[str]
    problems: tuple[Problem, ...]
    pictures: dict[str, Facts] = field(default_factory=dict)
    read: int = 0  # how many files there are to read, those with errors too


def read_content(site: Site) -> Content:
    """Everything below the content folder, read file by file; nothing is raised, problems are values."""
    found = walk(site)
    return assembled(found, {path: read_file(path, site) for path in found.digests}, site)


def read_file(path: str, site: Site) -> Reading:
    """What came of reading the file at `path`, below the content folder."""
    from puntina.core.digest.parse import parse  # here, as builds read files by themselves, and an idle one reads none

    data = file_bytes(path, site)
    return data if isinstance(data, Reading) else parse(data, path, site.rules)


def file_bytes(path: str, site: Site) -> bytes | Reading:
    """The bytes of the file at `path`, or, where it can't be read, what comes of that."""
    try:
        with open(f"{site.content}/{path}", "rb", 0) as file:  # noqa: PTH123 - ten thousand times a build
            return file.read()
    except OSError as error:
        shown = f"{site.rules.folder}/{path}"
        return Reading(
            None,
            (
                Problem(
                    shown,
                    0,
                    0,
                    "FILE-READ",
                    message("the file can't be read ({reason})", reason=reason_of(error.strerror)),
                    message("make the file readable"),
                ),
            ),
        )


def assembled(
    found: Walk, readings: Mapping[str, Reading], site: Site, addresses: Mapping[str, Address] | None = None
) -> Content:
    """The content as a whole, with the problems of its files together; `readings` are those of `found.digests`.

    `addresses` are those of all digests, where they are known already.
    """
    digests = {path: reading.digest for path, reading in readings.items() if reading.digest}
    files = frozenset(found.files)
    problems = [*found.problems, *(problem for reading in readings.values() for problem in reading.problems)]
    # A file that could not be read is there all the same: a link to it is not missing.
    if addresses is None:
        addresses = {path: address_of(digest, site) for path, digest in digests.items()}
    copied = sure_copies(copies((*found.digests, *found.files)), digests)
    problems += copy_problems(copied, site)
    all_read = len(digests) == len(readings)
    problems += problems_together(digests, addresses, files | readings.keys(), site, copied=copied, all_read=all_read)
    found_there = pictures(digests, files, site)
    problems += found_there.problems
    problems += media_problems(found.files, site)
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.order))
    return Content(digests, addresses, files, ordered, found_there.facts, len(readings))
