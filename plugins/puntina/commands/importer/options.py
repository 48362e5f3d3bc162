"""The options of an import, checked."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from puntina.commands.importer.lines import cleaned
from puntina.core.digest.aliases import fault_of_alias
from puntina.core.digest.date_forms import YEARS
from puntina.core.digest.message import Message, counted, message
from puntina.core.digest.problem import Problem, did_you_mean
from puntina.core.digest.rules import Rules
from puntina.core.digest.text import FORBIDDEN

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Options:
    """What the editor asked for; `date` is None where none was given, a day alone has no hour."""

    lang: str
    category: str = ""
    title: str = ""
    date: date | datetime | None = None
    source_url: str = ""
    old_url: str = ""  # a pattern of the path below the old site: {slug}, {date:%Y}


def check_options(
    *,
    files: int,
    rules: Rules,
    lang: str,
    category: str,
    title: str,
    date: str,
    source_url: str,
    old_url: str = "",
) -> tuple[Options, tuple[Problem, ...]]:
    """The options as values, and a problem for each that can't be used; `files` is how many there are."""
    key, day = category_key(category, rules), _date(date)
    faults = (
        _no_files(files),
        _unknown_language(lang, rules),
        None if key or not category else _unknown_category(category, rules),
        _bad_title(title, files),
        None if day or not date else _bad_date(date),
        _bad_address(source_url),
        _bad_old_address(old_url, files),
    )
    return Options(lang, key, cleaned(title), day, source_url, path_of(old_url)), tuple(
        fault for fault in faults if fault
    )


def _fault(option: str, code: str, text: Message, hint: Message) -> Problem:
    return Problem(option, 0, 0, code, text, hint)


def _no_files(files: int) -> Problem | None:
    return (
        None
        if files
        else _fault("import", "IMP-FILES", message("no files given"), message("name the pasted text files"))
    )


def _unknown_language(lang: str, rules: Rules) -> Problem | None:
    if lang in rules.languages:
        return None
    hint = did_you_mean(lang, rules.languages, else_say=message("one of {known}", known=", ".join(rules.languages)))
    return _fault("--lang", "IMP-LANG", message('unknown language "{lang}"', lang=lang), hint)


def _unknown_category(category: str, rules: Rules) -> Problem:
    keys = tuple(key for key, _ in rules.categories)
    every = keys + tuple(name for _, names in rules.categories for name in names)
    hint = did_you_mean(category, every, else_say=message("one of {known}", known=", ".join(keys)))
    return _fault("--category", "IMP-CATEGORY", message('unknown category "{category}"', category=category), hint)


def category_key(word: str, rules: Rules) -> str:
    """The key of the category that has this key or name in any language, or ""."""
    known = {name.casefold(): key for key, names in reversed(rules.categories) for name in (*names, key)}
    return known.get(word.casefold(), "")


def _bad_title(title: str, files: int) -> Problem | None:
    if title and files > 1:
        hint = message("import the files one by one, or omit --title: the first line or the file name is used then")
        text = counted("one title for {count} file", "one title for {count:,} files", count=files)
        return _fault("--title", "IMP-TITLE", text, hint)
    if title and (not cleaned(title) or FORBIDDEN.search(title)):
        return _fault("--title", "IMP-TITLE", message("the title is not readable"), message("write it as plain text"))
    return None


def _bad_date(text: str) -> Problem:
    hint = message('write it as 2025-09-02 or "2025-09-02 07:30"')
    return _fault("--date", "IMP-DATE", message('"{value}" is not a valid date', value=text), hint)


def _date(text: str) -> date | datetime | None:
    try:
        if not _DATE.fullmatch(text) or int(text[:4]) not in YEARS:
            return None
        return date.fromisoformat(text) if len(text) == len("2025-09-02") else datetime.fromisoformat(text)
    except ValueError:
        return None


def _bad_address(text: str) -> Problem | None:
    try:
        parts = urlsplit(text)
        plain = not re.search(r"[\s\x00-\x1f\x7f]", text)
        good = plain and parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        good = False
    if good or not text:
        return None
    hint = message("write the full URL: https://…")
    return _fault("--source-url", "IMP-URL", message('"{url}" is not a valid URL', url=text), hint)


def path_of(old_url: str) -> str:
    """The path of an old URL, with or without its host."""
    return urlsplit(old_url).path if "://" in old_url else old_url


def old_address(pattern: str, slug: str, date: date) -> str:
    """The path that the pattern gives for a digest; "" where there is no pattern."""
    return pattern.format(slug=slug, date=date)


def _bad_old_address(text: str, files: int) -> Problem | None:
    """The problem of an old address that gives no alias, or one for all files."""
    if not text:
        return None
    hint = message(
        "write its path on the old site, such as {example}", example="/{slug}/ or /{date:%Y}/{date:%m}/{slug}/"
    )
    try:
        one, other = (old_address(path_of(text), slug, date(2025, 9, 2)) for slug in ("a", "b"))
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        return _fault(
            "--old-url",
            "IMP-URL",
            message('"{pattern}" is not a valid pattern ({error})', pattern=text, error=str(error)),
            hint,
        )
    if fault := fault_of_alias(one):
        return _fault("--old-url", "IMP-URL", message('"{pattern}" {fault}', pattern=text, fault=fault), hint)
    if one == other and files > 1:
        many = counted("one old URL for {count} file", "one old URL for {count:,} files", count=files)
        return _fault("--old-url", "IMP-URL", many, hint)
    return None
