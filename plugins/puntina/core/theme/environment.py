"""The Jinja environment of one language: Jinja as it is, without the work that is the same for every page."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from babel.support import Translations
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from puntina.core.locales import filters
from puntina.core.theme.fragments import fragments_of
from puntina.core.theme.jinja_fast.environment import FastEnvironment
from puntina.fast_paths import is_on

KEPT = 1024  # texts with numbers in them in each language: those of words and minutes come again and again


class PlainEnvironment(Environment):
    """Jinja's own environment."""

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """What the template prints of the values."""
        return self.get_template(name).render(values)


ThemeEnvironment = FastEnvironment | PlainEnvironment


def theme_environment(
    folders: list[str],
    lang: str,
    strings: Translations,
    asset: Callable[[str], str],
    bytecode: BytecodeCache | None = None,
) -> ThemeEnvironment:
    """The environment of a language; filters and globals use their arguments only."""
    kind = FastEnvironment if is_on("templates") else PlainEnvironment
    made = kind(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=bytecode,
        extensions=["jinja2.ext.i18n"],
    )
    made.filters.update(filters(lang))
    made.newstyle_gettext = True  # type: ignore[union-attr]  # the extension's, for {% trans %}
    gettext, ngettext = (
        partial(_gettext, strings),
        partial(_ngettext, lru_cache(KEPT, typed=True)(partial(_counted, strings))),
    )
    made.globals.update({"_": gettext, "gettext": gettext, "ngettext": ngettext, "asset": asset})
    made.globals["fragment"] = fragments_of(made)
    return made


def _gettext(strings: Translations, message: str, /, **values: object) -> Markup:
    """The translation as Jinja's newstyle gettext gives it: always a format, its values escaped."""
    return Markup(strings.gettext(message)) % values  # noqa: S704 - translations are the publication's own


def _ngettext(counted: Callable[..., Markup], one: str, many: str, number: int, /, **values: object) -> Markup:
    """The form for the number, as Jinja's newstyle ngettext gives it."""
    known = counted if all(isinstance(value, str) for value in values.values()) else counted.__wrapped__  # type: ignore[attr-defined]
    return known(one, many, number, **values)


def _counted(strings: Translations, one: str, many: str, number: int, /, **values: object) -> Markup:
    return Markup(strings.ngettext(one, many, number)) % {"num": number, **values}  # noqa: S704 - likewise
