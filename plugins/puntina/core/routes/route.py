"""A row of the table of routes: a kind of page, list, feed or file that a site has."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from puntina.core.digest import FrontMatter
from puntina.core.digest.message import Message


class Category(Protocol):
    """A category of the publication."""

    @property
    def slug(self) -> str:
        """Its slug."""

    def name(self, lang: str) -> str:
        """Its name in the language."""


class Naming(Protocol):
    """What the keys of lists are named by: the publication's settings."""

    @property
    def categories(self) -> Sequence[Category]:
        """All of its categories, in the order of the menu."""

    def category(self, key: str) -> Category | None:
        """The category of this key, or None."""

    def tag_slug(self, tag: str) -> str:
        """The slug of a tag."""


@dataclass(frozen=True, slots=True)
class Key:
    """What tells one list of a kind from the others: its slug, which is in its URL, and the name that readers see.

    `pair` is the same for the same list in other languages, or "". `values` are what the URL's pattern
    is filled in with, if that is not the slug.
    """

    slug: str
    name: str
    pair: str = ""
    values: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def filled(self) -> Mapping[str, object]:
        """What the URL's pattern is filled in with."""
        return self.values or {"slug": self.slug}


class Wishes(Protocol):
    """What decides, besides plugins and URLs, whether there are pages of a route."""

    @property
    def search(self) -> bool:
        """Whether readers can search."""

    @property
    def has_feeds(self) -> bool:
        """Whether there are feeds of any kind."""

    @property
    def is_below_host(self) -> bool:
        """Whether the site is in a folder of its host, and not at its root."""


Keys = Callable[[FrontMatter, Naming], Iterable[Key]]


def _always(wishes: Wishes) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A kind of page, list, feed or file.

    A row has what is true of all of its kind; the step of the plugin named in it yields the pages. A list of the kind
    "country" by a front matter key of that name, with a page and feeds:

        Route(setting="COUNTRY_URL", kind="country", plugin="listings", pattern="country/{slug}/", fields=("slug",),
              help="URL of a country's list; {slug}.", example='"country/{slug}/"', paged=True, keys=countries,
              feeds="country", formats=("rss",), description="%(site)s: all digests from %(name)s")
    """

    setting: str  # the setting that has its pattern; of what no setting places, a name of its own such as "HOME"
    kind: str = ""  # what it is: also the name of its template, and what its lists are called in templates
    template_optional: bool = False  # whether a theme may have no template for it; there are then no such pages
    plugin: str = ""  # the plugin of ours that makes it; "" for what every site has
    pattern: str | None = None  # the default of the setting; None where there is no setting
    fields: tuple[str, ...] = ()  # what the pattern may name: slug, date, category, lang, id, number
    help: str = ""  # what the setting is for
    example: str = ""  # a value of the setting
    optional: bool = False  # whether the setting may be "", and there is then none
    needs: str = ""  # another optional setting without which there is none
    condition: Callable[[Wishes], bool] = _always  # what else must be so
    per_language: bool = True  # whether each language has its own
    paged: bool = False  # whether it has older pages, by LIST_PAGE_URL
    in_sitemap: bool = False
    in_lite: bool = False  # whether the lite edition has it too
    is_file: bool = False  # whether programs read it, and not people
    keys: Keys | None = None  # for a list by key: the keys of a digest, by its front matter
    fixed: Callable[[Naming, str], Iterable[Key]] | None = None  # the keys that there are whatever the content is
    feeds: str = ""  # the kind of its feeds in FEED_FORMATS and FEED_URLS; "" where it has none
    formats: tuple[str, ...] = ()  # the default formats of these feeds
    feed_rank: int = 70  # where its feeds come among others, on the page about feeds and in messages
    borrowed: bool = False  # whether its feeds have the formats of the feed of all digests
    minimum: bool = False  # whether it gets feeds only from FEED_TAG_MINIMUM digests on
    folder: Message | None = None  # of what has all that is below its URL for itself: what is in there
    holds_home: bool = False  # whether that folder has a home of each language
    menu: str = (
        ""  # the name under which a language's menu has its URL; of a plugin's, what readers see, to be translated
    )
    name: Message | None = None  # how problems call what has no setting
    heading: str = ""  # of a plugin's kind: what its feeds are called on the page about feeds, to be translated
    description: str = ""  # its page's description, to be translated, with %(site)s and %(name)s
    feed_description: str = ""  # its feeds' description, where it differs
    gone: str = ""  # what a digest has by which it is in such a list, as problems name it: "tag"

    @property
    def is_setting(self) -> bool:
        """Whether a setting says where it is."""
        return self.pattern is not None

    @property
    def is_list(self) -> bool:
        """Whether it is a list by key, of which a language has several."""
        return self.keys is not None

    @property
    def is_listing(self) -> bool:
        """Whether it is a page that each language has, one or several of, other than those of content files."""
        return self.per_language and bool(self.kind) and self.setting not in {"ARTICLE_URL", "PAGE_URL"}

    @property
    def needed(self) -> str:
        """What the pattern must name, so that no two of the kind are in one place; "" where there is one of it."""
        for name, form in (("number", "{number}"), ("slug", "{slug}"), ("date", "{date:%Y}")):
            if name in self.fields:
                return form
        return ""


@dataclass(frozen=True, slots=True)
class Routes:
    """All rows of a publication: ours and those of its plugins."""

    rows: tuple[Route, ...]
    _by_setting: Mapping[str, Route] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_setting", {row.setting: row for row in self.rows})

    def __iter__(self) -> Iterator[Route]:
        return iter(self.rows)

    def __contains__(self, setting: object) -> bool:
        return setting in self._by_setting

    def at(self, setting: str) -> Route:
        """The row of this setting; KeyError if there is none."""
        return self._by_setting[setting]

    @property
    def settings(self) -> tuple[Route, ...]:
        """The rows that have a setting."""
        return tuple([row for row in self.rows if row.is_setting])

    @property
    def lists(self) -> tuple[Route, ...]:
        """The lists by key."""
        return tuple([row for row in self.rows if row.is_list])

    def of_kind(self, kind: str) -> Route:
        """The row of a kind; KeyError if there is none."""
        return next((row for row in self.rows if row.kind == kind), None) or self._by_setting[kind]

    @property
    def feed_kinds(self) -> tuple[str, ...]:
        """The kinds of feeds that FEED_FORMATS and FEED_URLS may name."""
        return tuple([row.feeds for row in self.with_feeds if not row.borrowed])

    @property
    def with_feeds(self) -> tuple[Route, ...]:
        """The rows that have feeds, by rank."""
        return tuple(sorted([row for row in self.rows if row.feeds], key=lambda row: row.feed_rank))

    def of_feeds(self, kind: str) -> Route:
        """The row whose feeds are of this kind; KeyError if there is none."""
        return {row.feeds: row for row in self.rows if row.feeds}[kind]

    def plus(self, rows: Iterable[Route]) -> "Routes":
        """These rows and some more."""
        return Routes((*self.rows, *rows))
