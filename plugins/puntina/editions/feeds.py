"""The feeds of editions, one entry for each that is over: made so that services that send feeds by mail do it well.

Such services send what is dated after their last letter, so an entry is dated when its edition is over, not when its
digests were published.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from puntina.copyright import rights
from puntina.core.digest.edition_dates import DAY, ONE, WEEK
from puntina.core.digest.teaser import shorten
from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.routes.address import Address, below
from puntina.core.views.site_context import Key, SiteContext
from puntina.editions.calendar import Edition, all_editions, has_editions
from puntina.editions.letter import letter
from puntina.editions.pages import same_editions
from puntina.editions.sections import last_change, sections
from puntina.editions.titles import display_title, kind_name, title_of
from puntina.feeds.entry import Category, Entry, Feed, Link
from puntina.feeds.feed_spec import FeedSpec
from puntina.feeds.formats import Format, every_format

LONGEST = 300  # characters of an entry's summary, which mail programs show beside the subject


def edition_feeds(build: Build) -> Iterator[FeedSpec]:
    """The days and the weeks of each language as lists to follow, in the formats of the language's own feed."""
    site, route = build.site, build.site.routes.at("EDITIONS_URL")
    if not has_editions(build) or "feeds" not in site.plugins:
        return
    for kind in (DAY, WEEK):
        for lang, own in build.once(all_editions).items():
            folder = below(own.plain) + ("week/" if kind == WEEK else "")
            found = FeedSpec.of(
                route,
                lang,
                title=kind_name(kind, build.strings[lang]),
                url=own.plain.url,
                plain=Address(folder, f"{folder}index.html"),
                entries=EditionEntries(own.of(kind)[: site.feed_size], build),
                formats=every_format(build.hooks),
                site=site,
                key=kind,
                pair=kind,
            )
            if found:
                yield found


class EditionEntries:
    """An entry for each of the newest editions, newest first."""

    __slots__ = ("_build", "_editions", "_entries")

    def __init__(self, editions: tuple[Edition, ...], build: Build) -> None:
        self._editions, self._build = editions, build
        self._entries: tuple[Entry, ...] | None = None

    def entries(self) -> tuple[Entry, ...]:
        """The entries, made when they are first asked for."""
        if self._entries is None:
            same, context = self._build.once(same_editions), self._build.once(site_context)
            self._entries = tuple([entry(each, same[each.name], context) for each in self._editions])
        return self._entries

    def sources(self) -> tuple[str, ...]:
        """The digests of the editions."""
        return tuple([article.digest.path for edition in self._editions for article in edition.articles])

    def key(self) -> Key:
        """The entries themselves."""
        return (("which digests it shows", self.sources()), ("editions", self.entries()))

    def document(self, form: Format, feed: Feed) -> bytes:
        """The feed with its entries, in the format."""
        return form.document(replace(feed, entries=self.entries()))

    def renewed(self) -> "EditionEntries":
        """The same, of the digests as they are now."""
        return EditionEntries(self._editions, self._build)


def entry(edition: Edition, places: Mapping[str, str], context: SiteContext) -> Entry:
    """The edition as feeds show it; `places` are its addresses by language."""
    site, strings = context.site, context.strings[edition.lang]
    shown = sections(edition, context.lists, site)
    over = dt.datetime.combine(edition.last + ONE, dt.time(), tzinfo=site.timezone)
    mailed = letter(edition, shown, context)
    titles = tuple([display_title(each, strings) for section in shown for each in section.briefs])
    return Entry(
        id=f"{site.tag_uri}{edition.lang}/edition/{edition.name}",
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
        rights=rights(context.notice),
        lang=edition.lang,
        alternates=tuple([Link(site.absolute(url), "", lang) for lang, url in places.items() if lang != edition.lang]),
    )
