"""Catalogues: .po files read by Babel and compiled in memory, the plugins' own and the theme's in one."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Protocol

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from plugins.digest import Faults, Problem

STRINGS = Path(__file__).with_name("strings")


class Tongue(Protocol):
    """A language of the publication."""

    @property
    def code(self) -> str:
        """Its BCP 47 code."""


class Publication(Protocol):
    """What is asked of a Site here."""

    @property
    def languages(self) -> Iterable[Tongue]:
        """Its languages."""


def load_catalogues(site: Publication, theme: Path) -> dict[str, Translations]:
    """The strings of every language; raises Faults with all catalogues that are missing or broken."""
    folders = [folder for folder in (STRINGS, theme / "locale") if folder.is_dir()]
    files = {language.code: [_files(language.code, folder) for folder in folders] for language in site.languages}
    problems = [
        _missing(code, folder) for code, groups in files.items() for folder, group in zip(folders, groups, strict=True) if not group
    ]
    loaded = {code: list(_catalogues((path for group in groups for path in group), problems)) for code, groups in files.items()}
    if problems:
        raise Faults(problems)
    return {code: _compiled(catalogues) for code, catalogues in loaded.items()}


def _files(code: str, folder: Path) -> list[Path]:
    return sorted((folder / code / "LC_MESSAGES").glob("*.po"))


def _catalogues(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Catalog]:
    for path in paths:
        try:
            with path.open("rb") as file:
                yield read_po(file, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError) as error:
            line = getattr(error, "lineno", 0) or 0
            problems.append(Problem(_shown(path), line + 1, 1, "SITE-CATALOGUE", str(error), "mend the catalogue"))


def _compiled(catalogues: list[Catalog]) -> Translations:
    merged: Translations | None = None
    for catalogue in catalogues:
        file = BytesIO()
        write_mo(file, catalogue)  # fuzzy ones are left out
        file.seek(0)
        strings = Translations(file)
        merged = merged.merge(strings) if merged else strings
    return merged or Translations()


def _missing(code: str, folder: Path) -> Problem:
    place = _shown(folder / code / "LC_MESSAGES")
    return Problem(place, 0, 0, "SITE-CATALOGUE", f'no catalogue for the language "{code}"', "translate one of its neighbours into it")


def _shown(path: Path) -> str:
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)
