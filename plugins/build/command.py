"""A whole build: Pelican in this process, with our reporting."""

import datetime as dt
import logging
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from plugins.build.own_signals import own_signals
from plugins.check import report, show
from plugins.digest import Faults, Problem, errors
from plugins.engine.complaints import Complaints
from plugins.engine.stage import abandon
from plugins.site import SettingsFile, load_settings, read_site


def build(settings_file: Path, *, look: str, overrides: Mapping[str, Any] | None = None) -> int:
    """Builds the site and prints what was made; `look` says how to see it. Returns the exit code, 1 for faults."""
    started = time.perf_counter()
    try:
        settings = run(settings_file, overrides or {})
    except Faults as faults:
        show(said(faults))
        return 1
    print(counted(settings, time.perf_counter() - started))
    if look:
        print(look)
    return 0


def counted(settings: Mapping[str, Any], seconds: float) -> str:
    """The last line of a build: what was read and made."""
    digests = sum(digest.kind == "digest" for digest in settings["CONTENT"].digests.values())
    made = _number(settings["COUNTS"]["made"], "page or feed", "pages and feeds")
    return f"{_number(digests, 'digest')} read, {made} made in {_shown(settings['FINAL'])}, {seconds:.1f} s"


def said(faults: Faults) -> tuple[str, ...]:
    """The lines that a build ends with where it can't be made: the problems, and how many."""
    count = _number(len(errors(faults.problems)), "error")
    return (*str(faults.code).split("\n"), f"not built: {count}; the output is as it was")


def run(settings_file: Path, overrides: Mapping[str, Any]) -> Mapping[str, Any]:
    """Runs Pelican and returns its settings; raises Faults where anything is wrong."""
    from pelican import Pelican  # here, as importing it takes longer than many a task
    from pelican.log import console

    check_settings(settings_file, overrides)
    complaints = Complaints()
    logging.getLogger("pelican").addHandler(complaints)
    console.quiet = True
    settings: dict[str, Any] = {}
    try:
        settings = _pelican_settings(settings_file, {**overrides, "COMPLAINTS": complaints})
        with own_signals():
            pelican = Pelican(settings)
            complaints.settle()
            pelican.run()
        return settings
    except TemplateError as error:
        raise Faults([_of_template(error)]) from error
    finally:
        logging.getLogger("pelican").removeHandler(complaints)
        abandon(settings)


def check_settings(settings_file: Path, overrides: Mapping[str, Any]) -> None:
    """Raises Faults with all that is wrong with the settings, at which Pelican would break off or pass over it."""
    path = settings_file.absolute()
    try:
        values = {**load_settings(path), **overrides}
        read_site(values, SettingsFile.at(path), folder=path.parent, now=dt.datetime.now(dt.UTC))
    except Faults as faults:
        raise Faults(faults.problems, shown=report(faults.problems, path.parent)) from None


def _pelican_settings(settings_file: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    from pelican.settings import read_settings

    try:
        return dict(read_settings(str(settings_file), override={**overrides, "SETTINGS_FILE": str(settings_file)}))
    except ValueError as error:  # what is left for Pelican to say: there is no theme of this name
        path, place = SettingsFile.at(settings_file.absolute()).place("THEME")
        hint = "name the folder of a theme, or one of Pelican's own"
        raise Faults([Problem(path, place.line, place.column, "SITE-SETTING", str(error), hint)]) from error


def _of_template(error: TemplateError) -> Problem:
    """The problem of a template that can't be read."""
    line = getattr(error, "lineno", None) or 0
    name = _shown(Path(getattr(error, "filename", None) or "the theme")).rstrip("/")
    return Problem(name, line, 1, "THEME", f"{type(error).__name__}: {error}", "mend the template")


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _shown(folder: Path) -> str:
    return folder.relative_to(Path.cwd()).as_posix() + "/" if folder.is_relative_to(Path.cwd()) else str(folder)
