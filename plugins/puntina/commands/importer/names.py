"""Date, title and slug from a pasted file's name."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from puntina.commands.importer.lines import cleaned
from puntina.core.digest.slugs import slugify

_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])[-_. ]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NameSays:
    """The parts of a name such as `2025-09-02-cambricon_sfida.txt`."""

    date: date | None
    title: str  # "Cambricon sfida"
    slug: str  # "cambricon-sfida"


def name_says(path: Path) -> NameSays:
    """The parts of the file's name, as far as they are there; a day that no calendar has is no date."""
    day, stem = _dated(path.stem)
    words = cleaned(re.sub(r"[-_]+", " ", stem))
    return NameSays(day, words[:1].upper() + words[1:], slugify(stem))


def _dated(stem: str) -> tuple[date | None, str]:
    match = _DATED.fullmatch(stem)
    if not match:
        return None, stem
    try:
        return date.fromisoformat(match[1]), match[2]
    except ValueError:
        return None, stem
