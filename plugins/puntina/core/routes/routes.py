"""Where the site's own lists and feeds are, so that nothing else is put there, and no two of them in one place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest, FrontMatter, Kind, Problem
from puntina.core.digest.message import message
from puntina.core.digest.names import INDEXES, folded
from puntina.core.digest.slugs import outlet_slug, slugify
from puntina.core.settings import Address, Site
from puntina.core.settings.feeds import ALL, ALL_LANGUAGES, AUTHOR, CATEGORY, CORRECTION, KINDS, SLUGGED, TAG, THREAD

OF_NAMES = tuple(kind for kind in KINDS if kind in SLUGGED)  # in one order, as problems name the first of two
# What no setting has a name for.
HOME, HOME_OF_ALL, NOT_FOUND, ROBOTS, STYLE = "HOME", "HOME_OF_ALL", "404", "robots.txt", "feed.css"
DIRECT = "DIRECT_TEMPLATES"
NAMES = {
    HOME: message("the home page"),
    NOT_FOUND: message("the not-found page"),
    ROBOTS: message("robots.txt"),
    STYLE: message("the style sheet of feeds"),
}
OF_FEEDS = {
    HOME: message("all digests"),
    HOME_OF_ALL: message("all languages"),
    "CORRECTIONS_URL": message("corrections"),
}


@dataclass(frozen=True, slots=True)
class Own:
    """A list or feed of the site's own, and where it is.

    `setting` is what says where the list is, `slug` what tells it from others of its kind; `form` is the format of a
    feed, "" for the list's page.
    """

    address: Address
    setting: str
    lang: str = ""
    slug: str = ""
    form: str = ""

    @property
    def id(self) -> str:
        """What it is, wherever it is: "CATEGORY_URL:it:world:rss"; the id of no digest has a colon."""
        return f"{self.setting}:{f'{self.lang}:{self.slug}:{self.form}'.rstrip(':')}"

    @property
    def name(self) -> str:
        """How problems speak of it."""
        if self.form:
            what = OF_FEEDS.get(self.setting) or f'"{self.slug}"'
            return message("the {form} feed of {list}", form=self.form, list=what)
        return NAMES.get(self.setting, self.setting)


def spot(save_as: str) -> str:
    """What stands for the file's place: equal for files that are one to a file system, or at one address to a host."""
    key = folded(save_as)
    if not key.endswith(INDEXES[1:]):  # as nearly all are
        return key
    folder, slash, name = key.rpartition("/")
    return f"{folder}{slash}{INDEXES[0]}" if name in INDEXES else key


def own_places(digests: list[Digest], site: Site) -> tuple[Mapping[str, Own], list[Problem]]:
    """What is in each spot that the site's own lists and feeds take, and the problems of two in one."""
    taken: dict[str, Own] = {}
    problems = []
    for own in (*_alone(site), *own_lists(digests, site), *own_feeds(digests, site)):
        first = taken.setdefault(spot(own.address.save_as), own)
        if first is not own and first.name != own.name:
            problems.append(_two_in_one(first, own))
    return taken, problems


def _two_in_one(first: Own, own: Own) -> Problem:
    path, first_path = own.address.save_as, first.address.save_as
    if path == first_path:
        text = message("{path} would be both {first} and {second}", path=path, first=first.name, second=own.name)
    else:
        text = message(
            "{path} and {first_path}, which have the same URL, would be both {first} and {second}",
            path=path,
            first_path=first_path,
            first=first.name,
            second=own.name,
        )
    hint = message("give one of the two another URL")
    return Problem("the settings", 0, 0, "PATH-TWICE", text, hint)


def _alone(site: Site) -> Iterator[Own]:
    """What there is one of, whatever the languages."""
    yield Own(Address("404.html", "404.html"), NOT_FOUND)
    if site.tells_crawlers and not site.root:  # below a folder robots.txt is nobody's
        yield Own(Address(ROBOTS, ROBOTS), ROBOTS)
    if "feeds" in site.plugins:
        for language in site.languages:
            path = language.prefix + STYLE
            yield Own(Address(path, path), STYLE, language.code)
    for path in site.direct_pages:
        yield Own(Address(path, path), DIRECT, slug=path)
    yield from own_files(site)


def own_files(site: Site) -> Iterator[Own]:
    """What programs read that is no feed."""
    for name in ("FEED_OPML_URL", "SITEMAP_URL", "NEWS_SITEMAP_URL"):
        if site.addresses.has(name):
            yield Own(site.addresses.at(name), name)
    for lang, place in site.opml_places().items():
        yield Own(place, "FEED_OPML_URL", lang)


def own_lists(digests: Iterable[Digest], site: Site) -> Iterator[Own]:
    """The pages of all lists of these digests."""
    for language in site.languages:
        own = [digest.meta for digest in digests if digest.meta.lang == language.code]
        yield from _of_language(language.code, site)
        for kind in OF_NAMES:
            place = partial(_at, f"{kind.upper()}_URL", language.code, site)
            for slug in _slugs(kind, own, site):
                yield place(slug, slug=slug)
        yield from _of_dates_and_outlets(own, language.code, site)


def _at(setting: str, lang: str, site: Site, name: str = "", **values: object) -> Own:
    return Own(site.addresses.at(setting, site.language(lang).prefix, **values), setting, lang, name)


def _of_language(lang: str, site: Site) -> Iterator[Own]:
    """What each language has one of."""
    home = site.addresses.at_home(site.language(lang).prefix)
    yield Own(home, HOME, lang)
    for name in ("ARCHIVES_URL", "TAGS_URL", "OUTLETS_URL", "SUBSCRIBE_URL", "EDITIONS_URL", "CORRECTIONS_URL"):
        if site.addresses.has(name):
            yield _at(name, lang, site)
    if site.addresses.has("LITE_URL"):
        folder = site.addresses.at("LITE_URL").url
        yield Own(Address(folder + home.url, folder + home.save_as), "LITE_URL", lang)
    if site.search:
        yield _at("SEARCH_URL", lang, site)


def _of_dates_and_outlets(own: list[FrontMatter], lang: str, site: Site) -> Iterator[Own]:
    """The lists of years, and those that a publication may leave out."""
    for year, date in {meta.date.year: meta.date for meta in own if meta.date}.items():
        yield _at("YEAR_ARCHIVE_URL", lang, site, f"{year:04}", date=date)
    if site.addresses.has("MONTH_ARCHIVE_URL"):
        months = {(meta.date.year, meta.date.month): meta.date for meta in own if meta.date}
        for (year, month), date in months.items():
            yield _at("MONTH_ARCHIVE_URL", lang, site, f"{year:04}-{month:02}", date=date)
    if site.addresses.has("OUTLET_URL"):
        for slug in {outlet_slug(source.name) for meta in own for source in meta.sources} - {""}:
            yield _at("OUTLET_URL", lang, site, slug, slug=slug)


def own_feeds(digests: Iterable[Digest], site: Site) -> Iterator[Own]:
    """The feeds of the lists of those of these digests that are published; of tags those alone that have enough."""
    public = [each for each in digests if each.kind is Kind.DIGEST and state_of(each, site.cutoff) is State.PUBLISHED]
    return feeds_of(public, site, tag_minimum=site.feeds.tag_minimum)


def feeds_of(digests: Iterable[Digest], site: Site, *, tag_minimum: int) -> Iterator[Own]:
    """The feeds of all lists of these digests; of tags those alone that so many of them have."""
    for form in site.feeds.formats_of(ALL_LANGUAGES) if len(site.languages) > 1 else ():
        yield Own(site.feed_at(ALL_LANGUAGES, form, site.addresses.at_home("")), HOME_OF_ALL, form=form)
    for language in site.languages:
        own = [digest.meta for digest in digests if digest.meta.lang == language.code]
        yield from _of_corrections(language.code, site)
        for kind in (ALL, *OF_NAMES):
            if site.feeds.formats_of(kind):
                for slug in _slugs(kind, own, site, at_least=tag_minimum if kind == TAG else 1):
                    yield from _feeds_of(kind, slug, language.code, site)


def _of_corrections(lang: str, site: Site) -> Iterator[Own]:
    if site.addresses.has("CORRECTIONS_URL"):
        plain = site.addresses.at("CORRECTIONS_URL", site.language(lang).prefix)
        for form in site.feeds.formats_of(ALL):
            yield Own(site.feeds.address(CORRECTION, form, plain), "CORRECTIONS_URL", lang, form=form)


def _feeds_of(kind: str, slug: str, lang: str, site: Site) -> Iterator[Own]:
    """The feeds of one list, in each of its formats."""
    prefix = site.language(lang).prefix
    setting = f"{kind.upper()}_URL" if slug else HOME
    plain = site.addresses.at(setting, prefix, slug=slug) if slug else site.addresses.at_home(prefix)
    for form in site.feeds.formats_of(kind):
        yield Own(site.feed_at(kind, form, plain, lang=lang, slug=slug), setting, lang, slug, form)


def _slugs(kind: str, own: Iterable[FrontMatter], site: Site, *, at_least: int = 1) -> Iterator[str]:
    """The slugs of all lists of the kind; "" stands for the one list of all digests."""
    if kind == ALL:
        yield ""
    elif kind == CATEGORY:
        yield from (category.slug for category in site.categories)
    else:
        values: dict[str, Callable[[FrontMatter], tuple[str, ...]]] = {
            TAG: lambda meta: meta.tags,
            AUTHOR: lambda meta: meta.authors,
            THREAD: lambda meta: (meta.thread,) if meta.thread else (),
        }
        found = Counter(name for meta in own for name in values[kind](meta))
        slug_of = site.tag_slug if kind == TAG else slugify
        yield from dict.fromkeys(slug_of(name) for name, count in found.items() if count >= at_least)
