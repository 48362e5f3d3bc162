"""The lines of the list of published addresses."""

import errno
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from puntina.core.digest import Digest, Kind
from puntina.core.digest.files import leads_out, read_regular
from puntina.core.settings.model import ADDRESSES_FILE as NAME

_DATE = re.compile(r"(.*?)(?:^| )(\d{4}-\d\d-\d\dT\d\d:\d\d\S*)")  # behind an id, which may be a list's with spaces
MOST = 64 * 1024 * 1024  # bytes of a list


@dataclass(frozen=True, slots=True)
class Published:
    """An address below the site, and the id of what was there; `line` is where the list has it.

    Of a digest whose id is made from its file's name there is the date too, which tells it from another that has come
    to that name.
    """

    address: str
    id: str
    line: int
    date: str = ""

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
            dated = _DATE.fullmatch(own.strip())
            yield Published(address, dated[1] if dated else own.strip(), number, dated[2] if dated else "")


def listed_date(digest: Digest) -> str:
    """The digest's date as the list has it; "" for a page."""
    return digest.meta.date.isoformat(timespec="minutes") if digest.meta.date and digest.kind is Kind.DIGEST else ""


def list_text(folder: Path) -> str:
    """The text of the list in the folder; raises OSError where it cannot be read."""
    return list_bytes(folder).decode("utf-8-sig", errors="replace")


def list_bytes(folder: Path) -> bytes:
    """The list in the folder as it is on the disk; raises OSError where it cannot be read or leads out."""
    file = folder / NAME
    file.stat()  # a link that leads nowhere, or to itself, is told as such
    if leads_out(file, folder):
        raise OSError(errno.EXDEV, "A link out of the publication", os.fspath(file))
    return read_regular(file, MOST)
