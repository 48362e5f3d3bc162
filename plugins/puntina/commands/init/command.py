"""`puntina init`: asks for what is not on the command line, then writes, checks and builds the publication."""

import datetime as dt
import os
import shlex
import sys
from pathlib import Path

import click

from puntina import __version__
from puntina.commands.build import build
from puntina.commands.check.command import check
from puntina.commands.init.answers import CATEGORIES, LANGUAGES, Answers, fault_of, read_answers, refuse_wrong
from puntina.commands.init.files import files, is_known_category, texts_of
from puntina.commands.init.package import package_files
from puntina.commands.init.place import SETTINGS, refuse_taken, written
from puntina.commands.init.record import RECORD, Record, hashes
from puntina.core.digest import Faults, Problem, Severity
from puntina.core.digest.message import Message, message
from puntina.core.locales.editors import Translator, translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import report
from puntina.core.reporting.terminal import say, show

QUESTIONS = {
    "name": message("Name of the publication"),
    "url": message("URL at which readers will find it"),
    "languages": message("Languages, the main one first"),
    "categories": message("Categories"),
    "holder": message("Copyright holder"),
}


def init(folder: Path, *, asks: bool, now: dt.datetime, **typed: str) -> int:
    """Makes a publication in the folder, which is empty or not there; returns the exit code.

    `typed` are name, url, languages, categories, holder and timezone, "" for what was not given; with `asks` that is
    asked for on the terminal. Where anything is wrong, nothing is written.
    """
    translated = translator(os.environ.get("PUNTINA_LANG", "en"))
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - also of "..", whose name is asked for
    try:
        refuse_taken(target)
        if asks:
            refuse_wrong(typed)  # before anybody answers a question in vain
        packages = package_files()
        answers = read_answers(**_answered(typed, target.name, asks=asks, translated=translated), year=now.year)
        made = files(answers, now=now) | packages
        with written(target, {**made, RECORD: Record(__version__, answers, hashes(made)).text()}):
            _check_and_build(target, answers, len(made) + 1)
    except Faults as faults:
        show(report(faults.problems, target, translated))
        return 1
    except _NotBuiltError:  # reported by check or build
        return 1
    translated = translator(editors_language(target / SETTINGS))
    for line in _next(target):
        say(translated(line))
    return 0


class _NotBuiltError(Exception):
    """The new publication can't be built, for example as the disk is full."""


def _check_and_build(folder: Path, answers: Answers, count: int) -> None:
    settings = folder / SETTINGS
    translated = translator(editors_language(settings))
    say(translated(message("{count:,} files in {folder}", count=count, folder=folder)))
    zone = message("dates are in the time zone {zone}: TIMEZONE in {file}", zone=answers.timezone, file=SETTINGS)
    say(translated(zone))
    show(report((*_english(answers), *_same_names(answers)), folder, translated))
    if check(settings) or build(settings, next_step=""):
        say(translated(message("the publication can't be built, so nothing was kept")))
        raise _NotBuiltError


def _answered(typed: dict[str, str], folder: str, *, asks: bool, translated: Translator) -> dict[str, str]:
    """The answers; of what was not typed the suggestions, where nobody can be asked."""
    given = dict(typed)
    for option, question in QUESTIONS.items():
        suggestions = {
            "name": folder[:1].upper() + folder[1:],
            "url": "",
            "languages": LANGUAGES,
            "categories": CATEGORIES,
            "holder": given["name"],
        }
        if not given[option].strip():
            suggested = suggestions[option]
            given[option] = _asked(option, translated(question), suggested, translated) if asks else suggested
    return given


def _asked(option: str, question: str, suggested: str, translated: Translator) -> str:
    """The answer to a question, which is asked again until it is fine."""
    while True:
        answer = str(click.prompt(question, default=suggested or None, err=True))
        if not (fault := fault_of(option, answer)):
            return answer
        click.echo(translated(fault), err=True)


def _english(answers: Answers) -> list[Problem]:
    """A warning for each language that no texts of a new publication are in."""
    found = [code for code in answers.languages if texts_of(code) != code.partition("-")[0]]
    return [
        Problem.whole(
            f"content/{code}",
            "INIT-TEXTS",
            message('there are no texts in "{code}", so its pages and digest are in English', code=code),
            message("translate the files in this folder"),
            Severity.WARNING,
        )
        for code in found
    ]


def _same_names(answers: Answers) -> list[Problem]:
    """A warning for categories that have the name that was typed in every language."""
    names = [name for key, name in answers.categories if not is_known_category(key)]
    if not names or len(answers.languages) == 1:
        return []
    what = message("these categories have the same name in every language: {names}", names=", ".join(names))
    hint = message("translate them in CATEGORIES")
    return [Problem.whole(SETTINGS, "INIT-TEXTS", what, hint, Severity.WARNING)]


def _next(folder: Path) -> list[Message]:
    """What to do with the new publication."""
    serve = f"{'python' if sys.platform == 'win32' else 'python3'} bootstrap.py serve"
    next_step = message("To view it: {command}", command=serve)
    if folder != Path.cwd():
        next_step = message(
            "Next: cd {folder}, then {command}", folder=shlex.quote(os.path.relpath(folder)), command=serve
        )
    return [next_step, message("{file} says how to write and publish", file="README.md")]
