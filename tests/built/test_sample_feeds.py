import datetime as dt
import json
import re
from urllib.parse import urldefrag, urljoin

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.built.crawler import crawl, is_inside, references_of
from tests.feeds.rules import problems_of
from tests.site_builder import SAMPLE, hrefs, texts, tree, words

FEEDS = [
    (lang, f"{'' if lang == 'it' else f'{lang}/'}{name}")
    for lang in ("it", "en", "vi")
    for name in ("feed.xml", "atom.xml")
]
NAMES = {"it": "Vietmetric — Italiano", "en": "Vietmetric — English", "vi": "Vietmetric — Tiếng Việt"}
OTHERS = re.compile("sitemap|pagefind/")  # files of such names that are no feeds
KINDS = {
    "all": r"(en/|vi/)?(feed\.xml|atom\.xml|feed\.json)",
    "category": r"(en/|vi/)?category/[a-z]+/(feed\.xml|atom\.xml|feed\.json)",
    "tag": r"(en/|vi/)?tag/[a-z0-9-]+/feed\.xml",
    "author": r"(en/|vi/)?author/[a-z-]+/feed\.xml",
    "thread": r"(en/|vi/)?thread/[a-z0-9-]+/feed\.xml",
    "edition": r"(en/|vi/)?edition/(week/)?(feed\.xml|atom\.xml|feed\.json)",
    "correction": r"(en/|vi/)?corrections/all/(feed\.xml|atom\.xml|feed\.json)",
    "together": r"all/feed\.xml",
}
DIGESTS = len(list((SAMPLE / "content" / "it").glob("2*/*.md")))
EACH = pytest.mark.parametrize(("lang", "path"), FEEDS, ids=[path for _, path in FEEDS])


def entries_of(site, path):
    # As it stands: feedparser would drop scripts and complete relative addresses.
    parsed = feedparser.parse(site.bytes(path), sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo
    return parsed.entries


def feeds_of(site):
    """Return the paths of all feeds."""
    return sorted(path for path in tree(site.folder) if path.endswith((".xml", ".json")) and not OTHERS.search(path))


def test_every_feed_is_valid(site):
    found = {path: problems_of(site.bytes(path), address=f"{site.address}/{path}") for path in feeds_of(site)}
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_there_are_feeds_of_every_kind_and_no_others(site):
    kinds = [kind for path in feeds_of(site) for kind, form in KINDS.items() if re.fullmatch(form, path)]
    assert len(kinds) == len(feeds_of(site))
    assert {kind: kinds.count(kind) for kind in KINDS} == {
        "all": 9,
        "category": 3 * 7 * 3,
        "tag": sum(len(tags) for tags in common_tags(site).values()),
        "author": 3,
        "thread": 3,
        "edition": 3 * 2 * 3,
        "correction": 3 * 3,
        "together": 1,
    }


def common_tags(site):
    """Return the tags of at least three digests in each language, as its list of tags counts them."""
    found = {}
    for prefix in ("", "en/", "vi/"):
        lines = site.html(f"{prefix}tags/").css("ul.columns li")
        counts = {words(line.css_first("a")): words(line.css_first("span")) for line in lines}
        found[prefix] = [tag for tag, count in counts.items() if int(count.split()[0]) >= 3]
    return found


def test_no_two_entries_of_a_feed_share_a_second(site):
    for path in feeds_of(site):
        if path.endswith(".xml"):
            moments = [entry.published_parsed for entry in entries_of(site, path)]
            assert len(set(moments)) == len(moments), path


def test_only_the_feed_of_all_languages_has_several(site):
    for path in feeds_of(site):
        if path.endswith("feed.xml"):
            items = site.xml(path).findall("channel/item")
            langs = {item.findtext("{*}language") for item in items}
            prefix = path.partition("/")[0]
            own = {prefix} if prefix in {"en", "vi"} else {"it"}
            assert langs == ({"it", "en", "vi"} if path.startswith("all/") else own if items else set()), path


def test_a_json_feed_says_what_the_others_do(site):
    for path in feeds_of(site):
        if path.endswith(".json"):
            items = json.loads(site.bytes(path))["items"]
            others = entries_of(site, path.replace("feed.json", "atom.xml"))
            assert [(item["id"], item["title"], item["content_html"], item["summary"]) for item in items] == [
                (entry.id, entry.title, entry.content[0].value, entry.summary) for entry in others
            ]
            assert all(item["_puntina"]["points"] for item in items)


@EACH
def test_a_feed_speaks_one_language_and_leads_to_its_home(site, lang, path):
    parsed = feedparser.parse(site.bytes(path))
    assert (parsed.feed.language, parsed.feed.title, parsed.feed.rights) == (lang, NAMES[lang], "© 2025 Vietmetric")
    assert parsed.feed.link == f"{site.address}/{'' if lang == 'it' else f'{lang}/'}"
    for entry in parsed.entries:
        page = site.html(entry.link.removeprefix(f"{site.address}/"))
        assert page.css_first("html").attributes["lang"] == lang


@EACH
def test_a_feed_holds_every_digest_of_its_language_newest_first(site, lang, path):
    listed = []
    place = "" if lang == "it" else f"{lang}/"
    while place is not None:
        page = site.html(place)
        listed += hrefs(page, "article.card h2 a")
        place = next((url.removeprefix(f"{site.root}/") for url in hrefs(page, ".pager .older a")), None)
    assert [entry.link for entry in entries_of(site, path)] == [
        site.address + url.removeprefix(site.root) for url in listed
    ]


@EACH
def test_an_entry_says_what_the_page_says(site, lang, path):
    for entry in entries_of(site, path):
        page = site.html(entry.link.removeprefix(f"{site.address}/"))
        content = LexborHTMLParser(entry.content[0].value)
        assert entry.title == words(page.css_first("h1"))
        assert texts(content, "ul:first-of-type > li") == texts(page, "ul.points > li")
        assert words(content.css_first("section")).removeprefix("📌 ") == words(
            page.css_first(".summary > p:not([id])")
        )
        links = [urljoin(entry.link, url) for url in hrefs(page, ".text a")]
        assert hrefs(content, "a") == links
        published = dt.datetime.fromisoformat(page.css_first(".byline time").attributes["datetime"])
        # Editors give minutes; the seconds are the entry's own.
        assert dt.datetime(*entry.published_parsed[:5], tzinfo=dt.UTC) == published
        assert [tag.label or tag.term for tag in entry.tags][1:] == texts(page, ".tags a")


@EACH
def test_the_summary_is_the_whole_box_as_plain_text(site, lang, path):
    for entry in entries_of(site, path):
        page = site.html(entry.link.removeprefix(f"{site.address}/"))
        summary = LexborHTMLParser(f"<p>{entry.summary}</p>")
        assert words(summary.body) == words(page.css_first(".summary > p:not([id])"))
        assert summary.css("p *") == []


@EACH
def test_no_share_link_script_or_style_is_inside(site, lang, path):
    for entry in entries_of(site, path):
        content = LexborHTMLParser(entry.content[0].value)
        assert content.css("script, style, [style]:not(img, th, td), svg, button, form, .share, [rel~=nofollow]") == []
        hosts = {"x.com", "wa.me", "t.me", "www.facebook.com", "bsky.app", "www.linkedin.com"}
        assert [url for url in hrefs(content, "a") if url.split("/")[2] in hosts] == []


@EACH
def test_every_address_inside_is_absolute_and_leads_somewhere(site, lang, path):
    known = crawl(site).answers
    for entry in entries_of(site, path):
        content = LexborHTMLParser(entry.content[0].value)
        for reference in references_of(content, "relative:"):
            assert not reference.url.startswith("relative:"), reference
            url = urldefrag(reference.url).url
            assert not is_inside(url, site) or url in known or site.has(url.removeprefix(f"{site.address}/"))


def test_ids_are_permanent_unlike_in_each_language_and_the_same_in_both_formats(at_root, below_root):
    ids = {path: [entry.id for entry in entries_of(at_root, path)] for _, path in FEEDS}
    assert ids == {path: [entry.id for entry in entries_of(below_root, path)] for _, path in FEEDS}
    for prefix in ("", "en/", "vi/"):
        assert ids[f"{prefix}feed.xml"] == ids[f"{prefix}atom.xml"]
    every = [each for path, found in ids.items() if path.endswith("feed.xml") for each in found]
    assert len(every) == len(set(every)) == 3 * DIGESTS
    assert all(each.startswith("tag:vietmetric.example,2025:") for each in every)


@pytest.mark.parametrize("path", [path for _, path in FEEDS if path.endswith("feed.xml")])
def test_a_guid_is_not_taken_for_a_link(site, path):
    guids = site.xml(path).findall("channel/item/guid")
    assert {guid.get("isPermaLink") for guid in guids} == {"false"}
    assert len(guids) == DIGESTS
