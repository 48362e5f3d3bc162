"""The outputs: each list's feed in each format, the style sheets, the OPML files and the pages about feeds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.writers import Writer

from puntina.core.engine.output import Output
from puntina.core.views.site_context import Views
from puntina.feeds.entries import Told, entry, told
from puntina.feeds.entry import Entry, Feed
from puntina.feeds.feed_metadata import head
from puntina.feeds.feed_specs import Followed, feed_links, followed, twins
from puntina.feeds.formats import FORMATS, Format
from puntina.feeds.items import Item
from puntina.feeds.opml import has_opml, opml_outputs
from puntina.feeds.plain import put
from puntina.feeds.style import style_output
from puntina.feeds.subscribe import write_pages

KEPT = 2048  # entries at hand in a process for the next feed: about as many as the feeds of one language show


class FeedsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the feeds."""

    def generate_output(self, writer: Writer) -> None:
        """Queues everything that readers may follow, and what tells them of it."""
        views: Views = self.settings["VIEWS"]
        every = followed(self.settings)
        pairs = twins(every)
        desk = Desk(self.settings, views, *_remembered(views))
        for each in every:
            telling = Telling(each.items, self.settings)
            for name, _ in each.feeds:
                form = FORMATS[name]
                feed = head(each, form, pairs.get((each.kind, each.pair), ()), views)
                put(writer, _output(each, form, feed, telling, desk))
        for language in views.site.languages:
            put(writer, style_output(language.code, views))
        every = (*every, *self.settings.get("OTHER_FEEDS", tuple)())  # those that other plugins write
        if has_opml(every, views.site):
            for output in opml_outputs(every, views):
                put(writer, output)
        write_pages(self, writer, every)


@dataclass(frozen=True, slots=True)
class Desk:
    """What all feeds of a build are made with; an entry is made once in a process, and once in each format."""

    settings: Mapping[str, Any]
    views: Views
    entry: Callable[[Told], Entry]
    item: Callable[[str, Told], bytes]


class Telling:
    """What a list's feeds tell, as things stand when they are first asked; all its formats share it."""

    __slots__ = ("_items", "_settings", "_told")

    def __init__(self, items: tuple[Item, ...], settings: Mapping[str, Any]) -> None:
        self._items, self._settings = items, settings
        self._told: tuple[Told, ...] | None = None

    def shown(self) -> tuple[Told, ...]:
        """What is told of each."""
        if self._told is None:
            self._told = tuple([told(item.article, self._settings, note=item.note) for item in self._items])
        return self._told


def _remembered(views: Views) -> tuple[Callable[[Told], Entry], Callable[[str, Told], bytes]]:
    entry_of = lru_cache(KEPT)(partial(entry, views))
    return entry_of, lru_cache(KEPT)(partial(_item, entry_of))


def _item(entry_of: Callable[[Told], Entry], form: str, what: Told) -> bytes:
    return FORMATS[form].item(entry_of(what))


def _output(each: Followed, form: Format, feed: Feed, telling: Telling, desk: Desk) -> Output:
    path = dict(each.feeds)[form.name].save_as
    return Output(
        path,
        partial(_key, each, feed, telling, desk),
        partial(_make, form, feed, telling, desk),
        f"the feed {path}",
        partial(_sources, each, telling),
        partial(_renewed, each, form, feed, desk),
        alike=True,
    )


def _renewed(each: Followed, form: Format, feed: Feed, desk: Desk) -> Output:
    return _output(each, form, feed, Telling(each.items, desk.settings), desk)


def _sources(each: Followed, telling: Telling) -> tuple[str, ...]:
    digests = [other.digest.path for item in each.items for other in (item.article, *item.article.translations)]
    pictures = [what.picture.file for what in telling.shown() if what.picture]
    return (*digests, *pictures)


def _key(each: Followed, feed: Feed, telling: Telling, desk: Desk) -> tuple[tuple[str, object], ...]:
    shown = telling.shown()
    languages = sorted({what.digest.meta.lang for what in shown})
    return (
        ("site's copyright notice", desk.views.notice),
        ("languages' strings", tuple([desk.views.languages[lang].strings for lang in languages])),
        ("what the feed says of itself", feed),
        ("which files it shows", _sources(each, telling)),
        ("digests", shown),
    )


def _make(form: Format, feed: Feed, telling: Telling, desk: Desk) -> bytes:
    shown = telling.shown()
    whole = replace(feed, entries=tuple([desk.entry(what) for what in shown]))
    return form.joined(whole, (desk.item(form.name, what) for what in shown))


def offer_links(pelican: Pelican) -> None:
    """Lets pages name the feeds of a list."""
    pelican.settings["FEED_LINKS"] = partial(feed_links, pelican.settings)


def feeds_generator(pelican: Pelican) -> type[FeedsGenerator]:
    """The generator, for Pelican's list."""
    return FeedsGenerator
