"""Runs Pelican in this process, on content that is already read, with our error reporting."""

import logging
import os
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from puntina.commands.build.own_signals import own_signals
from puntina.commands.build.pelican_import import named_plugins_only
from puntina.commands.build.setup import Setup
from puntina.core.checks.own_plugins import foreign_plugins, raised_in_plugin
from puntina.core.content.content import Content
from puntina.core.digest import Faults, Problem
from puntina.core.digest.files import shown_path
from puntina.core.digest.message import message
from puntina.core.engine.job import Job
from puntina.core.engine.pelican_errors import PelicanErrors
from puntina.core.settings.pelican_settings import INERT
from puntina.core.settings.theme_folder import theme_folder

PLACES = ("PATH", "OUTPUT_PATH", "CACHE_PATH")  # settings that are paths, from the settings' own folder


def run_pelican(setup: Setup, content: Content, job: Job | None) -> dict[str, Any]:
    """Runs Pelican on the content and returns its settings; raises Faults where anything is wrong."""
    from pelican import Pelican
    from pelican.log import console

    from puntina.core.pelican.build import KEY, Given  # here, as an idle build does without Pelican

    pelican_errors = PelicanErrors()
    logging.getLogger("pelican").addHandler(pelican_errors)
    console.quiet = True
    try:
        settings = _pelican_settings(setup)
        settings[KEY] = Given(setup.site, content, job, setup.compiled, setup.pictures)
        with own_signals(), named_plugins_only(foreign_plugins(setup.settings)):
            instance = Pelican(settings)
            pelican_errors.settle()
            instance.run()
            pelican_errors.settle()
        return settings
    except TemplateError as error:
        raise Faults([_of_template(error)]) from error
    except (Faults, KeyboardInterrupt):
        raise
    except BaseException as error:
        problem = raised_in_plugin(error, foreign_plugins(setup.settings), setup.site.folder)
        if problem is None:
            raise
        raise Faults([problem]) from error
    finally:
        logging.getLogger("pelican").removeHandler(pelican_errors)


def _pelican_settings(setup: Setup) -> dict[str, Any]:
    """The settings as Pelican completes them; they have been read, so their file is not run a second time."""
    from pelican.settings import read_settings

    site, folder = setup.site, setup.site.folder
    # Where the settings have none of these, Pelican's own default is the right one, but for the theme's folder.
    places = {name: os.fspath(folder / setup.settings[name]) for name in PLACES if setup.settings.get(name)}
    places["THEME"] = os.fspath(theme_folder(site.theme, folder) or site.theme)
    ours = {"SETTINGS_FILE": str(setup.file)}
    written = {name: value for name, value in setup.settings.items() if name not in INERT}
    return dict(read_settings(override={**written, **places, **ours}))


def _of_template(error: TemplateError) -> Problem:
    """The problem of a template that can't be read."""
    line = getattr(error, "lineno", None) or 0
    path = Path(getattr(error, "filename", None) or "the theme")
    name = shown_path(path, Path.cwd())
    return Problem(
        name,
        line,
        1,
        "THEME",
        message("{kind}: {error}", kind=type(error).__name__, error=str(error)),
        message("fix the template"),
    )
