from tests.built.crawler import Reference, crawl, is_inside, references_of
from tests.site_builder import hrefs

# The parts of a page that may lead to other hosts, by links that a reader follows.
OUTWARD = "section.share a, .sources a, .text a, .feed details a, a[rel=license]"
LITE_OUTWARD = "main a"


def test_no_link_anchor_picture_or_stylesheet_is_broken(site):
    assert crawl(site).broken() == []


def test_every_page_of_every_language_is_reached_from_home(site):
    reached = {url.removeprefix(f"{site.address}/") for url in crawl(site).references}
    files = {path.removesuffix("index.html") for path in site.pages} - {"404.html"}
    assert sorted(files - reached) == []
    assert sorted(reached - files) == []


def test_every_link_stays_below_the_site_s_own_folder(site):
    inside = {
        each.url for references in crawl(site).references.values() for each in references if is_inside(each.url, site)
    }
    assert [url for url in sorted(inside) if not url.startswith(f"{site.address}/")] == []


def test_the_page_for_missing_addresses_has_no_broken_link(site):
    assert crawl(site, start="404.html").broken() == []


def test_readers_leave_for_other_hosts_only_by_share_links_sources_and_links_in_the_text(site):
    for url, page in crawl(site).pages.items():
        allowed = {Reference(href, "a") for href in hrefs(page, LITE_OUTWARD if is_lite(url, site) else OUTWARD)}
        outside = {each for each in references_of(page, url) if not is_inside(each.url, site)}
        assert outside <= allowed, url


def test_share_links_and_licences_do_not_open_windows_or_follow(site):
    for page in crawl(site).pages.values():
        assert page.css("[target]") == []
        assert {link.attributes["rel"] for link in page.css("section.share a")} <= {"nofollow noopener"}


def test_stylesheets_refer_to_nothing(site):
    styles = list(site.folder.rglob("*.css"))
    assert sorted(path.relative_to(site.folder).as_posix() for path in styles) == [
        "en/feed.css",
        "feed.css",
        "theme/daily.css",
        "theme/search.css",
        "theme/subscribe.css",
        "vi/feed.css",
    ]
    for path in styles:
        text = path.read_text("utf-8")
        assert "url(" not in text
        assert "@import" not in text


def test_feeds_that_pages_name_are_there_and_those_of_the_page_s_own_list_and_language_come_first(site):
    found = crawl(site)
    for url, page in found.pages.items():
        if is_lite(url, site):
            continue
        lang = page.css_first("html").attributes["lang"]
        home = f"{site.root}/" if lang == "it" else f"{site.root}/{lang}/"
        links = page.css("link[type$=xml][rel=alternate], link[type$=json][rel=alternate]")
        hrefs = [link.attributes["href"] for link in links]
        own, of_language = hrefs[:-3], hrefs[-3:]
        assert of_language == [f"{home}feed.xml", f"{home}atom.xml", f"{home}feed.json"], url
        if "/edition/" in url:
            forms = ("feed.xml", "atom.xml", "feed.json")
            assert own == [f"{home}edition/{kind}{form}" for kind in ("", "week/") for form in forms], url
            continue
        lists = any(f"/{kind}/" in url for kind in ("category", "tag", "author", "thread", "corrections"))
        assert {href.rpartition("/")[0] for href in own} == ({_list_of(url, site)} if own else set()), url
        assert bool(own) >= ("/category/" in url or "/author/" in url), url
        assert bool(own) <= lists, url
        assert all(site.has(href.removeprefix(f"{site.root}/")) for href in hrefs), url


def is_lite(url, site):
    """Return whether the page is of the lite edition, which names no feeds."""
    return url.startswith(f"{site.address}/lite/")


def _list_of(url, site):
    """Return the address of the list on one of whose pages we are, from the host's root."""
    return site.root + url.removeprefix(site.address).partition("/page/")[0].rstrip("/")
