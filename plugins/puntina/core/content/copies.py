"""Finds copies made by Finder, Windows, browsers and sync programs, such as chip (1).md, and reports each copy."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from puntina.core.content.problem_at import at, shown
from puntina.core.digest import Digest, Position, Problem, Severity
from puntina.core.digest.message import message
from puntina.core.settings import Site

# What is put behind a name for a copy, in the languages of their systems: Finder, Windows, GNOME, KDE, Drive.
_WORDS = (
    r"copy|copia|copie|kopie|kopia|cópia|kopi|kópia|kopya|másolat|αντίγραφο|копия|копія|bản\ssao|نسخة"
    "|副本|拷贝|コピー|복사본|사본"
)
_COPY_OF = (
    r"copy\sof|copia\s(?:di|de)|copie\sde|kopie\svon|kopia(?:\sav)?|cópia\sde|bản\ssao\scủa|نسخة\sمن|копия|копія"
    "|副本|복사본|사본"
)
# What editors, git, patch and people put behind a name for what was before; a word may be part of another name.
_BEFORE = "orig|bak|backup"
_OLD = r"original|old|vecchio|alt|cũ|sao\slưu|نسخة\sاحتياطية"
# The computer whose text OneDrive put beside the other: as Windows calls those without a name, and as macOS does.
_WINDOWS = r"(?:DESKTOP|LAPTOP|WIN|PC|SURFACE)-[A-Z0-9]{4,}(?:-\d{1,2})?"
_OTHERS = (
    r"(?:[A-Z0-9]+-(?:PC|LAPTOP|DESKTOP)|(?:[^-]+[ -])?(?:MacBook|iMac|Mac[ -]?(?:mini|Studio|Pro))(?:[ -].*)?"
    r"|(?:iPhone|iPad)\s(?:di|von|của|de)\s.*)(?:-\d{1,2})?"
)
# What a program that syncs writes for the text that it did not take: Dropbox, Syncthing, Nextcloud, OneDrive, Git.
_CONFLICT = re.compile(
    r"""(?P<stem>.+?)(?:
      [.]sync-conflict-\d{8}-\d{6}(?:-\w+)?
    | \s?\([^()]*(?:conflict|conflitto|konflikt|conflit|conflicto|conflito|xung\ đột|تعارض)[^()]*\)
    | \s?\[conflict(?:ed)?\]
    | [._]conflict(?:ed)?
    | _conflict-\d{8}-\d{6}
    | _(?:backup|base|local|remote)_\d+
    | ~(?:head|[0-9a-f]{7,40})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_COPY = (
    re.compile(
        rf"(?P<stem>.+?)(?:\s?-\s|[ ._-]|的|の)(?:{_WORDS}|{_BEFORE}|{_OLD})(?:\s?\(?\d{{1,3}}\)?)?", re.IGNORECASE
    ),
    re.compile(
        rf"(?P<stem>.+?)\s?\((?:{_WORDS}|{_BEFORE}|{_OLD}|(?:another|altra|\d+(?:st|nd|rd|th))\s\w+)(?:\s\d{{1,3}})?\)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:{_COPY_OF})\s(?P<stem>.+)", re.IGNORECASE),
    re.compile(rf"(?P<stem>.+?)-(?:{_WINDOWS}|{_OTHERS})"),
    re.compile(r"#(?P<stem>.+)#"),  # Emacs, while a text is written
    re.compile(r"(?P<stem>.+)~"),  # and before it was
    re.compile(r"(?P<stem>.+?)\s?\(\d{1,3}\)"),
    re.compile(r"(?P<stem>.+?)\s\d"),
)
FEW = 10  # words; digests of fewer may say the same by chance
# In nearly no name at all.
_PERHAPS = re.compile(rf"[ ~#(\[]|{_WORDS}|conflict|_[A-Z]+_\d|(?-i:-[A-Z])|[._-](?:{_BEFORE}|{_OLD})\b", re.IGNORECASE)
# What may also be the name of another digest: a second part, or one on backups, an old thing, a MacBook.
_SECOND = re.compile(r"[^\d\s]\s\d\.\w+$")
_OTHER = re.compile(rf"(?:[ -](?:{_BEFORE})|[ ._-](?:{_OLD})|(?-i:-{_OTHERS}))\.\w+$", re.IGNORECASE)


def original_of(path: str, there: frozenset[str]) -> str:
    """The path of the original, from the copy's name; "" if the name is not that of a copy.

    A name that a program gives for a conflict says so alone; another says so where the original is beside it.
    """
    folder, slash, name = path.rpartition("/")
    if not _PERHAPS.search(name):
        return ""
    stem, dot, ending = name.rpartition(".")
    stem = unicodedata.normalize("NFC", stem)
    if found := _CONFLICT.fullmatch(stem):
        return f"{folder}{slash}{found['stem']}{dot}{ending}"
    for pattern in _COPY:
        found = pattern.fullmatch(stem)
        if found and (original := f"{folder}{slash}{found['stem'].strip()}{dot}{ending}") in there:
            return original_of(original, there) or original
    return ""


def copies(paths: Iterable[str]) -> dict[str, str]:
    """The paths that may be copies by their names, each with the path of the original, which may be gone."""
    there = frozenset(paths)
    return {path: original for path in there if (original := original_of(path, there))}


def sure_copies(found: Mapping[str, str], digests: Mapping[str, Digest]) -> dict[str, str]:
    """The paths that are copies; where the name could be that of a separate digest, only if the content is the same."""
    return {path: other for path, other in found.items() if _is_sure(path, digests.get(path), digests.get(other))}


def copy_problems(copied: Mapping[str, str], site: Site) -> Iterator[Problem]:
    """A problem for each copy: an error where readers would see a digest twice, a warning for a picture."""
    for path, original in copied.items():
        is_text = path.endswith(".md")
        own = PurePosixPath(site.rules.folder, path).as_posix()
        text = message("by its name, this is a copy of {original}", original=original)
        hint = message("move the correct text to that file, and delete the copy; if it is not a copy, rename it")
        if not is_text:
            hint = message("delete the copy if nothing uses it; if it is not a copy, rename it")
        severity = Severity.ERROR if is_text else Severity.WARNING
        yield Problem(own, 0, 0, "FILE-COPY", text, hint, severity)


def same_problems(digests: Iterable[Digest], site: Site) -> Iterator[Problem]:
    """A warning for each digest with the same content as another of its language; the longer name is the copy's."""
    first: dict[object, Digest] = {}
    for digest in sorted(_of_one_title(digests), key=lambda digest: (len(digest.path), digest.path)):
        if (other := first.setdefault(_said(digest), digest)) is not digest:
            text = message("same title, date and text as {file}", file=shown(other, site))
            hint = message("delete the copy, or change its text")
            yield at(digest, Position(1, 1), site, "FILE-COPY", text, hint, Severity.WARNING)


def _of_one_title(digests: Iterable[Digest]) -> Iterator[Digest]:
    """Those that have title and date of another; they are few, and all else is only looked at in these."""
    groups: dict[object, list[Digest]] = {}
    for digest in digests:
        if digest.words < FEW:
            continue
        groups.setdefault((digest.kind, digest.meta.lang, digest.meta.title, digest.meta.date), []).append(digest)
    for group in groups.values():
        if len(group) > 1:
            yield from group


def _said(digest: Digest) -> object:
    """The content of a digest without what is derived from its file name."""
    return replace(digest.meta, id="", slug="", translation_key="", positions=b""), digest.packed


def _is_sure(path: str, digest: Digest | None, other: Digest | None) -> bool:
    name = path.rpartition("/")[2]
    is_text, is_other = name.endswith(".md"), bool(_OTHER.search(name))
    if not is_other and not (is_text and _is_numbered_alone(name)):
        return True
    if not (digest and other):
        return False
    if digest.meta.has("id") and digest.meta.id == other.meta.id:
        return True
    return digest.meta.title == other.meta.title and (is_other or digest.packed == other.packed)


def _is_numbered_alone(name: str) -> bool:
    return bool(_SECOND.search(name)) and not re.search(rf"(?:{_WORDS})\s\d\.", name, re.IGNORECASE)
