"""Reads one content file; a file that can't be read becomes a problem."""

from puntina.core.digest import Problem, Reading
from puntina.core.digest.message import message
from puntina.core.digest.reasons import reason_of
from puntina.core.settings import Site


def read_file(path: str, site: Site) -> Reading:
    """The reading of the file at `path`, relative to the content folder."""
    from puntina.core.digest.parse import parse  # here, as builds read files by themselves, and an idle one reads none

    data = file_bytes(path, site)
    return data if isinstance(data, Reading) else parse(data, path, site.rules)


def file_bytes(path: str, site: Site) -> bytes | Reading:
    """The bytes of the file at `path`, or a reading with the problem if it can't be read."""
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
