"""A list with feeds, as a plugin's step yields it: where they are, and what their entries come from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from puntina.core.locales import language_name
from puntina.core.routes.address import Address
from puntina.core.routes.route import Route
from puntina.core.settings import Site
from puntina.core.settings.feeds import FORMATS as OURS
from puntina.core.views.cards import FeedLink
from puntina.core.views.site_context import Key
from puntina.feeds.entry import Feed
from puntina.feeds.formats import Format


class FeedEntries(Protocol):
    """The entries of a list's feeds, as things are when they are first asked for; all formats share them."""

    def sources(self) -> tuple[str, ...]:
        """The files of which the entries show something."""

    def key(self) -> Key:
        """All that they are made from."""

    def document(self, form: Format, feed: Feed) -> bytes:
        """The feed with its entries, in the format."""

    def renewed(self) -> "FeedEntries":
        """The same, of the digests as they are now."""


@dataclass(frozen=True, slots=True)
class FeedSpec:
    """A list that readers may follow, with the addresses of its feeds by format."""

    route: Route
    key: str  # "" for all digests
    lang: str  # "" for all languages together
    title: str  # what the list is of, such as a category's name; "" for all digests
    url: str  # that of its page, below the site's root; of a section that has none the home
    feeds: tuple[tuple[str, Address], ...]
    links: tuple[FeedLink, ...]  # as pages name them
    entries: FeedEntries
    pair: str = ""  # the same for the same list in other languages; "" where none is

    @property
    def kind(self) -> str:
        """The kind of its feeds, as settings have it."""
        return self.route.feeds

    @property
    def best(self) -> tuple[str, Address]:
        """The format that most readers take, with the address of its feed; in whatever order the settings have them."""
        return min(self.feeds, key=lambda feed: (*OURS, feed[0]).index(feed[0]))

    @classmethod
    def of(
        cls,
        route: Route,
        lang: str,
        *,
        title: str,
        url: str,
        plain: Address,
        entries: FeedEntries,
        formats: Mapping[str, Format],
        site: Site,
        key: str = "",
        pair: str = "",
    ) -> "FeedSpec | None":
        """The list at the plain address with its feeds; None where the settings ask for no feed of its kind."""
        wanted = site.feeds.formats_of(route)
        feeds = tuple([(form, site.feed_at(route, form, plain, lang=lang, slug=key)) for form in wanted])
        if not feeds:
            return None
        name = feed_name(lang, title, site)
        links = tuple(_links(name, feeds, formats, site))
        return cls(route, key, lang, title, url, feeds, links, entries, pair)


def feed_name(lang: str, title: str, site: Site) -> str:
    """What a list is called in readers: by the publication, and by what tells it from its other feeds."""
    languages = [lang] if lang else [language.code for language in site.languages]
    several = ", ".join(map(language_name, languages)) if len(site.languages) > 1 else ""
    return " — ".join(filter(None, (site.name, title or several)))


def _links(
    name: str, feeds: Iterable[tuple[str, Address]], formats: Mapping[str, Format], site: Site
) -> Iterator[FeedLink]:
    for form, address in feeds:
        label = formats[form].label
        yield FeedLink(f"{name} ({label})", site.rooted(address.url), formats[form].media_type, label)


def same_lists(every: Iterable[FeedSpec]) -> dict[tuple[str, str], list[FeedSpec]]:
    """The same lists in several languages, by kind and what they share."""
    groups: dict[tuple[str, str], list[FeedSpec]] = {}
    for each in every:
        if each.pair:
            groups.setdefault((each.kind, each.pair), []).append(each)
    return groups
