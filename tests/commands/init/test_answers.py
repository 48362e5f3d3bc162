"""What is typed for a new publication: read leniently, and every fault at once."""

import pytest

from puntina.commands.init.answers import CATEGORIES, LANGUAGES, fault_of, read_answers
from puntina.core.digest import Faults

GOOD = {"name": "Humus", "url": "https://humus.example", "languages": "en,de", "categories": "soil,plants", "holder": "Humus Verlag", "timezone": "Europe/Berlin", "year": 2026}  # fmt: skip


def faults(**typed):
    """Return the printed problems."""
    with pytest.raises(Faults) as caught:
        read_answers(**(GOOD | typed))
    return list(map(str, caught.value.problems))


def read(**typed):
    return read_answers(**(GOOD | typed))


@pytest.mark.parametrize(
    ("typed", "url", "domain"),
    [
        ("humus.example", "https://humus.example", "humus.example"),
        (" https://humus.example/ ", "https://humus.example", "humus.example"),
        ("https://User.GitHub.io/Notes/", "https://user.github.io/Notes", "user.github.io"),
        ("HTTPS:/humus.example.", "https://humus.example", "humus.example"),
        ("//humus.example", "https://humus.example", "humus.example"),
        ("humus.example:8080/x", "https://humus.example:8080/x", "humus.example"),
        ("http://humus.example:8080", "http://humus.example:8080", "humus.example"),
    ],
)
def test_a_url_may_lack_its_scheme_or_have_a_slash_at_its_end(typed, url, domain):
    answers = read(url=typed)
    assert (answers.url, answers.domain) == (url, domain)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("en", ("en",)),
        ("EN, de", ("en", "de")),
        ("en de;it", ("en", "de", "it")),
        ("pt_br,zh-hant-tw,", ("pt-BR", "zh-Hant-TW")),
        ("ar، vi", ("ar", "vi")),
    ],
)
def test_languages_are_codes_between_commas_or_spaces(typed, codes):
    assert read(languages=typed).languages == codes


def test_a_category_s_key_is_made_of_the_name_as_it_was_typed():
    found = read(categories="Scuola & Università, sport , Đà Nẵng;土壤").categories
    assert found == (
        ("scuola-universita", "Scuola & Università"),
        ("sport", "sport"),
        ("da-nang", "Đà Nẵng"),
        ("土壤", "土壤"),
    )


def test_everything_that_is_wrong_is_reported_at_once():
    found = faults(
        name=" ", url="ftp://x", languages="en,english,en", categories="a,A,!!", holder="\x07", timezone="Mars"
    )
    assert found == [
        'init: INIT-ANSWER "en" is in --languages twice — write each language once',
        'init: INIT-ANSWER "english" is not a valid language code — write codes such as en or pt-BR, separated by commas',
        "init: INIT-ANSWER --holder contains control character U+0007 — write the name of the copyright holder, such as Humus Verlag",
        "init: INIT-ANSWER --name is empty — write the name of the publication, such as Humus",
        "init: INIT-ANSWER --timezone is 'Mars', which is not a time zone — write a name such as Europe/Rome",
        "init: INIT-ANSWER --url is 'ftp://x', which is not a valid URL — write the URL at which readers will find the site, such as https://humus.example",
        'init: INIT-ANSWER the categories "a", "A" would have the same URL, category/a/ — use names that differ in letters or digits',
        'init: INIT-ANSWER the category "!!" cannot have a URL: its name is empty — name it with letters or digits',
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"url": "http://127.0.0.1:8000"}, "--url is 'http://127.0.0.1:8000', which only this machine can reach"),
        ({"url": "http://[::1]/"}, "--url is 'http://[::1]', which only this machine can reach"),
        ({"url": "https://bü.example"}, "--url is 'https://bü.example', whose host has non-ASCII letters: write https://xn--b-eha.example"),
        ({"url": "https://me:secret@humus.example"}, "--url contains a user name or password, which every reader would see"),
        ({"name": "Hu\x07mus"}, "--name contains control character U+0007"),
        ({"holder": "Hu\udcffmus"}, "--holder contains U+DCFF, which is half a character"),
        ({"url": "humus"}, "--url is 'https://humus', whose host is not a domain"),
        ({"url": "https://8.8.8.8"}, "--url is 'https://8.8.8.8', whose host is not a domain"),
        ({"url": "https://x_y.example"}, "--url is 'https://x_y.example', whose host is not a domain"),
        ({"url": "mailto:me@humus.example"}, "--url is 'mailto:me@humus.example', which is not a valid URL"),
        ({"languages": ", ,"}, "--languages is empty"),
        ({"languages": "xx"}, '"xx" is not a valid language code'),
        ({"languages": "en-"}, '"en-" is not a valid language code'),
        ({"categories": ""}, "--categories is empty"),
        ({"categories": "con"}, 'the category "con" cannot have a URL: its name is a reserved name on Windows'),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_reported(typed, said):
    [problem] = faults(**typed)
    assert problem.removeprefix("init: INIT-ANSWER ").rpartition(" — ")[0] == said


def test_blanks_and_line_ends_in_a_name_are_one_blank_each():
    assert read(name=" Hu \n mus\t").name == "Hu mus"


def test_characters_that_nobody_sees_and_that_come_with_pasted_text_are_dropped():
    invisible = {
        "name": "\ufeffHu\u200bmus",
        "url": "\u200bhttps://humus.example\u2060",
        "languages": "en\u200b,\u200ede",
        "categories": "so\u00adil,\u200eplants",
        "holder": "Humus\u200b Verlag",
        "timezone": "Europe/Berlin\ufeff",
    }
    assert read(**invisible) == read()


def test_a_wrong_name_that_the_holder_has_too_is_reported_once():
    assert len(faults(name="\x07", holder="\x07")) == 1


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("© 2025 Humus Verlag", "Humus Verlag"),
        ("Copyright (c) 2019-2026, Humus Verlag", "Humus Verlag"),
        ("Copyright Agency", "Agency"),
        ("Verlag © 2025", "Verlag © 2025"),
        ("2025 Verlag", "2025 Verlag"),
    ],
)
def test_the_sign_and_year_that_pages_put_before_the_holder_are_not_part_of_it(typed, holder):
    assert read(holder=typed).holder == holder


def test_what_is_suggested_is_fine():
    suggested = {"languages": LANGUAGES, "categories": CATEGORIES, "name": "Humus"}
    assert [fault_of(option, value) for option, value in suggested.items()] == ["", "", ""]
