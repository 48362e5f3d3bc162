import pytest

from tests.site_builder import Built, digest, hrefs, make, publication, texts

FILES = {
    "it/2023/old.md": digest("Vecchio", "2023-05-02 08:00"),
    "it/2025/new.md": digest("Nuovo"),
    "it/2025/own.md": digest(
        "Proprio", copyright={"year": "2019-2021", "holder": "Anna & figli", "licence": "CC0-1.0"}
    ),
    "vi/2025/new.md": digest("Mới"),
    "it/pages/about.md": "---\ntitle: Chi siamo\n---\nTesto.\n",
}
EVERY = {"": "© 2023–2025 Notizie", "archive/": "© 2023–2025 Notizie", "about/": "© 2023–2025 Notizie"}


@pytest.fixture(scope="module")
def reserved(tmp_path_factory) -> Built:
    return make(publication(tmp_path_factory.mktemp("reserved"), FILES))


@pytest.fixture(scope="module")
def licensed(tmp_path_factory) -> Built:
    return make(publication(tmp_path_factory.mktemp("licensed"), FILES, COPYRIGHT_LICENCE="CC-BY-SA-4.0"))


@pytest.mark.parametrize(("place", "notice"), EVERY.items())
def test_lists_and_pages_say_the_years_of_the_whole_publication(reserved, place, notice):
    assert texts(reserved.html(place), ".rights") == [notice]


def test_a_digest_says_its_own_year_above_and_the_publication_s_below(reserved):
    assert texts(reserved.html("2023/05/old/"), ".rights") == ["© 2023 Notizie", "© 2023–2025 Notizie"]
    assert texts(reserved.html("2025/09/new/"), ".rights") == ["© 2025 Notizie", "© 2023–2025 Notizie"]


def test_a_digest_s_own_words_go_before(reserved):
    page = reserved.html("2025/09/own/")
    assert texts(page, "article .rights") == ["© 2019–2021 Anna & figli · CC0 1.0"]
    assert hrefs(page, "article [rel=license]") == ["https://creativecommons.org/publicdomain/zero/1.0/deed.it"]


def test_without_a_licence_nothing_is_linked(reserved):
    assert reserved.html("").css("[rel=license]") == []


def test_the_licence_is_named_and_explained_in_the_page_s_language_where_it_is_explained_in_it(licensed):
    for place, deed in (("2025/09/new/", "deed.it"), ("vi/2025/09/new/", "")):
        page = licensed.html(place)
        assert texts(page, "article .rights") == ["© 2025 Notizie · CC BY-SA 4.0"]
        assert hrefs(page, "article [rel=license]") == [f"https://creativecommons.org/licenses/by-sa/4.0/{deed}"]


def test_lists_name_the_licence_too(licensed):
    assert texts(licensed.html("archive/"), ".rights") == ["© 2023–2025 Notizie · CC BY-SA 4.0"]


def test_a_licence_of_one_s_own_is_a_name_and_an_address(tmp_path):
    own = ("Licenza “nostra” & basta", "https://news.example/licenza")
    page = make(publication(tmp_path, FILES, COPYRIGHT_LICENCE=own)).html("2025/09/new/")
    assert texts(page, "article .rights") == [f"© 2025 Notizie · {own[0]}"]
    assert hrefs(page, "article [rel=license]") == [own[1]]
