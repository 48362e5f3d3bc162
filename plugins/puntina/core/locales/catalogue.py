"""Catalogues: a language's .po files, from plugins, theme and publication, compiled in memory into one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Protocol

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.support import Translations

from puntina.core.digest import Faults, Problem, Severity, errors
from puntina.core.digest.conflicts import merge_conflict
from puntina.core.digest.message import Message, counted, message
from puntina.core.digest.reasons import reason_of
from puntina.core.locales.catalogue_files import files_of, folder_name, languages_in, model_of, names_in
from puntina.core.locales.lacking import lacking, still_english
from puntina.core.locales.po import Fault, parse_po

CODE = "SITE-CATALOGUE"
STRINGS = Path(__file__).with_name("strings")
OWN = "locale"  # the publication's folder of catalogues: languages of its own, or other words for a string


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The strings of a language, and what is wrong with its files; warnings are strings that stay English."""

    strings: Translations
    problems: tuple[Problem, ...]


class LanguageLike(Protocol):
    """A language of the publication."""

    @property
    def code(self) -> str:
        """Its BCP 47 code."""


class SiteLike(Protocol):
    """What is asked of a Site here."""

    @property
    def languages(self) -> Iterable[LanguageLike]:
        """Its languages."""

    @property
    def folder(self) -> Path:
        """Where its settings file is."""


def load_catalogues(site: SiteLike, theme: Path) -> dict[str, Translations]:
    """The strings of every language by its code; Faults with all catalogues that are missing or broken."""
    catalogues = _every(site, theme)
    if found := errors(problem for catalogue in catalogues.values() for problem in catalogue.problems):
        raise Faults(found)
    return {code: catalogue.strings for code, catalogue in catalogues.items()}


def catalogue_problems(site: SiteLike, theme: Path) -> tuple[Problem, ...]:
    """Every problem of the publication's catalogues, with the warnings for strings that are not translated."""
    found = tuple(problem for catalogue in _every(site, theme).values() for problem in catalogue.problems)
    if errors(found):
        return found
    return (*found, *_unread_files(site, theme), *_missing_catalogues(site, theme), *_untranslated(site, theme))


def catalogue_fingerprints(site: SiteLike, theme: Path) -> dict[str, bytes]:
    """For every language 16 bytes that stand for the text of all its catalogues."""
    return {each.code: _fingerprint(each.code, _folders(theme), site.folder / OWN) for each in site.languages}


def _folders(theme: Path) -> tuple[Path, ...]:
    return (STRINGS, theme / "locale")


def _fingerprint(lang: str, folders: Iterable[Path], own: Path) -> bytes:
    found = blake2b(digest_size=16)
    for folder in folders:
        for code, path in files_of(lang, folder, own):
            data = path.read_bytes()
            found.update(f"{code} {path.name} {len(data)}\n".encode() + data)
    return found.digest()


def load_catalogue(lang: str, folders: Sequence[Path], *, root: Path | None = None) -> Translations:
    """The strings of one language as `read_catalogue` has them; Faults where that has errors."""
    catalogue = read_catalogue(lang, folders, root=root)
    if found := errors(catalogue.problems):
        raise Faults(found)
    return catalogue.strings


def read_catalogue(
    lang: str, folders: Sequence[Path], *, own: Path | None = None, root: Path | None = None
) -> Catalogue:
    """The strings of one language, a later folder's before an earlier one's; problems name files from `root`.

    A folder holds <language>/LC_MESSAGES/*.po. For pt-BR those of pt serve too, and those of pt_BR go before them.
    Files of the same names in `own` go before a folder's. A folder without any catalogue is passed over; of one that
    lacks this language the strings are English, which is a warning.
    """
    strings, problems, plural = Translations(), list[Problem](), None
    for folder in folders:
        found = list(files_of(lang, folder, own))
        if lacks := not found and bool(languages_in(folder)):
            problems.append(_missing(lang, folder, own, root))
            found = list(files_of(model_of(folder), folder))
        for code, path in found:
            merged, faults = read_file(path, code)
            strings.merge(merged)
            plural = plural if lacks else merged.plural  # each file of a language has the same
            strings.plural = plural or merged.plural
            problems += [
                Problem(_shown(path, root), fault.line, 1, fault.code, fault.text, fault.hint, fault.severity)
                for fault in faults
            ]
    return Catalogue(strings, tuple(problems))


def _every(site: SiteLike, theme: Path) -> dict[str, Catalogue]:
    own = site.folder / OWN
    return {each.code: read_catalogue(each.code, _folders(theme), own=own, root=site.folder) for each in site.languages}


def _unread_files(site: SiteLike, theme: Path) -> Iterator[Problem]:
    """A warning for each catalogue of the publication's own that no language or no name makes one of ours."""
    own, folders = site.folder / OWN, _folders(theme)
    read = {path for each in site.languages for folder in folders for _, path in files_of(each.code, folder, own)}
    known = ", ".join(sorted({name for folder in folders for name in names_in(folder)}))
    for path in sorted(own.glob("*/*/*.[pm]o")):
        if path not in read:
            hint = message("rename its folder to a language of LANGUAGES, and the file to one of {known}", known=known)
            text = message("the catalogue is not read")
            yield Problem(_shown(path, site.folder), 0, 0, CODE, text, hint, Severity.WARNING)


def _missing_catalogues(site: SiteLike, theme: Path) -> Iterator[Problem]:
    """A warning for each folder in which a language lacks messages; to ask the English ones takes a build too long."""
    own = site.folder / OWN
    for folder in _folders(theme):
        english = [path for _, path in files_of("en", folder)]
        for files in ([path for _, path in files_of(each.code, folder, own)] for each in site.languages):
            for model, missing in lacking(files, english) if files else ():
                hint = message("copy from {shown}", shown=_shown(model, site.folder))
                yield Problem(_shown(files[0], site.folder), 0, 0, CODE, _lacks(missing), hint, Severity.WARNING)


def _lacks(missing: Sequence[str]) -> Message:
    if len(missing) == 1:
        return message('no "{missing}", so readers get English', missing=missing[0])
    return counted(
        'no "{missing}" and {count} more, so readers get English',
        'no "{missing}" and {count:,} more, so readers get English',
        count=len(missing) - 1,
        missing=missing[0],
    )


def _untranslated(site: SiteLike, theme: Path) -> Iterator[Problem]:
    """A warning for each catalogue of another language of which more than half is English."""
    for each in site.languages:
        for folder in _folders(theme):
            for code, path in (
                files_of(each.code, folder, site.folder / OWN) if each.code.partition("-")[0] != "en" else ()
            ):
                same, every = still_english(path, code)
                if 2 * same > every:
                    text = counted(
                        "{same:,} of {count} message is still in English",
                        "{same:,} of {count:,} messages are still in English",
                        count=every,
                        same=same,
                    )
                    hint = message("translate them into {language}", language=code)
                    yield Problem(_shown(path, site.folder), 0, 0, CODE, text, hint, Severity.WARNING)


def read_file(path: Path, code: str) -> tuple[Translations, tuple[Fault, ...]]:
    """The strings of one file, without fuzzy ones; none where it is broken."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Translations(), (Fault(line, message("the file is not UTF-8"), message("save it as UTF-8")),)
    except OSError as error:  # a folder, a link that leads nowhere
        return Translations(), (
            Fault(
                0,
                message("can't be read: {reason}", reason=reason_of(error.strerror)),
                message("put the file itself there"),
            ),
        )
    return _read(text, path.name, code)


@lru_cache(1 << 7)  # a server reads them before each of its builds; nobody changes what it is given
def _read(text: str, name: str, code: str) -> tuple[Translations, tuple[Fault, ...]]:
    if conflict := merge_conflict(text, name):
        return Translations(), (Fault(conflict.line, conflict.text, conflict.hint, code=conflict.code),)
    catalogue, faults = parse_po(text, code)
    try:
        return _translations(catalogue), faults
    except (ValueError, LookupError) as error:  # what gettext itself says of a header
        return Translations(), faults or (
            Fault(1, message("the header is broken: {error}", error=str(error)), message("fix its Plural-Forms")),
        )


def _translations(catalogue: Catalog) -> Translations:
    file = BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return Translations(file)


def _missing(lang: str, folder: Path, own: Path | None, root: Path | None) -> Problem:
    model = next(files_of(model_of(folder), folder))[1]
    path = _shown((own or folder) / folder_name(lang) / "LC_MESSAGES" / model.name, root)
    text = message('no catalogue for the language "{lang}", so readers get English', lang=lang)
    hint = message("put a translated copy of {shown} there", shown=_shown(model, root))
    return Problem(path, 0, 0, CODE, text, hint, Severity.WARNING)


def _shown(path: Path, root: Path | None) -> str:
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.as_posix()
