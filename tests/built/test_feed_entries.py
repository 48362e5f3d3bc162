import json
from html import escape

import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.built.everything import EVERYTHING, LONG
from tests.feeds.rules import problems_of
from tests.pictures import picture
from tests.site_builder import digest, hrefs, make, publication, texts

ATOM = {"a": "http://www.w3.org/2005/Atom"}
PATHS = [f"{prefix}{name}" for prefix in ("", "en/", "vi/") for name in ("feed.xml", "atom.xml")]


def feed_problems(built):
    return {
        path: found for path in PATHS if (found := problems_of(built.bytes(path), address=f"{built.address}/{path}"))
    }


def titles(built, path="feed.xml"):
    return [node.text for node in built.xml(path).findall("channel/item/title")]


def test_a_feed_holds_the_newest_fifty(tmp_path):
    days = [f"2025-{month:02}-{day:02} 08:00" for month in (7, 8) for day in range(1, 28)]
    files = {f"it/2025/n{n}.md": digest(f"Titolo {n}", date) for n, date in enumerate(days)}
    built = make(publication(tmp_path, files))
    assert titles(built) == [f"Titolo {n}" for n in range(53, 3, -1)]
    assert len(built.xml("atom.xml").findall("a:entry", ATOM)) == 50
    assert feed_problems(built) == {}


def test_a_digest_that_no_feed_has_room_for_is_its_teaser_in_every_format(tmp_path):
    points = "".join(f"- Il punto {n} dice {'parole ' * 40}\n" for n in range(3000))
    sources = [{"name": f"Fonte {n} {'x' * 200}", "url": f"https://example.org/{n}"} for n in range(400)]
    files = {
        "it/2025/big.md": digest("Grande", body=f"{points}\n📌 La sintesi è questa. Seconda frase.\n", sources=sources),
        "it/2025/small.md": digest("Piccolo", "2025-09-01 08:00"),
    }
    built = make(publication(tmp_path, files))
    assert feed_problems(built) == {}
    assert titles(built) == ["Grande", "Piccolo"]
    big, small = json.loads(built.bytes("feed.json"))["items"]
    content = "<p>La sintesi è questa.</p>\n<p><small>© 2025 Notizie</small></p>"
    assert (big["title"], big["content_html"], big["summary"]) == ("Grande", content, "La sintesi è questa.")
    assert big["_puntina"].keys() == {"rights", "sources"}
    assert 0 < len(big["_puntina"]["sources"]) <= 20
    assert (small["title"], small["_puntina"]["points"]) == ("Piccolo", ["Primo punto", "Secondo punto"])


def test_how_many_is_a_setting(tmp_path):
    files = {f"it/2025/n{n}.md": digest(f"Titolo {n}", f"2025-07-0{n} 08:00") for n in (1, 2, 3)}
    assert titles(make(publication(tmp_path, files, FEED_SIZE=2))) == ["Titolo 3", "Titolo 2"]


def test_feeds_of_languages_without_digests_are_valid_and_the_same_whenever_they_are_built(tmp_path):
    settings = publication(tmp_path, {"it/2025/a.md": digest()})
    built = make(settings)
    assert feed_problems(built) == {}
    assert titles(built, "vi/feed.xml") == []
    first = built.bytes("vi/atom.xml")
    assert make(settings, CUTOFF="2027-06-01 00:00").bytes("vi/atom.xml") == first


def test_the_id_is_the_guid_else_the_id_and_neither_date_nor_slug_changes_it(tmp_path):
    files = {
        "it/2025/a.md": digest("A", id="abc123", guid="https://old.example/?p=17"),
        "it/2025/b.md": digest("B", id="bcd234"),
        "it/2025/c.md": digest("C", "2025-09-01 08:00"),
    }
    moved = {
        "it/2025/a.md": digest("A", "2025-09-03 08:00", slug="x", id="abc123", guid="https://old.example/?p=17"),
        "it/2025/b.md": digest("Altro B", "2025-09-04 08:00", slug="y", id="bcd234"),
        "it/2025/c.md": digest("Altro C", "2025-09-05 08:00", slug="z"),
    }
    settings = publication(tmp_path, files)
    ids = ids_by_link_order(make(settings))
    assert {"https://old.example/?p=17", "tag:news.example,2025:bcd234"} < set(ids)
    assert len(set(ids)) == 3
    publication(tmp_path, moved, SITEURL="https://elsewhere.example/news")
    assert set(ids_by_link_order(make(settings))) == set(ids)


def ids_by_link_order(built):
    rss = [node.text for node in built.xml("feed.xml").findall("channel/item/guid")]
    assert [node.text for node in built.xml("atom.xml").findall("a:entry/a:id", ATOM)] == rss
    return rss


def test_rights_are_each_digest_s_own(tmp_path):
    files = {
        "it/2024/a.md": digest("A", "2024-09-02 08:00", id="aaa"),
        "it/2025/b.md": digest("B", id="bbb", copyright={"holder": "Altri", "licence": "CC-BY-4.0"}),
    }
    built = make(publication(tmp_path, files, COPYRIGHT_LICENCE="CC-BY-SA-4.0"))
    by, sharing = (
        "https://creativecommons.org/licenses/by/4.0/deed.it",
        "https://creativecommons.org/licenses/by-sa/4.0/deed.it",
    )
    assert [node.text for node in built.xml("atom.xml").findall("a:entry/a:rights", ATOM)] == [
        f"© 2025 Altri, CC BY 4.0 ({by})",
        f"© 2024 Notizie, CC BY-SA 4.0 ({sharing})",
    ]
    assert built.xml("feed.xml").findtext("channel/copyright").startswith("© 2024–2025 Notizie, CC BY-SA 4.0 (")


def test_a_digest_that_names_nobody_is_by_the_publication(tmp_path):
    files = {"it/2025/a.md": digest("A"), "it/2025/b.md": digest("B", "2025-09-01 08:00", author="Anna")}
    built = make(publication(tmp_path, files))
    creators = "channel/item/{http://purl.org/dc/elements/1.1/}creator"
    by = ["Notizie", "Anna"]
    assert [node.text for node in built.xml("feed.xml").findall(creators)] == by
    assert [node.text for node in built.xml("atom.xml").findall("a:entry/a:author/a:name", ATOM)] == by
    assert [item["authors"] for item in json.loads(built.bytes("feed.json"))["items"]] == [
        [{"name": name}] for name in by
    ]


def test_updated_is_the_digest_s_own_date_and_never_now(tmp_path):
    files = {
        "it/2025/a.md": digest("A", "2025-09-02 07:30:05"),
        "it/2025/b.md": digest("B", "2025-09-01 08:00", modified="2025-09-04 09:00:07"),
    }
    built = make(publication(tmp_path, files))
    atom = built.xml("atom.xml")
    updated = [node.text for node in atom.findall("a:entry/a:updated", ATOM)]
    assert updated == ["2025-09-02T07:30:05+07:00", "2025-09-04T09:00:07+07:00"]
    assert [node.text for node in built.xml("feed.xml").findall("channel/item/a:updated", ATOM)] == updated
    assert atom.findtext("a:updated", namespaces=ATOM) == "2025-09-04T09:00:07+07:00"


def test_links_and_pictures_in_an_entry_are_absolute_below_the_site(tmp_path):
    points = "- [altro](b.md#parte), ![chip](../../media/chip.png), [qui](#parte)"
    body = f"{points}\n\n📌 Vedi [altro](b.md).\n\n## Parte\n\nTesto.\n"
    files = {"it/2025/a.md": digest("A", body=body), "it/2025/b.md": digest("B", body=body), "media/chip.png": "png"}
    built = make(publication(tmp_path, files, SITEURL="https://news.example/some/repo"))
    (first, _) = built.xml("feed.xml").iter("{http://purl.org/rss/1.0/modules/content/}encoded")
    html = etree.HTML(first.text)
    base = "https://news.example/some/repo"
    own = f"{base}/2025/09/a/#parte"
    other = f"{base}/2025/09/b/"
    assert html.xpath("//@href | //@src") == [f"{other}#parte", f"{base}/media/chip.png", own, other]
    assert feed_problems(built) == {}


def content_of(built, title):
    found, *_ = [
        item["content_html"] for item in json.loads(built.bytes("feed.json"))["items"] if item["title"] == title
    ]
    return LexborHTMLParser(found)


def test_the_content_has_the_digest_s_own_picture_with_its_words_and_credit_no_wider_than_a_letter(tmp_path):
    shown = {"file": "../../media/wide.png", "alt": "Un “grafico”", "credit": "Foto: Anna & C."}
    files = {
        "it/2025/a.md": digest("A", image=shown),
        "it/2025/b.md": digest(
            "B", body="- Uno ![largo](../../media/wide.png) e ![stretto](../../media/small.png)\n\n📌 Due.\n"
        ),
        "it/2025/c.md": digest("C", image=shown | {"file": "../../media/small.png", "credit": ""}),
        "media/wide.png": picture("PNG", 1800, 900),
        "media/small.png": picture("PNG", 300, 200),
    }
    built = make(publication(tmp_path, files))
    assert feed_problems(built) == {}
    base = "https://news.example/media"
    assert [
        [tuple(img.attributes.get(name) for name in ("src", "alt", "width", "height", "style")) for img in content_of(built, title).css("img")]
        for title in "ABC"
    ] == [
        [(f"{base}/wide.png-1200.jpg", "Un “grafico”", "600", None, "width:100%;height:auto")],
        [
            (f"{base}/wide.png", "largo", "600", None, "width:100%;height:auto"),
            (f"{base}/small.png", "stretto", "300", None, None),
        ],
        [(f"{base}/small.png-300.jpg", "Un “grafico”", "300", None, None)],
    ]  # fmt: skip
    assert texts(content_of(built, "A"), "p")[:2] == ["", "Foto: Anna & C."]
    assert texts(content_of(built, "C"), "p") == ["", "📌 Sintesi.", "© 2025 Notizie"]
    assert (built.folder / "media" / "wide.png-1200.jpg").is_file()


def test_cells_of_tables_keep_their_side_without_a_style_sheet(tmp_path):
    table = "| a | b | c | d |\n|---|--:|:-:|:--|\n| 1 | 2 | 3 | 4 |\n"
    built = make(publication(tmp_path, {"it/2025/a.md": digest("A", body=f"- Uno\n\n📌 Due.\n\n{table}")}))
    cells = [
        (cell.attributes.get("align"), cell.attributes.get("style")) for cell in content_of(built, "A").css("th, td")
    ]
    sides = [(side, f"text-align:{side}") for side in ("right", "center", "left")]
    assert cells == [(None, None), *sides] * 2
    page = built.html("2025/09/a/")
    assert [cell.attributes.get("class") for cell in page.css("td")] == [None, "right", "center", "left"]
    assert page.css("[align], [style]") == []


def test_the_content_ends_in_the_copyright_notice(tmp_path):
    files = {
        "it/2025/a.md": digest("A", copyright={"holder": "Altri & C.", "licence": "CC-BY-4.0"}),
        "it/2025/r.md": digest("R", updates={"date": "2025-09-03 09:00", "kind": "retraction", "text": "Era falso."}),
        "en/2025/a.md": digest("In English"),
    }
    built = make(publication(tmp_path, files, COPYRIGHT_LICENCE=("Own terms", "https://news.example/terms")))
    link = "https://creativecommons.org/licenses/by/4.0/deed.it"
    assert [
        (texts(page, "body > p")[-1:], hrefs(page, "body > p:last-child a"))
        for page in (content_of(built, "A"), content_of(built, "Ritirato: R"))
    ] == [
        (["© 2025 Altri & C., CC BY 4.0"], [link]),
        (["© 2025 Notizie, Own terms"], ["https://news.example/terms"]),
    ]


def test_a_digest_that_goes_to_every_extreme_is_valid_in_feeds(tmp_path):
    files = {
        "it/2025/tutto.md": digest(f"Tutto: {LONG} «e» altro & più < 3", body=EVERYTHING),
        "it/2025/altro.md": digest(),
        "media/wide.svg": "<svg/>",
    }
    built = make(publication(tmp_path, files))
    assert feed_problems(built) == {}
    assert titles(built)[-1] == f"Tutto: {LONG} «e» altro & più < 3"


@pytest.mark.parametrize(
    ("keys", "said"), [({"summary": "Altro < testo & segni"}, "Altro < testo & segni"), ({}, "Sintesi.")]
)
def test_the_description_is_the_summary_as_the_front_matter_has_it(tmp_path, keys, said):
    built = make(publication(tmp_path, {"it/2025/a.md": digest(**keys)}))
    assert built.xml("feed.xml").findtext("channel/item/description") == escape(said, quote=False)
    assert built.xml("atom.xml").findtext("a:entry/a:summary", namespaces=ATOM) == said
