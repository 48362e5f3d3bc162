"""The table of settings: every name, its default, what it is for, and what a good value is."""

import os
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.digest.date_forms import YEARS
from plugins.digest.message import Message, message
from plugins.digest.names import fault_of_name
from plugins.digest.text import FORBIDDEN, spoken
from plugins.site.addresses import fault_of_pattern
from plugins.site.ai_use import POLICIES
from plugins.site.patterns import MAY_BE_NONE, PATTERNS
from plugins.site.web_addresses import secure, site_address, web_address

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # https://www.rfc-editor.org/info/bcp47
_DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?")  # as RFC 4151 has it
_LINE_END = re.compile("[\t\n\r\u2028\u2029]")
MOST_ENTRIES = 50  # of a feed
MOST_RELATED = 20  # digests that one names
LONGEST_PATH = 4000  # bytes, fewer than common systems take
POSITIONS = ("as written", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting; `fault` says as a predicate what is wrong with a value, "" where it is fine."""

    name: str
    default: Any  # Pelican's own, where Pelican knows the setting
    help: str
    fault: Callable[[Any], str]
    hint: Message


def _text(value: Any) -> str:
    if not isinstance(value, str):
        return message("is not a text")
    return _unprintable([value]) or ("" if value.strip() else message("is empty"))


def _unprintable(texts: Iterable[Any]) -> str:
    """What no line of a page or feed can have, in texts that readers see; what is not a text is passed over."""
    every = (FORBIDDEN.search(text) or _LINE_END.search(text) for text in texts if isinstance(text, str))
    return next((message("has {character} in it", character=spoken(found.group())) for found in every if found), "")


def _truth(value: Any) -> str:
    return "" if isinstance(value, bool) else message("is neither True nor False")


def _count(value: Any) -> str:
    return (
        ""
        if isinstance(value, int) and not isinstance(value, bool) and value > 0
        else message("is not a whole number above 0")
    )


def _up_to_fifty(value: Any) -> str:
    return _count(value) or (message("is more than 50") if value > MOST_ENTRIES else "")


def _up_to_twenty(value: Any) -> str:
    good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_RELATED
    return "" if good else message("is not a whole number from 0 to {most_related}", most_related=MOST_RELATED)


def _words(value: Any) -> str:
    good = isinstance(value, list | tuple) and all(isinstance(item, str) and item for item in value)
    return "" if good else message("is not a list of texts")


def _inside(value: Any) -> str:
    """What is wrong with a path that must stay in its folder."""
    return _text(value) or _leaving([value])


def _all_inside(value: Any) -> str:
    return _words(value) or _leaving(value)


def _leaving(paths: Iterable[str]) -> str:
    out = next((path for path in paths if path.startswith("/") or ".." in re.split(r"[/\\]", path)), "")
    return message('has "{out}", which leaves its folder', out=out) if out else ""


def _folder(value: Any) -> str:
    """What is wrong with the path of a folder, whatever is there."""
    return _text(value) or (message("is longer than a path can be") if len(os.fsencode(value)) > LONGEST_PATH else "")


def _folders(value: Any) -> str:
    return _words(value) or next((fault for path in value if (fault := _folder(path))), "")


def _named(value: Any, *, callables: bool) -> str:
    """What is wrong with a table of things that templates may name."""
    good = isinstance(value, Mapping) and all(isinstance(key, str) and key.isidentifier() for key in value)
    good = good and (not callables or all(map(callable, value.values())))
    return "" if good else message("is not a table of {what} by name", what="functions" if callables else "values")


def _mapping(value: Any) -> str:
    good = isinstance(value, Mapping) and all(isinstance(key, str) for key in value)
    return "" if good else message("is not a table of texts")


def _text_table(value: Any) -> str:
    return _mapping(value) or (
        "" if all(isinstance(text, str) for text in value.values()) else message("is not a table of texts")
    )


def _word_table(value: Any) -> str:
    return _mapping(value) or next((fault for words in value.values() if (fault := _words(words))), "")


def _nested_table(value: Any) -> str:
    return _mapping(value) or next((fault for texts in value.values() if (fault := _text_table(texts))), "")


def _slug_table(value: Any) -> str:
    if fault := _text_table(value):
        return fault
    faults = ((slug, fault_of_name(slug)) for slug in value.values())
    return next((message('has "{slug}", which {fault}', slug=slug, fault=fault) for slug, fault in faults if fault), "")


def _languages(value: Any) -> str:
    return _text_table(value) or (_unprintable(value.values()) if value else message("is empty"))


def _categories(value: Any) -> str:
    named = [names.values() for names in value.values() if isinstance(names, Mapping)] if not _mapping(value) else []
    return _mapping(value) or (_unprintable(chain(*named)) if value else message("is empty"))


def _known(value: Any, *, known: Container[str]) -> str:
    return "" if isinstance(value, str) and value in known else message("is {value!r}", value=value)


def _timezone(value: Any) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return message("is {value!r}, which no time zone is called", value=value)
    return ""


def _hub(value: Any) -> str:
    return "" if value == "" else secure(value)


def _mail(value: Any) -> str:
    if value in ((), []):
        return ""
    if not isinstance(value, tuple | list) or len(value) != 2:
        return message("is not a pair of a name and an address")
    named, address = value
    return _text(named) or secure(address.partition("?")[0] if isinstance(address, str) else address)


def _png(value: Any) -> str:
    return (
        ""
        if value == ""
        else _inside(value) or ("" if value.endswith(".png") else message('is "{value}", not a PNG', value=value))
    )


def _pattern(name: str, value: Any) -> str:
    return "" if value == "" and name in MAY_BE_NONE else fault_of_pattern(name, value)


def _domain(value: Any) -> str:
    return _text(value) or ("" if _DOMAIN.fullmatch(value) else message('is "{value}", not a domain', value=value))


def _cutoff(value: Any) -> str:
    return "" if value is None or isinstance(value, str) else message("is not a text")


def _year(value: Any) -> str:
    return "" if isinstance(value, int) and value in YEARS else message("is not a year")


def _licence(value: Any) -> str:
    if isinstance(value, tuple) and len(value) == 2:
        return _text(value[0]) or web_address(value[1])
    return "" if isinstance(value, str) else message("is neither an identifier nor a pair of name and address")


def _write(value: str, other: str = "") -> Message:
    """The hint to write this value, or the other one."""
    return (
        message("write {value} or {other}", value=value, other=other)
        if other
        else message("write {value}", value=value)
    )


SETTINGS: tuple[Setting, ...] = (
    Setting("SITENAME", "A Pelican Blog", "Name of the publication.", _text, _write('"Vietmetric"')),
    Setting("SITEURL", "", "Address of the site, with https://; on a project page with its folder.", site_address, message('write "https://…", or set SITEURL in the environment of publish')),
    Setting("PATH", ".", "Folder of the content, below that of the settings; it must be set.", _folder, _write('"content"')),
    Setting("OUTPUT_PATH", "output", "Folder that a build replaces, below that of the settings.", _folder, _write('"output"')),
    Setting("CACHE_PATH", ".cache", "Folder of what builds keep for the next one, likewise.", _folder, _write('".cache"')),
    Setting("THEME", "notmyidea", "Folder of the theme, or the name of one of Pelican's.", _folder, _write('"themes/daily"')),
    Setting("THEME_STATIC_PATHS", ["static"], "Folders of the theme whose files are copied to the site.", _folders, _write('["static"]')),
    Setting("THEME_TEMPLATES_OVERRIDES", [], "Folders of templates that are found before the theme's.", _folders, _write('["templates"]')),
    Setting("DIRECT_TEMPLATES", ["index", "tags", "categories", "authors", "archives"], "Templates of pages that have no content, without .html; the lists of this default are made in any case, and others only with themes that take Pelican's context.", _all_inside, _write('["index", "imprint"]')),
    Setting("JINJA_FILTERS", {}, "Filters for templates, by name.", partial(_named, callables=True), _write('{"name": function}')),
    Setting("JINJA_GLOBALS", {}, "Values that every template has, by name.", partial(_named, callables=False), _write('{"name": value}')),
    Setting("JINJA_TESTS", {}, "Tests for templates, by name.", partial(_named, callables=True), _write('{"name": function}')),
    Setting("THEME_STATIC_DIR", "theme", "Folder of the theme's own files on the site.", _inside, _write('"theme"')),
    Setting("STATIC_PATHS", ["images"], "Folders below the content that are copied as they are.", _all_inside, _write('["media"]')),
    Setting("OUTPUT_RETENTION", [], "Names in the output folder that a build keeps.", _all_inside, _write('[".git"]')),
    Setting("TIMEZONE", "UTC", "Time zone of all dates that readers see, and of typed dates without an offset.", _timezone, message('write a name such as "Asia/Ho_Chi_Minh"')),
    Setting("LANGUAGES", {}, "Languages by code (BCP 47), each with the publication's tagline in it.", _languages, _write('{"it": "…", "en": "…"}')),
    Setting("DEFAULT_LANG", "en", "The language that lives at the root; the others live below /<code>/.", _text, message("name one of LANGUAGES")),
    Setting("CATEGORIES", {}, "Categories by key, each with its name in every language.", _categories, _write('{"technology": {"it": "Tecnologia", "en": "Technology"}}')),
    Setting("DEFAULT_CATEGORY", "misc", "Category of a digest that names none.", _text, message("name one of CATEGORIES")),
    Setting("CATEGORY_SLUGS", {}, "Slugs of categories whose own would be the same as another's.", _slug_table, _write('{"C++": "c-plus-plus"}')),
    Setting("TAG_SLUGS", {}, "Slugs of tags whose own would be the same as another's.", _slug_table, _write('{"C++": "c-plus-plus"}')),
    Setting("COPYRIGHT_HOLDER", "", "Who holds the rights in the content.", _text, _write('COPYRIGHT_HOLDER = "…"')),
    Setting("COPYRIGHT_LICENCE", "", 'Licence of the content: an SPDX identifier such as "CC-BY-4.0", or (name, address); "" for all rights reserved.', _licence, message('write "CC-BY-4.0", ("Name", "https://…") or ""')),
    Setting("SUMMARY_POSITION", "as written", "Where the summary box stands: as written, top or bottom.", partial(_known, known=POSITIONS), message("one of {known}", known=", ".join(POSITIONS))),
    Setting("SHARE", (), "Networks of the share links, in order.", _words, _write('["x", "email", "copy"]')),
    Setting("SHARE_BY_LANGUAGE", {}, "Networks for a language in place of SHARE.", _word_table, _write('{"vi": ["facebook", "copy"]}')),
    Setting("DEFAULT_PAGINATION", False, "Digests on a page of a list.", _count, _write("20")),
    Setting("FEED_SIZE", 50, "Digests in a feed, the newest; at most 50.", _up_to_fifty, _write("50")),
    Setting("FEED_FORMATS", {}, "Formats of feeds by kind: all, category, thread, tag, author, together. Left out, a kind has the default ones.", _word_table, _write('{"category": ["rss", "json"], "tag": []}')),
    Setting("FEED_URLS", {}, "Addresses of feeds by kind and format, in place of one below the list; {slug}.", _nested_table, _write('{"category": {"rss": "feeds/{slug}.xml"}}')),
    Setting("FEED_TAG_MINIMUM", 3, "Digests that a tag must have before it gets feeds.", _count, _write("3")),
    Setting("FEED_HUB", "", 'Address of the WebSub hub that tells subscribers of changes, with https://; "" for none.', _hub, _write('"https://…"', '""')),
    Setting("FEED_ICON", "", 'The publication\'s square picture, a PNG below PATH; "" for none.', _png, _write('"media/icon.png"', '""')),
    Setting("FEED_LOGO", "", 'The publication\'s picture, twice as wide as high, a PNG below PATH of at most 144 × 400 pixels; "" for none.', _png, _write('"media/logo.png"', '""')),
    Setting("MAIL_SERVICE", (), "Service that sends the digests by mail: its name and the address to subscribe at; {feed} in it stands for the feed's.", _mail, _write('("Name", "https://…")', "()")),
    Setting("FEED_ID_DOMAIN", "", "Domain of yours in the permanent ids of feed entries; set once before the first publishing, then never, not even when the site moves.", _domain, message("write a domain that is yours")),
    Setting("FEED_ID_YEAR", 2025, "A year in which that domain was yours (RFC 4151); set once likewise.", _year, _write("2025")),
    Setting("AI_USE", "allow", "What programs of artificial intelligence may do with the pages: allow, no training, or none (no answers either).", partial(_known, known=POLICIES), message("one of {known}", known=", ".join(POLICIES))),
    Setting("RELATED", 3, "Digests about the same that a digest names, at most 20; 0 for none.", _up_to_twenty, _write("3")),
    Setting("REDIRECTS", (), "Addresses that digests had on an older site, as patterns like ARTICLE_URL; each gets a page that leads to the digest.", _words, _write('["{slug}/amp/"]')),
    Setting("REDIRECTS_UNTIL", None, "The date from which digests are on this site alone and need no such page, as 2025-09-02 07:30; None for never.", _cutoff, _write('"2025-09-02 07:30"', "None")),
    Setting("FILES_WITH_SCRIPTS", (), "Files of the content that may run scripts in readers' browsers, such as an interactive drawing.", _words, _write('["media/chart.svg"]')),
    Setting("EXTRA_KEYS", (), "Front matter keys of the publication's own plugins.", _words, _write('["mood"]')),
    Setting("TEASER_LENGTH", 200, "Longest teaser on cards and in meta descriptions, in characters.", _count, _write("200")),
    Setting("SEARCH", False, "Whether readers can search; a preview has no search.", _truth, _write("True", "False")),
    Setting("PREVIEW", False, "Whether drafts and held digests are shown, marked.", _truth, _write("True", "False")),
    Setting("CUTOFF", None, "The instant that decides what is due, as 2025-09-02 07:30; None for now.", _cutoff, _write('"2025-09-02 07:30"', "None")),
    *(Setting(name, default, purpose, partial(_pattern, name), _write(example)) for name, (default, purpose, example) in PATTERNS.items()),
)  # fmt: skip
