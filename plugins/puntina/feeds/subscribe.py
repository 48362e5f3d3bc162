"""The page about feeds of each language: what there is to follow, where, and with what."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.writers import Writer

from puntina.core.locales import N_, language_name
from puntina.core.settings import Site
from puntina.core.settings.feeds import ALL, CORRECTION, EDITION, KINDS
from puntina.core.views.cards import FeedGroup, FeedView, Link
from puntina.core.views.page_meta import Frame
from puntina.core.views.pages import ListPage
from puntina.core.views.site_context import Views
from puntina.feeds.feed_specs import Followed, links
from puntina.feeds.opml import has_opml
from puntina.feeds.reader_links import app_links, filled

TEMPLATE = "subscribe"
ORDER = (ALL, EDITION, CORRECTION, *KINDS[1:])
DESCRIPTION = N_("Follow %(site)s in a feed reader or by mail.")


def write_pages(generator: Generator, writer: Writer, every: tuple[Followed, ...]) -> None:
    """Queues the page of each language, where the publication wants it and the theme has a template for it."""
    views: Views = generator.settings["VIEWS"]
    site = views.site
    if not (site.feeds.wanted and site.addresses.has("SUBSCRIBE_URL")):
        return
    try:
        template = generator.get_template(TEMPLATE)
    except PelicanTemplateNotFound:
        return
    places = {language.code: site.addresses.at("SUBSCRIBE_URL", language.prefix) for language in site.languages}
    for lang, place in places.items():
        others = tuple([(other, at.url) for other, at in places.items() if other != lang])
        description = str(views.strings[lang].gettext(DESCRIPTION)) % {"site": site.name}
        frame = Frame(lang, place.url, description, others)
        page = ListPage(views, (), frame, tuple(_values(lang, every, views)))
        writer.write_file(
            place.save_as,
            template,
            generator.context,
            page_of_ours=partial(_same, page),
            origin=f"the page {place.save_as}",
            url=place.url,
            lang=lang,
        )


def _same(page: ListPage) -> ListPage:
    return page


def _values(lang: str, every: tuple[Followed, ...], views: Views) -> Iterator[tuple[str, object]]:
    site = views.site
    own = [each for each in every if each.lang in {lang, ""}]
    yield "groups", tuple(_groups(own, site))
    yield "opml", tuple(_opml(lang, site)) if has_opml(every, site) else ()
    yield "mail", _mail(own, site)


def _opml(lang: str, site: Site) -> Iterator[Link]:
    """The files of all feeds: that of the language, called by its name, and that of all, which has none."""
    if own := site.opml_places().get(lang):
        yield Link(language_name(lang), site.rooted(own.url))
    yield Link("", site.rooted(site.addresses.at("FEED_OPML_URL").url))


def _groups(own: Iterable[Followed], site: Site) -> Iterator[FeedGroup]:
    ordered = sorted(own, key=lambda each: (ORDER.index(each.kind), each.title.casefold()))
    for kind, group in groupby(ordered, key=lambda each: each.kind):
        yield FeedGroup(kind, tuple([_view(each, site) for each in group]))


def _view(each: Followed, site: Site) -> FeedView:
    address = _address(each, site)
    return FeedView(each.title, site.rooted(each.url), address, tuple(links(each, site)), tuple(app_links(address)))


def _address(each: Followed, site: Site) -> str:
    return site.absolute(each.best[1].url)


def _mail(own: Iterable[Followed], site: Site) -> Link | None:
    """Where the digests come by mail, where the publication names a service."""
    feed = next((_address(each, site) for each in own if each.kind == ALL), "")
    if not site.feeds.mail:
        return None
    name, address = site.feeds.mail
    return Link(name, filled(address, feed))
