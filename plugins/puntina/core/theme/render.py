"""Rendering by frozen values: undefined names are errors, text is escaped, each language has its own environment."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from pelican.generators import Generator

from puntina.core.digest import Faults, Problem
from puntina.core.pelican.build import Build
from puntina.core.settings.theme_folder import takes_frozen_values, template_problem
from puntina.core.theme.assets import Assets, assets
from puntina.core.theme.bytecode import CompiledTemplates, epoch_of
from puntina.core.theme.closure import Closures
from puntina.core.theme.environment import ThemeEnvironment, theme_environment
from puntina.core.views.cards import LanguageView

OWN_JINJA = {"filters": "JINJA_FILTERS", "globals": "JINJA_GLOBALS", "tests": "JINJA_TESTS"}  # Pelican's settings


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders a theme's templates."""

    theme: Path
    environments: Mapping[str, ThemeEnvironment]
    closures: Closures
    mark: bytes  # of the addresses of all assets

    def __call__(self, template: str, values: Mapping[str, object]) -> str:
        """The page; Faults with the template's file and line where it fails."""
        language = values["language"]
        assert isinstance(language, LanguageView)  # noqa: S101 - every caller's contract, for the type checker
        try:
            return self.environments[language.code].render(template, values)
        except Exception as error:  # a template is a program and may raise anything
            raise Faults([template_fault(template, error)]) from error

    def fingerprint(self, template: str) -> bytes:
        """Bytes that stand for what all pages of the template depend on besides their values: templates and assets."""
        return self.closures(template) + self.mark


def template_fault(template: str, error: Exception) -> Problem:
    """The problem of a template that could not be rendered, at the line that failed."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    path, line = (frames[-1].filename, frames[-1].lineno) if frames else (template, 1)
    if isinstance(error, TemplateSyntaxError):
        path, line = error.filename or path, error.lineno
    return template_problem(Path(path), line or 1, type(error).__name__, str(error), Path.cwd())


def use_theme(generators: list[Generator]) -> None:
    """Sets the renderer where the theme takes frozen values; any other theme is rendered as Pelican does."""
    settings = generators[0].settings
    build = Build.of(settings)
    if takes_frozen_values(build.theme):
        build.run.render = renderer(build, settings)


def renderer(build: Build, settings: Mapping[str, Any]) -> Renderer:
    """The renderer of the theme, with the publication's own templates before the theme's.

    Compiled templates are kept for the next build; the publication's own filters may be at work in them, and then none
    are kept.
    """
    strings, theme = build.strings, build.theme
    folders = [*map(str, build.own_templates), str(theme / "templates")]
    own = theme_assets(build)
    keeps = build.compiled if not any(settings.get(name) for name in OWN_JINJA.values()) else None
    kept = {
        lang: CompiledTemplates(keeps, lang, epoch_of(strings[lang], own.fingerprint)) if keeps else None
        for lang in strings
    }
    made = {lang: theme_environment(folders, lang, strings[lang], own, kept[lang]) for lang in strings}
    for environment in made.values():
        _add_own(environment, settings)
    return Renderer(theme, made, Closures(folders), own.fingerprint)


def _add_own(environment: Environment, settings: Mapping[str, Any]) -> None:
    """Adds the publication's own filters, globals and tests; of those of one name ours stay."""
    for table, name in OWN_JINJA.items():
        known = getattr(environment, table)
        known.update({**settings.get(name, {}), **known})


def theme_assets(build: Build) -> Assets:
    """The static files as they are copied, from all of THEME_STATIC_PATHS into one folder."""
    hashes = {name: mark for _, place in build.theme_statics for name, mark in assets(place).items()}
    site = build.site
    return Assets(hashes, site.rooted(site.theme_static), marked=not site.preview)
