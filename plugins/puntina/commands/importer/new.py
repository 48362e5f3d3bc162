"""A new digest: a file with front matter and empty points and summary."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

from puntina.commands.importer.lines import cleaned
from puntina.commands.importer.options import category_key
from puntina.commands.importer.save import save_new
from puntina.commands.importer.trial import Accepts
from puntina.commands.importer.write import front_matter
from puntina.core.digest.files import leads_out
from puntina.core.digest.identity import new_id
from puntina.core.digest.markdown_rules import PIN
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import fault_of_file, fault_of_name
from puntina.core.digest.parse import parse
from puntina.core.digest.problem import Problem, did_you_mean, errors
from puntina.core.digest.reasons import reason_of
from puntina.core.digest.rules import Rules
from puntina.core.digest.slugs import slugify
from puntina.core.digest.text import FORBIDDEN

POINTS = 3
LONGEST_NAME = 80  # characters of a file's name that a title gives
_fault = partial(Problem.whole, "new")


def body_of(points: int) -> str:
    """A body in which that many points and the summary are still to be written."""
    return "\n" + "- \n" * points + f"\n{PIN} \n"


def new_digest(
    *,
    content: Path,
    rules: Rules,
    title: str,
    lang: str,
    category: str,
    now: datetime,
    fresh_id: Callable[[], str] = new_id,
    accepts: Accepts | None = None,
) -> Path | tuple[Problem, ...]:
    """Writes a draft and returns its path; if it can't, writes nothing and returns the problems.

    `now` is taken to the minute, in the publication's time zone; `category` is a key or a name in any language. The
    file has the name of the title, or, where `accepts` does not take that, one that nothing else can have.
    """
    here = now.astimezone(rules.timezone).replace(tzinfo=None, second=0, microsecond=0)
    headline, key, own = cleaned(FORBIDDEN.sub(" ", title)), category_key(category, rules), fresh_id()
    problems = tuple(_faults(headline, title, lang, category, rules))
    if problems:
        return problems
    values = {"id": own, "title": headline, "date": here, "category": key, "status": "draft"}
    text = front_matter(values) + body_of(POINTS)
    named = [PurePosixPath(lang, str(here.year), f"{name}.md") for name in _names(headline, own, here.year)]
    taken = (path for path in named if accepts is None or _is_there(content / path) or accepts(path, text))
    return write_new(content, next(taken, named[-1]), text, rules)


def write_new(content: Path, path: PurePosixPath, text: str, rules: Rules) -> Path | tuple[Problem, ...]:
    """Writes a new content file and returns its path; else the problems, and nothing is written."""
    target, shown = content / path, PurePosixPath(rules.folder, path).as_posix()
    if _is_there(target):
        what, hint = message("the file already exists"), message("choose another title, or edit that file")
        return (Problem.whole(shown, "NEW-EXISTS", what, hint),)
    if leads_out(target, content):
        what = message("a link in its path leads out of the content folder")
        return (Problem.whole(shown, "NEW-WRITE", what, message("replace the link with a folder")),)
    if wrong := errors(parse(text.encode(), path.as_posix(), rules).problems):
        return wrong
    try:
        save_new({target: text})
    except OSError as error:
        what = message("can't be written: {reason}", reason=reason_of(error.strerror))
        return (Problem.whole(shown, "NEW-WRITE", what, message("make the folder writable, or free disk space")),)
    return target


def language_fault(lang: str, rules: Rules) -> Problem | None:
    """The problem of a language that the publication does not have."""
    if lang in rules.languages:
        return None
    what = message('"{lang}" is not a language of this publication', lang=lang)
    return _fault("NEW-LANG", what, _one_of(lang, rules.languages, rules.languages))


def _is_there(path: Path) -> bool:
    return os.path.lexists(path)


def _faults(headline: str, title: str, lang: str, category: str, rules: Rules) -> Iterator[Problem]:
    if not headline or not any(char.isprintable() and not char.isspace() for char in headline):
        what = message('"{title}" is not a readable title', title=title)
        yield _fault("NEW-TITLE", what, message('give a title: --title "…"'))
    if fault := language_fault(lang, rules):
        yield fault
    if not category_key(category, rules):
        keys = tuple(key for key, _ in rules.categories)
        words = (*keys, *(name for _, names in rules.categories for name in names))
        what = message('unknown category "{category}"', category=category)
        yield _fault("NEW-CATEGORY", what, _one_of(category, words, keys))


def _one_of(word: str, known: tuple[str, ...], shown: tuple[str, ...]) -> Message:
    return did_you_mean(word, known, else_say=message("one of {known}", known=", ".join(shown)))


def _names(title: str, own: str, year: int) -> list[str]:
    """Names that the file may have, the best first: the title's words, as many as have room, and at last the id."""
    words = slugify(title)
    if len(words) > LONGEST_NAME:
        words = words[:LONGEST_NAME].rpartition("-")[0] or words[:LONGEST_NAME]
    names = [words, f"{words}-{year}", own] if words else [own]
    return [name for name in names if not (fault_of_name(name) or fault_of_file(f"{name}.md"))]
