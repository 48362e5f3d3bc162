"""Catalogues: a language's .po files, the plugins' own and the theme's, compiled in memory into one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
from puntina.core.locales.lacking import lacking, still_english
from puntina.core.locales.po import Fault, parse_po

CODE = "SITE-CATALOGUE"
STRINGS = Path(__file__).with_name("strings")
FILES = "LC_MESSAGES/*.po"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The strings of a language, and what is wrong with its files; warnings are strings that stay English."""

    strings: Translations
    problems: tuple[Problem, ...]


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

    @property
    def folder(self) -> Path:
        """Where its settings file is."""


def load_catalogues(site: Publication, theme: Path) -> dict[str, Translations]:
    """The strings of every language by its code; Faults with all catalogues that are missing or broken."""
    catalogues = _every(site, theme)
    if found := errors(problem for catalogue in catalogues.values() for problem in catalogue.problems):
        raise Faults(found)
    return {code: catalogue.strings for code, catalogue in catalogues.items()}


def catalogue_problems(site: Publication, theme: Path) -> tuple[Problem, ...]:
    """Every problem of the publication's catalogues, with the warnings for strings that are not translated."""
    found = tuple(problem for catalogue in _every(site, theme).values() for problem in catalogue.problems)
    return found if errors(found) else (*found, *_untold(site, theme), *_english(site, theme))


def catalogue_fingerprints(site: Publication, theme: Path) -> dict[str, bytes]:
    """For every language 16 bytes that stand for the text of all its catalogues."""
    folders = (STRINGS, theme / "locale")
    return {each.code: _fingerprint(each.code, folders) for each in site.languages}


def _fingerprint(lang: str, folders: Iterable[Path]) -> bytes:
    found = blake2b(digest_size=16)
    for folder in folders:
        for code, path in _files(lang, folder):
            data = path.read_bytes()
            found.update(f"{code} {path.name} {len(data)}\n".encode() + data)
    return found.digest()


def load_catalogue(lang: str, folders: Sequence[Path], *, root: Path | None = None) -> Translations:
    """The strings of one language, a later folder's before an earlier one's; Faults as `read_catalogue` has errors."""
    catalogue = read_catalogue(lang, folders, root=root)
    if found := errors(catalogue.problems):
        raise Faults(found)
    return catalogue.strings


def read_catalogue(lang: str, folders: Sequence[Path], *, root: Path | None = None) -> Catalogue:
    """The strings of one language and all problems; those name files as they lie below `root`.

    A folder holds <language>/LC_MESSAGES/*.po. For pt-BR those of pt serve too, and those of pt_BR go before them. A
    folder without any catalogue is passed over, one that lacks this language is a problem.
    """
    strings, problems = Translations(), list[Problem]()
    for folder in folders:
        found = list(_files(lang, folder))
        if not found and languages_in(folder):
            problems.append(_missing(lang, folder, root))
        for code, path in found:
            merged, faults = read_file(path, code)
            strings.merge(merged)
            strings.plural = merged.plural  # each file of a language has the same
            problems += [_problem(_shown(path, root), fault) for fault in faults]
    return Catalogue(strings, tuple(problems))


def languages_in(folder: Path) -> tuple[str, ...]:
    """The codes of the languages for which the folder has a catalogue, sorted."""
    return tuple(sorted({path.parts[-3].replace("_", "-") for path in folder.glob(f"*/{FILES}")}))


def _every(site: Publication, theme: Path) -> dict[str, Catalogue]:
    folders = (STRINGS, theme / "locale")
    return {each.code: read_catalogue(each.code, folders, root=site.folder) for each in site.languages}


def _untold(site: Publication, theme: Path) -> Iterator[Problem]:
    """A warning for each folder in which a language lacks messages; to ask the English ones takes a build too long."""
    for folder in (STRINGS, theme / "locale"):
        english = [path for _, path in _files("en", folder)]
        for own in ([path for _, path in _files(each.code, folder)] for each in site.languages):
            for model, missing in lacking(own, english):
                text, hint = (
                    _lacks(missing),
                    message("copy from {shown}", shown=_shown(model, site.folder)),
                )
                yield Problem(_shown(own[0], site.folder), 0, 0, CODE, text, hint, Severity.WARNING)


def _lacks(missing: Sequence[str]) -> Message:
    if len(missing) == 1:
        return message('no "{missing}", so readers get English', missing=missing[0])
    return counted(
        'no "{missing}" and {count} more, so readers get English',
        'no "{missing}" and {count:,} more, so readers get English',
        count=len(missing) - 1,
        missing=missing[0],
    )


def _english(site: Publication, theme: Path) -> Iterator[Problem]:
    """A warning for each catalogue of another language of which more than half is English."""
    for each in site.languages:
        for folder in (STRINGS, theme / "locale"):
            for code, path in _files(each.code, folder) if each.code.partition("-")[0] != "en" else ():
                same, every = still_english(path, code)
                if 2 * same > every:
                    text = counted(
                        "{same:,} of {count} message is still in English, and readers get it so",
                        "{same:,} of {count:,} messages are still in English, and readers get them so",
                        count=every,
                        same=same,
                    )
                    hint = message("translate them into {language}", language=code)
                    yield Problem(_shown(path, site.folder), 0, 0, CODE, text, hint, Severity.WARNING)


def _files(lang: str, folder: Path) -> Iterator[tuple[str, Path]]:
    """The files that serve the language, each with its own language: the most general first."""
    parts = lang.split("-")
    for end in range(1, len(parts) + 1):
        code = "-".join(parts[:end])
        yield from ((code, path) for path in sorted((folder / _name(code)).glob(FILES)))


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
    if conflict := merge_conflict(text, path.name):
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


def _missing(lang: str, folder: Path, root: Path | None) -> Problem:
    known = languages_in(folder)
    model = next(_files("en" if "en" in known else known[0], folder))[1]
    path = folder / _name(lang) / "LC_MESSAGES" / model.name
    hint = message(
        'translate a copy of {shown}, or take "{lang}" out of LANGUAGES', shown=_shown(model, root), lang=lang
    )
    return Problem(_shown(path, root), 0, 0, CODE, message('no catalogue for the language "{lang}"', lang=lang), hint)


def _problem(path: str, fault: Fault) -> Problem:
    return Problem(path, fault.line, 1, fault.code, fault.text, fault.hint, fault.severity)


def _name(code: str) -> str:
    return code.replace("-", "_")


def _shown(path: Path, root: Path | None) -> str:
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else path.as_posix()
