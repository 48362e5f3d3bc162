import pytest

from tests.metadata.pages import FILES, things
from tests.site_builder import copy_of_sample, make, publication

ROOT = "https://news.example"
PUBLISHER = {"@type": "Organization", "@id": f"{ROOT}/#publisher", "name": "Notizie", "url": f"{ROOT}/"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("data"), FILES))


def work(place):
    lang = place[:2] if place[2:3] == "/" else "it"
    url = f"{ROOT}/{place}"
    return {"@type": "NewsArticle", "@id": f"{url}#article", "url": url, "inLanguage": lang}


def test_a_digest_is_a_news_article_with_all_that_its_front_matter_says(built):
    assert things(built.html("2025/09/chip/"))["NewsArticle"] == {
        "@type": "NewsArticle",
        "@id": f"{ROOT}/2025/09/chip/#article",
        "url": f"{ROOT}/2025/09/chip/",
        "mainEntityOfPage": f"{ROOT}/2025/09/chip/",
        "headline": "La Cina «compra» </script>",
        "abstract": "Sintesi intera <b>. Seconda frase.",
        "inLanguage": "it",
        "wordCount": 7,
        "isAccessibleForFree": True,
        "articleSection": "Tecnologia",
        "keywords": ["chip", "Cina & co."],
        "datePublished": "2025-09-02T07:30:00+07:00",
        "dateModified": "2025-09-03T09:00:00+07:00",
        "author": [
            {"@type": "Person", "name": "Nguyễn Văn A", "url": f"{ROOT}/author/nguyen-van-a/"},
            {"@type": "Organization", "name": "Notizie", "url": f"{ROOT}/author/notizie/"},
        ],
        "publisher": PUBLISHER,
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "name": "Chips & co.",
                "url": "https://example.org/a?b=1&c=2",
                "publisher": {"@type": "Organization", "name": "The Example"},
                "datePublished": "2025-08-28",
                "inLanguage": "en",
                "isAccessibleForFree": False,
                "archivedAt": "https://archive.example/a",
            },
            {"@type": "CreativeWork", "name": "Solo", "publisher": {"@type": "Organization", "name": "Solo"}},
        ],
        "workTranslation": [work("en/2025/09/chip/"), work("vi/2025/09/chip/")],
        "copyrightHolder": {"@type": "Organization", "name": "Altri"},
        "copyrightYear": 2024,
        "copyrightNotice": "© 2024–2025 Altri",
        "license": "https://creativecommons.org/licenses/by/4.0/deed.it",
    }


def test_a_digest_with_the_least_in_it_says_no_more_than_that(built):
    assert things(built.html("2025/09/alone/"))["NewsArticle"] == {
        "@type": "NewsArticle",
        "@id": f"{ROOT}/2025/09/alone/#article",
        "url": f"{ROOT}/2025/09/alone/",
        "mainEntityOfPage": f"{ROOT}/2025/09/alone/",
        "headline": "Sola",
        "abstract": "Sintesi.",
        "inLanguage": "it",
        "wordCount": 5,
        "isAccessibleForFree": True,
        "articleSection": "Mondo",
        "datePublished": "2025-09-01T08:00:00+07:00",
        "dateModified": "2025-09-01T08:00:00+07:00",
        "author": PUBLISHER,
        "publisher": PUBLISHER,
        "copyrightHolder": {"@type": "Organization", "name": "Notizie"},
        "copyrightYear": 2025,
        "copyrightNotice": "© 2025 Notizie",
    }


@pytest.mark.parametrize("place", ["en/2025/09/chip/", "vi/2025/09/chip/"])
def test_a_translation_names_the_digest_in_the_first_language(built, place):
    article = things(built.html(place))["NewsArticle"]
    assert article["translationOfWork"] == work("2025/09/chip/")
    assert "workTranslation" not in article


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ("2025/09/chip/", [("Notizie", ""), ("Tecnologia", "category/technology/"), (None, "2025/09/chip/")]),
        ("en/2025/09/chip/", [("Notizie", "en/"), ("World", "en/category/world/"), ("China buys", "en/2025/09/chip/")]),
        ("tag/chip/", [("Notizie", ""), ("chip", "tag/chip/")]),
        ("en/about/", [("Notizie", "en/"), ("About", "en/about/")]),
    ],
)
def test_breadcrumbs_lead_from_home_to_the_page(built, place, path):
    crumbs = things(built.html(place))["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == list(range(1, len(path) + 1))
    assert [crumb["item"] for crumb in crumbs] == [f"{ROOT}/{url}" for _, url in path]
    assert all(name in {None, crumb["name"]} for crumb, (name, _) in zip(crumbs, path, strict=True))


def test_a_home_tells_of_the_publication_and_of_its_site_in_the_language(built):
    assert things(built.html("en/")) == {
        "Organization": PUBLISHER,
        "WebSite": {
            "@type": "WebSite",
            "name": "Notizie",
            "description": "Facts",
            "url": f"{ROOT}/en/",
            "inLanguage": "en",
            "publisher": {"@id": f"{ROOT}/#publisher"},
        },
    }


def test_no_text_ends_the_script(built):
    raw = built.bytes("2025/09/chip/").decode()
    script = raw.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert "\\u003c/script>" in script
    assert "<" not in script


def test_below_a_folder_addresses_have_it_once_and_the_logo_is_the_publication_s_icon(tmp_path):
    built = make(copy_of_sample(tmp_path), SITEURL=f"{ROOT}/some/repo", CUTOFF="2026-01-01 00:00")
    publisher = things(built.html(""))["Organization"]
    assert publisher["logo"] == f"{ROOT}/some/repo/media/icon.png"
    (place,) = [path for path in built.pages if path.startswith("en/") and "cambricon" in path]
    graph = things(built.html(place))
    crumbs = graph["BreadcrumbList"]["itemListElement"]
    assert crumbs[1]["item"] == f"{ROOT}/some/repo/en/category/technology/"
    assert graph["NewsArticle"]["author"][0]["url"].startswith(f"{ROOT}/some/repo/en/author/")
    assert graph["NewsArticle"]["translationOfWork"]["url"].startswith(f"{ROOT}/some/repo/2025/09/")
