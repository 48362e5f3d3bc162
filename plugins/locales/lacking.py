"""Messages that a language's catalogues do not have: readers get them in English, and no line of a file says so."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.locales.po import entries_in


def lacking(own: Iterable[Path], english: Iterable[Path]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Each English file that has messages which none of the files has, with those; all of them can be read."""
    there = {(entry.context, entry.message) for path in own for entry in entries_in(_text(path))}
    for path in english:
        every = entries_in(_text(path))
        if found := tuple([entry.message for entry in every if (entry.context, entry.message) not in there]):
            yield path, found


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
