"""The settings of Pelican's that can't be used here, each with the reason."""

import re
from typing import Any

# Where Pelican would take a place that follows from an address here, with Pelican's own default.
FOLLOWING = {
    "ARTICLE_SAVE_AS": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html",
    "ARTICLE_LANG_SAVE_AS": "{slug}-{lang}.html",
    "PAGE_SAVE_AS": "pages/{slug}.html",
    "PAGE_LANG_URL": "pages/{slug}-{lang}.html",
    "PAGE_LANG_SAVE_AS": "pages/{slug}-{lang}.html",
    "CATEGORY_SAVE_AS": "category/{slug}.html",
    "TAG_SAVE_AS": "tag/{slug}.html",
    "AUTHOR_SAVE_AS": "author/{slug}.html",
    "YEAR_ARCHIVE_SAVE_AS": "",
    "MONTH_ARCHIVE_SAVE_AS": "",
}
# Pelican's own feeds, which ours stand for. https://docs.getpelican.com/en/stable/settings.html#feed-settings
# FEED_ATOM_URL and FEED_RSS_URL are not among them, as ours are called so too.
FEEDS_OF_PELICAN = (
    *("FEED_ATOM", "FEED_RSS", "FEED_DOMAIN", "FEED_MAX_ITEMS", "FEED_APPEND_REF", "RSS_FEED_SUMMARY_ONLY"),
    *(
        f"{kind}_{form}"
        for kind in ("FEED_ALL", "CATEGORY_FEED", "TAG_FEED", "AUTHOR_FEED", "TRANSLATION_FEED")
        for form in ("ATOM", "RSS", "ATOM_URL", "RSS_URL")
    ),
)
FEED_HINTS = {
    "FEED_MAX_ITEMS": "write FEED_SIZE; delete it",
    "FEED_DOMAIN": "feeds are where SITEURL says; delete it",
    "FEED_APPEND_REF": "addresses in feeds are those of the pages; delete it",
    "RSS_FEED_SUMMARY_ONLY": "feeds hold summary and whole text; delete it",
}
FEED_HINT = "FEED_URLS says where feeds are, and FEED_FORMATS which there are; delete it, or write None"
# What Pelican offers and Puntina refuses, with the reason.
REFUSED: dict[str, tuple[Any, str]] = {
    "RELATIVE_URLS": (False, "with it a page's bytes depend on which page was made before; delete it"),
    "DELETE_OUTPUT_DIRECTORY": (
        False,
        "a build replaces the output folder whole, when all is made; delete it",
    ),
    "TYPOGRIFY": (False, "it edits finished HTML; type the signs themselves; delete it"),
    "STATIC_CREATE_LINKS": (False, "an edit in the output folder would reach the source; delete it"),
    "PLUGIN_PATHS": ([], 'plugins are named whole, as "plugins.share"; delete it'),
    **{
        name: (
            default,
            f"it follows from {re.sub('(_LANG)?(_URL|_SAVE_AS)$', '_URL', name)}; delete it",
        )
        for name, default in FOLLOWING.items()
    },
}
