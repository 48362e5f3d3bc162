import datetime as dt

import pytest
from lxml import etree

from puntina.crawlers import sitemap as room
from tests.core.settings.settings import site as site_of
from tests.metadata.pages import FILES
from tests.site_builder import Built, digest, hrefs, make, publication, tree

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ROOT = "https://news.example"
DAY, MODIFIED = "2025-09-02T07:30:00+07:00", "2025-09-03T09:00:00+07:00"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("map"), FILES))


def entries(root: etree._Element, name: str = "url") -> dict[str, str | None]:
    """Return the date of each entry by its address below the site; no two are of one address."""
    found = root.findall(f"s:{name}", NS)
    dates = {
        each.findtext("s:loc", None, NS).removeprefix(f"{ROOT}/"): each.findtext("s:lastmod", None, NS)
        for each in found
    }
    assert len(dates) == len(found)
    return dates


def languages(entry: etree._Element) -> dict[str, str]:
    """Return the addresses of an entry's other languages."""
    return {link.get("hreflang"): link.get("href") for link in entry.findall("x:link[@rel='alternate']", NS)}


def test_every_page_is_there_with_the_date_at_which_its_content_last_changed(built):
    first, english, vietnamese = "2025-09-01T08:00:00+07:00", "2025-09-02T10:00:00+07:00", "2025-09-02T11:00:00+07:00"
    assert entries(built.xml("sitemap.xml")) == {
        "2025/09/alone/": first,
        "2025/09/chip/": MODIFIED,
        "en/2025/09/chip/": english,
        "vi/2025/09/chip/": vietnamese,
        "": MODIFIED,
        "category/technology/": MODIFIED,
        "category/world/": first,
        "tag/chip/": MODIFIED,
        "tag/cina-co/": MODIFIED,
        "author/nguyen-van-a/": MODIFIED,
        "author/notizie/": MODIFIED,
        "outlet/solo/": MODIFIED,
        "outlet/the-example/": MODIFIED,
        "outlets/": MODIFIED,
        "archive/": MODIFIED,
        "tags/": MODIFIED,
        "2025/": MODIFIED,
        "about/": None,
        "subscribe/": None,
        "en/about/": "2025-08-01T10:00:00+07:00",
        "en/subscribe/": None,
        "vi/subscribe/": None,
        **{f"en/{place}": english for place in ("", "category/world/", "archive/", "tags/", "outlets/", "2025/")},
        **{f"vi/{place}": vietnamese for place in ("", "category/world/", "archive/", "tags/", "outlets/", "2025/")},
    }


def test_it_holds_what_may_be_found_and_names_the_languages_that_the_page_names(built: Built):
    older = {path for path in built.pages if "page/" in path}
    pages = {path: built.html(path) for path in built.pages if path not in older}
    found = {
        hrefs(page, "link[rel=canonical]")[0]: page
        for page in pages.values()
        if not page.css("meta[name=robots][content^=noindex]")
    }
    urls = built.xml("sitemap.xml").findall("s:url", NS)
    assert {url.findtext("s:loc", None, NS) for url in urls} == set(found)
    for url in urls:
        page = found[url.findtext("s:loc", None, NS)]
        assert languages(url) == {n.attributes["hreflang"]: n.attributes["href"] for n in page.css("link[hreflang]")}


def test_editions_and_months_are_in_it_as_their_pages_name_each_other(tmp_path):
    settings = {"EDITIONS_URL": "edition/", "MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/"}
    test_it_holds_what_may_be_found_and_names_the_languages_that_the_page_names(
        found := make(publication(tmp_path, FILES, **settings))
    )
    paths = {"edition/", "edition/2025-09-02/", "edition/2025-w36/", "2025/09/", "en/edition/2025-w36/"}
    assert paths <= entries(found.xml("sitemap.xml")).keys()


def test_dates_are_what_the_protocol_takes(built):
    for date in filter(None, entries(built.xml("sitemap.xml")).values()):
        assert dt.datetime.fromisoformat(date).utcoffset() is not None


def test_a_preview_s_drafts_are_in_none(tmp_path):
    draft = {"it/2025/draft.md": digest("Bozza", status="draft", tags=["solo"]), "it/2025/a.md": digest()}
    built = make(publication(tmp_path, draft, PREVIEW=True))
    assert built.has("2025/09/draft/")
    assert [url for url in entries(built.xml("sitemap.xml")) if "draft" in url or "solo" in url] == []


def test_addresses_are_spelt_as_xml_has_them(tmp_path):
    files = {"it/2025/a.md": digest("A", slug="d'é")}
    built = make(publication(tmp_path, files, LANGUAGES={"it": "Fatti"}, ARTICLE_URL="b,c;a=1/{slug}/"))
    root = built.xml("sitemap.xml")
    assert "b,c;a=1/d'%C3%A9/" in entries(root)
    assert root.findall(".//x:link", NS) == []


@pytest.mark.parametrize("address", ["https://news.example/a&b", "https://news.example/a&amp;b=c;d"])
def test_the_address_of_the_site_is_spelt_as_xml_has_it(tmp_path, address):
    files = {"it/2025/l'accordo.md": digest(slug="l'accordo,(e)-poi")}
    built = make(publication(tmp_path, files, SITEURL=address, ARTICLE_URL="l'x/{slug}/"))
    found = [each.text for each in built.xml("sitemap.xml").iterfind("s:url/s:loc", NS)]
    assert f"{address}/l'x/l'accordo,(e)-poi/" in found
    assert all(each.startswith(f"{address}/") for each in found)
    raw = (built.folder / "sitemap.xml").read_text("utf-8")
    assert "'" not in raw.replace("&apos;", "")


def test_more_than_a_file_may_hold_goes_into_several_that_an_index_names(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "MOST_URLS", 4)
    files = {f"it/2025/n{n}.md": digest(f"N{n}", f"2025-08-{n:02} 08:00") for n in range(1, 10)}
    built = make(publication(tmp_path, files, LANGUAGES={"it": "Fatti"}))
    index = entries(built.xml("sitemap.xml"), "sitemap")
    assert list(index) == [f"sitemap-{n}.xml" for n in range(1, len(index) + 1)]
    parts = [entries(built.xml(path)) for path in index]
    assert list(parts[0]) == [f"2025/08/n{n}/" for n in range(1, 5)]  # the oldest, as they stay where they are
    assert [len(part) for part in parts[:-1]] == [4] * (len(parts) - 1)
    assert len({url for part in parts for url in part}) == sum(map(len, parts)) == 9 + 7
    assert list(index.values()) == [max(filter(None, part.values())) for part in parts]


def test_no_file_can_grow_beyond_its_bytes(tmp_path, monkeypatch):
    files = {f"it/2025/n{n}.md": digest(f"N{n}", slug=f"{'é' * n}{n}") for n in range(1, 30)}
    files |= {path.replace("it/", "en/"): text for path, text in files.items()}
    limit = 20_000
    monkeypatch.setattr(room, "MOST_BYTES", limit)
    built = make(publication(tmp_path, files, LANGUAGES={"it": "Fatti", "en": "Facts"}))
    parts = list(entries(built.xml("sitemap.xml"), "sitemap"))
    assert len(parts) > 1
    assert max(len(built.bytes(path)) for path in parts) <= limit


def test_the_most_entries_are_the_protocol_s_where_addresses_are_of_common_length(tmp_path):
    site = site_of(tmp_path)
    assert room.most_entries(["2025/09/a-slug-of-a-common-length-as-editors-write-it/"] * 9, site) == 50_000
    assert room.most_entries(["x" * 2000] * 9, site) * (2000 * 5) < 52_428_800 < 50_000 * 2000 * 5


def test_an_edit_of_a_text_leaves_it_and_one_of_a_date_makes_it_again(tmp_path):
    before = tree(make(publication(tmp_path, FILES)).folder)
    settings = publication(tmp_path, {"it/2025/alone.md": digest("Altra", "2025-09-01 08:00", body="- Altro\n")})
    stamp = (tmp_path / "output" / "sitemap.xml").stat().st_mtime_ns
    after = tree(make(settings).folder)
    assert after["2025/09/alone/index.html"] != before["2025/09/alone/index.html"]
    assert (tmp_path / "output" / "sitemap.xml").stat().st_mtime_ns == stamp
    publication(tmp_path, {"it/2025/alone.md": digest("Altra", "2025-09-01 08:00", modified="2025-09-05 10:00")})
    assert entries(make(settings).xml("sitemap.xml"))["2025/09/alone/"] == "2025-09-05T10:00:00+07:00"
