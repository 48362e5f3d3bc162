"""The settings that are addresses: default, what it is for, and an example; addresses.py has the names each may use."""

PATTERNS: dict[str, tuple[str, str, str]] = {
    "ARTICLE_URL": (
        "{slug}.html",
        "Address of a digest; {slug}, {date:%Y}, {category}, {id}.",
        '"{date:%Y}/{date:%m}/{slug}/"',
    ),
    "PAGE_URL": ("pages/{slug}.html", "Address of a standing page; {slug}.", '"{slug}/"'),
    "CATEGORY_URL": ("category/{slug}.html", "Address of a category's list; {slug}.", '"category/{slug}/"'),
    "TAG_URL": ("tag/{slug}.html", "Address of a tag's list; {slug}.", '"tag/{slug}/"'),
    "AUTHOR_URL": ("author/{slug}.html", "Address of an author's list; {slug}.", '"author/{slug}/"'),
    "THREAD_URL": ("thread/{slug}/", "Address of a thread; {slug}.", '"thread/{slug}/"'),
    "ARCHIVES_URL": ("archives.html", "Address of the archive.", '"archive/"'),
    "YEAR_ARCHIVE_URL": ("", "Address of a year's archive; {date:%Y}.", '"{date:%Y}/"'),
    "MONTH_ARCHIVE_URL": (
        "",
        'Address of a month\'s archive; {date:%Y}, {date:%m}; "" for none.',
        '"{date:%Y}/{date:%m}/"',
    ),
    "OUTLET_URL": (
        "outlet/{slug}/",
        'Address of the list of all digests based on an outlet; {slug}; "" for none.',
        '"outlet/{slug}/"',
    ),
    "OUTLETS_URL": ("outlets/", 'Address of the list of outlets; "" for none.', '"outlets/"'),
    "TAGS_URL": ("tags.html", "Address of the list of tags.", '"tags/"'),
    "LIST_PAGE_URL": (
        "page/{number}/",
        "Address of an older page of a list, below the list's own; {number}.",
        '"page/{number}/"',
    ),
    "FEED_RSS_URL": ("feed.xml", "Address of an RSS feed, below that of its list.", '"feed.xml"'),
    "FEED_ATOM_URL": ("atom.xml", "Address of an Atom feed, likewise.", '"atom.xml"'),
    "FEED_JSON_URL": ("feed.json", "Address of a JSON feed, likewise.", '"feed.json"'),
    "FEED_OPML_URL": (
        "feeds.opml",
        'Address of the OPML file of all feeds; those of a language are beside it, as feeds-it.opml; "" for none.',
        '"feeds.opml"',
    ),
    "LITE_URL": (
        "lite/",
        'Folder of the lite edition, below which full pages have their lite ones; "" for none.',
        '"lite/"',
    ),
    "EDITIONS_URL": (
        "edition/",
        'Address of a language\'s list of editions, below which they are; "" for none.',
        '"edition/"',
    ),
    "CORRECTIONS_URL": (
        "",
        'Address of a language\'s list of corrections and retractions; "" for none.',
        '"corrections/all/"',
    ),
    "SITEMAP_URL": ("sitemap.xml", 'Address of the sitemap; "" for none.', '"sitemap.xml"'),
    "NEWS_SITEMAP_URL": (
        "sitemap-news.xml",
        'Address of the sitemap of the last two days\' digests; "" for none.',
        '"sitemap-news.xml"',
    ),
    "SEARCH_URL": ("search/", "Address of a language's search page.", '"search/"'),
    "SUBSCRIBE_URL": ("subscribe/", 'Address of a language\'s page about feeds; "" for none.', '"subscribe/"'),
}
# The addresses of what may be left out.
MAY_BE_NONE = frozenset(
    {"FEED_OPML_URL", "SUBSCRIBE_URL", "LITE_URL", "EDITIONS_URL", "SITEMAP_URL", "NEWS_SITEMAP_URL"}
    | {"MONTH_ARCHIVE_URL", "OUTLET_URL", "OUTLETS_URL", "CORRECTIONS_URL"}
)
