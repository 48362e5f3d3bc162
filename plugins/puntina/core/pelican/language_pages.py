"""Pages that each language has one of, such as the search page or the list of tags."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.routes.route import Route
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import FrozenPage, HasDigest, PageSpec, SitemapEntry


def language_page(
    route: Route,
    lang: str,
    build: Build,
    page: Callable[[PageMeta], FrozenPage],
    *,
    contents: Sequence[HasDigest] = (),
    variables: Callable[[], Mapping[str, object]] = dict,
) -> PageSpec:
    """Return the route's page in this language; `page` makes it from its metadata.

    `contents` date the page in the sitemap, `variables` are for themes that take Pelican's context:

        language_page(route, "it", build, partial(_page, build))
    """
    site = build.site
    addresses = {language.code: site.at(route, language.code) for language in site.languages}
    own = addresses[lang]
    others = tuple([(other, address.url) for other, address in addresses.items() if other != lang])
    feeds = build.once(site_context).feeds_of(route.kind, lang, "")
    return PageSpec(
        address=own,
        lang=lang,
        templates=(route.kind,),
        page=partial(page, PageMeta(lang, own.url, page_description(route, lang, build), others, feeds=feeds)),
        origin=f"the page {own.save_as}",
        variables=variables,
        sitemap=SitemapEntry(contents, others),
    )


def page_description(route: Route, lang: str, build: Build, name: str = "") -> str:
    """Return what a page of the route says about itself in this language; `name` is what its list is about."""
    return str(build.strings[lang].gettext(route.description)) % {"name": name, "site": build.site.name}
