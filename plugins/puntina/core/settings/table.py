"""The table of settings: every name, its default, what it is for, and what a good value is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from puntina.core.digest.message import Message, message
from puntina.core.hooks import Hooks
from puntina.core.routes.route import Route
from puntina.core.routes.table import ROUTES
from puntina.core.settings import setting_values as valid
from puntina.core.settings.ai_use import POLICIES
from puntina.core.settings.setting_values import POSITIONS
from puntina.core.settings.web_addresses import site_address


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting; `fault` says as a predicate what is wrong with a value, "" where it is fine."""

    name: str
    default: Any  # Pelican's own, where Pelican knows the setting
    help: str
    fault: Callable[[Any], str]
    hint: Message


def _write(value: str, other: str = "") -> Message:
    """The hint to write this value, or the other one."""
    return (
        message("write {value} or {other}", value=value, other=other)
        if other
        else message("write {value}", value=value)
    )


SETTINGS: tuple[Setting, ...] = (
    Setting("SITENAME", "A Pelican Blog", "Name of the publication.", valid.text, _write('"Humus"')),
    Setting("SITEURL", "", "Address of the site, with https://; on a project page with its folder.", site_address, message('write "https://…", or set SITEURL in the environment of publish')),
    Setting("PATH", ".", "Folder of the content, below that of the settings; it must be set.", valid.folder, _write('"content"')),
    Setting("OUTPUT_PATH", "output", "Folder that a build replaces, below that of the settings.", valid.folder, _write('"output"')),
    Setting("CACHE_PATH", ".cache", "Folder of what builds keep for the next one, likewise.", valid.folder, _write('".cache"')),
    Setting("THEME", "notmyidea", "Folder of the theme, or the name of one of Pelican's.", valid.folder, _write('"themes/daily"')),
    Setting("THEME_STATIC_PATHS", ["static"], "Folders of the theme whose files are copied to the site.", valid.folders, _write('["static"]')),
    Setting("THEME_TEMPLATES_OVERRIDES", [], "Folders of templates that are found before the theme's.", valid.folders, _write('["templates"]')),
    Setting("DIRECT_TEMPLATES", ["index", "tags", "categories", "authors", "archives"], "Templates of pages that have no content, without .html; the lists of this default are made in any case, and others only with themes that take Pelican's context.", valid.all_inside, _write('["index", "imprint"]')),
    Setting("JINJA_FILTERS", {}, "Filters for templates, by name.", partial(valid.named, callables=True), _write('{"name": function}')),
    Setting("JINJA_GLOBALS", {}, "Values that every template has, by name.", partial(valid.named, callables=False), _write('{"name": value}')),
    Setting("JINJA_TESTS", {}, "Tests for templates, by name.", partial(valid.named, callables=True), _write('{"name": function}')),
    Setting("THEME_STATIC_DIR", "theme", "Folder of the theme's own files on the site.", valid.inside, _write('"theme"')),
    Setting("STATIC_PATHS", ["images"], "Folders below the content that are copied as they are.", valid.all_inside, _write('["media"]')),
    Setting("OUTPUT_RETENTION", [], "Names in the output folder that a build keeps.", valid.all_inside, _write('[".git"]')),
    Setting("TIMEZONE", "UTC", "Time zone of all dates that readers see, and of typed dates without an offset.", valid.timezone, message('write a name such as "Asia/Ho_Chi_Minh"')),
    Setting("LANGUAGES", {}, "Languages by code (BCP 47), each with the publication's tagline in it.", valid.languages, _write('{"it": "…", "en": "…"}')),
    Setting("DEFAULT_LANG", "en", "The language that lives at the root; the others live below /<code>/.", valid.text, message("name one of LANGUAGES")),
    Setting("CATEGORIES", {}, "Categories by key, each with its name in every language.", valid.categories, _write('{"technology": {"it": "Tecnologia", "en": "Technology"}}')),
    Setting("DEFAULT_CATEGORY", "misc", "Category of a digest that names none.", valid.text, message("name one of CATEGORIES")),
    Setting("CATEGORY_SLUGS", {}, "Slugs of categories whose own would be the same as another's.", valid.slug_table, _write('{"C++": "c-plus-plus"}')),
    Setting("TAG_SLUGS", {}, "Slugs of tags whose own would be the same as another's.", valid.slug_table, _write('{"C++": "c-plus-plus"}')),
    Setting("COPYRIGHT_HOLDER", "", "Who holds the rights in the content.", valid.text, _write('COPYRIGHT_HOLDER = "…"')),
    Setting("COPYRIGHT_LICENCE", "", 'Licence of the content: an SPDX identifier such as "CC-BY-4.0", or (name, address); "" for all rights reserved.', valid.licence, message('write "CC-BY-4.0", ("Name", "https://…") or ""')),
    Setting("SUMMARY_POSITION", "as written", "Where the summary box stands: as written, top or bottom.", partial(valid.known, known=POSITIONS), message("one of {known}", known=", ".join(POSITIONS))),
    Setting("SHARE", (), "Networks of the share links, in order.", valid.words, _write('["x", "email", "copy"]')),
    Setting("SHARE_BY_LANGUAGE", {}, "Networks for a language in place of SHARE.", valid.word_table, _write('{"vi": ["facebook", "copy"]}')),
    Setting("DEFAULT_PAGINATION", False, "Digests on a page of a list.", valid.count, _write("20")),
    Setting("FEED_SIZE", 50, "Digests in a feed, the newest; at most 50.", valid.up_to_fifty, _write("50")),
    Setting("FEED_FORMATS", {}, "Formats of feeds by kind: all, category, thread, tag, author, together. Left out, a kind has the default ones.", valid.word_table, _write('{"category": ["rss", "json"], "tag": []}')),
    Setting("FEED_URLS", {}, "Addresses of feeds by kind and format, in place of one below the list; {slug}.", valid.nested_table, _write('{"category": {"rss": "feeds/{slug}.xml"}}')),
    Setting("FEED_TAG_MINIMUM", 3, "Digests that a tag must have before it gets feeds.", valid.count, _write("3")),
    Setting("FEED_HUB", "", 'Address of the WebSub hub that tells subscribers of changes, with https://; "" for none.', valid.hub, _write('"https://…"', '""')),
    Setting("FEED_ICON", "", 'The publication\'s square picture, a PNG below PATH; "" for none.', valid.png, _write('"media/icon.png"', '""')),
    Setting("FEED_LOGO", "", 'The publication\'s picture, twice as wide as high, a PNG below PATH of at most 144 × 400 pixels; "" for none.', valid.png, _write('"media/logo.png"', '""')),
    Setting("MAIL_SERVICE", (), "Service that sends the digests by mail: its name and the address to subscribe at; {feed} in it stands for the feed's.", valid.mail, _write('("Name", "https://…")', "()")),
    Setting("FEED_ID_DOMAIN", "", "Domain of yours in the permanent ids of feed entries; set once before the first publishing, then never, not even when the site moves.", valid.domain, message("write a domain that is yours")),
    Setting("FEED_ID_YEAR", 2025, "A year in which that domain was yours (RFC 4151); set once likewise.", valid.year, _write("2025")),
    Setting("AI_USE", "allow", "What programs of artificial intelligence may do with the pages: allow, no training, or none (no answers either).", partial(valid.known, known=POLICIES), message("one of {known}", known=", ".join(POLICIES))),
    Setting("RELATED", 3, "Number of related digests to list (0 to 20).", valid.up_to_twenty, _write("3")),
    Setting("REDIRECTS", (), "Addresses that digests had on an older site, as patterns like ARTICLE_URL; each gets a page that leads to the digest.", valid.words, _write('["{slug}/amp/"]')),
    Setting("REDIRECTS_UNTIL", None, "The date from which digests are on this site alone and need no such page, as 2025-09-02 07:30; None for never.", valid.cutoff, _write('"2025-09-02 07:30"', "None")),
    Setting("FILES_WITH_SCRIPTS", (), "Files of the content that may run scripts in readers' browsers, such as an interactive drawing.", valid.words, _write('["media/chart.svg"]')),
    Setting("EXTRA_KEYS", (), "Front matter keys of the publication's own plugins.", valid.words, _write('["mood"]')),
    Setting("TEASER_LENGTH", 200, "Longest teaser on cards and in meta descriptions, in characters.", valid.count, _write("200")),
    Setting("SEARCH", False, "Whether readers can search; a preview has no search.", valid.truth, _write("True", "False")),
    Setting("PREVIEW", False, "Whether drafts and held digests are shown, marked.", valid.truth, _write("True", "False")),
    Setting("CUTOFF", None, "The instant that decides what is due, as 2025-09-02 07:30; None for now.", valid.cutoff, _write('"2025-09-02 07:30"', "None")),
)  # fmt: skip


def every_setting(hooks: Hooks) -> tuple[Setting, ...]:
    """The settings of the table, of all routes, and of the publication's plugins."""
    routes = ROUTES.plus(hooks.routes)
    return (*SETTINGS, *map(setting_of, routes.settings), *hooks.settings)


def setting_of(route: Route) -> Setting:
    """The setting that says where the pages of a route are."""
    return Setting(route.setting, route.pattern, route.help, partial(valid.pattern, route), _write(route.example))
