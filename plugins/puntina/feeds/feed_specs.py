"""Which feeds a site has: each language's digests, categories, threads, tags and authors; corrections; all together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from puntina.core.digest.states import PREVIEWED
from puntina.core.locales import N_, language_name
from puntina.core.pelican.corrected import corrected
from puntina.core.pelican.order import by_language
from puntina.core.settings import Address, Category, Site
from puntina.core.settings.feeds import ALL, ALL_LANGUAGES, CATEGORY, CORRECTION, KINDS, TAG
from puntina.core.settings.feeds import FORMATS as FORMAT_NAMES
from puntina.core.views.cards import FeedLink
from puntina.feeds.formats import FORMATS
from puntina.feeds.items import Item, corrections, newest_items
from puntina.listings.lists import List, all_lists, lists

CORRECTIONS = N_("Corrections")
KIND_OF_LIST = {"index": ALL}  # the others are called alike


@dataclass(frozen=True, slots=True)
class Followed:
    """A list that readers may follow, with the addresses of its feeds by format."""

    kind: str
    key: str  # "" for all digests
    lang: str  # "" for all languages together
    title: str  # the category's, thread's, tag's or author's name; "" for all digests
    url: str  # that of its page, below the site's root; of a section that has none the home
    feeds: tuple[tuple[str, Address], ...]
    items: tuple[Item, ...]  # the newest, no more than a feed may hold
    pair: str = ""  # the same for the same list in other languages; "" where none is

    @property
    def best(self) -> tuple[str, Address]:
        """The format that most readers take, with the address of its feed; in whatever order the settings have them."""
        return min(self.feeds, key=lambda feed: FORMAT_NAMES.index(feed[0]))


def followed(settings: Mapping[str, Any]) -> tuple[Followed, ...]:
    """The lists that have feeds, in the order of languages and kinds; looked for once in a build."""
    if "FOLLOWED" not in settings:
        settings["FOLLOWED"] = tuple(_followed(settings))  # type: ignore[index]  # Pelican's settings are a dict
    found: tuple[Followed, ...] = settings["FOLLOWED"]
    return found


def _followed(settings: Mapping[str, Any]) -> Iterator[Followed]:
    """Drafts and held digests are in no feed, not even in a preview."""
    site: Site = settings["SITE"]
    public = [article for article in settings["LISTED"] if article.mark not in PREVIEWED]
    every = all_lists(settings) if len(public) == len(settings["LISTED"]) else lists(public, site)
    for each in _with_pages(every, settings):
        if KIND_OF_LIST.get(each.kind, each.kind) in KINDS and (
            each.kind != TAG or len(each.articles) >= site.feeds.tag_minimum
        ):
            yield from _of(each, site)
    yield from _corrections(settings)
    if len(site.languages) > 1:
        yield from _together(public, site)


def _with_pages(every: Iterable[List], settings: Mapping[str, Any]) -> Iterable[List]:
    """The lists that have pages: without the plugin of lists a site has no more than its digests."""
    names = {getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]}
    if "puntina.listings" not in names:
        return (each for each in every if each.kind == "index")
    return _with_sections(every, settings["SITE"])


def _with_sections(every: Iterable[List], site: Site) -> Iterator[List]:
    """The lists, with sections that have no digests at present: a feed that somebody follows does not go away."""
    for lang, group in groupby(every, key=attrgetter("lang")):
        home, *others = group
        yield home
        found = {each.key: each for each in others if each.kind == CATEGORY}
        for category in sorted(site.categories, key=attrgetter("slug")):
            yield found.get(category.slug) or _empty(category, lang, site)
        yield from (each for each in others if each.kind != CATEGORY)


def _empty(category: Category, lang: str, site: Site) -> List:
    place = site.addresses.at("CATEGORY_URL", site.language(lang).prefix, slug=category.slug)
    return List(CATEGORY, category.slug, category.name(lang), lang, place, (), pair=category.slug)


def _of(each: List, site: Site) -> Iterator[Followed]:
    kind = KIND_OF_LIST.get(each.kind, each.kind)
    feeds = tuple(
        (form, site.feed_at(kind, form, each.plain, lang=each.lang, slug=each.key))
        for form in site.feeds.formats_of(kind)
    )
    if feeds:
        page = each.plain if each.articles else site.addresses.at_home(site.language(each.lang).prefix)
        newest = newest_items(each.articles, site.feed_size)
        yield Followed(kind, each.key, each.lang, each.title, page.url, feeds, newest, each.pair)


def _corrections(settings: Mapping[str, Any]) -> Iterator[Followed]:
    """What was corrected or retracted in each language, where there are pages of that."""
    site: Site = settings["SITE"]
    if not (settings.get("CORRECTIONS") and site.feeds.formats_of(ALL)):
        return
    articles = by_language(corrected(settings))
    for lang, strings in settings["STRINGS"].items():
        place = site.addresses.at("CORRECTIONS_URL", site.language(lang).prefix)
        feeds = tuple([(form, site.feeds.address(CORRECTION, form, place)) for form in site.feeds.formats_of(ALL)])
        items = corrections(articles.get(lang, ()), site.feed_size)
        title = str(strings.gettext(CORRECTIONS))
        yield Followed(CORRECTION, "", lang, title, place.url, feeds, items, pair=CORRECTION)


def _together(public: list[Any], site: Site) -> Iterator[Followed]:
    home = site.addresses.at_home("")
    feeds = tuple((form, site.feed_at(ALL_LANGUAGES, form, home)) for form in site.feeds.formats_of(ALL_LANGUAGES))
    if feeds:
        yield Followed(ALL_LANGUAGES, "", "", "", home.url, feeds, newest_items(public, site.feed_size))


def twins(every: Iterable[Followed]) -> dict[tuple[str, str], list[Followed]]:
    """The same lists in several languages, by kind and what they share."""
    groups: dict[tuple[str, str], list[Followed]] = {}
    for each in every:
        if each.pair:
            groups.setdefault((each.kind, each.pair), []).append(each)
    return groups


def feed_links(settings: Mapping[str, Any], kind: str, lang: str, key: str) -> tuple[FeedLink, ...]:
    """The feeds of a list as pages name them; none where it has none."""
    site: Site = settings["SITE"]
    if "FEED_LINKS_OF" not in settings:
        settings["FEED_LINKS_OF"] = {(each.kind, each.lang, each.key): each for each in followed(settings)}  # type: ignore[index]  # likewise
    each: Followed | None = settings["FEED_LINKS_OF"].get((kind, lang, key))
    return tuple(links(each, site)) if each else ()


def name_of(each: Followed, site: Site) -> str:
    """What the list is called in readers: by the publication, and by what tells it from its other feeds."""
    languages = [each.lang] if each.lang else [language.code for language in site.languages]
    several = ", ".join(map(language_name, languages)) if len(site.languages) > 1 else ""
    return " — ".join(filter(None, (site.name, each.title or several)))


def links(each: Followed, site: Site) -> Iterator[FeedLink]:
    """The feeds of a list, each with a name that tells it from others."""
    for form, address in each.feeds:
        label = FORMATS[form].label
        yield FeedLink(f"{name_of(each, site)} ({label})", site.rooted(address.url), FORMATS[form].media_type, label)
