"""Licences: known ones by identifier, their names, addresses and deeds."""

import re

import pytest

from puntina.copyright import LICENCE_NAMES, LICENCES, Licence, find_licence
from puntina.core.digest import did_you_mean
from puntina.core.digest.message import message

BY_SA = Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/")


def test_every_identifier_is_there_once_in_the_order_of_hints():
    assert LICENCE_NAMES == (
        "CC-BY-4.0",
        "CC-BY-SA-4.0",
        "CC-BY-NC-4.0",
        "CC-BY-NC-SA-4.0",
        "CC-BY-ND-4.0",
        "CC-BY-NC-ND-4.0",
        "CC-BY-3.0",
        "CC-BY-SA-3.0",
        "CC-BY-NC-3.0",
        "CC-BY-NC-SA-3.0",
        "CC-BY-ND-3.0",
        "CC-BY-NC-ND-3.0",
        "CC0-1.0",
        "CC-PDM-1.0",
    )


@pytest.mark.parametrize("licence", [each for each in LICENCES if each.spdx.startswith("CC-BY")], ids=str)
def test_name_and_address_of_a_licence_say_the_same_as_its_identifier(licence):
    kind, version = re.fullmatch(r"CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)", licence.spdx).groups()
    assert (licence.name, licence.url) == (
        f"CC {kind} {version}",
        f"https://creativecommons.org/licenses/{kind.lower()}/{version}/",
    )


@pytest.mark.parametrize(
    ("spdx", "name", "url"),
    [
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-PDM-1.0", "Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
    ],
)
def test_what_is_in_the_public_domain_has_addresses_of_its_own(spdx, name, url):
    assert find_licence(spdx) == Licence(spdx, name, url)


@pytest.mark.parametrize("typed", ["CC-BY-SA-4.0", "cc-by-sa-4.0", " CC-by-SA-4.0 "])
def test_a_licence_is_found_in_whatever_case(typed):
    assert find_licence(typed) == BY_SA


@pytest.mark.parametrize("typed", ["", " ", "CC-BY-SA-5.0", "MIT", "CC BY-SA 4.0", "CC-BY-SA"])
def test_anything_else_is_no_licence_of_ours(typed):
    assert find_licence(typed) is None


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("CC BY-SA 4.0", 'did you mean "CC-BY-SA-4.0"?'),
        ("CC-BYSA-4.0", 'did you mean "CC-BY-SA-4.0"?'),
        ("cc0", 'did you mean "CC0-1.0"?'),
        ("MIT", "use an SPDX identifier"),
    ],
)
def test_a_near_miss_gets_a_hint(typed, hint):
    assert did_you_mean(typed, LICENCE_NAMES, else_say=message("use an SPDX identifier")) == hint


@pytest.mark.parametrize(
    ("lang", "deed"),
    [
        ("it", "https://creativecommons.org/licenses/by-sa/4.0/deed.it"),
        ("en", "https://creativecommons.org/licenses/by-sa/4.0/deed.en"),
        ("de-CH", "https://creativecommons.org/licenses/by-sa/4.0/deed.de"),
        ("pt-BR", "https://creativecommons.org/licenses/by-sa/4.0/deed.pt-br"),
        ("zh-Hant-TW", "https://creativecommons.org/licenses/by-sa/4.0/deed.zh-hant"),
        ("vi", BY_SA.url),
        ("", BY_SA.url),
    ],
)
def test_the_deed_is_in_the_language_where_creative_commons_has_it(lang, deed):
    assert BY_SA.deed(lang) == deed


def test_a_licence_of_the_publication_has_one_address_for_all_languages():
    assert Licence("", "Our terms", "https://news.example/terms/").deed("it") == "https://news.example/terms/"
