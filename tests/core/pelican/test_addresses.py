import pytest

from tests.built.crawler import crawl
from tests.site_builder import digest, hrefs, make, publication

DIGESTS = {
    "it/2025/file.md": digest("Uno", "2025-09-02 07:30", slug="cina-chip", category="technology", id="abc"),
    "en/2025/file.md": digest("One", "2025-09-02 07:30", slug="china-chips", category="technology"),
    "it/pages/about.md": "---\ntitle: Chi siamo\nslug: chi-siamo\n---\nTesto.\n",
    "en/pages/about.md": "---\ntitle: About\n---\nText.\n",
}


@pytest.mark.parametrize(
    ("pattern", "italian", "english"),
    [
        ("{slug}/", "cina-chip/", "en/china-chips/"),
        ("{date:%Y}/{date:%m}/{date:%d}/{slug}/", "2025/09/02/cina-chip/", "en/2025/09/02/china-chips/"),
        ("{category}/{slug}/", "technology/cina-chip/", "en/technology/china-chips/"),
        ("/{slug}/", "cina-chip/", "en/china-chips/"),
        ("{slug}.html", "cina-chip.html", "en/china-chips.html"),
        ("archives/{id}/{slug}/", "archives/abc/cina-chip/", None),
    ],
)
@pytest.mark.parametrize("address", ["https://news.example", "https://news.example/some/repo"])
def test_digests_live_where_the_setting_says(tmp_path, pattern, italian, english, address):
    built = make(publication(tmp_path, DIGESTS, ARTICLE_URL=pattern, SITEURL=address))
    found = crawl(built)
    assert found.broken() == []
    assert hrefs(built.html(italian), "link[rel=canonical]") == [f"{address}/{italian}"]
    assert hrefs(built.html(""), "article.card h2 a") == [f"{built.root}/{italian}"]
    assert built.xml("feed.xml").findtext("channel/item/link") == f"{address}/{italian}"
    if english:
        assert hrefs(built.html("en/"), "article.card h2 a") == [f"{built.root}/{english}"]


def test_an_address_without_a_slash_at_its_end_is_a_file_that_hosts_serve_without_extension(tmp_path):
    built = make(publication(tmp_path, DIGESTS, ARTICLE_URL="{date:%Y}/{slug}"))
    assert built.has("2025/cina-chip.html")
    assert hrefs(built.html(""), "article.card h2 a") == ["/2025/cina-chip"]


def test_every_list_lives_where_its_setting_says(tmp_path):
    settings = publication(
        tmp_path,
        DIGESTS
        | {
            f"it/2025/n{n}.md": digest(f"N {n}", f"2025-08-0{n} 08:00", tags=["chip"], author="Anna")
            for n in range(1, 7)
        },
        PAGE_URL="info/{slug}.html",
        CATEGORY_URL="c/{slug}/",
        TAG_URL="t/{slug}.html",
        AUTHOR_URL="by/{slug}/",
        ARCHIVES_URL="all.html",
        YEAR_ARCHIVE_URL="all/{date:%Y}.html",
        TAGS_URL="t/",
        LIST_PAGE_URL="p{number}.html",
        FEED_RSS_URL="rss/news.xml",
        FEED_ATOM_URL="rss/news.atom",
    )
    built = make(settings)
    assert crawl(built).broken() == []
    for place in (
        "info/chi-siamo.html", "en/info/about.html", "c/world/", "c/world/p1.html", "t/chip.html", "t/chip/p1.html",
        "by/anna/", "by/anna/p1.html", "all.html", "all/2025.html", "t/", "p1.html", "rss/news.xml", "en/rss/news.atom",
    ):  # fmt: skip
        assert built.has(place), place
    assert not {path.split("/")[0] for path in built.pages} & {
        "category",
        "tag",
        "author",
        "archive",
        "tags",
        "page",
        "2025",
    } - {"2025"}


def test_words_that_are_no_plain_letters_are_percent_encoded_where_they_are_kept(tmp_path):
    files = {
        "it/2025/a.md": digest("A", slug="città-più-grandi"),
        "it/2025/b.md": digest("B", body="- [a](a.md)\n\n📌 S.\n"),
    }
    built = make(publication(tmp_path, files))
    place = "2025/09/citt%C3%A0-pi%C3%B9-grandi/"
    assert (built.folder / "2025" / "09" / "città-più-grandi" / "index.html").is_file()
    assert hrefs(built.html(place), "link[rel=canonical]") == [f"https://news.example/{place}"]
    assert hrefs(built.html("2025/09/b/"), ".points a") == [f"/{place}"]
    assert crawl(built).broken() == []
