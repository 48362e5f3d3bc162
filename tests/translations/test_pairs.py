import pytest

from puntina.commands.build import build
from tests.site_builder import digest, hrefs, make, publication


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    files = {
        "it/2025/same.md": digest("Stessa"),
        "en/2025/same.md": digest("Same", slug="alike"),
        "vi/2025/same.md": digest("Cùng"),
        "it/2024/moved.md": digest("Chiave", translation_key="key"),
        "vi/2025/other-name.md": digest("Khóa", translation_key="key"),
        "it/2025/alone.md": digest("Sola"),
        "en/2024/alone.md": digest("Another drawer is another story"),
        "it/2025/half.md": digest("Metà"),
        "en/2025/half.md": digest("Half", status="hidden"),
        "vi/2025/half.md": digest("Nửa", status="draft"),
        "it/pages/about.md": "---\ntitle: Chi siamo\nslug: chi-siamo\n---\nTesto.\n",
        "en/pages/about.md": "---\ntitle: About\n---\nText.\n",
        "it/pages/solo.md": "---\ntitle: Solo\n---\nTesto.\n",
    }
    return make(publication(tmp_path_factory.mktemp("pairs"), files, SITEURL="https://news.example/repo"))


@pytest.mark.parametrize(
    "places",
    [
        ["2025/09/same/", "en/2025/09/alike/", "vi/2025/09/same/"],
        ["2025/09/moved/", "vi/2025/09/other-name/"],
        ["chi-siamo/", "en/about/"],
    ],
)
def test_texts_of_one_key_know_each_other(built, places):
    for place in places:
        page = built.html(place)
        assert hrefs(page, "link[hreflang]") == [f"https://news.example/repo/{each}" for each in (*places, places[0])]
        links = [link for link in hrefs(page, "nav.languages a") if link.removeprefix("/repo/") in places]
        assert links == [f"/repo/{each}" for each in places]


@pytest.mark.parametrize("place", ["2025/09/alone/", "en/2025/09/alone/", "2025/09/half/", "en/2025/09/half/", "solo/"])
def test_what_has_no_published_translation_names_none_and_its_switcher_leads_home(built, place):
    page = built.html(place)
    assert page.css("link[hreflang], .translations") == []
    homes = {"it": "/repo/", "en": "/repo/en/", "vi": "/repo/vi/"}
    own = page.css_first("html").attributes["lang"]
    links = {link.attributes["lang"]: link.attributes["href"] for link in page.css("nav.languages a")}
    assert links == homes | {own: f"/repo/{place}"}


def test_an_entry_of_a_feed_names_its_translations(built):
    atom = built.xml("en/atom.xml")
    entries = {entry.findtext("{*}title"): entry for entry in atom.findall("{*}entry")}
    related = [
        (link.get("hreflang"), link.get("href"))
        for link in entries["Same"].findall("{*}link")
        if link.get("rel") == "related" and link.get("hreflang") not in {None, "en"}
    ]
    assert related == [
        ("it", "https://news.example/repo/2025/09/same/"),
        ("vi", "https://news.example/repo/vi/2025/09/same/"),
    ]


def test_two_texts_of_one_language_and_key_are_an_error_with_both_named(tmp_path, capsys):
    files = {"it/2025/a.md": digest(translation_key="key"), "it/2025/b.md": digest(translation_key="key")}
    assert build(publication(tmp_path, files), next_step="") == 1
    first = capsys.readouterr().err.splitlines()[0]
    assert first.startswith("content/it/2025/b.md:4:18: KEY-TWICE content/it/2025/a.md ")
