"""Reads copyright notices of the old site: the holder and the years."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from puntina.commands.importer.lines import cleaned
from puntina.commands.importer.words import ABBREVIATED, RIGHTS, any_of

YEARS = r"[0-9]{4}(?: ?[-–—] ?[0-9]{4})?"
SIGN = r"(?:(?:Copyright )?©|Copyright \([cC]\))"
RESERVED = rf"(?i:\b(?:{any_of(RIGHTS)})\b)"
_NOTICE = re.compile(rf"{SIGN}(?P<words>(?:(?!{SIGN}).)*)", re.IGNORECASE)
_BETWEEN = re.compile(rf"{YEARS}|{RESERVED}")
_SEPARATORS = " ,;:|/·•-–—\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Rights:
    """What is kept of the notices; `holder` is "" for the publication itself."""

    year: str = ""  # "2025", "2024-2025" or ""
    holder: str = ""


def rights_in(texts: Iterable[str], *, holder: str) -> Rights:
    """The rights that the notices in the texts claim; `holder` is the publication's own.

    Other holders' notices all count, as none of theirs may be lost; if there are none, the last one
    says the year.
    """
    found = [_read(match["words"]) for text in texts for match in _NOTICE.finditer(text)]
    others = [rights for rights in found if rights.holder and _key(rights.holder) != _key(cleaned(holder))]
    if others:
        names: dict[str, str] = {}
        for rights in others:
            names.setdefault(_key(rights.holder), rights.holder)
        return Rights(_span([rights.year for rights in others]), ", ".join(names.values()))
    return Rights(found[-1].year) if found else Rights()


def _read(words: str) -> Rights:
    """A notice without its sign; its holder stands before or after the years, what else is there goes."""
    years = re.search(YEARS, words)
    before, after = (words[: years.start()], words[years.end() :]) if years else (words, "")
    parts = (_name(part) for side in (before, after) for part in _BETWEEN.split(side))
    return Rights(_span([years.group()] if years else []), next(filter(None, parts), ""))


def _name(text: str) -> str:
    """The name without what parts it from the rest; a full stop stays where it ends an abbreviation."""
    name = text.lstrip(_SEPARATORS + ".").rstrip(_SEPARATORS)
    last = name.removesuffix(".").rpartition(" ")[2]
    return name if "." in last or last.casefold() in ABBREVIATED else name.rstrip(_SEPARATORS + ".")


def _key(holder: str) -> str:
    return holder.rstrip(". ").casefold()


def _span(texts: Sequence[str]) -> str:
    years = sorted({year for text in texts for year in re.findall("[0-9]{4}", text)})
    return "-".join(dict.fromkeys([*years[:1], *years[-1:]]))
