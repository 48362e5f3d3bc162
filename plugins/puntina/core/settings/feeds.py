"""Which feeds the settings ask for: kinds of lists, formats, and where each feed is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from puntina.core.settings.addresses import Address, below, quoted

FORMATS = ("rss", "atom", "json")
# What a list may be of; a feed of "together" has the digests of all languages.
ALL, CATEGORY, THREAD, TAG, AUTHOR, ALL_LANGUAGES = KINDS = ("all", "category", "thread", "tag", "author", "together")
# Of a day or a week, and of all that was corrected or retracted; feeds of both have the formats of ALL.
EDITION, CORRECTION = "edition", "correction"
DEFAULT_FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {ALL: FORMATS, CATEGORY: FORMATS, THREAD: ("rss",), TAG: ("rss",), AUTHOR: ("rss",), ALL_LANGUAGES: ("rss",)}
)
SLUGGED = frozenset({CATEGORY, THREAD, TAG, AUTHOR})  # the kinds of which a language has several lists
# What a feed's address may end in: the extension decides the content type that hosts give it.
ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"rss": (".xml", ".rss", "/"), "atom": (".xml", ".atom", "/"), "json": (".json", "/")}
)
# Characters of an entry's content, beyond which the teaser stands for it: with every one of them spelled as "&amp;lt;"
# one entry still fits into a feed.
MOST_CONTENT = 50_000
HOME_OF_ALL = Address("all/", "all/index.html")  # where feeds of all languages together stand, as if it were their list


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

    def formats_of(self, kind: str) -> tuple[str, ...]:
        """The formats of feeds of this kind."""
        return dict(self.formats)[kind]

    def address(self, kind: str, form: str, plain: Address, *, prefix: str = "", slug: str = "") -> Address:
        """Where the feed of a list is: below the list's plain address, or where the settings want it."""
        elsewhere = dict(self.places).get((kind, form))
        if elsewhere is not None:
            return feed_place((prefix if kind != ALL_LANGUAGES else "") + elsewhere.format(slug=slug).lstrip("/"), form)
        return feed_place(below(plain) + dict(self.names)[form].lstrip("/"), form)


def feed_place(path: str, form: str) -> Address:
    """The place of a feed: a file named in full, or "feed/", whose file is feed/index.xml."""
    index = "index.json" if form == "json" else "index.xml"
    return Address(quoted(path), path + index if path.endswith("/") or not path else path)


def read_formats(value: Mapping[str, Iterable[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The formats of every kind; a kind that the setting does not name has the default ones."""
    chosen = {**DEFAULT_FORMATS, **{kind: tuple(formats) for kind, formats in value.items()}}
    return tuple((kind, chosen[kind]) for kind in KINDS)


def read_places(value: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    """The addresses elsewhere, each with its kind and format."""
    for kind, patterns in value.items():
        for form, pattern in patterns.items():
            yield (kind, form), pattern
