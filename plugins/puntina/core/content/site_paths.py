"""Where the site's own pages, lists, feeds and files are, by the table of routes; and two of them in one place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from puntina.core.content.publication_state import State, state_of
from puntina.core.digest import Digest, FrontMatter, Kind, Problem
from puntina.core.digest.message import message
from puntina.core.digest.names import INDEXES, folded
from puntina.core.routes.address import Address
from puntina.core.routes.route import Key, Route
from puntina.core.routes.table import HOME
from puntina.core.settings import Site

DIRECT = Route(setting="DIRECT_TEMPLATES")  # Pelican's pages that are made of a template alone


@dataclass(frozen=True, slots=True)
class SitePath:
    """A page, list, feed or file of the site's own, and where it is.

    `slug` tells a list from others of its kind; `form` is the format of a feed, "" for the list's page.
    """

    address: Address
    route: Route
    lang: str = ""
    slug: str = ""
    form: str = ""

    @property
    def setting(self) -> str:
        """What says where it is."""
        return self.route.setting

    @property
    def id(self) -> str:
        """What it is, wherever it is: "CATEGORY_URL:it:world:rss"; the id of no digest has a colon."""
        return path_id(self.setting, self.lang, self.slug, self.form)

    @property
    def name(self) -> str:
        """How problems speak of it."""
        if self.form:
            what = f'"{self.slug}"'
            if not self.slug:
                what = message("all digests") if self.setting == HOME else self.route.name or self.setting
            return message("the {form} feed of {list}", form=self.form, list=what)
        return self.setting if self.route.is_setting else self.route.name or self.setting


def path_id(setting: str, lang: str = "", slug: str = "", form: str = "") -> str:
    """The id of a list, feed or file."""
    return f"{setting}:{f'{lang}:{slug}:{form}'.rstrip(':')}"


def collision_key(save_as: str) -> str:
    """What two paths share that are one file to a file system, or one URL to a host."""
    key = folded(save_as)
    if not key.endswith(INDEXES[1:]):  # as nearly all are
        return key
    folder, slash, name = key.rpartition("/")
    return f"{folder}{slash}{INDEXES[0]}" if name in INDEXES else key


def site_paths(digests: list[Digest], site: Site) -> tuple[Mapping[str, SitePath], list[Problem]]:
    """What the site has of its own, by collision key, and the problems of two in one place."""
    taken: dict[str, SitePath] = {}
    problems = []
    for own in (*file_paths(site), *list_paths(digests, site), *feed_paths(digests, site)):
        first = taken.setdefault(collision_key(own.address.save_as), own)
        if first is not own and first.name != own.name:
            problems.append(_two_in_one(first, own))
    return taken, problems


def _two_in_one(first: SitePath, own: SitePath) -> Problem:
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


def file_paths(site: Site) -> Iterator[SitePath]:
    """What there is one of whatever the content is: files for programs, and pages that no language has of its own."""
    for route in site.routes:
        if route.feeds or route.fields or not (route.is_file or route.kind == "404") or not site.has_room_for(route):
            continue
        if route.is_setting and not route.per_language:
            yield SitePath(site.addresses.at(route.setting), route)
        elif not route.is_setting and site.wants(route):
            for lang, prefix in _prefixes(route, site):
                path = f"{prefix}{route.setting}{'.html' if route.kind else ''}"
                yield SitePath(Address(path, path), route, lang)
    for path in site.direct_pages:
        yield SitePath(Address(path, path), DIRECT, slug=path)
    opml = site.routes.at("FEED_OPML_URL")
    for lang, place in site.opml_places().items():
        yield SitePath(place, opml, lang)


def _prefixes(route: Route, site: Site) -> Iterator[tuple[str, str]]:
    """The languages that have a file of their own, with what its path begins with."""
    if not route.per_language:
        yield "", ""
    else:
        for language in site.languages:
            yield language.code, language.prefix


def list_paths(digests: Iterable[Digest], site: Site) -> Iterator[SitePath]:
    """The pages of all lists of these digests, and the pages that each language has one of."""
    every = list(digests)
    for language in site.languages:
        metas = [digest.meta for digest in every if digest.meta.lang == language.code]
        for route in site.routes:
            if route.is_listing and site.has_room_for(route):
                yield from _of_language(route, language.code, metas, site)


def _of_language(route: Route, lang: str, metas: list[FrontMatter], site: Site) -> Iterator[SitePath]:
    if route.is_list:
        for key in list_keys(route, metas, lang, site):
            yield SitePath(site.at(route, lang, **key.filled), route, lang, key.slug)
    elif route.holds_home:
        folder, home = site.addresses.at(route.setting).url, site.addresses.at_home(site.language(lang).prefix)
        yield SitePath(Address(folder + home.url, folder + home.save_as), route, lang)
    else:
        yield SitePath(site.at(route, lang), route, lang)


def list_keys(route: Route, metas: Iterable[FrontMatter], lang: str, site: Site, *, at_least: int = 1) -> Iterable[Key]:
    """The keys of the route's lists in a language; of those that content decides, those that enough digests have."""
    if route.fixed:
        return route.fixed(site, lang)
    assert route.keys  # noqa: S101 - those of lists alone are asked for, for the type checker
    found: dict[str, Key] = {}
    counts: dict[str, int] = {}
    for meta in metas:
        for key in route.keys(meta, site):
            found.setdefault(key.slug, key)
            counts[key.slug] = counts.get(key.slug, 0) + 1
    return [key for slug, key in found.items() if counts[slug] >= at_least]


def feed_paths(digests: Iterable[Digest], site: Site) -> Iterator[SitePath]:
    """The feeds of the lists of those of these digests that are published; of tags those alone that have enough."""
    public = [each for each in digests if each.kind is Kind.DIGEST and state_of(each, site.cutoff) is State.PUBLISHED]
    return feeds_of(public, site, minimum=site.feeds.tag_minimum)


def feeds_of(digests: Iterable[Digest], site: Site, *, minimum: int) -> Iterator[SitePath]:
    """The feeds of all lists of these digests; of tags those alone that so many of them have."""
    every = list(digests)
    for route in site.routes.with_feeds:
        if route.folder or not site.feeds.formats_of(route) or not site.has_room_for(route):
            continue
        if not route.per_language:
            if len(site.languages) > 1:
                yield from _feeds_of(route, "", Key("", ""), site)
            continue
        for language in site.languages:
            keys: Iterable[Key] = [Key("", "")]
            if route.is_list:
                metas = [digest.meta for digest in every if digest.meta.lang == language.code]
                keys = list_keys(route, metas, language.code, site, at_least=minimum if route.minimum else 1)
            for key in keys:
                yield from _feeds_of(route, language.code, key, site)


def _feeds_of(route: Route, lang: str, key: Key, site: Site) -> Iterator[SitePath]:
    """The feeds of one list, in each of its formats."""
    plain = site.at(route, lang, **(key.filled if route.is_list else {}))
    for form in site.feeds.formats_of(route):
        yield SitePath(site.feed_at(route, form, plain, lang=lang, slug=key.slug), route, lang, key.slug, form)
