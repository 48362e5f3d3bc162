"""The entries of lists of digests; an entry is made once in a process, and once in each format."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from puntina.core.pelican.build import Build
from puntina.core.pelican.context import site_context
from puntina.core.views.site_context import Key
from puntina.feeds.entries import EntrySource, entry, entry_source
from puntina.feeds.entry import Entry, Feed
from puntina.feeds.formats import Format, every_format
from puntina.feeds.items import Item

KEPT = 2048  # entries at hand in a process for the next feed: about as many as the feeds of one language show


@dataclass(frozen=True, slots=True)
class EntryCache:
    """What all feeds of a build share."""

    entry: Callable[[EntrySource], Entry]
    item: Callable[[str, EntrySource], bytes]  # the entry's text in a format


def entry_cache(build: Build) -> EntryCache:
    """The cache of the build."""
    entry_of = lru_cache(KEPT)(partial(entry, build.once(site_context), build.hooks.entries))
    return EntryCache(entry_of, lru_cache(KEPT)(partial(_item, entry_of, every_format(build.hooks))))


def _item(entry_of: Callable[[EntrySource], Entry], formats: dict[str, Format], form: str, what: EntrySource) -> bytes:
    return formats[form].item(entry_of(what))


class DigestEntries:
    """The entries of some digests and of notes on them."""

    __slots__ = ("_build", "_items", "_shown")

    def __init__(self, items: tuple[Item, ...], build: Build) -> None:
        self._items, self._build = items, build
        self._shown: tuple[EntrySource, ...] | None = None

    def shown(self) -> tuple[EntrySource, ...]:
        """What each entry is made from."""
        if self._shown is None:
            self._shown = tuple([entry_source(item.article, self._build, note=item.note) for item in self._items])
        return self._shown

    def sources(self) -> tuple[str, ...]:
        """The digests with their translations, and the pictures."""
        digests = [other.digest.path for item in self._items for other in (item.article, *item.article.translations)]
        return (*digests, *[what.picture.file for what in self.shown() if what.picture])

    def key(self) -> Key:
        """What the entries are made from, and the strings of their languages."""
        context, shown = self._build.once(site_context), self.shown()
        languages = sorted({what.digest.meta.lang for what in shown})
        return (
            ("site's copyright notice", context.notice),
            ("languages' strings", tuple([context.languages[lang].strings for lang in languages])),
            ("which files it shows", self.sources()),
            ("digests", shown),
        )

    def document(self, form: Format, feed: Feed) -> bytes:
        """The feed, joined from texts that other feeds may have too."""
        cache, shown = self._build.once(entry_cache), self.shown()
        whole = replace(feed, entries=tuple([cache.entry(what) for what in shown]))
        return form.joined(whole, (cache.item(form.name, what) for what in shown))

    def renewed(self) -> "DigestEntries":
        """The same, of the digests as they are now."""
        return DigestEntries(self._items, self._build)
