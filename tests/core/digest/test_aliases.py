"""Aliases: paths as a browser shows them, and what can be no page of a host that serves files."""

import pytest

from puntina.core.digest.aliases import alias_path, fault_of_alias, names_file
from puntina.core.routes.address import Address, alias_place
from tests.core.digest.samples import HEADER, digest, problems


@pytest.mark.parametrize(
    ("alias", "place"),
    [
        ("/2024/old-name/", Address("2024/old-name/", "2024/old-name/index.html")),
        ("old", Address("old", "old.html")),
        ("/old.html", Address("old.html", "old.html")),
        ("/OLD.HTM", Address("OLD.HTM", "OLD.HTM")),
        ("/gpt-4.5/amp/", Address("gpt-4.5/amp/", "gpt-4.5/amp/index.html")),
        ("/release-2.5", Address("release-2.5", "release-2.5.html")),
        ("/t%C3%A0u/", Address("t%C3%A0u/", "tàu/index.html")),
        ("/ta\N{COMBINING GRAVE ACCENT}u/", Address("t%C3%A0u/", "tàu/index.html")),
    ],
)
def test_an_alias_is_where_a_host_looks_for_its_page(alias, place):
    assert fault_of_alias(alias) is None
    assert alias_place(alias) == place


@pytest.mark.parametrize(
    ("alias", "fault"),
    [
        ("https://old.example/a/", "has a host"),
        ("//old.example/a/", "has a host"),
        ("/?p=12", 'contains "?"; what follows that is not part of a path'),
        ("/a/#b", 'contains "#"; what follows that is not part of a path'),
        ("/", "is the URL of the home page"),
        ("/%FF/", "is not UTF-8"),
        ("/../a/", "has a part that leads out of its folder"),
        ("/%2e%2e/a/", "has a part that leads out of its folder"),
        ("/a//b/", "has a part that is empty"),
        ("/a b/", "has a part that contains a space"),
        ("/aux/", "has a part that is a reserved name on Windows"),
        ("/index.php", "ends in .php, which hosts do not serve as a page"),
        ("/feed.xml", "ends in .xml, which hosts do not serve as a page"),
    ],
)
def test_what_can_be_no_page_is_refused(alias, fault):
    assert fault_of_alias(alias) == fault


def test_a_file_is_one_that_hosts_send_as_a_page():
    paths = [alias_path(alias) for alias in ("/a.html", "/a.HTM", "/a", "/a/", "/a.html/")]
    assert [names_file(path) for path in paths] == [True, True, False, False, False]


@pytest.mark.parametrize("written", ["[/a/, b.html]", "/a/, b.html", "\n  - /a/\n  - b.html"])
def test_aliases_are_read_as_typed(written):
    assert digest(header=f"{HEADER}\naliases: {written}").meta.aliases == ("/a/", "b.html")


def test_a_wrong_alias_is_a_problem_where_it_stands():
    assert problems(header=f"{HEADER}\naliases: [/a/, /b.php]") == [
        '5:16: FM-ALIAS the alias "/b.php" ends in .php, which hosts do not serve as a page — write the old path below the site\'s root, such as /2024/old-name/'
    ]


def test_an_alias_that_is_a_group_of_keys_is_a_problem():
    assert problems(header=f"{HEADER}\naliases: {{a: b}}") == [
        '5:10: FM-TYPE "aliases" is a group of keys — write a list: aliases: [one, two]'
    ]
