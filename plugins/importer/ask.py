"""The body of `invoke new`: what is missing is asked for, what is wrong is said."""

import sys
from datetime import datetime
from pathlib import Path

from plugins.check.command import load_site
from plugins.check.content import read_content
from plugins.digest import Digest, Problem
from plugins.importer.new import new_digest
from plugins.importer.translate import new_translation, original
from plugins.importer.trial import accepted_by
from plugins.site import Site


def start(settings_file: Path, *, title: str, lang: str, category: str, now: datetime, translates: str = "") -> int:
    """Makes a draft, of a translation where `translates` names a file, and says where it is; returns the exit code."""
    site = load_site(settings_file)
    try:
        if translates:
            return _report(_translated(site, translates, title=title, lang=lang), site)
        return _report(_new(site, title=title, lang=lang, category=category, now=now), site)
    except (EOFError, KeyboardInterrupt):  # at a question
        print(file=sys.stderr)
        return 130


def _new(site: Site, *, title: str, lang: str, category: str, now: datetime) -> Path | tuple[Problem, ...]:
    keys = [category.key for category in site.categories]
    return new_digest(
        content=site.content,
        rules=site.rules,
        title=title or _answer("Title", ""),
        lang=lang or _answer(f"Language ({', '.join(site.rules.languages)})", site.default_language.code),
        category=category or _answer(f"Category ({', '.join(keys)})", site.rules.default_category),
        now=now,
        accepts=accepted_by(site),
    )


def _translated(site: Site, file: str, *, title: str, lang: str) -> Path | tuple[Problem, ...]:
    folders = (Path.cwd(), site.folder, site.content)
    found = original(file, content=site.content, rules=site.rules, folders=folders)
    if not isinstance(found, Digest):
        return found
    metas = [digest.meta for digest in read_content(site).digests.values()]
    taken = {meta.lang for meta in metas if meta.translation_key == found.meta.translation_key}
    free = [code for code in site.rules.languages if code not in taken]
    return new_translation(
        found,
        content=site.content,
        rules=site.rules,
        title=title or _answer("Title", found.meta.title),
        lang=lang or _answer(f"Language ({', '.join(free)})", free[0] if free else ""),
        others=metas,
    )


def _report(made: Path | tuple[Problem, ...], site: Site) -> int:
    if isinstance(made, Path):
        print(f"{made.relative_to(site.folder).as_posix()} — a draft; delete the line status: draft to publish it")
        return 0
    for problem in made:
        print(problem, file=sys.stderr)
    return 1


def _answer(question: str, default: str) -> str:
    """What is typed on the terminal; the default for an empty answer, or where there is no terminal."""
    if not sys.stdin or not sys.stdin.isatty():
        return default
    return input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default
