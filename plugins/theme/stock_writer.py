"""Our theme's filters and strings in Pelican's own environment, which compiles each template a generator gets."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from pelican.generators import Generator

from plugins.locales import filters
from plugins.theme.render import takes_frozen_values


def equip(generator: Generator) -> None:
    """Adds them where the theme is one of ours; a page's language is then that of its values."""
    if not takes_frozen_values(Path(generator.settings["THEME"])):
        return
    site, strings = generator.settings["SITE"], generator.settings["STRINGS"]
    environment = generator.env
    environment.add_extension("jinja2.ext.i18n")
    say = {name: _translator(strings, name) for name in ("gettext", "ngettext")}
    environment.install_gettext_callables(**say, newstyle=True)
    environment.filters.update({name: _by_language(name) for name in filters(site.default_language.code)})
    environment.globals["asset"] = f"{site.rooted(site.theme_static)}/{{}}".format


def _translator(strings: Any, name: str) -> Callable[..., Any]:
    @pass_context
    def translate(context: Context, *arguments: Any) -> str:
        return str(getattr(strings[context["language"].code], name)(*arguments))

    return translate


def _by_language(name: str) -> Callable[..., Any]:
    return pass_context(partial(_filtered, name))


def _filtered(name: str, context: Context, value: Any) -> Any:
    return filters(context["language"].code)[name](value)
