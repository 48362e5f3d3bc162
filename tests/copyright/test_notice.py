"""The notice of a digest and of the site, and as one line in feeds."""

import pytest

from puntina.copyright import Licence, Notice, find_licence, notice_for, parse_years, rights, site_notice
from puntina.core.digest import Rights

BY = find_licence("CC-BY-4.0")
BY_URL = "https://creativecommons.org/licenses/by/4.0/"
OWN_TERMS = Licence("", "Our terms", "https://news.example/terms/")


def test_a_digest_that_says_nothing_has_its_year_and_what_the_publication_says():
    notice = notice_for(2025, Rights(), holder="Vietmetric", licence=BY)
    assert notice == Notice("2025", "Vietmetric", "CC BY 4.0", BY_URL)


def test_all_rights_reserved_means_no_licence():
    assert notice_for(2025, Rights(), holder="Vietmetric", licence=None) == Notice("2025", "Vietmetric", "", "")


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (Rights(holder="The Example"), Notice("2025", "The Example", "CC BY 4.0", BY_URL)),
        (Rights(year="2024"), Notice("2024", "Vietmetric", "CC BY 4.0", BY_URL)),
        (Rights(year="2024-2025"), Notice("2024–2025", "Vietmetric", "CC BY 4.0", BY_URL)),
        (Rights(year="2024–2025"), Notice("2024–2025", "Vietmetric", "CC BY 4.0", BY_URL)),
        (Rights(year="2024-2024"), Notice("2024", "Vietmetric", "CC BY 4.0", BY_URL)),
        (
            Rights(licence="CC0-1.0"),
            Notice("2025", "Vietmetric", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ),
        (
            Rights("The Example", "2023", "CC-BY-SA-4.0"),
            Notice("2023", "The Example", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ),
    ],
)
def test_what_a_digest_says_goes_before_what_the_publication_says(own, expected):
    assert notice_for(2025, own, holder="Vietmetric", licence=BY) == expected


@pytest.mark.parametrize(("lang", "url"), [("it", f"{BY_URL}deed.it"), ("vi", BY_URL)])
def test_the_licence_is_explained_in_the_language_of_the_digest_where_that_is_possible(lang, url):
    notice = notice_for(2025, Rights(), holder="Vietmetric", licence=BY, lang=lang)
    assert notice == Notice("2025", "Vietmetric", "CC BY 4.0", url)


def test_another_licence_has_the_name_and_address_that_the_publication_gives():
    notice = notice_for(2025, Rights(), holder="Vietmetric", licence=OWN_TERMS, lang="it")
    assert notice == Notice("2025", "Vietmetric", "Our terms", "https://news.example/terms/")


@pytest.mark.parametrize(("first", "last", "years"), [(2025, 2025, "2025"), (2021, 2025, "2021–2025")])
def test_the_sites_notice_runs_from_its_first_year_to_its_last(first, last, years):
    assert site_notice(first, last, holder="Vietmetric", licence=BY) == Notice(years, "Vietmetric", "CC BY 4.0", BY_URL)


@pytest.mark.parametrize(
    ("notice", "line"),
    [
        (Notice("2025", "Vietmetric"), "© 2025 Vietmetric"),
        (Notice("2024–2025", "Vietmetric", "CC BY 4.0", BY_URL), f"© 2024–2025 Vietmetric, CC BY 4.0 ({BY_URL})"),
        (Notice("2025", "Vietmetric", "Our terms"), "© 2025 Vietmetric, Our terms"),
    ],
)
def test_feeds_have_the_notice_as_one_line(notice, line):
    assert rights(notice) == line


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025", (2025, 2025)),
        (" 2025 ", (2025, 2025)),
        ("2024-2025", (2024, 2025)),
        ("2024–2025", (2024, 2025)),
        ("2024 – 2025", (2024, 2025)),
        ("2025-2025", (2025, 2025)),
        ("2025-2024", None),
        ("25", None),
        ("2024-25", None),
        ("2024—2025", None),
        ("2024-2025-2026", None),
        ("２０２５", None),
        ("", None),
    ],
)
def test_years_are_one_or_two_in_order(text, years):
    assert parse_years(text) == years
