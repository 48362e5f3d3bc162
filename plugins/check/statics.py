"""Which files of the content are copied because STATIC_PATHS names them, or a folder that they are in."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from plugins.site import Site


def prefixes(site: Site) -> tuple[str, ...]:
    """What the paths of such files begin with, where a slash is put behind the path of a file."""
    plain = (PurePosixPath(folder).as_posix() for folder in site.statics)
    return tuple(["" if folder == "." else f"{folder}/" for folder in plain])


def static_files(files: Iterable[str], site: Site) -> Iterator[str]:
    """Those of the files."""
    begun = prefixes(site)
    return (path for path in files if f"{path}/".startswith(begun))
