"""Starts a translation: a linked draft with everything that does not depend on the language."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from puntina.commands.importer.new import body_of, language_fault, write_new
from puntina.commands.importer.write import front_matter
from puntina.core.digest.files import read_regular
from puntina.core.digest.identity import new_id
from puntina.core.digest.message import message
from puntina.core.digest.model import Digest, FrontMatter, Kind, Source
from puntina.core.digest.parse import parse
from puntina.core.digest.problem import Problem, errors
from puntina.core.digest.reasons import reason_of
from puntina.core.digest.rules import Rules
from puntina.core.digest.slugs import slugify
from puntina.core.digest.text import MAX_BYTES
from puntina.core.digest.timestamps import published

_TRIES = 20  # of which each has one chance in sixty to be of the same second


def original(file: str, *, content: Path, rules: Rules, folders: Iterable[Path]) -> Digest | tuple[Problem, ...]:
    """The digest or page of that file, which is looked for from each of the folders; problems if there is none."""
    found = next((place for folder in folders if os.path.lexists(place := folder / file)), Path(file))
    try:
        path = found.resolve().relative_to(content.resolve()).as_posix()
        reading = parse(read_regular(found, MAX_BYTES), path, rules)
    except OSError as error:
        what = message("can't be read: {reason}", reason=reason_of(error.strerror))
        return (Problem(file, 0, 0, "NEW-TRANSLATES", what, message("name a file of the content folder")),)
    except ValueError:
        what = message("the file is not in the content folder")
        return (Problem(file, 0, 0, "NEW-TRANSLATES", what, message("name a file of the content folder")),)
    return reading.digest or errors(reading.problems)


def new_translation(
    digest: Digest,
    *,
    content: Path,
    rules: Rules,
    title: str,
    lang: str,
    others: Iterable[FrontMatter] = (),
    fresh_id: Callable[[], str] = new_id,
) -> Path | tuple[Problem, ...]:
    """Writes a draft of the digest in another language and returns its path; problems where it can't be.

    The file has the original's name in the folder of the language, and its date, category, sources and picture, and as
    many points to be written. Its thread is the one that is known to be the original's in that language, by `others`.
    """
    if fault := language_fault(lang, rules):
        return (fault,)
    if lang == digest.meta.lang:
        what = message('"{lang}" is already the language of {file}', lang=lang, file=digest.path)
        return (Problem("new", 0, 0, "NEW-LANG", what, message("give the language of the translation: --lang")),)
    parts = PurePosixPath(digest.path).parts
    path = PurePosixPath(lang, *(parts[1:] if parts[0] in rules.languages else parts))
    values = _values(digest, rules, title, _thread(digest.meta, lang, others), _own_id(digest.meta, fresh_id))
    body = "\n" if digest.kind is Kind.PAGE else body_of(max(1, len(digest.points)))
    made = parse((front_matter(values) + body).encode(), path.as_posix(), rules).digest
    if made and made.meta.translation_key != digest.meta.translation_key:
        values["translation_key"] = digest.meta.translation_key
    return write_new(content, path, front_matter(values) + body, rules)


def _own_id(meta: FrontMatter, fresh_id: Callable[[], str]) -> str:
    """A fresh id, by which the translation has another second in feeds than the original, whose minute it shares."""
    own = fresh_id()
    for _ in range(_TRIES if meta.date else 0):
        if published(replace(meta, id=own)).second != published(meta).second:
            break
        own = fresh_id()
    return own


def _values(digest: Digest, rules: Rules, title: str, thread: str, own: str) -> dict[str, object]:
    meta = digest.meta
    date = meta.dated or (meta.date.astimezone(rules.timezone).replace(tzinfo=None) if meta.date else None)
    values: dict[str, object] = {"id": own, "title": title or meta.title, "date": date}
    if digest.kind is Kind.PAGE:
        return values | {"status": "draft"}
    image = {"file": meta.image.href, "alt": meta.image.alt, "credit": meta.image.credit} if meta.image else {}
    return values | {
        "category": meta.category,
        "thread": thread,
        "authors": list(meta.authors),
        "sources": [_source(source) for source in meta.sources],
        "image": _given(image),
        "status": "draft",
    }


def _source(source: Source) -> Mapping[str, object]:
    names = ("name", "title", "url", "date", "lang", "paywall", "archive")
    return _given({name: getattr(source, name) for name in names})


def _given(values: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in values.items() if value}


def _thread(meta: FrontMatter, lang: str, others: Iterable[FrontMatter]) -> str:
    """The thread's name in the language, as a translation of a digest of that thread has it; "" if none is known."""
    if not meta.thread:
        return ""
    known = tuple(other for other in others if other.thread)
    own = (meta.lang, slugify(meta.thread))
    same = {each.translation_key for each in known if (each.lang, slugify(each.thread)) == own}
    return next((each.thread for each in known if each.lang == lang and each.translation_key in same), "")
