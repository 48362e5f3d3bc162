import re
import shutil

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from puntina.core.routes.table import ROUTES
from tests.feeds.rules import problems_of
from tests.site_builder import THEME, digest, hrefs, make, publication, texts, tree, words

FILES = {
    **{
        f"it/2025/n{n}.md": digest(f"Titolo {n}", f"2025-07-0{n} 08:00", tags=["chip"], author="Anna")
        for n in (1, 2, 3)
    },
    "it/2025/solo.md": digest("Solo", "2025-07-04 08:00", tags=["raro"], category="technology"),
    "en/2025/n1.md": digest("Title 1", "2025-07-01 08:00"),
}
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feeds(built):
    """Return the paths of all feeds."""
    return sorted(path for path in tree(built.folder) if path.endswith((".xml", ".json")) and "sitemap" not in path)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Give a site with feeds of every kind, a hub and a service for mail."""
    folder = tmp_path_factory.mktemp("followed")
    service = ("Posta", "https://mail.example/?feed={feed}")
    return make(publication(folder, FILES, FEED_HUB="https://hub.example/", MAIL_SERVICE=service))


def test_every_list_has_its_feeds_and_a_tag_from_as_many_digests_up_as_the_setting_says(built):
    forms = ("atom.xml", "feed.json", "feed.xml")
    sections = [f"category/{name}/" for name in ("technology", "world")]
    lists = [f"{prefix}{place}" for prefix in ("", "en/", "vi/") for place in ("", *sections)]
    alone = ["all/feed.xml", "author/anna/feed.xml", "tag/chip/feed.xml"]
    assert feeds(built) == sorted([*(f"{place}{form}" for place in lists for form in forms), *alone])


def test_all_of_them_are_valid_and_hold_what_their_lists_do(built):
    assert {path: problems_of(built.bytes(path), address=f"{built.address}/{path}") for path in feeds(built)} == {
        key: [] for key in feeds(built)
    }
    titles = {
        path: [node.text for node in built.xml(path).iterfind("channel/item/title")]
        for path in ("category/technology/feed.xml", "tag/chip/feed.xml", "en/category/world/feed.xml", "all/feed.xml")
    }
    assert titles["category/technology/feed.xml"] == ["Solo"]
    assert titles["tag/chip/feed.xml"] == ["Titolo 3", "Titolo 2", "Titolo 1"]
    assert titles["en/category/world/feed.xml"] == ["Title 1"]
    assert set(titles["all/feed.xml"]) == {"Solo", "Titolo 3", "Titolo 2", "Titolo 1", "Title 1"}


def test_a_channel_names_its_page_its_other_forms_and_the_hub(built):
    root = built.xml("category/world/atom.xml")
    links = [(link.get("rel"), link.get("href"), link.get("hreflang")) for link in root.findall("a:link", ATOM)]
    base = "https://news.example/"
    assert links == [
        ("alternate", f"{base}category/world/", "it"),
        ("self", f"{base}category/world/atom.xml", None),
        ("related", f"{base}category/world/feed.xml", "it"),
        ("related", f"{base}category/world/feed.json", "it"),
        ("related", f"{base}en/category/world/atom.xml", "en"),
        ("related", f"{base}vi/category/world/atom.xml", "vi"),
        ("hub", "https://hub.example/", None),
    ]
    assert root.findtext("a:title", namespaces=ATOM) == "Notizie — Mondo"
    assert root.findtext("a:subtitle", namespaces=ATOM) == "Notizie: tutti gli articoli della sezione Mondo"
    assert root.findtext("a:id", namespaces=ATOM) == "tag:news.example,2025:it/category/world"


def test_a_page_names_the_feeds_of_its_own_list_before_those_of_its_language(built):
    of_language = ["/feed.xml", "/atom.xml", "/feed.json"]
    selector = "link[rel=alternate][type]"
    assert hrefs(built.html(""), selector) == of_language
    assert hrefs(built.html("2025/07/n1/"), selector) == of_language
    assert hrefs(built.html("tag/chip/"), selector) == ["/tag/chip/feed.xml", *of_language]
    assert hrefs(built.html("tag/raro/"), selector) == of_language
    assert hrefs(built.html("category/world/"), selector) == [
        *(f"/category/world{url}" for url in of_language),
        *of_language,
    ]


def test_the_page_about_feeds_has_every_address_and_links_that_open_readers(built):
    page = built.html("subscribe/")
    assert texts(page, ".feed code") == [
        f"https://news.example/{path}feed.xml"
        for path in ("", "category/world/", "category/technology/", "tag/chip/", "author/anna/", "all/")
    ]
    waiting = [LexborHTMLParser(script.text()) for script in page.css('.feed script[type="text/html"]')]  # for a script
    buttons = [button for each in waiting for button in each.css("[data-share=copy]")]
    assert [button.attributes["data-url"] for button in buttons] == texts(page, ".feed code")
    assert hrefs(page, ".feed details a")[:2] == [
        "https://feedbin.com/?subscribe=https%3A%2F%2Fnews.example%2Ffeed.xml",
        "https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fnews.example%2Ffeed.xml",
    ]
    assert "https://mail.example/?feed=https%3A%2F%2Fnews.example%2Ffeed.xml" in hrefs(page, ".feeds-group > p a")
    files = page.css(".feeds-group a[download]")
    assert [(words(file), file.attributes["href"]) for file in files] == [
        ("OPML, Italiano", "/feeds-it.opml"),
        ("OPML, Tutte le lingue insieme", "/feeds.opml"),
    ]
    assert hrefs(page, "link[hreflang]") == [
        f"https://news.example/{place}subscribe/" for place in ("", "en/", "vi/", "")
    ]
    assert texts(built.html("en/subscribe/"), ".feed code") == [
        f"https://news.example/{path}feed.xml"
        for path in ("en/", "en/category/technology/", "en/category/world/", "all/")
    ]


ALL = "Notizie — Italiano, English, Tiếng Việt"


def test_the_opml_file_has_each_list_once_by_language(built):
    root = etree.fromstring(built.bytes("feeds.opml"))
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "Notizie")
    groups = {each.get("text"): [feed.get("xmlUrl") for feed in each] for each in root.findall("body/outline")}
    base = "https://news.example/"
    assert groups == {
        "Italiano": [
            f"{base}{path}feed.xml"
            for path in ("", "category/technology/", "category/world/", "tag/chip/", "author/anna/")
        ],
        "English": [f"{base}en/{path}feed.xml" for path in ("", "category/technology/", "category/world/")],
        "Tiếng Việt": [f"{base}vi/{path}feed.xml" for path in ("", "category/technology/", "category/world/")],
        ALL: [],
    }
    assert root.findall("body/outline")[-1].attrib == {
        "type": "rss", "text": ALL, "title": ALL, "xmlUrl": f"{base}all/feed.xml", "htmlUrl": base, "version": "RSS2",
    }  # fmt: skip


def test_each_language_has_a_file_of_its_own_with_the_same_titles(built):
    whole = etree.fromstring(built.bytes("feeds.opml"))
    for lang, name in (("it", "Italiano"), ("en", "English"), ("vi", "Tiếng Việt")):
        root = etree.fromstring(built.bytes(f"feeds-{lang}.opml"))
        assert root.findtext("head/title") == f"Notizie — {name}"
        (folder,) = root.findall("body/outline")
        (same,) = whole.findall(f"body/outline[@text='{name}']")
        assert etree.tostring(folder).strip() == etree.tostring(same).strip()


def test_there_is_one_folder_a_language_and_no_title_twice_whatever_programs_make_of_its_signs(tmp_path):
    tags = {"tags": ["C++", "C#", "c", "Mondo", "Anna"], "author": "Anna"}
    files = {f"it/2025/n{n}.md": digest(f"N{n}", **tags) for n in (1, 2, 3)}
    files |= {f"en/2025/n{n}.md": digest(f"N{n}", **tags) for n in (1, 2, 3)}
    slugs = {"C++": "c-plus-plus", "C#": "c-sharp"}
    built = make(publication(tmp_path, files, EDITIONS_URL="edition/", TAG_SLUGS=slugs))
    root = etree.fromstring(built.bytes("feeds.opml"))
    assert [each.get("text") for each in root.findall("body/outline")] == ["Italiano", "English", "Tiếng Việt", ALL]
    titles = [each.get("title") for each in root.iter("outline") if each.get("xmlUrl")]
    assert len({re.sub(r"[\W_]+", "-", title).casefold() for title in titles}) == len(titles)
    assert [title for title in titles if "C" in title and "Italiano" in title] == [
        "Notizie — C++ — Italiano (tag/c-plus-plus/feed.xml)", "Notizie — C# — Italiano (tag/c-sharp/feed.xml)",
    ]  # fmt: skip
    assert {"Notizie — Mondo — Italiano (tag/mondo/feed.xml)", "Notizie — Anna — English"} <= set(titles)


@pytest.mark.parametrize("settings", [{"FEED_OPML_URL": ""}, {"FEED_FORMATS": {"all": []}}])
def test_without_a_feed_that_every_language_has_or_an_address_there_is_no_file_of_a_language(tmp_path, settings):
    built = make(publication(tmp_path, FILES, **settings))
    assert [path for path in tree(built.folder) if path.endswith(".opml")] == (
        [] if "FEED_OPML_URL" in settings else ["feeds.opml"]
    )


def test_a_section_s_feeds_stay_when_its_last_digest_goes(tmp_path):
    settings = publication(tmp_path, FILES)
    make(settings)
    (tmp_path / "content/it/2025/solo.md").unlink()
    built = make(settings)
    for form in ("feed.xml", "atom.xml", "feed.json"):
        path = f"category/technology/{form}"
        assert problems_of(built.bytes(path), address=f"{built.address}/{path}") == []
    channel = built.xml("category/technology/feed.xml").find("channel")
    assert [channel.findtext(name) for name in ("title", "link", "item")] == [
        "Notizie — Tecnologia", "https://news.example/", None,
    ]  # fmt: skip
    assert not built.has("category/technology/")


def test_a_feed_names_the_style_sheet_of_its_language_which_says_what_it_is(built):
    before = etree.fromstring(built.bytes("en/feed.xml")).getprevious()
    assert (before.target, before.attrib) == ("xml-stylesheet", {"type": "text/css", "href": "/en/feed.css"})
    sheet = built.bytes("en/feed.css").decode()
    assert (
        'content: "This is a feed. Copy its address into a feed reader, and new digests come to you by themselves.";'
        in sheet
    )


def test_kinds_and_formats_that_are_not_wanted_are_not_made_and_no_page_names_them(tmp_path):
    formats = {"all": ["json"], "category": [], "tag": [], "author": [], "together": []}
    built = make(publication(tmp_path, FILES, FEED_FORMATS=formats, SUBSCRIBE_URL="", FEED_OPML_URL=""))
    assert feeds(built) == ["en/feed.json", "feed.json", "vi/feed.json"]
    assert not built.has("subscribe/")
    assert not built.has("feeds.opml")
    assert hrefs(built.html("category/world/"), "link[rel=alternate][type]") == ["/feed.json"]
    assert hrefs(built.html(""), "footer nav a") == ["/tags/", "/outlets/", "/feed.json"]


def test_a_publication_without_feeds_has_no_page_about_them(tmp_path):
    formats = {kind: [] for kind in ROUTES.feed_kinds}
    built = make(publication(tmp_path, FILES, FEED_FORMATS=formats))
    assert (feeds(built), built.has("subscribe/"), built.has("feeds.opml")) == ([], False, False)
    assert hrefs(built.html(""), "footer nav a") == ["/tags/", "/outlets/"]


def test_whatever_the_order_of_formats_readers_get_the_one_that_most_of_them_take(tmp_path):
    formats = {"all": ["json", "atom", "rss"], "category": ["json", "atom"], "tag": [], "author": [], "together": []}
    built = make(publication(tmp_path, FILES, FEED_FORMATS=formats))
    addresses = [f"https://news.example/en/{path}" for path in ("feed.xml", "category/technology/atom.xml")]
    assert texts(built.html("en/subscribe/"), ".feed code")[:2] == addresses
    outlines = etree.fromstring(built.bytes("feeds.opml")).findall("body/outline[@text='English']/outline")
    assert [outline.get("xmlUrl") for outline in outlines][:2] == addresses


def test_an_old_site_s_addresses_are_those_that_the_feeds_say(tmp_path):
    built = make(
        publication(tmp_path, FILES, FEED_RSS_URL="feed/", FEED_URLS={"category": {"atom": "feeds/{slug}.atom.xml"}})
    )
    rss = built.xml("category/world/feed/index.xml")
    assert rss.find("channel/a:link[@rel='self']", ATOM).get("href") == "https://news.example/category/world/feed/"
    assert problems_of(built.bytes("en/feed/index.xml"), address="https://news.example/en/feed/") == []
    atom = built.xml("en/feeds/world.atom.xml")
    assert atom.find("a:link[@rel='self']", ATOM).get("href") == "https://news.example/en/feeds/world.atom.xml"


def test_one_language_has_no_feed_of_all_and_a_theme_without_the_template_no_page(tmp_path):
    theme = shutil.copytree(THEME, tmp_path / "theme")
    (theme / "templates" / "subscribe.html").unlink()
    only = {path: text for path, text in FILES.items() if path.startswith("it/")}
    one = {"LANGUAGES": {"it": "Fatti"}, "CATEGORIES": {key: {"it": key} for key in ("world", "technology")}}
    built = make(publication(tmp_path, only, THEME=str(theme), **one))
    assert not built.has("all/feed.xml")
    assert not built.has("subscribe/")


def test_an_empty_tagline_is_no_empty_description(tmp_path):
    built = make(publication(tmp_path, FILES, LANGUAGES={"it": "", "en": " ", "vi": ""}))
    assert built.xml("feed.xml").findtext("channel/description") == "Notizie"
    assert problems_of(built.bytes("en/feed.xml"), address="https://news.example/en/feed.xml") == []


def test_where_no_list_has_a_feed_yet_the_page_says_so_and_there_is_no_opml_file(tmp_path):
    formats = {"all": [], "category": [], "thread": [], "author": [], "together": [], "tag": ["rss"]}
    files = {"it/2025/a.md": digest("A", tags=["chip"])}
    built = make(publication(tmp_path, files, FEED_FORMATS=formats, FEED_TAG_MINIMUM=2, EDITIONS_URL=""))
    main = built.html("subscribe/").css_first("main")
    assert [node.text() for node in main.css("p")][1:] == ["Per ora non c’è nulla da seguire."]
    assert [len(main.css(name)) for name in ("section", "code")] == [0, 0]
    assert "feeds.opml" not in tree(built.folder)
