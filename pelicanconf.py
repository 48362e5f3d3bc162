"""The publication's facts: the file that another publication edits. Every setting is explained in docs/settings.md."""

SITENAME = "Vietmetric"
SITEURL = "http://127.0.0.1:8000"  # for looking at a build here; publishconf.py has the real one
TIMEZONE = "Asia/Ho_Chi_Minh"

# The languages, each with the publication's tagline; the default one lives at the root, the others below /en/, /vi/.
DEFAULT_LANG = "it"
LANGUAGES = {
    "it": "I fatti in pochi punti e una sintesi",
    "en": "The facts in a few points and one summary",
    "vi": "Sự kiện trong vài gạch đầu dòng và một đoạn tóm tắt",
}

# The categories that front matter may name, in the order of the menu.
CATEGORIES = {
    "world": {"it": "Mondo", "en": "World", "vi": "Thế giới"},
    "economy": {"it": "Economia", "en": "Economy", "vi": "Kinh tế"},
    "technology": {"it": "Tecnologia", "en": "Technology", "vi": "Công nghệ"},
    "science": {"it": "Scienza", "en": "Science", "vi": "Khoa học"},
    "climate": {"it": "Clima", "en": "Climate", "vi": "Khí hậu"},
    "health": {"it": "Salute", "en": "Health", "vi": "Sức khỏe"},
    "society": {"it": "Società", "en": "Society", "vi": "Xã hội"},
}
DEFAULT_CATEGORY = "world"
TAG_SLUGS: dict[str, str] = {}  # for tags whose slugs would be the same, such as "C" and "C++"

COPYRIGHT_HOLDER = "Vietmetric"
COPYRIGHT_LICENCE = ""  # all rights reserved; or an SPDX identifier such as "CC-BY-4.0"

SUMMARY_POSITION = "as written"  # or "top", "bottom"
SHARE = ["whatsapp", "telegram", "facebook", "x", "linkedin", "bluesky", "email", "copy", "native"]
SHARE_BY_LANGUAGE = {"vi": ["facebook", "telegram", "whatsapp", "x", "linkedin", "email", "copy", "native"]}
DEFAULT_PAGINATION = 7  # digests on a numbered page of a list; the newest page has up to 13 of them

# Permanent ids of feed entries are made from these two: a domain of yours, and a year in which it was. Set them once
# before you publish first, then never change them, not even when the site moves.
FEED_ID_DOMAIN = "vietmetric.example"
FEED_ID_YEAR = 2025
FEED_ICON = "media/icon.png"  # the pictures are Vietmetric's: put your own in their place
FEED_LOGO = "media/logo.png"
FEED_HUB = ""  # or the address of a WebSub hub, which tells readers at once
MAIL_SERVICE = ()  # or a name and an address: ("…", "https://…?url={feed}")

# Addresses. A site that moves here from WordPress keeps its own: "{slug}/", "{date:%Y}/{date:%m}/{date:%d}/{slug}/" or
# "{category}/{slug}/". Languages other than the default one get their prefix by themselves.
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
PAGE_URL = "{slug}/"
CATEGORY_URL = "category/{slug}/"
TAG_URL = "tag/{slug}/"
AUTHOR_URL = "author/{slug}/"
THREAD_URL = "thread/{slug}/"
ARCHIVES_URL = "archive/"
YEAR_ARCHIVE_URL = "{date:%Y}/"
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
OUTLET_URL = "outlet/{slug}/"
OUTLETS_URL = "outlets/"
TAGS_URL = "tags/"
LIST_PAGE_URL = "page/{number}/"
# Feeds lie below the list that they are of; "feed/" is what WordPress had. docs/feeds.md tells which there are.
FEED_RSS_URL = "feed.xml"
FEED_ATOM_URL = "atom.xml"
FEED_JSON_URL = "feed.json"
FEED_OPML_URL = "feeds.opml"
SUBSCRIBE_URL = "subscribe/"
EDITIONS_URL = "edition/"  # what each day and week brought, to be read to its end; "" for none
CORRECTIONS_URL = "corrections/all/"  # what was corrected or taken back, newest first; "" for none
LITE_URL = "lite/"  # home, sections and digests as text alone, for bad lines; "" for none
# What search engines are given, besides robots.txt: every page, and the digests of the last two days.
SITEMAP_URL = "sitemap.xml"
NEWS_SITEMAP_URL = "sitemap-news.xml"
AI_USE = "no training"  # what AI may do with the pages; or "allow", or "none"
# Addresses of an older site that were one pattern for all its digests, such as "{slug}/amp/": each leads to its digest.
REDIRECTS: list[str] = []
SEARCH_URL = "search/"  # where publishconf.py has SEARCH = True

PATH = "content"
OUTPUT_PATH = "output"
STATIC_PATHS = ["media"]
THEME = "themes/daily"

# The first three are the core. Each of the others is one capability; without its line the site is built without it, and
# without the engine's Pelican writes the same pages itself, one by one into the output folder.
PLUGIN_PATHS = ["plugins"]
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
