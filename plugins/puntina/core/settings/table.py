"""The table of settings: name, default, help, validator and hint."""

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
    """A setting; `fault` returns a predicate about an invalid value, "" for a valid one."""

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
    Setting("SITEURL", "", "URL of the site, with https://; for a project site, including its folder.", site_address, message('write "https://…", or set SITEURL in the environment of publish')),
    Setting("PATH", ".", "Folder of the content, inside the folder of the settings; required.", valid.folder, _write('"content"')),
    Setting("OUTPUT_PATH", "output", "Folder for the built site, inside the folder of the settings; a build replaces it.", valid.folder, _write('"output"')),
    Setting("CACHE_PATH", ".cache", "Folder in which builds keep what the next build can reuse, inside the folder of the settings.", valid.folder, _write('".cache"')),
    Setting("THEME", "notmyidea", "Folder of the theme, or the name of one of Pelican's themes.", valid.folder, _write('"themes/daily"')),
    Setting("THEME_STATIC_PATHS", ["static"], "Folders of the theme, or of the publication, whose files are copied to the site.", valid.folders, _write('["static"]')),
    Setting("THEME_TEMPLATES_OVERRIDES", [], "Folders of templates that take precedence over the theme's.", valid.folders, _write('["templates"]')),
    Setting("DIRECT_TEMPLATES", ["index", "tags", "categories", "authors", "archives"], "Names, without .html, of templates for pages without a content file. The lists in the default are always made; other names work only with themes that use Pelican's context.", valid.all_inside, _write('["index", "imprint"]')),
    Setting("JINJA_FILTERS", {}, "Filters for templates, by name.", partial(valid.named, callables=True), _write('{"name": function}')),
    Setting("JINJA_GLOBALS", {}, "Values for all templates, by name.", partial(valid.named, callables=False), _write('{"name": value}')),
    Setting("JINJA_TESTS", {}, "Tests for templates, by name.", partial(valid.named, callables=True), _write('{"name": function}')),
    Setting("THEME_STATIC_DIR", "theme", "Folder of the site for the theme's static files.", valid.inside, _write('"theme"')),
    Setting("STATIC_PATHS", ["images"], "Folders of the content whose files are copied unchanged.", valid.all_inside, _write('["media"]')),
    Setting("OUTPUT_RETENTION", [], "Names of files and folders in the output folder that a build keeps.", valid.all_inside, _write('[".git"]')),
    Setting("TIMEZONE", "UTC", "Time zone of all displayed dates, and of dates typed without an offset.", valid.timezone, message('write a name such as "Asia/Ho_Chi_Minh"')),
    Setting("LANGUAGES", {}, "Languages by code (BCP 47), each with the publication's tagline in that language.", valid.languages, _write('{"it": "…", "en": "…"}')),
    Setting("DEFAULT_LANG", "en", "The language at the root of the site; the others are below /<code>/.", valid.text, message("name one of LANGUAGES")),
    Setting("CATEGORIES", {}, "Categories by key, each with its name in every language.", valid.categories, _write('{"technology": {"it": "Tecnologia", "en": "Technology"}}')),
    Setting("DEFAULT_CATEGORY", "misc", "Category of a digest that sets none.", valid.text, message("name one of CATEGORIES")),
    Setting("CATEGORY_SLUGS", {}, "Slugs by category, for names that would otherwise get the same slug.", valid.slug_table, _write('{"C++": "c-plus-plus"}')),
    Setting("TAG_SLUGS", {}, "Slugs by tag, for names that would otherwise get the same slug.", valid.slug_table, _write('{"C++": "c-plus-plus"}')),
    Setting("COPYRIGHT_HOLDER", "", "Copyright holder of the content.", valid.text, _write('COPYRIGHT_HOLDER = "…"')),
    Setting("COPYRIGHT_LICENCE", "", 'Licence of the content: an SPDX identifier such as "CC-BY-4.0", or (name, URL); "" for all rights reserved.', valid.licence, message('write "CC-BY-4.0", ("Name", "https://…") or ""')),
    Setting("SUMMARY_POSITION", "as written", "Position of the summary box: as written, top or bottom.", partial(valid.known, known=POSITIONS), message("one of {known}", known=", ".join(POSITIONS))),
    Setting("SHARE", (), "Social networks of the share links, in order.", valid.words, _write('["x", "email", "copy"]')),
    Setting("SHARE_BY_LANGUAGE", {}, "Social networks by language, instead of SHARE.", valid.word_table, _write('{"vi": ["facebook", "copy"]}')),
    Setting("DEFAULT_PAGINATION", False, "Number of digests on each page of a list.", valid.count, _write("20")),
    Setting("FEED_SIZE", 50, "Number of digests in a feed, newest first (at most 50).", valid.up_to_fifty, _write("50")),
    Setting("FEED_FORMATS", {}, "Formats of feeds by kind: all, category, thread, tag, author, together. Kinds that are not listed have the default formats.", valid.word_table, _write('{"category": ["rss", "json"], "tag": []}')),
    Setting("FEED_URLS", {}, "URLs of feeds by kind and format, instead of a URL below the list; {slug}.", valid.nested_table, _write('{"category": {"rss": "feeds/{slug}.xml"}}')),
    Setting("FEED_TAG_MINIMUM", 3, "Minimum number of digests for a tag to get feeds.", valid.count, _write("3")),
    Setting("FEED_HUB", "", 'URL of the WebSub hub that notifies subscribers of changes, with https://; "" for none.', valid.hub, _write('"https://…"', '""')),
    Setting("FEED_ICON", "", 'Square icon of the publication, a PNG file below PATH; "" for none.', valid.png, _write('"media/icon.png"', '""')),
    Setting("FEED_LOGO", "", 'Logo of the publication, twice as wide as high, a PNG file below PATH of at most 144 × 400 pixels; "" for none.', valid.png, _write('"media/logo.png"', '""')),
    Setting("MAIL_SERVICE", (), "Service that sends the digests by mail: its name and the URL of its subscription page, in which {feed} stands for the URL of the feed.", valid.mail, _write('("Name", "https://…")', "()")),
    Setting("FEED_ID_DOMAIN", "", "Domain of your own for the permanent ids of feed entries. Set it before you first publish and never change it, even if the site moves.", valid.domain, message("write a domain of your own")),
    Setting("FEED_ID_YEAR", 2025, "A year in which you owned that domain (RFC 4151). Never change it either.", valid.year, _write("2025")),
    Setting("AI_USE", "allow", "What AI programs may do with the pages: allow, no training, or none (neither training nor answers).", partial(valid.known, known=POLICIES), message("one of {known}", known=", ".join(POLICIES))),
    Setting("RELATED", 3, "Number of related digests to list (0 to 20).", valid.up_to_twenty, _write("3")),
    Setting("REDIRECTS", (), "Patterns, like ARTICLE_URL, of the URLs that digests had on an older site. Each old URL gets a redirect page.", valid.words, _write('["{slug}/amp/"]')),
    Setting("REDIRECTS_UNTIL", None, "Digests from this date on get no such redirects, as 2025-09-02 07:30; None: all digests get them.", valid.cutoff, _write('"2025-09-02 07:30"', "None")),
    Setting("FILES_WITH_SCRIPTS", (), "Content files that may run scripts in readers' browsers, such as an interactive drawing.", valid.words, _write('["media/chart.svg"]')),
    Setting("EXTRA_KEYS", (), "Additional front matter keys, for the publication's own plugins.", valid.words, _write('["mood"]')),
    Setting("TEASER_LENGTH", 200, "Maximum length of teasers on cards and in meta descriptions, in characters.", valid.count, _write("200")),
    Setting("SEARCH", False, "Whether the site has a search; previews have none.", valid.truth, _write("True", "False")),
    Setting("PREVIEW", False, "Whether drafts and scheduled digests are shown, with a label.", valid.truth, _write("True", "False")),
    Setting("CUTOFF", None, "The time that decides which digests are published, as 2025-09-02 07:30; None for now.", valid.cutoff, _write('"2025-09-02 07:30"', "None")),
)  # fmt: skip


def every_setting(hooks: Hooks) -> tuple[Setting, ...]:
    """The settings of the table, of all routes, and of the publication's plugins."""
    routes = ROUTES.plus(hooks.routes)
    return (*SETTINGS, *map(setting_of, routes.settings), *hooks.settings)


def setting_of(route: Route) -> Setting:
    """The setting that says where the pages of a route are."""
    return Setting(route.setting, route.pattern, route.help, partial(valid.pattern, route), _write(route.example))
