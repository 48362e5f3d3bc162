"""The SiteContext of a build: what all pages share, once all articles and pages are known."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from puntina.copyright import site_notice
from puntina.core.pelican.article_cards import list_link
from puntina.core.pelican.articles import DigestArticle
from puntina.core.pelican.build import Build
from puntina.core.pelican.taxonomy import PlacedAuthor, PlacedCategory, PlacedTag
from puntina.core.routes.route import Route
from puntina.core.views.cards import FeedLink, Link, SiteView
from puntina.core.views.site_context import LanguageFacts, SiteContext, language_view

if TYPE_CHECKING:
    from puntina.feeds.feed_spec import FeedSpec

OWN = frozenset({"archive", "tags", "outlets", "subscribe", "corrections", "search"})  # that LanguageView has names for
UNCONDITIONAL = frozenset({"archive", "tags"})  # which themes link to unasked


def site_context(build: Build) -> SiteContext:
    """What all pages of the build share."""
    site, articles = build.site, build.run.listed
    years = [article.date.year for article in articles] or [site.first_year]
    wrappers = {wrapper.url: wrapper for article in articles for wrapper in _wrappers(article)}
    feeds = feed_links(build)
    home = site.routes.at("HOME")
    views = [
        language_view(
            language.code,
            site,
            menu=_menu(language.code, build),
            feeds=feeds.get((home.kind, language.code, ""), ()),
            listed=wrappers,
            pages=[
                Link(page.digest.meta.title, site.rooted(page.url))
                for page in build.run.pages
                if page.lang == language.code
            ],
        )
        for language in site.languages
    ]
    homes = tuple((view.code, view.name, view.home) for view in views)
    return SiteContext(
        site=site,
        facts=SiteView(site.name, site.url, site.preview),
        notice=site_notice(min(years), max(years), holder=site.holder, licence=site.licence),
        languages={view.code: LanguageFacts(view, homes, build.catalogues[view.code]) for view in views},
        lists={url: list_link(wrapper, site) for url, wrapper in wrappers.items()},
        strings=build.strings,
        parts=build.hooks.page_parts,
        arrange=build.hooks.arrange,
        feeds=feeds,
        lite=lite_prefix(build),
        describe=build.hooks.metadata,
    )


def is_there(route: Route, build: Build) -> bool:
    """Whether the site has pages of this route: the settings ask for them, and the theme can print them."""
    return build.site.wants(route) and (not route.kind or build.has_templates(route.kind))


def lite_prefix(build: Build) -> str:
    """What makes the URL of a full page that of the lite one; "" where there is no lite edition."""
    route = build.site.routes.at("LITE_URL")
    is_made = is_there(route, build) and build.has_templates("lite_digest")
    return build.site.addresses.at(route.setting).url if is_made else ""


def feed_links(build: Build) -> Mapping[tuple[str, str, str], tuple[FeedLink, ...]]:
    """The feeds of each list, by its kind, language and key."""
    return {(each.route.kind, each.lang, each.key): each.links for each in build.once(feed_specs)}


def feed_specs(build: Build) -> "tuple[FeedSpec, ...]":
    """All lists with feeds, in the order of the table of routes."""
    order = {route.setting: place for place, route in enumerate(build.site.routes)}
    found = [each for _, step in build.hooks.feeds for each in step(build)]
    return tuple(sorted(found, key=lambda each: order[each.route.setting]))


def _menu(lang: str, build: Build) -> dict[str, Any]:
    site = build.site
    there = [route for route in site.routes if route.menu and (route.menu in UNCONDITIONAL or is_there(route, build))]
    urls = {route.menu: site.rooted(site.at(route, lang).url) for route in there}
    strings = build.strings[lang]
    more = tuple([Link(str(strings.gettext(name)), url) for name, url in urls.items() if name not in OWN])
    return {name: url for name, url in urls.items() if name in OWN} | {"more": more}


def _wrappers(article: DigestArticle) -> Iterator[PlacedCategory | PlacedTag | PlacedAuthor]:
    if article.category:
        yield article.category
    yield from article.tags
    yield from article.authors
