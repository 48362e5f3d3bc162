"""Reads and checks the whole content: the first step of `check` and of builds."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from puntina.core.checks.cross_file import problems_together
from puntina.core.checks.plugin_hooks import plugin_problems
from puntina.core.content.addresses import address_of
from puntina.core.content.content import Content
from puntina.core.content.copies import copies, copy_problems, sure_copies
from puntina.core.content.files import read_file
from puntina.core.content.media_files import media_problems
from puntina.core.content.used_images import pictures
from puntina.core.content.walk import Walk, walk
from puntina.core.digest import Problem, Reading
from puntina.core.routes.address import Address
from puntina.core.settings import Site


def read_content(site: Site) -> Content:
    """Everything below the content folder, read file by file; nothing is raised, problems are values."""
    found = walk(site)
    return assembled(found, {path: read_file(path, site) for path in found.digests}, site)


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
    content = Content(digests, addresses, files, _ordered(problems), found_there.infos, len(readings))
    if not site.hooks.plugins:
        return content
    return replace(content, problems=_ordered((*content.problems, *plugin_problems(content, site))))


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda problem: problem.order))
