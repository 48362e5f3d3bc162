"""Messages that a language's catalogues lack, so that readers get them in English."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from puntina.core.locales.messages import forms
from puntina.core.locales.po import entries_in, parse_po


def lacking(own: Iterable[Path], english: Iterable[Path]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Each English file that has messages which none of the files has, with those; all of them can be read."""
    there = {(entry.context, entry.message) for path in own for entry in entries_in(_text(path))}
    for path in english:
        every = entries_in(_text(path))
        if found := tuple([entry.message for entry in every if (entry.context, entry.message) not in there]):
            yield path, found


def still_english(path: Path, code: str) -> tuple[int, int]:
    """How many messages of a sound catalogue are the same in English, and how many there are; names count for none.

    A copy that nobody has translated yet is not at fault by its form: every message has a text.
    """
    catalogue, _ = parse_po(_text(path), code)
    every = [each for each in catalogue if each.id and " " in forms(each.id)[0]]
    return sum(1 for each in every if forms(each.string)[0] == forms(each.id)[0]), len(every)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
