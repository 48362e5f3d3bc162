"""What a feed says of itself."""

import datetime as dt
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from puntina.copyright import rights
from puntina.core.locales import N_
from puntina.core.settings import Site, quoted
from puntina.core.settings.feeds import ALL, ALL_LANGUAGES, CORRECTION, EDITION
from puntina.core.views.site_context import Views
from puntina.feeds.entry import Alternate, Feed, Logo
from puntina.feeds.feed_specs import Followed, name_of
from puntina.feeds.formats import FORMATS, Format
from puntina.feeds.style import style_path
from puntina.listings.descriptions import TEXTS

DESCRIPTIONS = MappingProxyType(
    {
        **{kind: TEXTS[kind] for kind in ("category", "tag", "author")},
        "thread": N_("%(site)s: all digests of the story %(name)s"),
        EDITION: N_("%(site)s: %(name)s, one entry for each when it is over"),
        CORRECTION: N_("%(site)s: what was corrected in our digests, and what was retracted"),
        ALL_LANGUAGES: N_("%(site)s: the digests of all languages"),
    }
)


def head(each: Followed, form: Format, others: Iterable[Followed], views: Views) -> Feed:
    """The list's feed in a format, without entries; `others` are the same list in other languages."""
    site = views.site
    icon, logo = site.feeds.icon, site.feeds.logo
    return Feed(
        id=site.tag_uri + _name(each),
        title=name_of(each, site),
        description=_description(each, views),
        url=site.absolute(each.url),
        self_url=site.absolute(dict(each.feeds)[form.name].url),
        lang=each.lang,
        author=site.name,
        epoch=dt.datetime(site.first_year, 1, 1, tzinfo=site.timezone),
        rights=rights(views.notice),
        alternates=tuple(_alternates(each, form, others, site)),
        hub=site.feeds.hub,
        icon=site.absolute(icon.url) if icon else "",
        logo=Logo(site.absolute(logo.url), logo.width, logo.height) if logo else None,
        style=site.rooted(quoted(style_path(each.lang, site))),
    )


def _name(each: Followed) -> str:
    """What the feed's permanent id ends in; its languages' codes tell it from digests and from one another."""
    if each.kind in {ALL, ALL_LANGUAGES}:
        return each.lang or ALL_LANGUAGES
    return f"{each.lang}/{each.kind}/{quoted(each.key)}"


def _description(each: Followed, views: Views) -> str:
    site = views.site
    if each.kind == ALL:
        return site.language(each.lang).tagline.strip() or site.name
    strings = views.strings[each.lang or site.default_language.code]
    return str(strings.gettext(DESCRIPTIONS[each.kind])) % {"site": site.name, "name": each.title}


def _alternates(each: Followed, form: Format, others: Iterable[Followed], site: Site) -> Iterator[Alternate]:
    """The same list in other formats, then in other languages: one of each type and language (RFC 4287, 4.1.1)."""
    for name, address in each.feeds:
        if name != form.name:
            yield Alternate(site.absolute(address.url), FORMATS[name].media_type, each.lang)
    for other in others:
        twin = dict(other.feeds).get(form.name)
        if twin is not None and other.lang != each.lang:
            yield Alternate(site.absolute(twin.url), form.media_type, other.lang)
