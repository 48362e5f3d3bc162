"""The page for addresses that do not exist; a host such as GitHub Pages serves /404.html for all of them.

So it speaks every language: nobody knows which one a reader followed a broken link in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from puntina.core.locales import N_
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.routes.address import Address
from puntina.core.routes.table import NOT_FOUND
from puntina.core.views.cards import LanguageView
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import PageSpec
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import SiteContext

TITLE = N_("Page not found")
TEXT = N_("There is nothing at this address. The page may have moved, or the address may be mistyped.")


@dataclass(frozen=True, slots=True)
class Missing:
    """What the page says in a language, and where one who reads it can go on."""

    title: str
    text: str
    language: LanguageView


def not_found_page(build: Build) -> Iterator[PageSpec]:
    """The page: first in the default language, then in each other one.

    With a stock theme DIRECT_TEMPLATES or TEMPLATE_PAGES may have it, and then Pelican makes it.
    """
    route = build.site.routes.at(NOT_FOUND)
    if route.kind in build.direct_templates and not build.run.render:
        return
    lang = build.site.default_language.code
    yield PageSpec(
        address=Address(f"{route.kind}.html", f"{route.kind}.html"),
        lang=lang,
        templates=(route.kind,) if build.has_templates(route.kind) else (),
        page=partial(_page, PageMeta(lang, "", "", nowhere=True), build),
        origin="the page for missing addresses",
    )


def _page(meta: PageMeta, build: Build) -> ListPage:
    context = build.once(site_context)
    shown = tuple([missing(code, context) for code in context.languages])
    return ListPage(context, (), meta, (("languages", shown),))


def missing(lang: str, context: SiteContext) -> Missing:
    """What the page says in the language."""
    strings = context.strings[lang]
    return Missing(strings.gettext(TITLE), strings.gettext(TEXT), context.languages[lang].view)
