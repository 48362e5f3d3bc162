"""Content files that are copied because of STATIC_PATHS or because they are in root/."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from puntina.core.settings import Site
from puntina.core.settings.path_faults import ROOT_FILES


def prefixes(site: Site) -> tuple[str, ...]:
    """What the paths of such files begin with, where a slash is put behind the path of a file."""
    plain = (PurePosixPath(folder).as_posix() for folder in (*site.statics, ROOT_FILES))
    return tuple(["" if folder == "." else f"{folder}/" for folder in plain])


def static_files(files: Iterable[str], site: Site) -> Iterator[str]:
    """Those of the files."""
    begun = prefixes(site)
    return (path for path in files if f"{path}/".startswith(begun))


def place_of_copy(path: str) -> str:
    """The path of a content file's copy on the site; for a file in root/, its path below root/."""
    return path.removeprefix(f"{ROOT_FILES}/")
