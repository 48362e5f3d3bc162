"""The feeds of editions, one entry for each that is over: made so that services that send feeds by mail do it well.

Such services send what is dated after their last letter, so an entry is dated when its edition is over, not when its
digests were published.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from puntina.copyright import rights
from puntina.core.digest.edition_dates import DAY, ONE, WEEK
from puntina.core.digest.teaser import shorten
from puntina.core.engine.output import Output
from puntina.core.settings import Address
from puntina.core.settings.addresses import below
from puntina.core.settings.feeds import ALL, EDITION
from puntina.core.views.site_context import Key, Views
from puntina.editions.calendar import Edition, Shelf
from puntina.editions.letter import letter
from puntina.editions.sections import last_change, sections
from puntina.editions.titles import kind_name, title_of, told
from puntina.feeds.entry import Category, Entry, Feed, Link
from puntina.feeds.feed_metadata import head
from puntina.feeds.feed_specs import Followed
from puntina.feeds.formats import FORMATS, Format

LONGEST = 300  # characters of an entry's summary, which mail programs show beside the subject


def followed(shelf: Shelf, views: Views) -> tuple[Followed, ...]:
    """The days and the weeks of a language as lists to follow, in the formats of the language's own feed."""
    return tuple([_followed(kind, shelf, views) for kind in (DAY, WEEK)])


def _followed(kind: str, shelf: Shelf, views: Views) -> Followed:
    site = views.site
    folder = below(shelf.plain) + ("week/" if kind == WEEK else "")
    place = Address(folder, f"{folder}index.html")
    feeds = tuple([(form, site.feeds.address(EDITION, form, place)) for form in site.feeds.formats_of(ALL)])
    title = kind_name(kind, views.strings[shelf.lang])
    return Followed(EDITION, kind, shelf.lang, title, shelf.plain.url, feeds, ())


@dataclass(slots=True)
class Telling:
    """The entries of the newest editions, made when they are first asked for; all formats share them."""

    editions: tuple[Edition, ...]
    twins: Mapping[str, Mapping[str, str]]
    views: Views
    _entries: tuple[Entry, ...] | None = field(default=None)

    def entries(self) -> tuple[Entry, ...]:
        """An entry for each edition, newest first."""
        if self._entries is None:
            self._entries = tuple([entry(each, self.twins[each.name], self.views) for each in self.editions])
        return self._entries

    def anew(self) -> "Telling":
        """The same of the digests as they are now."""
        return Telling(self.editions, self.twins, self.views)


def outputs(each: Followed, others: Iterable[Followed], telling: Telling, views: Views) -> Iterable[Output]:
    """The feed in each of its formats; `others` are the same list in every language."""
    for name, _ in each.feeds:
        form = FORMATS[name]
        yield _output(each, form, head(each, form, others, views), telling)


def _output(each: Followed, form: Format, feed: Feed, telling: Telling) -> Output:
    path = dict(each.feeds)[form.name].save_as
    return Output(
        path,
        partial(_key, feed, telling),
        partial(_make, form, feed, telling),
        f"the feed {path}",
        partial(_sources, telling),
        partial(_renewed, each, form, feed, telling),
    )


def _renewed(each: Followed, form: Format, feed: Feed, telling: Telling) -> Output:
    return _output(each, form, feed, telling.anew())


def _sources(telling: Telling) -> tuple[str, ...]:
    return tuple([article.digest.path for edition in telling.editions for article in edition.articles])


def _key(feed: Feed, telling: Telling) -> Key:
    return (
        ("what the feed says of itself", feed),
        ("which digests it shows", _sources(telling)),
        ("editions", telling.entries()),
    )


def _make(form: Format, feed: Feed, telling: Telling) -> bytes:
    return form.document(replace(feed, entries=telling.entries()))


def entry(edition: Edition, places: Mapping[str, str], views: Views) -> Entry:
    """The edition as feeds show it; `places` are its addresses by language."""
    site, strings = views.site, views.strings[edition.lang]
    shown = sections(edition, views.lists, site)
    over = dt.datetime.combine(edition.last + ONE, dt.time(), tzinfo=site.timezone)
    mailed = letter(edition, shown, views)
    titles = tuple([told(each, strings) for section in shown for each in section.briefs])
    return Entry(
        id=f"{site.tag_uri}{edition.lang}/{EDITION}/{edition.name}",
        url=site.absolute(edition.address.url),
        title=f"{site.name}, {title_of(edition, strings)}",
        published=over,
        updated=max(over, last_change(edition)),
        summary=shorten(" · ".join(titles), LONGEST),
        points=titles,
        content=mailed.html,
        text=mailed.text,
        authors=(site.name,),
        categories=tuple([Category(section.slug, section.heading.title) for section in shown]),
        rights=rights(views.notice),
        lang=edition.lang,
        alternates=tuple([Link(site.absolute(url), "", lang) for lang, url in places.items() if lang != edition.lang]),
    )
