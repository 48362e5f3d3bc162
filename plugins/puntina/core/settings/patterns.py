"""The settings that are URL patterns: default, help and an example; addresses.py has the names that each may use."""

PATTERNS: dict[str, tuple[str, str, str]] = {
    "ARTICLE_URL": (
        "{slug}.html",
        "URL of a digest; {slug}, {date:%Y}, {category}, {id}.",
        '"{date:%Y}/{date:%m}/{slug}/"',
    ),
    "PAGE_URL": ("pages/{slug}.html", "URL of a page; {slug}.", '"{slug}/"'),
    "CATEGORY_URL": ("category/{slug}.html", "URL of a category's list; {slug}.", '"category/{slug}/"'),
    "TAG_URL": ("tag/{slug}.html", "URL of a tag's list; {slug}.", '"tag/{slug}/"'),
    "AUTHOR_URL": ("author/{slug}.html", "URL of an author's list; {slug}.", '"author/{slug}/"'),
    "THREAD_URL": ("thread/{slug}/", "URL of a thread; {slug}.", '"thread/{slug}/"'),
    "ARCHIVES_URL": ("archives.html", "URL of the archive.", '"archive/"'),
    "YEAR_ARCHIVE_URL": ("", "URL of a year's archive; {date:%Y}.", '"{date:%Y}/"'),
    "MONTH_ARCHIVE_URL": (
        "",
        'URL of a month\'s archive; {date:%Y}, {date:%m}; "" for none.',
        '"{date:%Y}/{date:%m}/"',
    ),
    "OUTLET_URL": (
        "outlet/{slug}/",
        'URL of the list of all digests based on an outlet; {slug}; "" for none.',
        '"outlet/{slug}/"',
    ),
    "OUTLETS_URL": ("outlets/", 'URL of the list of outlets; "" for none.', '"outlets/"'),
    "TAGS_URL": ("tags.html", "URL of the list of tags.", '"tags/"'),
    "LIST_PAGE_URL": (
        "page/{number}/",
        "URL of an older page of a list, below the list's URL; {number}.",
        '"page/{number}/"',
    ),
    "FEED_RSS_URL": ("feed.xml", "URL of an RSS feed, below the URL of its list.", '"feed.xml"'),
    "FEED_ATOM_URL": ("atom.xml", "URL of an Atom feed, below the URL of its list.", '"atom.xml"'),
    "FEED_JSON_URL": ("feed.json", "URL of a JSON feed, below the URL of its list.", '"feed.json"'),
    "FEED_OPML_URL": (
        "feeds.opml",
        'URL of the OPML file of all feeds; each language has its own beside it, such as feeds-it.opml; "" for none.',
        '"feeds.opml"',
    ),
    "LITE_URL": (
        "lite/",
        'Folder of the lite edition, which contains the lite pages; "" for none.',
        '"lite/"',
    ),
    "EDITIONS_URL": (
        "edition/",
        'URL of a language\'s list of editions; the editions are below it; "" for none.',
        '"edition/"',
    ),
    "CORRECTIONS_URL": (
        "",
        'URL of a language\'s list of corrections and retractions; "" for none.',
        '"corrections/all/"',
    ),
    "SITEMAP_URL": ("sitemap.xml", 'URL of the sitemap; "" for none.', '"sitemap.xml"'),
    "NEWS_SITEMAP_URL": (
        "sitemap-news.xml",
        'URL of the news sitemap, with the digests of the last two days; "" for none.',
        '"sitemap-news.xml"',
    ),
    "SEARCH_URL": ("search/", "URL of a language's search page.", '"search/"'),
    "SUBSCRIBE_URL": ("subscribe/", 'URL of a language\'s page about its feeds; "" for none.', '"subscribe/"'),
}
# The addresses of what may be left out.
MAY_BE_NONE = frozenset(
    {"FEED_OPML_URL", "SUBSCRIBE_URL", "LITE_URL", "EDITIONS_URL", "SITEMAP_URL", "NEWS_SITEMAP_URL"}
    | {"MONTH_ARCHIVE_URL", "OUTLET_URL", "OUTLETS_URL", "CORRECTIONS_URL"}
)
