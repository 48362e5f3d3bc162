"""Refuses Pelican's settings that have no effect here, and misspelt names."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from puntina.core.digest.message import Message, message
from puntina.core.hooks import Hooks
from puntina.core.settings.pelican_settings import KEPT_NAMES, PELICAN_SETTINGS, PelicanSetting
from puntina.core.settings.table import every_setting
from puntina.core.settings.theme_folder import takes_frozen_values, theme_folder

Values = Mapping[str, Any]
Fault = tuple[str, Message, Message]  # the setting, what is wrong, what to do


def refused_settings(settings: Values, folder: Path, hooks: Hooks) -> Iterator[Fault]:
    """Every setting that the publication can't have, or lacks; `settings` are as somebody wrote them."""
    yield from _without_effect(settings, folder)
    yield from _kept_names(settings)
    yield from _misspelt(settings, hooks)


def _without_effect(settings: Values, folder: Path) -> Iterator[Fault]:
    for row in PELICAN_SETTINGS:
        if row.name not in settings or settings[row.name] is None or _accepts(row, settings[row.name]):
            continue
        if not row.for_themes:
            yield row.name, message("{name} is not supported", name=row.name), row.hint
        elif _is_frozen(settings.get("THEME"), folder):
            yield row.name, message("{name} has no effect with this theme", name=row.name), row.hint


def theme_setting_faults(settings: Values) -> Iterator[Fault]:
    """What is wrong with those settings that a theme reads, and that Pelican itself needs in a certain form."""
    if not isinstance(settings.get("CSS_FILE", ""), str):
        yield "CSS_FILE", message("CSS_FILE is not a string"), message('write "main.css"')
    locale = settings.get("LOCALE", "")
    if not isinstance(locale, str) and not (
        isinstance(locale, list | tuple) and all(isinstance(each, str) for each in locale)
    ):
        yield "LOCALE", message("LOCALE is not a list of strings"), message('write ["it_IT.UTF-8"]')
    if "JINJA_ENVIRONMENT" in settings and (reason := _environment_fault(settings["JINJA_ENVIRONMENT"])):
        text = message("JINJA_ENVIRONMENT is not valid for Jinja ({reason})", reason=reason)
        yield "JINJA_ENVIRONMENT", text, message('write {{"extensions": ["jinja2.ext.do"]}}')


def _environment_fault(options: Any) -> str:
    from jinja2 import Environment  # here, as hardly any publication sets it

    try:
        Environment(**options)  # noqa: S701 - thrown away
    except Exception as error:  # noqa: BLE001 - an extension may raise anything
        return message("{name}: {list}", name=type(error).__name__, list=" ".join(str(error).split()))
    return ""


def _accepts(row: PelicanSetting, value: object) -> bool:
    return any(type(value) is type(each) and value == each for each in row.accepted)


def _is_frozen(theme: object, folder: Path) -> bool:
    found = theme_folder(theme, folder) if isinstance(theme, str) else None
    try:
        return found is not None and takes_frozen_values(found)
    except (OSError, ValueError):  # which is a fault of the theme's own
        return False


def _kept_names(settings: Values) -> Iterator[Fault]:
    for name in sorted(KEPT_NAMES & settings.keys()):
        yield name, message("{name} is a name that Puntina uses itself", name=name), message("give it another name")


def _misspelt(settings: Values, hooks: Hooks) -> Iterator[Fault]:
    """Names that are nearly a setting's, of ours or of Pelican's."""
    known = [
        *(setting.name for setting in every_setting(hooks)),
        *(row.name for row in PELICAN_SETTINGS),
        "PLUGINS",
        "PLUGIN_PATHS",
    ]
    for name in settings.keys() - known:
        if near := get_close_matches(name, known, n=1, cutoff=0.9):
            text = message("{name} is not a setting", name=name)
            yield name, text, message("did you mean {name}?", name=near[0])
