"""Addresses: patterns such as "{date:%Y}/{slug}/" to the place of a page on the site and in the output folder."""

import datetime as dt
from dataclasses import dataclass
from string import Formatter
from types import SimpleNamespace
from urllib.parse import quote

# The pattern settings, the names each may use, and a pattern's values for a trial run.
FIELDS: dict[str, frozenset[str]] = {
    "ARTICLE_URL": frozenset({"slug", "date", "category", "lang", "id"}),
    "PAGE_URL": frozenset({"slug", "lang"}),
    "CATEGORY_URL": frozenset({"slug"}),
    "TAG_URL": frozenset({"slug"}),
    "AUTHOR_URL": frozenset({"slug"}),
    "ARCHIVES_URL": frozenset(),
    "YEAR_ARCHIVE_URL": frozenset({"date"}),
    "TAGS_URL": frozenset(),
    "LIST_PAGE_URL": frozenset({"number"}),
    "FEED_RSS_URL": frozenset(),
    "FEED_ATOM_URL": frozenset(),
}
NEEDED: dict[str, frozenset[str]] = {
    name: frozenset(fields & {"number"} or fields & {"slug"} or fields & {"date"}) for name, fields in FIELDS.items()
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is: `url` below the site's root, percent-encoded, no leading slash; `save_as` below output."""

    url: str
    save_as: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """The publication's patterns; each call gives a place in one language, whose prefix is "" or "en/"."""

    patterns: tuple[tuple[str, str], ...]

    def at(self, name: str, prefix: str = "", **values: object) -> Address:
        """The place that the pattern of this name gives for the values."""
        return place_of(prefix + dict(self.patterns)[name].format(**values).lstrip("/"))

    def at_home(self, prefix: str) -> Address:
        """The place of a language's home."""
        return place_of(prefix)

    def list_page(self, plain: Address, number: int) -> Address:
        """The place of the list page with this number, below its list's plain address."""
        folder = plain.save_as.removesuffix("index.html").removesuffix(".html")
        base = folder + "/" if folder and not folder.endswith("/") else folder
        return place_of(base + dict(self.patterns)["LIST_PAGE_URL"].format(number=number))


def place_of(path: str) -> Address:
    """The place for a path: a folder's index, or a file whose .html may be left out of the address."""
    name = path.rpartition("/")[2]
    save_as = path + "index.html" if path.endswith("/") or not path else path if "." in name else path + ".html"
    return Address(quoted(path), save_as)


def quoted(path: str) -> str:
    """The path percent-encoded as UTF-8 (RFC 3986), slashes kept."""
    return quote(path, safe="/~!$&'()*+,;=:@")


def fault_of_pattern(name: str, pattern: object) -> str:
    """What is wrong with an address pattern, as a predicate; "" where it is fine."""
    if not isinstance(pattern, str):
        return "is no text"
    if not pattern:
        return "is empty"
    try:
        used = {
            (field or "").partition(":")[0].partition(".")[0]
            for _, field, _, _ in Formatter().parse(pattern)
            if field is not None
        }
        if unknown := used - FIELDS[name]:
            return f"has {{{min(unknown)}}}, which it can't know"
        if missing := NEEDED[name] - used:
            return f"lacks {{{min(missing)}}}, so that all would be in one place"
        tried = pattern.format(**vars(_TRIAL))
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        return f"is no pattern ({error})"
    parts = tried.strip("/").split("/")
    return "leaves the site" if ".." in parts or "\\" in tried else ""


_TRIAL = SimpleNamespace(
    slug="slug",
    date=dt.datetime(2025, 9, 2, 7, 30, tzinfo=dt.UTC),
    category="category",
    lang="en",
    id="id",
    number=2,
)
