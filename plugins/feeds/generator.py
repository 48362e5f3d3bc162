"""One RSS and one Atom feed for each language, from its newest digests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.cards.views import Views
from plugins.engine.output import Output
from plugins.feeds.contents import entry, make_feed, told
from plugins.feeds.entry import Feed
from plugins.feeds.formats import atom, rss
from plugins.feeds.plain import put

FORMATS = (("FEED_RSS_URL", rss), ("FEED_ATOM_URL", atom))
Form = Callable[[Feed], bytes]


class FeedsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the feeds."""

    def generate_output(self, writer: Writer) -> None:
        """Queues every language's feeds; drafts and held digests are in none, not even in a preview."""
        site = self.settings["SITE"]
        for language in site.languages:
            own = [article for article in self.settings["LISTED"] if article.lang == language.code and not article.mark]
            for name, form in FORMATS:
                path = site.addresses.at(name, language.prefix).save_as
                place = FeedPlace(path, language.code, name, form)
                put(writer, _output(place, tuple(own[: site.feed_size]), self.settings))


@dataclass(frozen=True, slots=True)
class FeedPlace:
    """A feed's file, its language, the setting of its address, and how it is written."""

    path: str
    lang: str
    setting: str
    form: Form


def _output(place: FeedPlace, articles: tuple[Any, ...], settings: Mapping[str, Any]) -> Output:
    return Output(
        place.path,
        partial(_key, place, articles, settings),
        partial(_make, place, articles, settings),
        f"the feed {place.path}",
        partial(_sources, articles),
        partial(_output, place, articles, settings),
    )


def _sources(articles: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple([each.digest.path for article in articles for each in (article, *article.translations)])


def _key(place: FeedPlace, articles: tuple[Any, ...], settings: Mapping[str, Any]) -> tuple[tuple[str, object], ...]:
    shown = tuple([told(article, settings) for article in articles])
    return (*settings["VIEWS"].key(place.lang), ("which digests it shows", _sources(articles)), ("digests", shown))


def _make(place: FeedPlace, articles: tuple[Any, ...], settings: Mapping[str, Any]) -> bytes:
    views: Views = settings["VIEWS"]
    entries = tuple([entry(told(article, settings), views) for article in articles])
    return place.form(make_feed(place.lang, place.setting, entries, views))


def feeds_generator(pelican: Pelican) -> type[FeedsGenerator]:
    """The generator, for Pelican's list."""
    return FeedsGenerator
