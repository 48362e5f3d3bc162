"""The body of `puntina import`: turns pasted files into content files, and prints a line for each."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

from puntina.commands.check.command import load_site
from puntina.commands.importer.options import check_options
from puntina.commands.importer.origins import TitleFrom
from puntina.commands.importer.plan import Entry, Pasted, entry, problems_of, read, retitled
from puntina.commands.importer.report import sentence
from puntina.commands.importer.save import save_new
from puntina.core.digest.files import leads_out
from puntina.core.digest.identity import new_id
from puntina.core.digest.message import Message, message
from puntina.core.digest.names import folded
from puntina.core.digest.problem import Faults, Problem, errors
from puntina.core.digest.reasons import reason_of
from puntina.core.digest.rules import Rules
from puntina.core.locales.editors import ENGLISH, Translator, translator
from puntina.core.reporting.language import editors_language
from puntina.core.reporting.report import problem_line, report
from puntina.core.reporting.terminal import say, show

Ask = Callable[[str, str], str]
"""Asks for the title of a file, suggests one, and gives the answer."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where lines go, in the editor's language."""

    out: Callable[[str], None]
    translated: Translator

    def say(self, text: Message) -> None:
        """One line of text."""
        self.out(self.translated(text))

    def report(self, problems: Iterable[Problem]) -> None:
        """The problems, a line each, sorted."""
        for problem in sorted(problems, key=lambda problem: problem.order):
            self.out(problem_line(problem, self.translated))


def import_files(
    files: Sequence[str | Path],
    *,
    content: Path,
    rules: Rules,
    holder: str,
    lang: str,
    now: datetime,
    category: str = "",
    title: str = "",
    date: str = "",
    source_url: str = "",
    old_url: str = "",
    ask: Ask | None = None,
    fresh_id: Callable[[], str] = new_id,
    out: Callable[[str], None] = print,
    translated: Translator = ENGLISH,
) -> int:
    """Writes a content file for each pasted file and prints a line for each; returns the exit code.

    A file goes to `<lang>/<year>/<slug of the pasted file's name>.md` below `content`; none is ever
    overwritten. Where one file has an error, all problems of all files are said, nothing is written, and
    the code is 1. `holder` is the publication's own; a copyright notice of any other is kept. `now`, in the
    publication's time zone or with an offset, dates what neither option nor file name dates, as a draft.
    `ask` is asked for a title where only the file's name would give one; without it that one is taken.
    """
    terminal = Terminal(out, translated)
    options, faults = check_options(
        files=len(files),
        rules=rules,
        lang=lang,
        category=category,
        title=title,
        date=date,
        source_url=source_url,
        old_url=old_url,
    )
    if faults:
        return _refused(faults, terminal)
    readings = [read(Path(file), options, holder=holder) for file in files]
    problems = [problem for _, found in readings for problem in found]
    pasted = [_titled(one, None if problems else ask) for one, _ in readings if one]
    here = now.astimezone(rules.timezone).replace(tzinfo=None) if now.tzinfo else now
    entries = [entry(one, options, now=here, id=fresh_id()) for one in pasted]
    problems += problems_of(entries, rules, lambda path: _taken(content, path))
    if errors(problems):
        return _refused(problems, terminal)
    return _written(entries, problems, content=content, rules=rules, terminal=terminal)


def import_into(
    settings_file: Path,
    files: Sequence[str],
    *,
    now: datetime,
    lang: str = "",
    category: str = "",
    title: str = "",
    date: str = "",
    source_url: str = "",
    old_url: str = "",
) -> int:
    """`import_files` into the publication of the settings file; the language is its default if `lang` is ""."""
    translated = translator(editors_language(settings_file))
    try:
        site = load_site(settings_file)
    except Faults as faults:
        show(report(faults.problems, settings_file.absolute().parent, translated))
        return 1
    return import_files(
        files,
        content=site.content,
        rules=site.rules,
        holder=site.holder,
        lang=lang or site.default_language.code,
        now=now,
        category=category,
        title=title,
        date=date,
        source_url=source_url,
        old_url=old_url,
        ask=on_terminal(translated),
        out=say,
        translated=translated,
    )


def on_terminal(translated: Translator = ENGLISH) -> Ask | None:
    """Asks on the terminal, if there is one."""
    return partial(_ask, translated) if sys.stdin is not None and sys.stdin.isatty() else None


def _ask(translated: Translator, file: str, suggestion: str) -> str:
    question = message("Title of {file} [{suggestion}]:", file=file, suggestion=suggestion)
    try:
        return input(f"{translated(question)} ")
    except EOFError:
        return ""


def _titled(pasted: Pasted, ask: Ask | None) -> Pasted:
    if ask is None or pasted.imported.title_from is not TitleFrom.FILE_NAME:
        return pasted
    return retitled(pasted, ask(pasted.file, pasted.imported.title))


def _taken(content: Path, path: str) -> str:
    """The existing file at the path, also if it differs only in case or Unicode form, or ""."""
    folder = content / PurePosixPath(path).parent
    wanted = PurePosixPath(path).name
    names = sorted(there.name for there in folder.iterdir()) if folder.is_dir() else []
    found = next((name for name in names if folded(name) == folded(wanted)), "")
    return PurePosixPath(path).with_name(found).as_posix() if found else ""


def _written(
    entries: Sequence[Entry],
    warnings: Sequence[Problem],
    *,
    content: Path,
    rules: Rules,
    terminal: Terminal,
) -> int:
    for found in entries:
        if leads_out(content / found.path, content):
            fault = message("a link in its path leads out of the content folder")
            advice = message("replace the link with a folder")
            shown = PurePosixPath(rules.folder, found.path).as_posix()
            return _refused([Problem(shown, 0, 0, "IMP-WRITE", fault, advice)], terminal)
    try:
        save_new({content / found.path: found.text for found in entries})
    except OSError as error:
        name = Path(error.filename2 or error.filename or content).as_posix()
        fault = message("can't be written: {reason}", reason=reason_of(error.strerror))
        hint = message("fix that and import again")
        return _refused([Problem(name, 0, 0, "IMP-WRITE", fault, hint)], terminal)
    for found in entries:
        shown = PurePosixPath(rules.folder, found.path).as_posix()
        terminal.say(sentence(shown, found.imported, date_from=found.date_from))
    terminal.report(warnings)
    return 0


def _refused(problems: Sequence[Problem], terminal: Terminal) -> int:
    terminal.report(problems)
    terminal.say(message("nothing was written"))
    return 1
