"""The files of a built site, and the file that each URL leads to."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from puntina.core.settings import Site

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Output:
    """A built site: its folder, the URL at which readers find that, and the paths of its files, with slashes."""

    folder: Path
    url: str
    files: frozenset[str]

    @classmethod
    def of(cls, site: Site) -> "Output":
        """The files that are in the site's output folder now."""
        folder = site.output
        found = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
        return cls(folder, site.url, frozenset(path.relative_to(folder).as_posix() for path in found))

    def with_ending(self, *endings: str) -> Iterator[tuple[str, bytes]]:
        """Path and content of each file whose name ends so, in order."""
        for path in sorted(path for path in self.files if path.endswith(endings)):
            yield path, (self.folder / path).read_bytes()

    def page_of(self, path: str) -> str:
        """The URL of the file: that of its folder for an index.html."""
        return f"{self.url}/{path.removesuffix('index.html')}"

    def target(self, link: str, page: str) -> tuple[str, str] | None:
        """The path that a link on the page at this URL leads to, and its fragment; None where it leaves the site.

        A path ends with index.html where the URL is that of a folder. Raises ValueError for what is not a URL.
        """
        own, found = urlsplit(f"{self.url}/"), urlsplit(urljoin(page, link.strip()))
        if found.scheme not in PORTS or (found.hostname, _port(found.port, found.scheme)) != (
            own.hostname,
            _port(own.port, own.scheme),
        ):
            return None
        if f"{found.path}/" != own.path and not found.path.startswith(own.path):
            return None
        path = unquote(found.path[len(own.path) :])
        return (f"{path}index.html" if not path or path.endswith("/") else path), unquote(found.fragment)

    def has(self, path: str) -> bool:
        """Whether hosts have something at the path; of a folder without its slash they lead to its index.html."""
        return path in self.files or f"{path}/index.html" in self.files or f"{path}.html" in self.files


def line_of(element: Any) -> int:
    """The line of the file in which lxml has found the element; 0 where it does not know."""
    return element.sourceline or 0


def _port(port: int | None, scheme: str) -> int:
    return port or PORTS[scheme]
