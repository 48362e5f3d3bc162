"""Our theme behind Pelican's own doors: its Writer and any other one calls a template's `render` with a context."""

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import Environment, Template, pass_context
from jinja2.filters import do_striptags
from jinja2.runtime import Context
from markupsafe import Markup, escape
from pelican.generators import Generator

from puntina.core.digest import Faults
from puntina.core.locales import filters
from puntina.core.pelican.build import Build
from puntina.core.pelican.pelican_context import in_language
from puntina.core.settings.theme_folder import takes_frozen_values
from puntina.core.theme.fragments import fragments_of
from puntina.core.theme.render import template_fault, theme_assets


class PageTemplate(Template):
    """A template of a generator, rendered in the language of the page that its context is for."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page: from the frozen values in the context, or those of its article or page, where the theme takes such.

        Else as Jinja does, with the lists of the page's language in the place of the default language's.
        """
        context = dict(*args, **kwargs)
        generator: Generator = self.environment.generator  # type: ignore[attr-defined]  # `equip` adds it
        content = context.get("article") or context.get("page")
        page_of_ours = context.get("page_of_ours") or getattr(content, "page_of_ours", None)
        build = Build.of(generator.settings)
        if build.run.render and page_of_ours and self.name:
            return str(build.run.render(self.name, page_of_ours().values()))
        lang = getattr(content, "lang", context.get("lang"))
        try:
            return super().render(context | in_language(build, context, lang))
        except Faults:  # of a plugin's hook, which knows its own line
            raise
        except Exception as error:  # a template is a program and may raise anything
            raise Faults([template_fault(self.name or "", error)]) from error


class Unloaded:
    """A template as Pelican's generators hand it on: by name, and compiled only where somebody renders it."""

    def __init__(self, name: str, load: Callable[[], Template]) -> None:
        self.name = name
        self._load = load

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


def _named(environment: Environment, load: Callable[..., Template], name: str, *others: Any) -> Template | Unloaded:
    """The template; what asks for it by its name alone, as Pelican does, need not wait for it to be compiled."""
    if others or not environment.loader:
        return load(name, *others)
    environment.loader.get_source(environment, name)  # TemplateNotFound where it is not there
    return Unloaded(name, partial(load, name))


def equip(generator: Generator) -> None:
    """Has the generator's templates render so, and lets Jinja compile those of a theme that takes frozen values."""
    environment = generator.env
    environment.extend(generator=generator)
    environment.template_class = PageTemplate
    build = Build.of(generator.settings)
    if not takes_frozen_values(build.theme):
        environment.filters["striptags"] = _without_tags
        return
    environment.get_template = partial(_named, environment, environment.get_template)
    site, strings = build.site, build.strings
    environment.add_extension("jinja2.ext.i18n")
    say = {name: _translator(strings, name) for name in ("gettext", "ngettext")}
    environment.install_gettext_callables(**say, newstyle=True)
    environment.filters.update(
        {name: pass_context(partial(_filtered, name)) for name in filters(site.default_language.code)}
    )
    asset = theme_assets(build)
    environment.globals.update(asset=asset, fragment=fragments_of(environment))


def _without_tags(value: Any) -> Markup:
    """The text without tags, as HTML: Jinja's own filter turns `&lt;` into `<`, and such themes print that as it is."""
    return escape(do_striptags(value))


def _translator(strings: Any, name: str) -> Callable[..., Any]:
    @pass_context
    def translate(context: Context, *arguments: Any) -> str:
        return str(getattr(strings[context["language"].code], name)(*arguments))

    return translate


def _filtered(name: str, context: Context, value: Any) -> Any:
    return filters(context["language"].code)[name](value)
