"""The body of `puntina new`: asks for what is missing, and reports what is wrong."""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from puntina.commands.check.command import load_site
from puntina.commands.importer.new import new_digest
from puntina.commands.importer.translate import new_translation, original
from puntina.commands.importer.trial import accepted_by
from puntina.core.checks.reading import read_content
from puntina.core.digest import Digest, Faults, Problem
from puntina.core.digest.message import Message, message
from puntina.core.locales.editors import Translator, translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import problem_line, report
from puntina.core.reporting.terminal import say, show
from puntina.core.settings import Site

Ask = Callable[[Message, str], str]
"""Asks a question with an answer to suggest, and gives the answer."""


def start(settings_file: Path, *, title: str, lang: str, category: str, now: datetime, translates: str = "") -> int:
    """Makes a draft, of a translation where `translates` names a file, and says where it is; returns the exit code."""
    translated = translator(editors_language(settings_file))
    ask = partial(_answer, translated)
    try:
        site = load_site(settings_file)
        if translates:
            made = _translation(site, translates, title=title, lang=lang, ask=ask)
        else:
            made = _new(site, title=title, lang=lang, category=category, now=now, ask=ask)
        return _report(made, site, translated)
    except Faults as faults:
        show(report(faults.problems, settings_file.absolute().parent, translated))
        return 1
    except (EOFError, KeyboardInterrupt):  # at a question
        print(file=sys.stderr)
        return 130


def _new(site: Site, *, title: str, lang: str, category: str, now: datetime, ask: Ask) -> Path | tuple[Problem, ...]:
    keys = ", ".join(category.key for category in site.categories)
    codes = ", ".join(site.rules.languages)
    return new_digest(
        content=site.content,
        rules=site.rules,
        title=title or ask(message("Title"), ""),
        lang=lang or ask(message("Language ({choices})", choices=codes), site.default_language.code),
        category=category or ask(message("Category ({choices})", choices=keys), site.rules.default_category),
        now=now,
        accepts=accepted_by(site),
    )


def _translation(site: Site, file: str, *, title: str, lang: str, ask: Ask) -> Path | tuple[Problem, ...]:
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
        title=title or ask(message("Title"), found.meta.title),
        lang=lang or ask(message("Language ({choices})", choices=", ".join(free)), free[0] if free else ""),
        others=metas,
    )


def _report(made: Path | tuple[Problem, ...], site: Site, translated: Translator) -> int:
    if isinstance(made, Path):
        file = made.relative_to(site.folder).as_posix()
        say(translated(message("{file} — a draft; delete the line status: draft to publish it", file=file)))
        return 0
    show(problem_line(problem, translated) for problem in made)
    return 1


def _answer(translated: Translator, question: Message, default: str) -> str:
    """What is typed on the terminal; the default for an empty answer, or where there is no terminal."""
    if not sys.stdin or not sys.stdin.isatty():
        return default
    suggestion = f" [{default}]" if default else ""
    return input(f"{translated(question)}{suggestion}: ").strip() or default
