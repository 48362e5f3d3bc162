"""Stock Pelican: its own generators, its own feeds, its own paginator, and one small plugin."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import digests  # noqa: E402 - found by the line above

SITENAME = digests.SITE["name"]
SITEURL = digests.SITE["url"]
SITESUBTITLE = digests.LANGUAGE["tagline"]
TIMEZONE = "UTC"
DEFAULT_LANG = digests.LANGUAGE["code"]
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
STATIC_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
PLUGIN_PATHS = ["."]
PLUGINS = ["digests"]
JINJA_FILTERS = digests.FILTERS
# No extension but the one that reads the front matter.
MARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}, "output_format": "html5"}
TYPOGRIFY = False

ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_URL = "category/{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
TAGS_SAVE_AS = "tags/index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
YEAR_ARCHIVE_URL = "{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
AUTHOR_SAVE_AS = CATEGORIES_SAVE_AS = AUTHORS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "archives", "404", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = 20
DEFAULT_ORPHANS = 19  # the last page takes what would not fill one of its own
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

FEED_ALL_RSS = "feed.xml"
FEED_ALL_ATOM = "atom.xml"
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = False
CATEGORY_FEED_RSS = "category/{slug}/feed.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
