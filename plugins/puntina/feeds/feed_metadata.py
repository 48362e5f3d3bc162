"""A feed's metadata: its id, title, description, URLs, rights and alternates."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from puntina.copyright import rights
from puntina.core.routes.address import quoted
from puntina.core.routes.table import ALL_LANGUAGES, HOME
from puntina.core.settings import Site
from puntina.core.views.site_context import SiteContext
from puntina.feeds.entry import Alternate, Feed, Logo
from puntina.feeds.feed_spec import FeedSpec, feed_name
from puntina.feeds.formats import Format
from puntina.feeds.style import style_path


def feed_metadata(
    each: FeedSpec, form: Format, others: Iterable[FeedSpec], context: SiteContext, formats: Mapping[str, Format]
) -> Feed:
    """The list's feed in a format, without entries; `others` are the same list in other languages."""
    site = context.site
    icon, logo = site.feeds.icon, site.feeds.logo
    return Feed(
        id=site.tag_uri + _name(each),
        title=feed_name(each.lang, each.title, site),
        description=_description(each, context),
        url=site.absolute(each.url),
        self_url=site.absolute(dict(each.feeds)[form.name].url),
        lang=each.lang,
        author=site.name,
        epoch=dt.datetime(site.first_year, 1, 1, tzinfo=site.timezone),
        rights=rights(context.notice),
        alternates=tuple(_alternates(each, form, others, formats, site)),
        hub=site.feeds.hub,
        icon=site.absolute(icon.url) if icon else "",
        logo=Logo(site.absolute(logo.url), logo.width, logo.height) if logo else None,
        style=site.rooted(quoted(style_path(each.lang, site))),
    )


def _name(each: FeedSpec) -> str:
    """What the feed's permanent id ends in; its languages' codes tell it from digests and from one another."""
    if each.route.setting in {HOME, ALL_LANGUAGES}:
        return each.lang or each.kind
    return f"{each.lang}/{each.kind}/{quoted(each.key)}"


def _description(each: FeedSpec, context: SiteContext) -> str:
    site = context.site
    if each.route.setting == HOME:
        return site.language(each.lang).tagline.strip() or site.name
    strings = context.strings[each.lang or site.default_language.code]
    return str(strings.gettext(each.route.feed_description or each.route.description)) % {
        "site": site.name,
        "name": each.title,
    }


def _alternates(
    each: FeedSpec, form: Format, others: Iterable[FeedSpec], formats: Mapping[str, Format], site: Site
) -> Iterator[Alternate]:
    """The same list in other formats, then in other languages: one of each type and language (RFC 4287, 4.1.1)."""
    for name, address in each.feeds:
        if name != form.name:
            yield Alternate(site.absolute(address.url), formats[name].media_type, each.lang)
    for other in others:
        twin = dict(other.feeds).get(form.name)
        if twin is not None and other.lang != each.lang:
            yield Alternate(site.absolute(twin.url), form.media_type, other.lang)
