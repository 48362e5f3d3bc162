"""What most publications leave as it is: `from puntina.defaults import *` is the first line of their pelicanconf.py.

A publication sets what it wants otherwise below that line; a list can be extended: `PLUGINS = [*PLUGINS, "mood"]`.
URLs here never change from one version to the next, since every publication has them from here.
"""

from puntina.core.settings.theme_folder import own_theme as _own_theme

PATH = "content"
STATIC_PATHS = ["media"]
OUTPUT_PATH = "output"
THEME = str(_own_theme("daily"))

DEFAULT_PAGINATION = 7  # digests on a numbered page of a list; the newest page has up to 13 of them
SHARE = ["whatsapp", "telegram", "facebook", "x", "linkedin", "bluesky", "email", "copy", "native"]

FEED_ICON = "media/icon.png"
FEED_LOGO = "media/logo.png"

ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
PAGE_URL = "{slug}/"
CATEGORY_URL = "category/{slug}/"
TAG_URL = "tag/{slug}/"
AUTHOR_URL = "author/{slug}/"
ARCHIVES_URL = "archive/"
YEAR_ARCHIVE_URL = "{date:%Y}/"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
TAGS_URL = "tags/"
CORRECTIONS_URL = "corrections/all/"

PLUGIN_PATHS = ["plugins"]  # for the publication's own
PLUGINS = [
    "puntina.core.pelican",
    "puntina.core.views",
    "puntina.core.theme",
    "puntina.core.engine",
    "puntina.summary",
    "puntina.share",
    "puntina.copyright",
    "puntina.translations",
    "puntina.listings",
    "puntina.feeds",
    "puntina.editions",
    "puntina.corrections",
    "puntina.lite",
    "puntina.metadata",
    "puntina.crawlers",
    "puntina.redirects",
    "puntina.images",
    "puntina.search",
]
