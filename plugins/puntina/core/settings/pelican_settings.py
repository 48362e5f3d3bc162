"""Pelican's own settings that Puntina does not act on: what to do instead of each, and which values say nothing new.

The settings that act are in table.py. https://docs.getpelican.com/en/stable/settings.html
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from puntina.core.digest.message import Message, message


@dataclass(frozen=True, slots=True)
class PelicanSetting:
    """A setting of Pelican's that is refused, but for the values `accepted`, which say what happens anyway.

    With `for_themes` it acts where the theme reads Pelican's settings, as all themes do but those that take frozen
    values alone.
    """

    name: str
    accepted: tuple[Any, ...]
    hint: Message
    for_themes: bool = False


def _rows(hint: Message, /, **names: Any) -> list[PelicanSetting]:
    """A row for each name; its value is what is accepted, a tuple of several such values."""
    return [
        PelicanSetting(name, value if isinstance(value, tuple) else (value,), hint) for name, value in names.items()
    ]


def _for_themes(**names: Any) -> list[PelicanSetting]:
    """Likewise for what a theme may read."""
    return [replace(row, for_themes=True) for row in _rows(_THEME, **names)]


def _each_feed(*kinds: str) -> dict[str, Any]:
    return {f"{kind}_{form}": ("", False) for kind in kinds for form in ("ATOM", "RSS", "ATOM_URL", "RSS_URL")}


def _following(name: str, *, default: str) -> PelicanSetting:
    """A path that follows from an address here."""
    setting = re.sub("(_LANG)?(_URL|_SAVE_AS)$", "_URL", name)
    hint = message("it is derived from {setting}; delete it", setting=setting)
    return PelicanSetting(name, (default,), hint)


_DATES = message("dates are formatted by the rules of each language (Unicode CLDR); delete it")
_DRAFTS = message('drafts have no page on the site, "serve" shows them; delete it')
_FOLDERS = message(
    "every .md file in a language folder is content, and every one in its folder pages/ is a page; delete it"
)
_LEAVING_OUT = message("begin the name of a file or folder with _ to leave it out; delete it")
_CACHE = message("the engine has a cache of its own; delete it")
_SLUGS = message("write a slug in front matter, in TAG_SLUGS or in CATEGORY_SLUGS; delete it")
_MARKDOWN = message("content is Markdown, read by Puntina's own reader; delete it")
_FRONT_MATTER = message("write it into the front matter of each file; delete it")
_TYPOGRIFY = message("it edits finished HTML; type the characters themselves; delete it")
_EDITIONS = message("EDITIONS_URL has a page for each day; delete it")
_ORDER = message("lists have the newest digest first; delete it")
_TEASER = message("TEASER_LENGTH sets the length of teasers; delete it")
_FILES = message(
    "a file keeps its path below the content folder, and files in the folder root/ go to the site's root; delete it"
)
_PAGES = message("DEFAULT_PAGINATION sets the length of list pages, and LIST_PAGE_URL their URLs; delete it")
_TEMPLATES = message("write a page into the folder pages/ of a language, or a file into root/; delete it")
_SERVE = message('write "serve --port 8000 --host 127.0.0.1" on the command line; delete it')
_THEME = message("the theme does not use it; delete it, or choose a theme that does")
_RENAMED = message("Pelican itself has no such setting any more; delete it")
_FEEDS = message("FEED_FORMATS sets which feeds there are, and FEED_URLS their URLs; delete it, or write None")

PELICAN_SETTINGS: tuple[PelicanSetting, ...] = (
    *_rows(message("with it, the bytes of a page depend on the order in which pages are rendered; delete it"), RELATIVE_URLS=False),
    *_rows(message("a build replaces the whole output folder when everything is made; delete it"), DELETE_OUTPUT_DIRECTORY=False),
    *_rows(message("an edit in the output folder would reach the source; delete it"), STATIC_CREATE_LINKS=False),
    *_rows(message("files that have not changed are never copied again; delete it"), STATIC_CHECK_IF_MODIFIED=(False, True)),
    *_rows(message("Puntina runs Pelican's own class; write a plugin instead; delete it"), PELICAN_CLASS="pelican.Pelican"),
    # What is content, and what is copied.
    *_rows(_FOLDERS, ARTICLE_PATHS=([], [""]), PAGE_PATHS=([], ["pages"]), READERS={}),
    *_rows(_LEAVING_OUT, ARTICLE_EXCLUDES=([], ()), PAGE_EXCLUDES=([], ()), STATIC_EXCLUDES=([], ()), IGNORE_FILES=([], ["**/.*"], [".#*"], [".*"])),
    *_rows(message("Markdown files are never copied; delete it"), STATIC_EXCLUDE_SOURCES=True, OUTPUT_SOURCES=False, OUTPUT_SOURCES_EXTENSION=".text"),
    *_rows(_FILES, EXTRA_PATH_METADATA={}, PATH_METADATA="", STATIC_URL="{path}", STATIC_SAVE_AS="{path}"),
    *_rows(_FRONT_MATTER, DEFAULT_METADATA=({}, ()), DEFAULT_DATE=None, AUTHOR="", FILENAME_METADATA=("", r"(?P<date>\d{4}-\d{2}-\d{2}).*")),
    *_rows(message("the category is set in front matter, and otherwise is DEFAULT_CATEGORY; delete it"), USE_FOLDER_AS_CATEGORY=False),
    *_rows(message("a digest dated in the future is published on that date; delete it"), WITH_FUTURE_DATES=False),
    *_rows(message("a translation has the same year and file name, or the same translation_key; delete it"), ARTICLE_TRANSLATION_ID="slug", PAGE_TRANSLATION_ID="slug"),
    *_rows(_MARKDOWN, MARKDOWN={}, DOCUTILS_SETTINGS={}, PYGMENTS_RST_OPTIONS={}, FORMATTED_FIELDS=["summary"]),
    *_rows(message("link to a file by its relative path; delete it"), INTRASITE_LINK_REGEX="[{|](?P<what>.*?)[|}]"),
    *_rows(_TYPOGRIFY, TYPOGRIFY=False, TYPOGRIFY_IGNORE_TAGS=([], ()), TYPOGRIFY_OMIT_FILTERS=([], ()), TYPOGRIFY_DASHES="default"),
    *_rows(_TEASER, SUMMARY_MAX_LENGTH=None, SUMMARY_MAX_PARAGRAPHS=None, SUMMARY_END_SUFFIX="…"),
    # Addresses, lists and their order.
    _following("ARTICLE_SAVE_AS", default="{slug}.html"),
    _following("ARTICLE_LANG_URL", default="{slug}-{lang}.html"),
    _following("ARTICLE_LANG_SAVE_AS", default="{slug}-{lang}.html"),
    _following("PAGE_SAVE_AS", default="pages/{slug}.html"),
    _following("PAGE_LANG_URL", default="pages/{slug}-{lang}.html"),
    _following("PAGE_LANG_SAVE_AS", default="pages/{slug}-{lang}.html"),
    _following("CATEGORY_SAVE_AS", default="category/{slug}.html"),
    _following("TAG_SAVE_AS", default="tag/{slug}.html"),
    _following("AUTHOR_SAVE_AS", default="author/{slug}.html"),
    _following("YEAR_ARCHIVE_SAVE_AS", default=""),
    _following("MONTH_ARCHIVE_SAVE_AS", default=""),
    _following("ARCHIVES_SAVE_AS", default="archives.html"),
    _following("TAGS_SAVE_AS", default="tags.html"),
    *_rows(message("the home is at the site's root; delete it"), INDEX_SAVE_AS="index.html", INDEX_URL=""),
    *_rows(message("the menu has the categories, and there is no list of authors; delete it"), CATEGORIES_URL="", CATEGORIES_SAVE_AS="", AUTHORS_URL="", AUTHORS_SAVE_AS=""),
    *_rows(_EDITIONS, DAY_ARCHIVE_URL="", DAY_ARCHIVE_SAVE_AS=""),
    *_rows(_DRAFTS, DRAFT_URL=("drafts/{slug}.html", ""), DRAFT_SAVE_AS=("drafts/{slug}.html", "")),
    *_rows(_DRAFTS, DRAFT_LANG_URL=("drafts/{slug}-{lang}.html", ""), DRAFT_LANG_SAVE_AS=("drafts/{slug}-{lang}.html", "")),
    *_rows(_DRAFTS, DRAFT_PAGE_URL=("drafts/pages/{slug}.html", ""), DRAFT_PAGE_SAVE_AS=("drafts/pages/{slug}.html", "")),
    *_rows(_DRAFTS, DRAFT_PAGE_LANG_URL=("drafts/pages/{slug}-{lang}.html", ""), DRAFT_PAGE_LANG_SAVE_AS=("drafts/pages/{slug}-{lang}.html", "")),
    *_rows(_SLUGS, SLUG_REGEX_SUBSTITUTIONS=None, CATEGORY_REGEX_SUBSTITUTIONS=None, TAG_REGEX_SUBSTITUTIONS=None, AUTHOR_REGEX_SUBSTITUTIONS=None),
    *_rows(_SLUGS, SLUGIFY_SOURCE=("title", "basename"), SLUGIFY_USE_UNICODE=False, SLUGIFY_PRESERVE_CASE=False),
    *_rows(_ORDER, NEWEST_FIRST_ARCHIVES=True, ARTICLE_ORDER_BY="reversed-date"),
    *_rows(message("the menu has pages in the order of their file names; delete it"), PAGE_ORDER_BY="basename"),
    *_rows(message("categories are in the order of CATEGORIES; delete it"), REVERSE_CATEGORY_ORDER=False),
    *_rows(_PAGES, DEFAULT_ORPHANS=0, PAGINATION_PATTERNS=None, PAGINATED_TEMPLATES=None),
    *_rows(_TEMPLATES, TEMPLATE_PAGES={}, TEMPLATE_EXTENSIONS=[".html"]),
    *_rows(_DATES, DEFAULT_DATE_FORMAT="%a %d %B %Y", DATE_FORMATS={}),
    # The run itself.
    *_rows(_CACHE, CACHE_CONTENT=False, CONTENT_CACHING_LAYER="reader", GZIP_CACHE=(True, False), CHECK_MODIFIED_METHOD="mtime", LOAD_CONTENT_CACHE=False),
    *_rows(message("a hidden error would be published; fix what Pelican warns of; delete it"), LOG_FILTER=([], ())),
    *_rows(_SERVE, PORT=8000, BIND="127.0.0.1"),
    # What only themes read.
    *_for_themes(DISPLAY_PAGES_ON_MENU=True, DISPLAY_CATEGORIES_ON_MENU=True, CSS_FILE=("", "main.css"), LOCALE=([""], "")),
    *_for_themes(JINJA_ENVIRONMENT={"trim_blocks": True, "lstrip_blocks": True, "extensions": []}),
    *_for_themes(**dict.fromkeys(("LINKS", "SOCIAL", "MENUITEMS"), ((), [])), SITESUBTITLE="", SITEDESCRIPTION=""),
    *_for_themes(LINKS_WIDGET_NAME="", SOCIAL_WIDGET_NAME="", STYLESHEET_URL="", GITHUB_URL="", TWITTER_USERNAME=""),
    *_for_themes(DISQUS_SITENAME="", GOOGLE_ANALYTICS="", GA_COOKIE_DOMAIN="", FACEBOOK_APP_ID=""),
    # Feeds. FEED_ATOM_URL and FEED_RSS_URL are not among them, as ours are called so too.
    *_rows(message("use FEED_SIZE instead; delete it"), FEED_MAX_ITEMS=False),
    *_rows(message("the URLs of feeds begin with SITEURL; delete it"), FEED_DOMAIN=("", False)),
    *_rows(message("feeds have the URLs of the pages; delete it"), FEED_APPEND_REF=False),
    *_rows(message("feeds have the summary and the whole text; delete it"), RSS_FEED_SUMMARY_ONLY=False),
    *_rows(_FEEDS, FEED_ATOM=("", False), FEED_RSS=("", False), FEED=("", False), TAG_FEED=("", False), CATEGORY_FEED=("", False), TRANSLATION_FEED=("", False)),
    *_rows(_FEEDS, **_each_feed("FEED_ALL", "CATEGORY_FEED", "TAG_FEED", "AUTHOR_FEED", "TRANSLATION_FEED")),
    # What Pelican once had, and takes for something else still.
    *_rows(message("ARTICLE_URL sets the URLs of digests; delete it"), ARTICLE_PERMALINK_STRUCTURE="", CLEAN_URLS=False),
    *_rows(_FILES, FILES_TO_COPY=((), [])),
    *_rows(_RENAMED, **dict.fromkeys(("PLUGIN_PATH", "JINJA_EXTENSIONS", "MD_EXTENSIONS", "ARTICLE_DIR", "PAGE_DIR", "EXTRA_TEMPLATES_PATHS", "PAGINATED_DIRECT_TEMPLATES", "LESS_GENERATOR", "AUTORELOAD_IGNORE_CACHE", "WRITE_SELECTED"))),
    *_rows(_SLUGS, **dict.fromkeys(("SLUG_SUBSTITUTIONS", "CATEGORY_SUBSTITUTIONS", "TAG_SUBSTITUTIONS", "AUTHOR_SUBSTITUTIONS"))),
)  # fmt: skip
# Those that never reach Pelican: whatever is accepted of them says what happens anyway.
INERT = frozenset(row.name for row in PELICAN_SETTINGS if not row.for_themes)
# Settings that Pelican completes by itself: what it leaves in them is nobody's wish.
COMPLETED = frozenset(
    {"ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "PAGINATION_PATTERNS", "JINJA_ENVIRONMENT", "CSS_FILE", "FEED_DOMAIN"}
)
# What plugins of ours hand on to each other in Pelican's settings.
KEPT_NAMES = frozenset({"PUNTINA", "SETTINGS_FILE"})
