"""URL patterns: "{date:%Y}/{slug}/" gives the URL of a page and its path in the output folder."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from urllib.parse import quote

from puntina.core.digest.aliases import alias_path, names_file
from puntina.core.digest.message import message
from puntina.core.digest.names import fault_of_name
from puntina.core.routes.route import Route

_NUMBERS = {"%Y": "{date.year:04}", "%m": "{date.month:02}", "%d": "{date.day:02}"}
_PART = re.compile("|".join(_NUMBERS))
_DATE = re.compile(rf"{{date:((?:[^%{{}}]|{_PART.pattern})+)}}")
_SAFE = "/~!$&'()*+,;=:@"
_UNQUOTED = re.compile(r"[A-Za-z0-9/._-]*")  # as nearly all are


@dataclass(frozen=True, slots=True)
class Address:
    """A URL and its file: `url` below the site's root, percent-encoded; `save_as` below the output folder."""

    url: str
    save_as: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """The publication's patterns; each call gives an address in one language, whose prefix is "" or "en/"."""

    patterns: tuple[tuple[str, str], ...]
    # By name, with whether the pattern itself names a file: asked for many times for every digest.
    _by_name: Mapping[str, tuple[str, bool]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {name: (_in_numbers(pattern), _names_file(pattern)) for name, pattern in self.patterns}
        object.__setattr__(self, "_by_name", by_name)

    def at(self, name: str, prefix: str = "", **values: object) -> Address:
        """The place that the pattern of this name gives for the values."""
        pattern, is_file = self._by_name[name]
        return place_of(prefix + pattern.format_map(values).lstrip("/"), is_file=is_file)

    def of_language(self, name: str, lang: str) -> Address:
        """The place of the language's own file beside that of all languages: feeds-it.opml beside feeds.opml."""
        folder, slash, file = self._by_name[name][0].strip("/").rpartition("/")
        stem, dot, ending = file.partition(".")
        return place_of(f"{folder}{slash}{stem}-{lang.lower()}{dot}{ending}", is_file=self._by_name[name][1])

    def has(self, name: str) -> bool:
        """Whether the publication wants what this pattern is for."""
        return bool(dict(self.patterns)[name])

    def at_home(self, prefix: str) -> Address:
        """The place of a language's home."""
        return place_of(prefix)

    def list_page(self, plain: Address, number: int) -> Address:
        """The place of the list page with this number, below its list's plain address."""
        return self.at("LIST_PAGE_URL", below(plain), number=number)


def alias_place(alias: str) -> Address:
    """The address of a typed alias: the file that a host would serve for it."""
    path = alias_path(alias)
    return place_of(path, is_file=names_file(path))


def below(plain: Address) -> str:
    """The folder of what hangs on a list, its older pages and its feeds: "" or one that ends in a slash."""
    folder = plain.save_as.removesuffix("index.html").removesuffix(".html")
    return f"{folder}/" if folder and not folder.endswith("/") else folder


def place_of(path: str, *, is_file: bool = False) -> Address:
    """The place for a path: a folder's index, a file named in full, or one whose .html is left out of the address."""
    in_folder = path.endswith("/") or not path
    return Address(quoted(path), path + "index.html" if in_folder else path if is_file else path + ".html")


def _names_file(pattern: str) -> bool:
    """Whether the pattern itself has an extension; a full stop in a slug is none."""
    return "." in re.sub(r"{.*?}", "", pattern).rpartition("/")[2]


def _in_numbers(pattern: str) -> str:
    """The pattern with a date's numbers asked for as such, which is quicker than by strftime and gives the same."""
    return _DATE.sub(lambda found: _PART.sub(lambda part: _NUMBERS[part[0]], found[1]), pattern)


def quoted(path: str) -> str:
    """The path percent-encoded as UTF-8 (RFC 3986), slashes kept."""
    return path if _UNQUOTED.fullmatch(path) else quote(path, safe=_SAFE)


def fault_of_pattern(route: Route, pattern: object) -> str:
    """What is wrong with a pattern in the place of a route's own, as a predicate; "" where it is fine."""
    if not isinstance(pattern, str):
        return message("is not a string")
    if not pattern:
        return message("is empty")
    try:
        used = {
            (field or "").partition(":")[0].partition(".")[0]
            for _, field, _, _ in Formatter().parse(pattern)
            if field is not None
        }
        if unknown := used - set(route.fields):
            return message("contains {{{name}}}, which is not available here", name=min(unknown))
        tried, other = pattern.format(**TRIAL), pattern.format(**_OTHER)
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        return message("is not a valid pattern ({error})", error=error)
    if route.needed and tried == other:
        return message("lacks {value}, so all would have the same URL", value=route.needed)
    return _fault_of_path(tried.lstrip("/").removesuffix("/"))


def _fault_of_path(path: str) -> str:
    parts = path.split("/")
    if ".." in parts:
        return message("leads out of the site")
    if fault := next((fault for part in parts if part and (fault := fault_of_name(part))), None):
        return fault
    return message('contains "//"') if path and "" in parts else ""


# Values for a trial run, and others that a pattern must tell from them.
TRIAL = {
    "slug": "slug",
    "date": dt.datetime(2025, 9, 2, 7, 30, tzinfo=dt.UTC),
    "category": "category",
    "lang": "en",
    "id": "id",
    "number": 2,
}
_OTHER = TRIAL | {"slug": "other", "id": "other", "date": dt.datetime(2026, 9, 2, 7, 30, tzinfo=dt.UTC), "number": 3}
