"""The table of routes: a row for each kind of page, list, feed and file that a site has, and where it is.

Settings, their checks, collisions, reserved paths, addresses.txt, sitemap, menus, feeds, OPML and the page about feeds
read it, and keep no list of their own. A plugin adds rows by its `routes` (puntina.core.hooks).
"""

from puntina.core.digest.message import message
from puntina.core.locales.mark import N_
from puntina.core.routes.keys import (
    author_keys,
    category_keys,
    every_category,
    month_keys,
    outlet_keys,
    tag_keys,
    thread_keys,
    year_keys,
)
from puntina.core.routes.route import Route, Routes, Wishes

HOME, ALL_LANGUAGES, NOT_FOUND, ROBOTS, STYLE = "HOME", "HOME_OF_ALL", "404", "robots.txt", "feed.css"
OLDER = "LIST_PAGE_URL"


def _with_feeds(wishes: Wishes) -> bool:
    return wishes.has_feeds


def _with_search(wishes: Wishes) -> bool:
    return wishes.search


def _at_root(wishes: Wishes) -> bool:
    return not wishes.is_below_host  # RFC 9309, section 2.3: robots look for the file there alone


RSS = ("rss",)
EVERY = ("rss", "atom", "json")
SLUG = ("slug",)

ROUTES = Routes(
    (
        Route(setting="ARTICLE_URL", kind="article", pattern="{slug}.html", fields=("slug", "date", "category", "lang", "id"), help="URL of a digest; {slug}, {date:%Y}, {category}, {id}.", example='"{date:%Y}/{date:%m}/{slug}/"', in_sitemap=True, in_lite=True),
        Route(setting="PAGE_URL", kind="page", pattern="pages/{slug}.html", fields=("slug", "lang"), help="URL of a page; {slug}.", example='"{slug}/"', in_sitemap=True),
        Route(setting=HOME, kind="index", plugin="listings", paged=True, in_sitemap=True, in_lite=True, feeds="all", feed_rank=0, formats=EVERY, name=message("the home page")),
        Route(setting="CATEGORY_URL", kind="category", plugin="listings", pattern="category/{slug}.html", fields=SLUG, help="URL of a category's list; {slug}.", example='"category/{slug}/"', paged=True, in_sitemap=True, in_lite=True, keys=category_keys, fixed=every_category, feeds="category", feed_rank=30, formats=EVERY, description=N_("%(site)s: all digests of the section %(name)s")),
        Route(setting="TAG_URL", kind="tag", plugin="listings", pattern="tag/{slug}.html", fields=SLUG, help="URL of a tag's list; {slug}.", example='"tag/{slug}/"', paged=True, in_sitemap=True, keys=tag_keys, feeds="tag", feed_rank=50, formats=RSS, minimum=True, description=N_("%(site)s: all digests about %(name)s"), gone="tag"),
        Route(setting="AUTHOR_URL", kind="author", plugin="listings", pattern="author/{slug}.html", fields=SLUG, help="URL of an author's list; {slug}.", example='"author/{slug}/"', paged=True, in_sitemap=True, keys=author_keys, feeds="author", feed_rank=60, formats=RSS, description=N_("%(site)s: all digests by %(name)s"), gone="author"),
        Route(setting="OUTLET_URL", kind="outlet", plugin="listings", pattern="outlet/{slug}/", fields=SLUG, help='URL of the list of all digests based on an outlet; {slug}; "" for none.', example='"outlet/{slug}/"', optional=True, paged=True, in_sitemap=True, keys=outlet_keys, description=N_("%(site)s: all digests based on %(name)s"), gone="source"),
        Route(setting="THREAD_URL", kind="thread", plugin="listings", pattern="thread/{slug}/", fields=SLUG, help="URL of a thread; {slug}.", example='"thread/{slug}/"', in_sitemap=True, keys=thread_keys, feeds="thread", feed_rank=40, formats=RSS, description=N_("%(site)s: %(name)s, the whole story"), feed_description=N_("%(site)s: all digests of the story %(name)s"), gone="thread"),
        Route(setting="ARCHIVES_URL", kind="archives", plugin="listings", pattern="archives.html", help="URL of the archive.", example='"archive/"', in_sitemap=True, menu="archive", description=N_("%(site)s: all digests, by year and month")),
        Route(setting="TAGS_URL", kind="tags", plugin="listings", pattern="tags.html", help="URL of the list of tags.", example='"tags/"', in_sitemap=True, menu="tags", description=N_("%(site)s: all subjects of the digests")),
        Route(setting="OUTLETS_URL", kind="outlets", template_optional=True, plugin="listings", pattern="outlets/", help='URL of the list of outlets; "" for none.', example='"outlets/"', optional=True, needs="OUTLET_URL", in_sitemap=True, menu="outlets", description=N_("%(site)s: all sources of the digests")),
        Route(setting="YEAR_ARCHIVE_URL", kind="year_archive", plugin="listings", pattern="", fields=("date",), help="URL of a year's archive; {date:%Y}.", example='"{date:%Y}/"', in_sitemap=True, keys=year_keys, description=N_("%(site)s: all digests of %(name)s")),
        Route(setting="MONTH_ARCHIVE_URL", kind="month_archive", plugin="listings", pattern="", fields=("date",), help='URL of a month\'s archive; {date:%Y}, {date:%m}; "" for none.', example='"{date:%Y}/{date:%m}/"', optional=True, in_sitemap=True, keys=month_keys, description=N_("%(site)s: all digests of %(name)s")),
        Route(setting=OLDER, pattern="page/{number}/", fields=("number",), help="URL of an older page of a list, below the list's URL; {number}.", example='"page/{number}/"'),
        Route(setting="SUBSCRIBE_URL", kind="subscribe", template_optional=True, plugin="feeds", pattern="subscribe/", help='URL of a language\'s page about its feeds; "" for none.', example='"subscribe/"', optional=True, condition=_with_feeds, in_sitemap=True, menu="subscribe", description=N_("Follow %(site)s in a feed reader or by mail.")),
        Route(setting="LITE_URL", kind="lite_list", template_optional=True, folder=message("LITE_URL, for the lite edition"), holds_home=True, plugin="lite", pattern="lite/", help='Folder of the lite edition, which contains the lite pages; "" for none.', example='"lite/"', optional=True),
        Route(setting="CORRECTIONS_URL", kind="corrections", template_optional=True, plugin="corrections", pattern="", help='URL of a language\'s list of corrections and retractions; "" for none.', example='"corrections/all/"', optional=True, in_sitemap=True, menu="corrections", feeds="correction", feed_rank=20, borrowed=True, name=message("corrections"), description=N_("%(site)s: what was corrected in our digests, and what was retracted")),
        Route(setting="EDITIONS_URL", kind="editions", template_optional=True, folder=message("EDITIONS_URL, for editions"), plugin="editions", pattern="edition/", help='URL of a language\'s list of editions; the editions are below it; "" for none.', example='"edition/"', optional=True, in_sitemap=True, feeds="edition", feed_rank=10, borrowed=True, feed_description=N_("%(site)s: %(name)s, one entry for each when it is over")),
        Route(setting="SEARCH_URL", kind="search", template_optional=True, plugin="search", pattern="search/", help="URL of a language's search page.", example='"search/"', condition=_with_search, in_sitemap=True, menu="search", description=N_("Search all digests of %(site)s.")),
        Route(setting=ALL_LANGUAGES, plugin="feeds", per_language=False, feeds="together", feed_rank=90, formats=RSS, name=message("all languages"), feed_description=N_("%(site)s: the digests of all languages")),
        *(
            Route(
                setting=f"FEED_{form.upper()}_URL",
                plugin="feeds",
                pattern=path,
                help=f"URL of {article} {label} feed, below the URL of its list.",
                example=f'"{path}"',
                is_file=True,
            )
            for form, path, article, label in (
                ("rss", "feed.xml", "an", "RSS"),
                ("atom", "atom.xml", "an", "Atom"),
                ("json", "feed.json", "a", "JSON"),
            )
        ),
        Route(setting="FEED_OPML_URL", plugin="feeds", pattern="feeds.opml", help='URL of the OPML file of all feeds; each language has its own beside it, such as feeds-it.opml; "" for none.', example='"feeds.opml"', optional=True, condition=_with_feeds, per_language=False, is_file=True),
        Route(setting="SITEMAP_URL", plugin="crawlers", pattern="sitemap.xml", help='URL of the sitemap; "" for none.', example='"sitemap.xml"', optional=True, per_language=False, is_file=True),
        Route(setting="NEWS_SITEMAP_URL", plugin="crawlers", pattern="sitemap-news.xml", help='URL of the news sitemap, with the digests of the last two days; "" for none.', example='"sitemap-news.xml"', optional=True, per_language=False, is_file=True),
        Route(setting=NOT_FOUND, kind="404", template_optional=True, per_language=False, name=message("the not-found page")),
        Route(setting=ROBOTS, plugin="crawlers", condition=_at_root, per_language=False, is_file=True, name=message("robots.txt") ),
        Route(setting=STYLE, plugin="feeds", is_file=True, name=message("the style sheet of feeds")),
    )
)  # fmt: skip
