"""The Site: every fact of the publication that the plugins need, frozen."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from puntina.copyright import Licence
from puntina.core.digest import Rules
from puntina.core.digest.slugs import slugify
from puntina.core.hooks import Hooks
from puntina.core.routes.address import Address, Addresses
from puntina.core.routes.route import Route, Routes
from puntina.core.routes.table import HOME
from puntina.core.settings.ai_use import AiUse
from puntina.core.settings.feeds import ALL_HOME, FeedRules
from puntina.core.settings.old_addresses import OldAddresses
from puntina.share import Network

ADDRESSES_FILE = "addresses.txt"  # beside the settings: what has been published, to be committed with the content


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the publication."""

    code: str
    prefix: str  # of its addresses: "" for the default language, "en/" for another
    tagline: str


@dataclass(frozen=True, slots=True)
class Category:
    """A category: its key in front matter, its slug in addresses, its name in each language."""

    key: str
    slug: str
    place: int  # among the categories, from 1
    names: tuple[tuple[str, str], ...]

    def name(self, lang: str) -> str:
        """The category's name in the language."""
        return dict(self.names)[lang]


@dataclass(frozen=True, slots=True)
class Site:
    """The publication."""

    name: str
    url: str  # absolute, without a slash at the end
    root: str  # the path of `url`: "" or "/some/repo"
    folder: Path  # where the settings file is
    content: Path
    output: Path
    theme: str
    theme_static: str
    theme_statics: tuple[str, ...]  # folders and files of the theme that are copied there
    own_templates: tuple[str, ...]  # folders whose templates go before the theme's
    own_filters: frozenset[str]  # names of filters for templates, besides those of Jinja and of ours
    own_tests: frozenset[str]  # likewise of tests
    direct_pages: tuple[str, ...]  # the paths of pages that are made of a template alone
    timezone: ZoneInfo
    languages: tuple[Language, ...]  # the default language first
    categories: tuple[Category, ...]
    tag_slugs: tuple[tuple[str, str], ...]
    routes: Routes
    addresses: Addresses
    added: tuple[tuple[str, Any], ...]  # the values of the settings that plugins add, by name
    old: OldAddresses
    holder: str
    licence: Licence | None
    summary_position: str
    share: tuple[str, ...]
    share_by_language: tuple[tuple[str, tuple[str, ...]], ...]
    page_size: int
    related: int  # digests about the same that one names
    feed_size: int
    feeds: FeedRules
    tag_uri: str  # "tag:authority,year", before the id of a digest
    statics: tuple[str, ...]
    files_with_scripts: tuple[str, ...]  # patterns of paths below the content
    retention: tuple[str, ...]
    ai_use: AiUse
    plugins: frozenset[str]  # those of ours that are among its plugins, as "feeds"
    is_published: bool  # whether the settings are those for readers, and not those for looking at a build here
    tells_crawlers: bool  # whether there are sitemaps and, where it can act, robots.txt
    search: bool
    preview: bool
    cutoff: dt.datetime  # decides what is due; never reaches a template
    rules: Rules
    hooks: Hooks = field(repr=False, compare=False)  # what the publication's own plugins add
    # What is asked for many times for every digest, by its key.
    _languages: Mapping[str, Language] = field(init=False, repr=False, compare=False)
    _categories: Mapping[str, Category] = field(init=False, repr=False, compare=False)
    _tag_slugs: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_languages", {language.code: language for language in self.languages})
        object.__setattr__(self, "_categories", {category.key: category for category in self.categories})
        object.__setattr__(self, "_tag_slugs", dict(self.tag_slugs))

    @property
    def first_year(self) -> int:
        """The year in which the publication began, as far as settings know."""
        return int(self.tag_uri.rpartition(",")[2].rstrip(":"))

    @property
    def networks(self) -> tuple[Network, ...]:
        """The share networks that plugins add."""
        return self.hooks.networks

    @property
    def has_feeds(self) -> bool:
        """Whether there are feeds of any kind."""
        return self.feeds.wanted

    @property
    def is_below_host(self) -> bool:
        """Whether the site is in a folder of its host, and not at its root."""
        return bool(self.root)

    @property
    def default_language(self) -> Language:
        """The language that lives at the site's root."""
        return self.languages[0]

    def language(self, code: str) -> Language:
        """The language of this code; KeyError for a code that the publication does not have."""
        return self._languages[code]

    def category(self, key: str) -> Category | None:
        """The category of this key, or None."""
        return self._categories.get(key)

    def tag_slug(self, tag: str) -> str:
        """The slug of a tag: from settings, else from its name."""
        return self._tag_slugs.get(tag) or slugify(tag)

    def feed_at(self, route: Route, form: str, plain: Address, *, lang: str = "", slug: str = "") -> Address:
        """Where a feed is: that of the list at this plain address, or that of all languages together."""
        if not route.per_language:
            return self.feeds.address(route, form, ALL_HOME)
        return self.feeds.address(route, form, plain, prefix=self.language(lang).prefix, slug=slug)

    def opml_places(self) -> Mapping[str, Address]:
        """Where the subscription list of each language is, beside that of all; none where there is one language, or
        no feed that every language has."""
        has_feeds = self.feeds.formats_of(self.routes.at(HOME))
        if len(self.languages) < 2 or not self.addresses.has("FEED_OPML_URL") or not has_feeds:
            return {}
        return {each.code: self.addresses.of_language("FEED_OPML_URL", each.code) for each in self.languages}

    def wants(self, route: Route) -> bool:
        """Whether the settings ask for what this route has: its plugin, its URL, and what it needs."""
        if route.plugin and route.plugin not in self.plugins:
            return False
        return self.has_room_for(route) and route.condition(self)

    def has_room_for(self, route: Route) -> bool:
        """Whether the settings give the route a URL, and that which it needs; its plugin may be left out."""
        named = [name for name in (route.is_setting and route.setting, route.needs) if name]
        return all(map(self.addresses.has, named))

    def at(self, route: Route, lang: str, **values: object) -> Address:
        """Where a page of the route is in the language; of one that no language has of its own, where it is."""
        prefix = self.language(lang).prefix if route.per_language and lang else ""
        if route.is_setting:
            return self.addresses.at(route.setting, prefix, **values)
        return self.addresses.at_home(prefix)

    def rooted(self, url: str) -> str:
        """The address as pages of the site link to it, from the host's root."""
        return f"{self.root}/{url}"

    def absolute(self, url: str) -> str:
        """The address with scheme and host."""
        return f"{self.url}/{url}"
