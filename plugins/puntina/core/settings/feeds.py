"""Which feeds the settings ask for: kinds of lists, formats, and where each feed is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from puntina.core.hooks import Hooks
from puntina.core.routes.address import Address, below, quoted
from puntina.core.routes.route import Route, Routes

FORMATS = ("rss", "atom", "json")  # from the one that most readers take
ALL = "all"  # the kind of the feed of all digests, whose formats other feeds borrow
# What a feed's address may end in: the extension decides the content type that hosts give it.
ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"rss": (".xml", ".rss", "/"), "atom": (".xml", ".atom", "/"), "json": (".json", "/")}
)
# Characters of an entry's content, beyond which the teaser stands for it: with every one of them spelled as "&amp;lt;"
# one entry still fits into a feed.
MOST_CONTENT = 50_000
ALL_HOME = Address("all/", "all/index.html")  # where feeds of all languages are, as if it were the home of all


def every_format(hooks: Hooks) -> Mapping[str, tuple[str, ...]]:
    """Every format of feeds by name, plugins' too, with what its address may end in."""
    return {**ENDINGS, **{form.name: form.endings for form in hooks.formats}}


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of the publication's own: its address below the site's root, and its size in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FeedRules:
    """What settings say of feeds; "" and None stand for what there is none of."""

    formats: tuple[tuple[str, tuple[str, ...]], ...]  # by kind, with every kind
    names: tuple[tuple[str, str], ...]  # by format: the address below that of the list
    places: tuple[tuple[tuple[str, str], str], ...]  # by kind and format: an address elsewhere
    tag_minimum: int
    hub: str
    mail: tuple[str, str] | None  # a service's name and address
    icon: Picture | None
    logo: Picture | None

    @property
    def wanted(self) -> bool:
        """Whether there are feeds of any kind."""
        return any(formats for _, formats in self.formats)

    def formats_of(self, route: Route) -> tuple[str, ...]:
        """The formats of the feeds of this route."""
        return dict(self.formats)[ALL if route.borrowed else route.feeds] if route.feeds else ()

    def address(self, route: Route, form: str, plain: Address, *, prefix: str = "", slug: str = "") -> Address:
        """Where the feed of a list is: below the list's plain address, or where the settings want it."""
        elsewhere = dict(self.places).get((route.feeds, form))
        if elsewhere is not None:
            return feed_place((prefix if route.per_language else "") + elsewhere.format(slug=slug).lstrip("/"), form)
        return feed_place(below(plain) + dict(self.names)[form].lstrip("/"), form)


def feed_place(path: str, form: str) -> Address:
    """The place of a feed: a file named in full, or "feed/", whose file is feed/index.xml."""
    index = "index.json" if form == "json" else "index.xml"
    return Address(quoted(path), path + index if path.endswith("/") or not path else path)


def read_formats(value: Mapping[str, Iterable[str]], routes: Routes) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The formats of every kind; a kind that the setting does not name has the default ones."""
    return tuple([(kind, tuple(value.get(kind, routes.of_feeds(kind).formats))) for kind in routes.feed_kinds])


def read_places(value: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    """The addresses elsewhere, each with its kind and format."""
    for kind, patterns in value.items():
        for form, pattern in patterns.items():
            yield (kind, form), pattern
