"""Addresses of the theme's own files, each with a mark of its content, so that a browser may keep it for ever."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

from puntina.core.settings.theme_folder import missing_asset

SHOWN = 10  # hexadecimal digits of the hash: 40 bits, for a few versions of one file


@dataclass(frozen=True, slots=True)
class Assets:
    """The templates' `asset("daily.css")`: the file's address below the host's root, with `?v=…` where `marked`."""

    hashes: Mapping[str, str]  # of each file, by its path below the theme's static folder
    folder: str  # the address of that folder, without a slash at the end
    marked: bool  # not in a preview, where the address of a style sheet stays when its content changes

    def __call__(self, name: str) -> str:
        """The address; LookupError for a file that the theme does not have."""
        if name not in self.hashes:
            raise LookupError(missing_asset(name, self.hashes))
        mark = f"?v={self.hashes[name]}" if self.marked else ""
        return f"{self.folder}/{quote(name)}{mark}"

    @property
    def fingerprint(self) -> bytes:
        """16 bytes that differ where an address would differ."""
        shown = [(name, self(name)) for name in sorted(self.hashes)]
        return blake2b(repr(shown).encode(), digest_size=16).digest()


def assets(theme_static: Path) -> dict[str, str]:
    """The hash of each file below the folder by its path with slashes; none where there is no such folder."""
    files: Iterable[Path] = sorted(path for path in theme_static.rglob("*") if path.is_file())
    return {path.relative_to(theme_static).as_posix(): _mark(path) for path in files}


def _mark(path: Path) -> str:
    return blake2b(path.read_bytes()).hexdigest()[:SHOWN]
