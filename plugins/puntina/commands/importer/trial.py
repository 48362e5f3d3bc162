"""Checks a content file before it is written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from puntina.core.checks.reading import assembled
from puntina.core.content.files import read_file
from puntina.core.content.walk import walk
from puntina.core.digest.parse import parse
from puntina.core.digest.problem import errors
from puntina.core.settings import Site

Accepts = Callable[[PurePosixPath, str], bool]
"""Whether `check` takes a file of this text at this path below the content."""


def accepted_by(site: Site) -> Accepts:
    """The answer of `check` with one file more, given without writing it; the content is read when it is asked."""

    def accepts(path: PurePosixPath, text: str) -> bool:
        found, new = walk(site), path.as_posix()
        readings = {each: read_file(each, site) for each in found.digests}
        readings[new] = parse(text.encode(), new, site.rules)
        content = assembled(replace(found, digests=(*found.digests, new)), readings, site)
        shown = PurePosixPath(site.rules.folder, path).as_posix()
        return not any(problem.path == shown for problem in errors(content.problems))

    return accepts
