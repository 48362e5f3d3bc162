import struct

import pytest

from puntina.core.digest import Faults
from puntina.core.routes.address import Address
from puntina.core.settings import Picture, SettingsFile, read_site
from tests.core.settings.settings import NOW, SETTINGS, faults, site


def png(folder, width, height, name="icon.png"):
    """Write the header of a PNG of this size below the content, and return its path there."""
    path = folder / "content" / "media" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\2\0\0\0")
    return f"media/{name}"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"FEED_FORMATS": {"tags": ["rss"]}}, ['FEED_FORMATS has "tags", which is not a valid kind of feed — did you mean "tag"?']),
        ({"FEED_FORMATS": {"tag": ["rdf"]}}, ['FEED_FORMATS has "rdf", which is not a valid format — one of rss, atom, json']),
        ({"FEED_FORMATS": {"tag": ["rss", "rss"]}}, ['FEED_FORMATS names a format of "tag" twice — name it once']),
        ({"FEED_FORMATS": ["rss"]}, ['FEED_FORMATS is not a dict of strings — write {"category": ["rss", "json"], "tag": []}']),
        ({"FEED_RSS_URL": "feed"}, ['FEED_RSS_URL is "feed", which does not end in any of .xml, .rss, / — end it in .xml']),
        ({"FEED_JSON_URL": "feed.xml"}, ['FEED_JSON_URL is "feed.xml", which does not end in any of .json, / — end it in .json',
                                         'FEED_JSON_URL is "feed.xml", which is already the path of FEED_RSS_URL — give it another URL']),
        ({"FEED_ATOM_URL": "feed.xml"}, ['FEED_ATOM_URL is "feed.xml", which is already the path of FEED_RSS_URL — give it another URL']),
        ({"FEED_RSS_URL": "feed/", "FEED_ATOM_URL": "feed/index.xml"},
         ['FEED_ATOM_URL is "feed/index.xml", which is already the path of FEED_RSS_URL — give it another URL']),
        ({"SEARCH_URL": "tags.html"}, ['SEARCH_URL is "tags.html", which is already the path of TAGS_URL — give it another URL']),
        ({"FEED_OPML_URL": "feed.xml"}, ['FEED_OPML_URL is "feed.xml", which is already the path of FEED_RSS_URL — give it another URL']),
        ({"FEED_URLS": {"category": {"rss": "feeds/all.xml"}}},
         [("FEED_URLS, category, rss: 'feeds/all.xml' lacks {slug}, so all would have the same URL — write a name such as \"feeds/{slug}.xml\"")]),
        ({"FEED_URLS": {"all": {"rss": "{slug}.xml"}}},
         ["FEED_URLS, all, rss: '{slug}.xml' contains {slug}, which is not available here — write \"all.xml\""]),
        ({"FEED_URLS": {"category": {"rss": "feeds/{slug}.xml", "atom": "feeds/{slug}.xml"}}},
         [("FEED_URLS: the feeds category rss and category atom would be the same file, feeds/slug.xml — give one of them another URL")]),
        ({"FEED_URLS": {"category": {"rss": "f/{slug}.xml"}, "tag": {"rss": "f/{slug}.xml"}}},
         [("FEED_URLS: the feeds category rss and tag rss would be the same file, f/slug.xml — give one of them another URL")]),
        ({"FEED_URLS": {"category": {"rss": "f/{slug}.xml"}, "all": {"atom": "f/world.xml"}}},
         [("FEED_URLS: the feeds all atom and category rss would be the same file, f/world.xml — give one of them another URL")]),
        ({"FEED_HUB": "http://hub.example/"}, ["FEED_HUB is 'http://hub.example/', which does not begin with https:// — write \"https://…\" or \"\""]),
        ({"FEED_HUB": "hub"}, ["FEED_HUB is 'hub', which is not a valid URL — write \"https://…\" or \"\""]),
        ({"MAIL_SERVICE": "https://mail.example/"},
         ['MAIL_SERVICE is not a pair of name and URL — write ("Name", "https://…") or ()']),
        ({"MAIL_SERVICE": ("Mail", "https://mail.example/?url={url}")},
         ["MAIL_SERVICE contains {url}, which is not available here — write {feed} for the feed's URL"]),
        ({"MAIL_SERVICE": ("Mail", "https://mail.example/?url={feed}"), "FEED_FORMATS": {"all": []}},
         ['MAIL_SERVICE has {feed}, and FEED_FORMATS has no feed of all digests — give "all" a format, or remove {feed}']),
        ({"FEED_RSS_URL": "feed/", "FEED_JSON_URL": "feed/"},
         ['FEED_JSON_URL is "feed/", which is already the path of FEED_RSS_URL — give it another URL']),
        ({"FEED_RSS_URL": "/"}, ['FEED_RSS_URL is "/", which is already the path of the home page — give it another URL']),
        ({"FEED_SIZE": 51}, ["FEED_SIZE is more than 50 — write 50"]),
        ({"FEED_ICON": "media/none.png"}, ['FEED_ICON is "media/none.png", where there is no PNG file — put one there, below content']),
        ({"FEED_ICON": "media/icon.svg"}, ['FEED_ICON is "media/icon.svg", which is not a PNG file — write "media/icon.png" or ""']),
    ],
)  # fmt: skip
def test_what_is_wrong_with_settings_of_feeds(tmp_path, changes, found):
    assert faults(tmp_path, **changes) == [f"SITE-SETTING {each}" for each in found]


@pytest.mark.parametrize(
    ("name", "size", "found"),
    [
        ("FEED_ICON", (512, 511), "FEED_ICON is 512 × 511 pixels, not square — make it square"),
        ("FEED_LOGO", (288, 144), "FEED_LOGO is 288 × 144 pixels, more than 144 × 400 — make it smaller"),
        ("FEED_LOGO", (100, 100), "FEED_LOGO is 100 × 100 pixels, not twice as wide as high — make it 144 × 72"),
    ],
)
def test_pictures_have_the_size_that_formats_ask_for(tmp_path, name, size, found):
    path = png(tmp_path, *size)
    assert faults(tmp_path, STATIC_PATHS=["media"], **{name: path}) == [f"SITE-SETTING {found}"]


def test_a_picture_must_be_copied(tmp_path):
    path = png(tmp_path, 64, 64)
    assert faults(tmp_path, FEED_ICON=path, STATIC_PATHS=["files"]) == [
        'SITE-SETTING FEED_ICON is "media/icon.png", which is not copied — put it into a folder of STATIC_PATHS'
    ]
    found = site(tmp_path, FEED_ICON=path, STATIC_PATHS=["media"]).feeds
    assert (found.icon, found.logo) == (Picture("media/icon.png", 64, 64), None)


def test_a_kind_that_is_not_named_has_the_default_formats(tmp_path):
    found = site(tmp_path, FEED_FORMATS={"tag": [], "author": ["atom"]}).feeds
    assert dict(found.formats) == {
        "all": ("rss", "atom", "json"),
        "category": ("rss", "atom", "json"),
        "thread": ("rss",),
        "tag": (),
        "author": ("atom",),
        "together": ("rss",),
    }


@pytest.mark.parametrize(
    ("settings", "kind", "form", "place"),
    [
        ({}, "category", "rss", Address("en/category/world/feed.xml", "en/category/world/feed.xml")),
        ({"FEED_RSS_URL": "feed/"}, "category", "rss", Address("en/category/world/feed/", "en/category/world/feed/index.xml")),
        ({"FEED_JSON_URL": "feed/json/"}, "all", "json", Address("en/feed/json/", "en/feed/json/index.json")),
        ({"FEED_URLS": {"category": {"rss": "feeds/{slug}.rss.xml"}}}, "category", "rss",
         Address("en/feeds/world.rss.xml", "en/feeds/world.rss.xml")),
        ({}, "together", "rss", Address("all/feed.xml", "all/feed.xml")),
        ({"FEED_URLS": {"together": {"rss": "world.xml"}}}, "together", "rss", Address("world.xml", "world.xml")),
    ],
)  # fmt: skip
def test_a_feed_is_below_its_list_or_where_an_old_site_had_it(tmp_path, settings, kind, form, place):
    found = site(tmp_path, **settings)
    plain = Address("en/category/world/", "en/category/world/index.html")
    if kind == "all":
        plain = found.addresses.at_home("en/")
    assert found.feed_at(found.routes.of_feeds(kind), form, plain, lang="en", slug="world") == place


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000/x"])
def test_what_is_published_needs_an_address_that_readers_can_reach(tmp_path, address):
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text(f"SITEURL = {address!r}\n", "utf-8")
    (tmp_path / "publishconf.py").write_text("from pelicanconf import *\n", "utf-8")
    values = SETTINGS | {"SITEURL": address}
    with pytest.raises(Faults) as found:
        read_site(values, SettingsFile.at(tmp_path / "publishconf.py"), folder=tmp_path, now=NOW)
    assert [str(problem) for problem in found.value.problems] == [
        (
            f"pelicanconf.py:1:1: SITE-SETTING SITEURL is {address!r}, which only this machine can reach"
            " — set SITEURL in publishconf.py to the URL at which readers find the site"
        )
    ]
    assert read_site(values, SettingsFile.at(tmp_path / "pelicanconf.py"), folder=tmp_path, now=NOW).url == address
