"""The lines of the list of published addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.digest.files import read_regular
from plugins.site.model import ADDRESSES_FILE as NAME

MOST = 64 * 1024 * 1024  # bytes of a list


@dataclass(frozen=True, slots=True)
class Published:
    """An address below the site, and the id of what was there; `line` is where the list has it."""

    address: str
    id: str
    line: int

    @property
    def is_list(self) -> bool:
        """Whether a list or feed was there: the id of no digest has a colon."""
        return ":" in self.id


def read_list(folder: Path) -> Iterator[Published]:
    """The lines of the list in the folder; none where there is no list."""
    try:
        text = list_text(folder)
    except FileNotFoundError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        address, _, own = line.strip().partition(" ")
        if address and not address.startswith("#"):
            yield Published(address, own.strip(), number)


def list_text(folder: Path) -> str:
    """The text of the list in the folder; raises OSError where it cannot be read."""
    return list_bytes(folder).decode("utf-8-sig", errors="replace")


def list_bytes(folder: Path) -> bytes:
    """The list in the folder as it is on the disk; raises OSError where it cannot be read."""
    return read_regular(folder / NAME, MOST)
