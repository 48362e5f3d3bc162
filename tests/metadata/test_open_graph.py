import pytest

from tests.metadata.pages import FILES, told
from tests.site_builder import make, publication


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return make(publication(tmp_path_factory.mktemp("graph"), FILES))


def test_a_digest_tells_what_networks_show_of_it(built):
    assert told(built.html("2025/09/chip/")) == [
        ("twitter:card", "summary"),
        ("og:title", "La Cina «compra» </script>"),
        ("og:type", "article"),
        ("og:url", "https://news.example/2025/09/chip/"),
        ("og:site_name", "Notizie"),
        ("og:description", "Sintesi intera <b>. Seconda frase."),
        ("og:locale", "it_IT"),
        ("og:locale:alternate", "en_US"),
        ("og:locale:alternate", "vi_VN"),
        ("article:published_time", "2025-09-02T07:30:00+07:00"),
        ("article:modified_time", "2025-09-03T09:00:00+07:00"),
        ("article:section", "Tecnologia"),
        ("article:tag", "chip"),
        ("article:tag", "Cina & co."),
    ]


def test_a_digest_that_was_not_modified_says_no_such_time(built):
    names = [name for name, _ in told(built.html("2025/09/alone/"))]
    assert names == [
        "twitter:card", "og:title", "og:type", "og:url", "og:site_name", "og:description", "og:locale",
        "article:published_time", "article:section",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "title", "locales"),
    [
        ("", "Notizie — Fatti", ["it_IT", "en_US", "vi_VN"]),
        ("en/about/", "About", ["en_US", "it_IT"]),
        ("category/technology/", "Tecnologia", ["it_IT"]),
        ("tag/chip/", "chip", ["it_IT"]),
        ("2025/", "2025", ["it_IT", "en_US", "vi_VN"]),
        ("en/archive/", "Archive — Notizie", ["en_US", "it_IT", "vi_VN"]),
    ],
)
def test_any_other_page_is_of_the_website(built, place, title, locales):
    properties = told(built.html(place))
    found = dict(properties)
    assert (found["og:type"], found["og:title"]) == ("website", title)
    assert found["og:url"] == f"https://news.example/{place}"
    assert [value for name, value in properties if name.startswith("og:locale")] == locales


def test_the_page_for_missing_addresses_tells_nothing(built):
    page = built.html("404.html")
    assert told(page) == []
    assert page.css("script[type='application/ld+json']") == []
