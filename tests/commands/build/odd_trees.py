"""Publications as sloppy and hostile editors leave them: names, places and pictures that meet what the site has itself."""

import struct
import zlib
from collections.abc import Callable, Mapping
from random import Random

from tests.pictures import picture
from tests.site_builder import digest

# What an editor may call a digest, a tag or a section: much of it is where the site has something of its own.
SLUGS = (
    *("a", "A", "index", "index.html", "404", "404.html", "robots.txt", "CNAME", "feed.xml", "atom.xml", "feed.json"),
    *("feed.css", "feeds.opml", "sitemap.xml", "sitemap-news.xml", "theme", "search", "pagefind", "lite", "edition"),
    *("tags", "archive", "2025", "page", "1", "en", "media", "subscribe", "outlets", "daily.css", "x.png-1.webp"),
    *("2025-09-02", "week", "corrections", "category", "world", "tag", "author", "anna", "é" * 90, "index.xml"),
)
# Files beside the digests, by their paths below the content.
FILES = (
    *("media/x.png", "media/X.png", "media/x.png-1.webp", "media/x.png/y.txt", "media/é.txt", "media/e\u0301.txt"),
    *("feed.xml", "atom.xml/x.txt", "feed.css", "theme/daily.css", "theme/own.css", "theme", "robots.txt", "404.html"),
    *("CNAME", "index.html", "index.xml", "INDEX.html", "sitemap.xml", "feeds.opml", "lite/a.txt", "lite", "edition"),
    *("pagefind/pagefind.js", "search/index.html", "edition/x.txt", "page/1/index.html", "page/99/index.html"),
    *("2025/a/index.html", "a/index.html", "a", "a.html", "2025/a", "2025", "en", "tag", "archive", "it/x.pdf"),
    *("en/feed.xml", "it/2025/x.png", "media/" + "n" * 250 + ".png", "media/nested/.hidden", "media/old~/x.txt"),
)
ARTICLE_URLS = (
    *("{slug}/", "{slug}", "{slug}.html", "{date:%Y}/{slug}/", "theme/{slug}", "page/{slug}/", "tag/{slug}/"),
    *("lite/{slug}/", "edition/{slug}/", "category/{slug}/", "media/{slug}", "en/{slug}/", "{category}/{slug}"),
)
ADDRESSES = {
    "ARTICLE_URL": ARTICLE_URLS,
    "PAGE_URL": ("{slug}/", "{slug}", "{slug}.html", "2025/{slug}/"),
    "TAG_URL": ("tag/{slug}/", "{slug}/", "{slug}.html", "edition/{slug}/", "page/{slug}/", "theme/{slug}"),
    "CATEGORY_URL": ("category/{slug}/", "{slug}/", "tag/{slug}/", "media/{slug}"),
    "AUTHOR_URL": ("author/{slug}/", "{slug}/"),
    "LIST_PAGE_URL": ("page/{number}/", "{number}/", "p{number}.html"),
    "YEAR_ARCHIVE_URL": ("{date:%Y}/", "year/{date:%Y}.html"),
    "FEED_RSS_URL": ("feed.xml", "feed/", "rss"),
    "SITEMAP_URL": ("sitemap.xml", "", "robots.txt", "theme", "tags/index.html"),
    "NEWS_SITEMAP_URL": ("sitemap-news.xml", "", "feed.css"),
    "FEED_OPML_URL": ("feeds.opml", "", "feed.css"),
    "SEARCH_URL": ("search/", "pagefind/", "theme/daily.css"),
    "SUBSCRIBE_URL": ("subscribe/", "", "archive"),
    "LITE_URL": ("", "lite/", "tag/"),
    "EDITIONS_URL": ("", "edition/", "ed.html", "tag/"),
    "CORRECTIONS_URL": ("", "corrections/", "404.html"),
    "OUTLET_URL": ("outlet/{slug}/", "", "{slug}/"),
    "OUTLETS_URL": ("outlets/", "", "outlet"),
    "TAGS_URL": ("tags/", "tag/", "tags.html"),
    "ARCHIVES_URL": ("archive/", "archive", "2025/"),
    "THEME_STATIC_DIR": ("theme", "assets", "tag", "media"),
    "STATIC_PATHS": (["media"], ["."], [], sorted({path.partition("/")[0] for path in FILES} - {"it"})),
    "FEED_TAG_MINIMUM": (1, 2),
    "DEFAULT_PAGINATION": (1, 2, 10),
    "SEARCH": (True, False),
}
TEMPLATES = ("article", "page", "base", "index", "_card", "_listing", "lite_digest", "edition", "404", "search", "none")
# What is wrong with a template of one's own, or nothing.
OWN_TEMPLATES = ("{% if %}", "{{ 'a'|nope }}", '{% include "_nope.html" %}', "{{ _('Tags') }}", "")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(colour: int, *, depth: int = 8, rows: bytes = b"\0\x01", palette: bytes = b"") -> bytes:
    """Return a PNG of one pixel, of this type of colour, whether or not it has what that type needs."""
    head = struct.pack(">IIBBBBB", 1, 1, depth, colour, 0, 0, 0)
    own = _chunk(b"PLTE", palette) if palette else b""
    body = _chunk(b"IDAT", zlib.compress(rows)) if rows else b""
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + own + body + _chunk(b"IEND", b"")


PICTURES: Mapping[str, Callable[[], bytes]] = {
    "good": lambda: picture("PNG", 2, 2),
    "grey": lambda: png_of(0),
    "palette without a palette": lambda: png_of(3),
    "palette too short": lambda: png_of(3, rows=b"\0\x09", palette=b"\1\2\3"),
    "unknown colour": lambda: png_of(5),
    "no data": lambda: png_of(0, rows=b""),
    "short data": lambda: picture("PNG", 64, 64)[:-60] + _chunk(b"IEND", b""),
    "odd Exif": lambda: picture("JPEG", 8, 8, exif=b"Exif\0\0II*\0\xff\xff\xff\x7f"),
    "no picture": lambda: b"no picture",
    "empty": lambda: b"",
}


def odd_tree(rng: Random) -> tuple[dict[str, str | bytes], dict[str, object]]:
    """Return the files of a publication, by their paths below the content, and its settings that are not the usual."""
    files: dict[str, str | bytes] = dict.fromkeys(rng.sample(FILES, rng.choice([0, 0, 1, 2, 4])), b"x")
    files = {path: data for path, data in files.items() if not any(each.startswith(f"{path}/") for each in files)}
    for path in [path for path in files if path.endswith(".png")]:
        files[path] = PICTURES[rng.choice(sorted(PICTURES))]()
    for number, name in enumerate(rng.sample("abcdef", rng.randint(1, 4))):
        files[f"it/2025/{name}.md"] = _digest(name, number, files, rng)
    if rng.random() < 0.5:
        template = f"template: {rng.choice(TEMPLATES)}\n" if rng.random() < 0.2 else ""
        files["it/pages/p.md"] = f'---\ntitle: "Pagina"\nslug: "{rng.choice(SLUGS)}"\n{template}---\nTesto.\n'
    changed = rng.sample(sorted(ADDRESSES), rng.choice([0, 1, 1, 2, 3]))
    settings: dict[str, object] = {name: rng.choice(ADDRESSES[name]) for name in changed}
    if rng.random() < 0.1:
        files[f"../own/{rng.choice(['article', 'index', 'unused'])}.html"] = rng.choice(OWN_TEMPLATES)
        settings["THEME_TEMPLATES_OVERRIDES"] = ["own"]
    return files, settings


def _digest(name: str, number: int, files: Mapping[str, object], rng: Random) -> str:
    every: dict[str, object] = {
        "slug": rng.choice(SLUGS),
        "tags": rng.sample(SLUGS, 2),
        "author": rng.choice(SLUGS),
        "sources": [{"name": rng.choice(SLUGS)}],
        "status": rng.choice(["draft", "hidden"]),
        "template": rng.choice(TEMPLATES),
        "aliases": [f"/{rng.choice(SLUGS)}/"],
        "thread": rng.choice(SLUGS),
        "expires": "2025-10-01",
        "updates": [{"date": "2025-09-20 08:00", "text": "Nota", "kind": "correction"}],
    }
    keys = {key: every[key] for key in rng.sample(sorted(every), rng.choice([0, 1, 1, 2]))}
    own = [path for path in files if path.endswith(".png")]
    if own and rng.random() < 0.5:
        keys["image"] = {"file": f"/{rng.choice(sorted(own))}", "alt": "Figura"}
    others = [path for path in files if path.endswith((".txt", ".pdf", ".html"))]
    link = f"- [altro](</{rng.choice(sorted(others))}>)\n" if others and rng.random() < 0.3 else ""
    body = f"- Punto\n{link}\n📌 Sintesi.\n"
    return digest(name, f"2025-09-{number + 1:02} 08:00", body=body, id=f"id{name}", **keys)
