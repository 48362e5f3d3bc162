import pytest

from puntina.commands.build import build
from tests.listings.digests import texts_of
from tests.site_builder import digest, hrefs, make, publication, texts


def test_the_archive_names_years_and_months_with_their_digests_counted(built):
    page = built.html("archive/")
    assert texts(page, "main h2") == ["2025 13 articoli", "2023 1 articolo"]
    assert hrefs(page, "main h2 a") == ["/2025/", "/2023/"]
    assert texts(page, "main li") == ["Settembre 6 articoli", "Agosto 7 articoli", "Dicembre 1 articolo"]
    assert hrefs(page, "main li a") == ["/2025/#2025-09", "/2025/#2025-08", "/2023/#2023-12"]


def test_a_year_holds_its_digests_by_month_newest_first(built):
    page = built.html("2025/")
    assert texts(page, "main section h2") == ["Settembre 2025", "Agosto 2025"]
    september, august = page.css("main section")
    assert texts(september, ".line-title a") == [f"Titolo {n}" for n in range(13, 7, -1)]
    assert texts(august, ".line-title a") == [f"Titolo {n}" for n in range(7, 0, -1)]
    assert [(s.attributes["id"]) for s in (september, august)] == ["2025-09", "2025-08"]
    assert texts(august, "time")[0] == "7 agosto"


def test_a_digest_of_the_last_half_hour_is_in_the_year_of_its_own_time(built):
    assert texts(built.html("2023/"), ".line-title a") == ["Vecchio"]
    assert built.has("2023/12/old/")


def test_years_name_other_languages_only_where_these_have_the_year(built):
    alternates = {
        place: [link.attributes["hreflang"] for link in built.html(place).css("link[hreflang]")]
        for place in ("2025/", "en/2025/", "2023/")
    }
    assert alternates == {
        "2025/": ["it", "en", "x-default"],
        "en/2025/": ["it", "en", "x-default"],
        "2023/": [],
    }
    assert not built.has("vi/2025/")
    assert hrefs(built.html("2023/"), "nav.languages a") == ["/2023/", "/en/", "/vi/"]


def test_a_year_is_that_of_the_publication_s_time_zone(tmp_path):
    files = {
        "it/2025/hanoi.md": digest("Capodanno a Hanoi", "2025-01-01 00:30+07:00"),
        "it/2025/roma.md": digest("San Silvestro a Roma", "2024-12-31 20:00+01:00"),
        "it/2025/before.md": digest("Il giorno prima", "2024-12-30 08:00"),
        "it/2025/after.md": digest("Il giorno dopo", "2025-01-02 08:00"),
    }
    built = make(publication(tmp_path, files))
    assert texts(built.html("archive/"), "main h2") == ["2025 3 articoli", "2024 1 articolo"]
    assert texts(built.html("2025/"), ".line-title a") == [
        "Il giorno dopo",
        "San Silvestro a Roma",  # it is 02:00 on 1 January in Hanoi
        "Capodanno a Hanoi",
    ]
    assert texts(built.html("2024/"), ".line-title a") == ["Il giorno prima"]


MONTHS = {"MONTH_ARCHIVE_URL": "{date:%Y}/{date:%m}/"}


@pytest.fixture(scope="module")
def with_months(tmp_path_factory):
    """Give the publication with a page for each month."""
    return make(publication(tmp_path_factory.mktemp("months"), texts_of(13), **MONTHS))


def test_a_month_has_a_page_where_the_publication_wants_it(with_months):
    page = with_months.html("2025/08/")
    assert texts(page, "h1") == ["Agosto 2025"]
    assert texts(page, ".line-title a") == [f"Titolo {n}" for n in range(7, 0, -1)]
    assert texts(page, "main .quiet")[:2] == ["Archivio · 2025", "7 articoli"]
    assert hrefs(page, "main header a") == ["/archive/", "/2025/"]
    assert [path for path in with_months.pages if path.startswith("2023/12/index")] == ["2023/12/index.html"]


def test_the_archive_leads_to_months_and_these_to_other_languages(with_months):
    places = ["/2025/09/", "/2025/08/", "/2023/12/"]
    assert hrefs(with_months.html("archive/"), "main li a") == places
    alternates = {
        place: [link.attributes["hreflang"] for link in with_months.html(place).css("link[hreflang]")]
        for place in ("2025/09/", "2025/08/")
    }
    assert alternates == {"2025/09/": ["it", "en", "x-default"], "2025/08/": []}


def test_a_month_that_is_an_alias_or_a_page_is_a_problem(tmp_path, capsys):
    files = {"it/2025/a.md": digest(id="a"), "it/2025/b.md": digest(id="b", aliases=["/2025/09/"])}
    assert build(publication(tmp_path, files, **MONTHS), next_step="") == 1
    assert 'PATH-TWICE the alias "/2025/09/" is the path of MONTH_ARCHIVE_URL' in capsys.readouterr().err
