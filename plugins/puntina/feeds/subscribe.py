"""The page about feeds of each language: what there is to follow, where, and with what."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from babel.support import Translations

from puntina.core.locales import language_name
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import feed_specs, is_there, site_context
from puntina.core.pelican.language_pages import language_page
from puntina.core.routes.table import HOME
from puntina.core.settings import Site
from puntina.core.views.cards import FeedGroup, FeedView, Link
from puntina.core.views.page_meta import PageMeta
from puntina.core.views.page_spec import PageSpec
from puntina.core.views.pages import ListPage
from puntina.feeds.feed_spec import FeedSpec
from puntina.feeds.opml import has_opml
from puntina.feeds.reader_links import app_links, filled


def subscribe_pages(build: Build) -> Iterator[PageSpec]:
    """The page of each language, where the publication wants it and the theme has a template for it."""
    route = build.site.routes.at("SUBSCRIBE_URL")
    if is_there(route, build):
        for language in build.site.languages:
            yield language_page(route, language.code, build, partial(_page, build))


def _page(build: Build, meta: PageMeta) -> ListPage:
    values = tuple(_values(meta.lang, build.once(feed_specs), build.site, build.strings[meta.lang]))
    return ListPage(build.once(site_context), (), meta, values)


def _values(lang: str, every: tuple[FeedSpec, ...], site: Site, strings: Translations) -> Iterator[tuple[str, object]]:
    own = [each for each in every if each.lang in {lang, ""}]
    yield "groups", tuple(_groups(own, site, strings))
    yield "opml", tuple(_opml(lang, site)) if has_opml(every, site) else ()
    yield "mail", _mail(own, site)


def _opml(lang: str, site: Site) -> Iterator[Link]:
    """The files of all feeds: that of the language, called by its name, and that of all, which has none."""
    if own := site.opml_places().get(lang):
        yield Link(language_name(lang), site.rooted(own.url))
    yield Link("", site.rooted(site.addresses.at("FEED_OPML_URL").url))


def _groups(own: Iterable[FeedSpec], site: Site, strings: Translations) -> Iterator[FeedGroup]:
    ordered = sorted(own, key=lambda each: (each.route.feed_rank, each.kind, each.title.casefold()))
    for kind, group in groupby(ordered, key=lambda each: each.kind):
        every = list(group)
        title = every[0].route.heading
        yield FeedGroup(
            kind, tuple([_view(each, site) for each in every]), str(strings.gettext(title)) if title else ""
        )


def _view(each: FeedSpec, site: Site) -> FeedView:
    address = _address(each, site)
    return FeedView(each.title, site.rooted(each.url), address, each.links, tuple(app_links(address)))


def _address(each: FeedSpec, site: Site) -> str:
    return site.absolute(each.best[1].url)


def _mail(own: Iterable[FeedSpec], site: Site) -> Link | None:
    """Where the digests come by mail, where the publication names a service."""
    feed = next((_address(each, site) for each in own if each.route.setting == HOME), "")
    if not site.feeds.mail:
        return None
    name, address = site.feeds.mail
    return Link(name, filled(address, feed))
